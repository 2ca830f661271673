"""The numbers of list items."""

from __future__ import annotations

import pytest

from reportgen.style import NumberFormat
from reportgen.writers.pdf.numbers import counted


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", ["0", "1", "4", "26", "27", "4000"]),
        ("letter", ["0", "a", "d", "z", "aa", "4000"]),
        ("roman", ["0", "i", "iv", "xxvi", "xxvii", "4000"]),
    ],
)
def test_numbers_are_counted_as_word_processors_do(form: NumberFormat, expected: list[str]) -> None:
    assert [counted(number, form) for number in (0, 1, 4, 26, 27, 4000)] == expected


def test_letters_end_where_words_end() -> None:
    assert [counted(number, "letter") for number in (780, 781, 999_999_999)] == ["z" * 30, "781", "999999999"]
