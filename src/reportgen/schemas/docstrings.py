"""What docstrings tell of models and their fields, for those who write the files that are held against them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import pairwise
from textwrap import dedent
from types import MappingProxyType

from ..located import Closed

IN_BRIEFS: Mapping[str, str] = MappingProxyType(
    {
        "id": "An id of your choice, by which other keys and references point at it.",
        "title": "Its heading.",
        "intro": "What is said before.",
        "closing": "What is said after.",
        "text": "What is said of it.",
        "issues": "The ids of the issues that it belongs to.",
        "sources": "The ids of the sources that say so.",
    }
)
"""What a key of a brief means wherever nothing else is said below it."""

IN_STYLES: Mapping[str, str] = MappingProxyType(
    {
        "font": "The name of a family of the style's `fonts`.",
        "colour": "The name of a colour of the palette.",
        "bold": "Whether it is bold.",
        "italic": "Whether it is italic.",
        "underline": "Whether it is underlined.",
        "fill": "The ground: the name of a colour of the palette.",
        "before": "The space above.",
        "after": "The space below.",
        "rule": "The colour of the rules.",
        "rule_width": "The width of the rules.",
    }
)
"""What a key of a style means wherever nothing else is said below it."""


def attribute_docs(model: type[Closed]) -> Mapping[str, str]:
    """Return what stands below the fields of a model and of those it is built on; nothing where there is no source."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, Closed) and one is not Closed:
            with suppress(OSError):
                found.update(docs_below_fields(one))
    return found


def docs_below_fields(model: type) -> Iterator[tuple[str, str]]:
    """Return the names of a class's own fields with what stands below them; raise OSError where there is no source."""
    (whole,) = ast.parse(dedent(inspect.getsource(model))).body
    assert isinstance(whole, ast.ClassDef)
    for field, doc in pairwise(whole.body):
        match field, doc:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, flowing(text)


def flowing(doc: str | None) -> str:
    """Return a docstring with each paragraph in one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in inspect.cleandoc(doc or "").split("\n\n"))
