"""A placeholder typed by hand, such as `[insert date]`: never meant to leave the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..brief.models import Brief
from ..diagnostics import Diagnostic, Severity, Source
from ..document import Code, Document, Hole, Node
from ..document.walk import inlines_of, text_of, walk

# The whole bracket must be an instruction: "[sic]", "[enter] into" and "[Emphasis added.]" are editors' brackets.
_WANTED = "date|day|time|name|names|place|venue|number|figure|amount|text|title|details|source|reference|link|here"
_PLACEHOLDER = re.compile(
    r"\[(?:"
    r"(?:please )?(?:insert|вставити)[\s:][^\[\]]{1,60}|fill in"
    rf"|(?:please )?(?:add|fill in|enter|complete|give)[\s:](?:(?:the|a|an) )?(?:{_WANTED})"
    r"|to be (?:confirmed|determined|added|completed|decided)"
    r"|(?P<word>date|name|place|number|дата|ім’я)|TBC|TBD|TBA|XX+|\?+|_+"
    r")\]",
    re.IGNORECASE,
)


def check(brief: Brief, document: Document) -> Iterator[Diagnostic]:
    """Return a finding for each placeholder in a line of text: a warning in a draft, an error in a final memo.

    A single word such as `[date]` may be meant and is a warning in both; literal text (`code`) is left alone.
    """
    final = document.meta.status == "final"
    for line in inlines_of(document):
        nodes = [node for inline in line for node in walk(inline)]
        meant = " ".join(node.text for node in nodes if isinstance(node, Hole | Code))
        for found in _PLACEHOLDER.finditer(text_of(line)):
            if found.group() not in meant:
                severity: Severity = "error" if final and not found["word"] else "warning"
                message = f"'{found.group()}' is a placeholder that nobody filled in"
                hint = f'fill it in, write {{{{ hole("{found.group().strip("[]")}") }}}}, or backquotes if it is meant'
                yield Diagnostic(severity, "placeholder-text", message, _place(nodes, found.group()), hint)


def _place(nodes: list[Node], written: str) -> Source:
    """Return the place of the text that holds a placeholder, or of the first where several hold parts of it."""
    whole = [node.source for node in nodes if written in getattr(node, "text", "")]
    return (whole or [node.source for node in nodes])[0]
