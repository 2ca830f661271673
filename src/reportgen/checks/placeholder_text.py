"""A placeholder typed by hand, such as `[insert date]`: never meant to leave the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..brief.models import Brief
from ..diagnostics import Diagnostic
from ..document import Code, Document, Text
from ..document.walk import walk

# The whole bracket must be an instruction: "[sic]", "[enter] into" and "[Emphasis added.]" are editors' brackets.
_PLACEHOLDER = re.compile(
    r"\[(?:(?:insert|add|fill in|enter|complete)\s[^\[\]]{1,60}|date|name|place|number|TBC|TBD|TBA|XX+|\?+|…|_+)\]",
    re.IGNORECASE,
)


def check(brief: Brief, document: Document) -> Iterator[Diagnostic]:
    """Return a finding for each placeholder in the text: a warning in a draft, an error in a final memo."""
    severity = document.meta.status == "final"
    for node in walk(document):
        if isinstance(node, Text | Code):
            for found in _PLACEHOLDER.finditer(node.text):
                words = found.group().strip("[]")
                message = f"'{found.group()}' is a placeholder that nobody filled in"
                hint = f'fill it in, or write {{{{ hole("{words}") }}}}'
                yield Diagnostic("error" if severity else "warning", "placeholder-text", message, node.source, hint)
