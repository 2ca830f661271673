"""The numbers of list items, in the forms that word processors count in."""

from __future__ import annotations

from ...style import NumberFormat

LETTERS = 26
LARGEST_LETTER = 780
"""The largest number that Word counts in letters: thirty times z."""

LARGEST_ROMAN = 3999
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def counted(number: int, form: NumberFormat) -> str:
    """Return a number in a form (ECMA-376 17.18.59): after z come aa and bb; in digits where the form has no sign."""
    if form == "letter" and 0 < number <= LARGEST_LETTER:
        turns, letter = divmod(number - 1, LETTERS)
        return chr(ord("a") + letter) * (turns + 1)
    if form == "roman" and 0 < number <= LARGEST_ROMAN:
        return _roman(number)
    return str(number)


def _roman(number: int) -> str:
    signs = ""
    for value, sign in _ROMAN:
        signs += sign * (number // value)
        number %= value
    return signs
