"""How it is to be carried out, and what may go wrong."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, WithJsonSchema

from ...located import Closed, Reference, References, Scalar
from .dates import Due
from .issues import Rating
from .text import Line, Prose

ImplementationStatus = Literal["not_initiated", "minimal", "intermediate", "full"]

_BY_NUMBER = dict(enumerate(("not_initiated", "minimal", "intermediate", "full")))
"""The numbers of the Peace Accords Matrix for how far a commitment is carried out."""


def _by_number(value: Any) -> Any:
    if isinstance(value, Scalar) and value.kind == "number" and value.isdecimal():
        return _BY_NUMBER.get(int(value), value)
    return str(value) if isinstance(value, Scalar) else value


_Status = Annotated[
    ImplementationStatus,
    BeforeValidator(_by_number),
    WithJsonSchema({"enum": [*_BY_NUMBER.values(), *_BY_NUMBER]}),
]


class Commitment(Closed):
    """What somebody has committed to, and how far it is carried out."""

    id: Reference | None = None
    text: Line
    """What is to be done."""
    responsible: References = ()
    """The ids of the actors who have committed to it."""
    action: Reference | None = None
    """The id of the recommended action that it comes from."""
    due: Due | None = None
    """By when."""
    indicator: Line | None = None
    """By what it can be seen."""
    verification: Line | None = None
    """Who verifies it, and how."""
    status: _Status | None = None
    """How far it is carried out: in words, or 0 to 3 as in the Peace Accords Matrix."""
    evidence: Line | None = None
    """What shows how far it is carried out."""


class Implementation(Closed):
    """The commitments, and what frames them."""

    LIST_FORM: ClassVar[str] = "commitments"

    title: Line | None = None
    intro: Prose | None = None
    commitments: tuple[Commitment, ...] = ()
    """What the parties have committed to."""
    closing: Prose | None = None


class Risk(Closed):
    """What may go wrong, how bad that would be, and what is done about it."""

    SHORT_FORM: ClassVar[str] = "text"

    id: Reference | None = None
    text: Line
    """What may go wrong."""
    likelihood: Rating | None = None
    """How likely that is."""
    impact: Rating | None = None
    """How bad that would be."""
    mitigation: Line | None = None
    """What is done about it."""
    owner: Line | None = None
    """Who deals with it."""


class Risks(Closed):
    """The risks, and what frames them."""

    LIST_FORM: ClassVar[str] = "items"

    title: Line | None = None
    intro: Prose | None = None
    items: tuple[Risk, ...] = ()
    """The risks, one by one."""
    closing: Prose | None = None
