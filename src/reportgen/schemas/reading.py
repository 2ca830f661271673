"""Read a model as a JSON Schema: what may be written for each type, and in which other ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import field
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from .. import registry
from ..brief.models import Line, Prose
from ..diagnostics import NOWHERE
from ..frozen import dataclass
from ..located import Closed, Scalar, one_or_many
from ..located import Mapping as LocatedMapping
from ..located.include import KEY as INCLUDE
from ..template import EDITS, FORMS, GROUPED, PAGES, Entry
from .docstrings import attribute_docs, flowing

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of YAML file: its model, and what else may be written in it.

    `joined`: `include:` stands for any value; `filled`: texts hold placeholders; `localized`: texts and lists are told
    apart by language; `extends`: another file of the kind may have what is required; `shared`: what keys mean of which
    nothing is said where they stand.
    """

    model: type[Closed]
    joined: bool = False
    filled: bool = False
    localized: bool = False
    extends: bool = False
    shared: Mapping[str, str] = field(default_factory=dict)


EXTENDS = "extends"
"""The key that names the file that a file is laid over."""

_TEXT: Schema = {"type": ["string", "number"], "minLength": 1}
_TEXTS = (Line, Prose)
_PLAIN: Mapping[Any, Schema] = MappingProxyType({bool: {"type": "boolean"}, float: {"type": "number"}})
_NULL: Schema = {"type": "null"}
_NAMES: Schema = {
    "description": "The name of a YAML file, or a list of them, whose content stands here.",
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
}
_SHARED: Mapping[str, Schema] = MappingProxyType(
    {
        "include": {"type": "object", "properties": {INCLUDE: _NAMES}, "required": [INCLUDE]}
        | {"title": "include", "additionalProperties": False},
        "placeholder": {"title": "placeholder", "type": "string", "pattern": r"\{[{%#]"},
    }
)
_TAG: Schema = {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}
"""A language's tag (BCP 47)."""


def read(kind: Kind) -> Schema:
    """Return the schema of a kind of file, its definitions by the names of the models."""
    reading = _Reading(kind)
    whole = reading.model(kind.model)
    return {**whole, "definitions": dict(sorted(reading.definitions.items()))}


class _Reading:
    """One kind of file being read off its model, with the definitions made so far."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.definitions: dict[str, Schema] = {}
        self.owners: dict[str, Any] = {}

    def model(self, model: type[Closed], also: Mapping[str, Schema] = MappingProxyType({})) -> Schema:
        """Return the schema of a model: its keys, or its short form, or its list. `also` are keys besides its own."""
        fields = model.model_fields
        docs = {**self.kind.shared, **attribute_docs(model)}
        properties = {info.alias or name: self.property(info, docs.get(name)) for name, info in fields.items()}
        required = [info.alias or name for name, info in fields.items() if info.is_required()]
        lifted = EXTENDS if EXTENDS in fields else ""
        if self.kind.extends and not lifted:
            required = []  # another file may have them
        keys = self.keys({**also, **properties}, False, [*required, *list(also)[:1]], lifted)
        forms = (fields[name] for name in (model.SHORT_FORM, model.LIST_FORM) if name)
        shorter = [self.marked(_not_null(info.annotation), info.metadata) for info in forms]
        return {"title": model.__name__, "description": flowing(model.__doc__), **_any_of((keys, *shorter))}

    def property(self, info: FieldInfo, doc: str | None) -> Schema:
        """Return the schema of a key; null says of any that may be left away that it is open."""
        value = self.marked(info.annotation, info.metadata)
        if not info.is_required():
            value = _any_of((value, _NULL))
        said: Schema = {"description": doc} if doc else {}
        if isinstance(info.default, bool | str):
            said["default"] = info.default if isinstance(info.default, bool) else str(info.default)
        return {**said, "allOf": [value]} if said and "$ref" in value else {**said, **value}

    def keys(
        self, properties: Mapping[str, Schema], others: Any, required: Iterable[str] = (), lifted: str = ""
    ) -> Schema:
        """Return the schema of keys with values; a file that is included, or `lifted`, may give those required."""
        wanted: Schema = {"required": list(required)}
        made: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": others}
        if self.kind.joined:
            made["properties"][INCLUDE] = {"$ref": f"{self.shared('include')['$ref']}/properties/{INCLUDE}"}
            wanted = {"if": {"required": [INCLUDE]}, "else": wanted}
        if lifted:
            wanted = {"if": {"required": [lifted]}, "else": wanted}
        return {**made, **wanted} if required else made

    def of(self, annotation: Any) -> Schema:
        """Return the schema of what may be written for a type."""
        read = _BY_ORIGIN.get(get_origin(annotation)) or _BY_TYPE.get(annotation)
        if read:
            return read(self, *get_args(annotation))
        if annotation in _PLAIN:
            return self.value(_PLAIN[annotation])
        if annotation in _TEXTS:
            return self.named(annotation.__name__, annotation, lambda: self.text(annotation))
        if isinstance(annotation, type) and issubclass(annotation, Closed):
            return self.named(annotation.__name__, annotation, lambda: self.model(annotation))
        raise TypeError(f"it is not known how {annotation} is written: annotate it WithJsonSchema")

    def value(self, written: Schema) -> Schema:
        """Return the schema of a value, with all else that may stand for a text, a list, true or false."""
        others = []
        if self.kind.filled and not written.keys().isdisjoint(("enum", "format", "pattern")):
            others.append(self.shared("placeholder"))
        if self.kind.localized:
            one = _any_of((written, *others))
            others.append({"type": "object", "propertyNames": _TAG, "additionalProperties": one, "minProperties": 1})
        if self.kind.joined:
            others.append(self.shared("include"))
        return _any_of((written, *others))

    def marked(self, annotation: Any, marks: Iterable[Any]) -> Schema:
        """Return the schema of a type with its validators: one that says how it is written, or takes one for many."""
        marks = tuple(marks)
        for mark in reversed(marks):
            if isinstance(mark, WithJsonSchema) and mark.json_schema:
                return self.value(mark.json_schema)
        whole = self.of(annotation)
        if any(getattr(mark, "func", None) is one_or_many.func for mark in marks):
            return _any_of((self.of(get_args(annotation)[0]), whole))
        return whole

    def annotated(self, annotation: Any, *marks: Any) -> Schema:
        return self.marked(annotation, marks)

    def union(self, *parts: Any) -> Schema:
        return _any_of([_NULL if part is NoneType else self.of(part) for part in parts])

    def words(self, *words: str) -> Schema:
        """Return the schema of a closed vocabulary; a word that YAML reads as a number is one, too."""
        return self.value({"enum": [*words, *(number for word in words for number in _number(word))]})

    def sequence(self, item: Any, *rest: Any) -> Schema:
        return self.value({"type": "array", "items": self.of(item)})

    def mapping(self, key: Any, value: Any) -> Schema:
        """Return the schema of a mapping with keys of the author's choice, or with those of a vocabulary."""
        if get_origin(key) is Literal:
            return self.keys({word: self.of(value) for word in get_args(key)}, False)
        return self.keys({}, self.of(value))

    def anything(self) -> Schema:
        return {}

    def plain(self) -> Schema:
        return self.named("Text", str, lambda: {"title": "Text", **self.value(_TEXT)})

    def text(self, markdown: type) -> Schema:
        return {"title": markdown.__name__, "description": flowing(markdown.__doc__), **self.value(_TEXT)}

    def entry(self) -> Schema:
        """Return the schema of a part of a template: a section builder's name, that with its options, or a group."""
        known = tuple(registry.names("sections"))
        builder = self.words(*known)
        chosen = [
            {"if": {"properties": {"builder": {"const": name}}, "required": ["builder"]}, "then": self.options(name)}
            for name in known
        ]
        needed = [{"required": [key]} for key in ("builder", "change", "remove")]
        keys = {"type": "object", "properties": {"builder": builder}, "anyOf": needed, "allOf": chosen}
        part = _any_of((builder, keys, self.group()))
        return self.named("Entry", Entry, lambda: {"description": flowing(Entry.__doc__), **part})

    def group(self) -> Schema:
        """Return the schema of a group of parts: the form of their pages, and the parts."""
        parts = {"type": "array", "items": {"$ref": "#/definitions/Entry"}}
        properties = {PAGES: self.words(*FORMS), GROUPED: parts}
        return {"type": "object", "properties": properties, "required": [PAGES, GROUPED], "additionalProperties": False}

    def options(self, builder: str) -> Schema:
        """Return the schema of a section builder's options, with its name beside them."""
        options = registry.find("sections", builder, NOWHERE).Options
        also: dict[str, Schema] = {"builder": {"const": builder}, **{edit: {"type": "string"} for edit in EDITS}}
        also[PAGES] = _any_of((self.words(*FORMS), _NULL))
        return self.named(f"sections.{builder}", options, lambda: self.model(options, also))

    def checks(self) -> Schema:
        """Return the schema of what is set for checks, by their codes."""
        found = {code: registry.find("checks", code, NOWHERE).Options for code in registry.names("checks")}
        return self.keys({code: self.check(code, options) for code, options in found.items()}, False)

    def check(self, code: str, options: type[Closed]) -> Schema:
        return _any_of((self.named(f"checks.{code}", options, lambda: self.model(options)), _NULL))

    def named(self, name: str, owner: Any, make: Callable[[], Schema]) -> Schema:
        """Return a reference to a definition, made now if it was not before."""
        if self.owners.setdefault(name, owner) is not owner:
            raise TypeError(f"two models are called {name}: {self.owners[name]} and {owner}")
        if name not in self.definitions:
            self.definitions[name] = {}  # known before it is made: models may hold themselves
            self.definitions[name] = make()
        return {"$ref": f"#/definitions/{name}"}

    def shared(self, name: str) -> Schema:
        return self.named(name, name, lambda: _SHARED[name])


_BY_ORIGIN: Mapping[Any, Callable[..., Schema]] = MappingProxyType(
    {
        Annotated: _Reading.annotated,
        Literal: _Reading.words,
        UnionType: _Reading.union,
        Union: _Reading.union,
        dict: _Reading.mapping,
        tuple: _Reading.sequence,
    }
)
_BY_TYPE: Mapping[Any, Callable[..., Schema]] = MappingProxyType(
    {
        str: _Reading.plain,
        Scalar: _Reading.plain,
        Any: _Reading.anything,
        Entry: _Reading.entry,
        LocatedMapping: _Reading.checks,
    }
)


def _any_of(schemas: Iterable[Schema]) -> Schema:
    """Return the schema of a value that fits one of several, each told once."""
    told: list[Schema] = []
    for one in schemas:
        parts = one["anyOf"] if one.keys() == {"anyOf"} else [one]
        told.extend(part for part in parts if part not in told)
    return told[0] if len(told) == 1 else {"anyOf": told}


def _not_null(annotation: Any) -> Any:
    """Return a type without its None."""
    parts = [part for part in get_args(annotation) if part is not NoneType]
    return parts[0] if get_origin(annotation) in (Union, UnionType) and len(parts) == 1 else annotation


def _number(word: str) -> Iterable[float]:
    """Return the number that YAML reads a word as; none for other words."""
    with suppress(ValueError):
        number = float(word)
        yield int(number) if number.is_integer() else number
