"""docxtpl: a Word file with Jinja tags, drawn here once as its user draws it in Word, filled in from JSON."""

import json
import os
import tempfile

import docx
import docxtpl
import times

KINDS = (("heading", "Heading 1"), ("paragraph", "Normal"), ("bullets", "List Bullet"), ("numbered", "List Number"))


def template():
    """Return the path of the template, drawn anew."""
    document = docx.Document()
    document.add_paragraph("{{ title }}", style="Title")
    add = document.add_paragraph
    add("{%p for block in blocks %}")
    for kind, style in KINDS:
        add(f"{{%p if block.kind == '{kind}' %}}")
        if kind in ("bullets", "numbered"):
            add("{%p for item in block['items'] %}")
            add("{{ item }}", style=style)
            add("{%p endfor %}")
        else:
            add("{{ block.text }}", style=style)
        add("{%p endif %}")
    add("{%p if block.kind == 'table' %}")
    table = document.add_table(rows=3, cols=1, style="Table Grid")
    for row, words in enumerate(
        ("{%tr for row in [block.head] + block.rows %}", "{{ row|join(' – ') }}", "{%tr endfor %}")
    ):
        table.cell(row, 0).text = words
    add("{%p endif %}")
    add("{%p endfor %}")
    path = os.path.join(tempfile.mkdtemp(), "template.docx")
    document.save(path)
    return path


TEMPLATE = template()


def make(source, target):
    """Make one file."""
    with open(source, encoding="utf-8") as file:
        memo = json.load(file)
    filled = docxtpl.DocxTemplate(TEMPLATE)
    filled.render(memo, autoescape=True)
    filled.save(target)


if __name__ == "__main__":
    times.run(make)
