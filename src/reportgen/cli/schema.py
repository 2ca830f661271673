"""`reportgen schema`: what may be written in a brief, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..api import schema as schema_of
from ..batch import write_files
from ..diagnostics import OutputError
from ..schemas import KINDS, MODELINE
from ..workspace import Workspace
from .report.told import TEXT, Report


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS)), default="brief", metavar=f"[{'|'.join(KINDS)}]")
@click.option("-o", "--output", default="", metavar="FILE", help="Write it to this file.")
def schema(kind: str, output: str) -> None:
    """Print the JSON Schema (draft-07) of briefs, or of another kind of file.

    Editors with yaml-language-server complete and check a file by it, offline; `reportgen check` finds more.
    """
    text = json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"
    if not output:
        click.echo(text, nl=False)
        return
    path = Path(output)
    try:
        write_files({path: text.encode()})
    except OutputError as refused:
        Report(TEXT).tell(refused.diagnostics, Workspace())
        click.get_current_context().exit(3)
    click.echo(f"{path} written; begin each {kind} beside it with:\n\n    {MODELINE}{path.name}")
