"""Make the files of memos: the one place, with the command line, that writes to disk.

A memo's files are written whole or not at all: each format is made first, then each file is written under a temporary
name in its folder and moved to its own.
"""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from . import pipeline
from .diagnostics import BriefError, Diagnostic, OutputError, Source, error, in_order
from .workspace import Workspace
from .writers import Written

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
    formats: str | Iterable[str] = FORMATS,
    *,
    template: str = "",
    assignments: Iterable[str] = (),
    strict: bool = False,
    workspace: Workspace | None = None,
) -> Made:
    """Write a brief's memo into a folder in each format, named as the brief.

    `template` stands for the one that the brief names, `assignments` set single values of it (`status=final`). Raise
    BriefError where the brief has faults, or warnings and `strict` is set; OutputError where a file can't be written.
    No file is changed by the first; of the second, see `write_files`.
    """
    workspace = workspace or Workspace()
    memo = pipeline.build(str(brief), workspace, template, assignments)
    wanted = formats.split(",") if isinstance(formats, str) else formats
    ready = [_written(memo, format) for format in dict.fromkeys(wanted)]
    found = in_order((*memo.diagnostics, *(one for _, written, _ in ready for one in written.diagnostics)))
    if is_grave(found, strict):
        raise BriefError(found)
    targets = [Path(output) / f"{PurePath(brief).stem}.{format}" for format, *_ in ready]
    _refuse_inputs(targets, workspace)
    write_files({target: written.data for target, (_, written, _) in zip(targets, ready, strict=True)})
    files = (MadeFile(target, one.pages, ms) for target, (_, one, ms) in zip(targets, ready, strict=True))
    return Made(tuple(files), found)


def _written(memo: pipeline.Memo, format: str) -> tuple[str, Written, float]:
    """Return a format, the memo written in it, and the milliseconds that took."""
    began = time.perf_counter()
    written = pipeline.write(memo, format)
    return format, written, (time.perf_counter() - began) * 1000


def is_grave(diagnostics: Iterable[Diagnostic], strict: bool) -> bool:
    """Return whether there are errors among findings, or warnings where all must be clean."""
    grave = {"error", "warning"} if strict else {"error"}
    return any(diagnostic.severity in grave for diagnostic in diagnostics)


def _refuse_inputs(targets: Iterable[Path], workspace: Workspace) -> None:
    """Refuse to write over a file that the memo was made of."""
    read = {(workspace.root / path).resolve() for path in workspace.paths_read}
    clash = [target for target in targets if target.resolve() in read]
    if clash:
        hint = "choose another folder with --output"
        raise OutputError([error("cannot-write", "the memo was made of this very file", Source(str(clash[0])), hint)])


def write_files(contents: dict[Path, bytes]) -> None:
    """Write files so that each is at any moment either as it was or whole; raise OutputError where one can't be.

    All are ready under temporary names in their folders before the first is moved to its own: what can fail, but for
    the moves themselves, fails before any file is changed.
    """
    temporary: dict[Path, Path] = {}
    target = next(iter(contents))
    try:
        for target, data in contents.items():
            _refuse_occupied(target)
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary[target] = target.with_name(f".{target.name}.{os.getpid()}-{threading.get_ident()}.tmp")
            temporary[target].write_bytes(data)
        for target, name in temporary.items():
            os.replace(name, target)
    except OSError as fault:
        raise OutputError([_unwritable(target, fault)]) from None
    finally:
        for name in temporary.values():
            name.unlink(missing_ok=True)


def _refuse_occupied(target: Path) -> None:
    """Refuse what a move would fail at, or would overwrite though its owner has locked it."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder has this name")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is write-protected")


def _unwritable(target: Path, fault: OSError) -> Diagnostic:
    reason = (fault.strerror or str(fault)).lower()
    if isinstance(fault, FileExistsError | NotADirectoryError):
        reason = f"'{target.parent}' is no folder"
    hint = "choose another folder with --output, or close the program that holds the file"
    return error("cannot-write", f"the file can't be written: {reason}", Source(str(target)), hint)
