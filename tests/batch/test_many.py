"""Many memos: in order, on any executor, the same bytes on each."""

from __future__ import annotations

import os
import pickle
import pty
import subprocess
import sys
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from multiprocessing import get_context
from pathlib import Path

import pytest

import reportgen
from reportgen.batch.pools import cluster


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefs").mkdir()
    for name in "abcdef":
        (tmp_path / "briefs" / f"{name}.yaml").write_text(f"title: {name}\ndate: 2026-01-01\nto: X\nfrom: Y\n")
    (tmp_path / "briefs" / "c.yaml").write_text("titel: C\ntitle: C\n")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("[!.]*")}


@pytest.mark.parametrize(
    "executor",
    [
        nullcontext(None),
        ThreadPoolExecutor(2),
        ProcessPoolExecutor(2, get_context("spawn")),
    ],
    ids=["none", "threads", "processes"],
)
def test_outcomes_come_in_order_and_are_the_same_on_any_executor(
    folder: Path, executor: AbstractContextManager[Executor | None]
) -> None:
    with executor as workers:
        found = list(reportgen.make_many("briefs", "output", executor=workers))
    assert [(one.name, one.state) for one in found] == [
        (f"briefs/{name}.yaml", "faulty" if name == "c" else "made") for name in "abcdef"
    ]
    assert [one.code for one in found[2].diagnostics] == ["unknown-key"]
    assert [str(file.path) for file in found[0].files] == ["output/a.docx", "output/a.pdf"]
    list(reportgen.make_many("briefs", "alone"))
    assert files(folder / "output") == files(folder / "alone")


def test_an_outcome_is_small_on_its_way(folder: Path) -> None:
    for one in reportgen.make_many("briefs"):
        assert len(pickle.dumps(one)) < 2_000
        assert pickle.loads(pickle.dumps(one)) == one


def test_a_cluster_of_two_workers_makes_the_same_bytes(folder: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="NOT RUN: Dask is not installed (make check-dask)")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
        cluster(local.scheduler_address.replace("tcp://", "dask://")) as workers,
    ):
        found = list(reportgen.make_many("briefs", "output", executor=workers))
    assert [one.state for one in found] == ["made", "made", "faulty", "made", "made", "made"]
    list(reportgen.make_many("briefs", "alone"))
    assert files(folder / "output") == files(folder / "alone")


def test_fail_fast_stops_and_says_what_was_not_tried(folder: Path) -> None:
    command = [sys.executable, "-m", "reportgen", "make", "briefs", "--fail-fast", "--jobs", "1"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stdout.splitlines()[-2:] == ["6 memos: 1 failed, 2 made, 3 not tried", "failed: briefs/c.yaml: 1 error"]
    assert sorted(files(folder / "output")) == ["a.docx", "a.pdf", "b.docx", "b.pdf"]


def test_a_terminal_sees_a_bar_and_the_same_lines(folder: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reportgen", "make", "briefs", "--jobs", "2"]
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=env) as run:
        os.close(theirs)
        said = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux says so when the other side has closed
                break
            if not piece:
                break
            said += piece
    os.close(ours)
    text = said.decode()
    assert run.returncode == 1
    assert "/6" in text
    assert "━" in text
    assert "Traceback" not in text
    lines = text.splitlines()
    assert [line for line in lines if line.endswith("failed: briefs/c.yaml: 1 error")]
    assert sum("output/" in line and ".pdf" in line for line in lines) == 5
