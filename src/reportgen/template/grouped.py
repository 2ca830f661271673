"""Parts of a template that stand on pages of a form of their own.

    sections:
      - header
      - {pages: columns, sections: [summary, talks, issues]}

A group is a shorter way to write `pages:` beside each of its parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..diagnostics import Diagnostic, choices, error
from ..located import Mapping, Scalar, Sequence

PAGES = "pages"
"""The key of a part, or a group of parts, that names the form of its pages."""

GROUPED = "sections"
"""The key of a group that holds its parts."""


def ungrouped(values: Mapping) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return a template's values with the parts of each group as parts with pages, and faults of groups."""
    sections = values.get("sections")
    if not isinstance(sections, Sequence):
        return values, ()
    parts = [part for entry in sections for part in (_parts(entry) if _is_group(entry) else (entry,))]
    faults = tuple(fault for entry in sections if _is_group(entry) for fault in _faults(entry))
    return values.with_value("sections", Sequence.of(parts, sections.source)), faults


def _is_group(entry: Any) -> bool:
    return isinstance(entry, Mapping) and GROUPED in entry


def _parts(group: Mapping) -> Iterator[Any]:
    """Return the parts of a group, each with the group's pages; what is no part is left for the model to refuse."""
    given = group[GROUPED]
    for part in given if isinstance(given, Sequence) else (given,):
        whole = Mapping.of({"builder": part}, part.source) if isinstance(part, Scalar) else part
        if isinstance(whole, Mapping):
            keys_at = {PAGES: group.key_at(PAGES), **whole.keys_at}
            whole = Mapping.of({PAGES: group.get(PAGES), **whole}, whole.source, keys_at)
        yield whole


def _faults(group: Mapping) -> Iterator[Diagnostic]:
    known = (PAGES, GROUPED)
    for key in group:
        if key not in known:
            yield error("unknown-key", f"unknown key '{key}'", group.key_at(key), choices(key, known))
    if group.get(PAGES) is None:
        yield error("missing-key", f"the key '{PAGES}' is missing", group.source, f"add '{PAGES}: …' with a form")
    given = group[GROUPED]
    for part in given if isinstance(given, Sequence) else ():
        if _is_group(part):
            yield error("bad-edit", "a group of parts can't stand in another", part.key_at(GROUPED), "put it beside it")
