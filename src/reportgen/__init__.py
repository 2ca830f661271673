"""reportgen: policy memos in DOCX and PDF out of a YAML brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import Made, MadeFile, Memo, Outcome, Workspace, Written, build, check, make, make_many, schema, write
    from .diagnostics import BriefError, Diagnostic, OutputError, ReportgenError, Source

__version__ = "0.1.0"

__all__ = [
    "BriefError",
    "Diagnostic",
    "Made",
    "MadeFile",
    "Memo",
    "Outcome",
    "OutputError",
    "ReportgenError",
    "Source",
    "Workspace",
    "Written",
    "build",
    "check",
    "make",
    "make_many",
    "schema",
    "write",
]

_DIAGNOSTICS = ("BriefError", "Diagnostic", "OutputError", "ReportgenError", "Source")


def __getattr__(name: str) -> Any:
    """Return a public name, its module imported when it is first asked for (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'reportgen' has no attribute '{name}'")
    from . import api, diagnostics

    value = getattr(diagnostics if name in _DIAGNOSTICS else api, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return list(__all__)
