"""Words in lines: every inline, every kind of blank, and characters that fonts have or lack."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium
import pytest
from pdf_reading import lines_copied
from pdf_showcase import META, SENTENCE, every_inline, house_style, item, para, row, table, words

from reportgen import document
from reportgen.diagnostics import BriefError, Source
from reportgen.document import BulletList, Code, Emphasis, Hole, Link, Quote, Span, Strong, Text
from reportgen.writers.pdf import write
from reportgen.writers.pdf.blocks import footnote
from reportgen.writers.pdf.fonts import Faces
from reportgen.writers.pdf.inlines import INLINES, runs
from reportgen.writers.pdf.looks import text_look
from reportgen.writers.pdf.writing import Writing

Read = Callable[..., list[str]]


def fonts(page: Any) -> dict[str, str]:
    """Return the name of the font of each character of a page."""
    text, found = page.get_textpage(), {}
    for index in range(text.count_chars()):
        name = ctypes.create_string_buffer(100)
        pdfium.FPDFText_GetFontInfo(text, index, name, 100, ctypes.c_int())
        found[text.get_text_range(index, 1)] = name.value.decode().rpartition("+")[2]
    return found


def test_the_table_of_inlines_has_the_order_of_the_model() -> None:
    assert tuple(INLINES) == document.INLINES


def test_every_inline_is_read_back_in_order(read: Read) -> None:
    assert read(every_inline()) == [
        "Plain, stressed, important, key: value, a link, une dépêche, not stated, [date to come]"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a & b < c > d",
        "<b>not bold</b> &amp; <para/> &#65;",
        """'single' and "double" quotes""",
        "{{ braces }} {% tags %} 100 % \\ back",
        "naïve Übergröße ñ ł ő",
        "Зерновий шлях: Україна, ґрунт і їжа",
        "русский язык, объём",
        "Ελληνικά, το μέτρο",
        "“quotes” – dashes — ellipsis… €12 §3 №4 → ± ≤",
    ],
)
def test_text_appears_as_itself(read: Read, text: str) -> None:
    assert read(para(text)) == [text]


def test_rows_of_spaces_and_indents_are_kept(glyphs: Any) -> None:
    gaps = []
    for text in ("a b", "a  b", "a   b", "a \u2009b"):
        (_, a, _), (_, b, _) = glyphs(para(text))
        gaps.append(b - a)
    assert gaps[0] < gaps[3] < gaps[1] < gaps[2]
    (_, plain, _), (_, indented, _) = glyphs(para("a\n    b", role="code"))
    assert indented > plain + 15


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2007"])
def test_a_no_break_space_is_a_blank_and_never_ends_a_line(glyphs: Any, blank: str) -> None:
    (_, a, _), (_, b, _) = glyphs(para(f"x{blank}y"))
    (_, c, _), (_, d, _) = glyphs(para("xy"))
    assert b - a > d - c + 1
    for length in range(60, 100):
        bases = {
            character: base
            for character, _, base in glyphs(para("m " * (length // 2), "n" * (length % 7), f" Q{blank}Z"))
        }
        assert bases["Q"] == pytest.approx(bases["Z"], abs=0.01)


@pytest.mark.parametrize("blank", ["\u2000", "\u2008", "\u205f"])
def test_a_blank_that_no_font_knows_is_still_a_blank(glyphs: Any, blank: str) -> None:
    (_, a, _), (_, b, _) = glyphs(para(f"x{blank}y"))
    (_, c, _), (_, d, _) = glyphs(para("xy"))
    assert b - a > d - c + 1


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"])
def test_an_invisible_character_prints_nothing(glyphs: Any, invisible: str) -> None:
    found = [place for place in glyphs(para(f"ab{invisible}cd")) if place[0] not in ("\u200c", "\u200d")]
    assert found == glyphs(para("abcd"))


def test_lines_may_end_after_hyphens_and_zero_width_spaces_but_not_in_dates(glyphs: Any) -> None:
    def lines(text: str) -> int:
        return len({round(base) for _, _, base in glyphs(para(text))})

    assert lines("well-known" + "-to-everybody" * 20) > 2
    assert lines("a" * 60 + "\u200b" + "b" * 60) == 2
    bases = [base for character, _, base in glyphs(para("n" * 70 + " 2026-11-22")) if character.isdigit()]
    assert max(bases) - min(bases) < 0.01


def test_letters_and_marks_are_copied_as_the_author_wrote_them(read: Read, glyphs: Any) -> None:
    text = "e\u0301te\u0301 і\u0308жак été їжак"
    assert read(para(text)) == [text]
    joined, apart = glyphs(para("été|")), glyphs(para("e\u0301te\u0301|"))
    assert joined[-1] == apart[-1]


def test_a_mark_that_has_no_joined_letter_takes_no_room(glyphs: Any) -> None:
    plain, marked = glyphs(para("замок |")), glyphs(para("за\u0301мок |"))
    assert marked[-1][1] == pytest.approx(plain[-1][1], abs=0.01)


def test_weights_slants_and_families_are_those_of_the_style(made: Any) -> None:
    found = fonts(
        made(
            para(
                "a",
                Strong(inlines=(Text(text="b"), Emphasis(inlines=words("c")))),
                Emphasis(inlines=words("d")),
                Code(text="e"),
                Span(inlines=words("f"), role="missing"),
            ),
            Quote(blocks=(para("g", Emphasis(inlines=words("h"))),)),
            para("i", role="title"),
        )[0]
    )
    assert {character: found[character] for character in "abcdefghi"} == {
        "a": "SourceSerif4-Regular",
        "b": "SourceSerif4-Bold",
        "c": "SourceSerif4-BoldItalic",
        "d": "SourceSerif4-Italic",
        "e": "SourceCodePro-Regular",
        "f": "SourceSerif4-Italic",
        "g": "SourceSerif4-Italic",
        "h": "SourceSerif4-Regular",
        "i": "SourceSans3-Bold",
    }


def test_a_character_that_a_font_lacks_comes_from_another_family(made: Any, read: Read) -> None:
    found = fonts(made(para("x ● y"))[0])
    assert found["x"] == "SourceSerif4-Regular"
    assert not found["●"].startswith("SourceSerif4")
    assert read(para("x ● y")) == ["x ● y"]


def test_a_hole_prints_its_text_on_a_ground_and_never_its_label(made: Any, read: Read) -> None:
    hole = Hole(label="secret", expects="a number", text="[number]")
    assert read(para("With ", hole)) == ["With [number]"]
    assert [one.type for one in made(para(hole))[0].get_objects()].count(2) == 1
    assert [one.type for one in made(para("plain"))[0].get_objects()].count(2) == 0


def links(page: Any) -> list[tuple[str, tuple[float, float]]]:
    """Return the address of each link of a page with its left and right edge."""
    found, position, link = [], ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        action, box = pdfium.FPDFLink_GetAction(link), pdfium.FS_RECTF()
        pdfium.FPDFLink_GetAnnotRect(link, box)
        document = page.pdf
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        address = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document, action, address, size)
        found.append((address.value.decode(), (box.left, box.right)))
    return found


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://example.org/?a=1&b=(2)", "https://example.org/?a=1&b=(2)"),
        ("mailto:unit@example.org", "mailto:unit@example.org"),
        ("https://example.org/шлях і", "https://example.org/%D1%88%D0%BB%D1%8F%D1%85%20%D1%96"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("#inside", "./#inside"),
        ("document:x", "document:x"),
    ],
)
def test_a_link_leads_to_its_target(made: Any, target: str, address: str) -> None:
    assert [one for one, _ in links(made(para("see ", Link(inlines=words("this"), target=target)))[0])] == [address]


def test_two_links_in_a_line_are_two_and_one_over_lines_has_a_part_in_each(made: Any) -> None:
    one = Link(inlines=words("one"), target="https://example.org/")
    first, second = links(made(para(one, " and ", one))[0])
    assert first[1][1] < second[1][0]
    long = Link(inlines=words(SENTENCE * 2), target="https://example.org/")
    assert len(links(made(para(long))[0])) > 1


def test_lines_are_justified_where_the_style_says_so(glyphs: Any) -> None:
    def right_edges(style: Any) -> set[int]:
        ends: dict[int, float] = {}
        for _, x, base in glyphs(para(SENTENCE * 8), style=style):
            ends[round(base)] = max(x, ends.get(round(base), 0))
        return {round(x / 3) for x in list(ends.values())[:-1]}

    assert len(right_edges(house_style(body={"align": "justify"}))) < len(right_edges(house_style()))


def test_every_character_that_no_font_has_is_refused_at_once_with_its_place(read: Read) -> None:
    here, there = Source("brief.yaml", "a", 3, 7), Source("brief.yaml", "b", 9, 2)
    with pytest.raises(BriefError) as caught:
        read(
            para(Text(text="字 and 字 and 語", source=here)),
            table(row("fine", "fine")),
            BulletList(items=(item(para(Code(text="字", source=there))),)),
        )
    found = caught.value.diagnostics
    places = [replace(here, quote="字"), replace(there, quote="字")]
    assert [(one.code, one.source) for one in found] == [("missing-glyph", place) for place in places]
    assert found[0].message == "no font of style 'house' can show the characters '字' (U+5B57), '語' (U+8A9E)"
    assert found[1].message == "no font of style 'house' can show the character '字' (U+5B57)"
    assert "under the style's 'fallback'" in found[0].hint


@pytest.mark.parametrize("text", ["नमस्ते", "字", "\ue000", "\U0001f600"])
def test_scripts_that_no_font_has_are_refused(read: Read, text: str) -> None:
    with pytest.raises(BriefError) as caught:
        read(para(text))
    assert {one.code for one in caught.value.diagnostics} == {"missing-glyph"}


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\x7f"])
def test_control_characters_are_refused(read: Read, character: str) -> None:
    with pytest.raises(BriefError) as caught:
        read(para(f"a{character}b"), running_head=f"c{character}")
    assert [one.code for one in caught.value.diagnostics] == ["unprintable-character"]
    assert f"U+{ord(character):04X}" in caught.value.diagnostics[0].message


def test_runs_keep_the_language_of_their_words(style: Any) -> None:
    writing = Writing(style, Faces(style), META, footnote)
    inner = Span(inlines=words("role"), role="missing")
    span = Span(
        inlines=(Text(text="mot "), Strong(inlines=(inner,)), Span(inlines=words("Wort"), lang="de")), lang="fr"
    )
    found = runs((Text(text="word "), span), text_look(style.look("body"), style), writing)
    assert [(run.text, run.look.lang) for run in found] == [
        ("word ", ""),
        ("mot ", "fr"),
        ("role", "fr"),
        ("Wort", "de"),
    ]


def test_spaces_in_code_are_spaces_so_that_it_can_be_copied_and_run(document: Any, style: Any) -> None:
    blocks = (para("if x:\n    go(  )\n\tend", role="code"), para("Type ", Code(text="a  b   c"), "."))
    data = write(document(*blocks), style).data
    assert lines_copied(data) == ["if x:", "    go(  )", "    end", "Type ", "a  b   c", "."]


def in_small_caps(style: Any, name: str, font: str) -> Any:
    """Return a style whose paragraphs, or emphasised words, are in small capitals."""
    if name == "body":
        looks = {**style.looks, "body": style.looks["body"].model_copy(update={"small_caps": True, "font": font})}
        return style.model_copy(update={"looks": looks})
    given = {"small_caps": True, "italic": False, "font": font}
    return style.model_copy(update={"inlines": {**style.inlines, name: style.inlines[name].model_copy(update=given)}})


@pytest.mark.parametrize("name", ["body", "emphasis"])
def test_small_capitals_are_those_of_the_font_and_copied_as_written(glyphs: Any, style: Any, name: str) -> None:
    words_of_it = Emphasis(inlines=words("Bratislava")) if name == "emphasis" else "Bratislava"
    plain = [x for _, x, _ in glyphs(para("Bratislava"))]
    capitals = glyphs(para(words_of_it), style=in_small_caps(style, name, "serif"))
    assert "".join(character for character, *_ in capitals) == "Bratislava"
    assert capitals[-1][1] - capitals[0][1] > plain[-1] - plain[0] + 4  # as wide as capitals are


@pytest.mark.parametrize(("text", "font"), [("Bratislava", "mono"), ("ƒloat", "serif")])
def test_a_word_that_the_font_has_not_all_small_capitals_of_is_set_in_small_letters(
    glyphs: Any, style: Any, text: str, font: str
) -> None:
    asked = in_small_caps(style, "body", font)
    plain = asked.model_copy(
        update={"looks": {**asked.looks, "body": asked.looks["body"].model_copy(update={"small_caps": False})}}
    )
    assert glyphs(para(text), style=asked) == glyphs(para(text), style=plain)


def test_the_same_word_is_set_both_ways_in_one_document(glyphs: Any, style: Any) -> None:
    both = glyphs(para("harbour ", Emphasis(inlines=words("harbour"))), style=in_small_caps(style, "emphasis", "serif"))
    assert "".join(character for character, *_ in both) == "harbourharbour"
    widths = [both[start + 6][1] - both[start][1] for start in (0, 7)]
    assert widths[1] > widths[0] + 2


def test_code_is_in_no_small_capitals(glyphs: Any, style: Any) -> None:
    typed = style.model_copy(
        update={"inlines": {**style.inlines, "code": style.inlines["code"].model_copy(update={"font": "serif"})}}
    )
    there = glyphs(para(Code(text="ls -l")), style=typed)
    assert glyphs(para(Code(text="ls -l")), style=in_small_caps(typed, "body", "serif")) == there


@pytest.mark.parametrize("text", ["مذكرة سياسات", "מזכר"])
def test_words_from_the_right_are_joined_and_in_order_in_small_capitals_too(glyphs: Any, style: Any, text: str) -> None:
    assert glyphs(para(text), style=in_small_caps(style, "body", "serif")) == glyphs(para(text))


def test_an_ordinal_sign_is_no_small_letter(glyphs: Any, style: Any) -> None:
    capitals, plain = (
        glyphs(para("nº"), style=in_small_caps(style, "body", "serif") if small else style) for small in (True, False)
    )
    assert capitals[1][1] > plain[1][1]
