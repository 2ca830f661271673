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
    """Return the fields of the memo's head that a template requires; the empty text for none."""
    sections: Any = values.get("sections")
    parts = [part for part in (sections if isinstance(sections, Sequence) else ()) if isinstance(part, Mapping)]
    fields = next((part.get("required") for part in parts if part.get("builder") == "header"), None)
    return f"needs {', '.join(map(str, fields))}" if isinstance(fields, Sequence) and fields else ""
