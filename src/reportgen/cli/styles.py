"""`reportgen styles`: which styles there are."""

from __future__ import annotations

import click

from ..located import overlaid
from ..shelves import STYLES
from .report.listing import listed


@click.command()
def styles() -> None:
    """Print a line for each style: its name, how it looks, and where it comes from."""
    click.get_current_context().exit(listed(STYLES, lambda chain: str(overlaid(chain).get("summary") or "")))
