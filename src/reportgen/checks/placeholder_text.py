"""A placeholder typed by hand, such as `[insert date]`: never meant to leave the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..brief.models import Brief
from ..diagnostics import Diagnostic, Severity, Source
from ..document import Document, Hole, Node
from ..document.walk import inlines_of, text_of, walk

# The whole bracket must be an instruction: "[sic]", "[enter] into" and "[Emphasis added.]" are editors' brackets.
_PLACEHOLDER = re.compile(
    r"\[(?:"
    r"(?:please )?(?:insert|add|fill in|enter|complete|вставити|додати|вказати)[\s:][^\[\]]{1,60}|fill in"
    r"|to be (?:confirmed|determined|added|completed|decided)"
    r"|date|name|place|number|дата|ім’я|TBC|TBD|TBA|XX+|\?+|_+"
    r")\]",
    re.IGNORECASE,
)


def check(brief: Brief, document: Document) -> Iterator[Diagnostic]:
    """Return a finding for each placeholder in a line of text: a warning in a draft, an error in a final memo."""
    severity: Severity = "error" if document.meta.status == "final" else "warning"
    for line in inlines_of(document):
        nodes = [node for inline in line for node in walk(inline)]
        holes = {node.text for node in nodes if isinstance(node, Hole)}
        for found in _PLACEHOLDER.finditer(text_of(line)):
            if found.group() not in holes:
                message = f"'{found.group()}' is a placeholder that nobody filled in"
                hint = f'fill it in, or write {{{{ hole("{found.group().strip("[]")}") }}}}'
                yield Diagnostic(severity, "placeholder-text", message, _place(nodes, found.group()), hint)


def _place(nodes: list[Node], written: str) -> Source:
    """Return the place of the text that holds a placeholder, or of the first where several hold parts of it."""
    whole = [node.source for node in nodes if written in getattr(node, "text", "")]
    return (whole or [node.source for node in nodes])[0]
