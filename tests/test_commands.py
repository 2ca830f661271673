"""The command line, as users see it: each file in `commands/` holds files to begin with and sessions to compare."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

COMMANDS = Path(__file__).parent / "commands"
FENCE = re.compile(r"^```(\w+) ?(.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("path", sorted(COMMANDS.glob("*.md")), ids=lambda path: path.stem)
def test_a_session_goes_as_it_is_told(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    session: Callable[[str], str],
    golden: Callable[[Path, str], None],
) -> None:
    """Run each `$ command` of the file's console blocks; what it prints and its exit code stand below it."""
    monkeypatch.chdir(tmp_path)

    def replay(block: re.Match[str]) -> str:
        kind, name, text = block.groups()
        if kind != "console":
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")
            return block.group()
        lines = [line for line in text.splitlines() if line.startswith("$ ")]
        said = "".join(f"{line}\n{session(line[2:])}" for line in lines)
        return f"```console\n{said}```"

    golden(path, FENCE.sub(replay, path.read_text(encoding="utf-8")))
