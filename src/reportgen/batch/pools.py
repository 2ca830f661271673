"""The processes of this machine, and the clusters, that memos are made on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..diagnostics import OutputError, error
from .tasks import Outcome, Task, Workers

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

FEW = 3
"""So many memos are made sooner here than by processes that have to be started first."""

DASK = "dask://"


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS, nor on Windows
        return os.cpu_count() or 1


class _Processes:
    """So many processes of our own, started when they are first given work."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.pool: Executor | None = None

    def submit(self, work: Callable[[Task], Outcome], task: Task, /) -> Future[Outcome]:
        """Return what is to come of work on a task."""
        if self.pool is None:
            from concurrent.futures import ProcessPoolExecutor  # slow to import, and not needed for unchanged memos
            from multiprocessing import get_context

            self.pool = ProcessPoolExecutor(self.number, get_context("spawn"), initializer=_deaf)
        return self.pool.submit(work, task)


@contextmanager
def processes(number: int) -> Iterator[Workers]:
    """Give so many processes of our own.

    They are new interpreters, which share nothing with this one (`spawn`): the same on every system. Where the work is
    broken off they finish the memo that they are at, and none begins another.
    """
    ours = _Processes(number)
    try:
        yield ours
    finally:
        if ours.pool:
            ours.pool.shutdown(cancel_futures=True)


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """Give an executor of the workers of a Dask cluster, by the address of its scheduler: `dask://host:8786`.

    Raise OutputError where Dask is not installed, the address is of another kind, or no scheduler answers there.
    """
    if not address.startswith(DASK):
        raise _unusable(f"'{address}' is no address of a cluster", f"write {DASK}host:port")
    try:
        from distributed import Client
    except ImportError:
        raise _unusable("Dask is not installed here", "pip install 'reportgen[dask]'") from None
    try:
        client = Client(f"tcp://{address.removeprefix(DASK)}", timeout="10s", set_as_default=False)
    except (OSError, ValueError) as fault:
        raise _unusable(f"no scheduler answers at '{address}': {fault}", "start one with: dask scheduler") from None
    with client:
        yield client.get_executor(pure=False)


def _deaf() -> None:
    """Leave interruptions to the process that gave us work."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _unusable(message: str, hint: str) -> OutputError:
    return OutputError([error("no-cluster", message, hint=hint)])
