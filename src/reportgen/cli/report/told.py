"""Tell findings in the form that is asked for: the one option and the one way of all commands that report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import click

from ...diagnostics import Diagnostic
from ...workspace import Workspace
from .github import as_command
from .json_lines import as_json
from .text import rendered

# Told one by one, as they come, on standard error.
_EACH: Mapping[str, Callable[[Diagnostic, Workspace], str]] = MappingProxyType(
    {"text": rendered, "json": as_json, "github": as_command}
)
TEXT, SARIF = "text", "sarif"
"""The form for people, and the one that is a single document and is told when all briefs are done."""


def diagnostics_option(sarif_goes_to: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the option that chooses how findings are told; its value comes as `told_as`."""
    return click.option(
        "--format-diagnostics",
        "told_as",
        type=click.Choice([*_EACH, SARIF]),
        default=TEXT,
        show_default=True,
        metavar="FORM",
        help="Tell findings as text, json (an object a line), github (workflow commands), all on standard error as "
        f"they come, or sarif: one SARIF 2.1.0 log of all briefs, at the end, on {sarif_goes_to}.",
    )


def each_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command that never ends, and tells findings in a form that needs no end; it comes as `told_as`."""
    return click.option(
        "--format-diagnostics",
        "told_as",
        type=click.Choice([*_EACH]),
        default=TEXT,
        show_default=True,
        metavar="FORM",
        help="Tell findings as text, json (an object a line) or github (workflow commands), on standard error.",
    )(command)


class Report:
    """The findings of one run of a command."""

    def __init__(self, told_as: str, sarif_aside: bool = False) -> None:
        self.told_as = told_as
        self.sarif_aside = sarif_aside
        self._kept: list[Diagnostic] = []

    @property
    def fills_output(self) -> bool:
        """Whether standard output is kept for the findings alone."""
        return self.told_as == SARIF and not self.sarif_aside

    def tell(self, diagnostics: Iterable[Diagnostic], workspace: Workspace) -> None:
        """Print the findings of a brief, or keep them for the log."""
        if self.told_as == SARIF:
            self._kept.extend(diagnostics)
            return
        for diagnostic in diagnostics:
            click.echo(_EACH[self.told_as](diagnostic, workspace), err=True)

    def end(self) -> None:
        """Print the log, where one is asked for: also one of no findings, so that there is a file to upload."""
        if self.told_as == SARIF:
            from .sarif import as_log  # with the explanations of all codes, which other forms do without

            click.echo(as_log(self._kept), err=self.sarif_aside)
