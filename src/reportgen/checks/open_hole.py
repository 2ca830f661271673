"""An unfilled placeholder: said of a draft, refused in a final memo."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Hole
from . import Finding, GraveOptions, Review


class Options(GraveOptions):
    """A final memo can't be made with a hole."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each hole."""
    for node in review.nodes:
        if isinstance(node, Hole):
            wanted = f"fill in a {node.expects}" if node.expects else "fill it in"
            otherwise = ", or set 'status: draft'" if review.is_final else "; a final memo can't be made with it"
            message = f"the hole '{node.label}' is open"
            if not node.source.line:
                message = f"the key '{node.source.path}' is missing, which this template asks for"
            yield Finding(message, node.source, wanted + otherwise)
