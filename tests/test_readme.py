"""What the README says of what it shows; that it happens, tests/test_docs.py holds for all pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with what the README speaks of, and go there."""
    for folder in ("briefs", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_brief_shown_is_a_brief_of_ten_lines_and_the_one_in_briefs() -> None:
    (shown,) = blocks("yaml")
    assert shown.count("\n") == 10
    assert yaml.safe_load(shown) == yaml.safe_load((ROOT / "briefs" / "grain-corridor.yaml").read_text("utf-8"))


@pytest.mark.usefixtures("checkout")
def test_the_python_shown_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (shown,) = blocks("python")
    exec(compile(shown, "README.md", "exec"), {})
    assert capsys.readouterr().out == "['grain-corridor.docx', 'grain-corridor.pdf']\n"
    assert Path("note.pdf").read_bytes() == Path("output/grain-corridor.pdf").read_bytes()
