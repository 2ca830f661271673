"""WeasyPrint with Jinja: the memo's content as JSON in, HTML between, a tagged PDF out."""

import json

import jinja2
import times
import weasyprint

PAGE = jinja2.Template(
    """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title><style>
@page { size: A4; margin: 2.5cm; @bottom-right { content: counter(page) } }
body { font: 11pt/1.35 serif } table { border-collapse: collapse; width: 100% }
td, th { border: .5pt solid grey; padding: 2pt 4pt; text-align: left; vertical-align: top }
</style></head><body><h1>{{ title }}</h1>
{% for block in blocks %}{% if block.kind == "heading" %}
<h{{ block.level + 1 }}>{{ block.text }}</h{{ block.level + 1 }}>
{% elif block.kind == "paragraph" %}<p>{{ block.text }}</p>
{% elif block.kind == "table" %}<table><thead>
<tr>{% for cell in block.head %}<th>{{ cell }}</th>{% endfor %}</tr></thead>
{% for row in block.rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>
{% else %}{% set list = "ul" if block.kind == "bullets" else "ol" %}<{{ list }}>
{% for item in block["items"] %}<li>{{ item }}</li>{% endfor %}</{{ list }}>{% endif %}{% endfor %}</body></html>""",
    autoescape=True,
)


def make(source, target):
    """Make one file."""
    with open(source, encoding="utf-8") as file:
        html = PAGE.render(json.load(file))
    weasyprint.HTML(string=html).write_pdf(target, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    times.run(make)
