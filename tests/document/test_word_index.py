"""Which passages an index of words leads to."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import NOWHERE
from reportgen.document import Text
from reportgen.document.passages import Passage, Piece
from reportgen.document.word_index import WordIndex

TEXTS = (
    "The international community must act.",
    "Міжнародна спільнота повинна діяти.",
    "On 31st May “Experts say” so; who says ???",
    "Experts Labour on.",
)


def passage(text: str) -> Passage:
    plain = text.replace("“Experts say”", "\ufffc" * 13)
    return Passage(text, plain, "text", (Piece(0, Text(text=text, source=NOWHERE), [], 0),), linked=False)


@pytest.fixture
def index() -> WordIndex:
    return WordIndex([passage(text) for text in TEXTS])


@pytest.mark.parametrize(
    ("phrases", "numbers"),
    [
        (["international community"], [0]),
        (["INTERNATIONAL  actors", "experts agree"], [0, 2, 3]),
        (["спільнот*"], [1]),
        (["спільнот"], []),
        (["???"], [0, 1, 2, 3]),
        ([], []),
    ],
)
def test_phrases_lead_to_the_passages_that_may_hold_them(
    index: WordIndex, phrases: list[str], numbers: list[int]
) -> None:
    assert [TEXTS.index(one.text) for one in index.holding(phrases)] == numbers


def test_words_are_asked_about_as_they_are_written(index: WordIndex) -> None:
    assert [TEXTS.index(one.text) for one in index.where(str.isupper)] == []
    assert [TEXTS.index(one.text) for one in index.where(lambda word: word[0].isdigit())] == [2]
    assert sorted(word for word in index if word.startswith("L")) == ["Labour"]
