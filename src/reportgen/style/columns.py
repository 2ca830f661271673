"""How the columns of a table share its width: one rule for every format."""

from __future__ import annotations

from collections.abc import Sequence

LEAST_WIDTH = 36.0
"""The width in points below which no column's share may bring it, while there is room for all."""


def column_widths(shares: Sequence[float], width: float) -> tuple[float, ...]:
    """Return the widths of columns by their shares, none of them too narrow for a word; in points; none for none.

    What the narrow ones get beyond their share is taken from the others, in proportion.
    """
    least = min(LEAST_WIDTH, width / max(len(shares), 1))
    narrow: set[int] = set()
    while True:
        free = width - least * len(narrow)
        whole = sum(share for index, share in enumerate(shares) if index not in narrow) or 1.0
        widths = [least if index in narrow else free * share / whole for index, share in enumerate(shares)]
        more = {index for index, one in enumerate(widths) if one < least - 1e-9} - narrow
        if not more:
            return tuple(widths)
        narrow |= more
