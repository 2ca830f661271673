"""The model of a template file."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from pydantic import AfterValidator, PlainValidator

from ..diagnostics import Source, choices
from ..document import Conventions, HeadingNumbers, PagesForm
from ..frozen import dataclass
from ..located import Closed, Mapping, PlainText, Reference, Scalar, fault, source_of
from .grouped import PAGES

FORMS: tuple[PagesForm, ...] = get_args(PagesForm)


@dataclass(frozen=True, slots=True)
class Entry:
    """One part of a document type: the section builder that makes it, its options, and the form of its pages.

    The options are held against the builder's own model when the document is composed: a template can't know it.
    Neighbours whose pages have the same form stand on the same pages; None is the form of running text.
    """

    builder: str
    options: Mapping
    source: Source
    pages: PagesForm | None = None


def _entry(value: Any) -> Entry:
    if isinstance(value, Scalar):
        return Entry(str(value), Mapping.of({}, value.source), value.source)
    if not isinstance(value, Mapping):
        fault("wrong-type", "this must be a section builder's name, or keys with 'builder' among them")
    builder = value.get("builder")
    if not isinstance(builder, Scalar):
        fault(
            "missing-key",
            "the key 'builder' is missing",
            value.source,
            "add 'builder: …' with a section builder's name",
        )
    options = Mapping.of({k: v for k, v in value.items() if k not in ("builder", PAGES)}, value.source, value.keys_at)
    return Entry(str(builder), options, builder.source, _form(value.get(PAGES), value.key_at(PAGES)))


def _form(name: Any, place: Source) -> PagesForm | None:
    if name is not None and name not in FORMS:
        fault("unknown-value", f"'{name}' is no form of pages", source_of(name, place), choices(str(name), FORMS))
    return next((form for form in FORMS if form == name), None)


def _some(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    if not entries:
        fault("empty-template", "a template without sections makes a memo without words", hint="name section builders")
    return entries


def _checks(value: Any) -> Any:
    if not isinstance(value, Mapping):
        fault("wrong-type", "this must be codes of checks with what is set for them, such as 'open-hole: warning'")
    return value


class Numbering(Closed):
    """What is counted: sections in one of three manners, paragraphs of running text through the whole, and captions."""

    headings: HeadingNumbers = "none"
    """1, 1.1 (`decimal`), 1. a. (1) (`letters`), I. A. 1. (`roman`), or not at all."""
    paragraphs: bool = False
    """Whether paragraphs of running text are counted through the whole."""
    captions: bool = True
    """Whether tables, charts and figures are counted."""


class Template(Closed):
    """A document type: its name, what it is for, the style it is set in, its parts in order, and its checks.

    What is set for a check is held against the check's own options when it is found: a template can't know them.
    """

    name: PlainText
    """The name of the template, as its file is called."""
    summary: PlainText
    """What it is for, in a line."""
    extends: Reference | None = None
    """The template that this one is laid over."""
    style: Reference = Scalar("house")
    """The name of the style that memos are set in."""
    numbering: Numbering = Numbering()
    """What is counted."""
    citations: Reference = Scalar("notes")
    """How sources are cited: the name of a citation style, or `in-text` for their own words in the sentence."""
    acronyms: bool = False
    """Whether the acronyms of the glossary are written out where they are first used."""
    checks: Annotated[Mapping, PlainValidator(_checks)] = Mapping.of({}, Source())
    """How grave each check's findings are in this document type, and what else is set for it."""
    sections: Annotated[tuple[Annotated[Entry, PlainValidator(_entry)], ...], AfterValidator(_some)]
    """The parts in order: a section builder's name, or keys with its options."""

    def conventions(self, citations: str) -> Conventions:
        """Return how a document of this type counts and cites, its citation style given as CSL."""
        given = self.numbering
        return Conventions(
            headings=given.headings,
            paragraphs=given.paragraphs,
            captions=given.captions,
            citations=citations,
            acronyms=self.acronyms,
        )
