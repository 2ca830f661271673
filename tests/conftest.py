"""What the tests share: briefs in memory, the accept flag, goldens."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

import reportgen
from reportgen.cli import main
from reportgen.diagnostics import Diagnostic
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[1]

# In CI properties are held by the same examples each time: what a change is told is about the change.
hypothesis.settings.register_profile("the same each time", derandomize=True)
if os.environ.get("CI"):
    hypothesis.settings.load_profile("the same each time")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what is found now as the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with a golden file, or write it there with --accept."""

    def compare(path: Path, found: str) -> None:
        if request.config.getoption("--accept"):
            path.write_text(found, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == found

    return compare


@pytest.fixture
def memo() -> Callable[..., reportgen.Memo]:
    """Build a memo of a brief given as text, with other files beside it."""

    def build(text: str, template: str = "", **files: str | bytes) -> reportgen.Memo:
        return reportgen.build("brief.yaml", template, Workspace(files={"brief.yaml": text, **files}))

    return build


@pytest.fixture
def found() -> Callable[..., list[Diagnostic]]:
    """Return what is found in a brief given as text, with other files beside it."""

    def check(text: str | bytes, template: str = "", **files: str | bytes) -> list[Diagnostic]:
        return list(reportgen.check("brief.yaml", template, Workspace(files={"brief.yaml": text, **files})))

    return check


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[str], str]:
    """Run a command and return what it prints, to standard error and output, and its exit code unless that is 0."""

    def run(line: str) -> str:
        words = shlex.split(line)
        if words[0] == "ls":
            return "".join(f"{found}\n" for found in sorted(str(one) for one in Path(words[1]).glob("[!.]*")))
        assert words[0] == "reportgen"
        monkeypatch.setattr("sys.argv", words)
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        text = re.sub(r" +\d+ ms$", " … ms", said.err + said.out, flags=re.MULTILINE)
        return text + (f"exit code {left.value.code}\n" if left.value.code else "")

    return run
