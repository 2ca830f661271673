"""The head of the memo: document type, title, and the fields that say from whom to whom it goes."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief
from ..document import Block
from ..languages import Words
from ..pieces.head import FieldName, HeadOptions, embargoed, entitled, fields


class Options(HeadOptions):
    """The head's document type and fields: memo lines, or a grid."""

    fields: tuple[FieldName, ...] = ("to", "from", "date", "subject", "status")


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return embargo, document type and title, and the fields that are filled in or required."""
    yield from embargoed(brief, words)
    yield from entitled(brief, options)
    yield from fields(brief, options, words)
