"""The records of what memos were made of: `.reportgen/<name>.json` beside a memo's files, one for each memo.

One small file a memo, and no list of all: builds that run at the same time have nothing to share. A record is written
with the memo's files, after them, so that a build that is killed leaves the old record or the new one; where it does
not fit the files, their digests tell, and they are made again.

What was found in the memo is kept as well: a memo that is skipped tells the same findings as one that is made, and
`--strict` refuses it the same.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Mapping
from dataclasses import astuple, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from ..diagnostics import Diagnostic, Source
from ..frozen import dataclass
from ..traces import Traces, digest
from .tasks import Task

FOLDER = ".reportgen"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What is known of a written file: the digest of its content, its pages, and what its format could not do."""

    digest: str
    pages: int | None
    found: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What a memo was made of, and its files by their formats.

    `by` stands for the program, `asked` for what was set from outside, `seen` for all that was looked at on the disk.
    """

    by: str
    asked: str
    seen: Mapping[str, str]
    found: tuple[Diagnostic, ...]
    files: Mapping[str, FileRecord] = field(default_factory=dict)

    def with_others(self, before: Record | None, traces: Traces) -> Record:
        """Return this record with the other formats of an older one, where those were made of what is there now.

        A format may have looked at more than another did: all of it counts for both from then on.
        """
        if before is None or (self.by, self.asked) != (before.by, before.asked):
            return self
        seen = {**before.seen, **self.seen}
        as_now = all(seen[key] == found for key, found in before.seen.items()) and traces.agree(before.seen)
        return replace(self, seen=seen, files={**before.files, **self.files}) if as_now else self


def place_of(task: Task) -> Path:
    """Return where the record of a memo is kept."""
    target = Path(task.root) / task.target
    return target.parent / FOLDER / f"{target.name}.json"


def read_record(task: Task) -> Record | None:
    """Return the record of a memo; None where there is none that can be read."""
    try:
        kept = json.loads(place_of(task).read_bytes())
        files = {
            format: FileRecord(one["digest"], one["pages"], _found(one["found"]))
            for format, one in kept["files"].items()
        }
        return Record(kept["by"], kept["asked"], kept["seen"], _found(kept["found"]), files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):  # none, or not as we write them
        return None


def as_bytes(record: Record) -> bytes:
    """Return a record as it is kept: the same for the same record, in lines, so that people can compare two."""
    kept: dict[str, Any] = {
        "by": record.by,
        "asked": record.asked,
        "seen": dict(sorted(record.seen.items())),
        "found": [astuple(one) for one in record.found],
        "files": {
            format: {"digest": one.digest, "pages": one.pages, "found": [astuple(each) for each in one.found]}
            for format, one in sorted(record.files.items())
        },
    }
    return json.dumps(kept, indent=0).encode()


def fresh(task: Task, traces: Traces) -> Record | None:
    """Return the record of a memo whose files are what making it now would give; None where it has to be made."""
    record = read_record(task)
    if record is None or (record.by, record.asked) != (made_by(), asked_of(task)):
        return None
    whole = all(
        format in record.files and _digest_of(task.path_on_disk(format)) == record.files[format].digest
        for format in task.formats
    )
    return record if whole and traces.agree(record.seen) else None


def asked_of(task: Task) -> str:
    """Return the digest of what a memo is made with besides files: its brief's path, and what is set from outside."""
    cells = [(name, value, str(getattr(value, "source", ""))) for name, value in (task.row or {}).items()]
    asked = (task.brief, task.template, task.assignments, cells, task.comments, task.source)
    return digest(repr(asked).encode(errors="surrogateescape"))


@cache
def made_by() -> str:
    """Return the digest of the program: our code and data, the versions of all packages, of Python and of zlib.

    Our own files are read rather than their version trusted, so that a checkout under work is never taken for the same.
    """
    ours = Path(__file__).parents[1]
    parts = [sys.version, zlib.ZLIB_RUNTIME_VERSION, *_packages()]
    for folder, folders, names in os.walk(ours):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            with open(os.path.join(folder, name), "rb") as file:
                parts += [name, digest(file.read())]
    return digest("\n".join(parts).encode())


def _packages() -> list[str]:
    """Return the names of the folders that tell which packages are installed, and in which versions."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            found.update(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))
        except OSError:  # on the way, but not there
            continue
    return sorted(found)


def _digest_of(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def _found(kept: list[Any]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(severity, code, message, Source(*source), hint) for severity, code, message, source, hint in kept
    )
