"""Read files of the disk, and nothing else that has a name there: a pipe would be waited for, a device has no end."""

from __future__ import annotations

import os
import stat

PLAIN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened: a pipe that nobody writes to is not waited for (POSIX.1-2017, open)."""


class NotAFile(OSError):
    """What has this name is a pipe, a device or a socket."""


def content_of(path: str | os.PathLike[str], most: int = -1) -> bytes:
    """Return what a file holds, no more than so many bytes of it; all of it for -1.

    Raise OSError where it can't be read, NotAFile where it is no file.
    """
    descriptor = os.open(path, PLAIN)
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(os.fspath(path))
        if not stat.S_ISREG(mode):
            raise NotAFile(os.fspath(path))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(most)
    finally:
        os.close(descriptor)
