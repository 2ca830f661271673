"""What may stand in a source's `csl`: the fields of CSL-JSON, and what each can hold (CSL 1.0.1, appendix IV)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...diagnostics import Diagnostic, Source, choices, error
from ...located import Mapping, Scalar, Sequence

NAMES = (
    "author", "collection-editor", "composer", "container-author", "editor", "editorial-director", "illustrator",
    "interviewer", "original-author", "recipient", "translator",
)  # fmt: skip
DATES = ("accessed", "event-date", "issued", "original-date", "submitted")
TEXTS = (
    "abstract", "annote", "archive", "archive-place", "archive_location", "authority", "call-number", "chapter-number",
    "collection-number", "collection-title", "container-title", "container-title-short", "dimensions", "DOI", "edition",
    "event", "event-place", "genre", "ISBN", "ISSN", "issue", "jurisdiction", "keyword", "language", "medium", "note",
    "number", "number-of-pages", "number-of-volumes", "original-publisher", "original-publisher-place",
    "original-title", "page", "page-first", "PMCID", "PMID", "publisher", "publisher-place", "references", "section",
    "source", "status", "title", "title-short", "type", "URL", "version", "volume",
)  # fmt: skip

PARTS_OF_NAMES = ("family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle")

_TEXT = {"type": ["string", "number"]}
_PERSON = {"type": "object", "properties": dict.fromkeys(PARTS_OF_NAMES, _TEXT), "additionalProperties": False}
_PARTS = {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["integer", "string"]}}
_DATE = {
    "type": "object",
    "properties": {"date-parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": _PARTS}},
    "required": ["date-parts"],
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "properties": {
        **{key: {"type": "array", "items": _PERSON} for key in NAMES},
        **dict.fromkeys(DATES, _DATE),
        **dict.fromkeys(TEXTS, _TEXT),
    },
    "additionalProperties": False,
}
"""The same for editors, as JSON Schema."""


def faults_of(csl: Mapping) -> Iterator[Diagnostic]:
    """Return a finding for each field that CSL does not have, and for each value that its field can't have."""
    for key, value in csl.items():
        place = csl.key_at(key)
        if key in NAMES:
            yield from _unless(_are_names(value), place, f"'{key}' must be a list of names", "[{family: …, given: …}]")
        elif key in DATES:
            yield from _unless(_is_date(value), place, f"'{key}' must be a date", "{date-parts: [[2026, 11, 24]]}")
        elif key in TEXTS:
            yield from _unless(isinstance(value, Scalar), place, f"'{key}' must be text", "the text alone")
        else:
            known = (*NAMES, *DATES, *TEXTS)
            yield error("unknown-key", f"CSL has no field '{key}'", place, choices(str(key), known))


def _unless(right: bool, place: Source, message: str, form: str) -> Iterator[Diagnostic]:
    if not right:
        yield error("wrong-type", message, place, f"write {form}")


def _are_names(value: Any) -> bool:
    return isinstance(value, Sequence) and all(
        isinstance(name, Mapping)
        and name
        and all(part in PARTS_OF_NAMES and isinstance(text, Scalar) for part, text in name.items())
        for name in value
    )


def _is_date(value: Any) -> bool:
    parts = value.get("date-parts") if isinstance(value, Mapping) and set(value) == {"date-parts"} else None
    if not isinstance(parts, Sequence) or not 1 <= len(parts) <= 2:
        return False
    return all(
        isinstance(date, Sequence)
        and 1 <= len(date) <= 3
        and all(isinstance(part, Scalar) and part.isdecimal() for part in date)
        for date in parts
    )
