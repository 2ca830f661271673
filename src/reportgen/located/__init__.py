"""Located values: YAML in which every value knows its file, path, line and column.

Briefs, templates, styles and languages are all written in YAML and all faults point into it, so reading (`load`) and
holding against a model (`validate`) stand here, below the four of them.
"""

from __future__ import annotations

from .allow import Allowance, allowances, without_allowed
from .assign import assign
from .include import include
from .load import load
from .models import (
    Closed,
    Context,
    Number,
    PlainText,
    PlainTexts,
    Reference,
    References,
    fault,
    many,
    one_or_many,
    written_as,
)
from .overlay import overlaid
from .pinpoint import pinpoint, pinpointed
from .rows import load_rows
from .sheets import load_sheet
from .toml import load_toml
from .validate import validate, validate_chain
from .values import HOLE, Mapping, Scalar, Sequence, Value, hole_mark, hole_of, source_of

__all__ = [
    "HOLE",
    "Allowance",
    "Closed",
    "Context",
    "Mapping",
    "Number",
    "PlainText",
    "PlainTexts",
    "Reference",
    "References",
    "Scalar",
    "Sequence",
    "Value",
    "allowances",
    "assign",
    "fault",
    "hole_mark",
    "hole_of",
    "include",
    "load",
    "load_rows",
    "load_sheet",
    "load_toml",
    "many",
    "overlaid",
    "one_or_many",
    "pinpoint",
    "pinpointed",
    "source_of",
    "validate",
    "validate_chain",
    "without_allowed",
    "written_as",
]
