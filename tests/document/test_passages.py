"""Passages: the memo's text as checks read it, with what is not the author's own words blanked out."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

import reportgen
from reportgen.document.passages import BLANK, Passage, passages

Memo = Callable[..., reportgen.Memo]


def of(memo: Memo, text: str) -> list[Passage]:
    """Return the passages of a memo's conclusion below its heading."""
    indented = "\n".join(f"  {line}" for line in text.split("\n"))
    document = memo(f"title: A\ndate: 2026-01-01\nto: X\nfrom: Y\nconclusion: |\n{indented}\n").document
    return [one for one in passages(document) if one.source.path == "conclusion"][1:]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("He said “so it is” twice.", "He said  twice."),
        ("See *The Economist* and **this**.", "See  and this."),
        ("Run `kiev` and {{ hole('kiev') }}.", "Run  and ."),
        ("Both [sides](https://un.int) agree.", "Both sides agree."),
    ],
)
def test_what_is_quoted_or_named_is_blank(memo: Memo, text: str, left: str) -> None:
    (passage,) = of(memo, text)
    assert passage.plain.replace(BLANK, "") == left
    assert len(passage.plain) == len(passage.text)
    assert passage.linked == ("](" in text)


def test_each_line_is_a_passage_of_its_place(memo: Memo) -> None:
    found = of(memo, "Text.\n\n# Head\n\n- Item\n\n|A|\n|-|\n|b|\n\n> Quoted.")
    assert [(one.text, one.place) for one in found] == [
        ("Text.", "text"),
        ("Head", "heading"),
        ("Item", "text"),
        ("A", "cell"),
        ("b", "cell"),
        ("Quoted.", "text"),
    ]
    assert set(found[-1].plain) == {BLANK}


def test_a_place_counts_the_same_words_before_it(memo: Memo) -> None:
    first, second = of(memo, "Kiev and *no* Kiev.\n\nAnd Kiev.")
    places = [first.at(0, 4), first.at(12, 16), second.at(4, 8)]
    assert [(place.quote, place.nth) for place in places] == [("Kiev", 0), ("Kiev", 1), ("Kiev", 0)]


def test_a_long_text_of_many_pieces_takes_linear_time(memo: Memo) -> None:
    def taken(number: int) -> float:
        document = memo("title: A\ndate: 2026-01-01\nto: X\nfrom: Y\nconclusion: " + "a **b** " * number).document
        took = []
        for _ in range(3):
            begun = time.process_time()
            assert len(list(passages(document))[-1].pieces) >= 2 * number
            took.append(time.process_time() - begun)
        return min(took)

    assert taken(8000) < 40 * max(taken(800), 0.002)  # ten times as much; were it quadratic, a hundred
