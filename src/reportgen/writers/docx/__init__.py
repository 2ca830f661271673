"""DOCX: Office Open XML (ECMA-376), with named styles, native lists, tables, fields and headers, to be edited in Word.

python-docx owns the package: it opens the house document that is made here from the style, and holds its parts,
relationships, headers and properties. The body is written in bulk as WordprocessingML.
"""

from __future__ import annotations

from .file import write

__all__ = ["write"]
