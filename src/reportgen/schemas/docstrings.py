"""What docstrings tell of models and their fields, for those who write the files that are held against them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import pairwise
from textwrap import dedent

from ..located import Closed


def attribute_docs(model: type[Closed]) -> Mapping[str, str]:
    """Return what stands below the fields of a model and of those it is built on; nothing where there is no source."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, Closed) and one is not Closed:
            with suppress(OSError):
                found.update(_docs_below_fields(inspect.getsource(one)))
    return found


def _docs_below_fields(source: str) -> Iterable[tuple[str, str]]:
    (whole,) = ast.parse(dedent(source)).body
    assert isinstance(whole, ast.ClassDef)
    for field, doc in pairwise(whole.body):
        match field, doc:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, flowing(text)


def flowing(doc: str | None) -> str:
    """Return a docstring with each paragraph in one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in inspect.cleandoc(doc or "").split("\n\n"))
