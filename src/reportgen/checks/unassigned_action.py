"""A recommended action that nobody is to carry out, or by no day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..brief.models import Action
from . import CheckOptions, Finding, Review

Need = Literal["owner", "addressee", "due", "priority"]
_NAMES: dict[Need, str] = {"owner": "owner", "addressee": "addressee", "due": "date", "priority": "priority"}


class Options(CheckOptions):
    """What an action needs."""

    needs: tuple[Need, ...] = ("owner", "due")
    """What each action must have."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each action, with all that it needs and does not have."""
    given = review.brief.recommendations
    for action in given.actions if given else ():
        missing = [_NAMES[need] for need in options.needs if not _has(review, action, need)]
        if missing:
            keys = ", ".join(f"'{need}'" for need in options.needs if _NAMES[need] in missing)
            yield Finding(f"the action has no {' and no '.join(missing)}", action.text.source, f"fill in {keys}")


def _has(review: Review, action: Action, need: Need) -> bool:
    """Return whether an action has what it needs; an addressee of all actions is one of each."""
    if need == "due":
        return bool(action.due and (action.due.date or action.due.relative))
    given = review.brief.recommendations
    return bool(getattr(action, need) or (need == "addressee" and given and given.addressee))
