"""Tables of keys out of a JSON Schema: what may be written under each, and what it means."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

Schema = Mapping[str, Any]

UNSAID = ("placeholder", "include")
"""Definitions that may stand nearly anywhere: said once, above the tables."""

PLAIN = {"Text": "plain text", "Line": "line", "Prose": "prose"}
TYPES = {"boolean": "`true` or `false`", "number": "number", "string": "plain text", "null": "`null`"}

DATES = {
    "write year, month and day: 2026-11-22": "date",
    "write 2026-11-22, 2026-11, 2026, 2014~ (about), 2014? (uncertain), 2025-XX or 2014/2016 (EDTF)": (
        "date, as far as it is known"
    ),
}
"""Short words for hints that would be long in a table."""


class Keys:
    """The models of one kind of file as sections of Markdown, and the links between them."""

    def __init__(self, schema: Schema, types: Mapping[str, str] = MappingProxyType({})) -> None:
        """Take a schema, and what is to be said of the values of some keys, or of some models."""
        self.schema = schema
        self.definitions: Schema = schema["definitions"]
        self.types = types

    def models(self, start: Schema, skip: Callable[[str], bool] = lambda name: False) -> Iterator[str]:
        """Return the names of the models that can stand below one, in the order in which its keys lead to them."""
        found: dict[str, None] = {}
        below = [name for name in referred(start) if not skip(name)]
        while below:
            name = below.pop(0)
            if name not in found and name not in PLAIN and name not in UNSAID:
                found[name] = None
                below = [one for one in referred(self.definitions[name]) if not skip(one)] + below
        yield from found

    def table(self, model: Schema, without: Iterable[str] = ()) -> str:
        """Return the table of a model's keys; the empty text where it has none."""
        keys = form_with_keys(model)
        required = {*keys.get("required", ()), *keys.get("else", {}).get("required", ())}
        rows = [
            f"| `{key}`{'*' if key in required else ''} | {self.types.get(key) or self.type_of(value)} | "
            f"{self.meaning(value)} |\n"
            for key, value in keys.get("properties", {}).items()
            if key not in (*without, "include")
        ]
        return "".join(("| key | what it takes | what it means |\n|---|---|---|\n", *rows)) if rows else ""

    def place(self, name: str) -> str:
        """Return under which keys of which models a model stands."""
        homes = {"": self.schema, **self.definitions}
        found = []
        for home, model in homes.items():
            properties = form_with_keys(model).get("properties", {})
            told = [f"`{key}`" for key, value in properties.items() if home != name and name in referred(value)]
            if told and home not in UNSAID:
                found.append(", ".join(told) + (f" of [{home}](#{home.lower()})" if home else ""))
        return f"Stands under {'; '.join(found)}." if found else ""

    def shorter(self, model: Schema) -> str:
        """Return a sentence on the other ways in which a model may be written; the empty text where there are none."""
        others = [form for form in model.get("anyOf", ()) if "properties" not in form]
        ways = self.joined(form for form in others if not is_unsaid(form))
        return f"Instead of keys, {'a' if ways[0] not in 'aeiou`' else 'an'} {ways} will do.\n" if ways else ""

    def type_of(self, value: Schema) -> str:
        """Return in words what may be written."""
        if "$ref" in value:
            name = name_of(value)
            return PLAIN.get(name) or self.types.get(name) or f"[{name}](#{name.lower()})"
        if "allOf" in value:
            return self.type_of(value["allOf"][0])
        if "anyOf" in value:
            return self.joined(form for form in value["anyOf"] if not is_unsaid(form))
        if "enum" in value:
            return ", ".join(f"`{word}`" for word in value["enum"] if isinstance(word, str))
        if "pattern" in value:
            hint = str(value.get("description", "plain text"))
            return DATES.get(hint, hint)
        if value.get("type") == "array":
            return f"list of {plural(self.type_of(value['items']))}"
        if value.get("type") == "object":
            return self.mapping(value)
        written = value.get("type", "anything")
        if isinstance(written, list):
            return "plain text" if "null" not in written else "value"
        return TYPES.get(written, written)

    def mapping(self, value: Schema) -> str:
        """Return what a mapping takes: values under keys of one's choice, or under those of a vocabulary."""
        others = value.get("additionalProperties")
        if others is not False:
            return f"keys of your choice, each with {article(self.type_of(others or {}))}"
        known = [key for key in value.get("properties", {}) if key != "include"]
        listed = ", ".join(f"`{key}`" for key in known)
        types = {self.type_of(value["properties"][key]) for key in known}
        return f"{listed}, each with {article(types.pop())}" if len(types) == 1 else f"keys: {listed}"

    def joined(self, forms: Iterable[Schema]) -> str:
        """Return several ways to write a value, one and a list of it told together."""
        told = list(dict.fromkeys(self.type_of(form) for form in forms))
        lists = [one for one in told if f"list of {plural(one)}" in told]
        told = [f"{one}, or a list" if one in lists else one for one in told]
        told = [one for one in told if one not in [f"list of {plural(single)}" for single in lists]]
        return "; or ".join(told)

    def meaning(self, value: Schema) -> str:
        """Return what a key means: its own description, else what its model is; and what it is when left away."""
        said = value.get("description") or self.borrowed(value)
        default = value.get("default")
        if default not in (None, ""):
            shown = json.dumps(default) if isinstance(default, bool) else default
            said = f"{said} Default: `{shown}`."
        return in_cell(said).strip()

    def borrowed(self, value: Schema) -> str:
        """Return the first sentence on the model that a key holds; the empty text where it holds none."""
        for name in referred(value):
            if name not in PLAIN and name not in UNSAID:
                text = str(self.definitions[name].get("description", ""))
                return re.split(r"(?<=\.)\s", text, maxsplit=1)[0]
        return ""

    def untold(self, model: Schema, without: Iterable[str] = ()) -> list[str]:
        """Return the keys of a model that nothing is said of."""
        keys = form_with_keys(model).get("properties", {})
        return [key for key, value in keys.items() if key not in (*without, *UNSAID) and not self.meaning(value)]


def form_with_keys(model: Schema) -> Schema:
    """Return the form of a model that has keys: the first of several."""
    return next((form for form in model.get("anyOf", ()) if "properties" in form), model)


def name_of(reference: Schema) -> str:
    """Return the name of the definition that is referred to."""
    return str(reference["$ref"]).removeprefix("#/definitions/").partition("/")[0]


def is_unsaid(form: Schema) -> bool:
    """Return whether a form stands nearly anywhere: what is open, filled in, included, or told apart by language."""
    return form.get("type") == "null" or "propertyNames" in form or ("$ref" in form and name_of(form) in UNSAID)


def referred(schema: Any) -> Iterator[str]:
    """Return the names of all definitions that are referred to, in order."""
    if isinstance(schema, Mapping):
        if "$ref" in schema:
            yield name_of(schema)
        for value in schema.values():
            yield from referred(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from referred(value)


def plural(one: str) -> str:
    """Return what a list is made of."""
    return {"plain text": "plain texts", "line": "lines", "number": "numbers", "prose": "texts"}.get(one, one)


def article(one: str) -> str:
    """Return a noun with its article, where it takes one."""
    if one.startswith(("plain text", "prose", "anything", "`", "list of")):
        return one
    return f"{'an' if one.lstrip('[')[:1].lower() in 'aeio' else 'a'} {one}"


def in_cell(text: str) -> str:
    """Return a description as it stands in a cell of a table: one line, no bar that ends the cell."""
    return " ".join(text.split()).replace("|", "\\|")
