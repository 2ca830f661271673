"""`reportgen check`: what is wrong or still open in a brief."""

from __future__ import annotations

import click

from ..api import check as check_brief
from ..workspace import Workspace
from .report import show, summary


@click.command()
@click.argument("briefs", nargs=-1, required=True, metavar="BRIEF...")
@click.option("-t", "--template", default="", metavar="NAME", help="Check with this template, not the brief's own.")
@click.option("--strict", is_flag=True, help="Leave with exit code 1 for warnings as well.")
def check(briefs: tuple[str, ...], template: str, strict: bool) -> None:
    """Say what is wrong or still open in each BRIEF; write nothing.

    Leaves with exit code 1 if there are errors, or warnings and --strict.
    """
    grave = {"error", "warning"} if strict else {"error"}
    code = 0
    for brief in dict.fromkeys(briefs):
        workspace = Workspace()
        found = check_brief(brief, template, workspace)
        show(found, workspace)
        click.echo(f"{brief}: {summary(found)}")
        code = max(code, int(any(diagnostic.severity in grave for diagnostic in found)))
    click.get_current_context().exit(code)
