"""The words of a document's passages, as an index has them: what an editor looks for stands in few passages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from .passages import Passage

_WORD = re.compile(r"\w+")


class WordIndex:
    """In which of some passages each word stands, in their texts as they are read and as they are the author's."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._places: dict[str, list[int]] = {}
        self._lowered: dict[str, list[int]] = {}
        for at, passage in enumerate(passages):
            words = set(_WORD.findall(passage.text))
            if passage.plain != passage.text:
                words.update(_WORD.findall(passage.plain))
            for word in words:
                self._places.setdefault(word, []).append(at)
        for word, places in self._places.items():
            self._lowered.setdefault(word.lower(), []).extend(places)

    def __iter__(self) -> Iterator[str]:
        """Return each word once, as it is written; in no order that means anything."""
        return iter(self._places)

    def holding(self, phrases: Iterable[str]) -> Iterator[Passage]:
        """Return the passages, in reading order, that may hold one of some phrases: the first word of one, in any case.

        A star in that word stands for any ending of it. A phrase without a word may stand in all passages.
        """
        first = _first_words(tuple(phrases))
        if "" in first:
            return iter(self._passages)
        places = {at for word in first for at in self._lowered.get(word, ())}
        if starts := tuple(word.removesuffix("*") for word in first if word.endswith("*")):
            places.update(at for word, found in self._lowered.items() if word.startswith(starts) for at in found)
        return (self._passages[at] for at in sorted(places))

    def where(self, is_sought: Callable[[str], object]) -> Iterator[Passage]:
        """Return the passages, in reading order, that hold a word, as it is written, of which something is true."""
        places = {at for word, found in self._places.items() if is_sought(word) for at in found}
        return (self._passages[at] for at in sorted(places))


@lru_cache(256)
def _first_words(phrases: tuple[str, ...]) -> frozenset[str]:
    """Return the first word of each phrase in small letters, with its star; an empty one for a phrase without words."""
    found = (re.search(r"\w+\*?", phrase.lower()) for phrase in phrases)
    return frozenset(word.group() if word else "" for word in found)
