"""An unfilled placeholder: said of a draft, refused in a final memo."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..diagnostics import Diagnostic
from ..document import Document, Hole
from ..document.walk import walk


def check(brief: Brief, document: Document) -> Iterator[Diagnostic]:
    """Return a finding for each hole: a warning in a draft, an error in a final memo."""
    final = document.meta.status == "final"
    for node in walk(document):
        if isinstance(node, Hole):
            wanted = f"fill in a {node.expects}" if node.expects else "fill it in"
            hint = f"{wanted}; a final memo can't be made with it" if not final else f"{wanted}, or set 'status: draft'"
            message = f"the hole '{node.label}' is open"
            if not node.source.line:
                message = f"the key '{node.source.path}' is missing, which this template asks for"
            yield Diagnostic("error" if final else "warning", "open-hole", message, node.source, hint)
