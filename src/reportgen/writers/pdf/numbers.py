"""The numbers of list items, in the forms that word processors count in."""

from __future__ import annotations

from string import ascii_lowercase

from ...document.numbers import in_letters, in_roman
from ...style import NumberFormat

LARGEST_LETTER = 780
"""The largest number that Word counts in letters: thirty times z."""

LARGEST_ROMAN = 3999


def counted(number: int, form: NumberFormat) -> str:
    """Return a number in a form (ECMA-376 17.18.59): after z come aa and bb; in digits where the form has no sign."""
    if form == "letter" and 0 < number <= LARGEST_LETTER:
        return in_letters(number, ascii_lowercase)
    if form == "roman" and 0 < number <= LARGEST_ROMAN:
        return in_roman(number)
    return str(number)
