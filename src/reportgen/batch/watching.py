"""Make memos again whenever a file changes that they are made of.

Folders are watched rather than files: editors save by writing another file and giving it the name, and a file that was
looked for and not found may come to be. What was seen is held against the disk again before anything is made, so that
neither an event too many nor one too few does harm.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from ..traces import PACKAGE, Traces, path_of
from ..workspace import Workspace
from .many import outcome
from .tasks import Outcome, Task

QUIET, LONGEST = 10, 50
"""Milliseconds without a change after which a memo is made, and how long changes may go on before it is made anyhow."""

CATCH_UP = 250
"""Milliseconds after which what changed while the watch was being set up is looked for."""

Tell = Callable[[Outcome, Workspace], None]

Build = Callable[[Workspace], None]
"""What makes something out of the files of a workspace, and keeps its faults to itself."""


def watch(tasks: Iterable[Task], tell: Tell, ready: Callable[[], None]) -> None:
    """Make memos, then each again as often as a file changes that it is made of, and tell each outcome; never return.

    `ready` is called when all have been made once: what changes from then on is seen. An interruption goes through.
    """

    def build_of(task: Task) -> Build:
        return lambda workspace: tell(outcome(replace(task, force=True), workspace), workspace)

    follow([(task.root, build_of(task)) for task in tasks], ready)


def follow(builds: Iterable[tuple[str, Build]], ready: Callable[[], None]) -> None:
    """Run builds, each in a workspace at its root, then each again as `watch` does with memos; never return."""
    from watchfiles import watch as changes  # slow to import, and for this alone

    watched = [_Watched(root, build) for root, build in builds]
    for one in watched:
        one.make()
    ready()
    while True:
        folders = _folders(watched)
        events = changes(
            *folders,
            watch_filter=None,
            step=QUIET,
            debounce=LONGEST,
            rust_timeout=CATCH_UP,
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        )
        behind = True  # at first: what changed before the watch was on
        for found in events:
            paths = {path for _, path in found}
            for one in watched:
                if behind or one.concerns(paths):
                    one.make_if_changed()
            behind = behind and bool(found)
            if folders != _folders(watched):
                break


class _Watched:
    """A build that is watched, with what was seen when it was run last."""

    def __init__(self, root: str, build: Build) -> None:
        self.root, self.build = root, build
        self.seen: dict[str, str] = {}
        self.paths: set[str] = set()

    def make(self) -> None:
        """Run the build, and keep what was looked at."""
        workspace = Workspace(self.root)
        self.build(workspace)
        self.seen = dict(workspace.seen)
        absolute = {path_of(key, self.root) for key in self.seen if not key.startswith(f"{PACKAGE} ")}
        self.paths = absolute | {os.path.realpath(path) for path in absolute}

    def make_if_changed(self) -> None:
        """Run the build unless all that it was made of is as it was: an editor's touch changes nothing."""
        if not Traces(self.root).agree(self.seen):
            self.make()

    def concerns(self, changed: set[str]) -> bool:
        """Return whether a change touches a file that was looked at, or a folder that such a file may come to be in."""
        if changed & self.paths:
            return True
        return any(
            path.startswith(f"{one}{os.sep}") or path == os.path.dirname(one) for one in changed for path in self.paths
        )

    def folders(self) -> set[str]:
        """Return the folders of the files that were looked at; for those that there are not, the nearest above."""
        return {str(_nearest(Path(path))) for path in self.paths}


def _folders(watched: Iterable[_Watched]) -> set[str]:
    return {folder for one in watched for folder in one.folders()}


def _nearest(path: Path) -> Path:
    """Return the nearest folder that there is: a path itself, or one above it."""
    return next(folder for folder in (path, *path.parents) if folder.is_dir())
