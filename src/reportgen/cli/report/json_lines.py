"""Findings as JSON, one object a line (https://jsonlines.org)."""

from __future__ import annotations

import json

from ...diagnostics import Diagnostic
from ...workspace import Workspace


def as_json(diagnostic: Diagnostic, workspace: Workspace) -> str:
    """Return a finding as an object: texts are empty and numbers null where there is nothing to tell.

    Line and column count from 1, columns and length in Unicode code points. Only ASCII is written, which every
    console can print and which means the same.
    """
    source = diagnostic.source
    return json.dumps(
        {
            "severity": diagnostic.severity,
            "code": diagnostic.code,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
            "file": source.file,
            "path": source.path,
            "line": source.line or None,
            "column": source.column or None,
            "length": source.length if source.column else None,
        }
    )
