"""The entities of a brief: closed keys, closed vocabularies, everything optional except the title."""

from __future__ import annotations

from .analysis import ActorAnalysis, ApproachAnalysis, Conclusion, Milestone, Outcomes
from .brief import Brief
from .dates import Date
from .head import Person
from .issues import Issue, Position, StickingPoint, StickingPoints
from .markings import Markings
from .recommendations import Action, Principle, Recommendations
from .sections import FreeSection
from .talks import Actor, Agenda, Announcement, Talks
from .text import Line, Prose, texts

__all__ = [
    "Action",
    "Actor",
    "ActorAnalysis",
    "Agenda",
    "Announcement",
    "ApproachAnalysis",
    "Brief",
    "Conclusion",
    "Date",
    "FreeSection",
    "Issue",
    "Line",
    "Markings",
    "Milestone",
    "Outcomes",
    "Person",
    "Position",
    "Principle",
    "Prose",
    "Recommendations",
    "StickingPoint",
    "StickingPoints",
    "Talks",
    "texts",
]
