"""Where words may be divided at the end of a line, by the patterns of their language.

The patterns are those of Liang (Word Hy-phen-a-tion by Com-put-er, 1983) as the dictionaries of the package `pyphen`
hold them. They are read here rather than by pyphen, which takes 70 ms for English: a pattern's numbers are read when
the pattern is first met in a word. The package is found but never imported.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

LEFT, RIGHT = 2, 3
"""How many letters stand before and after a division at least."""

LEAST, MOST = 6, 48
"""The letters of words that are divided: no shorter ones, and nothing so long that it is no word."""

_HEXADECIMAL = re.compile(r"\^\^([0-9a-f]{2})")
_CHANGES = re.compile("/.*")
_CODE_PAGES = {"microsoft-cp1251": "cp1251"}


class Hyphenator:
    """The patterns of one language."""

    def __init__(self, text: str) -> None:
        written = _HEXADECIMAL.sub(lambda found: chr(int(found[1], 16)), text)
        letters = written.encode().translate(None, b"0123456789").decode()  # bytes: ten times as fast as strings
        if "/" in letters:
            letters = _CHANGES.sub("", letters)
        # Comments and settings among the lines do no harm: they hold what no word holds.
        self._patterns = dict(zip(letters.split("\n"), written.split("\n"), strict=True))

    def divisions(self, word: str) -> tuple[int, ...]:
        """Return after how many of its letters a word may be divided, in order; none for what is no word."""
        return _divisions(self, word.lower()) if LEAST <= len(word) <= MOST else ()

    def found(self, word: str) -> list[int]:
        """Return the value of each place in a word, from before its first letter: an odd one lets it be divided."""
        bounded = f".{word}."
        values = [0] * (len(bounded) + 1)
        for start in range(len(bounded)):
            for end in range(start + 1, len(bounded) + 1):
                pattern = self._patterns.get(bounded[start:end])
                if pattern:
                    for place, value in enumerate(_values(pattern), start):
                        values[place] = max(values[place], value)
        return values[1:]


@cache
def hyphenator(tag: str) -> Hyphenator | None:
    """Return the patterns of a language by its tag (BCP 47), those of its region if there are any; None without any."""
    wanted = tag.replace("-", "_").lower()
    files = _dictionaries()
    while wanted:
        for name, path in files.items():
            if name == wanted or name.startswith(f"{wanted}_"):
                with path.open("rb") as file:
                    encoding = file.readline().decode("ascii").strip()
                    text = file.read().decode(_CODE_PAGES.get(encoding.lower(), encoding))
                return Hyphenator(text.replace("\r", ""))
        wanted = wanted.rpartition("_")[0]
    return None


@cache
def _dictionaries() -> dict[str, Path]:
    """Return the files of patterns by the names of their languages, in alphabetical order."""
    found = find_spec("pyphen")
    if found is None or not found.submodule_search_locations:
        return {}
    folder = Path(found.submodule_search_locations[0]) / "dictionaries"
    return {path.stem.removeprefix("hyph_").lower(): path for path in sorted(folder.glob("hyph_*.dic"))}


@lru_cache(maxsize=20_000)
def _divisions(patterns: Hyphenator, word: str) -> tuple[int, ...]:
    values = patterns.found(word)
    return tuple(place for place in range(LEFT, len(word) - RIGHT + 1) if values[place] % 2)


@cache
def _values(pattern: str) -> tuple[int, ...]:
    """Return the numbers of a pattern, one before each of its letters and one after the last.

    Where a division would change letters (`schif1f/ff=f`), its odd numbers become the even ones above, which forbid it:
    what an author wrote is never spelt otherwise.
    """
    plain, changes, _ = pattern.partition("/")
    values = [0]
    for character in plain:
        if character.isdecimal():
            values[-1] = int(character)
        else:
            values.append(0)
    return tuple(value + value % 2 for value in values) if changes else tuple(values)
