"""Python's search for unused cycles, which a memo in the making can do without."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = 50_000
"""After so many new objects Python looks for cycles; by itself it would look hundreds of times at imports."""


@contextmanager
def without_collector() -> Iterator[None]:
    """Let Python not look for unused cycles meanwhile: what is made lives to the end, and grows with the pages.

    It would take a quarter of the time of a long memo. Memory that nothing refers to is given back as ever.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def collect_from_now() -> None:
    """Let Python look for unused cycles in what is made from now on: by what goes on over many memos.

    What is there already, which is what has been imported, is never looked at.
    """
    gc.freeze()
    gc.set_threshold(YOUNG)
    gc.enable()
