"""The actors: who has which part in the matter, for whom they act, and what binds them."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Actor, Brief
from ..document import Block, Section
from ..languages import Words
from . import HeadedOptions, Inlines, in_a_line, plain, prose, section, under_label


class Options(HeadedOptions):
    """The actors have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return what is said of each actor under the actor's name; nothing where only names are given."""
    told = [actor for actor in brief.actors.values() if actor.text or actor.constraints]
    blocks = [Section(heading=one.name.inlines, blocks=tuple(_told(one, words)), source=one.source) for one in told]
    yield from section(None, options, words.heading("actors"), blocks, brief.key_at("actors"))


def _told(actor: Actor, words: Words) -> Iterator[Block]:
    """Return an actor's office, kind and roles in a line, then the text, and what binds the actor at home."""
    yield from in_a_line(_facts(actor, words), actor.source)
    yield from prose(actor.text)
    yield from under_label(words.label("constraints"), actor.constraints, actor.source)


def _facts(actor: Actor, words: Words) -> Iterator[Inlines]:
    if actor.office:
        yield actor.office.inlines
    if actor.kind:
        yield plain(words.value("actor_kind", actor.kind), actor.source)
    for role in actor.roles:
        yield plain(words.value("role", role), actor.source)
