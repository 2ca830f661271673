"""Templates: document types, as the list of their section builders in order, each with its options."""

from __future__ import annotations

from .extended import EDITS, extended
from .localized import localized
from .model import Entry, Template

__all__ = ["EDITS", "Entry", "Template", "extended", "localized"]
