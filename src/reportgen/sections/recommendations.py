"""The recommendations: within which principles, what should be done, and what the addressee is to decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from ..brief.models import Action, Brief, Decision, OfficeView, Principle, Recommendations
from ..diagnostics import NOWHERE, Source
from ..document import Block, Choice, DecisionLine, ListItem, NumberedList, Paragraph, Section
from ..languages import Words
from . import (
    HeadedOptions,
    Inlines,
    bullets,
    capital,
    fact,
    in_a_line,
    item,
    joined,
    leading_in,
    missing,
    names,
    plain,
    prose,
    section,
    under_label,
    when,
)


class Options(HeadedOptions):
    """How principles and actions are laid out."""

    principles: Literal["list", "paragraph"] = "list"
    """A list, or sentences of one paragraph."""
    actions: Literal["list", "by_addressee", "by_priority", "decisions"] = "list"
    """One list, a list for each addressee or priority, or one with an answer to be given to each action."""
    choices: tuple[Decision, ...] = ("approve", "disapprove", "discuss")
    """The answers that can be given to an action that names none of its own."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return principles, then actions in the order of the brief; nothing where there are no recommendations."""
    given = brief.recommendations
    if given:
        blocks = (
            *prose(given.intro),
            *under_label(words.label("objective"), given.objective, given.source),
            *_principles(given.principles, options),
            *leading_in(given.actions_intro),
            *_actions(given, brief, options, words),
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


def _source(principles: tuple[Principle, ...]) -> Source:
    return principles[0].source if principles else NOWHERE


def _actions(given: Recommendations, brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the actions in one list, or under headings in several that count on; nothing where there are none."""
    source = given.key_at("actions")
    if options.actions == "by_addressee":
        groups = _grouped((_addressee(action, given, brief, words), action) for action in given.actions)
    elif options.actions == "by_priority":
        groups = _grouped((_priority(action, words), action) for action in _by_rank(given.actions))
    else:
        yield from _list(given.actions, 1, brief, options, words, source)
        return
    start = 1
    for heading, actions in groups:
        blocks = tuple(_list(actions, start, brief, options, words, source))
        yield Section(heading=heading, blocks=blocks, source=actions[0].source)
        start += len(actions)


def _grouped(headed: Iterable[tuple[Inlines, Action]]) -> list[tuple[Inlines, tuple[Action, ...]]]:
    """Return actions under their headings, in the order in which the headings first come."""
    groups: dict[Inlines, list[Action]] = {}
    for heading, action in headed:
        groups.setdefault(heading, []).append(action)
    return [(heading, tuple(actions)) for heading, actions in groups.items()]


def _by_rank(actions: tuple[Action, ...]) -> list[Action]:
    """Return actions from the highest priority to those that have none, else in the author's order."""
    ranks = ("high", "medium", "low", None)
    return sorted(actions, key=lambda action: ranks.index(action.priority))


def _addressee(action: Action, given: Recommendations, brief: Brief, words: Words) -> Inlines:
    """Return to whom an action is addressed, or that this is not stated."""
    found = names(brief, action.addressee or given.addressee, action.source)
    return found or _unstated("addressee", action, words)


def _priority(action: Action, words: Words) -> Inlines:
    rating = words.value("rating", action.priority)
    label = words.label("priority")
    return plain(f"{label}: {rating}", action.source) if rating else _unstated("priority", action, words)


def _unstated(key: str, action: Action, words: Words) -> Inlines:
    return (*plain(f"{words.label(key)}: ", action.source), *missing(words, action.source))


def _list(
    actions: tuple[Action, ...], start: int, brief: Brief, options: Options, words: Words, source: Source
) -> Iterator[Block]:
    items = tuple(_item(action, brief, options, words) for action in actions)
    if items:
        yield NumberedList(items=items, start=start, source=source)


def _item(action: Action, brief: Brief, options: Options, words: Words) -> ListItem:
    """Return an action with, under it, what is known of it, why it should be done, and what offices say to it."""
    source = action.source
    below = (
        *in_a_line(_facts(action, brief, options, words), source),
        *under_label(words.label("rationale"), action.rationale, source),
        *bullets((_view(view, words) for view in action.views), source),
        *((_decision(action, options, words),) if options.actions == "decisions" else ()),
    )
    made = item(action.text.inlines, action.text.source, *below)
    return replace(made, id=action.id, label=words.patterns.recommendation_label) if action.id else made


def _facts(action: Action, brief: Brief, options: Options, words: Words) -> Iterator[Inlines]:
    """Return what is known of an action but for what its list says already."""
    source = action.source
    if options.actions != "by_addressee":
        yield from fact(words.label("addressee"), names(brief, action.addressee, source), source)
    yield from fact(words.label("owner"), action.owner, source)
    if options.actions != "by_priority":
        yield from fact(words.label("priority"), words.value("rating", action.priority), source)
    yield from fact(words.label("due"), when(action.due, brief, words), source)
    yield from fact(words.label("cost"), action.cost, source)
    yield from fact(words.label("risk"), action.risk, source)
    if options.actions != "decisions":
        yield from fact(words.label("decision"), words.value("decision", action.decision), source)


def _view(view: OfficeView, words: Words) -> ListItem:
    said = (*view.by.inlines, *plain(f" {words.value('stance', view.view)}", view.source))
    return item((*said, *plain(": ", view.source), *view.text.inlines) if view.text else said, view.source)


def _decision(action: Action, options: Options, words: Words) -> DecisionLine:
    """Return the answers that can be given to an action, with the one that has been given."""
    source = action.key_at("decision")
    given = (action.decision,) if action.decision else ()
    answers = dict.fromkeys((*(action.choices or options.choices), *given))
    choices = (
        Choice(
            inlines=plain(capital(words.value("decision", answer)), source),
            chosen=answer == action.decision,
            source=source,
        )
        for answer in answers
    )
    return DecisionLine(choices=tuple(choices), source=source)
