"""JSON Schemas of the YAML files, read off their models, so that editors complete and check while an author writes.

A schema says what may be written: short forms, one value for a list, null for what is open, and, where the file takes
them, placeholders and `include:`. What a schema can't say, such as that an id leads nowhere, is left to `check`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..brief import Brief
from ..languages import Words
from ..style import Style
from ..template import Template
from .docstrings import IN_BRIEFS, IN_STYLES, attribute_docs
from .reading import Kind, Schema, read

__all__ = ["DRAFT", "KINDS", "MODELINE", "OF_BRIEFS", "Kind", "attribute_docs", "schema"]

DRAFT = "http://json-schema.org/draft-07/schema#"

MODELINE = "# yaml-language-server: $schema="
"""The line that tells editors where a file's schema is; a path is taken from the file's own folder."""

OF_BRIEFS = "brief.schema.json"
"""The usual name of the file that holds the schema of briefs."""

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "brief": Kind(Brief, joined=True, filled=True, shared=IN_BRIEFS),
        "template": Kind(Template, filled=True, localized=True, extends=True),
        "style": Kind(Style, extends=True, shared=IN_STYLES),
        "language": Kind(Words),
    }
)


def schema(kind: str = "brief") -> Schema:
    """Return the JSON Schema (draft-07) of a kind of file.

    Raise ValueError where there is no such kind. A template's knows the section builders and checks that are installed.
    """
    if kind not in KINDS:
        raise ValueError(f"there is no kind of file '{kind}'; known: {', '.join(KINDS)}")
    return {"$schema": DRAFT, **read(KINDS[kind]), "title": f"reportgen {kind}"}
