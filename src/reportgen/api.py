"""The public functions: what the command line does, for other Python tools."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from . import pipeline
from .batch import FORMATS, Made, MadeFile, Outcome, make, make_many
from .diagnostics import BriefError, Diagnostic, in_order
from .pipeline import Memo
from .workspace import Workspace
from .writers import Written

__all__ = [
    "Made",
    "MadeFile",
    "Memo",
    "Outcome",
    "Workspace",
    "Written",
    "build",
    "check",
    "make",
    "make_many",
    "schema",
    "write",
]


def build(
    brief: str | Path, template: str = "", workspace: Workspace | None = None, assignments: Iterable[str] = ()
) -> Memo:
    """Return the memo of a brief: its document, its style, and what was found in it.

    `template` stands for the one that the brief names, `workspace` for the disk; `assignments` set single values of the
    brief (`status=final`). Raise BriefError with all faults.
    """
    return pipeline.build(str(brief), workspace or Workspace(), template, assignments)


def write(memo: Memo, format: str) -> Written:
    """Return a memo as the bytes of a file, its number of pages, and what the format could not do."""
    return pipeline.write(memo, format)


def check(
    brief: str | Path, template: str = "", workspace: Workspace | None = None, assignments: Iterable[str] = ()
) -> tuple[Diagnostic, ...]:
    """Return all that is found in a brief, faults among it, also what a format can't show; no file is written."""
    try:
        memo = build(brief, template, workspace, assignments)
    except BriefError as refused:
        return refused.diagnostics
    found = list(memo.diagnostics)
    for format in FORMATS:
        try:
            found.extend(write(memo, format).diagnostics)
        except BriefError as refused:
            found.extend(refused.diagnostics)
    return in_order(found)


def schema(kind: str = "brief") -> dict[str, Any]:
    """Return the JSON Schema (draft-07) of a kind of file, for editors: `brief`, `template`, `style` or `language`.

    Raise ValueError where there is no such kind.
    """
    from . import schemas  # what makes no memo is not loaded for one

    return schemas.schema(kind)
