"""Fonts in the file: every code has its meaning, every glyph its width, and only what is used is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import page as validator
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pdf_fonts import compact, static, style_with
from pdf_reading import lines_copied, meanings, names_of, programs
from pdf_showcase import META, SENTENCE, house_style, para, row, section, showcase, table
from pdf_structure import structure

from reportgen.document import Document, Emphasis, Strong, Text
from reportgen.writers.pdf import write
from reportgen.writers.pdf.embedding import LARGEST_BLOCK, to_unicode
from reportgen.writers.pdf.fonts import Faces
from reportgen.writers.pdf.looks import text_look
from reportgen.writers.pdf.shaping import WORD_JOINER, shaper
from reportgen.writers.pdf.words import setting

STYLE = house_style()
JUSTIFIED = house_style(body={"align": "justify"})
FACES = Faces(STYLE, "en-GB")
FONT_FAULTS = re.compile("FONT|GLYPH|WIDTH|CID|CMAP|UNICODE")
CHARACTERS = "abcfil fi AVTo.,;:–—-‐‑“”’ \u00a0\u202f\u2008éїґўΩμµ∆Δ№€ 0123\u0301"


def made(*blocks: Any, style: Any = STYLE) -> bytes:
    return write(Document(meta=META, blocks=blocks), style).data


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=400))
def test_what_is_copied_is_what_the_author_wrote(text: str) -> None:
    copied = "".join(lines_copied(made(para(text), style=JUSTIFIED)))
    assert copied.replace("\u00ad", "") == text


INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u2060\ufeff"


@pytest.mark.parametrize("style", [STYLE, JUSTIFIED], ids=["ragged", "justified"])
@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*INVISIBLE, *INVISIBLE, "a", "word", "longer-word"]), min_size=1, max_size=60))
@example(["\u200b", "word"])
@example(["word", "\u00ad"])
def test_a_word_may_print_nothing_wherever_it_stands(style: Any, words: list[str]) -> None:
    copied = "".join(lines_copied(made(para(" ".join(words)), style=style)))
    unprinted = str.maketrans("", "", INVISIBLE)
    assert copied.translate(unprinted).split() == " ".join(words).translate(unprinted).split()


@pytest.mark.parametrize("word", ["x\u0302y", "a\u0301", "\u1eb9\u0301k\u1ecd\u0301", "q\u0323\u0302"])
def test_letters_that_are_set_as_several_glyphs_are_read_back_as_written(read: Any, word: str) -> None:
    assert read(para(f"see {word} now")) == [f"see {word} now"]
    assert structure(made(para(f"see {word} now"))).text == f"see {word} now"


def test_a_divided_word_has_a_soft_hyphen_where_its_hyphen_stands() -> None:
    copied = lines_copied(made(para("responsibility internationalisation " * 40), style=JUSTIFIED))
    assert any(line.endswith("\u00ad") for line in copied)
    assert "".join(copied).replace("\u00ad", "") == "responsibility internationalisation " * 40


def test_characters_that_share_a_glyph_are_copied_as_themselves() -> None:
    data = made(para("a-b c\u2010d e\u2011f g\u00a0h i"))
    assert lines_copied(data) == ["a-b c\u2010d e\u2011f g\u00a0h i"]
    assert len(meanings(data)) > 1


def test_ligatures_stand_for_all_their_letters() -> None:
    (glyphs,) = [
        piece.shaped.glyphs for piece in setting(text_look(STYLE.look("body"), STYLE), FACES).word("fi").pieces
    ]
    assert [glyph.characters for glyph in glyphs] == ["fi"]
    assert lines_copied(made(para("office, fjord, affluent"))) == ["office, fjord, affluent"]


def test_pairs_are_kerned() -> None:
    shaped = shaper(FACES.face("serif"), (), "en").shaped
    assert shaped("AVAV").width < sum(shaped(letter).width for letter in "AVAV")


def test_a_mark_stands_over_its_letter_and_takes_no_room(glyphs: Any) -> None:
    *_, (_, bar, _) = glyphs(para("x\u0301 |"))
    *_, (_, plain, _) = glyphs(para("x |"))
    assert bar == pytest.approx(plain, abs=0.01)


def test_a_map_holds_characters_beyond_the_first_plane_in_utf_16() -> None:
    assert "<0007> <D835DC00>" in to_unicode({7: "\U0001d400"})
    assert "<0008> <00660066>" in to_unicode({8: "ff"})


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 777])
def test_the_blocks_of_a_map_are_small_and_hold_all(count: int) -> None:
    blocks = re.findall(r"(\d+) beginbfchar\n(.*?)endbfchar", to_unicode(dict.fromkeys(range(count), "x")), re.DOTALL)
    assert sum(int(size) for size, _ in blocks) == count
    assert all(int(size) == rows.count("\n") <= LARGEST_BLOCK for size, rows in blocks)


def test_no_code_means_nothing() -> None:
    for codes in meanings(made(*showcase(), para("x\u0301 é\u0301 a\u200db"))).values():
        assert all(text and not set(text) & set("\0\ufeff\ufffe") for text in codes.values())


def test_a_glyph_without_characters_of_its_own_stands_for_something_invisible() -> None:
    found = shaper(FACES.face("serif"), (), "en").standing_for("ab", "x")
    assert [glyph.characters for glyph in found.glyphs] == ["x", WORD_JOINER]


def test_subsets_have_names_of_their_own_that_follow_from_their_glyphs() -> None:
    names = [names_of(made(para(text))) for text in ("abc", "abd", "abc")]
    assert names[0] == names[2] != names[1]


def test_weights_of_one_variable_font_are_different_programs() -> None:
    data = made(para("n", Strong(inlines=(Text(text="n"),)), Emphasis(inlines=(Text(text="n"),))))
    assert len({bytes(one) for one in programs(data)}) == len(programs(data)) == 3


def test_a_file_without_text_has_no_fonts() -> None:
    assert meanings(made()) == {}


@pytest.mark.parametrize("make", [static, compact])
def test_static_fonts_are_copied_too(make: Any, tmp_path: Path, monkeypatch: Any) -> None:
    style = style_with(JUSTIFIED, make(STYLE.fonts["serif"]), tmp_path, monkeypatch, "font.otf")
    text = (SENTENCE + "Responsibility, internationalisation. ") * 9
    assert "".join(lines_copied(made(para(text), style=style))).replace("\u00ad", "") == text


def test_fonts_are_valid_by_pdf_a_and_pdf_ua() -> None:
    blocks = (*showcase(), section("x", para(SENTENCE * 20)), table(row("1", "2")), para("x\u0301 є ● → é\u0301"))
    data = made(*blocks, style=JUSTIFIED)
    for profile in (validator.ValidationProfile.PDF_A_2A, validator.ValidationProfile.PDF_UA_1):
        failures = validator.validate_pdf_bytes(data, profile=profile).failures
        assert [one for one in failures if FONT_FAULTS.search(one.rule_id)] == []


def test_note_marks_use_the_fonts_raised_figures_or_smaller_ones(document: Callable[..., Document]) -> None:
    from dataclasses import replace

    look = replace(text_look(STYLE.look("body"), STYLE), superior=True)
    (own,), (made_up,) = setting(look, FACES).word("12").pieces, setting(look, FACES).word("№").pieces
    assert (own.size, own.rise) == (look.size, 0)
    assert made_up.size < look.size
    assert made_up.rise > 0


def test_figures_in_tables_have_one_width() -> None:
    look = text_look(STYLE.look("table-cell"), STYLE, ("tnum", "lnum"))
    assert len({round(setting(look, FACES).word(figure).width, 3) for figure in "0123456789"}) == 1
