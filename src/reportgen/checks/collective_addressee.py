"""A call upon everybody, such as "the international community must act": nobody will feel that it is meant for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..brief.models import Line, Prose, texts
from ..diagnostics import Source
from ..document import Node
from ..document.walk import walk
from . import CheckOptions, Finding, Phrases, Review, one_of

_HINT = "name the governments, bodies or offices that can act on it"
_CLAUSE = re.compile(r"[.!?…;]\s")


class Options(CheckOptions):
    """Who is nobody in particular, and what calls upon them; `*` stands for any ending of a word."""

    collectives: Phrases = {}
    """Names for everybody."""
    also: Phrases = {}
    """More of them."""
    ignore: Phrases = {}
    """Those of them that are somebody in this house."""
    duties: Phrases = {}
    """Words after the name that call upon them, wherever they stand."""
    abilities: Phrases = {}
    """Words after the name that call upon them among recommendations."""
    calls: Phrases = {}
    """Words before the name that call upon them."""
    reports: Phrases = {}
    """Words earlier in the sentence by which somebody else calls upon them."""


Place = tuple[str, Source]


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each name for everybody that is called upon, at the first place, with how often it is.

    The addressees of recommendations count too, by their actors' names.
    """
    ignored = {name.lower() for name in review.phrases(options.ignore)}
    listed = (*review.phrases(options.collectives), *review.phrases(options.also))
    everybody = tuple(name for name in listed if name.lower() not in ignored)
    found: dict[str, list[Place]] = {}
    for name, place in (*_addressees(review, everybody), *_called(review, options, everybody)):
        found.setdefault(" ".join(name.lower().split()), []).append((name, place))
    for places in found.values():
        name, place = places[0]
        often = f", {len(places)} times" if len(places) > 1 else ""
        yield Finding(f"'{name}' is nobody in particular to call upon{often}", place, _HINT)


def _addressees(review: Review, everybody: tuple[str, ...]) -> Iterator[Place]:
    """Return the addressees and owners of recommendations that go by a name for everybody; each addressee once."""
    given = review.brief.recommendations
    if not given:
        return
    named = (*given.addressee, *(one for action in given.actions for one in action.addressee))
    actors = {one: review.brief.actors.get(one) for one in dict.fromkeys(named)}
    names = [(actor.name.text, one.source) for one, actor in actors.items() if actor]
    names += [(action.owner.text, action.owner.source) for action in given.actions if action.owner]
    for name, place in names:
        found = re.fullmatch(rf"(?:the\s+|all\s+)?({one_of(everybody)})", name, re.IGNORECASE)
        if found:
            yield found[1], place


def _called(review: Review, options: Options, everybody: tuple[str, ...]) -> Iterator[Place]:
    """Return the names for everybody in the text after which, or before which, stands a call upon them."""
    concerned = [*review.words.holding(everybody)]
    if not concerned:
        return
    among = {node.source for text in texts(review.brief.recommendations) for node in _leaves(text)}
    duties, abilities, calls = (
        one_of(review.phrases(one)) for one in (options.duties, options.abilities, options.calls)
    )
    reports = re.compile(one_of(review.phrases(options.reports)), re.IGNORECASE)
    for passage in concerned:
        is_among = any(piece.leaf.source in among for piece in passage.pieces)
        asking = f"(?:{duties}|{abilities})" if is_among else duties
        for found in _pattern(one_of(everybody), asking, calls).finditer(passage.plain):
            group = "called" if found["called"] else "asked"
            sentence = _CLAUSE.split(passage.plain[: found.start()])[-1]
            if is_among or not reports.search(sentence):
                yield found[group], passage.at(*found.span(group))


@cache
def _pattern(everybody: str, duties: str, calls: str) -> re.Pattern[str]:
    asked = rf"{calls}\s+(?:(?:the|all|our)\s+)*(?P<asked>{everybody})"
    return re.compile(rf"(?P<called>{everybody})(?:\s+\w+ly)?\s+{duties}|{asked}", re.IGNORECASE)


def _leaves(text: Line | Prose) -> Iterator[Node]:
    for node in text.inlines if isinstance(text, Line) else text.blocks:
        yield from walk(node)
