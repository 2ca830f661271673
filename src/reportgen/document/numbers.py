"""Numbers in letters and in roman figures, as word processors count (ECMA-376 17.18.59)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def in_letters(number: int, alphabet: str) -> str:
    """Return a number from 1 as a letter; after the last come the first twice, and so on."""
    turns, letter = divmod(number - 1, len(alphabet))
    return alphabet[letter] * (turns + 1)


def in_roman(number: int) -> str:
    """Return a number from 1 in small roman figures."""
    signs = ""
    for value, sign in _ROMAN:
        signs += sign * (number // value)
        number %= value
    return signs
