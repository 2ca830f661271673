"""`reportgen make`: brief in, files out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..batch import FORMATS, Made
from ..batch import make as make_files
from ..diagnostics import BriefError, OutputError
from ..workspace import Workspace
from .options import set_option, template_option
from .report.told import Report, diagnostics_option


def _formats(ctx: click.Context, option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats named in lists with commas; wrong usage where one does not exist."""
    from ..registry import names

    wanted = tuple(dict.fromkeys(word.strip() for word in ",".join(value).split(",") if word.strip()))
    known = names("writers")
    for format in wanted:
        if format not in known:
            raise click.BadParameter(f"there is no format '{format}'; known: {', '.join(known)}", ctx, option)
    if not wanted:
        raise click.BadParameter(f"name at least one of {', '.join(known)}", ctx, option)
    return wanted


@click.command()
@click.argument("briefs", nargs=-1, required=True, metavar="BRIEF...")
@click.option(
    "-f",
    "--format",
    "formats",
    default=(",".join(FORMATS),),
    multiple=True,
    show_default=True,
    callback=_formats,
    metavar="LIST",
    help="The formats to make, separated by commas.",
)
@click.option("-o", "--output", default="output", show_default=True, metavar="DIR", help="The folder for the files.")
@template_option
@set_option
@click.option("--strict", is_flag=True, help="Treat warnings as errors: write nothing while there are any.")
@diagnostics_option(sarif_goes_to="standard error too")
def make(
    briefs: tuple[str, ...],
    formats: tuple[str, ...],
    output: str,
    strict: bool,
    told_as: str,
    **choices: Any,
) -> None:
    """Make the memo of each BRIEF, one file for each format, named as the brief.

    A brief with faults is reported and changes no file; the others are made all the same.
    """
    _refuse_same_names(briefs)
    report = Report(told_as, sarif_aside=True)
    code = 0
    for brief in dict.fromkeys(briefs):
        workspace = Workspace()
        try:
            made = make_files(brief, output, formats, strict=strict, workspace=workspace, **choices)
        except BriefError as refused:
            report.tell(refused.diagnostics, workspace)
            code = max(code, 1)
        except OutputError as refused:
            report.tell(refused.diagnostics, workspace)
            code = 3
        else:
            report.tell(made.diagnostics, workspace)
            _say(made)
    report.end()
    click.get_current_context().exit(code)


def _refuse_same_names(briefs: tuple[str, ...]) -> None:
    """Refuse two briefs whose files would have one name: the second would overwrite the first."""
    stems: dict[str, str] = {}
    for brief in dict.fromkeys(briefs):
        stem = Path(brief).stem
        if stem in stems:
            raise click.UsageError(
                f"'{stems[stem]}' and '{brief}' would both be written as '{stem}': make them one by one"
            )
        stems[stem] = brief


def _say(made: Made) -> None:
    """Print a line for each file: its path, its pages where they are known, and what it cost."""
    for file in made.files:
        pages = "" if file.pages is None else f"{file.pages} page{'s' * (file.pages != 1)}"
        click.echo(f"{file.path!s:<48} {pages:>9} {file.milliseconds:7.0f} ms")
