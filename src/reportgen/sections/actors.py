"""The actors: who has which part in the matter, for whom they act, and what binds them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..brief.models import Actor, Brief
from ..document import Block, Paragraph, Row, Section
from ..languages import Words
from . import HeadedOptions, Inlines, cell, in_a_line, joined, names, plain, prose, row, section, table, under_label


class Options(HeadedOptions):
    """Actors of whom something is said stand under their names, or in a table with all who have a part."""

    form: Literal["sections", "table"] = "sections"
    """Under their names, or in a table."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return what is said of each actor; nothing where only names are given."""
    source = brief.key_at("actors")
    if options.form == "table":
        heads = tuple(words.label(key) for key in ("actor", "role", "acts_for", "constraints"))
        shown = [actor for actor in brief.actors.values() if actor.roles or actor.acts_for or _is_told(actor)]
        blocks: tuple[Block, ...] = tuple(
            table(heads, (_row(actor, brief, words) for actor in shown), (1.4, 1.0, 1.0, 1.8), source)
        )
    else:
        told = [actor for actor in brief.actors.values() if _is_told(actor)]
        blocks = tuple(
            Section(heading=one.name.inlines, blocks=tuple(_told(one, words)), source=one.source) for one in told
        )
    yield from section(None, options, words.heading("actors"), blocks, source)


def _is_told(actor: Actor) -> bool:
    return bool(actor.text or actor.constraints)


def _told(actor: Actor, words: Words) -> Iterator[Block]:
    """Return an actor's office, kind and roles in a line, then the text, and what binds the actor at home."""
    yield from in_a_line((*_about(actor, words), *_roles(actor, words)), actor.source)
    yield from prose(actor.text)
    yield from under_label(words.label("constraints"), actor.constraints, actor.source)


def _about(actor: Actor, words: Words) -> Iterator[Inlines]:
    if actor.office:
        yield actor.office.inlines
    if actor.kind:
        yield plain(words.value("actor_kind", actor.kind), actor.source)


def _roles(actor: Actor, words: Words) -> Iterator[Inlines]:
    for role in actor.roles:
        yield plain(words.value("role", role), actor.source)


def _played(actor: Actor, words: Words) -> Iterator[Paragraph]:
    inlines = joined(_roles(actor, words), ", ", actor.source)
    if inlines:
        yield Paragraph(inlines=inlines, source=actor.source)


def _row(actor: Actor, brief: Brief, words: Words) -> Row:
    """Return an actor's row: name, office, kind and parts played, for whom, and what is said of the actor."""
    source = actor.source
    return row(
        source,
        cell(actor.name.inlines, source, header=True),
        cell((), source, *in_a_line(_about(actor, words), source), *_played(actor, words)),
        cell(names(brief, (actor.acts_for,) if actor.acts_for else (), source), source),
        cell((), source, *prose(actor.constraints), *prose(actor.text)),
    )
