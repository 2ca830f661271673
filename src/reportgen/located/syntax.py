"""Say in an author's words what the YAML library says in its own."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Diagnostic, Source, error

_SAID: dict[str, tuple[str, str]] = {
    "mapping values are not allowed in this context": (
        "a ':' where no key can stand",
        "put text that holds ': ' in quotes, or under the key after '|'",
    ),
    "did not find expected ',' or ']'": ("a '[' is not closed", "close it with ']'"),
    "did not find expected ',' or '}'": ("a '{' is not closed", "close it with '}'"),
    "found unexpected end of stream": ("a quotation mark is not closed", "close it, or leave both away"),
    "did not find expected key": (
        "this line fits neither the key above it nor its indentation",
        "indent the keys of one level alike; put text that begins with a quotation mark or '{{' in quotes",
    ),
    "did not find expected '-' indicator": (
        "a key stands among the items of a list",
        "begin each item with '- ', or indent the list under its key",
    ),
    "did not find expected node content": ("a value is missing here", "give one, or take the sign before it away"),
    "found undefined alias": ("'*' asks for a value that no '&' names", "put text that begins with '*' in quotes"),
    "did not find expected alphabetic or numeric character": (
        "'*' and '&' at the beginning of a value are signs of YAML's own",
        "put text that begins with '*' or '&' in quotes",
    ),
    "did not find expected hexadecimal number": (
        "'\\' inside double quotes begins a sign of YAML's own",
        "use single quotes, or write '\\\\'",
    ),
    "found character that cannot start any token": (
        "a value can't begin with this character",
        "put the text in quotes",
    ),
    "found unknown escape character": (
        "'\\' followed by this character means nothing inside double quotes",
        "write '\\\\', or use single quotes",
    ),
    "found invalid Unicode character escape code": (
        "this escape is half of a character, or none",
        "write the character itself: YAML knows no escapes in pairs, as JSON has them",
    ),
    "did not find expected comment or line break": (
        "text stands behind '|' or '>' in the same line",
        "begin the text in the next line, indented",
    ),
    "but found another document": ("a second document begins here", "take the line '---' away; one file is one brief"),
    "control characters are not allowed": ("a control character stands in the text", "delete it"),
}

_TAB = ("a tab indents this line", "indent with spaces: YAML allows no tabs there")


def syntax_fault(path: str, text: str, fault: Any) -> Diagnostic:
    """Return what is wrong with text that is no YAML, at the place where reading stopped.

    `fault` is PyYAML's exception; a fault it has no words for here keeps the library's own.
    """
    line, column = _place(text, fault)
    said = getattr(fault, "problem", None) or getattr(fault, "reason", None) or str(fault)
    message, hint = _SAID.get(said, (f"this is no YAML: {said}", ""))
    lines = text.split("\n")
    if line <= len(lines) and lines[line - 1][: column + 1].startswith("\t"):
        message, hint = _TAB
    return error("yaml-syntax", message, Source(path, "", line, column), hint)


def _place(text: str, fault: Any) -> tuple[int, int]:
    """Return line and column, both from 1: where the unclosed began, or where reading stopped."""
    mark = getattr(fault, "problem_mark", None)
    opened = getattr(fault, "context_mark", None)
    said = getattr(fault, "problem", None) or ""
    if opened is not None and ("end of stream" in said or "',' or" in said):
        mark = opened
    if mark is not None:
        return mark.line + 1, mark.column + 1
    position = getattr(fault, "position", 0)
    before = text[:position]
    return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1
