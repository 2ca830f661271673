"""Run Jinja2 inside the strings of a brief or template; the YAML around them is never templated.

Strings with faults are told at the line and column of what is wrong in them, all of them at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from types import TracebackType
from typing import Any

import jinja2

from ..diagnostics import Diagnostic, Source, choices, error
from ..limits import Account
from ..located import HOLE, Mapping, Scalar, Sequence, hole_mark
from ..workspace import Workspace
from .places import OPENS, Written
from .sandbox import FUNCTIONS, Names, rendered, undefined

_MARKS = re.compile("[\ufdd0-\ufdef]")
_NAMED = re.compile(r"'([^']*)' is undefined|has no attribute '([^']*)'")
_ALONE = re.compile(r"\s*\{\{-?\s*(\w+)\s*-?\}\}\s*")
_AS_IS = "to print braces as they are, put the text between {% raw %} and {% endraw %}"


def expand(
    values: Mapping, names: AnyMapping[str, Any], workspace: Workspace
) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return the values with every placeholder in their strings filled in from `names`, and what could not be.

    A string with a fault has a hole in its place, so that the next stage can tell its own faults in the same run.
    """
    expansion = _Expansion(names, workspace)
    expanded: Mapping = expansion.value(values)
    return expanded, tuple(expansion.faults)


def with_row(values: Mapping, row: Mapping | None) -> Mapping:
    """Return a brief's values with those of a row of data among its own names, before them; themselves for no row."""
    given = values.get("vars")
    if row is None or not (given is None or isinstance(given, Mapping)):
        return values
    own = {name: value for name, value in (given or {}).items() if name not in row}
    places = given.keys_at if isinstance(given, Mapping) else {}
    names = Mapping.of({**row, **own}, getattr(given, "source", row.source), {**places, **row.keys_at})
    return values.with_value("vars", names)


def variables(values: Mapping, workspace: Workspace) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Return the brief's own names, `vars:`, each filled in from those above it; none where there are none."""
    given = values.get("vars")
    names: dict[str, Any] = {}
    expansion = _Expansion(names, workspace)
    for name, value in given.items() if isinstance(given, Mapping) else ():
        expansion.names[name] = names[name] = expansion.value(value)
    return names, tuple(expansion.faults)


class _Expansion:
    """One run over located values, with the faults found so far."""

    def __init__(self, names: AnyMapping[str, Any], workspace: Workspace) -> None:
        self.names = Names(names)
        self.workspace = workspace
        self.account = Account(workspace.limits)
        self.faults: list[Diagnostic] = []

    def value(self, value: Any) -> Any:
        if isinstance(value, Scalar):
            as_is = value.kind == "verbatim" or not any(sign in value for sign in OPENS)
            return value if as_is else self.text(value)
        if isinstance(value, Mapping):
            pairs = {key: self.value(item) for key, item in value.items()}
            return Mapping.of(pairs, value.source, value.keys_at)
        if isinstance(value, Sequence):
            return Sequence.of([self.value(item) for item in value], value.source)
        return value

    def text(self, text: Scalar) -> Scalar:
        alone = _ALONE.fullmatch(text)
        cell = self.names.get(alone[1]) if alone else None
        if isinstance(cell, Scalar) and cell.kind == "verbatim":  # it keeps its place in the data, letter by letter
            return cell
        written = Written(text, self.workspace)
        try:
            filled = HOLE.sub(written.placed, rendered(text, self.names, self.account))
            if _MARKS.search(HOLE.sub("", filled)):
                raise ValueError("a hole can't be cut or changed")
        except Exception as fault:  # noqa: BLE001  whatever an author's expression raises is the author's to see
            self.faults.extend(self.told(fault, written))
            return text.with_text(hole_mark("", "", text.source))
        return text.with_text(filled)

    def told(self, fault: Exception, written: Written) -> Iterator[Diagnostic]:
        """Return what is wrong with a text's placeholders: what stopped the work, and all other names not defined."""
        first = self.fault(fault, written)
        yield first
        if first.code == "undefined-name":
            for name in undefined(written.text, self.names):
                place = written.find(name, 1)
                if place != first.source:
                    yield self.unknown(name, place)

    def unknown(self, name: str, place: Source) -> Diagnostic:
        known = sorted({*self.names, *FUNCTIONS})
        return error("undefined-name", f"'{name}' is not defined", place, choices(name, known))

    def fault(self, fault: Exception, written: Written) -> Diagnostic:
        """Return what is wrong with a placeholder, at the place in the file."""
        said = (str(getattr(fault, "message", None) or fault) or type(fault).__name__).rstrip(".")
        if isinstance(fault, RecursionError):
            said = "it is nested too deeply"
        if isinstance(fault, jinja2.TemplateSyntaxError):
            sign = next(sign for sign in OPENS if sign in written.text)
            place = written.find(sign, fault.lineno)
            return error("placeholder-syntax", f"this placeholder can't be read: {said}", place, _AS_IS)
        found = _NAMED.search(said)
        if isinstance(fault, jinja2.UndefinedError) and found:
            name = found[1] or found[2]
            return self.unknown(name, written.find(name, _line(fault.__traceback__)))
        place = written.find("{{", _line(fault.__traceback__))
        return error("placeholder-fault", f"this placeholder can't be worked out: {said}", place)


def _line(trace: TracebackType | None) -> int:
    """Return the line of the template's text that a fault passed through last, from 1."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
