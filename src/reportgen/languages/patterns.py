"""Patterns of a language: words with blanks in braces, each of which must be there once."""

from __future__ import annotations

from string import Formatter
from typing import Annotated

from pydantic import AfterValidator

from ..located import Closed, PlainText, fault


def _blanks(*blanks: str) -> AfterValidator:
    """Return what refuses a text without each of some blanks, such as `{page}`, or with others."""

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

    return AfterValidator(check)


Dated = Annotated[PlainText, _blanks("date")]
OfEvent = Annotated[PlainText, _blanks("event")]
Numbered = Annotated[PlainText, _blanks("number")]
Later = Annotated[PlainText, _blanks("time", "event")]


class Patterns(Closed):
    """How a language puts words around what is filled in."""

    day: Annotated[PlainText, _blanks("day", "month", "year")]
    """A day of the calendar."""
    month: Annotated[PlainText, _blanks("month", "year")]
    """A month without a day."""
    season: Annotated[PlainText, _blanks("season", "year")]
    """A season of a year."""
    decade: Annotated[PlainText, _blanks("year")]
    """Ten years by the first of them."""
    about: Dated
    """A date that is known approximately."""
    uncertain: Dated
    """A date that may be wrong."""
    span: Annotated[PlainText, _blanks("start", "end")]
    """From one date to another."""
    since: Dated
    """A span whose end is open."""
    until: Dated
    """A span whose beginning is open."""
    by_event: OfEvent
    """By an event."""
    on_event: OfEvent
    """At an event."""
    after_event: OfEvent
    """After an event."""
    by_time: Later
    """At most some time after an event."""
    on_time: Later
    """Just some time after an event."""
    after_time: Later
    """At least some time after an event."""
    percent: Annotated[PlainText, _blanks("percent")]
    """A likelihood in percent."""
    percent_span: Annotated[PlainText, _blanks("low", "high")]
    """A likelihood between two numbers of percent."""
    action_by: Annotated[PlainText, _blanks("action", "date")]
    """What is asked for, and by when."""
    embargo: Annotated[PlainText, _blanks("date", "time", "zone")]
    """Until when nothing may be published."""
    page_number: Annotated[PlainText, _blanks("page", "pages")]
    """The number of a page, and of how many."""
    chart_range: Annotated[PlainText, _blanks("name", "low", "low_at", "high", "high_at")]
    """The lowest and the highest number of a series, and where along the axis they are."""
    decimal_mark: PlainText
    """What stands before the decimals of a number."""
    group_mark: PlainText
    """What stands between the thousands of a number."""
    section_label: Numbered
    """How a reference names a section."""
    paragraph_label: Numbered
    """How it names a paragraph."""
    table_label: Numbered
    """How it names a table."""
    figure_label: Numbered
    """How it names a figure."""
    annex_label: Numbered
    """How it names an annex."""
    recommendation_label: Numbered
    """How it names a recommendation."""
    hole: Annotated[PlainText, _blanks("label")]
    """What stands in place of a value that is missing."""
