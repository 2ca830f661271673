"""Markdown into nodes: CommonMark, nothing improved, nothing lost."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from reportgen.brief.markup import read_blocks, read_inlines
from reportgen.diagnostics import BriefError, Diagnostic, Source
from reportgen.document import (
    Block,
    BulletList,
    Code,
    Divider,
    Emphasis,
    Figure,
    Hole,
    Inline,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from reportgen.document.walk import lines_of, text_of
from reportgen.located import Scalar, hole_mark
from reportgen.workspace import Workspace


def inlines(text: str) -> tuple[Inline, ...]:
    return read_inlines(Scalar(text), Workspace(files={}))


def blocks(text: str, **files: bytes) -> tuple[Block, ...]:
    place = Source("b.yaml", "text", 10, 1)
    return read_blocks(Scalar(text, place, lines=True), Workspace(files={**files}))


def faults(text: str, **files: bytes) -> list[Diagnostic]:
    with pytest.raises(BriefError) as refused:
        blocks(text, **files)
    return list(refused.value.diagnostics)


def png(width: int = 3, height: int = 2) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(data, "PNG", dpi=(96, 96))
    return data.getvalue()


def deep() -> bytes:
    data = io.BytesIO()
    Image.new("I;16", (2, 2), 30000).save(data, "PNG")
    return data.getvalue()


def turned() -> bytes:
    data, notes = io.BytesIO(), Image.Exif()
    notes[0x0112] = 6
    Image.new("RGB", (2, 2)).save(data, "JPEG", exif=notes)
    return data.getvalue()


def test_inline_markup_becomes_nodes() -> None:
    assert inlines("a *b* **c** `d` [e](https://x.org)  \nf") == (
        Text(text="a "),
        Emphasis(inlines=(Text(text="b"),)),
        Text(text=" "),
        Strong(inlines=(Text(text="c"),)),
        Text(text=" "),
        Code(text="d"),
        Text(text=" "),
        Link(inlines=(Text(text="e"),), target="https://x.org"),
        LineBreak(),
        Text(text="f"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "AT&T < 5 > 3 \"quoted\" 'single' 100 % \\ { } # - + 1. _ * ~ | ^ $ @",
        "<b>bold</b> <script>alert(1)</script> <!-- comment -->",
        "sovereignty-particularly – dash — ellipsis ... (c) (tm) -- ---",
        "Київ, Москва, Αθήνα, 東京, القاهرة, 🕊, e\u0301, a\u00a0b, a\u202fb, a\u2009b",
        "# no heading here",
        "- no list here",
        "1. no list here",
        "2014. A year.",
        "www.example.org and a@b.org stay text",
    ],
)
def test_text_is_read_as_itself(text: str) -> None:
    assert text_of(inlines(text)) == text


def test_a_line_end_in_a_paragraph_is_a_blank() -> None:
    assert text_of(inlines("one\ntwo")) == "one two"


def test_a_line_takes_one_paragraph_only() -> None:
    with pytest.raises(BriefError, match="only one paragraph"):
        inlines("one\n\ntwo")


def test_holes_stand_where_they_were_put() -> None:
    mark = hole_mark("the *day*", "date", Source("b.yaml", "", 3, 7))
    strong = inlines(f"on **{mark}**, `{mark}`")[1]
    assert isinstance(strong, Strong)
    assert strong.inlines == (Hole(label="the *day*", expects="date"),)
    assert (strong.inlines[0].source.line, strong.inlines[0].source.column) == (3, 7)
    assert inlines(f"`{mark}`") == (Hole(label="the *day*", expects="date"),)


def test_blocks_become_nodes() -> None:
    found = blocks(
        "One.\n\n- a\n- b\n\n3. c\n4. d\n\n> quoted\n\n---\n\n    code  here\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n"
    )
    assert [type(block) for block in found] == [Paragraph, BulletList, NumberedList, Quote, Divider, Paragraph, Table]
    numbered, code, table = found[2], found[5], found[6]
    assert isinstance(numbered, NumberedList)
    assert numbered.start == 3
    assert isinstance(code, Paragraph)
    assert (code.role, text_of(code)) == ("code", "code  here")
    assert isinstance(table, Table)
    assert [column.align for column in table.columns] == ["left", "right"]
    assert table.head[0].cells[0].header
    assert text_of(table.body[0].cells[1]) == "2"


def test_headings_nest_by_rank() -> None:
    top = blocks("## A\n\none\n\n### B\n\ntwo\n\n## C\n\nthree\n")
    assert [text_of(block.heading) for block in top if isinstance(block, Section)] == ["A", "C"]
    first = top[0]
    assert isinstance(first, Section)
    assert isinstance(first.blocks[1], Section)
    assert text_of(first.blocks[1].heading) == "B"


def test_blocks_know_their_line() -> None:
    assert [block.source.line for block in blocks("One.\n\nTwo.\n\n- three\n")] == [10, 12, 14]


def test_a_picture_alone_is_a_figure() -> None:
    (figure,) = blocks('![Two blue ships](ships.png "Ships at sea")\n', **{"ships.png": png()})
    assert isinstance(figure, Figure)
    assert (figure.width, figure.height, round(figure.resolution), figure.alt) == (3, 2, 96, "Two blue ships")
    assert text_of(figure.caption) == "Ships at sea"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("![A ship](ship.png)", "missing-file"),
        ("![A ship](bad.png)", "unreadable-image"),
        ("![A ship](../ship.png)", "outside-folder"),
        ("![A ship](/etc/ship.png)", "outside-folder"),
        ("![](good.png)", "missing-alt"),
        ("A ![ship](good.png) in text", "picture-in-line"),
        ("[x](ftp://host/file)", "bad-link"),
        ("[x](../other.docx)", "bad-link"),
        ('[x](https://x.org "lost words")', "link-title"),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "too-many-cells"),
        ("![A map](https://x.org/a.png)", "picture-address"),
        ("![A map](deep.png)", "unreadable-image"),
        ("![A map](turned.jpg)", "unreadable-image"),
        (f"![Map {hole_mark('x', '')}](good.png)", "hole-in-data"),
        (f"[x](https://x.org/{hole_mark('x', '')})", "hole-in-data"),
        ("``` python is lost\na\n```", "fence-info"),
    ],
)
def test_what_can_t_be_shown_is_told_at_its_line(text: str, code: str) -> None:
    files = {"good.png": png(), "bad.png": b"\x89PNG no picture", "deep.png": deep(), "turned.jpg": turned()}
    (fault,) = faults(f"One.\n\n{text}\n", **files)
    assert (fault.code, fault.source.line) == (code, 14 if code == "too-many-cells" else 12)


def test_a_definition_that_no_link_uses_does_not_vanish() -> None:
    assert [one.code for one in faults("One.\n\n[sic]: yes\n")] == ["unused-definition"]
    assert [one.code for one in faults("[a](https://x.org)\n\n[sic]: https://x.org\n")] == ["unused-definition"]
    assert text_of(blocks("[One][a] and [two].\n\n[a]: https://a.org\n[two]: https://b.org\n")[0]) == "One and two."


def test_nothing_is_dropped_however_deep_it_stands() -> None:
    nested = "\n".join("  " * depth + f"- w{depth}" for depth in range(29)) + "\n\nAfter.\n"
    assert [line for block in blocks(nested) for line in lines_of(block)] == [*(f"w{n}" for n in range(29)), "After."]
    assert [one.code for one in faults("> " * 31 + "x")] == ["too-deep"]
    assert [one.code for one in faults("> " * 2000 + "x")] == ["too-deep"]
    assert [one.code for one in faults("**a *b " * 100 + "*c**" * 100)] == ["too-deep"]
    assert [one.code for one in faults("*" * 500 + "a" + "*" * 500)] == ["too-deep"]


def test_line_ends_of_all_kinds_are_line_ends() -> None:
    (table,) = blocks("\r\r\r|a|b|\r\n|-|-|\n|x|y||\n")
    assert list(lines_of(table)) == ["a", "b", "x", "y"]


def test_a_table_may_stand_in_a_list() -> None:
    (bullets,) = blocks("- | a | b |\n  |---|---|\n  | 1 | 2 |\n")
    assert list(lines_of(bullets)) == ["a", "b", "1", "2"]


def test_a_hole_in_a_caption_is_a_hole() -> None:
    (figure,) = blocks(f'![A map](a.png "On {hole_mark("x", "")}")\n', **{"a.png": png()})
    assert isinstance(figure, Figure)
    assert [type(node) for node in figure.caption] == [Text, Hole]


def test_a_row_may_have_fewer_cells_or_no_bars_at_its_ends() -> None:
    (table,) = blocks("a | b\n--|--\n1 | \\| 2\n3\n")
    assert isinstance(table, Table)
    assert [text_of(cell) for row in table.body for cell in row.cells] == ["1", "| 2", "3", ""]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x"])
def test_a_link_that_would_run_something_is_refused(address: str) -> None:
    with pytest.raises(BriefError) as refused:
        blocks(f"[x]({address})")
    assert [one.code for one in refused.value.diagnostics] == ["bad-link"]


def test_words_may_have_a_language_of_their_own() -> None:
    (words, span, more) = inlines("the [مجلس *now*]{lang=fa-IR} and")
    assert isinstance(span, Span)
    assert (span.lang, text_of([span])) == ("fa-IR", "مجلس now")
    assert text_of([words, span, more]) == "the مجلس now and"


@pytest.mark.parametrize("text", ["[a]{.b}", "[a]{}", "[a]{lang=fa #c}"])
def test_braces_can_tell_nothing_else(text: str) -> None:
    assert [one.code for one in faults(text)] == ["bad-span"]
    assert [one.code for one in faults("[a]{lang=f_a}")] == ["bad-language"]


@pytest.mark.parametrize("text", ["a{lang=fa}", "[a] {lang=fa}", "\\[a]{lang=fa}", "[a]{lang"])
def test_braces_elsewhere_are_text(text: str) -> None:
    assert text_of(inlines(text)) == text.replace("\\", "")
