"""An issue that no recommendation deals with."""

from __future__ import annotations

from collections.abc import Iterator

from . import CheckOptions, Finding, Review

Options = CheckOptions
"""The check has no options but its severity."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each issue that no action and no principle names.

    Nothing where none of them names any issue: then the author does not keep that link.
    """
    given = review.brief.recommendations
    by_principles = {issue for one in (given.principles if given else ()) for issue in one.issues}
    covered = by_principles | {issue for one in (given.actions if given else ()) for issue in one.issues}
    for issue in review.brief.issues if covered else ():
        if issue.id not in covered:
            hint = f"recommend something, or name '{issue.id}' under 'issues' of what covers it"
            yield Finding(f"no recommendation deals with '{issue.title.text}'", issue.title.source, hint)
