"""Whatever an author writes: a memo that says it, or diagnostics; never an exception."""

from __future__ import annotations

import io
import re
import string
import unicodedata
from collections.abc import Sequence
from itertools import count

import docx
import pypdfium2
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

import reportgen
from reportgen.brief.models import Brief
from reportgen.document.walk import lines_of
from reportgen.workspace import Workspace

# Any character but controls, surrogates, those unassigned or private, blanks, and the soft hyphen (an element in DOCX).
CHARACTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Zs"), exclude_characters="\xad")
TEXT = st.text(CHARACTERS, min_size=1, max_size=30)

# What every memo in Latin, Cyrillic or Greek letters may hold, so what the house fonts must have.
LETTERS = st.one_of(
    st.characters(min_codepoint=0x21, max_codepoint=0x7E),
    st.characters(min_codepoint=0xA1, max_codepoint=0x17F, exclude_characters="\xad"),
    st.characters(min_codepoint=0x386, max_codepoint=0x3CE, exclude_characters="\u038b\u038d\u03a2"),
    st.characters(min_codepoint=0x400, max_codepoint=0x45F),
    st.sampled_from("ҐґŊȘșȚțẞẀẁỲỳ‐‑–—‘’‚“”„†‡•…‰‹›€№™−×÷≈≠≤≥"),
)
# Soft hyphens are in `test_any_text`: pdfium reads one at a line's end as any hyphen there.
INVISIBLE = st.sampled_from("\u200b\u200c\u200d\u200e\u2060\ufeff")
WORDS = st.lists(st.text(LETTERS | LETTERS | LETTERS | INVISIBLE, min_size=1, max_size=12), min_size=1, max_size=40)

KEYS = st.sampled_from([*Brief.keys(), "id", "text", "title", "positions", "actions", "milestones", "by_actor", "x"])
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.text(max_size=20),
    st.sampled_from(
        ["{{ hole('x') }}", "{{ x }}", "{% if %}", "# a", "- b", "![](x.png)", "|a|b|\n|-|-|\n|1|", "a: b"]
    ),
)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4))

FILES = {
    "templates/prose.yaml": "name: prose\nsummary: a title and prose\nstyle: house\n"
    "sections: [{builder: header, fields: []}, sections]\n"
}


def built(brief: dict[str, object]) -> reportgen.Memo:
    text = yaml.safe_dump(brief, allow_unicode=True, width=10_000)
    return reportgen.build("b.yaml", workspace=Workspace(files={**FILES, "b.yaml": text}))


def of_prose(text: str) -> reportgen.Memo:
    return built({"template": "prose", "title": "Title", "sections": [{"title": "Heading", "text": text}]})


def escaped(text: str) -> str:
    """Return text with each sign that could be Markdown or a template's behind a backslash or in raw braces."""
    marked = "".join(f"\\{one}" if one in string.punctuation else one for one in text)
    return f"{{% raw %}}{marked}{{% endraw %}}"


def read_back(memo: reportgen.Memo) -> str:
    """Return the text between the running lines of all pages of a memo's PDF, without what can't be compared."""
    pages = pypdfium2.PdfDocument(reportgen.write(memo, "pdf").data)
    return comparable("\n".join(page.get_textpage().get_text_bounded(0, 70, 1000, 770) for page in pages))


def comparable(text: str) -> str:
    """Return text as it can be compared with what pdfium reads.

    A page has no blanks at the ends of lines, and none of them is told from a line's end after a hyphen. pdfium reads
    a ligature as its letters, and the hyphen at a line's end as U+0002 or U+FFFE.
    """
    plain = unicodedata.normalize("NFKC", re.sub("[\u00ad\u034f\u200b-\u200f\u2060\ufeff]", "", text))
    return "".join(re.sub("[\x02\ufffe]", "-", plain).split())


@settings(max_examples=60, deadline=None)
@given(TEXT)
def test_any_text_comes_out_of_the_docx_as_itself(text: str) -> None:
    memo = built({"title": escaped(text)})
    written = docx.Document(io.BytesIO(reportgen.write(memo, "docx").data))
    assert written.paragraphs[1].text == text
    assert written.core_properties.title == text


@settings(max_examples=100, deadline=None)
@given(WORDS)
@example(["0", "\u200c"])  # a joiner with nothing to join has no glyph
@example(["\u200c\u0132\u200c"])
def test_any_text_in_our_alphabets_is_in_the_pdf(words: list[str]) -> None:
    text = " ".join(words)
    assert read_back(of_prose(escaped(f"a{text}"))) == comparable(f"Title Heading a{text}")


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_any_value_anywhere_gives_a_memo_or_diagnostics(values: dict[str, object]) -> None:
    try:
        memo = built({"title": "A", **values})
    except reportgen.BriefError as refused:
        found = refused.diagnostics
    else:
        found = memo.diagnostics + all_formats_of(memo)
    for fault in found:
        assert fault.message
        assert fault.source.file


def all_formats_of(memo: reportgen.Memo) -> tuple[reportgen.Diagnostic, ...]:
    """Return what is found on writing a memo; where nothing is wrong each format is a file that can be opened."""
    found: list[reportgen.Diagnostic] = []
    for format, opened in (("docx", lambda data: docx.Document(io.BytesIO(data))), ("pdf", pypdfium2.PdfDocument)):
        try:
            written = reportgen.write(memo, format)
        except reportgen.BriefError as refused:
            found.extend(refused.diagnostics)
        else:
            found.extend(written.diagnostics)
            assert opened(written.data)
    return tuple(found)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.binary(max_size=60))
def test_any_file_gives_a_memo_or_diagnostics(content: str | bytes) -> None:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    reportgen.check("b.yaml", workspace=Workspace(files={"b.yaml": data}))


WORD = "<word>"
"""What stands for a word in prose until each is given a number of its own."""

SIGNED = st.tuples(
    st.sampled_from(["", "", "", "", "*", "**", "_", "`", "[", "![", "(", "<", "</", "&", "~", "\\", "#", "|", "1."]),
    st.sampled_from(["", "", "", "", "*", "**", "_", "`", "]", "](", ")", ">", "/>", ";", ":", "|", "\\", "]: ", "  "]),
).map(WORD.join)
LINE = st.lists(SIGNED, min_size=1, max_size=4).map(" ".join)
BLOCK = st.one_of(
    st.lists(LINE, min_size=1, max_size=3),
    LINE.map(lambda line: [f"## {line}"]),
    LINE.map(lambda line: [line, "==="]),
    st.lists(LINE, min_size=1, max_size=3).map(lambda lines: ["```", *lines, "```"]),
    st.lists(LINE, min_size=1, max_size=3).map(lambda lines: [f"    {line}" for line in lines]),
    st.lists(st.tuples(SIGNED, SIGNED).map("|".join), min_size=1, max_size=3).map(lambda rows: [rows[0], "-|-", *rows]),
    st.sampled_from([["---"], [""], ["-"], ["<!--"]]),
)
NESTS = st.lists(st.sampled_from(["- ", "* ", "1. ", "7) ", "> "]), max_size=3) | st.lists(
    st.sampled_from(["- ", "1. ", "> "]), max_size=30
)


def nested(block: Sequence[str], marks: Sequence[str]) -> list[str]:
    """Return the lines of a block inside lists and quotes, from the outermost mark to the innermost."""
    lines = list(block)
    for mark in reversed(marks):
        further = mark if mark == "> " else " " * len(mark)
        lines = [(further if number else mark) + line for number, line in enumerate(lines)]
    return lines


@st.composite
def prose(draw: st.DrawFn) -> str:
    """Return something like Markdown, in which no word is like another."""
    lines: list[str] = []
    for block, marks in draw(st.lists(st.tuples(BLOCK, NESTS), min_size=1, max_size=4)):
        lines += [*nested(block, marks), *draw(st.sampled_from([[""], [""], []]))]
    numbers = count(1)
    return re.sub(WORD, lambda _: f"word{next(numbers)}x", "\n".join(lines))


@settings(max_examples=400, deadline=None)
@given(prose())
@example("\n".join([*nested(["word1x"], ["- "] * 30), "", "word2x"]))
@example("\n".join([*nested(["word1x"], ["> "] * 30), "", "word2x"]))
@example("\n".join(nested(["word1x", "", "word2x"], ["1. ", "> "] * 5)))
def test_every_word_of_any_prose_is_in_the_document_in_order_or_a_fault_is_named(text: str) -> None:
    try:
        memo = of_prose(text)
    except reportgen.BriefError:
        return
    shown = " ".join(lines_of(memo.document))
    assert memo.diagnostics or re.findall(r"word\d+x", shown) == re.findall(r"word\d+x", text)
    all_formats_of(memo)
