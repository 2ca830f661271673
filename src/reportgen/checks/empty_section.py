"""A heading with nothing under it."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Section
from ..document.walk import text_of
from . import CheckOptions, Finding, Review

Options = CheckOptions
"""The check has no options but its severity."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each section without a block."""
    for node in review.nodes:
        if isinstance(node, Section) and not node.blocks:
            hint = "write what belongs under it, or take the heading away"
            yield Finding(f"nothing stands under the heading '{text_of(node.heading)}'", node.source, hint)
