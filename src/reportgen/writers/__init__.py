"""Writers: a document and a style in, the bytes of a file out.

A writer is a package `writers/<format>/` with `write(document, style) -> Written`. It reads no file and no clock, and
says what it could not do as diagnostics. Its `blocks.py` and `inlines.py` end in a table, one function for each node of
the document model, in the model's order: twins, whose difference shows what one format lacks.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Written:
    """A written file: its bytes, its number of pages where the format has fixed ones, and what could not be done."""

    data: bytes
    pages: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
