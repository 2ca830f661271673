"""The brief as a whole."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core.core_schema import ValidationInfo

from ...located import Closed, Context, Mapping, PlainText, Reference, Scalar, fault, many
from .analysis import ApproachAnalysis, Conclusion, Outcomes
from .dates import Date
from .head import Person
from .issues import Issue, StickingPoints
from .links import dangling
from .markings import Markings
from .recommendations import Recommendations
from .sections import FreeSection
from .talks import Actor, Agenda, Talks
from .text import Line, Prose

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _language_tag(tag: Scalar) -> Scalar:
    if not _TAG.fullmatch(tag):
        fault("bad-language", f"'{tag}' is no language tag", hint="write it as 'en' or 'en-GB' (BCP 47)")
    return tag


class Brief(Closed):
    """What an author wrote: the memo's head, the entities it deals with, and sections of free prose.

    `vars` holds values for `{{ … }}` in the brief's own texts, `extra` anything else; neither is printed.
    """

    template: Reference = Scalar("policy-memo")
    title: Line
    subject: Line | None = None
    language: Annotated[Reference, AfterValidator(_language_tag)] = Scalar("en")
    status: Literal["draft", "final"] = "draft"
    date: Date | None = None
    as_of: Date | None = None
    from_: many(Person) = Field(default=(), alias="from")  # type: ignore[valid-type]
    to: many(Person) = ()  # type: ignore[valid-type]
    markings: Markings | None = None
    summary: Prose | None = None
    actors: dict[PlainText, Actor] = {}
    talks: Talks | None = None
    agenda: Agenda | None = None
    issues: tuple[Issue, ...] = ()
    sticking_points: StickingPoints | None = None
    approach_analysis: ApproachAnalysis | None = None
    outcomes: Outcomes | None = None
    recommendations: Recommendations | None = None
    sections: tuple[FreeSection, ...] = ()
    conclusion: Conclusion | None = None
    vars: dict[PlainText, Any] = {}
    extra: dict[PlainText, Any] = {}

    @model_validator(mode="before")
    @classmethod
    def _links(cls, value: Any, info: ValidationInfo[Context]) -> Any:
        """Report ids that name nothing, and ids given twice."""
        if isinstance(value, Mapping):
            info.context.faults.extend(dangling(value))
        return value

    @property
    def parties(self) -> dict[Scalar, Actor]:
        """The parties to the talks by their ids, in the order of the talks; empty where none are named."""
        named = self.talks.parties if self.talks else ()
        return {party: self.actors[party] for party in named}
