"""Broken briefs: each gives exactly the faults planted in it, at their line and column.

A case is a heading and its files, fenced, in `broken/*.md`; a fence without a name holds the brief. `⟦code⟧` stands
right before the character that a fault must point at; a code behind the heading (`## title: code`) points at a whole
file. What an author reads of each stands in `broken/*.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

import reportgen
from reportgen.cli.report.text import rendered
from reportgen.workspace import Workspace

FOLDER = Path(__file__).with_name("broken")
_CASE = re.compile(r"^## ", re.M)
_FENCE = re.compile(r"^(?P<fence>`{3,})\w+ ?(?P<file>.*)\n(?P<text>(?s:.*?))^(?P=fence)$", re.M)
_MARK = re.compile("⟦([a-z-]+)⟧")

Fault = tuple[str, str, int, int]
"""A code, and the file, line and column that it points at."""


@dataclass(frozen=True)
class Case:
    """A broken brief, the files beside it, and the faults planted in them."""

    name: str
    files: dict[str, str]
    faults: list[Fault]


def cases(path: Path) -> list[Case]:
    return [case(part) for part in _CASE.split(path.read_text(encoding="utf-8"))[1:]]


def case(text: str) -> Case:
    heading, _, body = text.partition("\n")
    name, _, whole = heading.partition(": ")
    files: dict[str, str] = {}
    faults: list[Fault] = [(code, "brief.yaml", 0, 0) for code in whole.split()]
    for fence in _FENCE.finditer(body):
        file = fence["file"] or "brief.yaml"
        lines = []
        for number, line in enumerate(fence["text"].splitlines(keepends=True), 1):
            while mark := _MARK.search(line):
                faults.append((mark[1], file, number, mark.start() + 1))
                line = line[: mark.start()] + line[mark.end() :]
            lines.append(line)
        files[file] = "".join(lines)
    return Case(name, files, sorted(faults))


PATHS = sorted(FOLDER.glob("*.md"))
CASES = [one for path in PATHS for one in cases(path)]


@pytest.mark.parametrize("broken", CASES, ids=lambda broken: broken.name)
def test_a_broken_brief_gives_its_faults_and_no_others(broken: Case) -> None:
    workspace = Workspace(files=broken.files)
    found = reportgen.check("brief.yaml", workspace=workspace)
    places = [one.source for one in found]
    codes = [one.code for one in found]
    assert sorted((code, at.file, at.line, at.column) for code, at in zip(codes, places, strict=True)) == broken.faults
    for place in places:
        line = workspace.lines(place.file)[place.line - 1] if place.line else ""
        assert place.column <= len(line) + 1


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_each_fault_is_told_with_its_line_and_what_to_do(path: Path, golden: Callable[[Path, str], None]) -> None:
    golden(path.with_suffix(".txt"), "\n".join(told(broken) for broken in cases(path)))


def told(broken: Case) -> str:
    """Return a broken brief's name and what its author reads."""
    workspace = Workspace(files=broken.files)
    found = reportgen.check("brief.yaml", workspace=workspace)
    return f"## {broken.name}\n\n" + "".join(f"{click.unstyle(rendered(one, workspace))}\n" for one in found)


def test_there_are_many_broken_briefs_and_each_has_a_name() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))
    assert len(names) >= 120
    assert all(case.faults for case in CASES)
