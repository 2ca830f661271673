"""What is to be made, and what came of it: small values that go from process to process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from ..diagnostics import Diagnostic
from ..frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from ..located import Mapping

SourceKept = Literal["inside", "attached", "none"]

FORMATS = ("docx", "pdf")
"""The formats that are made where none are asked for."""


@dataclass(frozen=True, slots=True)
class Task:
    """A memo to make: of which brief, as which files, and with what set from outside.

    `target` is the path of its files without their suffixes; it and `brief` start from `root`. `row` holds values for
    the brief's variables, out of a data file. `comments` puts what was found into the files at its place. `source`
    says where the brief goes with them: inside the formats that edits come back from, attached to the others as well,
    or in none, which then don't say whose they are either.
    """

    brief: str
    target: str
    formats: tuple[str, ...] = FORMATS
    template: str = ""
    assignments: tuple[str, ...] = ()
    row: Mapping | None = None
    root: str = "."
    strict: bool = False
    force: bool = False
    comments: bool = False
    source: SourceKept = "inside"

    def path(self, format: str) -> Path:
        """Return the path of the file in a format, as it is told."""
        return Path(f"{self.target}.{format}")

    def path_on_disk(self, format: str) -> Path:
        """Return the same path, from the folder that this process runs in."""
        return Path(self.root) / self.path(format)

    @property
    def name(self) -> str:
        """What the memo is told as: its brief; of a row, its files and the row."""
        return self.brief if self.row is None else f"{self.target} ({self.row.source})"


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file of a memo: where, with how many pages if its format has them, made in how many milliseconds.

    `unchanged` is true where it stood there already, made of the same.
    """

    path: Path
    pages: int | None
    milliseconds: float
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """The files of one memo, and what was found in it."""

    files: tuple[MadeFile, ...]
    diagnostics: tuple[Diagnostic, ...]


State = Literal["made", "unchanged", "faulty", "unwritable"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one memo among many: its files, none where there are faults, and all that was found.

    `name` is what it is told as: its brief, or the row of the data that it was made of.
    """

    name: str
    state: State
    files: tuple[MadeFile, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether no file was made."""
        return self.state in ("faulty", "unwritable")


class Workers(Protocol):
    """What takes work and gives it back done: an executor of `concurrent.futures`, or one that acts like those."""

    def submit(self, work: Callable[[Task], Outcome], task: Task, /) -> Future[Outcome]:
        """Return what is to come of work on a task."""
