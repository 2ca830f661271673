"""Write files so that each is as it was or whole at any moment, whoever else writes and whenever we are killed."""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..diagnostics import Diagnostic, OutputError, Source, error


def write_files(contents: dict[Path, bytes], aside: Path | None = None) -> None:
    """Write files, each under a temporary name first; raise OutputError where one can't be written.

    All are ready under those names before the first is moved to its own: what can fail, but for the moves themselves,
    fails before any file is changed. The temporary files lie beside their own, or in the folder `aside`, which is made
    and in which one writer works at a time: what a writer that was killed has left there, the next one overwrites.
    """
    temporary: dict[Path, Path] = {}
    target = next(iter(contents))
    try:
        for target in contents:
            _refuse_occupied(target)
            target.parent.mkdir(parents=True, exist_ok=True)
        with _alone_in(aside):
            for target, data in contents.items():
                temporary[target] = _temporary(target, aside)
                temporary[target].write_bytes(data)
            for target, name in temporary.items():
                os.replace(name, target)
    except OSError as fault:
        raise OutputError([_unwritable(target, fault)]) from None
    finally:
        for name in temporary.values():
            name.unlink(missing_ok=True)


def _temporary(target: Path, aside: Path | None) -> Path:
    if aside is not None:
        return aside / f"{target.name}.tmp"
    return target.with_name(f".{target.name}.{os.getpid()}-{threading.get_ident()}.tmp")


@contextmanager
def _alone_in(folder: Path | None) -> Iterator[None]:
    """Hold a folder while others wait; not where there is none, nor on Windows, which won't replace a file in use.

    The system lets go of it when the process ends, however it ends.
    """
    if folder is None:
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


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
