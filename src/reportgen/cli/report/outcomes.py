"""Tell what came of memos: a line for each file, findings as they come, counts and failures at the end."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

import click

from ...batch import MadeFile, Outcome
from ...workspace import Workspace
from .text import summary
from .told import Report

_STATES = {"made": "made", "unchanged": "unchanged", "faulty": "failed", "unwritable": "failed"}
_CODES = {"faulty": 1, "unwritable": 3}


class Tally:
    """What came of the memos of one run: how many of each state, and what failed."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.code = 0
        self._counted: Counter[str] = Counter()
        self._failed: list[str] = []

    def tell(self, outcome: Outcome, workspace: Workspace) -> None:
        """Print the findings of a memo and a line for each of its files, and count it."""
        self.report.tell(outcome.diagnostics, workspace)
        for file in outcome.files:
            click.echo(line_of(file))
        self.code = max(self.code, _CODES.get(outcome.state, 0))
        self._counted[_STATES[outcome.state]] += 1
        if outcome.failed:
            self._failed.append(f"failed: {outcome.name}: {summary(outcome.diagnostics)}")

    def end(self, number: int) -> None:
        """Print how many of so many memos there were of each state, and last of all those that failed."""
        counted = self._counted + Counter({"not tried": number - self._counted.total()})
        parts = ", ".join(f"{times} {state}" for state, times in sorted(counted.items()))
        click.echo(f"{number} memos: {parts}" if parts else "no memo to make")
        for line in self._failed:
            click.echo(line)


def line_of(file: MadeFile) -> str:
    """Return a line about a file: its path, its pages where they are known, and what it cost."""
    pages = "" if file.pages is None else f"{file.pages} page{'s' * (file.pages != 1)}"
    cost = "unchanged" if file.unchanged else f"{file.milliseconds:7.0f} ms"
    return f"{file.path!s:<48} {pages:>9} {cost:>10}"


def with_progress(outcomes: Iterable[Outcome], number: int) -> Iterator[Outcome]:
    """Return outcomes as they come, with a bar on standard error while they do; no bar but on a terminal."""
    if not sys.stderr.isatty() or number == 1:
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # What is printed meanwhile goes through the bar, which makes room for it.
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        shown = bar.add_task("", total=number)
        for outcome in outcomes:
            yield outcome
            bar.advance(shown)
