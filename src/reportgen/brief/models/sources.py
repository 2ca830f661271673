"""What the memo rests on, what its terms mean, and what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, WithJsonSchema, model_validator
from pydantic_core.core_schema import ValidationInfo

from ...edtf import Edtf
from ...located import Closed, Context, Mapping, PlainText, PlainTexts, Reference, References, Scalar, Sequence, fault
from .csl import SCHEMA, faults_of
from .dates import Date, PartialDate
from .text import Line, Prose

_GRADE = re.compile(r"[A-F][1-6]")


def _grade(text: str) -> str:
    if not _GRADE.fullmatch(text):
        hint = "write a letter from A to F for the source and a number from 1 to 6 for what it says: B2"
        fault("bad-grade", f"'{text}' is no grade of a source", hint=hint)
    return text


_WEB = ("https://", "http://")


def _of_the_web(address: str) -> str:
    if not address.lower().startswith(_WEB):
        fault("bad-link", f"'{address}' is no address of the web", hint=f"begin it with {' or '.join(_WEB)}")
    return address


SourceKind = Literal[
    "article", "book", "dataset", "document", "interview", "law", "news", "report", "speech", "thesis", "treaty", "web"
]

CSL_TYPES: AnyMapping[str, str] = MappingProxyType(
    {
        "article": "article-journal",
        "law": "legislation",
        "news": "article-newspaper",
        "web": "webpage",
    }
)
"""What CSL 1.0.1 calls the kinds that have another name there."""


class CitedSource(Closed):
    """Something that is cited: in the author's own words, in a few plain fields, or in CSL-JSON.

    Where `citation` is given, it is what is printed wherever the source is told in full.
    """

    SHORT_FORM: ClassVar[str] = "citation"

    citation: Line | None = None
    """The source as it is to be printed."""
    kind: SourceKind = "document"
    """What sort of source it is."""
    author: PlainTexts = ()
    """Who wrote it: `Family, Given` for a person, a name without a comma for a body."""
    title: PlainText | None = None
    """What the source is called."""
    container: PlainText | None = None
    """What it appeared in: a journal, a newspaper, a collection."""
    publisher: PlainText | None = None
    """Who published it."""
    place: PlainText | None = None
    """Where it was published."""
    number: PlainText | None = None
    """Its number, such as that of a resolution or an issue."""
    pages: PlainText | None = None
    """The pages where it stands."""
    date: PartialDate | None = None
    """When it appeared."""
    url: Annotated[PlainText, AfterValidator(_of_the_web)] | None = None
    """Where it is to be had: a web address."""
    accessed: Date | None = None
    """The day on which it was read there."""
    grade: Annotated[PlainText, AfterValidator(_grade)] | None = None
    """How reliable source and content are, by the Admiralty code: `B2`."""
    classification: Line | None = None
    """The source's own marking."""
    csl: Annotated[dict[PlainText, Any], WithJsonSchema(SCHEMA)] = {}
    """The source in the fields of CSL-JSON."""

    @model_validator(mode="before")
    @classmethod
    def _in_csl(cls, value: Any, info: ValidationInfo[Context]) -> Any:
        """Report fields that CSL-JSON does not have, and values that can't stand in its fields."""
        given = value.get("csl") if isinstance(value, Mapping) else None
        if isinstance(given, Mapping):
            info.context.faults.extend(faults_of(given))
        return value

    @property
    def data(self) -> dict[str, Any]:
        """The source in the fields of CSL-JSON: those given, over what the plain fields say; its words for a title."""
        plain = {
            "type": CSL_TYPES.get(self.kind, self.kind),
            "author": [_name(author) for author in self.author],
            "title": self.title or (self.citation.text if self.citation else None),
            "container-title": self.container,
            "publisher": self.publisher,
            "publisher-place": self.place,
            "number": self.number,
            "page": self.pages,
            "issued": _issued(self.date),
            "URL": self.url,
        }
        return {**{key: value for key, value in plain.items() if value}, **_plain(self.csl)}

    @model_validator(mode="after")
    def _told(self) -> Self:
        """Refuse a source of which nothing is told that could be printed."""
        if not (self.citation or self.title or self.url or "title" in self.csl):
            fault("missing-key", "nothing says what this source is", self.source, "add 'citation: …' or 'title: …'")
        return self


def _name(author: str) -> dict[str, str]:
    family, comma, given = author.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": str(author)}


def _issued(date: Edtf | None) -> dict[str, Any] | None:
    """Return a date as CSL-JSON has it, as far as it is known; None where its year is not."""
    point = date.start if date else None
    if point is None or "X" in point.year:
        return None
    known = (int(point.year), point.month, point.day)
    return {"date-parts": [[part for part in known if part]]}


def _plain(value: Any) -> Any:
    """Return values of a brief as JSON has them: citeproc counts with the numbers of dates."""
    if isinstance(value, AnyMapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    if isinstance(value, Scalar):
        return int(value) if value.isdecimal() and value.kind == "number" else str(value)
    return value


class Annex(Closed):
    """Something attached to the memo."""

    id: Reference | None = None
    title: Line
    text: Prose | None = None
    tables: References = ()
    """The ids of the tables that stand in it."""
    charts: References = ()
    """The ids of the charts that stand in it."""
    figures: References = ()
    """The ids of the figures that stand in it."""
