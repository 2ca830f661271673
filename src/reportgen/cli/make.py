"""`reportgen make`: briefs in, files out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from ..batch import Outcome, Task, outcome, outcomes
from ..batch.find_briefs import find_briefs, listed, targets
from ..batch.pools import FEW, cluster, cores, processes
from ..batch.tasks import Workers
from ..collecting import collect_from_now
from ..diagnostics import ReportgenError
from ..workspace import Workspace
from .options import files_options, set_option, template_option
from .report.outcomes import Tally, with_progress
from .report.told import Report, diagnostics_option


@click.command()
@click.argument("briefs", nargs=-1, metavar="BRIEF...")
@files_options
@template_option
@set_option
@click.option("--strict", is_flag=True, help="Treat warnings as errors: write nothing while there are any.")
@click.option("--comments", is_flag=True, help="Put what was found into the DOCX, as comments at its place.")
@click.option(
    "--attach-source", "source", flag_value="attached", default="inside", help="Let the brief go with the PDF as well."
)
@click.option(
    "--no-source",
    "source",
    flag_value="none",
    default="inside",
    help="Keep the brief out of the files, and whose they are and from when.",
)
@click.option("--force", is_flag=True, help="Make unchanged memos as well.")
@click.option(
    "--from-list", metavar="FILE", help="Make the briefs in this list as well, one path a line; - for standard input."
)
@click.option("--data", metavar="FILE", help="Make a memo of each row of a .csv, .json or .xlsx file: see --brief.")
@click.option("--brief", metavar="BRIEF", help="The brief whose variables the rows of --data fill.")
@click.option("--name", metavar="PATTERN", help="What the files of a row are called, such as '{country}-memo'.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1), metavar="N", help="How many memos to make at a time.  [default: the cores]"
)
@click.option(
    "--keep-going/--fail-fast", default=True, show_default=True, help="Go on after a memo that can't be made, or stop."
)
@click.option("--executor", metavar="ADDRESS", help="Make the memos on a Dask cluster: dask://host:8786.")
@diagnostics_option(sarif_goes_to="standard error too")
def make(
    briefs: tuple[str, ...],
    formats: tuple[str, ...],
    output: str,
    keep_going: bool,
    jobs: int | None,
    executor: str | None,
    told_as: str,
    **choices: Any,
) -> None:
    """Make the memo of each BRIEF, one file for each format, named as the brief.

    A BRIEF may be a file, a pattern, or a folder: then all briefs in it are made, those in its folders into folders of
    the same names. A brief with faults is reported and changes no file; the others are made all the same. A memo whose
    files were made of the same before is unchanged, and not made again.
    """
    report = Report(told_as, sarif_aside=True)
    tally = Tally(report)
    try:
        tasks = _tasks(briefs, formats, output, choices)
        if len(tasks) > 1:
            collect_from_now()
        with _workers(executor, jobs or cores(), len(tasks)) as workers:
            found = [_alone(tasks[0])] if len(tasks) == 1 and not executor else _among(tasks, workers, executor)
            for one, workspace in found:
                tally.tell(one, workspace)
                if one.failed and not keep_going:
                    break
    except ReportgenError as refused:
        report.tell(refused.diagnostics, Workspace())
        report.end()
        click.get_current_context().exit(1)
    if len(tasks) != 1:
        tally.end(len(tasks))
    report.end()
    click.get_current_context().exit(tally.code)


def _tasks(briefs: tuple[str, ...], formats: tuple[str, ...], output: str, choices: dict[str, Any]) -> tuple[Task, ...]:
    """Return the memos to make: of briefs, or of the rows of a data file; wrong usage where neither is asked for."""
    from_list, data, brief, name = (choices.pop(key) for key in ("from_list", "data", "brief", "name"))
    asked = Task(brief or "", "", formats, **choices)
    if data or brief or name:
        if not (data and brief and name) or briefs or from_list:
            raise click.UsageError("--data, --brief and --name go together, and without other briefs")
        from ..batch.rows import tasks_of_rows

        return tasks_of_rows(data, name, asked, output, Workspace())
    words = [*briefs, *(_listed(from_list) if from_list else ())]
    if not words and not from_list:
        context = click.get_current_context()
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    try:
        found = targets(find_briefs(words), output)
    except ValueError as wrong:
        raise click.UsageError(str(wrong)) from None
    return tuple(replace(asked, brief=brief, target=target) for brief, target in found.items())


def _listed(path: str) -> list[str]:
    try:
        return listed(sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        raise click.UsageError(f"the list '{path}' can't be read: {getattr(fault, 'strerror', fault)}") from None


def _alone(task: Task) -> tuple[Outcome, Workspace]:
    """Return what comes of the only memo, and the very files that it was made of."""
    workspace = Workspace()
    return outcome(task, workspace), workspace


def _among(
    tasks: tuple[Task, ...], workers: Workers | None, elsewhere: str | None
) -> Iterator[tuple[Outcome, Workspace]]:
    found = outcomes(tasks, workers, few=0 if elsewhere else FEW)
    return ((one, Workspace()) for one in with_progress(found, len(tasks)))


@contextmanager
def _workers(executor: str | None, jobs: int, number: int) -> Iterator[Workers | None]:
    """Give what makes the memos: a cluster, processes of our own, or None for this process alone."""
    if executor:
        with cluster(executor) as workers:
            yield workers
    elif min(jobs, number) > 1:
        with processes(min(jobs, number)) as workers:
            yield workers
    else:
        yield None
