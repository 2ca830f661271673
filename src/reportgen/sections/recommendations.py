"""Recommendations: the principles they follow, and the actions, numbered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..brief.models import Action, Brief, Principle
from ..document import Block, BulletList, Inline, ListItem, NumberedList, Paragraph
from ..languages import Words
from . import HeadedOptions, leading_in, plain, prose, section


class Options(HeadedOptions):
    """Principles stand as a list, or follow one another as sentences of one paragraph."""

    principles: Literal["list", "paragraph"] = "list"


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return principles, then actions in the order of the brief; nothing where there are no recommendations."""
    given = brief.recommendations
    if given:
        items = tuple(_item(action, words) for action in given.actions)
        actions = (NumberedList(items=items, source=given.key_at("actions")),) if items else ()
        principles = _principles(given.principles, options)
        ways = (*leading_in(given.actions_intro), *actions)
        blocks = (*prose(given.intro), *principles, *ways, *prose(given.closing))
        yield from section(given.title, options, words.recommendations, blocks, given.source)


def _principles(principles: tuple[Principle, ...], options: Options) -> Iterator[Block]:
    """Return the principles as the template wants them; nothing where there are none."""
    if not principles:
        return
    source = principles[0].source
    if options.principles == "list":
        items = (
            ListItem(blocks=(Paragraph(inlines=p.text.inlines, source=p.source),), source=p.source) for p in principles
        )
        yield BulletList(items=tuple(items), source=source)
        return
    inlines: list[Inline] = []
    for principle in principles:
        inlines.extend(plain(" ", principle.source) if inlines else ())
        inlines.extend(principle.text.inlines)
    yield Paragraph(inlines=tuple(inlines), source=source)


def _item(action: Action, words: Words) -> ListItem:
    """Return an action with, under it, what is known of its owner, priority and date."""
    blocks = [Paragraph(inlines=action.text.inlines, source=action.text.source)]
    facts = list(_facts(action, words))
    if facts:
        inlines: list[Inline] = []
        for fact in facts:
            inlines.extend(plain("; ", action.source) if inlines else ())
            inlines.extend(fact)
        blocks.append(Paragraph(inlines=tuple(inlines), source=action.source))
    return ListItem(blocks=tuple(blocks), source=action.source)


def _facts(action: Action, words: Words) -> Iterator[tuple[Inline, ...]]:
    if action.owner:
        yield (*plain(f"{words.owner}: ", action.source), *action.owner.inlines)
    if action.priority:
        yield plain(f"{words.priority}: {words.word(action.priority)}", action.source)
    if action.due:
        yield plain(f"{words.due}: {words.on(action.due)}", action.source)
