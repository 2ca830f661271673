"""The model of a language file. Every language has the same keys, or it is refused."""

from __future__ import annotations

import datetime
from typing import Literal

from ..located import Closed, PlainText


class Words(Closed):
    """A language's words: labels of fields, headings, vocabularies, and patterns with their blanks in braces."""

    tag: PlainText
    direction: Literal["ltr", "rtl"]

    date_pattern: PlainText
    months: tuple[PlainText, ...]

    to: PlainText
    from_: PlainText
    date: PlainText
    as_of: PlainText
    subject: PlainText
    status: PlainText
    draft: PlainText
    final: PlainText
    draft_mark: PlainText
    page_number: PlainText
    hole: PlainText
    not_stated: PlainText

    summary: PlainText
    talks: PlainText
    agenda: PlainText
    issues: PlainText
    issue: PlainText
    positions: PlainText
    approach: PlainText
    outcomes: PlainText
    recommendations: PlainText
    conclusion: PlainText

    demands: PlainText
    insists: PlainText
    advocates: PlainText
    prefers: PlainText
    open: PlainText

    owner: PlainText
    priority: PlainText
    due: PlainText
    high: PlainText
    medium: PlainText
    low: PlainText

    def word(self, key: str) -> str:
        """Return the word of a key."""
        return str(getattr(self, key))

    def on(self, day: datetime.date) -> str:
        """Return a day as this language writes it in running text."""
        return self.date_pattern.format(day=day.day, month=self.months[day.month - 1], year=day.year)
