"""Fuzz the way from a brief to its files, guided by the code that each input reaches: `make fuzz SECONDS=60`.

The first argument is a folder for inputs, which begins with the example briefs and the broken ones of the tests; the
others are libFuzzer's. Nothing but BriefError may come out of any input; one that brings anything else is kept beside
that folder, and told. Findings become tests in `tests/broken/` or beside what they break.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["reportgen"]):
    import reportgen
    from reportgen.diagnostics import BriefError

    for module in pkgutil.walk_packages(reportgen.__path__, "reportgen."):  # else most are imported too late
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)

ROOT = Path(__file__).parents[1]
FORMATS = ("docx", "pdf", "html")
_SNIPPET = re.compile(r"^```yaml[^\n]*\n(.*?)^```", re.M | re.S)


def run(data: bytes) -> None:
    """Build a brief and write its files, each unless it is refused."""
    with suppress(BriefError):
        memo = reportgen.build("b.yaml", workspace=reportgen.Workspace(files={"b.yaml": data}))
        for format in FORMATS:
            with suppress(BriefError):
                reportgen.write(memo, format)


def seeds() -> Iterator[bytes]:
    """Return the briefs to begin with."""
    for path in sorted((ROOT / "briefs").glob("*.yaml")):
        yield path.read_bytes()
    for path in sorted((ROOT / "tests" / "broken").glob("*.md")):
        yield from (found.encode() for found in _SNIPPET.findall(path.read_text(encoding="utf-8")))
    yield (ROOT / "tests" / "full.yaml").read_bytes()


def fuzz(run: Callable[[bytes], None], seeds: Iterable[bytes]) -> None:
    """Write the seeds, and fuzz until libFuzzer ends."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number:03}").write_bytes(seed)
    atheris.Setup(sys.argv, run)
    atheris.Fuzz()


if __name__ == "__main__":
    fuzz(run, seeds())
