"""Make many memos, on any number of processes or machines: outcomes come in the order of the tasks.

What stands there unchanged is found here, without the programs that build a memo; the rest goes to an executor, a few
tasks at a time, so that thousands take no more memory than a handful.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ..diagnostics import BriefError, Diagnostic, OutputError, error
from ..traces import Traces
from ..workspace import Workspace
from .find_briefs import find_briefs, targets
from .making import as_formats, make_memo, unchanged
from .tasks import FORMATS, Made, Outcome, State, Task, Workers

if TYPE_CHECKING:
    from concurrent.futures import Future

AHEAD = 256
"""So many memos are on their way at a time."""


Looked: TypeAlias = tuple[Task, Outcome | None]
"""A task, and what comes of it where that is known without making anything."""


def make_many(
    briefs: str | Path | Iterable[str | Path],
    output: str | Path = "output",
    formats: str | Iterable[str] = FORMATS,
    *,
    executor: Workers | None = None,
    template: str = "",
    assignments: Iterable[str] = (),
    strict: bool = False,
    force: bool = False,
) -> Iterator[Outcome]:
    """Return what comes of each brief, one after the other in their order, made as it is asked for; nothing for none.

    Briefs are files, patterns, and folders with all briefs in them. `executor` is any of `concurrent.futures`, or one
    that acts like those (a Dask client's `get_executor()`): it gets the memos that have to be made. Its workers must
    see the same files, under the same paths; without one, all are made here. A fault stops no other memo. Raise
    ValueError where two memos would have one name.
    """
    given = [briefs] if isinstance(briefs, str | Path) else briefs
    found = targets(find_briefs(str(brief) for brief in given), str(output))
    asked = Task("", "", as_formats(formats), template, tuple(assignments), None, os.getcwd(), strict, force)
    return outcomes([replace(asked, brief=brief, target=target) for brief, target in found.items()], executor)


def outcomes(tasks: Iterable[Task], executor: Workers | None = None, few: int = 0) -> Iterator[Outcome]:
    """Return what comes of each task, in their order.

    An executor is left alone, and all is done here, where no more than `few` memos have to be made.
    """
    traces: dict[str, Traces] = {}
    looked = ((task, _skipped(task, traces.setdefault(task.root, Traces(task.root)))) for task in tasks)
    first: list[Looked] = []
    for task, done in looked:
        if done and not first:
            yield done
            continue
        first.append((task, done))
        if sum(done is None for _, done in first) > few or len(first) > AHEAD:
            break
    else:
        executor = None
    left = chain(first, looked)
    yield from (done or outcome(task) for task, done in left) if executor is None else _spread(left, executor)


def _spread(looked: Iterator[Looked], executor: Workers) -> Iterator[Outcome]:
    """Return outcomes, those of the memos that have to be made from an executor."""
    waiting: deque[tuple[Task, Outcome | Future[Outcome]]] = deque()
    try:
        for task, done in looked:
            waiting.append((task, done or executor.submit(outcome, replace(task, force=True))))
            if len(waiting) > AHEAD:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())
    finally:
        for _, left in waiting:
            if not isinstance(left, Outcome):
                left.cancel()


def outcome(task: Task, workspace: Workspace | None = None) -> Outcome:
    """Return what comes of a task: what is run for each, here or by a worker."""
    try:
        made = make_memo(task, workspace)
    except BriefError as refused:
        return Outcome(task.name, "faulty", (), refused.diagnostics)
    except OutputError as refused:
        return Outcome(task.name, "unwritable", (), refused.diagnostics)
    state: State = "unchanged" if all(file.unchanged for file in made.files) else "made"
    return Outcome(task.name, state, made.files, made.diagnostics)


def _skipped(task: Task, traces: Traces) -> Outcome | None:
    """Return what comes of a memo that stands there unchanged; None for one that has to be made."""
    try:
        made: Made | None = None if task.force else unchanged(task, traces)
    except BriefError as refused:
        return Outcome(task.name, "faulty", (), refused.diagnostics)
    return Outcome(task.name, "unchanged", made.files, made.diagnostics) if made else None


def _result(task: Task, found: Outcome | Future[Outcome]) -> Outcome:
    """Return a worker's outcome; a fault where the worker was lost."""
    if isinstance(found, Outcome):
        return found
    from concurrent.futures import BrokenExecutor

    try:
        return found.result()
    except BrokenExecutor:
        return Outcome(task.name, "unwritable", (), (_lost(task),))


def _lost(task: Task) -> Diagnostic:
    message = f"the process that made '{task.name}', or one beside it, was ended from outside"
    return error("lost-worker", message, hint="make it again, with fewer --jobs where memory is short")
