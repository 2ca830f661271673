"""The brief as a whole."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core.core_schema import ValidationInfo

from ...located import Closed, Context, Mapping, PlainText, Reference, Scalar, fault
from .actors import Actor
from .analysis import ApproachAnalysis, Conclusion, Outcomes
from .conflict import Conflict
from .dates import Date
from .head import ActionRequired, Clearance, People, Version
from .issues import Issue, StickingPoints
from .likelihood import Likelihood, ScaleName, unknown_words
from .links import at, circles, dangling
from .markings import Markings
from .meeting import Handling, Meeting
from .plans import Implementation, Risks
from .proposals import Proposals
from .recommendations import Recommendations
from .scenarios import Options, Scenarios
from .sections import FreeSection
from .sources import Annex, CitedSource
from .summaries import Findings, Submission
from .tables import DataChart, DataTable, Picture
from .talks import Agenda, Talks
from .text import Line, Lines, Prose
from .timeline import Timeline

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _language_tag(tag: Scalar) -> Scalar:
    if not _TAG.fullmatch(tag):
        fault("bad-language", f"'{tag}' is no language tag", hint="write it as 'en' or 'en-GB' (BCP 47)")
    return tag


_LIKELIHOODS = ("scenarios|cases.*.likelihood", "outcomes.milestones.*.likelihood")


class Brief(Closed):
    """What an author wrote: the memo's head, the entities it deals with, and sections of free prose.

    `vars` holds values for `{{ … }}` in the brief's own texts, `extra` anything else; neither is printed.
    """

    template: Reference = Scalar("policy-memo")
    """The type of document, by the name of its template."""
    style: Reference | None = None
    """How the memo looks, by the name of a style, if not as its template has it."""
    title: Line
    """The title of the memo."""
    subtitle: Line | None = None
    """A line below the title."""
    subject: Line | None = None
    """What the memo is about, in a line of its head."""
    language: Annotated[Reference, AfterValidator(_language_tag)] = Scalar("en")
    """The language of the memo: `en`, `uk`, `ar`, `fa`, `he` (BCP 47)."""
    spelling: Literal["us", "uk", "oxford"] | None = None
    """The spelling that the text is held against."""
    status: Literal["draft", "final"] = "draft"
    """Whether the memo may still have holes: a final one must not."""
    date: Date | None = None
    """The day of the memo."""
    as_of: Date | None = None
    """The day up to which information was taken in."""
    deadline: Date | None = None
    """The day by which the addressee must act."""
    action_required: ActionRequired | None = None
    """What the addressee is asked to do with the memo."""
    from_: People = Field(default=(), alias="from")
    """Those who write the memo."""
    to: People = ()
    """Those whom it is addressed to."""
    through: People = ()
    """Those who see the memo before the addressee does."""
    cc: People = ()
    """Those who get a copy."""
    attention: People = ()
    """Those in the addressee's office who deal with it."""
    organisation: Line | None = None
    """The body in whose name the memo is written, as covers and mastheads have it."""
    reference: PlainText | None = None
    """The memo's number in the registry."""
    drafted_by: People = ()
    """Those who drafted it."""
    approved_by: People = ()
    """Those who approved it."""
    markings: Markings | None = None
    likelihood_scale: ScaleName = "icd203"
    """The scale of the words of likelihood that name none."""
    version: Version | None = None
    clearances: tuple[Clearance, ...] = ()
    """What other offices said to the memo."""
    distribution: Lines = ()
    """Who receives the memo."""
    summary: Prose | None = None
    """The bottom line: what the reader must know, in a few sentences."""
    findings: Findings | None = None
    submission: Submission | None = None
    meeting: Meeting | None = None
    actors: dict[Reference, Actor] = {}
    """Those who have a part in the matter, by ids of the author's choice."""
    conflict: Conflict | None = None
    talks: Talks | None = None
    agenda: Agenda | None = None
    proposals: Proposals | None = None
    issues: tuple[Issue, ...] = ()
    """The matters that the parties deal with."""
    sticking_points: StickingPoints | None = None
    timeline: Timeline | None = None
    approach_analysis: ApproachAnalysis | None = None
    outcomes: Outcomes | None = None
    scenarios: Scenarios | None = None
    options: Options | None = None
    recommendations: Recommendations | None = None
    implementation: Implementation | None = None
    risks: Risks | None = None
    handling: Handling | None = None
    gaps: Lines = ()
    """What is not known, besides the gaps of the talks and of each issue."""
    sections: tuple[FreeSection, ...] = ()
    """Sections of your own."""
    conclusion: Conclusion | None = None
    tables: tuple[DataTable, ...] = ()
    """Tables, written here or read from files."""
    charts: tuple[DataChart, ...] = ()
    """Charts, of numbers written here or read from files."""
    figures: tuple[Picture, ...] = ()
    """Pictures from files."""
    sources: dict[Reference, CitedSource] = {}
    """What the memo rests on, by ids of the author's choice."""
    glossary: dict[PlainText, Line] = {}
    """What terms and acronyms mean."""
    annexes: tuple[Annex, ...] = ()
    """What is attached."""
    vars: dict[PlainText, Any] = {}
    """Values for placeholders in the brief's own texts."""
    extra: dict[PlainText, Any] = {}
    """Anything else, for tools of the author's; it is not printed."""

    @model_validator(mode="before")
    @classmethod
    def _links(cls, value: Any, info: ValidationInfo[Context]) -> Any:
        """Report ids that name nothing or are given twice, dates in a circle, and words of no scale."""
        if isinstance(value, Mapping):
            info.context.faults.extend((*dangling(value), *circles(value)))
            given = (one for path in _LIKELIHOODS for one in at(value, path) if isinstance(one, Scalar | Mapping))
            info.context.faults.extend(unknown_words(value.get("likelihood_scale") or "icd203", given))
        return value

    @property
    def likelihoods(self) -> tuple[Likelihood, ...]:
        """All likelihoods, in the order of the brief; empty for none."""
        milestones = [one.likelihood for one in (self.outcomes.milestones if self.outcomes else ())]
        cases = [one.likelihood for one in (self.scenarios.cases if self.scenarios else ())]
        return tuple(one for one in (*milestones, *cases) if one)

    @property
    def parties(self) -> dict[Scalar, Actor]:
        """The parties to the talks by their ids, in the order of the talks; empty where none are named."""
        named = self.talks.parties if self.talks else ()
        return {party: self.actors[party] for party in named}
