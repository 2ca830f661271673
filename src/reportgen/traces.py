"""What a memo was made of, in a form that can be looked at again, to tell whether all of it is as it was.

A look is a word and a path, and what it finds is a text:

    read briefs/talks.yaml          the digest of the content; empty for a file that can't be read
    exists styles/house.yaml        `yes`; empty where there is no file
    names templates/*.yaml          the digest of the names of the files there
    folder plug-ins                 the digest of the names in its folders; empty where there is no folder
    package fontpkg_x/a.ttf         the digest of a file of an installed Python package; empty where there is none

That something was looked for and not found counts as much as what was read: a house style that is put beside the brief
wins from then on.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from glob import glob
from hashlib import sha256
from pathlib import Path

from .disk import content_of

READ, EXISTS, NAMES, FOLDER, PACKAGE = "read", "exists", "names", "folder", "package"


def digest(content: bytes) -> str:
    """Return the fingerprint of a content (SHA-256, 128 bits of it): two that differ never share one by chance."""
    return sha256(content).hexdigest()[:32]


def look(key: str, root: str | Path) -> str:
    """Return what is found now for a look, its path starting from `root`; the empty text where there is nothing."""
    kind, _, path = key.partition(" ")
    try:
        return _LOOKS[kind](str(root), path)
    except (KeyError, OSError, ValueError):  # no look of ours, or a name that no file can have
        return ""


def path_of(key: str, root: str | Path) -> str:
    """Return the absolute path that a look is about; of names, that of their folder."""
    kind, _, path = key.partition(" ")
    return os.path.abspath(os.path.join(root, os.path.dirname(path) if kind == NAMES else path))


class Traces:
    """Looks at the disk again, each done once: the briefs of one run share most of their files."""

    def __init__(self, root: str | Path) -> None:
        self.root = root
        self._found: dict[str, str] = {}

    def agree(self, seen: Mapping[str, str]) -> bool:
        """Return whether all that was seen is still there as it was, and what was not there still is not."""
        return all(self.now(key) == found for key, found in seen.items())

    def now(self, key: str) -> str:
        """Return what is found for a look, the first time that it is asked for."""
        if key not in self._found:
            self._found[key] = look(key, self.root)
        return self._found[key]


def _read(root: str, path: str) -> str:
    return digest(content_of(os.path.join(root, path)))


def _exists(root: str, path: str) -> str:
    return "yes" if os.path.isfile(os.path.join(root, path)) else ""


def _names(root: str, pattern: str) -> str:
    folder, name = os.path.split(os.path.join(root, pattern))
    suffix = name.removeprefix("*")
    return _digest_of(entry.name for entry in os.scandir(folder) if entry.name.endswith(suffix) and entry.is_file())


def _folder(root: str, path: str) -> str:
    folder = os.path.join(root, path)
    return _digest_of(glob("*/[!_.]*", root_dir=folder)) if os.path.isdir(folder) else ""


def _package(root: str, path: str) -> str:
    for folder in sys.path:
        found = os.path.abspath(os.path.join(folder, path))
        if os.path.isfile(found):
            state = os.stat(found)
            return _digest_at(found, state.st_size, state.st_mtime_ns)
    return ""


@cache
def _digest_at(path: str, size: int, modified: int) -> str:
    """Return the digest of a file of an installed package, which as long as it has one size and time is not changed.

    Each memo of a batch is made with the same fonts.
    """
    return _read("", path)


def _digest_of(names: Iterable[str]) -> str:
    return digest("\n".join(sorted(names)).encode(errors="surrogateescape"))


_LOOKS: Mapping[str, Callable[[str, str], str]] = {
    READ: _read,
    EXISTS: _exists,
    NAMES: _names,
    FOLDER: _folder,
    PACKAGE: _package,
}
