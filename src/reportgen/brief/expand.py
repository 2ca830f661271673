"""Run Jinja2 inside the strings of a brief or template; the YAML around them is never templated.

The only module that knows the template library. Author's text runs in its sandbox: no attribute of Python's own, no
loop without end, no undefined name, nothing that differs from run to run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from functools import cache
from types import TracebackType
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range

from ..diagnostics import BriefError, Diagnostic, Source, choices, error
from ..located import HOLE, Mapping, Scalar, Sequence, Value, hole_mark, hole_of
from ..workspace import Workspace

_OPENS = ("{{", "{%")
_CLOSES = ("}}", "%}")
_NAMED = re.compile(r"'([^']*)' is undefined|has no attribute '([^']*)'")
_AS_IS = "to print braces as they are, put the text between {% raw %} and {% endraw %}"


def expand(values: Mapping, names: AnyMapping[str, Any], workspace: Workspace) -> Mapping:
    """Return the values with every placeholder in their strings filled in from `names`.

    Raise BriefError with all strings that can't be expanded, each at the line and column of what is wrong in it.
    """
    faults: list[Diagnostic] = []
    expanded: Mapping = _expand(values, names, workspace, faults)
    if faults:
        raise BriefError(faults)
    return expanded


def _expand(value: Any, names: AnyMapping[str, Any], workspace: Workspace, faults: list[Diagnostic]) -> Any:
    if isinstance(value, Scalar):
        if not any(sign in value for sign in _OPENS):
            return value
        return _expand_text(value, names, workspace, faults)
    if isinstance(value, Mapping):
        pairs = {key: _expand(item, names, workspace, faults) for key, item in value.items()}
        return Mapping.of(pairs, value.source, value.keys_at)
    if isinstance(value, Sequence):
        return Sequence.of([_expand(item, names, workspace, faults) for item in value], value.source)
    return value


def _expand_text(text: Scalar, names: AnyMapping[str, Any], workspace: Workspace, faults: list[Diagnostic]) -> Value:
    try:
        filled = _environment().from_string(text).render(names)
        return text.with_text(HOLE.sub(lambda mark: _placed(mark, text, workspace), filled))
    except jinja2.TemplateSyntaxError as fault:
        sign = next(sign for sign in _OPENS if sign in text)
        place = _place(text, fault.lineno, sign, workspace)
        faults.append(error("placeholder-syntax", f"this placeholder can't be read: {_calm(fault)}", place, _AS_IS))
    except jinja2.UndefinedError as fault:
        name = next((name for found in _NAMED.finditer(str(fault)) for name in found.groups() if name), "")
        place = _place(text, _line(fault.__traceback__), name or "{{", workspace)
        known = sorted({*names, *_environment().globals})
        faults.append(error("undefined-name", f"'{name}' is not defined", place, choices(name, known)))
    except Exception as fault:  # noqa: BLE001  whatever an expression of the author's raises is the author's to see
        place = _place(text, _line(fault.__traceback__), "{{", workspace)
        faults.append(error("placeholder-fault", f"this placeholder can't be worked out: {_calm(fault)}", place))
    return text


def _placed(mark: re.Match[str], text: Scalar, workspace: Workspace) -> str:
    """Return the mark of a hole with the line and column of its label in the file."""
    label, expects, line, _ = hole_of(mark)
    place = _place(text, 1, label, workspace)
    return mark.group() if line else hole_mark(label, expects, place.line, place.column)


@cache
def _environment() -> jinja2.Environment:
    """Return the sandbox: strict, without comments (`{#` is text), chance and filler text."""
    environment = ImmutableSandboxedEnvironment(
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        finalize=_no_null,
        # YAML has comments of its own; a NUL can't stand in YAML text, so no text is ever taken for a comment.
        comment_start_string="\0{",
        comment_end_string="}\0",
    )
    environment.globals.clear()
    environment.globals.update(hole=hole, range=safe_range)
    del environment.filters["random"]
    return environment


def hole(label: str, expects: str = "") -> str:
    """Return an unfilled placeholder: `label` says what is missing, `expects` what kind of value it is."""
    return hole_mark(str(label), str(expects))


def _no_null(value: Any) -> Any:
    if value is None:
        raise jinja2.UndefinedError("the value is null")
    return value


def _calm(fault: Exception) -> str:
    """Return the library's sentence without its full stop."""
    message = getattr(fault, "message", None) or str(fault) or type(fault).__name__
    return str(message).rstrip(".")


def _line(trace: TracebackType | None) -> int:
    """Return the line of the template's text that a fault passed through last, from 1."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _place(text: Scalar, line: int, sought: str, workspace: Workspace) -> Source:
    """Return where in the file a word inside the braces of a string stands; where the string begins if nowhere.

    The file is searched, not the string: folding and quoting make the two differ.
    """
    start = text.source.below(line - 1) if text.lines else text.source
    if not start.file:
        return start
    whole = workspace.read_text(start.file)
    begins = sum(len(above) + 1 for above in whole.split("\n")[: start.line - 1]) + start.column - 1
    word = re.compile(rf"\b{re.escape(sought)}\b" if sought.isidentifier() else re.escape(sought))
    for found in word.finditer(whole, begins):
        if _inside_braces(whole, begins, found.end()):
            above = whole[: found.start()]
            column = found.start() - above.rfind("\n")
            return Source(start.file, start.path, above.count("\n") + 1, column, len(found.group()))
    return start


def _inside_braces(text: str, start: int, position: int) -> bool:
    """Return whether a position lies between an opening and the next closing brace sign."""
    opened = max(text.rfind(sign, start, position) for sign in _OPENS)
    closed = max(text.rfind(sign, start, position) for sign in _CLOSES)
    return opened > closed
