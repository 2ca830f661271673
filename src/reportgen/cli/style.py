"""`reportgen style`: a style of one's own, out of a letterhead."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ..batch import write_files
from ..diagnostics import OutputError, Source, warning
from ..letterhead.paper import Letterhead, opened
from ..located import Scalar, validate_chain
from ..shelves import STYLES, find_chain
from ..style import Style
from ..style.imported import style_file
from ..workspace import Workspace
from .report.told import TEXT, Report


@click.group()
def style() -> None:
    """Make a style of your own."""


@style.command("import")
@click.argument("letterhead")
@click.option(
    "-o", "--output", required=True, metavar="FILE", help="Write the style to this file: styles/ministry.yaml."
)
def from_letterhead(letterhead: str, output: str) -> None:
    """Write a style file from a LETTERHEAD, a Word document or template (.docx, .dotx, .dotm).

    Memos in that style are written on the letterhead in DOCX, and look like it in PDF. The letterhead is copied beside
    the style file where it does not lie there. Neither file may be there already.
    """
    workspace, target = Workspace(), Path(output)
    data = workspace.read_bytes(letterhead)
    paper = opened(data, Source(letterhead), workspace.limits)
    copy, base = _beside(letterhead, target)
    files = {target: style_file(paper, target.stem, base, _house(workspace)).encode()}
    if copy is not None and not (copy.is_file() and copy.read_bytes() == data):
        files[copy] = data
    for path in files:
        if path.exists():
            raise click.UsageError(f"'{path}' is there already; move it away, or write to another file")
    try:
        write_files(files)
    except OutputError as refused:
        Report(TEXT).tell(refused.diagnostics, workspace)
        click.get_current_context().exit(3)
    _tell(paper, files, target, workspace)


def _beside(letterhead: str, target: Path) -> tuple[Path | None, str]:
    """Return where the letterhead must be copied to, None for nowhere, and its path from the style file's folder."""
    folder = os.path.abspath(target.parent)
    path = os.path.relpath(os.path.realpath(letterhead), os.path.realpath(folder))
    if path.startswith(os.pardir):
        return target.parent / Path(letterhead).name, Path(letterhead).name
    return None, path


def _house(workspace: Workspace) -> Style:
    name = Scalar("house")
    return validate_chain(find_chain(STYLES, name, name.source, workspace, ()), Style, workspace)


def _tell(paper: Letterhead, files: dict[Path, bytes], target: Path, workspace: Workspace) -> None:
    if paper.dropped:
        message = f"memos will have nothing of the letterhead's {', '.join(paper.dropped)}"
        Report(TEXT).tell([warning("letterhead-cleaned", message, paper.source)], workspace)
    click.echo(f"{' and '.join(str(path) for path in files)} written; look through it, and then:\n")
    click.echo(f"    reportgen make BRIEF --set style={target.stem}")
