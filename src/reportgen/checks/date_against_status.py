"""A date that is at odds with what is said of it, or with the memo's own dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..brief.models import Event, When
from ..located import Number
from . import CheckOptions, Finding, Review

_AHEAD = ("planned", "expected")
_BEHIND = ("done", "missed")


class Options(CheckOptions):
    """How many days a memo's information may be old."""

    max_age: Number | None = None
    """How many days may lie between `as_of` and the memo's date; no limit where none is set."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each date that can't be right, as far as dates are given."""
    yield from _own(review, options)
    today = review.brief.as_of or review.brief.date
    if today:
        for event in review.brief.timeline.events if review.brief.timeline else ():
            yield from _event(event, today)
        yield from _talks(review, today)
    if review.brief.date:
        yield from _due(review, review.brief.date)


def _own(review: Review, options: Options) -> Iterator[Finding]:
    """Return what is wrong among the memo's own dates."""
    brief = review.brief
    if brief.date and brief.as_of:
        age = (brief.date - brief.as_of).days
        if age < 0:
            message = "the memo has information from after its own date"
            yield Finding(message, brief.key_at("as_of"), "'as_of' is at most 'date'")
        elif options.max_age is not None and age > options.max_age:
            message = f"the memo's information is {age} days old"
            yield Finding(message, brief.key_at("as_of"), f"at most {options.max_age:g} days are allowed: renew it")
    if brief.date and brief.deadline and brief.deadline < brief.date:
        yield Finding("the deadline lies before the memo's date", brief.key_at("deadline"), "check both")


def _event(event: Event, today: datetime.date) -> Iterator[Finding]:
    if event.date and event.status in _AHEAD and event.date.latest < today:
        message = f"this is still '{event.status}', but its date has passed"
        yield Finding(message, event.key_at("date"), "say what became of it: done, missed or cancelled")
    if event.date and event.status in _BEHIND and event.date.earliest > today:
        message = f"this is told as '{event.status}', but its date is still to come"
        yield Finding(message, event.key_at("date"), "check date and status")


def _talks(review: Review, today: datetime.date) -> Iterator[Finding]:
    talks = review.brief.talks
    if talks and talks.start and talks.status in ("announced", "planned") and talks.start.latest < today:
        message = f"the talks are still '{talks.status}', but were to begin before"
        yield Finding(message, talks.key_at("start"), "check date and status")


def _due(review: Review, date: datetime.date) -> Iterator[Finding]:
    """Return a finding for what was due before the memo was written."""
    brief = review.brief
    commitments = brief.implementation.commitments if brief.implementation else ()
    dues: list[When | None] = [one.due for one in (brief.recommendations.actions if brief.recommendations else ())]
    dues += [one.due for one in (brief.outcomes.milestones if brief.outcomes else ())]
    dues += [one.due for one in commitments if one.status != "full"]
    for due in dues:
        if due and due.date and due.date.latest < date:
            yield Finding("this was due before the memo's date", due.source, "check both, or say that it is late")
