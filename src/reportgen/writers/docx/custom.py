"""What is said about a document and has no place among a file's usual properties (ECMA-376 22.3)."""

from __future__ import annotations

from ...document import Meta
from .wml import XML, escape

FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that properties of a user's own belong to (22.3.2.2)."""

NAMES = {"Marking": "marking", "Reference": "reference", "Version": "version", "Status": "status"}
"""The names of the properties, and what of the document they tell."""


def custom_properties(meta: Meta) -> str:
    """Return the part with the properties of a document's own; the status is always among them."""
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/"
    found = {name: getattr(meta, key) for name, key in NAMES.items() if getattr(meta, key)}
    # The first two numbers are taken by Office itself.
    properties = "".join(
        f'<property fmtid="{FORMAT}" pid="{number}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(found.items(), 2)
    )
    return f'{XML}<Properties xmlns="{uri}custom-properties" xmlns:vt="{uri}docPropsVTypes">{properties}</Properties>'
