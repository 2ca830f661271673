"""Install the wheel as a user does, in an environment of its own, and compare what it makes with the checkout's."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import reportgen

ROOT = Path(__file__).parents[1]
BRIEF = ROOT / "briefs" / "ukraine-russia-talks.yaml"
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


def main() -> int:
    """Return 0 if the installed wheel makes the bytes that the checkout makes, 1 if not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = installed(wheel(folder), folder / "environment")
        there = made_by(commands / "reportgen", folder / "elsewhere")
        reportgen.make(BRIEF, folder / "here")
        here = sorted((folder / "here").glob("[!.]*"))
        differ = [file.name for file in here if file.read_bytes() != (there / file.name).read_bytes()]
        unlike = f"not the checkout's: {', '.join(differ)}" if differ else "the same as the checkout's"
        print(f"the wheel's {', '.join(file.name for file in here)}: {unlike}")
        return int(bool(differ))


def wheel(folder: Path) -> Path:
    """Return the wheel, built into a folder."""
    return folder / run([sys.executable, "-c", BUILD, str(folder)], ROOT).split()[-1]


def installed(wheel: Path, environment: Path) -> Path:
    """Return the commands of a new environment that holds the wheel and what it depends on, and nothing else."""
    run([sys.executable, "-m", "venv", str(environment)], ROOT)
    commands = environment / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(commands / "python"), "-m", "pip", "--disable-pip-version-check"]
    run([*pip, "install", "--quiet", "--constraint", str(ROOT / "constraints.txt"), str(wheel)], environment)
    run([*pip, "check"], environment)
    return commands


def made_by(command: Path, folder: Path) -> Path:
    """Return the folder of files that a command makes of a copy of the brief, far from the checkout."""
    folder.mkdir()
    (folder / BRIEF.name).write_bytes(BRIEF.read_bytes())
    run([str(command), "make", BRIEF.name], folder)
    return folder / "output"


def run(command: list[str], folder: Path) -> str:
    """Return what a command prints, run in a folder and without this environment's ways into the checkout."""
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=folder, env=alone, capture_output=True, text=True, timeout=600)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
