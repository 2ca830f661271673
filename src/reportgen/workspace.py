"""The one door to files: what is read on the way in is read here, so it can be listed, confined and faked in tests."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

from .diagnostics import NOWHERE, BriefError, Source, nearest, refuse
from .disk import NotAFile, content_of
from .limits import NORMAL, raising
from .traces import EXISTS, FOLDER, NAMES, READ, digest, look

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

BUILT_IN = "reportgen:"
"""What the path of a file that comes with reportgen begins with; users know no other path of it."""


PLUG_IN = "plug-in:"
"""What the path of a file that a package brings begins with; the rest is its path on the disk."""


MEGABYTE = 1_000_000


class Workspace:
    """Files as reportgen sees them: those of a folder, or those given in memory, and the built-in ones.

    `root` is the folder that relative paths start from; `files` maps paths to contents and replaces the disk. A
    workspace is for one build: what it has read once stays as it was. `limits` say how much of what it will take.
    """

    def __init__(self, root: str | Path = ".", files: Mapping[str, str | bytes] | None = None) -> None:
        self.root, self.limits = Path(root), NORMAL
        self._files = None if files is None else {_clean(name): content for name, content in files.items()}
        self._texts: dict[str, str] = {}
        self._lines: dict[str, tuple[str, ...]] = {}
        self._paths_read: dict[str, None] = {}
        self._seen: dict[str, str] = {}

    @property
    def is_on_disk(self) -> bool:
        """Whether files are those of the disk."""
        return self._files is None

    @property
    def seen(self) -> Mapping[str, str]:
        """What was looked at on the disk so far, and what was found: see `traces`; what there was not among it."""
        return MappingProxyType(self._seen)

    @property
    def paths_read(self) -> tuple[str, ...]:
        """The files read so far, each once, in the order of first reading; the built-in ones left out."""
        return tuple(self._paths_read)

    def exists(self, path: str) -> bool:
        """Return whether there is a file at a path."""
        if path.startswith(BUILT_IN):
            return _built_in(path).is_file()
        if self._files is not None and not path.startswith(PLUG_IN):
            return _clean(path) in self._files
        return bool(self._look(EXISTS, path))

    def is_folder(self, path: str) -> bool:
        """Return whether there is a folder at a path; in memory, whether a file lies in it."""
        if self._files is not None:
            return any(name.startswith(f"{_clean(path)}/") for name in self._files)
        self._look(FOLDER, path)
        return (self.root / path).is_dir()

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the names, without the suffix, of a folder's files that end in it, sorted; none where no folder is."""
        if folder.startswith(BUILT_IN):
            found = [entry.name for entry in _built_in(folder).iterdir()]
        elif self._files is None:
            self._look(NAMES, os.path.join(folder, f"*{suffix}"))
            found = [entry.name for entry in (self.root / folder).glob(f"*{suffix}") if entry.is_file()]
        else:
            found = [PurePath(name).name for name in self._files if _clean(folder) == str(PurePath(name).parent)]
        return tuple(sorted(name.removesuffix(suffix) for name in found if name.endswith(suffix)))

    def confine(self, folder: str, path: str, source: Source = NOWHERE) -> str:
        """Return the path of a file that lies in a folder; raise BriefError, pointing at `source`, for a link that
        leads out of it: a stranger's folder is to show nothing of other ones.
        """
        if not self._holds(folder, path):
            place = source if source.file else Source(path)
            hint = "put the file itself there, or name the one that it leads to"
            raise refuse("outside-folder", f"'{path}' is a link that leads out of its folder", place, hint)
        return path

    def beside(self, file: str, name: str, source: Source) -> str:
        """Return the path of a file that another one names, which must lie in its folder or below.

        Raise BriefError, pointing at `source`, for a path that leads elsewhere.
        """
        folder = os.path.dirname(file)
        path = os.path.normpath(os.path.join(folder, name))
        outside = os.path.isabs(name) or os.path.relpath(path, folder or ".").startswith("..")
        if outside or not self._holds(folder, path):
            hint = "a brief may only use files in its own folder or below it"
            raise refuse("outside-folder", f"'{name}' lies outside the folder of the brief", source, hint)
        return path

    def read_bytes(self, path: str, source: Source = NOWHERE) -> bytes:
        """Return a file's content; raise BriefError, pointing at `source`, where it can't be read."""
        try:
            content = self._read(path)
        except OSError as fault:
            folder, name = os.path.split(path)
            stem, suffix = os.path.splitext(name)
            near = nearest(stem, self.names(folder, suffix)).replace("'?", f"{suffix}'?")
            raise _unreadable(path, fault, source, near or "check the name and the folder") from None
        if len(content) > self.limits.megabytes * MEGABYTE and not path.startswith(BUILT_IN):
            raise too_large(path, f"more than {self.limits.megabytes} MB", "megabytes", source)
        if not path.startswith((BUILT_IN, PLUG_IN)):
            self._paths_read[path] = None
        return content

    def read_text(self, path: str, source: Source = NOWHERE) -> str:
        """Return a file's text, read once; raise BriefError where it can't be read or is not UTF-8.

        A byte-order mark is dropped; line ends come out as written.
        """
        if path not in self._texts:
            content = self.read_bytes(path, source)
            try:
                self._texts[path] = content.decode("utf-8-sig")
            except UnicodeDecodeError as fault:
                raise _not_utf8(path, content, fault) from None
        return self._texts[path]

    def lines(self, path: str) -> tuple[str, ...]:
        """Return the lines of a file's text, without their ends."""
        if path not in self._lines:
            self._lines[path] = tuple(self.read_text(path).splitlines())
        return self._lines[path]

    def _holds(self, folder: str, path: str) -> bool:
        """Return whether a path stays in a folder when links are followed; not if they go round in a circle."""
        if self._files is not None:
            return True
        try:
            return (self.root / path).resolve().is_relative_to((self.root / folder).resolve())
        except (OSError, RuntimeError):
            return False

    def _read(self, path: str) -> bytes:
        if path.startswith(BUILT_IN):
            return _built_in(path).read_bytes()
        if self._files is None or path.startswith(PLUG_IN):
            plain = path.removeprefix(PLUG_IN)
            self._seen[f"{READ} {plain}"] = ""  # for now: that it can't be read is found as well
            content = content_of(self.root / plain, self.limits.megabytes * MEGABYTE + 1)
            self._seen[f"{READ} {plain}"] = digest(content)
            return content
        if _clean(path) not in self._files:
            raise FileNotFoundError(path)
        given = self._files[_clean(path)]
        return given.encode() if isinstance(given, str) else given

    def _look(self, kind: str, path: str) -> str:
        """Return what is found on the disk, and keep it."""
        key = f"{kind} {path.removeprefix(PLUG_IN)}"
        self._seen[key] = look(key, self.root)
        return self._seen[key]


def too_large(path: str, much: str, limit: str, source: Source = NOWHERE) -> BriefError:
    """Return the refusal of a file that holds too much of something, and of which limit that is."""
    hint = f"make it smaller, {raising(limit)}"
    return refuse("too-large", f"'{path}' has {much}", source if source.file else Source(path), hint)


def _built_in(path: str) -> Traversable:
    """Return a file or folder of those that come with reportgen, whose shown path begins with `reportgen:`."""
    from importlib.resources import files  # slow to import, and not needed where nothing is to be made

    return files("reportgen").joinpath("data", *path.removeprefix(BUILT_IN).split("/"))


def _clean(path: str) -> str:
    return str(PurePath(os.path.normpath(path)))


def _unreadable(path: str, fault: OSError, source: Source, near: str) -> BriefError:
    """Return the refusal for a file that can't be read, in the author's words."""
    if isinstance(fault, FileNotFoundError):
        code, message, hint = "missing-file", f"there is no file '{path}'", near
    elif isinstance(fault, IsADirectoryError):
        code, message, hint = "not-a-file", f"'{path}' is a folder", "name a file in it"
    elif isinstance(fault, NotAFile):
        code, message, hint = "not-a-file", f"'{path}' is a pipe or a device", "save what comes out of it as a file"
    elif isinstance(fault, PermissionError):
        code, message, hint = "unreadable-file", f"no permission to read '{path}'", "ask its owner for it"
    else:
        code, message, hint = "unreadable-file", f"'{path}' can't be read: {fault.strerror}", ""
    return refuse(code, message, source if source.file else Source(path), hint)


def _not_utf8(path: str, content: bytes, fault: UnicodeDecodeError) -> BriefError:
    before = content[: fault.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    message = f"byte 0x{content[fault.start]:02X} is not UTF-8 text"
    return refuse("not-utf-8", message, Source(path, "", line, column), "save the file as UTF-8")
