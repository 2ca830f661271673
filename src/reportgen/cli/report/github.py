"""Findings as workflow commands of GitHub Actions, which show them beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from ...diagnostics import Diagnostic, Source
from ...workspace import Workspace
from .places import is_on_disk, spoken

_KINDS = {"error": "error", "warning": "warning", "info": "notice"}

# The escapes of GitHub's toolkit (packages/core/src/command.ts). `%` comes first, being part of the others.
_IN_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTIES = (*_IN_DATA, (":", "%3A"), (",", "%2C"))


def as_command(diagnostic: Diagnostic, workspace: Workspace) -> str:
    """Return a finding as a command; its hint is the second line of its message."""
    properties = ",".join(f"{name}={_escaped(value, _IN_PROPERTIES)}" for name, value in _properties(diagnostic))
    lines = [spoken(diagnostic.message, diagnostic.source), *([diagnostic.hint] if diagnostic.hint else [])]
    return f"::{_KINDS[diagnostic.severity]} {properties}::{_escaped(chr(10).join(lines), _IN_DATA)}"


def _properties(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    if is_on_disk(diagnostic.source):
        yield from _place(diagnostic.source)
    yield "title", diagnostic.code


def _place(source: Source) -> Iterator[tuple[str, str]]:
    yield "file", PurePath(source.file).as_posix()
    if source.line:
        yield "line", str(source.line)
        if source.column:
            yield "col", str(source.column)
            yield "endLine", str(source.line)
            yield "endColumn", str(source.column + source.length)


def _escaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for character, escape in escapes:
        text = text.replace(character, escape)
    return text
