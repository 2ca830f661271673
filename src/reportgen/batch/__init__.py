"""Make the files of memos: of one, of thousands, of those alone that changed; the one place that writes to disk.

A memo's files are written whole or not at all, and a record of what they were made of beside them: where all of that is
still as it was, and the files are too, making the memo again would give the same bytes, and is skipped. Nothing here
loads what builds a memo before there is one to build.
"""

from __future__ import annotations

from .files import write_files
from .making import is_grave, make, make_memo
from .many import make_many, outcome, outcomes
from .tasks import FORMATS, Made, MadeFile, Outcome, Task

__all__ = [
    "FORMATS",
    "Made",
    "MadeFile",
    "Outcome",
    "Task",
    "is_grave",
    "make",
    "make_many",
    "make_memo",
    "outcome",
    "outcomes",
    "write_files",
]
