"""Make the files of memos: the one place, with the command line, that writes to disk.

A memo's files are written whole or not at all: each format is made first, then each file is written under a temporary
name in its folder and moved to its own.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from . import pipeline
from .diagnostics import BriefError, Diagnostic, OutputError, Source, error
from .workspace import Workspace

FORMATS = ("docx", "pdf")
"""The formats that are made where none are asked for."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was written: where, with how many pages if its format has them, in how many milliseconds."""

    path: Path
    pages: int | None
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Made:
    """The files of one memo, and what was found in it."""

    files: tuple[MadeFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def make(
    brief: str | Path,
    output: str | Path = "output",
    formats: Iterable[str] = FORMATS,
    template: str = "",
    strict: bool = False,
    workspace: Workspace | None = None,
) -> Made:
    """Write a brief's memo into a folder in each format, named as the brief.

    Raise BriefError where the brief has faults, or warnings and `strict` is set; OutputError where a file can't be
    written. In both cases no file is changed.
    """
    memo = pipeline.build(str(brief), workspace or Workspace(), template)
    found = list(memo.diagnostics)
    ready: list[tuple[str, bytes, int | None, float]] = []
    for format in dict.fromkeys(formats):
        began = time.perf_counter()
        written = pipeline.write(memo, format)
        found.extend(written.diagnostics)
        ready.append((format, written.data, written.pages, (time.perf_counter() - began) * 1000))
    diagnostics = pipeline.in_order(found)
    refuse_grave(diagnostics, strict)
    stem = PurePath(brief).stem
    targets = [Path(output) / f"{stem}.{format}" for format, *_ in ready]
    write_files({target: data for target, (_, data, *_) in zip(targets, ready, strict=True)})
    files = (MadeFile(target, pages, ms) for target, (*_, pages, ms) in zip(targets, ready, strict=True))
    return Made(tuple(files), diagnostics)


def refuse_grave(diagnostics: tuple[Diagnostic, ...], strict: bool) -> None:
    """Raise BriefError where there are errors among findings, or warnings when all must be clean."""
    grave = {"error", "warning"} if strict else {"error"}
    if any(diagnostic.severity in grave for diagnostic in diagnostics):
        raise BriefError(diagnostics)


def write_files(contents: dict[Path, bytes]) -> None:
    """Write files so that each is at any moment either as it was or whole; raise OutputError where one can't be."""
    temporary: dict[Path, str] = {}
    try:
        for target, data in contents.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
            temporary[target] = name
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, 0o666 & ~_umask())  # mkstemp's files are for their owner alone
        for target, name in temporary.items():
            os.replace(name, target)
    except OSError as fault:
        for name in temporary.values():
            Path(name).unlink(missing_ok=True)
        raise OutputError([_unwritable(target, fault)]) from None


def _umask() -> int:
    """Return the process's mask of permissions, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(target: Path, fault: OSError) -> Diagnostic:
    reason = (fault.strerror or str(fault)).lower()
    if isinstance(fault, FileExistsError | NotADirectoryError):
        reason = f"'{target.parent}' is no folder"
    hint = "choose another folder with --output, or close the program that holds the file"
    return error("cannot-write", f"the file can't be written: {reason}", Source(str(target)), hint)
