"""Python's search for unused cycles: off for what ends soon, on again for what goes on."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.cli import process
from reportgen.collecting import collect_from_now, without_collector

BRIEF = "title: Talks\nissues: [{id: i, title: I}]\n"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    threshold, enabled = gc.get_threshold(), gc.isenabled()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)
    (gc.enable if enabled else gc.disable)()


def test_it_is_off_meanwhile_and_then_as_it_was() -> None:
    gc.enable()
    with without_collector():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
    with without_collector():
        pass
    assert not gc.isenabled()


def test_what_goes_on_is_searched_but_for_what_was_there() -> None:
    gc.disable()
    collect_from_now()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 1000


@pytest.mark.parametrize(
    ("command", "briefs", "searched"), [("check", 1, False), ("check", 2, True), ("make", 1, False), ("make", 2, True)]
)
def test_a_command_is_searched_if_it_goes_on_over_many_memos(
    command: str, briefs: int, searched: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(briefs):
        (tmp_path / f"{number}.yaml").write_text(BRIEF)
    left: list[bool] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["reportgen", command, ".", *(["--jobs", "1"] if command == "make" else [])])
    monkeypatch.setattr("atexit._run_exitfuncs", lambda: None)  # those of this very process
    monkeypatch.setattr("os._exit", lambda code: left.append(gc.isenabled()))
    process()
    assert left == [searched]
