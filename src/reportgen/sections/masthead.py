"""The masthead of an organisation's own document: the organisation, symbol, distribution and date, then the title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..brief.models import Brief, Line
from ..document import Block
from ..languages import Words
from ..pieces.head import FieldName, HeadOptions, embargoed, entitled, fields, kicker


class Options(HeadOptions):
    """The masthead's organisation, where the brief names none, and its fields."""

    organisation: Line | None = None
    """The organisation, where the brief names none."""
    fields: tuple[FieldName, ...] = ("reference", "distribution_limit", "date")
    layout: Literal["list", "grid"] = "grid"


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return embargo, organisation, the fields that are filled in or required, document type and title."""
    yield from embargoed(brief, words)
    yield from kicker(brief.organisation or options.organisation)
    yield from fields(brief, options, words)
    yield from entitled(brief, options)
