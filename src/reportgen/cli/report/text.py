"""Findings as people read them: each with its line and a caret under what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from unicodedata import combining, east_asian_width

import click

from ...diagnostics import Diagnostic, ReportgenError, Source
from ...workspace import Workspace

WIDEST = 110
"""So many characters of a line are shown at the most: briefs hold whole paragraphs in one."""

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def rendered(diagnostic: Diagnostic, workspace: Workspace) -> str:
    """Return a finding as lines: where, how grave, what; then the line itself, a caret and the hint."""
    severity = click.style(diagnostic.severity, fg=_COLOURS[diagnostic.severity], bold=True)
    head = f"{diagnostic.source}: {severity}: {diagnostic.message} [{diagnostic.code}]"
    line = _line_of(diagnostic.source, workspace)
    if line is None or not diagnostic.source.column:
        return f"{head}\n      = {diagnostic.hint}" if diagnostic.hint else head
    shown, before, length = _window(line, diagnostic.source)
    carets = click.style("^" * length, fg=_COLOURS[diagnostic.severity], bold=True)
    number = f"{diagnostic.source.line:5}"
    under = f"{' ' * before}{carets} {diagnostic.hint}".rstrip()
    return f"{head}\n{number} | {shown}\n      | {under}"


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many findings there are of each severity; `no findings` for none."""
    counted = Counter(diagnostic.severity for diagnostic in diagnostics)
    parts = [f"{n} {kind}{'s' * (n != 1 and kind != 'info')}" for kind in _COLOURS if (n := counted[kind])]  # type: ignore[index]
    return ", ".join(parts) or "no findings"


def _line_of(source: Source, workspace: Workspace) -> str | None:
    """Return the line that a source points at; none where its file or line is not to be had."""
    if not source.line or not source.file:
        return None
    try:
        lines = workspace.lines(source.file)
    except ReportgenError:
        return None
    return lines[source.line - 1] if source.line <= len(lines) else None


def _window(line: str, source: Source) -> tuple[str, int, int]:
    """Return the part of a line that is shown, the columns before the caret in it, and the caret's length."""
    line = line.replace("\t", " ").replace("\r", " ")
    start = source.column - 1
    first = max(0, start - WIDEST // 3) if len(line) > WIDEST else 0
    last = min(len(line), first + WIDEST)
    lead, tail = "…" * (first > 0), "…" * (last < len(line))
    length = max(1, _columns(line[start : min(last, start + source.length)]))
    return lead + line[first:last] + tail, len(lead) + _columns(line[first:start]), length


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes (Unicode UAX 11: wide characters take two, marks none)."""
    if text.isascii():  # most lines of most briefs, of which a batch shows thousands
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
