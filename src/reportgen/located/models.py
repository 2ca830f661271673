"""What every model of a YAML file is built on: closed keys, places kept, all faults gathered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, NoReturn, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    PlainValidator,
    PrivateAttr,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import ValidationInfo

from ..diagnostics import NOWHERE, Diagnostic, Source, choices, error
from ..workspace import Workspace
from .values import HOLE, Mapping, Scalar, Sequence


@dataclass(slots=True)
class Context:
    """What a validation carries along: the door to files, and the faults that models find by themselves."""

    workspace: Workspace = field(default_factory=lambda: Workspace(files={}))
    faults: list[Diagnostic] = field(default_factory=list)


class Closed(BaseModel):
    """A mapping with known keys and no others, immutable, which knows its place.

    A class that names a `SHORT_FORM` may also be written as the text of that one key, one that names a `LIST_FORM` as
    the list of that key.
    """

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)
    SHORT_FORM: ClassVar[str] = ""
    LIST_FORM: ClassVar[str] = ""
    _source: Source = PrivateAttr(default_factory=lambda: NOWHERE)  # a default would be copied deeply, each time
    _keys_at: dict[str, Source] = PrivateAttr(default_factory=dict)

    @property
    def source(self) -> Source:
        """The place where the mapping begins."""
        return self._source

    def key_at(self, key: str) -> Source:
        """Return the place of a key; the mapping's own where it was not written."""
        return self._keys_at.get(key, self._source)

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo[Any]) -> Self:
        """Take the short form, report unknown keys with the likeliest known one, and keep the place."""
        if isinstance(value, Scalar) and cls.SHORT_FORM:
            value = Mapping.of({cls.SHORT_FORM: value}, value.source)
        if isinstance(value, Sequence) and cls.LIST_FORM:
            value = Mapping.of({cls.LIST_FORM: value}, value.source)
        if not isinstance(value, Mapping):
            return handler(value)
        known = cls.keys()
        unknown = [key for key in value if key not in known]
        for key in unknown:
            place = value.key_at(key)
            info.context.faults.append(error("unknown-key", f"unknown key '{key}'", place, choices(key, known)))
        # null says that a value is open, as leaving the key away does.
        given = {key: item for key, item in value.items() if key not in unknown and item is not None}
        kept = Mapping.of(given, value.source, value.keys_at)
        model = handler(kept)
        model._source, model._keys_at = value.source, value.keys_at
        return model

    @classmethod
    def may_be_empty(cls) -> bool:
        """Return whether no key has to be written, and nothing is to be said of its defaults or of keys together."""
        alone = cls.__pydantic_decorators__.model_validators.keys() == {"_read"}
        return alone and not any(info.is_required() or info.validate_default for info in cls.model_fields.values())

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """Return the keys that may be written, in the order of the model."""
        return tuple(info.alias or name for name, info in cls.model_fields.items())


def fault(code: str, message: str, source: Source = NOWHERE, hint: str = "") -> NoReturn:
    """Refuse a value inside a validator; without a source, the value's own place is pointed at."""
    raise PydanticCustomError(code, "{message}", {"message": message, "source": source, "hint": hint})


def written_as(pattern: str | re.Pattern[str], hint: str, **more: Any) -> WithJsonSchema:
    """Return what tells editors how a text must be written, where a field's type does not: a pattern, and a hint."""
    plain = re.sub(r"\?P<\w+>", "", pattern if isinstance(pattern, str) else pattern.pattern)  # as ECMA-262 has groups
    form = {
        "type": "string",
        "pattern": f"^(?:{plain})$",
        "patternErrorMessage": hint,
    }  # what yaml-language-server says
    return WithJsonSchema({"description": hint, **form, **more})


def many(item: Any) -> Any:
    """Return the type of a field that takes one value or a list of them."""
    return Annotated[tuple[item, ...], BeforeValidator(_as_sequence)]


def _as_sequence(value: Any) -> Any:
    if isinstance(value, Sequence | tuple):
        return value
    return () if value is None else Sequence.of((value,), getattr(value, "source", NOWHERE))


def _plain_text(value: Any) -> Any:
    if not isinstance(value, str):
        fault("wrong-type", f"this must be text, not {described(value)}", hint="put it in quotes if it is text")
    if HOLE.search(value):
        fault("hole-in-data", "a hole can't stand here", hint="leave the key away, or write null")
    return value


def _number(value: Any) -> Any:
    if isinstance(value, Scalar) and value.kind == "number":
        return float(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return fault("wrong-type", f"this must be a number, not {described(value)}")


_NAMES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "true or false"),
    (Mapping, "keys with values"),
    (Sequence, "a list"),
    (type(None), "nothing"),
)


def described(value: Any) -> str:
    """Return what kind of value was written, in an author's words."""
    if getattr(value, "kind", "") == "number":
        return f"the number {value}"
    return next((name for kind, name in _NAMES if isinstance(value, kind)), "text")


PlainText = Annotated[str, BeforeValidator(_plain_text)]
"""Text that is data rather than prose: an id, a file name, a font. Numbers are taken as they are written."""

Reference = Annotated[Scalar, PlainValidator(_plain_text)]
"""The name of something else; it keeps its place, for the case that there is no such thing."""

one_or_many = BeforeValidator(_as_sequence)
"""What makes a field of a tuple take one value for a list of one."""

References = Annotated[tuple[Reference, ...], one_or_many]
"""Names of other things: one, or a list."""

PlainTexts = Annotated[tuple[PlainText, ...], one_or_many]
"""Texts that are data: one, or a list."""

Number = Annotated[float, BeforeValidator(_number)]
"""A number."""
