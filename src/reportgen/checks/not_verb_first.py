"""A recommended action that does not say what to do: it begins with a thing rather than a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import CheckOptions, Finding, Level, Phrases, Review, one_of


class Options(CheckOptions):
    """Words that an action can't begin with, and those that make it one all the same."""

    severity: Level = "info"
    beginnings: Phrases = {}
    """Words at the beginning by which one sees that it is no verb."""
    duties: Phrases = {}
    """Words in the sentence that say that something is to be done."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each action that begins with no verb and does not say either who is to do something."""
    begins = re.compile(rf"\W*(?:{one_of(review.phrases(options.beginnings))})", re.IGNORECASE)
    duty = re.compile(one_of(review.phrases(options.duties)))
    given = review.brief.recommendations
    for action in given.actions if given else ():
        text = action.text.text
        if begins.match(text) and not duty.search(text):
            word = text.split()[0]
            hint = "begin with what to do, such as 'Convene', 'Fund' or 'Ask'"
            yield Finding(f"the action begins with '{word}', not with a verb", action.text.source, hint)
