"""A character that turns the direction of the text around it: it can make a text look like another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import name

from . import CheckOptions, Finding, Review

# Embeddings, overrides and isolates (UAX #9, 2). Marks (U+200E, U+200F, U+061C) move nothing but their neighbours.
_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")

Options = CheckOptions
"""The check has no options but its severity."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for the first such character of each line of text.

    Text from the right needs none of them: its letters say how it runs. After N. Boucher and R. Anderson, Trojan
    Source (2021).
    """
    for passage in review.passages:
        found = None if passage.text.isascii() else _CONTROL.search(passage.text)
        if found:
            character = found.group()
            message = f"U+{ord(character):04X} ({name(character).lower()}) can make the text look like another one"
            yield Finding(message, passage.at(*found.span()), "take it out unless the words need it")
