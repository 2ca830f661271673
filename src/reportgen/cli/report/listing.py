"""Lists of templates and styles: which there are, what each is for, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable

import click

from ...diagnostics import NOWHERE, BriefError, Diagnostic
from ...located import Mapping
from ...settings import find_settings
from ...shelves import Shelf, bases, find_chain, names_on, path_of
from ...workspace import BUILT_IN, PLUG_IN, Workspace
from .told import TEXT, Report

NAME_WIDTH = 16


def listed(shelf: Shelf, about: Callable[[tuple[Mapping, ...]], str]) -> int:
    """Print a line for each file of a shelf as it is found from here; return 1 where one can't be read, else 0.

    `about` says what a file is for, out of its values and of those that it extends, the nearest first.
    """
    workspace = Workspace()
    faults: list[Diagnostic] = []
    try:
        places = bases("", find_settings("", workspace).folders)
    except BriefError as refused:
        Report(TEXT).tell(refused.diagnostics, workspace)
        return 1
    for name in names_on(shelf, workspace, places):
        try:
            said = about(find_chain(shelf, name, NOWHERE, workspace, places))
            click.echo(f"{name:<{NAME_WIDTH}}  {said} ({_origin(path_of(shelf, name, workspace, places))})")
        except BriefError as refused:
            faults.extend(refused.diagnostics)
    Report(TEXT).tell(faults, workspace)
    return int(bool(faults))


def _origin(path: str) -> str:
    """Return where a file comes from, in words."""
    if path.startswith(BUILT_IN):
        return "built in"
    return f"of a package: {path.removeprefix(PLUG_IN)}" if path.startswith(PLUG_IN) else path
