"""An issue on which a party's position is not stated."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Issue
from . import CheckOptions, Finding, Review, enumerated

Options = CheckOptions
"""The check has no options but its severity."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each issue, with the parties of whom nothing is said.

    Nothing in briefs without positions, and for issues of which the author says what is not known.
    """
    brief = review.brief
    if not any(issue.positions or issue.shared_position for issue in brief.issues):
        return
    for issue in brief.issues:
        silent = [actor.name.text for party, actor in brief.parties.items() if not _speaks(issue, party)]
        if silent and not issue.gaps:
            want = "wants" if len(silent) == 1 else "want"
            message = f"what {enumerated(silent)} {want} on '{issue.title.text}' is not stated"
            hint = "state it under 'positions', or say under 'gaps' that it is not known"
            yield Finding(message, issue.title.source, hint)


def _speaks(issue: Issue, party: str) -> bool:
    """Return whether something is said of what a party wants on an issue."""
    shared = issue.shared_position
    return party in issue.positions or bool(shared and (not shared.parties or party in shared.parties))
