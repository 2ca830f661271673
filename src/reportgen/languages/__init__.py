"""Languages: the words that builders add to a memo, and how dates are written, by language tag."""

from __future__ import annotations

from .dates import duration, worded
from .words import Words

__all__ = ["Words", "duration", "worded"]
