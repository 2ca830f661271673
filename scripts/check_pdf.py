"""Check every PDF: its syntax (qpdf), its fonts (pdffonts), and that it conforms to PDF/UA-1 and PDF/A-2a.

Those of all briefs, and those that have been built into output/.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import page

import reportgen

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Return 0 if every PDF is sound, 1 if not."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for brief in sorted((ROOT / "briefs").glob("*.yaml")):
            reportgen.make(brief, folder, ("pdf",))
        for pdf in (*sorted(Path(folder).glob("*.pdf")), *sorted((ROOT / "output").glob("**/*.pdf"))):
            faults = [*syntax_faults(pdf), *font_faults(pdf), *conformance_faults(pdf)]
            print(f"{pdf.name}: faults: {len(faults)} {faults or ''}")
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


def conformance_faults(pdf: Path) -> list[str]:
    """Return what a validator says against a file, by both standards; nothing where it conforms."""
    limits = page.SafetyLimits.unlimited()
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
    reports = [page.validate_pdf(pdf, profile=profile, limits=limits) for profile in profiles]
    return [f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures]


if __name__ == "__main__":
    sys.exit(main())
