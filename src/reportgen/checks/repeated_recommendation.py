"""Two recommended actions that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..brief.models import Action
from . import CheckOptions, Finding, Level, Phrases, Review


class Options(CheckOptions):
    """Words that make no difference."""

    severity: Level = "info"
    ignore: Phrases = {}
    """Words that make no difference."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each action that has the same words as an earlier one and is asked of the same.

    Words may stand in another order, but not names and numbers: "Aland pays Borduria" is not "Borduria pays Aland".
    """
    ignored = frozenset(review.phrases(options.ignore))
    seen: dict[object, int] = {}
    given = review.brief.recommendations
    for number, action in enumerate(given.actions if given else (), start=1):
        said = _said(action, ignored)
        if said in seen:
            message = f"this action says the same as action {seen[said]}"
            yield Finding(message, action.text.source, "merge the two, or say what tells them apart")
        seen.setdefault(said, number)


def _said(action: Action, ignored: frozenset[str]) -> object:
    """Return what tells an action from others: whom it is for, its words, and names and numbers in their order."""
    words = re.findall(r"\w+", action.text.text)
    ordered = tuple(word for word in words[1:] if not word.islower())
    owner = action.owner.text if action.owner else ""
    return (action.addressee, owner, frozenset(word.lower() for word in words) - ignored, ordered)
