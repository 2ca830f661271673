"""The model of a language file. Every language has the same keys, or it is refused."""

from __future__ import annotations

import datetime
from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from ..located import Closed, PlainText, fault


def _pattern(*blanks: str) -> Any:
    """Return the type of text that has each of some blanks, such as `{page}`, and no others."""

    def check(text: str) -> str:
        try:
            parts = list(Formatter().parse(text))
            found = [name for _, name, _, _ in parts if name is not None]
        except ValueError:
            parts, found = [], []
        if any(form or how or set(words) & set("{}") for words, _, form, how in parts):
            found = []
        if sorted(found) != sorted(blanks):
            wanted = ", ".join(f"{{{blank}}}" for blank in blanks)
            fault("bad-pattern", f"'{text}' has not just the blanks it needs", hint=f"it needs {wanted}, each once")
        return text

    return Annotated[PlainText, AfterValidator(check)]


DatePattern = _pattern("day", "month", "year")
PagePattern = _pattern("page", "pages")
HolePattern = _pattern("label")


def _twelve(months: tuple[str, ...]) -> tuple[str, ...]:
    if len(months) != 12:
        fault("bad-months", f"a year has twelve months, not {len(months)}", hint="give the names from January on")
    return months


class Words(Closed):
    """A language's words: labels of fields, headings, vocabularies, and patterns with their blanks in braces."""

    tag: PlainText
    direction: Literal["ltr", "rtl"]

    date_pattern: DatePattern  # type: ignore[valid-type]
    months: Annotated[tuple[PlainText, ...], AfterValidator(_twelve)]

    to: PlainText
    from_: PlainText = Field(alias="from")
    date: PlainText
    as_of: PlainText
    subject: PlainText
    status: PlainText
    draft: PlainText
    final: PlainText
    draft_mark: PlainText
    page_number: PagePattern  # type: ignore[valid-type]
    hole: HolePattern  # type: ignore[valid-type]
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
        """Return the word of a key, as it is written in the language file."""
        return str(getattr(self, "from_" if key == "from" else key))

    def in_place_of(self, label: str) -> str:
        """Return the words that stand where a value of that label is missing."""
        return str(self.hole).format(label=label)

    def on(self, day: datetime.date) -> str:
        """Return a day as this language writes it in running text."""
        return str(self.date_pattern).format(day=day.day, month=self.months[day.month - 1], year=day.year)
