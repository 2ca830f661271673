"""The issues in detail: those told at length as paragraphs, those told in a sentence as a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from ..brief.models import Brief, Issue, StickingPoints
from ..document import Block, Paragraph, Section
from ..languages import Words
from ..pieces.sticking import sticking_points
from . import (
    HeadedOptions,
    Inlines,
    capital,
    fact,
    in_a_line,
    listed,
    plain,
    prose,
    run_in,
    section,
    titles,
    under_label,
)

Facet = Literal["scope", "common_ground", "distance", "implications", "linkage", "gaps"]


class Options(HeadedOptions):
    """How each issue is entitled, what is told of it, and whether sticking points follow."""

    run_in_titles: bool = False
    """Whether the text of an issue begins with the issue's title in bold."""
    headings: bool = False
    """Whether each issue has a heading of its own; then no title runs in."""
    facets: tuple[Facet, ...] = ("scope", "common_ground", "distance", "implications", "linkage", "gaps")
    """What is told after the text, in this order."""
    sticking_points: bool = True
    """Whether the sticking points follow."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the issues' texts and sticking points in the order of the brief; nothing where there are none."""
    told = tuple(block for issue in brief.issues for block in _entitled(issue, brief, options, words))
    if not options.sticking_points:
        yield from section(None, options, words.heading("issues"), told, brief.key_at("issues"))
        return
    frame = brief.sticking_points or StickingPoints()
    source = frame.source if brief.sticking_points else brief.key_at("issues")
    blocks = (*prose(frame.intro), *told, *sticking_points(brief, words), *prose(frame.closing))
    yield from section(frame.title, options, words.heading("issues"), blocks, source)


def _entitled(issue: Issue, brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return what is told of an issue as the template wants it entitled; the first of it can be referred to."""
    blocks = tuple(_told(issue, brief, options, words))
    if blocks and options.headings:
        yield Section(heading=issue.title.inlines, blocks=blocks, id=issue.id, source=issue.source)
        return
    if options.run_in_titles:
        blocks = tuple(run_in(issue.title.inlines, blocks, issue.source))
    id: str = issue.id
    for block in blocks:
        if isinstance(block, Paragraph) and id:
            yield replace(block, id=id, label=issue.title.text)
            id = ""
        else:
            yield block


def _told(issue: Issue, brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return what is told of an issue at length; nothing for one without text and facets."""
    yield from prose(issue.text)
    for facet in options.facets:
        yield from _FACETS[facet](issue, brief, words)


def _line(key: str) -> Callable[[Issue, Brief, Words], Iterator[Block]]:
    def line(issue: Issue, brief: Brief, words: Words) -> Iterator[Block]:
        yield from in_a_line(fact(words.label(key), getattr(issue, key), issue.source), issue.source)

    return line


def _text(key: str) -> Callable[[Issue, Brief, Words], Iterator[Block]]:
    def text(issue: Issue, brief: Brief, words: Words) -> Iterator[Block]:
        yield from under_label(words.label(key), getattr(issue, key), issue.source)

    return text


def _links(issue: Issue, brief: Brief, words: Words) -> Iterator[Block]:
    yield from in_a_line(_linked(issue, brief, words), issue.source)


def _linked(issue: Issue, brief: Brief, words: Words) -> Iterator[Inlines]:
    """Return those links to other issues of which the author says something."""
    for link in issue.linkage:
        if link.text:
            label = capital(words.value("linkage", link.kind))
            named = (*titles(brief, (link.issue,), link.source), *plain(" – ", link.source), *link.text.inlines)
            yield from fact(label, named, link.source)


def _gaps(issue: Issue, brief: Brief, words: Words) -> Iterator[Block]:
    yield from listed(words.label("gaps"), issue.gaps, issue.source)


_FACETS: Mapping[Facet, Callable[[Issue, Brief, Words], Iterator[Block]]] = MappingProxyType(
    {
        "scope": _line("scope"),
        "common_ground": _text("common_ground"),
        "distance": _line("distance"),
        "implications": _text("implications"),
        "linkage": _links,
        "gaps": _gaps,
    }
)
