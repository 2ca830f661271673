"""British and American spelling in one memo, or another than the one that the brief names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from ..located import PlainTexts
from . import CheckOptions, Finding, Review

Habit = Literal["colour", "color", "ise", "ize"]

_ENDINGS = "(?:s|ed|ing|er|ers|able|ably|ite|ites|ful|fully|less|hood|hoods|ly)?"
_VERB_ENDINGS = "(?:e|es|ed|ing|er|ers|ation|ations|ational)"
_WRONG: dict[str | None, tuple[tuple[Habit, ...], ...]] = {
    "us": (("colour",), ("ise",)),
    "uk": (("color",), ("ize",)),
    "oxford": (("color",), ("ise",)),
}


class Options(CheckOptions):
    """The words that are spelt in two ways."""

    british: PlainTexts = ()
    """Words in British spelling; the American ones stand in the same order."""
    american: PlainTexts = ()
    verbs: PlainTexts = ()
    """Verbs in -ise or -ize, up to that ending."""
    ignore: PlainTexts = ()
    """Words that are right in this house as they are."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return one finding, at the first word in the spelling that is used less; nothing in other languages.

    Words that begin with a capital letter may be names and are left alone. American and -ise, or British and American,
    can't both be meant; British with -ize is Oxford's.
    """
    if review.document.meta.language.partition("-")[0] != "en":
        return
    found = _found(review, options)
    wrong = _wrong(found, review.brief.spelling)
    if wrong:
        passage, match = wrong[0]
        words = _examples(wrong)
        others = _examples([one for habit, ones in found.items() for one in ones if ones and one not in wrong])
        if review.brief.spelling:
            message = f"{words} are not spelt as the brief has it: '{review.brief.spelling}'"
        else:
            message = f"two spellings in one memo: {words} beside {others}"
        yield Finding(
            message, passage.at(*match.span()), "keep to one of them, and name it: 'spelling: us', uk or oxford"
        )


def _found(review: Review, options: Options) -> dict[Habit, list[Any]]:
    """Return the words in each spelling, with their passages, in reading order."""
    pattern = _pattern(options.british, options.american, options.verbs)
    found: dict[Habit, list[Any]] = {"colour": [], "color": [], "ise": [], "ize": []}
    for passage in review.passages:
        for match in pattern.finditer(passage.plain):
            if match.group() not in options.ignore:
                found[match.lastgroup].append((passage, match))  # type: ignore[index]
    return found


@cache
def _pattern(british: tuple[str, ...], american: tuple[str, ...], verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of all words in all spellings, each spelling a group."""
    stems = "|".join(verbs)
    return re.compile(
        rf"\b(?:(?P<colour>(?:{'|'.join(british)}){_ENDINGS})|(?P<color>(?:{'|'.join(american)}){_ENDINGS})"
        rf"|(?P<ise>(?:{stems})s{_VERB_ENDINGS})|(?P<ize>(?:{stems})z{_VERB_ENDINGS}))\b"
    )


def _wrong(found: dict[Habit, list[Any]], spelling: str | None) -> list[Any]:
    """Return the words that are not in the brief's spelling, or in the one that is used less; none where all agree."""
    if spelling:
        return [one for habits in _WRONG[spelling] for habit in habits for one in found[habit]]
    for one, other in (("colour", "color"), ("ise", "ize"), ("ise", "color")):
        if found[one] and found[other]:  # type: ignore[index]
            return min(found[other], found[one], key=len)  # type: ignore[index]
    return []


def _examples(words: list[Any]) -> str:
    """Return up to three different words."""
    told = dict.fromkeys(match.group() for _, match in words)
    return ", ".join(f"'{word}'" for word in list(told)[:3])
