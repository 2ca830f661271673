"""Make one memo, unless it stands there already."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from ..diagnostics import BriefError, Diagnostic, OutputError, Source, error, in_order
from ..traces import PACKAGE, READ, Traces, digest
from ..workspace import Workspace
from .files import write_files
from .records import FileRecord, Record, as_bytes, asked_of, fresh, made_by, place_of, read_record
from .tasks import FORMATS, Made, MadeFile, SourceKept, Task

if TYPE_CHECKING:
    from ..pipeline import Memo
    from ..writers import Written


def make(
    brief: str | Path,
    output: str | Path = "output",
    formats: str | Iterable[str] = FORMATS,
    *,
    template: str = "",
    assignments: Iterable[str] = (),
    strict: bool = False,
    force: bool = False,
    comments: bool = False,
    source: SourceKept = "inside",
    workspace: Workspace | None = None,
) -> Made:
    """Write a brief's memo into a folder in each format, named as the brief.

    `template` stands for the one that the brief names, `assignments` set single values of it (`status=final`). A memo
    whose files were made of the same is not made again, unless `force` is set. `comments` puts what was found into the
    DOCX, at its place. The brief is inside the DOCX; with `source="attached"` it goes with the others too, with "none"
    the files hold neither the brief nor whose they are.

    Raise BriefError where the brief has faults, or warnings and `strict` is set; OutputError where a file can't be
    written. No file is changed by the first; of the second, see `write_files`.
    """
    target = str(Path(output) / PurePath(brief).stem)
    asked = Task(str(brief), target, as_formats(formats), template, tuple(assignments), strict=strict, force=force)
    return make_memo(replace(asked, comments=comments, source=source), workspace)


def as_formats(formats: str | Iterable[str]) -> tuple[str, ...]:
    """Return formats, each once, out of a list or out of a text with commas."""
    return tuple(dict.fromkeys(formats.split(",") if isinstance(formats, str) else formats))


def make_memo(task: Task, workspace: Workspace | None = None) -> Made:
    """Return the files of a memo, made now or found unchanged; raise as `make` does."""
    workspace = workspace or Workspace(task.root)
    found = None if task.force or not workspace.is_on_disk else unchanged(task, Traces(workspace.root))
    return found or _made(task, workspace)


def unchanged(task: Task, traces: Traces) -> Made | None:
    """Return the files of a memo that stand there as making it would give them, and what was found; None for others.

    Raise BriefError where it is to be strict and there were warnings.
    """
    record = fresh(task, traces)
    if record is None:
        return None
    kept = {format: record.files[format] for format in task.formats}
    found = _refuse_grave((*record.found, *(one for file in kept.values() for one in file.found)), task)
    files = (MadeFile(task.path(format), file.pages, 0.0, unchanged=True) for format, file in kept.items())
    return Made(tuple(files), found)


def _made(task: Task, workspace: Workspace) -> Made:
    from .. import pipeline  # all that builds a memo, which a memo that is skipped does without

    memo = pipeline.build(task.brief, workspace, task.template, task.assignments, task.row)
    memo = pipeline.with_remarks(memo) if task.comments else memo
    memo = pipeline.with_source(memo) if task.source == "attached" else memo
    memo = pipeline.without_origin(memo) if task.source == "none" else memo
    ready = {format: _written(memo, format) for format in task.formats}
    found = _refuse_grave(
        (*memo.diagnostics, *(one for written, _ in ready.values() for one in written.diagnostics)), task
    )
    _refuse_inputs([task.path_on_disk(format) for format in ready], workspace)
    contents = {task.path_on_disk(format): written.data for format, (written, _) in ready.items()}
    place = place_of(task)
    if workspace.is_on_disk:
        record = _record(task, memo, {format: written for format, (written, _) in ready.items()}, workspace)
        contents[place] = as_bytes(record)
    write_files(contents, aside=place.parent)
    files = (MadeFile(task.path(format), written.pages, ms) for format, (written, ms) in ready.items())
    return Made(tuple(files), found)


def _written(memo: Memo, format: str) -> tuple[Written, float]:
    """Return a memo written in a format, and the milliseconds that took."""
    from .. import pipeline

    began = time.perf_counter()
    written = pipeline.write(memo, format)
    return written, (time.perf_counter() - began) * 1000


def _record(task: Task, memo: Memo, written: dict[str, Written], workspace: Workspace) -> Record:
    """Return the record of a memo; other formats of it that were made of the same stay in it."""
    from ..registry import foreign_files

    seen = dict(workspace.seen)
    for path in foreign_files():
        seen[f"{READ} {path}"] = digest(Path(path).read_bytes())
    for package, name in memo.style.font_files():
        key = f"{PACKAGE} {package}/{name}"
        seen[key] = Traces(task.root).now(key)
    files = {format: FileRecord(digest(one.data), one.pages, one.diagnostics) for format, one in written.items()}
    record = Record(made_by(), asked_of(task), seen, memo.diagnostics, files)
    return record.with_others(read_record(task), Traces(task.root))


def is_grave(diagnostics: Iterable[Diagnostic], strict: bool) -> bool:
    """Return whether there are errors among findings, or warnings where all must be clean."""
    grave = {"error", "warning"} if strict else {"error"}
    return any(diagnostic.severity in grave for diagnostic in diagnostics)


def _refuse_grave(diagnostics: Iterable[Diagnostic], task: Task) -> tuple[Diagnostic, ...]:
    """Return findings in order; raise BriefError with them where no file may be made."""
    found = in_order(diagnostics)
    if is_grave(found, task.strict):
        raise BriefError(found)
    return found


def _refuse_inputs(targets: Iterable[Path], workspace: Workspace) -> None:
    """Refuse to write over a file that the memo was made of."""
    read = {(workspace.root / path).resolve() for path in workspace.paths_read}
    clash = [target for target in targets if target.resolve() in read]
    if clash:
        hint = "choose another folder with --output"
        raise OutputError([error("cannot-write", "the memo was made of this very file", Source(str(clash[0])), hint)])
