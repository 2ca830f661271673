"""Any Unicode in a brief: it comes out as itself in all three files, or a diagnostic names the character."""

from __future__ import annotations

import io
import re
import unicodedata
from html.parser import HTMLParser

import docx
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pdf_structure import structure

import reportgen
from reportgen.workspace import Workspace

# Every character but line ends, which YAML and Markdown take for blanks.
CHARACTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\r\n\x85\u2028\u2029")
SCRIPTS = st.sampled_from(
    "abאבגدجلاس١٢۵字、。「」กำทीक한\u0301\u064e\u0302ẹ\u200c\u200d\u200e\u200f\u202e\u2067\u2069\u00ad()[]«» \u00a0-–/"
)
TEXTS = st.text(SCRIPTS, min_size=1, max_size=60) | st.text(CHARACTERS, min_size=1, max_size=20)

WML = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""What the PDF need not tell, since it prints nothing: soft hyphens, joints, and controls of direction."""

FILES = {
    "templates/prose.yaml": "name: prose\nsummary: a title and prose\nstyle: house\n"
    "sections: [{builder: header, fields: []}, sections]\n"
}


def memo_of(text: str) -> reportgen.Memo:
    """Return a memo whose one paragraph and title hold a text between two letters, as it is."""
    literal = "".join(f"\\{one}" if one in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" else one for one in f"a{text}b")
    prose = f"{{% raw %}}{literal}{{% endraw %}}"
    brief = {"template": "prose", "title": prose, "sections": [{"title": "Heading", "text": prose}]}
    written = yaml.safe_dump(brief, allow_unicode=True, width=10_000)
    return reportgen.build("b.yaml", workspace=Workspace(files={**FILES, "b.yaml": written}))


class Page(HTMLParser):
    """The text of a page's paragraphs."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self._open = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "p":
            self._open = True
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "p"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.paragraphs[-1] += data


def shown(text: str) -> str:
    """Return what of a text is printed; joiners stay, but for those beside a blank, which join nothing."""
    return re.sub(r"(?<!\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\S)", "", INVISIBLE.sub("", text))


def in_html(data: bytes) -> str:
    return Page(data.decode()).paragraphs[-1]


def in_docx(data: bytes) -> str:
    shown = {f"{WML}t": None, f"{WML}tab": "\t", f"{WML}softHyphen": "\u00ad"}
    paragraph = docx.Document(io.BytesIO(data)).paragraphs[-1]._p
    return "".join(shown[node.tag] or node.text or "" for node in paragraph.iter(*shown))


def in_pdf(data: bytes) -> str:
    return list(structure(data).find("P"))[-1].text


READERS = {"pdf": in_pdf, "docx": in_docx, "html": in_html}


@pytest.mark.parametrize("format", READERS)
@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("\ud7ff\ue000\ufffd\U0010ffff")
@example("\U0001f512")  # in the house fonts, and beyond the first 65,536 characters
@example("\u202eabc\u202c")
@example("\u0300\u0301")
@example(" \u200cא")
@example("א\u200c\xad")  # a joiner that no face sets
@example("א\u2067\u200c")  # a joiner between two directions
@example("مُحَمَّد (x\u0302)")
def test_any_text_is_in_each_file_or_its_character_is_named(format: str, text: str) -> None:
    try:
        memo = memo_of(text)
        found = READERS[format](reportgen.write(memo, format).data)
    except reportgen.BriefError as refused:
        for fault in refused.diagnostics:
            named = re.findall(r"U\+([0-9A-F]{4,6})", fault.message)
            assert named, fault
            assert all(chr(int(code, 16)) in unicodedata.normalize("NFC", text) + text for code in named)
        return
    expected = f"a{text}b"
    if format == "pdf":
        found, expected = shown(found), shown(expected.expandtabs(4))
    assert found == expected
