"""The model of a language file. Every language has the same keys as English, or it is refused."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ValidationInfo, model_validator

from ..diagnostics import Diagnostic, choices, error
from ..located import Closed, Context, Mapping, PlainText, fault, load
from ..workspace import BUILT_IN, Workspace
from .patterns import Patterns


def _just(number: int, what: str) -> AfterValidator:
    """Return what refuses a list that has not so many names."""

    def check(names: tuple[str, ...]) -> tuple[str, ...]:
        if len(names) != number:
            hint = "give the names of all of them, in the order of the year"
            fault("bad-months", f"a year has {number} {what}, not {len(names)}", hint=hint)
        return names

    return AfterValidator(check)


Months = Annotated[tuple[PlainText, ...], _just(12, "months")]
Seasons = Annotated[tuple[PlainText, ...], _just(4, "seasons")]


class Words(Closed):
    """A language's words: headings of parts, labels of fields, words for closed vocabularies, and patterns.

    Headings and captions go by the names of the section builders, labels by the keys of the brief, values by the
    vocabulary and the word that stands in the brief.
    """

    tag: PlainText
    """The language's tag (BCP 47), as its file is called."""
    direction: Literal["ltr", "rtl"]
    """In which direction the language is written."""
    months: Months
    """The names of the months as they stand in a date, from January on."""
    months_alone: Months
    """The names of the months as they stand without a day."""
    seasons: Seasons
    """The names of the seasons, from spring on."""
    patterns: Patterns
    """How words stand around what is filled in."""
    draft_mark: PlainText
    """The mark of drafts."""
    not_stated: PlainText
    """What stands where a position is not known."""
    not_announced: PlainText
    """What stands where a fact of the talks is not known."""
    headings: dict[PlainText, PlainText]
    """The headings of the parts, by their section builders."""
    captions: dict[PlainText, PlainText]
    """The captions of diagrams and charts, by their section builders."""
    labels: dict[PlainText, PlainText]
    """The labels of fields, by the keys of the brief."""
    values: dict[PlainText, dict[PlainText, PlainText]]
    """The words of closed vocabularies, by vocabulary and word."""

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, value: Any, info: ValidationInfo[Context]) -> Any:
        """Report headings, captions, labels and values that English has and this language has not, or the reverse."""
        if isinstance(value, Mapping):
            for name in ("headings", "captions", "labels", "values"):
                given = value.get(name)
                if isinstance(given, Mapping):
                    info.context.faults.extend(_unlike(given, _english()[name]))
        return value

    def heading(self, part: str) -> str:
        """Return the heading of a part of the memo."""
        return self.headings[part]

    def caption(self, part: str) -> str:
        """Return the caption of the diagram or chart that a part of the memo may have."""
        return self.captions[part]

    def label(self, key: str) -> str:
        """Return the label of a key of the brief."""
        return self.labels[key]

    def value(self, vocabulary: str, word: str | None) -> str:
        """Return how a word of a closed vocabulary is printed; the empty text where none is given."""
        return self.values[vocabulary][word] if word else ""

    def in_place_of(self, label: str) -> str:
        """Return the words that stand where a value of that label is missing."""
        return str(self.patterns.hole).format(label=label)

    def on(self, day: datetime.date) -> str:
        """Return a day as this language writes it in running text."""
        return str(self.patterns.day).format(day=day.day, month=self.months[day.month - 1], year=day.year)


def _english() -> Mapping:
    """Return the English words as they are written."""
    return load(f"{BUILT_IN}languages/en.yaml", Workspace(files={}))


def _unlike(given: Mapping, wanted: Mapping) -> list[Diagnostic]:
    """Return what is missing in one mapping of words and what is too much, at every depth."""
    faults = [
        error("unknown-key", f"unknown key '{key}'", given.key_at(key), choices(key, wanted))
        for key in given
        if key not in wanted
    ]
    for key, words in wanted.items():
        below = given.get(key)
        if below is None:
            faults.append(error("missing-key", f"the key '{key}' is missing", given.source, f"add '{key}: …'"))
        elif isinstance(words, Mapping) and isinstance(below, Mapping):
            faults.extend(_unlike(below, words))
    return faults
