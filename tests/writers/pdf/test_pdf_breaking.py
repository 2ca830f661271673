"""Where lines end: nothing is lost at any width, and justified lines are even."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pdf_showcase import house_style

from reportgen.writers.pdf.breaking import Chance, Manner, first_fit, total_fit
from reportgen.writers.pdf.drawing import WIDEST_BLANK, fit
from reportgen.writers.pdf.fonts import Faces
from reportgen.writers.pdf.lines import Line
from reportgen.writers.pdf.looks import text_look
from reportgen.writers.pdf.shaping import INVISIBLE, SOFT_HYPHEN
from reportgen.writers.pdf.text import Run, text_flowable

STYLE = house_style()
FACES = Faces(STYLE, "en-GB")
PROSE = (
    "The delegations met for the third time this autumn and, as before, agreed on little more than the date of their "
    "next meeting. Both sides nevertheless described the atmosphere as businesslike; the mediators, who had prepared a "
    "compromise on the demarcation of the northern sector, decided not to table it until the working groups on "
    "humanitarian access and on the exchange of prisoners have reported. Three questions will decide whether the "
    "process continues. The first is whether the ceasefire arrangements can be verified without an international "
    "presence on the ground, which one party rejects as an infringement of its sovereignty and the other regards as "
    "indispensable. The second is the sequence in which sanctions would be lifted: automatically, on fulfilment of "
    "agreed conditions, or by separate political decisions. Independent assessments put the cost of restoring basic "
    "infrastructure in the affected municipalities at several times the annual budget of the region; international "
    "financial institutions have signalled that they would contribute only under transparent administration."
)
HELD = st.text(st.sampled_from("abc\u00a0"), max_size=200)
LETTERS = st.text(st.sampled_from("abcdefgi fi-–/ \u00a0\u00ad\u200bїжа\u0301“”.,;1290\n"), max_size=300)


def lines(text: str, width: float, align: str = "justify", faces: Faces = FACES, **look: Any) -> list[Line]:
    """Return the lines of body text at a width."""
    body = replace(STYLE.look("body"), align=align, **look)
    return text_flowable([Run(text, text_look(body, STYLE))], body, faces).broken.lines(width)


def texts(found: list[Line]) -> list[str]:
    return ["".join(box.word.text for box in line.boxes) for line in found]


def whole(found: list[Line]) -> str:
    """Return the author's text of lines, without the hyphens that divisions have added."""
    return "".join(box.word.text for line in found for box in line.boxes if not is_hyphen(box.word))


def is_hyphen(word: Any) -> bool:
    return word is word.setting.hyphen


@settings(max_examples=300, deadline=None)
@given(text=LETTERS, width=st.floats(0, 500), align=st.sampled_from(["justify", "left", "right", "center"]))
def test_no_character_is_lost_or_moved_at_any_width(text: str, width: float, align: str) -> None:
    found = lines(text, width, align)
    assert whole(found) == text.replace("\n", "")
    assert sum(line.last for line in found) == len(text.removesuffix("\n").split("\n")) if text else not found


@settings(max_examples=200, deadline=None)
@given(text=LETTERS | HELD, width=st.floats(20, 500), align=st.sampled_from(["justify", "left"]))
@example(text="0ї\u0301000", width=20.0, align="left")  # a letter of three glyphs
def test_no_line_is_wider_than_the_measure(text: str, width: float, align: str) -> None:
    body = replace(STYLE.look("body"), align=align)
    for line in lines(text, width, align):
        hanging = line.boxes[-1].word.right + line.boxes[-2:][0].word.right if line.boxes else 0.0
        assert (
            fit(line, body, width).right <= width + hanging + 0.1 or sum(len(box.word.text) for box in line.boxes) <= 2
        )


def test_a_word_wider_than_the_measure_is_broken_in_time_that_grows_with_it() -> None:
    found = lines("x" * 20_000, 100)
    assert whole(found) == "x" * 20_000
    assert len(found) > 1000


def test_words_are_divided_by_the_patterns_of_their_language() -> None:
    words = "international responsibility " * 6
    divided = {one for one in texts(lines(words, 130)) if one.endswith("-")}
    assert divided
    assert all(re.search(r"(inter|na|respons|ibil|ity|re|in)\w*-$", one) for one in divided)
    assert not any("-" in one for one in texts(lines(words, 130, faces=Faces(STYLE, "xx"))))


@pytest.mark.parametrize("word", ["UNESCOUNESCO", "negotiations@example.org", "2026negotiations", "McNegotiations"])
def test_names_numbers_and_addresses_are_not_divided(word: str) -> None:
    assert not any(one.endswith("-") for one in texts(lines(f"{word} " * 8, 120)))


def test_a_hyphen_stands_for_a_soft_one() -> None:
    found = lines("international responsibility " * 6, 130)
    glyphs = [
        glyph
        for line in found
        if is_hyphen(line.boxes[-1].word)
        for glyph in line.boxes[-1].word.pieces[0].shaped.glyphs
    ]
    assert glyphs
    assert {glyph.characters for glyph in glyphs} == {SOFT_HYPHEN}


def test_the_authors_soft_hyphens_are_the_only_divisions_of_their_word() -> None:
    found = texts(lines("inter\u00adnational " * 12, 130))
    assert any(one.endswith("inter\u00ad-") for one in found)
    assert all(one.endswith(("inter\u00ad-", " ")) for one in found[:-1])


def test_justified_lines_are_even() -> None:
    found = lines(PROSE, 471)
    body = replace(STYLE.look("body"), align="justify")
    space = FACES.face("serif").font.get_nominal_glyph(32)
    width = FACES.face("serif").font.get_glyph_h_advance(space) / 1000
    gaps = [width * (1 + fit(line, body, 471).growth) for line in found if not line.last]
    mean = sum(gaps) / len(gaps)
    assert len(gaps) > 9
    assert (sum((gap - mean) ** 2 for gap in gaps) / len(gaps)) ** 0.5 <= 0.06
    assert max(gaps) < 0.45
    assert all(abs(fit(line, body, 471).scale - 1) <= 0.01 for line in found)


def test_a_line_that_would_gape_is_left_short() -> None:
    body = replace(STYLE.look("body"), align="justify")
    found = lines("a b " + "w" * 30 + " c", 250)
    assert all(fit(line, body, 250).growth <= WIDEST_BLANK - 1 for line in found)


def test_ragged_text_is_not_divided_unless_it_must_be() -> None:
    assert not any(one.endswith("-") for one in texts(lines(PROSE, 200, "left")))
    assert any(one.endswith("-") for one in texts(lines("Responsibility, internationalisation", 60, "left")))


def test_a_last_line_is_no_scrap_where_that_can_be_helped() -> None:
    for words in range(60, 120):
        text = " ".join(PROSE.split()[:words])
        assert sum(box.word.width for box in lines(text, 471)[-1].boxes) > 20


@pytest.mark.parametrize("text", ["a b", "a  b", " a b", "a b ", "    a", " "])
def test_blanks_at_the_ends_make_no_line_of_their_own(text: str) -> None:
    assert len(lines(text, 400)) == 1
    assert texts(lines(text, 400)) == [text]


def test_the_space_at_a_lines_end_is_written() -> None:
    assert all(one.endswith((" ", "-")) for one in texts(lines(PROSE, 300))[:-1])


def test_a_note_mark_stays_with_the_word_before_it() -> None:
    body = replace(STYLE.look("body"), align="left")
    look = text_look(body, STYLE)
    for width in range(60, 120):
        runs = [Run("The delegations met on Monday", look), Run(" ", look), Run("12", replace(look, superior=True))]
        found = text_flowable(runs, body, FACES).broken.lines(width)
        assert not any(line.boxes[0].ink.look.superior for line in found)


def test_marks_that_hold_on_to_all_words_still_leave_the_lines_within_the_measure() -> None:
    body = replace(STYLE.look("body"), align="left")
    look = text_look(body, STYLE)
    runs = [run for _ in range(60) for run in (Run("so ", look), Run("1", replace(look, superior=True)))]
    for line in text_flowable(runs, body, FACES).broken.lines(200):
        assert fit(line, body, 200).right <= 200.1


def test_a_dash_between_blanks_rather_ends_a_line_than_begins_one() -> None:
    for width in range(150, 400, 5):
        text = "The delegations met – as before – on Monday – without much success – and parted."
        found = texts(lines(text, width, "left"))
        assert not any(one.startswith("–") for one in found)


def test_invisible_characters_take_no_room() -> None:
    look = text_look(STYLE.look("body"), STYLE)
    plain = text_flowable([Run("abcd", look)], STYLE.look("body"), FACES).broken.lines(400)[0].boxes[0].word.width
    for character in INVISIBLE:
        found = lines(f"ab{character}cd", 400, "left")[0].boxes
        assert sum(box.word.width for box in found) == pytest.approx(plain, abs=0.5)  # they may part it: no kerning


def chance(end: float, start: float, **changes: Any) -> Chance:
    return Chance(end, start, 0.0, 0.0, 0.0, False, 0, 0)._replace(**changes)


def test_the_total_fit_looks_ahead_where_the_first_fit_does_not() -> None:
    # Words of 30, 30, 30, 10 and 95 at a width of 100: the first fit leaves that of 10 alone in its line.
    chances = [chance(30, 32), chance(62, 64), chance(94, 96), chance(106, 108), chance(203, 203)]
    assert first_fit(chances, 100, 100) == [2, 3, 4]
    assert total_fit(chances, 100, 100, Manner(0, 0, 0, 20, 5)) == [1, 3, 4]


def test_nothing_is_found_where_a_word_is_too_wide_but_the_first_fit_goes_on() -> None:
    chances = [chance(50, 52), chance(300, 302), chance(350, 350)]
    assert total_fit(chances, 100, 100, Manner(0, 0, 0, 20, 9)) is None
    assert first_fit(chances, 100, 100) == [0, 1, 2]
