"""Run Jinja2 inside the strings of a brief or template; the YAML around them is never templated.

The only module that knows the template library. Author's text runs in its sandbox: no attribute of Python's own, no
loop without end, no undefined name, nothing that differs from run to run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as AnyMapping
from decimal import Decimal
from functools import cache
from types import TracebackType
from typing import Any

import jinja2
import jinja2.nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..diagnostics import Diagnostic, Source, choices, error
from ..located import HOLE, Mapping, Scalar, Sequence, hole_mark, hole_of
from ..workspace import Workspace

MAX_LENGTH = 100_000
"""So many characters or items a sum or product in a placeholder may have."""

FILTERS = (
    "abs", "count", "default", "first", "last", "length", "list", "map", "max", "min", "reject", "round", "select",
    "sort", "sum", "unique",
)  # fmt: skip
TEXT_FILTERS = ("capitalize", "lower", "title", "trim", "upper")
"""The filters that placeholders may use: what keeps text text, the same in every run, and no longer than it was."""

METHODS = ("capitalize", "endswith", "lower", "startswith", "strip", "title", "upper")
"""The methods of text that they may use."""

_MARKS = re.compile("[\ufdd0-\ufdef]")
_OPENS = ("{{", "{%")
_CLOSES = ("}}", "%}")
_NAMED = re.compile(r"'([^']*)' is undefined|has no attribute '([^']*)'")
_AS_IS = "to print braces as they are, put the text between {% raw %} and {% endraw %}"


def expand(
    values: Mapping, names: AnyMapping[str, Any], workspace: Workspace
) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return the values with every placeholder in their strings filled in from `names`, and what could not be.

    A string with a fault has a hole in its place, so that the next stage can tell its own faults in the same run.
    """
    expansion = _Expansion(names, workspace)
    expanded: Mapping = expansion.value(values)
    return expanded, tuple(expansion.faults)


def variables(values: Mapping, workspace: Workspace) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Return the brief's own names, `vars:`, each filled in from those above it; none where there are none."""
    given = values.get("vars")
    names: dict[str, Any] = {}
    expansion = _Expansion(names, workspace)
    for name, value in given.items() if isinstance(given, Mapping) else ():
        expansion.names[name] = names[name] = expansion.value(value)
    return names, tuple(expansion.faults)


class _Expansion:
    """One run over located values, with the faults found so far."""

    def __init__(self, names: AnyMapping[str, Any], workspace: Workspace) -> None:
        self.names = _Names(names)
        self.workspace = workspace
        self.faults: list[Diagnostic] = []

    def value(self, value: Any) -> Any:
        if isinstance(value, Scalar):
            return self.text(value) if any(sign in value for sign in _OPENS) else value
        if isinstance(value, Mapping):
            pairs = {key: self.value(item) for key, item in value.items()}
            return Mapping.of(pairs, value.source, value.keys_at)
        if isinstance(value, Sequence):
            return Sequence.of([self.value(item) for item in value], value.source)
        return value

    def text(self, text: Scalar) -> Scalar:
        written = _Written(text, self.workspace)
        try:
            filled = HOLE.sub(written.placed, _rendered(text, self.names))
            if _MARKS.search(HOLE.sub("", filled)):
                raise ValueError("a hole can't be cut or changed")
        except Exception as fault:  # noqa: BLE001  whatever an author's expression raises is the author's to see
            self.faults.append(self.fault(fault, written))
            return text.with_text(hole_mark("", "", text.source))
        return text.with_text(filled)

    def fault(self, fault: Exception, written: _Written) -> Diagnostic:
        """Return what is wrong with a placeholder, at the place in the file."""
        said = (str(getattr(fault, "message", None) or fault) or type(fault).__name__).rstrip(".")
        if isinstance(fault, jinja2.TemplateSyntaxError):
            sign = next(sign for sign in _OPENS if sign in written.text)
            place = written.find(sign, fault.lineno)
            return error("placeholder-syntax", f"this placeholder can't be read: {said}", place, _AS_IS)
        found = _NAMED.search(said)
        if isinstance(fault, jinja2.UndefinedError) and found:
            name = found[1] or found[2]
            place = written.find(name, _line(fault.__traceback__))
            known = sorted({*self.names, *_environment().globals, "range"})
            return error("undefined-name", f"'{name}' is not defined", place, choices(name, known))
        place = written.find("{{", _line(fault.__traceback__))
        return error("placeholder-fault", f"this placeholder can't be worked out: {said}", place)


class _Names(dict[str, Any]):
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


def _rendered(text: str, names: AnyMapping[str, Any]) -> str:
    """Return a text with its placeholders filled in, with a budget of its own for loops."""
    environment = _environment()
    if environment.parse(text).find(jinja2.nodes.Concat):
        raise ValueError("'~' joins what is no text as well; write the two placeholders side by side")
    return environment.from_string(text).render({"range": _Range(), **names})


class _Range:
    """The function `range`, which gives no more than so many numbers in one text."""

    def __init__(self) -> None:
        self.left = MAX_LENGTH

    def __call__(self, *bounds: int) -> range:
        numbers = range(*bounds)
        self.left -= len(numbers)
        if self.left < 0:
            raise ValueError(f"loops over more than {MAX_LENGTH:,} numbers")
        return numbers


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
        if operator == "*" and isinstance(left, int) and isinstance(right, int):
            return left * right
        sizes = [len(one) if hasattr(one, "__len__") else one for one in (left, right)]
        if operator == "%" and isinstance(left, str):
            raise ValueError("'%' puts no text together here; write the names into the text")
        if operator != "%" and (operator == "**" or sizes[0] * sizes[1] > MAX_LENGTH):
            raise ValueError(f"more than {MAX_LENGTH:,} characters or items")
        return super().call_binop(context, operator, left, right)


@cache
def _environment() -> jinja2.Environment:
    """Return the sandbox: strict, without comments (`{#` is text), chance and filler text."""
    environment = _Sandbox(
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        finalize=_text_only,
        # YAML has comments of its own; a NUL can't stand in YAML text, so no text is ever taken for a comment.
        comment_start_string="\0{",
        comment_end_string="}\0",
    )
    environment.globals.clear()
    environment.globals.update(hole=hole)
    of_text = {name: _of_text(environment.filters[name]) for name in TEXT_FILTERS}
    others = {name: environment.filters[name] for name in FILTERS}
    environment.filters.clear()
    environment.filters.update({**others, **of_text, "join": _join})
    return environment


def _of_text(filter: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter of the library that takes text alone: they would take anything for its Python form."""

    def checked(value: Any, *arguments: Any) -> Any:
        return filter(str(_text_only(value)), *arguments)

    return checked


def _join(values: Iterable[Any], separator: str = "") -> str:
    """Return texts with a separator between them; empty for none."""
    return str(separator).join(str(_text_only(value)) for value in values)


def hole(label: str, expects: str = "") -> str:
    """Return an unfilled placeholder: `label` says what is missing, `expects` what kind of value it is."""
    return hole_mark(str(_text_only(label)), str(_text_only(expects)))


def _text_only(value: Any) -> Any:
    """Return a value that reads as text; Python's own words for others are never printed."""
    if isinstance(value, jinja2.Undefined | str | int | float | Decimal) and not isinstance(value, bool):
        return value
    kinds = {bool: "true or false", dict: "keys with values", tuple: "a list", list: "a list", type(None): "null"}
    found = next((name for kind, name in kinds.items() if isinstance(value, kind)), "a function")
    raise TypeError(f"its value is {found}, not text")


def _line(trace: TracebackType | None) -> int:
    """Return the line of the template's text that a fault passed through last, from 1."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


class _Written:
    """A string as it stands in its file: folding and quoting make the two differ."""

    def __init__(self, text: Scalar, workspace: Workspace) -> None:
        self.text = text
        first, last = text.source.line, text.end
        known = bool(text.source.file and first)
        self.lines = workspace.lines(text.source.file)[first - 1 : last] if known else ()
        self.labels: dict[str, list[Source]] = {}
        for row, column, label in self._quoted():
            self.labels.setdefault(label, []).append(self._at(row, column, label))

    def placed(self, mark: re.Match[str]) -> str:
        """Return the mark of a hole with its place: of holes with one label, the first not found before."""
        label, expects, place = hole_of(mark)
        if place.file:
            return mark.group()
        known = self.labels.get(label, [])
        return hole_mark(label, expects, known.pop(0) if len(known) > 1 else (known or [self.text.source])[0])

    def find(self, sought: str, line: int) -> Source:
        """Return the place of a word inside the braces, at or after a line; the string's own if it is not there."""
        above = line - 1 if self.text.lines else 0
        word = re.compile(rf"\b{re.escape(sought)}\b" if sought.isidentifier() else re.escape(sought))
        for row, begin, inside in self._inside():
            found = word.search(inside) if row >= above else None
            if found:
                return self._at(row, begin + found.start(), sought)
        return self.text.source.below(above)

    def _at(self, row: int, column: int, word: str) -> Source:
        start = self.text.source
        return Source(start.file, start.path, start.line + row, column + 1, max(1, len(word)))

    def _quoted(self) -> Iterator[tuple[int, int, str]]:
        """Return row and column, from 0, of each quoted string inside the braces, and the string."""
        for row, begin, inside in self._inside():
            for found in _QUOTED.finditer(inside):
                yield row, begin + found.start() + 1, found.group()[1:-1]

    def _inside(self) -> Iterator[tuple[int, int, str]]:
        """Return what stands between an opening and the next closing sign, line by line, with row and column from 0."""
        opened = False
        for row, line in enumerate(self.lines):
            begin = self.text.source.column - 1 if row == 0 else 0
            for found in _SIGNS.finditer(line, begin):
                if opened:
                    yield row, begin, line[begin : found.end()]
                opened, begin = found.group() in _OPENS, found.start()
            if opened:
                yield row, begin, line[begin:]


_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_SIGNS = re.compile("|".join(re.escape(sign) for sign in (*_OPENS, *_CLOSES)))
