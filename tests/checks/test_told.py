"""What authors read of each check: its findings with their lines and hints, as `told/*.md` hold them.

A fence of YAML is a brief, whose head the test adds below it; one with a name is a file beside those that follow. The
fence of text behind a brief holds what the check of the file's name says of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest

import reportgen
from reportgen import registry
from reportgen.cli.report.text import rendered
from reportgen.workspace import Workspace

FOLDER = Path(__file__).with_name("told")
FENCE = re.compile(r"^```(\w+) ?(.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEAD = {"title": "Talks", "date": "2026-11-22", "to": "Director", "from": "Desk"}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.stem)
def test_a_check_says_what_is_wrong_where_and_what_to_do(path: Path, golden: Callable[[Path, str], None]) -> None:
    files: dict[str, str | bytes] = {}

    def retold(block: re.Match[str]) -> str:
        kind, name, text = block.groups()
        if kind != "text":
            head = "" if name else "".join(f"{key}: {HEAD[key]}\n" for key in HEAD if f"\n{key}:" not in f"\n{text}")
            files[name or "brief.yaml"] = text + head
            return block.group()
        return f"```text\n{told(path.stem, Workspace(files=dict(files)))}```"

    golden(path, FENCE.sub(retold, path.read_text(encoding="utf-8")))


def told(code: str, workspace: Workspace) -> str:
    """Return what a check says of a brief, one finding after the other."""
    found = reportgen.build("brief.yaml", workspace=workspace).diagnostics
    return "".join(f"{click.unstyle(rendered(one, workspace))}\n" for one in found if one.code == code)


def test_all_checks_of_briefs_are_told_of() -> None:
    assert sorted(registry.names("checks")) == sorted(path.stem for path in FOLDER.glob("*.md"))
