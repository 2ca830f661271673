"""Who talks, in which process, about what."""

from __future__ import annotations

from typing import ClassVar, Literal

from ...located import Closed, PlainText, Reference
from .dates import Date
from .text import Line, Prose

ActorKind = Literal["state", "igo", "armed_group", "person", "office", "group", "collective", "affected_population"]


class Actor(Closed):
    """Somebody with a part in the matter: a state, an organisation, a person, a group."""

    SHORT_FORM: ClassVar[str] = "name"

    name: Line
    kind: ActorKind | None = None
    office: Line | None = None
    acts_for: Reference | None = None
    aliases: tuple[PlainText, ...] = ()
    iso3: PlainText | None = None


class Announcement(Closed):
    """Who announced the talks, when, and who confirmed it."""

    by: Reference
    date: Date | None = None
    confirmed_by: tuple[Reference, ...] = ()


class Talks(Closed):
    """The talks: what is said of them, and the facts beside it."""

    title: Line | None = None
    text: Prose | None = None
    parties: tuple[Reference, ...] = ()
    status: Literal["announced", "planned", "under_way", "suspended", "stalled", "concluded", "collapsed"] | None = None
    previous_status: Literal["under_way", "suspended", "stalled", "concluded", "collapsed"] | None = None
    announced: Announcement | None = None


class Agenda(Closed):
    """What frames the list of the issues that are on the agenda."""

    title: Line | None = None
    intro: Prose | None = None
    closing: Prose | None = None
