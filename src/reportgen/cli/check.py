"""`reportgen check`: what is wrong or still open in a brief."""

from __future__ import annotations

from typing import Any

import click

from ..api import check as check_brief
from ..batch import is_grave
from ..batch.find_briefs import find_briefs
from ..checking import find_checks
from ..collecting import collect_from_now
from ..workspace import Workspace
from .options import set_option, template_option
from .report.explanations import explanations
from .report.text import summary
from .report.told import Report, diagnostics_option

CODE_WIDTH, LEVEL_WIDTH = 28, 13


def _list(ctx: click.Context, option: click.Parameter, wanted: bool) -> None:
    """Print a line for each check and leave: its code, how grave in a draft and in a final memo, and what it finds."""
    if wanted:
        for check in find_checks((), Workspace()):
            levels = "/".join(dict.fromkeys(check.options.level(status) for status in ("draft", "final")))
            about = explanations()[check.code].summary if check.code in explanations() else ""
            click.echo(f"{check.code:<{CODE_WIDTH}}  {levels:<{LEVEL_WIDTH}}  {about}".rstrip())
        ctx.exit()


@click.command()
@click.argument("briefs", nargs=-1, required=True, metavar="BRIEF...")
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List the checks and leave."
)
@template_option
@set_option
@click.option("--strict", is_flag=True, help="Leave with exit code 1 for warnings as well.")
@diagnostics_option(sarif_goes_to="standard output (the counts then go to standard error)")
def check(briefs: tuple[str, ...], strict: bool, told_as: str, **choices: Any) -> None:
    """Say what is wrong or still open in each BRIEF; write nothing.

    A BRIEF may be a file, a pattern, or a folder with briefs in it and below.

    Leaves with exit code 1 if there are errors, or warnings and --strict.
    """
    report = Report(told_as, sarif_aside=False)
    code = 0
    found = find_briefs(briefs)
    if len(found) > 1:
        collect_from_now()
    for brief in (one.brief for one in found):
        workspace = Workspace()
        findings = check_brief(brief, workspace=workspace, **choices)
        report.tell(findings, workspace)
        click.echo(f"{brief}: {summary(findings)}", err=report.fills_output)
        code = max(code, int(is_grave(findings, strict)))
    report.end()
    click.get_current_context().exit(code)
