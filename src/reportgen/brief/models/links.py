"""The ids by which the entities of a brief point at one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...diagnostics import Diagnostic, choices, error
from ...frozen import dataclass
from ...located import HOLE, Mapping, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity that has ids: what one is called, where the ids are given, and where they are referred to.

    In a path, `*` stands for every value of a list or mapping, or for a value that stands for a list of one; `~` stands
    for every key of a mapping; `sections+` for every value of that list, and of such a list in each, however deep. A
    list may stand for a mapping that has it under the key behind a `|`.

    What is `shown` can be referred to in texts (`[](#id)`), so that its id must be none of another kind's.
    """

    name: str
    given: tuple[str, ...]
    meant: tuple[str, ...]
    shown: bool = False


KINDS = (
    Kind(
        "actor",
        ("actors.~",),
        (
            "actors.*.acts_for",
            "conflict.parties.*",
            "conflict.territories.*.controller",
            "talks.parties.*",
            "talks.mediators.*",
            "talks.announced.by",
            "talks.announced.confirmed_by.*",
            "talks.readiness.~",
            "talks.statements.*.by",
            "proposals|items.*.tabled_by.*",
            "issues.*.positions.~",
            "issues.*.shared_position.parties.*",
            "timeline|events.*.actors.*",
            "approach_analysis.by_actor.*.actor",
            "approach_analysis.not_covered.*",
            "recommendations.addressee.*",
            "recommendations.actions.*.addressee.*",
            "implementation|commitments.*.responsible.*",
        ),
    ),
    Kind(
        "issue",
        ("issues.*.id",),
        (
            "issues.*.linkage.*|issue",
            "proposals|items.*.points.*.issues.*",
            "sticking_points.points.*.issues.*",
            "timeline|events.*.issues.*",
            "outcomes.milestones.*.issues.*",
            "recommendations.principles.*.issues.*",
            "recommendations.actions.*.issues.*",
        ),
        shown=True,
    ),
    Kind(
        "event",
        ("timeline|events.*.id",),
        (
            "timeline|events.*.relative.anchor",
            "outcomes.milestones.*.due.relative.anchor",
            "recommendations.actions.*.due.relative.anchor",
            "implementation|commitments.*.due.relative.anchor",
        ),
    ),
    Kind(
        "source",
        ("sources.~",),
        (
            "conflict.territories.*.sources.*",
            "talks.statements.*.sources.*",
            "proposals|items.*.sources.*",
            "issues.*.positions.*.sources.*",
            "issues.*.shared_position.sources.*",
            "timeline|events.*.sources.*",
            "approach_analysis.by_actor.*.attributed_views.*.sources.*",
            "tables.*.sources.*",
            "charts.*.sources.*",
            "figures.*.sources.*",
        ),
    ),
    Kind("milestone", ("outcomes.milestones.*.id",), ("recommendations.actions.*.milestones.*",), shown=True),
    Kind("action", ("recommendations.actions.*.id",), ("implementation|commitments.*.action",), shown=True),
    Kind("option", ("options|courses.*.id",), ("recommendations.actions.*.option",), shown=True),
    Kind("criterion", ("options.criteria.*.id",), ("options|courses.*.scores.~",)),
    Kind("proposal", ("proposals|items.*.id",), ("proposals|items.*.supersedes",), shown=True),
    Kind("table", ("tables.*.id",), ("annexes.*.tables.*", "sections+.tables.*"), shown=True),
    Kind("chart", ("charts.*.id",), ("annexes.*.charts.*", "sections+.charts.*"), shown=True),
    Kind("figure", ("figures.*.id",), ("annexes.*.figures.*", "sections+.figures.*"), shown=True),
    Kind("annex", ("annexes.*.id",), (), shown=True),
    Kind("territory", ("conflict.territories.*.id",), ()),
    Kind("round", ("talks.rounds.*.id",), ()),
    Kind("sticking point", ("sticking_points.points.*.id",), (), shown=True),
    Kind("scenario", ("scenarios|cases.*.id",), (), shown=True),
    Kind("commitment", ("implementation|commitments.*.id",), ()),
    Kind("risk", ("risks|items.*.id",), ()),
    Kind("section", ("sections+.id",), (), shown=True),
)


def dangling(values: Mapping) -> Iterator[Diagnostic]:
    """Return a finding for each id that names nothing and for each that is given twice; none in a sound brief.

    Works on values that are not held against the model yet, so that these faults are told together with all others;
    what has a wrong shape is passed over here.
    """
    shown: dict[str, tuple[str, Scalar]] = {}
    for kind in KINDS:
        ids = [found for path in kind.given for found in scalars(values, path)]
        yield from _twice(kind.name, ids)
        if kind.shown:
            yield from _of_two_kinds(kind.name, ids, shown)
        known = dict.fromkeys(str(identity) for identity in ids)
        for path in kind.meant:
            for reference in scalars(values, path):
                if reference not in known:
                    hint = choices(reference, known)
                    yield error("unknown-id", f"there is no {kind.name} '{reference}'", reference.source, hint)


def circles(values: Mapping) -> Iterator[Diagnostic]:
    """Return a finding for each event whose date hangs, by way of others, on itself."""
    events = [event for event in at(values, "timeline|events.*") if isinstance(event, Mapping)]
    named = [(name, event) for event in events for name in scalars(event, "id")]
    anchors = {name: anchor for name, event in named for anchor in scalars(event, "relative.anchor")}
    for name, anchor in anchors.items():
        seen = [name]
        while seen[-1] in anchors and seen[-1] not in seen[:-1]:
            seen.append(anchors[seen[-1]])
        if seen[-1] == name and len(seen) > 1:
            message = f"the date of '{name}' hangs on '{anchor}', and that on '{name}' again"
            if anchor == name:
                message = f"the date of '{name}' hangs on itself"
            yield error("circular-date", message, anchor.source, "give one of the events a date of its own")


def scalars(values: Any, path: str) -> Iterator[Scalar]:
    """Return the texts that a path leads to, but for holes; none where it leads nowhere."""
    return (found for found in at(values, path) if isinstance(found, Scalar) and not HOLE.search(found))


def at(values: Any, path: str) -> Iterator[Any]:
    """Return the values that a path leads to; none where it leads nowhere."""
    found: Iterable[Any] = (values,)
    for step in path.split("."):
        found = [below for value in found for below in _step(value, *step.partition("|")[::2])]
    return iter(found)


def _step(value: Any, step: str, short: str) -> Iterable[Any]:
    if step.endswith("+"):
        listed = list(_step(value.get(step[:-1]), "*", "")) if isinstance(value, Mapping) else []
        return [one for top in listed for one in (top, *_step(top, step, ""))]
    if isinstance(value, Sequence):
        below: Iterable[Any] = value if step == "*" else ()
    elif isinstance(value, Mapping) and step == "~":
        below = value.keys()
    elif isinstance(value, Mapping):
        below = value.values() if step == "*" else (value.get(step),)
    else:
        below = (value,) if step == "*" else ()
    return [one.get(short) if short and isinstance(one, Mapping) else one for one in below]


def _twice(kind: str, ids: Iterable[Scalar]) -> Iterator[Diagnostic]:
    first: dict[str, Scalar] = {}
    for identity in ids:
        if identity in first:
            message = f"two of the {_plural(kind)} have the id '{identity}'"
            hint = f"the first is in line {first[identity].source.line}"
            yield error("duplicate-id", message, identity.source, hint)
        first.setdefault(identity, identity)


def _of_two_kinds(kind: str, ids: Iterable[Scalar], shown: dict[str, tuple[str, Scalar]]) -> Iterator[Diagnostic]:
    """Return a finding for each id that something shown of another kind has; `shown` is added to."""
    for identity in ids:
        other, first = shown.setdefault(identity, (kind, identity))
        if other != kind:
            message = f"the id '{identity}' is that of {_with_article(other)}, and of {_with_article(kind)}"
            hint = f"the first is in line {first.source.line}: a reference could mean either"
            yield error("duplicate-id", message, identity.source, hint)


def _with_article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _plural(kind: str) -> str:
    irregular = {"criterion": "criteria", "annex": "annexes", "territory": "territories"}
    return irregular.get(kind, f"{kind}s")
