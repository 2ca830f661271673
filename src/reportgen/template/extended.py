"""Templates that extend another: what they change, take out, put in or put in place of its parts.

    extends: policy-memo
    sections:
      - {change: issues, run_in_titles: false}      # other options of a part
      - {remove: positions}                         # no such part
      - {replace: summary, builder: summary}        # a part in place of another
      - {before: talks, builder: risks}             # a part more, before another
      - {after: talks, builder: timeline}           # or after it

A part that is put beside another or in its place stands on the same pages, unless `pages` says otherwise.
Edits are made in their order. A list of parts without edits takes the place of the whole list.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..diagnostics import Diagnostic, choices, error
from ..located import Mapping, Sequence
from .grouped import PAGES, ungrouped

EDITS = ("change", "remove", "replace", "before", "after")


def extended(chain: Iterable[Mapping]) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return the values of a chain of templates, the nearest first, and faults of edits that can't be made.

    Of other keys the nearest value counts, of checks the nearest for each check.
    """
    near, *farther = chain
    near, misgrouped = ungrouped(near)
    if not farther:
        sections = near.get("sections")
        return near, (*misgrouped, *(_at_the_end(sections) if isinstance(sections, Sequence) else ()))
    far, faults = extended(farther)
    faults = (*misgrouped, *faults)
    values = {**far, **near}
    for key, merge in (("checks", _checks), ("sections", _sections)):
        if type(near.get(key)) is type(far.get(key)) and near.get(key) is not None:
            values[key], found = merge(near[key], far[key])
            faults = (*faults, *found)
    return Mapping.of(values, near.source, {**far.keys_at, **near.keys_at}), faults


def _checks(near: Any, far: Any) -> tuple[Any, list[Diagnostic]]:
    if not isinstance(near, Mapping):
        return near, []
    return Mapping.of({**far, **near}, near.source, {**far.keys_at, **near.keys_at}), []


def _sections(near: Any, far: Any) -> tuple[Any, list[Diagnostic]]:
    """Return the farther parts with the nearer edits made."""
    if not isinstance(near, Sequence) or not any(_edit(entry) for entry in near):
        return near, []
    parts, faults = list(far), []
    for entry in near:
        edit = _edit(entry)
        names = [_name(part) for part in parts]
        if not edit:
            hint = f"say where it belongs: {', '.join(EDITS)}"
            place = entry.source if hasattr(entry, "source") else near.source
            faults.append(error("bad-edit", "among edits stands a part without a place", place, hint))
        elif str(entry[edit]) not in names:
            place = getattr(entry[edit], "source", entry.source)
            message = f"the template that is extended has no part '{entry[edit]}'"
            faults.append(error("unknown-section", message, place, choices(str(entry[edit]), names)))
        else:
            _make(edit, entry, names.index(str(entry[edit])), parts)
    return Sequence.of(parts, near.source), faults


def _make(edit: str, entry: Mapping, at: int, parts: list[Any]) -> None:
    """Make one edit of the parts, at the place of the part that it names."""
    old = parts[at] if isinstance(parts[at], Mapping) else Mapping.of({"builder": parts[at]}, parts[at].source)
    beside = {key: value for key, value in old.items() if key == PAGES}
    own = {key: value for key, value in entry.items() if key != edit}
    given = Mapping.of({**beside, **own}, entry.source, entry.keys_at)
    if edit == "change":
        parts[at] = Mapping.of({**old, **given}, entry.source, {**old.keys_at, **given.keys_at})
    elif edit == "remove":
        del parts[at]
    elif edit == "replace":
        parts[at] = given
    else:
        parts.insert(at + (edit == "after"), given)


def _edit(entry: Any) -> str:
    """Return which edit an entry is; the empty text for a part."""
    return next((edit for edit in EDITS if isinstance(entry, Mapping) and edit in entry), "")


def _name(part: Any) -> str:
    return str(part.get("builder", "")) if isinstance(part, Mapping) else str(part)


def _at_the_end(sections: Sequence) -> Iterable[Diagnostic]:
    """Return faults of edits in a template that extends none."""
    for entry in sections:
        edit = _edit(entry)
        if edit:
            hint = "name under 'extends' the template whose parts are meant"
            yield error("bad-edit", f"'{edit}' edits the parts of another template", entry.key_at(edit), hint)
