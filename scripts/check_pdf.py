"""Check the PDF of every brief with qpdf (syntax) and pdffonts (every font embedded, with its Unicode values)."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import reportgen

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Return 0 if every PDF is sound, 1 if not."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for brief in sorted((ROOT / "briefs").glob("*.yaml")):
            (made,) = reportgen.make(brief, folder, ("pdf",)).files
            faults = [*syntax_faults(made.path), *font_faults(made.path)]
            print(f"{brief.name}: pages: {made.pages}, faults: {len(faults)} {faults or ''}")
            failed |= bool(faults)
    return int(failed)


def syntax_faults(pdf: Path) -> list[str]:
    """Return what qpdf says against a file; nothing for a sound one."""
    run = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True, text=True, timeout=60)
    return [] if run.returncode == 0 else [run.stdout + run.stderr]


def font_faults(pdf: Path) -> list[str]:
    """Return the fonts that are not embedded or whose glyphs have no Unicode values; nothing where all are."""
    run = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True, timeout=60)
    rows = [line.split() for line in run.stdout.splitlines()[2:]]
    return [row[0] for row in rows if row[-5] != "yes" or row[-3] != "yes"]


if __name__ == "__main__":
    sys.exit(main())
