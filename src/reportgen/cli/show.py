"""`reportgen show`: the outline of a memo, with what is open in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from ..api import build
from ..diagnostics import BriefError
from ..document import Callout, Document, Hole, Node, Section, Span
from ..document.walk import children, lines_of, text_of, walk
from ..workspace import Workspace
from .options import set_option, template_option
from .report.told import TEXT, Report

WIDTH = 72
"""The column at which the counts end."""


@click.command()
@click.argument("brief")
@template_option
@set_option
def show(brief: str, **choices: Any) -> None:
    """Print the outline of the memo of a BRIEF, with words, open holes and gaps of each part; write nothing.

    A gap is what the memo says is not stated.
    """
    workspace = Workspace()
    try:
        memo = build(brief, workspace=workspace, **choices)
    except BriefError as refused:
        Report(TEXT).tell(refused.diagnostics, workspace)
        click.get_current_context().exit(1)
    meta = memo.document.meta
    click.echo(f"{meta.title}\n{meta.status}, {_counted(len(_words(memo.document)), 'word')}\n")
    for line in _outline(memo.document, 0):
        click.echo(line)
    for hole in _holes(memo.document):
        click.echo(f"{hole.source}: {hole.label}{f' (a {hole.expects})' if hole.expects else ''}")


def _outline(node: Node, depth: int) -> Iterator[str]:
    """Return a line for each section and callout, indented by its depth."""
    for child in children(node):
        if isinstance(child, Section | Callout):
            heading = f"{'  ' * depth}{text_of(child.heading)}"
            counts = [_counted(len(_words(child)), "word")]
            counts += [_counted(len(found), name) for name, found in _open(child) if found]
            yield f"{heading}  {', '.join(counts):>{max(0, WIDTH - len(heading) - 2)}}"
            yield from _outline(child, depth + 1)
    if isinstance(node, Document):
        yield ""


def _open(node: Node) -> tuple[tuple[str, list[Node]], ...]:
    gaps: list[Node] = [found for found in walk(node) if isinstance(found, Span) and found.role == "missing"]
    return ("hole", [*_holes(node)]), ("gap", gaps)


def _words(node: Node) -> list[str]:
    return [word for line in lines_of(node) for word in line.split()]


def _holes(node: Node) -> list[Hole]:
    return [found for found in walk(node) if isinstance(found, Hole)]


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'s' * (number != 1)}"
