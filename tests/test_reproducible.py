"""The same brief gives the same bytes: at another time and place, in another language, before or after others."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx_examples import FULL, ON_PAPER
from letterhead_papers import of_ministry
from PIL import Image

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
TALKS = ROOT / "briefs" / "ukraine-russia-talks.yaml"

# Moves the clocks that Python code can read by so many days. The classes of `datetime` can't be changed, so heirs
# stand in for them before anything else is imported.
MOVE_CLOCKS = """
import datetime, sys, time

days = int(sys.argv[1])
for name in ("time", "monotonic", "perf_counter"):
    setattr(time, name, lambda read=getattr(time, name): read() + days * 86400)
    setattr(time, name + "_ns", lambda read=getattr(time, name + "_ns"): read() + days * 86400 * 10**9)
for name in ("localtime", "gmtime", "ctime"):
    setattr(time, name, lambda at=None, read=getattr(time, name): read(time.time() if at is None else at))
time.strftime = lambda form, at=None, write=time.strftime: write(form, time.localtime() if at is None else at)
time.asctime = lambda at=None, write=time.asctime: write(time.localtime() if at is None else at)

class Heir(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])

class DateTime(datetime.datetime, metaclass=Heir):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days=days)
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)
    @classmethod
    def today(cls):
        return cls.now()

class Date(datetime.date, metaclass=Heir):
    @classmethod
    def today(cls):
        return cls.fromordinal(datetime.datetime.now().toordinal())

datetime.datetime, datetime.date = DateTime, Date
"""

WRITE = """
import hashlib, json
import reportgen
from reportgen.pipeline import with_remarks

found = {}
for brief in sys.argv[2:]:
    memo = reportgen.build(brief)
    for format in ("docx", "pdf"):
        found[f"{brief} {format}"] = hashlib.sha256(reportgen.write(memo, format).data).hexdigest()
    found[f"{brief} comments"] = hashlib.sha256(reportgen.write(with_remarks(memo), "docx").data).hexdigest()
print(json.dumps(found))
"""

READ_CLOCKS = """
now = datetime.datetime
print(time.strftime("%Y-%m-%d"), datetime.date.today(), str(now.now())[:10], str(now.fromtimestamp(time.time()))[:10])
"""


def said(code: str, arguments: Sequence[object], folder: Path, days: int, **environment: str) -> str:
    """Return what code prints in a process of its own, run in a folder with clocks that are so many days on."""
    command = [sys.executable, "-c", MOVE_CLOCKS + code, str(days), *map(str, arguments)]
    around = {**os.environ, "PYTHONHASHSEED": "0", "TZ": "UTC", **environment}
    return subprocess.run(command, cwd=folder, env=around, capture_output=True, text=True, check=True).stdout


def written(briefs: Sequence[Path], folder: Path, days: int = 0, **environment: str) -> dict[str, str]:
    """Return the digest of each brief's files, all of them written by one process."""
    found: dict[str, str] = json.loads(said(WRITE, briefs, folder, days, **environment))
    return found


def differing(found: dict[str, str], usual: dict[str, str]) -> list[str]:
    assert found.keys() == usual.keys()
    return [name for name in usual if found[name] != usual[name]]


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the seed's brief, those of the goldens with the picture that the showcase shows, and the full one, which
    has charts, notes and tables, on a letterhead.
    """
    folder = tmp_path_factory.mktemp("briefs")
    Image.new("RGB", (96, 48), "navy").save(folder / "field.png", dpi=(96, 96))
    copies = []
    for path in sorted(GOLDEN.glob("*/brief.yaml")):
        copies.append(folder / f"{path.parent.name}.yaml")
        copies[-1].write_bytes(path.read_bytes())
        for template in path.parent.glob("templates/*.yaml"):
            (folder / "templates").mkdir(exist_ok=True)
            (folder / "templates" / template.name).write_bytes(template.read_bytes())
    assert folder / "showcase.yaml" in copies
    (folder / "styles").mkdir()
    (folder / "styles" / "paper.yaml").write_text(ON_PAPER)
    (folder / "styles" / "paper.docx").write_bytes(of_ministry())
    copies.append(folder / "on-paper.yaml")
    copies[-1].write_text(FULL.read_text(encoding="utf-8") + "style: paper\n", encoding="utf-8")
    return [TALKS, *copies]


@pytest.fixture(scope="module")
def usual(briefs: list[Path]) -> dict[str, str]:
    """Return the digests of all files as they are written here and now, in the usual order."""
    return written(briefs, ROOT)


@pytest.mark.parametrize(
    ("days", "environment"),
    [
        (0, {"PYTHONHASHSEED": "1"}),
        (2, {}),
        (-400, {}),
        (0, {"TZ": "Pacific/Kiritimati"}),
        (0, {"LANG": "uk_UA.UTF-8", "LC_ALL": "uk_UA.UTF-8", "LANGUAGE": "uk"}),
        (0, {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        (2, {"PYTHONHASHSEED": "4242", "TZ": "America/St_Johns", "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8"}),
    ],
    ids=["hash seed", "two days on", "a year ago", "time zone", "language", "ASCII", "all at once"],
)
def test_other_surroundings_give_the_same_bytes(
    briefs: list[Path], usual: dict[str, str], tmp_path: Path, days: int, environment: dict[str, str]
) -> None:
    assert differing(written(briefs, tmp_path, days, **environment), usual) == []


def test_a_memo_is_the_same_after_others(briefs: list[Path], usual: dict[str, str], tmp_path: Path) -> None:
    assert differing(written(briefs[::-1], tmp_path), usual) == []
    assert differing(written([*briefs[::2], *briefs, *briefs[1::2]], tmp_path), usual) == []


@pytest.mark.parametrize("days", [0, 2, -400])
def test_the_clocks_are_moved(tmp_path: Path, days: int) -> None:
    def today() -> str:
        return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=days)).date().isoformat()

    before = today()
    assert set(said(READ_CLOCKS, [], tmp_path, days).split()) <= {before, today()}
