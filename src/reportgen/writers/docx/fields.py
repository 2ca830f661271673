"""Fields, each with a result in it, so that a file shows the right words before anything is updated (17.16.18)."""

from __future__ import annotations

from .wml import escape

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def field(code: str, result: str) -> str:
    """Return a field: its code, and the runs that it gave when the file was written.

    It is not marked as out of date: Word lays PAGE and NUMPAGES out anyway, and a mark makes it ask the reader.
    """
    return opened(code) + result + END


def opened(code: str) -> str:
    """Return the beginning of a field whose result runs over several paragraphs, up to `END`."""
    return f'{BEGIN}<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>{SEPARATE}'
