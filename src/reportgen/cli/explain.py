"""`reportgen explain`: what a diagnostic code means and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import indent

import click

from ..diagnostics import choices
from .report.explanations import BRIEF, Explanation, explanations


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Tell what a diagnostic CODE means, what mostly causes it, and how to write it right.

    Codes are the words in brackets behind each finding. Without CODE, list them all.
    """
    known = explanations()
    if code is None:
        click.echo("\n".join(_listed(known)))
    elif code in known:
        click.echo("\n\n".join(_told(known[code])))
    else:
        near = choices(code, known) or "'reportgen explain' lists all codes"
        raise click.UsageError(f"there is no code '{code}': {near}")


def _listed(known: Mapping[str, Explanation]) -> Iterator[str]:
    """Return a line for each code."""
    widest = max(map(len, known))
    return (f"{code:<{widest}}  {known[code].summary}" for code in known)


def _told(explained: Explanation) -> Iterator[str]:
    """Return the paragraphs of an explanation."""
    yield f"{explained.code}: {explained.summary}"
    yield explained.meaning
    for head, snippets in (("Wrong", explained.wrong), ("Right", explained.right)):
        for file, text in snippets.items():
            yield f"{head}:" if file == BRIEF else f"{head}, in {file}:"
            yield indent(text.rstrip("\n"), "    ")
