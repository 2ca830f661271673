"""The wheel holds all that a memo needs: installed elsewhere, it makes the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import reportgen

ROOT = Path(__file__).parents[1]
BRIEF = ROOT / "briefs" / "ukraine-russia-talks.yaml"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which the wheel, built now, was unpacked as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    run = subprocess.run(
        [sys.executable, "-c", build, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    wheel = folder / run.stdout.split()[-1]
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*pip, "--target", str(folder / "site"), str(wheel)], check=True)
    return folder / "site"


def test_the_installed_wheel_makes_the_same_memo(installed: Path, tmp_path: Path) -> None:
    (tmp_path / BRIEF.name).write_bytes(BRIEF.read_bytes())
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    where = [sys.executable, "-c", "import reportgen; print(reportgen.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert Path(found.stdout.strip()).is_relative_to(installed)
    make = [sys.executable, "-m", "reportgen", "make", BRIEF.name]
    subprocess.run(make, cwd=tmp_path, env=environment, capture_output=True, check=True)
    reportgen.make(BRIEF, tmp_path / "here")
    for suffix in ("docx", "pdf"):
        there, here = (tmp_path / folder / f"{BRIEF.stem}.{suffix}" for folder in ("output", "here"))
        assert hashlib.sha256(there.read_bytes()).digest() == hashlib.sha256(here.read_bytes()).digest()


def test_the_wheel_is_typed_and_holds_the_licence(installed: Path) -> None:
    assert (installed / "reportgen" / "py.typed").exists()
    assert list(installed.glob("reportgen-*.dist-info/licenses/LICENSE"))
