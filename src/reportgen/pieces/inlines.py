"""Words in a line: those of the language, names of what the brief tells of, facts behind their labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import Formatter
from typing import TypeAlias

from ..brief.models import Brief, Line, Person
from ..diagnostics import Source
from ..document import Hole, Inline, Span, Text
from ..languages import Words
from ..located import Scalar

Inlines: TypeAlias = tuple[Inline, ...]


def plain(text: str, source: Source) -> Inlines:
    """Return words of the language or of a vocabulary as inlines."""
    return (Text(text=text, source=source),)


def missing(words: Words, source: Source) -> Inlines:
    """Return the words that say aloud that something is not stated."""
    return (Span(inlines=plain(words.not_stated, source), role="missing", source=source),)


def named(person: Person) -> Inlines:
    """Return the name of a person and, after a comma, the office."""
    office = (*plain(", ", person.source), *person.office.inlines) if person.office else ()
    return (*person.name.inlines, *office)


def unannounced(words: Words, source: Source) -> Inlines:
    """Return the words that say aloud that something has not been announced."""
    return (Span(inlines=plain(words.not_announced, source), role="missing", source=source),)


def hole(label: str, expects: str, source: Source) -> Inlines:
    """Return a hole in place of a value that the document type requires and that is open."""
    return (Hole(label=label.lower(), expects=expects, source=source),)


def joined(parts: Iterable[Inlines], separator: str, source: Source) -> Inlines:
    """Return several pieces of text as one, a separator between them; the empty text for none."""
    inlines: list[Inline] = []
    for part in parts:
        inlines.extend(plain(separator, source) if inlines else ())
        inlines.extend(part)
    return tuple(inlines)


def filled(pattern: str, source: Source, **blanks: Inlines) -> Inlines:
    """Return a pattern of the language with text in its blanks, such as `{action} by {date}`."""
    inlines: list[Inline] = []
    for words, blank, _, _ in Formatter().parse(pattern):
        inlines.extend((*(plain(words, source) if words else ()), *(blanks[blank] if blank else ())))
    return tuple(inlines)


def capital(word: str) -> str:
    """Return a word of a vocabulary as it begins a line; the empty text for none."""
    return word[:1].upper() + word[1:]


def fact(label: str, value: Line | Inlines | str | None, source: Source) -> Iterator[Inlines]:
    """Return a value behind its label, such as `Owner: the desk`; nothing where there is no value."""
    if value:
        inlines = (
            value.inlines if isinstance(value, Line) else plain(value, source) if isinstance(value, str) else value
        )
        yield (*plain(f"{label}: ", source), *inlines)


def names(brief: Brief, actors: Iterable[Scalar], source: Source) -> Inlines:
    """Return the names of actors, by their ids, with commas between them."""
    return joined((brief.actors[actor].name.inlines for actor in actors), ", ", source)


def titles(brief: Brief, issues: Iterable[Scalar], source: Source) -> Inlines:
    """Return the titles of issues, by their ids, with commas between them."""
    known = {issue.id: issue.title.inlines for issue in brief.issues}
    return joined((known[issue] for issue in issues), ", ", source)
