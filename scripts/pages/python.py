"""The reference of the Python API: the public names, with their signatures and docstrings."""

from __future__ import annotations

import ast
import dataclasses
import inspect
from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent
from typing import Any

import reportgen
from reportgen.schemas.docstrings import flowing

from .keys import in_cell

HEAD = """\
# The Python API

`import reportgen` gives these names, and no others are promised. It loads no library that makes files until one is
wanted. Faults are raised as `BriefError` or `OutputError`, with all findings at once. This page is made out of the
docstrings. [Make memos from Python](../python.md) shows the names at work.
"""


def page() -> str:
    """Return the page."""
    names = sorted(reportgen.__all__, key=lambda name: (inspect.isclass(getattr(reportgen, name)), name))
    listed = (f"- [`{name}`](#{name.lower()}): {_first(getattr(reportgen, name))}\n" for name in names)
    return "".join((HEAD, "\n", *listed, *(_told(name, getattr(reportgen, name)) for name in names)))


def _first(thing: Any) -> str:
    return flowing(thing.__doc__).partition("\n\n")[0]


def _told(name: str, thing: Any) -> str:
    if inspect.isclass(thing):
        return "".join(
            (f"\n## {name}\n\n", _signature_of_class(name, thing), flowing(thing.__doc__), "\n", *_members(thing))
        )
    return f"\n## {name}\n\n```text\nreportgen.{name}{_signature(thing)}\n```\n\n{flowing(thing.__doc__)}\n"


def _signature_of_class(name: str, thing: type) -> str:
    if issubclass(thing, Exception):
        return f"An exception, a kind of `{thing.__base__.__name__}`.\n\n"
    if name in ("Source", "Diagnostic", "Workspace"):
        return f"```text\nreportgen.{name}{_signature(thing)}\n```\n\n"
    return ""


def _signature(thing: Any) -> str:
    """Return a signature as it is written, one argument a line where the whole is long."""
    whole = inspect.signature(thing)
    arguments = [_argument(one) for one in whole.parameters.values() if one.name != "self"]
    returns = "" if inspect.isclass(thing) else f" -> {whole.return_annotation}"
    short = f"({', '.join(arguments)}){returns}"
    return short if len(short) < 80 else "(\n" + "".join(f"    {one},\n" for one in arguments) + f"){returns}"


def _argument(one: inspect.Parameter) -> str:
    """Return an argument as it is written, without the quotes around its type."""
    kind = "" if one.annotation is one.empty else f": {one.annotation}"
    return f"{one.name}{kind}" if one.default is one.empty else f"{one.name}{kind} = {one.default!r}"


def _members(thing: type) -> Iterator[str]:
    """Return the rows of a table of a class's fields, properties and methods."""
    rows = [*_fields(thing), *_properties(thing)]
    if rows:
        yield "\n| name | what it is |\n|---|---|\n"
        yield from rows


def _fields(thing: type) -> Iterator[str]:
    docs = _docs_below(thing)
    for field in dataclasses.fields(thing) if dataclasses.is_dataclass(thing) else ():
        said = docs.get(field.name, "")
        yield f"| `{field.name}` | `{in_cell(str(field.type))}`{'. ' + said if said else ''} |\n"


def _properties(thing: type) -> Iterator[str]:
    for name, member in vars(thing).items():
        if name.startswith("_") or not member.__doc__:
            continue
        if isinstance(member, property):
            yield f"| `{name}` | {_first(member)} |\n"
        elif inspect.isfunction(member):
            arguments = ", ".join(one for one in inspect.signature(member).parameters if one != "self")
            yield f"| `{name}({arguments})` | {_first(member)} |\n"


def _docs_below(thing: type) -> dict[str, str]:
    (whole,) = ast.parse(dedent(inspect.getsource(thing))).body
    assert isinstance(whole, ast.ClassDef)
    return {
        field.target.id: flowing(doc.value.value)
        for field, doc in pairwise(whole.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        and isinstance(doc, ast.Expr) and isinstance(doc.value, ast.Constant) and isinstance(doc.value.value, str)
    }  # fmt: skip
