"""The sandbox that an author's placeholders run in: strict, bounded, the same in every run.

No attribute of Python's own, no undefined name, no chance, no text out of what is none, and nothing without end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from collections.abc import Mapping as AnyMapping
from decimal import Decimal
from functools import cache
from typing import Any

import jinja2
import jinja2.meta
import jinja2.nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..limits import Account
from ..located import Mapping, Scalar, Sequence, hole_mark

TURNS, ITEMS = "turns", "items"
"""The names of the filters that what a loop goes over, and what another filter is given, pass first to be counted."""

ACCOUNT = "the account"
"""What the account is found by while a text is filled in: no name that an author can write."""

FILTERS = (
    "abs", "count", "default", "first", "last", "length", "list", "map", "max", "min", "reject", "round", "select",
    "sort", "sum", "unique",
)  # fmt: skip
TEXT_FILTERS = ("capitalize", "lower", "title", "trim", "upper")
"""The filters that placeholders may use: what keeps text text, the same in every run, and no longer than it was."""

METHODS = ("capitalize", "endswith", "lower", "startswith", "strip", "title", "upper")
"""The methods of text that they may use."""

_MARKS = re.compile(r"[\\*`\[\]<]|\b_|_\b|&(?=#?\w+;)")
"""What Markdown would take for a mark in the middle of a sentence (CommonMark 2.4); `_` inside of a word is none."""

FUNCTIONS = ("hole", "range")
"""The functions that they may call."""


def rendered(text: str, names: AnyMapping[str, Any], account: Account) -> str:
    """Return a text with its placeholders filled in, as long as the limits let all texts together be.

    Raise what the library, or an author's expression, raises.
    """
    environment = _environment()
    tree = environment.parse(text)
    if tree.find(jinja2.nodes.Concat):
        raise ValueError("'~' joins what is no text as well; write the two placeholders side by side")
    if tree.find(jinja2.nodes.Macro):
        raise ValueError("a macro may call itself without end; use a loop, or write the text out")
    for filter in list(tree.find_all(jinja2.nodes.Filter)):  # as they were written: this makes more of them
        filter.node = filter.node and _passing(filter.node, ITEMS)
    for loop in tree.find_all(jinja2.nodes.For):
        loop.iter = _passing(loop.iter, TURNS)
    parts = []
    for part in environment.from_string(tree).generate({**names, ACCOUNT: account}):
        account.write(len(part))
        parts.append(part)
    return "".join(parts)


def _passing(node: jinja2.nodes.Node, filter: str) -> jinja2.nodes.Filter:
    """Return an expression that passes a filter."""
    return jinja2.nodes.Filter(node, filter, [], [], None, None, lineno=node.lineno)


def undefined(text: str, names: AnyMapping[str, Any]) -> tuple[str, ...]:
    """Return the names in a text's placeholders that nothing defines, sorted; none where it asks what is defined."""
    if re.search(r"\bdefined\b", text):
        return ()
    found = jinja2.meta.find_undeclared_variables(_environment().parse(text))
    return tuple(sorted(found - {*names, *FUNCTIONS}))


class Names(dict[str, Any]):
    """The names that placeholders may use; numbers among them compute, and print as they are written."""

    def __init__(self, names: AnyMapping[str, Any]) -> None:
        super().__init__()
        for name, value in names.items():
            self[name] = value

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name, _computable(value))


def _computable(value: Any) -> Any:
    if isinstance(value, Scalar) and value.kind == "number":
        return _Number(value)
    if isinstance(value, Mapping):
        return {key: _computable(item) for key, item in value.items()}
    return [_computable(item) for item in value] if isinstance(value, Sequence) else value


class _Number(Decimal):
    """A number that computes exactly and prints as it is written, `1.10` as `1.10`."""

    written: str

    def __new__(cls, written: str) -> _Number:
        number = super().__new__(cls, written)
        number.written = written
        return number

    def __str__(self) -> str:
        return self.written


@jinja2.pass_context
def _items(context: jinja2.runtime.Context, value: Any) -> Any:
    """Return what a filter or a loop is given, each item of it counted as a turn before it is looked at.

    What other filters made of a list has been counted in it.
    """
    if isinstance(value, Collection) and not isinstance(value, jinja2.Undefined):
        context.parent[ACCOUNT].turn(len(value))
    return value


@jinja2.pass_context
def _turns(context: jinja2.runtime.Context, values: Iterable[Any]) -> Iterable[Any]:
    """Return what a loop goes over, as a list: the library asks how many there are."""
    return list(_items(context, values))


class _Sandbox(ImmutableSandboxedEnvironment):
    """The library's sandbox, with a bound on what a product or power may make, and few methods of text."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def wrap_str_format(self, value: Any) -> Any:
        """Return nothing: the library lets `format` through, which can make text of any length."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether an attribute may be used: of text only what makes it no longer."""
        if isinstance(obj, str):
            return attr in METHODS
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "%" and isinstance(left, str):
            raise ValueError("'%' puts no text together here; write the names into the text")
        sizes = [len(one) if hasattr(one, "__len__") else one for one in (left, right)]
        if operator == "**":
            raise ValueError("a power can be of any length; write it out")
        if operator == "*" and sizes != [left, right]:  # text or a list, so many times
            context.parent[ACCOUNT].write(max(int(sizes[0] * sizes[1]), 0))
        return super().call_binop(context, operator, left, right)


@cache
def _environment() -> jinja2.Environment:
    """Return the sandbox: strict, without comments (`{#` is text), chance and filler text."""
    environment = _Sandbox(
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        finalize=_printed,
        # YAML has comments of its own; a NUL can't stand in YAML text, so no text is ever taken for a comment.
        comment_start_string="\0{",
        comment_end_string="}\0",
    )
    environment.globals.clear()
    environment.globals.update(hole=hole, range=_range)
    of_text = {name: _of_text(environment.filters[name]) for name in TEXT_FILTERS}
    others = {name: environment.filters[name] for name in FILTERS}
    environment.filters.clear()
    environment.filters.update({**others, **of_text, "join": _join, TURNS: _turns, ITEMS: _items})
    return environment


def _of_text(filter: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter of the library that takes text alone: they would take anything for its Python form."""

    def checked(value: Any, *arguments: Any) -> Any:
        return filter(str(_text_only(value)), *arguments)

    return checked


def _join(values: Iterable[Any], separator: str = "") -> str:
    """Return texts with a separator between them; empty for none."""
    return str(separator).join(str(_text_only(value)) for value in values)


def _range(*bounds: int) -> range:
    """Return so many numbers, none of them made before a loop asks for it."""
    return range(*bounds)


def hole(label: str, expects: str = "") -> str:
    """Return an unfilled placeholder: `label` says what is missing, `expects` what kind of value it is."""
    return hole_mark(str(_text_only(label)), str(_text_only(expects)))


def _printed(value: Any) -> Any:
    """Return what a placeholder prints: what comes out of a data file with its marks of Markdown made harmless."""
    if isinstance(value, Scalar) and value.kind == "verbatim":
        return _MARKS.sub(r"\\\g<0>", value)
    return _text_only(value)


def _text_only(value: Any) -> Any:
    """Return a value that reads as text; Python's own words for others are never printed."""
    if isinstance(value, jinja2.Undefined | str | int | float | Decimal) and not isinstance(value, bool):
        return value
    kinds = {bool: "true or false", dict: "keys with values", tuple: "a list", list: "a list", type(None): "null"}
    found = next((name for kind, name in kinds.items() if isinstance(value, kind)), "a function")
    raise TypeError(f"its value is {found}, not text")
