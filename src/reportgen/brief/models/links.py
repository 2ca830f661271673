"""The ids by which the entities of a brief point at one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ...diagnostics import Diagnostic, choices, error
from ...located import Scalar

if TYPE_CHECKING:
    from .brief import Brief


def dangling(brief: Brief) -> Iterator[Diagnostic]:
    """Return a finding for each id that names nothing and for each that is given twice; none in a sound brief."""
    issues = [issue.id for issue in brief.issues]
    yield from _unknown("actor", _to_actors(brief), brief.actors)
    yield from _unknown("issue", _to_issues(brief), issues)
    yield from _twice("issue", issues)
    yield from _twice("milestone", _ids(brief.outcomes, "milestones"))
    yield from _twice("action", _ids(brief.recommendations, "actions"))


def _to_actors(brief: Brief) -> Iterator[Scalar]:
    for actor in brief.actors.values():
        yield from _given(actor.acts_for)
    if brief.talks:
        yield from brief.talks.parties
        if brief.talks.announced:
            yield from (brief.talks.announced.by, *brief.talks.announced.confirmed_by)
    for issue in brief.issues:
        yield from issue.positions
    if brief.approach_analysis:
        yield from (analysis.actor for analysis in brief.approach_analysis.by_actor)
    if brief.recommendations:
        yield from _given(brief.recommendations.addressee)


def _to_issues(brief: Brief) -> Iterator[Scalar]:
    for issue in brief.issues:
        yield from issue.linked_to
    if brief.outcomes:
        yield from (issue for milestone in brief.outcomes.milestones for issue in milestone.issues)
    if brief.recommendations:
        yield from (issue for principle in brief.recommendations.principles for issue in principle.issues)
        yield from (issue for action in brief.recommendations.actions for issue in action.issues)


def _given(reference: Scalar | None) -> Iterator[Scalar]:
    if reference is not None:
        yield reference


def _ids(holder: Any, name: str) -> list[Scalar]:
    return [item.id for item in getattr(holder, name, ()) if item.id is not None]


def _unknown(kind: str, references: Iterable[Scalar], known: Iterable[str]) -> Iterator[Diagnostic]:
    ids = list(known)
    lookup = set(ids)
    for reference in references:
        if reference not in lookup:
            yield error(
                f"unknown-{kind}", f"there is no {kind} '{reference}'", reference.source, choices(reference, ids)
            )


def _twice(kind: str, ids: Iterable[Scalar]) -> Iterator[Diagnostic]:
    first: dict[str, Scalar] = {}
    for identity in ids:
        if identity in first:
            message = f"two of the {kind}s have the id '{identity}'"
            hint = f"the first is in line {first[identity].source.line}"
            yield error("duplicate-id", message, identity.source, hint)
        first.setdefault(identity, identity)
