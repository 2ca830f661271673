"""The DOCX of every example is sound where validators don't look, and each fault that they pass over is found."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from docx_examples import examples
from docx_lint import lint
from openxml_audit import OpenXmlValidator

import reportgen
from reportgen.diagnostics import warning
from reportgen.document.walk import walk
from reportgen.pipeline import with_remarks

EXAMPLES = examples()
FAULT_OF_PANDOC = "Style 'Table' references missing style 'TableNormal'"
"""What is found in pandoc's own document, and stays in what is written on it."""


@pytest.fixture(scope="module")
def sound() -> bytes:
    """Return the file of the largest example, with a comment."""
    memo = EXAMPLES["whole/brief.yaml"]()
    remark = warning("length-limit", "too long", memo.document.source)
    return reportgen.write(with_remarks(replace(memo, diagnostics=(remark,))), "docx").data


def broken(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return a file with a part changed at the first place where a pattern is found."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as changed:
        for name in package.namelist():
            text = package.read(name)
            if name == part:
                text, count = re.subn(old.encode(), new.encode(), text, count=1, flags=re.DOTALL)
                assert count
            changed.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_template_style_and_letterhead_gives_a_sound_file(name: str, tmp_path: Path) -> None:
    data = reportgen.write(EXAMPLES[name](), "docx").data
    assert lint(data) == []
    assert [fault for fault in audited(data, tmp_path) if FAULT_OF_PANDOC not in fault] == []


def audited(data: bytes, folder: Path) -> list[str]:
    """Return what a validator of Open XML finds in a file."""
    (folder / "memo.docx").write_bytes(data)
    return [str(fault) for fault in OpenXmlValidator().validate(str(folder / "memo.docx")).errors]


BODY, NOTES, FOOT = (f"word/{part}.xml" for part in ("document", "footnotes", "footer"))
NAMED_TWICE = (r'w:name="(_\w+)"(.*?)w:name="_\w+"', r'w:name="\1"\2w:name="\1"')
DRAWN_TWICE = (r'docPr id="(\d+)"(.*?)docPr id="\d+"', r'docPr id="\1"\2docPr id="\1"')
NOTED_IN_NOTE = (r'(w:id="1">.*?</w:pPr>)', r'\1<w:r><w:footnoteReference w:id="1"/></w:r>')
LINKED_IN_LINK = (r"(<w:hyperlink [^>]*>)", r'\1<w:hyperlink w:anchor="x"/>')
WITHOUT_END = (r"(</w:tcPr>)<w:p>(?:(?!<w:p>).)*(</w:tc>)", r"\1\2")
LED_NOWHERE = ("<w:body>", '<w:body><w:p><w:hyperlink w:anchor="gone"/></w:p>')
LONG_NAME = ('w:name="_', f'w:name="_{"long" * 10}')

RULES = {
    "a field begun by its result": (FOOT, 'CharType="begin"', 'CharType="separate"', "before 'begin'"),
    "a field without a result": (FOOT, '<w:fldChar w:fldCharType="separate"/>', "", "has no result"),
    "a field left open": (FOOT, '<w:fldChar w:fldCharType="end"/>', "", "not ended"),
    "a field to ask about": (FOOT, 'Type="begin"', 'Type="begin" w:dirty="true"', "out of date"),
    "a table without a head": (BODY, "<w:tblHeader/>", "", "no header row"),
    "a cell without an end": (BODY, *WITHOUT_END, "not end with a paragraph"),
    "a picture that can't be heard": (BODY, ' descr="', ' title="', "no alternative text"),
    "two pictures of one id": (BODY, *DRAWN_TWICE, "2 pictures have the id"),
    "a style that is not there": (BODY, 'pStyle w:val="Title"', 'pStyle w:val="Nothing"', "no style 'Nothing'"),
    "a list that is not there": (BODY, '<w:numId w:val="', '<w:numId w:val="9999', "there is no list"),
    "a relationship that is not there": (BODY, 'r:id="link1"', 'r:id="gone"', "no relationship 'gone'"),
    "a link in a link": (BODY, *LINKED_IN_LINK, "a link stands in a link"),
    "a footnote in a footnote": (NOTES, *NOTED_IN_NOTE, "a footnote has a footnote"),
    "a bookmark left open": (BODY, '<w:bookmarkEnd w:id="1"/>', "", "begun or ended alone"),
    "a bookmark that is no name": (BODY, 'w:name="_', 'w:name="1', "is no name"),
    "a bookmark of a long name": (BODY, *LONG_NAME, "is no name"),
    "two bookmarks of one name": (BODY, *NAMED_TWICE, "is there 2 times"),
    "two bookmarks of one id": (BODY, 'Start w:id="2"', 'Start w:id="1"', "the id 1 is there 2 times"),
    "a way to nowhere": (BODY, *LED_NOWHERE, "nothing is named 'gone'"),
    "a field that points nowhere": (BODY, r"(PAGE)?REF _\w+", "REF _gone", "nothing is named '_gone'"),
    "a note without a mark": (BODY, '<w:footnoteReference w:id="1"/>', "", "the footnotes are"),
    "a comment without a mark": (BODY, '<w:commentReference w:id="0"/>', "", "the comments are"),
}
"""A part, a pattern in it, what breaks it, and the words by which that is told, by what is wrong then."""


@pytest.mark.parametrize("rule", RULES)
def test_each_fault_is_found(sound: bytes, rule: str) -> None:
    part, old, new, told = RULES[rule]
    assert told in "\n".join(lint(broken(sound, part, old, new)))


def test_a_part_that_is_there_twice_is_found(sound: bytes) -> None:
    out = io.BytesIO(sound)
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("word/theme.xml", package.read("word/theme.xml"))
    assert lint(out.getvalue()) == ["word/theme.xml: there twice"]


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name.startswith("template ")])
def test_no_template_prints_a_part_twice(name: str) -> None:
    ids = Counter(getattr(node, "id", "") for node in walk(EXAMPLES[name]().document))
    assert {id: count for id, count in ids.items() if id and count > 1} == {}
