"""The HTML writer: one page, complete in itself, that any browser or screen reader reads (HTML Living Standard)."""

from __future__ import annotations

from .file import write

__all__ = ["write"]
