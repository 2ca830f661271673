"""Builds that are killed, and builds at the same time: files are old or new, never broken, and the next run mends."""

from __future__ import annotations

import io
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

import reportgen

SEED, BRIEFS = 20261124, 4
TIMES = int(os.environ.get("KILLS", "8"))
"""How often a build is killed; a long run takes some hundreds: `KILLS=300`."""
TITLES = ("Old", "New")


def put(folder: Path, title: str) -> None:
    for number in range(BRIEFS):
        text = f"title: {title} {number}\ndate: 2026-01-01\nto: X\nfrom: Y\nconclusion: C\n"
        (folder / f"note{number}.yaml").write_text(text)


def files(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(output.glob("note*"))}


def start(folder: Path, *more: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "reportgen", "make", str(folder), "-o", str(folder.parent / "output"), *more]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def both(tmp_path: Path) -> tuple[Path, dict[str, dict[str, bytes]]]:
    """Return a folder of briefs, and the files that they give under each title."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    sound = {}
    for title in TITLES:
        put(folder, title)
        assert all(one.state == "made" for one in reportgen.make_many(folder, tmp_path / title))
        sound[title] = files(tmp_path / title)
    return folder, sound


def test_a_build_that_is_killed_leaves_whole_files_and_the_next_one_mends_all(tmp_path: Path) -> None:
    folder, sound = both(tmp_path)
    moments = random.Random(SEED)
    for turn in range(TIMES):
        title = TITLES[turn % 2]
        put(folder, title)
        build = start(folder, "--jobs", "1")
        time.sleep(moments.uniform(0.2, 1.0))
        build.send_signal(signal.SIGKILL)
        build.communicate(timeout=30)
        for name, content in files(tmp_path / "output").items():
            assert content in (sound["Old"][name], sound["New"][name]), f"turn {turn}: {name} is broken"
    last = start(folder)
    said, _ = last.communicate(timeout=60)
    assert last.returncode == 0, said
    assert files(tmp_path / "output") == sound[title]
    assert all(one.state == "unchanged" for one in reportgen.make_many(folder, tmp_path / "output"))
    assert not list((tmp_path / "output").rglob("*.tmp"))


def test_builds_at_the_same_time_do_not_harm_each_other(tmp_path: Path) -> None:
    folder, sound = both(tmp_path)
    builds = [start(folder, "--force", "--jobs", "2") for _ in range(3)]
    for build in builds:
        _, faults = build.communicate(timeout=120)
        assert (build.returncode, faults) == (0, b"")
    assert files(tmp_path / "output") == sound["New"]
    assert all(zipfile.is_zipfile(io.BytesIO(one)) for name, one in sound["New"].items() if name.endswith("docx"))
    assert all(one.state == "unchanged" for one in reportgen.make_many(folder, tmp_path / "output"))


def is_gone(group: int, seconds: float = 10) -> bool:
    """Return whether no process of a group is left, or will be in a moment."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interruption_ends_with_130_and_leaves_no_process_and_no_traceback(tmp_path: Path, jobs: str) -> None:
    folder = tmp_path / "briefs"
    folder.mkdir()
    for number in range(200):
        (folder / f"note{number}.yaml").write_text(f"title: T {number}\ndate: 2026-01-01\nto: X\nfrom: Y\n")
    words = [sys.executable, "-m", "reportgen", "make", str(folder), "-o", str(tmp_path / "output"), "--jobs", jobs]
    build = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert build.stdout is not None
    build.stdout.readline()  # work is under way
    os.killpg(build.pid, signal.SIGINT)  # as a terminal does: to all of its processes
    _, said = build.communicate(timeout=60)
    assert (build.returncode, said.strip()) == (130, "interrupted")
    assert is_gone(build.pid)
    assert not list((tmp_path / "output").rglob("*.tmp"))
