"""Levels of text that runs in both directions, held against the Rust crate `unicode-bidi` that python-bidi wraps."""

from __future__ import annotations

import re
from unicodedata import bidirectional, category, mirrored

import bidi
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.languages.bidi import (
    BRACKETS,
    FROM_THE_RIGHT,
    first_strong,
    levels,
    levels_of_paragraph,
    parts_by_direction,
    runs_both_ways,
    seen,
    way_of,
    way_of_markup,
)

LETTERS = "abאבجد١٢12+-,.:%$ \u0300\u064b<«»!\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u061c\u200b\u00ad"
# The judge forgets an isolate's text before a bracket when it looks for what a bracket stands in (N0, over two runs).
TEXTS = st.text(LETTERS + "()[]{}\u2329\u3009", max_size=40) | st.text(
    LETTERS + "\u2066\u2067\u2068\u2069", max_size=40
)
TAKEN_OUT = ("LRE", "RLE", "LRO", "RLO", "PDF", "BN")  # X9: their levels mean nothing


def judged(text: str, base: int) -> list[int]:
    """Return the levels that the other implementation finds, one for each character."""
    told = str(bidi.get_display(text, base_dir="LR"[base], debug=True))
    of_bytes = [
        int(one) for one in re.findall(r"Level\(\s*(\d+)", told[told.index("levels:") : told.index("paragraphs:")])
    ]
    found, place = [], 0
    for character in text:
        found.append(of_bytes[place])
        place += len(character.encode())
    return found


@settings(max_examples=1000, deadline=None)
@given(TEXTS.filter(bool), st.sampled_from([0, 1]))
def test_levels_are_those_of_another_implementation(text: str, base: int) -> None:
    kept = [index for index, character in enumerate(text) if bidirectional(character) not in TAKEN_OUT]
    mine, others = levels(text, base), judged(text, base)
    assert [mine[index] for index in kept] == [others[index] for index in kept]


@pytest.mark.parametrize(
    ("text", "base", "found"),
    [
        ("abc", 0, "000"),
        ("a אב c", 0, "001100"),
        ("a אב גד", 0, "0011111"),
        ("a אב 12 גד", 0, "0011122111"),
        ("אב abc", 1, "111222"),
        ("a (אב) c", 0, "00011000"),  # brackets stay with the sentence (N0)
        ("אב (c) ד", 1, "11112111"),
        ("a \u2067אב!\u2069 c", 0, "000111000"),
        ("جد 12", 0, "11122"),
        ("50% جد", 0, "000011"),
        ("", 1, ""),
    ],
)
def test_levels(text: str, base: int, found: str) -> None:
    assert "".join(map(str, levels(text, base))) == found


def test_the_order_in_which_a_line_is_seen() -> None:
    text = "he said אבג 123 דה."
    assert "".join(seen(text, levels(text, 0))) == "he said הד 123 גבא."
    assert seen([1, 2, 3], [0, 0, 0]) == [1, 2, 3]
    assert seen([1, 2, 3, 4], [1, 2, 2, 1]) == [4, 2, 3, 1]
    assert seen([], []) == []


@pytest.mark.parametrize(
    ("text", "way"), [("a א", 0), ("אa", 1), ("12 ج", 1), ("12!", None), ("", None), ("\u2067א\u2069 a", 0)]
)
def test_the_first_strong_character_decides_outside_of_isolates(text: str, way: int | None) -> None:
    assert first_strong(text) == way


def test_brackets_are_pairs_of_what_opens_and_closes() -> None:
    for opening, closing in zip(BRACKETS[::2], BRACKETS[1::2], strict=True):
        assert (category(opening), category(closing)) == ("Ps", "Pe")
        assert mirrored(opening)
        assert mirrored(closing)
    assert len(set(BRACKETS)) == len(BRACKETS)


def test_whatever_runs_from_the_right_is_seen_at_a_glance() -> None:
    ways = ("R", "AL", "RLE", "RLO", "RLI", "AN")
    for code in range(0x110000):
        if bidirectional(chr(code)) in ways and not FROM_THE_RIGHT.match(chr(code)):
            assert category(chr(code)) == "Cn" or bidirectional(chr(code)) == "AN", hex(code)
    assert not runs_both_ways("Ґрунт, “naïve” – 12 €")


@pytest.mark.parametrize(
    ("text", "in_one_from_the_left", "in_one_from_the_right"),
    [
        ("abc", None, 1),
        ("12", None, 1),
        ("", None, 1),
        ("אב abc", 1, 1),
        ("abc אב", 0, 1),
        ("\u200eabc אב", 0, 0),
        ("\u200eabc", None, 0),
    ],
)
def test_a_paragraph_runs_as_its_document_lets_it(
    text: str, in_one_from_the_left: int | None, in_one_from_the_right: int
) -> None:
    assert way_of(text, "ltr") == in_one_from_the_left
    assert way_of(text, "rtl") == in_one_from_the_right
    markup = f"<p>{text}</p>"
    assert way_of_markup(markup, "ltr") == in_one_from_the_left
    assert way_of_markup(markup, "rtl") == (None if in_one_from_the_right else 0)  # None: as the document


@pytest.mark.parametrize(
    ("text", "seen_as"),
    [
        ("Geneva, May 2026.", "Geneva, May 2026."),
        ("−3", "−3"),
        ("12 000", "12 000"),
        ("(4.5%)", "(4.5%)"),
        ("1.", ".1"),
        (" 7", "7 "),
        ("אב 12.", ".12 בא"),
    ],
)
def test_words_from_the_left_or_a_number_alone_are_read_as_a_whole(text: str, seen_as: str) -> None:
    assert "".join(seen(text, levels_of_paragraph(text, 1))) == seen_as
    assert levels_of_paragraph(text, 0) == levels(text, 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("abc.", [("abc.", False)]),
        ("12", [("12", False)]),
        (", ", [(", ", True)]),
        ("abc (אב).", [("abc", False), (" (אב).", True)]),
        ("אב 12, abc", [("אב 12, ", True), ("abc", False)]),
    ],
)
def test_runs_of_a_document_from_the_right(text: str, found: list[tuple[str, bool]]) -> None:
    assert list(parts_by_direction(text, "rtl")) == found
