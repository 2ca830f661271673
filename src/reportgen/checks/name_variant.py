"""A name in a spelling that the house or the author does not use, or one name in two spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..located import PlainText, PlainTexts
from . import CheckOptions, Finding, Phrases, Review, one_of

Spellings = dict[PlainText, dict[PlainText, PlainTexts]]
"""By language, names as they should be and the spellings that should not be."""


class Options(CheckOptions):
    """Which spellings are not to be used, and which not beside one another."""

    variants: Spellings = {}
    """Names and the spellings that this house does not use."""
    pairs: Spellings = {}
    """Names and other spellings that may be used, but not both in one memo."""
    ignore: Phrases = {}
    """Phrases in which such a spelling is right."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each spelling, at the first place where it stands, with how often it does.

    Words in quotation marks, titles and names of agreements are left alone.
    """
    forbidden = {wrong: name for name, wrongs in _of(review, options.variants).items() for wrong in wrongs}
    for actor in review.brief.actors.values():
        forbidden |= dict.fromkeys(actor.variants_forbidden, actor.name.text)
    for wrong, name in forbidden.items():
        places = _places(review, options, wrong)
        yield from _finding(places, f"'{wrong}' is not how this name is to be written", f"write '{name}'")
    for name, wrongs in _of(review, options.pairs).items():
        for wrong in wrongs:
            if wrong not in forbidden and _places(review, options, name):
                places = _places(review, options, wrong, _glosses(name, wrong))
                hint = f"keep to '{name}' or to '{wrong}'"
                yield from _finding(places, f"'{wrong}' and '{name}' stand for one name", hint)


def _of(review: Review, spellings: Spellings) -> Mapping[str, tuple[str, ...]]:
    """Return the names of the memo's language with their other spellings; none where there are none for it."""
    tag = review.document.meta.language
    return spellings.get(tag) or spellings.get(tag.partition("-")[0]) or {}


def _glosses(name: str, other: str) -> str:
    """Return the pattern of one name beside the other in brackets: "Myanmar (formerly Burma)" explains it."""
    one, two = one_of([name]), one_of([other])
    return rf"{one}\s\([^()]*{two}[^()]*\)|{two}\s\([^()]*{one}[^()]*\)"


def _finding(places: list[Any], message: str, hint: str) -> Iterator[Finding]:
    """Return the finding at the first of some places; none where there are none."""
    if places:
        often = f" ({len(places)} times)" if len(places) > 1 else ""
        passage, start, end = places[0]
        yield Finding(f"{message}{often}", passage.at(start, end), hint)


def _places(review: Review, options: Options, word: str, glosses: str = "(?!)") -> list[Any]:
    """Return where a spelling stands but in phrases that are left alone and in glosses."""
    right = one_of(phrase for phrase in review.phrases(options.ignore) if word in phrase)
    pattern = re.compile(rf"(?P<right>{right}|{glosses})|(?P<word>{one_of([word])})")
    return [
        (passage, *found.span("word"))
        for passage in review.passages
        if word in passage.plain
        for found in pattern.finditer(passage.plain)
        if found["word"]
    ]
