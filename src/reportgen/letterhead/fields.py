"""The fields of a letterhead: those that only tell something stay, all others become the words that they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

HARMLESS = {
    *(
        "=",
        "AUTHOR",
        "COMMENTS",
        "CREATEDATE",
        "DATE",
        "DOCPROPERTY",
        "EDITTIME",
        "FILENAME",
        "FILESIZE",
        "FORMCHECKBOX",
    ),
    *("FORMDROPDOWN", "FORMTEXT", "IF", "KEYWORDS", "LASTSAVEDBY", "NUMCHARS", "NUMPAGES", "NUMWORDS", "PAGE"),
    *("PAGEREF", "PRINTDATE", "REF", "REVNUM", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF", "SUBJECT"),
    *("SYMBOL", "TEMPLATE", "TIME", "TITLE", "USERADDRESS", "USERINITIALS", "USERNAME"),
}
"""The fields that stay (ECMA-376 17.16.5): none of them reads another file, asks for a program, or runs one."""

SAFE_LINK = re.compile(r'\s*HYPERLINK\s+(\\l\s|"?(https?|mailto|tel):)', re.IGNORECASE)
"""A link inside the document, or to a web address."""


def without_risky_fields(tree: Any) -> Iterator[str]:
    """Put the words that they show in place of risky fields, and tell each kind; nothing where there are none."""
    for node in list(tree.iter(f"{W}fldSimple")):
        code = node.get(f"{W}instr", "")
        if not _is_harmless(code):
            parent, place = node.getparent(), node.getparent().index(node)
            parent[place : place + 1] = list(node)
            yield f"a field ({_kind(code)})"
    for marks, code in _complex(tree):
        if not _is_harmless(code):
            for mark in marks:
                if mark.getparent() is not None:
                    mark.getparent().remove(mark)
            yield f"a field ({_kind(code)})"


def field_kinds(tree: Any) -> set[str]:
    """Return the kinds of the fields in a part: `PAGE`, `NUMPAGES`; none for none."""
    simple = {_kind(node.get(f"{W}instr", "")) for node in tree.iter(f"{W}fldSimple")}
    return simple | {_kind(code) for _, code in _complex(tree)}


def _is_harmless(code: str) -> bool:
    return _kind(code) in HARMLESS or SAFE_LINK.match(code) is not None


def _kind(code: str) -> str:
    words = code.split()
    return "=" if code.strip().startswith("=") else words[0].upper() if words else ""


def _complex(tree: Any) -> Iterator[tuple[list[Any], str]]:
    """Return the fields that are begun and ended by marks: those marks and the code's words, and the code."""
    around: list[tuple[list[Any], list[str], bool]] = []
    for node in list(tree.iter(f"{W}fldChar", f"{W}instrText")):
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            around.append(([node], [], False))
        elif around and kind == "separate":
            around[-1][0].append(node)
            around[-1] = (*around[-1][:2], True)
        elif around and kind == "end":
            marks, code, _ = around.pop()
            yield [*marks, node], "".join(code)
        elif node.tag == f"{W}instrText":
            if around:
                around[-1][0].append(node)
                around[-1][1].append(node.text or "")
            else:
                yield [node], node.text or ""
    for marks, code, _ in around:
        yield marks, "".join(code)
