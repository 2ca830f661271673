"""A placeholder typed by hand, such as `[insert date]`: never meant to leave the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import Finding, GraveOptions, Review

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


class Options(GraveOptions):
    """A final memo can't be made with a placeholder."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each placeholder in a line of text.

    A single word such as `[date]` may be meant and is at most a warning; literal text (`code`) is left alone.
    """
    for passage in review.passages:
        for found in _PLACEHOLDER.finditer(passage.text):
            if not passage.is_literal(found.start()):
                label = found.group().strip("[]")
                yield Finding(
                    f"'{found.group()}' is a placeholder that nobody filled in",
                    passage.at(*found.span()),
                    f'fill it in, write {{{{ hole("{label}") }}}}, or backquotes if it is meant',
                    at_most="warning" if found["word"] else "error",
                )
