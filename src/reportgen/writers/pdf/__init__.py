"""The PDF writer: pages laid out with ReportLab, in the style's own fonts."""

from __future__ import annotations

from .file import write

__all__ = ["write"]
