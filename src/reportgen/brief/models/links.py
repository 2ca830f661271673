"""The ids by which the entities of a brief point at one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...diagnostics import Diagnostic, choices, error
from ...located import HOLE, Mapping, Scalar, Sequence

# Paths into a brief: `*` stands for every value of a list or mapping, `~` for every key of a mapping.
_ACTORS = "actors.~"
_ISSUES = "issues.*.id"
_TO_ACTORS = (
    "actors.*.acts_for",
    "talks.parties.*",
    "talks.announced.by",
    "talks.announced.confirmed_by.*",
    "issues.*.positions.~",
    "approach_analysis.by_actor.*.actor",
    "recommendations.addressee",
)
_TO_ISSUES = (
    "issues.*.linked_to.*",
    "outcomes.milestones.*.issues.*",
    "recommendations.principles.*.issues.*",
    "recommendations.actions.*.issues.*",
)
_OWN = {"issue": _ISSUES, "milestone": "outcomes.milestones.*.id", "action": "recommendations.actions.*.id"}


def dangling(values: Mapping) -> Iterator[Diagnostic]:
    """Return a finding for each id that names nothing and for each that is given twice; none in a sound brief.

    Works on values that are not held against the model yet, so that these faults are told together with all others;
    what has a wrong shape is passed over here.
    """
    yield from _unknown("actor", _all(values, _TO_ACTORS), _at(values, _ACTORS.split(".")))
    yield from _unknown("issue", _all(values, _TO_ISSUES), _at(values, _ISSUES.split(".")))
    for kind, path in _OWN.items():
        yield from _twice(kind, _at(values, path.split(".")))


def _all(values: Mapping, paths: tuple[str, ...]) -> Iterator[Scalar]:
    for path in paths:
        yield from _at(values, path.split("."))


def _at(value: Any, steps: list[str]) -> Iterator[Scalar]:
    """Return the scalars that a path leads to; none where it leads nowhere."""
    if not steps:
        if isinstance(value, Scalar) and not HOLE.search(value):
            yield value
    elif isinstance(value, Mapping | Sequence):
        for below in _step(value, steps[0]):
            yield from _at(below, steps[1:])


def _step(value: Mapping | Sequence, step: str) -> Iterable[Any]:
    if isinstance(value, Sequence):
        return value if step == "*" else ()
    if step == "~":
        return value.keys()
    return value.values() if step == "*" else (value.get(step),)


def _unknown(kind: str, references: Iterable[Scalar], known: Iterable[str]) -> Iterator[Diagnostic]:
    ids = dict.fromkeys(known)
    for reference in references:
        if reference not in ids:
            hint = choices(reference, ids)
            yield error(f"unknown-{kind}", f"there is no {kind} '{reference}'", reference.source, hint)


def _twice(kind: str, ids: Iterable[Scalar]) -> Iterator[Diagnostic]:
    first: dict[str, Scalar] = {}
    for identity in ids:
        if identity in first:
            message = f"two of the {kind}s have the id '{identity}'"
            hint = f"the first is in line {first[identity].source.line}"
            yield error("duplicate-id", message, identity.source, hint)
        first.setdefault(identity, identity)
