"""Places along a line for things that want to stand somewhere, need room, and keep their order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def spread(wanted: Sequence[float], sizes: Sequence[float], start: float, end: float, gap: float = 0.0) -> list[float]:
    """Return the middles of things of some sizes, as near to those wanted as their order, gaps and the ends allow.

    Nearest by the sum of squares (pool adjacent violators). Where there is too little room they go beyond the end; none
    for none.
    """
    offsets = [0.0]
    for one, other in pairwise(sizes):
        offsets.append(offsets[-1] + (one + other) / 2 + gap)
    if not sizes:
        return []
    pools: list[tuple[float, int]] = []  # the mean of what is wanted less the offset, and of how many
    for place, offset in zip(wanted, offsets, strict=False):
        mean, count = place - offset, 1
        while pools and pools[-1][0] > mean:
            before, number = pools.pop()
            mean, count = (before * number + mean * count) / (number + count), number + count
        pools.append((mean, count))
    least = start + sizes[0] / 2
    most = max(end - sizes[-1] / 2 - offsets[-1], least)
    means = [min(max(mean, least), most) for mean, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]
