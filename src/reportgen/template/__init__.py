"""Templates: document types, as the list of their section builders in order, each with its options."""

from __future__ import annotations

from .extended import EDITS, extended
from .grouped import GROUPED, PAGES
from .localized import localized
from .model import FORMS, Entry, Template

__all__ = ["EDITS", "FORMS", "GROUPED", "PAGES", "Entry", "Template", "extended", "localized"]
