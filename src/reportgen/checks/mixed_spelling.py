"""British and American spelling in one memo, or another than the one that the brief names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from ..located import PlainTexts
from . import CheckOptions, Finding, Review

Habit = Literal["colour", "color", "ise", "ize"]

_ENDINGS = (
    "",
    "s",
    "ed",
    "ing",
    "er",
    "ers",
    "able",
    "ably",
    "ite",
    "ites",
    "ful",
    "fully",
    "less",
    "hood",
    "hoods",
    "ly",
)
_VERB_ENDINGS = ("e", "es", "ed", "ing", "er", "ers", "ation", "ations", "ational")
_WRONG: dict[str | None, tuple[tuple[Habit, ...], ...]] = {
    "us": (("colour",), ("ise",)),
    "uk": (("color",), ("ize",)),
    "oxford": (("color",), ("ise",)),
}

_AT_ODDS: tuple[tuple[Habit, Habit], ...] = (("colour", "color"), ("ise", "ize"), ("ise", "color"))
"""Spellings that can't both be meant; British and -ize can."""


class Options(CheckOptions):
    """The words that are spelt in two ways."""

    british: PlainTexts = ()
    """Words in British spelling only."""
    american: PlainTexts = ()
    """Words in American spelling only."""
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
    wrong, others = _wrong(found, review.brief.spelling)
    if wrong:
        passage, match = wrong[0]
        words = _examples(wrong)
        if review.brief.spelling:
            message = f"{words} are not spelt as the brief has it: '{review.brief.spelling}'"
            hint = "spell them so, or change 'spelling'"
        else:
            message = f"two spellings in one memo: {words} beside {_examples(others)}"
            hint = "keep to one of them, and name it: 'spelling: us', uk or oxford"
        yield Finding(message, passage.at(*match.span()), hint)


def _found(review: Review, options: Options) -> dict[Habit, list[Any]]:
    """Return the author's own words in each spelling, with their passages, in reading order."""
    spelt = _spelt(options.british, options.american, options.verbs)
    habits = {word: spelt[word] for word in review.words if word in spelt}
    for word in options.ignore:
        habits.pop(word, None)
    found: dict[Habit, list[Any]] = {"colour": [], "color": [], "ise": [], "ize": []}
    words = re.compile(rf"\b(?:{'|'.join(sorted(habits))})\b")
    for passage in review.words.where(habits.__contains__):
        for match in words.finditer(passage.plain):
            if review.is_authored(passage, match.start()):
                found[habits[match.group()]].append((passage, match))
    return found


@cache
def _spelt(british: tuple[str, ...], american: tuple[str, ...], verbs: tuple[str, ...]) -> dict[str, Habit]:
    """Return all words that are spelt in two ways, each with the spelling that it is in."""
    return {
        **{f"{verb}z{ending}": "ize" for verb in verbs for ending in _VERB_ENDINGS},
        **{f"{verb}s{ending}": "ise" for verb in verbs for ending in _VERB_ENDINGS},
        **{f"{word}{ending}": "color" for word in american for ending in _ENDINGS},
        **{f"{word}{ending}": "colour" for word in british for ending in _ENDINGS},
    }


def _wrong(found: dict[Habit, list[Any]], spelling: str | None) -> tuple[list[Any], list[Any]]:
    """Return the words that are not in the brief's spelling, or in the one that is used less, and those beside them."""
    if spelling:
        return [one for habits in _WRONG[spelling] for habit in habits for one in found[habit]], []
    for one, other in _AT_ODDS:
        if found[one] and found[other]:
            wrong, others = sorted((found[other], found[one]), key=len)
            return wrong, others
    return [], []


def _examples(words: list[Any]) -> str:
    """Return up to three different words."""
    told = dict.fromkeys(match.group() for _, match in words)
    return ", ".join(f"'{word}'" for word in list(told)[:3])
