"""Lay the values of a file over those of the one that it extends."""

from __future__ import annotations

from collections.abc import Iterable

from .values import Mapping


def overlaid(chain: Iterable[Mapping]) -> Mapping:
    """Return the values of a chain of files, the nearest first: of each key the nearest value, of mappings all keys.

    Lists are taken whole. Each value keeps the place where it stands; what is missing is so in the nearest file.
    """
    near, *farther = chain
    return _over(near, overlaid(farther)) if farther else near


def _over(near: Mapping, far: Mapping) -> Mapping:
    values = {**far, **near}
    for key in near.keys() & far.keys():
        over, under = near[key], far[key]
        if isinstance(over, Mapping) and isinstance(under, Mapping):
            values[key] = _over(over, under)
    return Mapping.of(values, near.source, {**far.keys_at, **near.keys_at})
