"""Who has a part in the matter."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from ...located import Closed, PlainText, PlainTexts, Reference, one_or_many
from .text import Line, Prose

ActorKind = Literal["state", "igo", "armed_group", "person", "office", "group", "collective", "affected_population"]
Role = Literal["party", "mediator", "facilitator", "guarantor", "observer", "monitor", "donor", "spoiler", "witness"]


class Actor(Closed):
    """Somebody with a part in the matter: a state, an organisation, a person, a group."""

    SHORT_FORM: ClassVar[str] = "name"

    name: Line
    """The name, as it is printed."""
    kind: ActorKind | None = None
    """What sort of actor it is."""
    roles: Annotated[tuple[Role, ...], one_or_many] = ()
    """The parts that the actor plays in the talks."""
    office: Line | None = None
    """A person's office, such as `Foreign Minister`."""
    acts_for: Reference | None = None
    """The id of the actor for whom this one speaks."""
    aliases: PlainTexts = ()
    """Other names that the text may use, such as the capital for the government."""
    variants_forbidden: PlainTexts = ()
    """Spellings of the name that the text must not use."""
    iso3: PlainText | None = None
    """The country's code of three letters (ISO 3166-1)."""
    pax: PlainText | None = None
    """The actor's name in the PA-X peace agreements database."""
    ucdp: PlainText | None = None
    """The actor's number in the UCDP conflict data."""
    constraints: Prose | None = None
    """What binds the actor at home."""
    text: Prose | None = None
    """What is to be said of the actor."""
