"""The Unicode values of a font's codes (ISO 32000-1, 9.10.3), as ReportLab's own fonts should have written them.

Theirs give U+0000 to codes that stand for nothing, which no archival file may hold (ISO 19005-2, 6.2.11.7.2), and more
rows in a block than a hundred.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase import ttfonts

_MOST = 100
_SPACE = 32


def unicode_values(name: str, subset: Sequence[int]) -> str:
    """Return the ToUnicode map of a subset of a font: the characters of its codes from 0; 0 stands for none."""
    rows = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character and (character != _SPACE or code == _SPACE)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for start in range(0, len(rows), _MOST):
        block = rows[start : start + _MOST]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"])


ttfonts.makeToUnicodeCMap = unicode_values
