"""Prose as a field of a model: Markdown, read while the brief is validated, so that builders only place it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Self

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema
from pydantic_core.core_schema import ValidationInfo

from ...diagnostics import BriefError, Source
from ...document import Block, Inline
from ...document.walk import text_of
from ...frozen import dataclass
from ...located import Context, Scalar, fault, one_or_many
from ...located.models import described
from ..markup import BLANK, read_blocks, read_inlines


class _Written:
    """What a line and prose share: a scalar in, nodes out, its Markdown's faults among those of the brief."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(cls._from_scalar)

    @classmethod
    def _from_scalar(cls, value: Any, info: ValidationInfo[Context]) -> Self:
        if not isinstance(value, Scalar):
            hint = "put it in quotes if it is text" if isinstance(value, bool) else ""
            fault("wrong-type", f"this must be text, not {described(value)}", hint=hint)
        if not value.strip(BLANK):
            fault("empty-text", "there is no text here", hint="write some, or leave the key away")
        try:
            return cls._read(value, info.context.workspace)
        except BriefError as refused:
            info.context.faults.extend(refused.diagnostics)
            return cls._nothing(value.source)

    @classmethod
    def _read(cls, value: Scalar, workspace: Any) -> Self:
        raise NotImplementedError

    @classmethod
    def _nothing(cls, source: Source) -> Self:
        """Return what stands for a text with faults, in a brief that is refused anyway."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Line(_Written):
    """Text of at most one paragraph: inline Markdown."""

    inlines: tuple[Inline, ...]
    source: Source

    @property
    def text(self) -> str:
        """The words without their Markdown."""
        return text_of(self.inlines)

    @classmethod
    def _read(cls, value: Scalar, workspace: Any) -> Self:
        return cls(read_inlines(value, workspace), value.source)

    @classmethod
    def _nothing(cls, source: Source) -> Self:
        return cls((), source)


@dataclass(frozen=True, slots=True)
class Prose(_Written):
    """Text of any length: Markdown with paragraphs, lists, quotes, tables, pictures and headings."""

    blocks: tuple[Block, ...]
    source: Source

    @classmethod
    def _read(cls, value: Scalar, workspace: Any) -> Self:
        return cls(read_blocks(value, workspace), value.source)

    @classmethod
    def _nothing(cls, source: Source) -> Self:
        return cls((), source)


Lines = Annotated[tuple[Line, ...], one_or_many]
"""Lines of text: one, or a list."""


def texts(value: Any) -> Iterator[Line | Prose]:
    """Return every line and all prose inside a model, in the model's order."""
    if isinstance(value, Line | Prose):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
