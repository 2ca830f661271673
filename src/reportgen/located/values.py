"""The values themselves: plain strings, tuples and dicts that remember where they stood."""

from __future__ import annotations

import re
from typing import Any, Literal, TypeAlias

from ..diagnostics import NOWHERE, Source

Kind = Literal["text", "number", "verbatim"]

HOLE = re.compile("\ufdd0([0-9a-f]+)\ufdd1")
"""An unfilled placeholder inside text, between expansion and markup, in hexadecimal: what Markdown leaves alone.

Framed by noncharacters (Unicode 23.7), which `load` refuses in files, so that nobody can write one by hand.
"""

_PARTS = "\0"
"""What parts a mark's parts: no YAML text can hold it."""


def hole_mark(label: str, expects: str, place: Source = NOWHERE) -> str:
    """Return the mark of a hole, to stand in text; without a file while its place is not known."""
    parts = (label, expects, place.file, place.path, str(place.line), str(place.column), str(place.length))
    return f"\ufdd0{_PARTS.join(parts).encode().hex()}\ufdd1"


def hole_of(mark: re.Match[str]) -> tuple[str, str, Source]:
    """Return the label, the expected kind and the place that a mark holds."""
    parts = bytes.fromhex(mark[1]).decode().split(_PARTS)
    if len(parts) != 7:
        raise ValueError("a hole's label holds what is no text")
    label, expects, file, path, line, column, length = parts
    return label, expects, Source(file, path, int(line), int(column), int(length))


class Scalar(str):
    """A scalar as it is written, so that `1.10` stays `1.10`; `kind` says whether YAML reads it as text or number.

    Text of the kind `verbatim` comes out of a data file: nothing in it is a mark of Markdown.

    `lines` is true where each line of the text is a line of the file (literal block scalars): then line n of the text
    stands n lines below `source`.
    """

    __slots__ = ("kind", "lines", "source")
    source: Source
    kind: Kind
    lines: bool

    def __new__(cls, text: str, source: Source = NOWHERE, kind: Kind = "text", lines: bool = False) -> Scalar:
        """Return a scalar; text of no file where only the text is given."""
        scalar = super().__new__(cls, text)
        scalar.source, scalar.kind, scalar.lines = source, kind, lines
        return scalar

    @property
    def end(self) -> int:
        """The number of the last line that it takes in the file; 0 where no file holds it."""
        return self.source.end or self.source.line

    def with_text(self, text: str) -> Scalar:
        """Return the same place with other text in it."""
        return Scalar(text, self.source, "text", self.lines)


class Sequence(tuple[Any, ...]):
    """The values of a YAML sequence."""

    source: Source = NOWHERE

    @classmethod
    def of(cls, values: Any, source: Source) -> Sequence:
        """Return a sequence that stands at `source`."""
        sequence = cls(values)
        sequence.source = source
        return sequence


class Mapping(dict[str, Any]):
    """The keys and values of a YAML mapping, in the order of the file; `keys_at` has the place of each key.

    Not to be changed once made: a stage makes a new one.
    """

    source: Source = NOWHERE
    keys_at: dict[str, Source]

    @classmethod
    def of(cls, values: Any, source: Source, keys_at: dict[str, Source] | None = None) -> Mapping:
        """Return a mapping that stands at `source`."""
        mapping = cls(values)
        mapping.source = source
        mapping.keys_at = keys_at or {}
        return mapping

    def with_value(self, key: str, value: Any) -> Mapping:
        """Return the same mapping with another value for a key."""
        return Mapping.of({**self, key: value}, self.source, self.keys_at)

    def key_at(self, key: str) -> Source:
        """Return the place of a key; the mapping's own where the key is not there."""
        return self.keys_at.get(key, self.source)


Value: TypeAlias = Mapping | Sequence | Scalar | bool | None


def source_of(value: Value, otherwise: Source) -> Source:
    """Return where a value stands; `otherwise` for those that can't know it (true, false, null)."""
    return value.source if isinstance(value, Mapping | Sequence | Scalar) else otherwise
