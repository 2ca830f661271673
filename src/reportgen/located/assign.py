"""Set single values from outside a file: `status=final`, `recommendations.actions[0].owner=Economic Desk`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..diagnostics import BriefError, Diagnostic, Source, error, refuse
from ..workspace import Workspace
from .load import load
from .values import Mapping, Scalar, Sequence

OPTION = "--set"
_ASSIGNMENT = re.compile(r"([^.=\[\]]+(?:\.[^.=\[\]]+|\[\d+\])*)=(.*)", re.DOTALL)
_TEXT_AFTER_ALL = {"yaml-syntax", "yaml-tag", "text-cut-off", "duplicate-key", "key-not-text"}
"""What is wrong with a value as YAML, and right as text: no file holds it, so it needs no quotes."""
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def assign(values: Mapping, assignments: Iterable[str]) -> Mapping:
    """Return the values with each `path=value` set; themselves for none.

    What stands behind `=` is read as YAML; keys that are not there yet are added. Raise BriefError, pointing at the
    assignment, for what is no assignment and for paths that lead through text or beyond the end of a list.
    """
    faults: list[Diagnostic] = []
    for written in assignments:
        try:
            path, value = _parsed(written)
            values = _set(values, [_step(found) for found in _STEP.finditer(path)], value, Source(OPTION, path))
        except BriefError as refused:
            faults.extend(refused.diagnostics)
    if faults:
        raise BriefError(faults)
    return values


def _parsed(written: str) -> tuple[str, Any]:
    """Return an assignment's path and its value, read as the value of a key in a YAML file."""
    found = _ASSIGNMENT.fullmatch(written)
    if not found:
        hint = "write a path, '=' and a value: --set status=final"
        raise refuse("bad-assignment", f"'{written}' is no assignment", Source(OPTION), hint)
    path, text = found.groups()
    name = f"{OPTION} {path}"
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise refuse(
            "not-utf-8", "the value is not UTF-8 text", Source(name, path), "call reportgen from a UTF-8 shell"
        )
    try:
        read = load(name, Workspace(files={name: f"value: {text}\n"}))
    except BriefError as refused:
        if not all(one.code in _TEXT_AFTER_ALL for one in refused.diagnostics):
            raise BriefError([replace(one, source=Source(name, path)) for one in refused.diagnostics]) from None
        read = Mapping.of({}, Source(name))
    value = read["value"] if tuple(read) == ("value",) else Scalar(text)
    return path, _moved(value, Source(name, path))


def _moved(value: Any, place: Source) -> Any:
    """Return a value with the assignment as its place: its line and column are in no file."""
    if isinstance(value, Scalar):
        return Scalar(value, place, value.kind)
    if isinstance(value, Sequence):
        return Sequence.of([_moved(item, place) for item in value], place)
    if isinstance(value, Mapping):
        pairs = {Scalar(key, place): _moved(item, place) for key, item in value.items()}
        return Mapping.of(pairs, place, dict.fromkeys(pairs, place))
    return value


def _step(found: re.Match[str]) -> int | str:
    index, key = found.groups()
    return int(index) if index else key


def _set(container: Any, steps: list[int | str], value: Any, place: Source) -> Any:
    """Return a container with a value set below it."""
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        if not isinstance(container, Sequence) or step >= len(container):
            raise BriefError([_nowhere(f"[{step}]", place)])
        items = list(container)
        items[step] = _set(items[step], rest, value, place)
        return Sequence.of(items, container.source)
    if container is None:
        container = Mapping.of({}, place)
    if not isinstance(container, Mapping):
        raise BriefError([_nowhere(step, place)])
    pairs = {**container, Scalar(step, place): _set(container.get(step), rest, value, place)}
    return Mapping.of(pairs, container.source, {**container.keys_at, step: place})


def _nowhere(step: str, place: Source) -> Diagnostic:
    message = f"'{place.path}' leads nowhere: there is no '{step}' to set"
    return error("bad-assignment", message, place, "indices count from 0 and must be there; keys need keys around them")
