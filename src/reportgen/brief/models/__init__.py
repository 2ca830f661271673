"""The entities of a brief: closed keys, closed vocabularies, everything optional except the title."""

from __future__ import annotations

from .actors import Actor
from .analysis import ActorAnalysis, ApproachAnalysis, Conclusion, Milestone, Outcomes, View
from .brief import Brief
from .conflict import Conflict, Territory
from .dates import Date, Due, RelativeDate, When, units
from .head import Change, Clearance, Person, Version
from .issues import Issue, IssueStickingPoint, Linkage, Position, SharedPosition, StickingPoint, StickingPoints
from .likelihood import Band, Confidence, Likelihood, Scale, scale
from .markings import Classification, Embargo, Markings
from .meeting import Handling, Meeting, Question
from .plans import Commitment, Implementation, Risk, Risks
from .proposals import Point, Proposal, Proposals
from .recommendations import Action, Decision, OfficeView, Principle, Recommendations
from .scenarios import Course, Criterion, OptionRisk, Options, Scenario, Scenarios
from .sections import FreeSection, Subsection
from .sources import Annex, CitedSource
from .summaries import Findings, Submission
from .tables import Column, Data, DataChart, DataTable, Picture, is_number
from .talks import Agenda, Announcement, Round, Statement, Talks
from .text import Line, Prose, texts
from .timeline import Event, Timeline

__all__ = [
    "Action",
    "Actor",
    "ActorAnalysis",
    "Agenda",
    "Annex",
    "Announcement",
    "ApproachAnalysis",
    "Band",
    "Brief",
    "Change",
    "DataChart",
    "Classification",
    "Clearance",
    "Column",
    "Commitment",
    "Conclusion",
    "Confidence",
    "Conflict",
    "Course",
    "Criterion",
    "Data",
    "Date",
    "Decision",
    "Due",
    "Embargo",
    "Event",
    "Findings",
    "FreeSection",
    "Handling",
    "Implementation",
    "Issue",
    "IssueStickingPoint",
    "Likelihood",
    "Line",
    "Linkage",
    "Markings",
    "Meeting",
    "Milestone",
    "OfficeView",
    "OptionRisk",
    "Options",
    "Outcomes",
    "Person",
    "Picture",
    "Point",
    "Position",
    "Principle",
    "Proposal",
    "Proposals",
    "Prose",
    "Question",
    "Recommendations",
    "RelativeDate",
    "Risk",
    "Risks",
    "Round",
    "Scale",
    "Scenario",
    "Scenarios",
    "SharedPosition",
    "CitedSource",
    "Statement",
    "StickingPoint",
    "StickingPoints",
    "Submission",
    "Subsection",
    "DataTable",
    "Talks",
    "Territory",
    "Timeline",
    "Version",
    "View",
    "When",
    "is_number",
    "scale",
    "texts",
    "units",
]
