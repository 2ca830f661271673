"""`reportgen watch`, as a process of its own: what is saved is made again, whatever way it is saved in."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

WAIT = 20.0
"""Seconds that anything may take at the most, on a machine that is busy."""

BRIEF = "title: {title}\ndate: 2026-01-01\nto: X\nfrom: Y\ninclude: parts/more.yaml\n"


class Watch:
    """A running watch, and the lines it prints."""

    def __init__(self, folder: Path, *briefs: str) -> None:
        command = [sys.executable, "-u", "-m", "reportgen", "watch", *briefs, "-f", "docx"]
        self.run = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self) -> None:
        assert self.run.stdout is not None
        with self.run.stdout as lines:
            for line in lines:
                self.lines.put(line)

    def until(self, words: str) -> str:
        """Return the next line with these words in it."""
        end = time.monotonic() + WAIT
        while (left := end - time.monotonic()) > 0:
            try:
                line = self.lines.get(timeout=left)
            except queue.Empty:
                break
            if words in line:
                return line
        raise AssertionError(f"no line with '{words}' within {WAIT} seconds")

    def is_quiet(self, seconds: float = 0.6) -> bool:
        time.sleep(seconds)
        return self.lines.empty()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "more.yaml").write_text("conclusion: C\n")
    (tmp_path / "note.yaml").write_text(BRIEF.format(title="One"))
    return tmp_path


@pytest.fixture
def watch(folder: Path) -> Iterator[Watch]:
    running = Watch(folder, "note.yaml")
    try:
        running.until("watching 1 brief")
        yield running
    finally:
        running.run.kill()
        running.run.wait(timeout=WAIT)
        running.reader.join()


def test_a_brief_that_is_saved_is_made_again(folder: Path, watch: Watch) -> None:
    before = (folder / "output" / "note.docx").read_bytes()
    (folder / "note.yaml").write_text(BRIEF.format(title="Two"))
    watch.until("output/note.docx")
    assert (folder / "output" / "note.docx").read_bytes() != before


def test_a_file_that_takes_the_place_of_another_is_seen(folder: Path, watch: Watch) -> None:
    (folder / "parts" / ".more.yaml.swp").write_text("conclusion: D\n")
    os.replace(folder / "parts" / ".more.yaml.swp", folder / "parts" / "more.yaml")
    watch.until("output/note.docx")


def test_a_style_that_comes_to_be_is_seen(folder: Path, watch: Watch) -> None:
    (folder / "styles").mkdir()
    (folder / "styles" / "house.yaml").write_text("name: house\nextends: house\ncolours: {accent: '#800000'}\n")
    watch.until("output/note.docx")
    (folder / "styles" / "house.yaml").write_text("name: house\nextends: house\ncolours: {accent: '#008000'}\n")
    watch.until("output/note.docx")


def test_a_fault_is_told_and_survived(folder: Path, watch: Watch) -> None:
    before = (folder / "output" / "note.docx").read_bytes()
    (folder / "note.yaml").write_text("title: [A\n")
    watch.until("yaml-syntax")
    assert (folder / "output" / "note.docx").read_bytes() == before
    (folder / "note.yaml").unlink()
    watch.until("missing-file")
    (folder / "note.yaml").write_text(BRIEF.format(title="Three"))
    watch.until("output/note.docx")


def test_a_touch_and_a_file_of_others_make_nothing(folder: Path, watch: Watch) -> None:
    assert watch.is_quiet()
    (folder / "note.yaml").touch()
    (folder / "others.txt").write_text("x")
    assert watch.is_quiet()


def test_an_interruption_is_the_way_to_end_it(watch: Watch) -> None:
    watch.run.send_signal(signal.SIGINT)
    assert watch.run.wait(timeout=WAIT) == 0
    assert watch.lines.empty()
