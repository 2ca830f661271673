"""Recommendations: the principles they follow, and the actions, numbered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..brief.models import Action, Brief, OfficeView, Principle
from ..diagnostics import NOWHERE, Source
from ..document import Block, ListItem, NumberedList, Paragraph
from ..languages import Words
from . import (
    HeadedOptions,
    Inlines,
    bullets,
    fact,
    in_a_line,
    item,
    joined,
    leading_in,
    names,
    plain,
    prose,
    section,
    under_label,
    when,
)


class Options(HeadedOptions):
    """Principles stand as a list, or follow one another as sentences of one paragraph."""

    principles: Literal["list", "paragraph"] = "list"


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return principles, then actions in the order of the brief; nothing where there are no recommendations."""
    given = brief.recommendations
    if given:
        items = tuple(_item(action, brief, words) for action in given.actions)
        actions = (NumberedList(items=items, source=given.key_at("actions")),) if items else ()
        blocks = (
            *prose(given.intro),
            *under_label(words.label("objective"), given.objective, given.source),
            *_principles(given.principles, options),
            *leading_in(given.actions_intro),
            *actions,
            *prose(given.closing),
        )
        yield from section(given.title, options, words.heading("recommendations"), blocks, given.source)


def _principles(principles: tuple[Principle, ...], options: Options) -> Iterator[Block]:
    """Return the principles as the template wants them; nothing where there are none."""
    if options.principles == "list":
        yield from bullets((item(p.text.inlines, p.source) for p in principles), _source(principles))
    elif principles:
        source = _source(principles)
        yield Paragraph(inlines=joined((p.text.inlines for p in principles), " ", source), source=source)


def _item(action: Action, brief: Brief, words: Words) -> ListItem:
    """Return an action with, under it, what is known of it, why it should be done, and what offices say to it."""
    source = action.source
    below = (
        *in_a_line(_facts(action, brief, words), source),
        *under_label(words.label("rationale"), action.rationale, source),
        *bullets((_view(view, words) for view in action.views), source),
    )
    return item(action.text.inlines, action.text.source, *below)


def _facts(action: Action, brief: Brief, words: Words) -> Iterator[Inlines]:
    source = action.source
    yield from fact(words.label("addressee"), names(brief, action.addressee, source), source)
    yield from fact(words.label("owner"), action.owner, source)
    yield from fact(words.label("priority"), words.value("rating", action.priority), source)
    yield from fact(words.label("due"), when(action.due, brief, words), source)
    yield from fact(words.label("cost"), action.cost, source)
    yield from fact(words.label("risk"), action.risk, source)
    yield from fact(words.label("decision"), words.value("decision", action.decision), source)


def _view(view: OfficeView, words: Words) -> ListItem:
    said = (*view.by.inlines, *plain(f" {words.value('stance', view.view)}", view.source))
    return item((*said, *plain(": ", view.source), *view.text.inlines) if view.text else said, view.source)


def _source(principles: tuple[Principle, ...]) -> Source:
    return principles[0].source if principles else NOWHERE
