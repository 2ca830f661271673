"""`reportgen templates`: which document types there are, and what they need."""

from __future__ import annotations

from typing import Any

import click

from ..located import Mapping, Sequence
from ..shelves import TEMPLATES
from ..template import extended
from .report.listing import listed


@click.command()
def templates() -> None:
    """Print a line for each template: its name, what it is for, which fields it needs, and where it comes from."""
    click.get_current_context().exit(listed(TEMPLATES, _about))


def _about(chain: tuple[Mapping, ...]) -> str:
    values, _ = extended(chain)
    return "; ".join(filter(None, (str(values.get("summary") or ""), _needs(values))))


def _needs(values: Mapping) -> str:
    """Return what the parts of a template require of a brief, each key once; the empty text for nothing."""
    sections: Any = values.get("sections")
    parts = [part for part in (sections if isinstance(sections, Sequence) else ()) if isinstance(part, Mapping)]
    asked = [part.get("required") for part in parts]
    keys = dict.fromkeys(str(key) for found in asked if isinstance(found, Sequence) for key in found)
    return f"needs {', '.join(keys)}" if keys else ""
