"""`reportgen watch`: memos that follow their briefs as they are written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from ..batch import Task
from ..batch.find_briefs import find_briefs, targets
from ..batch.watching import watch as watch_files
from ..collecting import collect_from_now
from .options import files_options, set_option, template_option
from .report.outcomes import Tally
from .report.told import Report, each_option


@click.command()
@click.argument("briefs", nargs=-1, required=True, metavar="BRIEF...")
@files_options
@template_option
@set_option
@click.option("--strict", is_flag=True, help="Treat warnings as errors: write nothing while there are any.")
@each_option
def watch(briefs: tuple[str, ...], formats: tuple[str, ...], output: str, told_as: str, **choices: Any) -> None:
    """Make the memo of each BRIEF, and again whenever a file changes that it is made of, until it is interrupted.

    Faults are told as they come and go; the files are those of the last version without any.
    """
    try:
        found = targets(find_briefs(briefs), output)
    except ValueError as wrong:
        raise click.UsageError(str(wrong)) from None
    collect_from_now()
    asked = Task("", "", formats, **choices)
    tally = Tally(Report(told_as))
    watching = f"watching {len(found)} brief{'s' * (len(found) != 1)}; interrupt (Ctrl-C) to end"
    try:
        watch_files(
            [replace(asked, brief=brief, target=target) for brief, target in found.items()],
            tally.tell,
            lambda: click.echo(watching),
        )
    except KeyboardInterrupt:
        click.get_current_context().exit(0)
