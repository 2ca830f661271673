"""What the author wrote: placeholders filled in, Markdown read, entities told apart."""

from __future__ import annotations

from .expand import expand, variables, with_row
from .models import Brief

__all__ = ["Brief", "expand", "variables", "with_row"]
