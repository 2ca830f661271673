"""The values themselves: plain strings, tuples and dicts that remember where they stood."""

from __future__ import annotations

import re
from typing import Any, Literal, TypeAlias

from ..diagnostics import NOWHERE, Source

Kind = Literal["text", "number"]

HOLE = re.compile("\ufdd0([0-9a-f]*)\ufdd1([0-9a-f]*)\ufdd1([0-9]+)\ufdd1([0-9]+)\ufdd2")
"""An unfilled placeholder inside text, between expansion and markup: label and expected kind
in hexadecimal, line, column.

Framed by noncharacters (Unicode 23.7), which `load` refuses in files, so that nobody can write one by hand.
"""


def hole_mark(label: str, expects: str, line: int = 0, column: int = 0) -> str:
    """Return the mark of a hole, to stand in text; line 0 while its place is not known."""
    return f"\ufdd0{label.encode().hex()}\ufdd1{expects.encode().hex()}\ufdd1{line}\ufdd1{column}\ufdd2"


def hole_of(mark: re.Match[str]) -> tuple[str, str, int, int]:
    """Return the label, expected kind, line and column that a mark holds."""
    label, expects, line, column = mark.groups()
    return bytes.fromhex(label).decode(), bytes.fromhex(expects).decode(), int(line), int(column)


class Scalar(str):
    """A scalar as it is written, so that `1.10` stays `1.10`; `kind` says whether YAML reads it as text or number.

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

    def key_at(self, key: str) -> Source:
        """Return the place of a key; the mapping's own where the key is not there."""
        return self.keys_at.get(key, self.source)


Value: TypeAlias = Mapping | Sequence | Scalar | bool | None


def source_of(value: Value, otherwise: Source) -> Source:
    """Return where a value stands; `otherwise` for those that can't know it (true, false, null)."""
    return value.source if isinstance(value, Mapping | Sequence | Scalar) else otherwise
