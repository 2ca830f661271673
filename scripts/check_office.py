"""Open the DOCX of every brief in LibreOffice and compare the words it shows with the words of the memo."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import reportgen
from reportgen.document.walk import lines_of

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Return 0 if LibreOffice shows every memo whole, 1 if not."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for brief in sorted((ROOT / "briefs").glob("*.yaml")):
            (made,) = reportgen.make(brief, folder, ("docx",)).files
            shown = words_shown(made.path, Path(folder))
            lost = [word for word in words_of(brief) if word not in shown]
            print(f"{brief.name}: {len(shown)} words shown, {len(lost)} lost {lost[:10] or ''}")
            failed |= bool(lost)
    return int(failed)


def words_of(brief: Path) -> list[str]:
    """Return the words that a memo says."""
    return [word for line in lines_of(reportgen.build(brief).document) for word in line.split()]


def words_shown(docx: Path, folder: Path) -> str:
    """Return the text of the pages that LibreOffice makes of a DOCX, without line ends."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(docx)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    pages = subprocess.run(
        ["pdftotext", "-layout", str(docx.with_suffix(".pdf")), "-"], check=True, capture_output=True, timeout=60
    )
    return " ".join(pages.stdout.decode().split())


if __name__ == "__main__":
    sys.exit(main())
