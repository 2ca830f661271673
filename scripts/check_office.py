"""Open the DOCX of every example, template, style and letterhead in LibreOffice, and hold it against Microsoft's rules.

Every line must be there, word for word, in the memo's order; pages and headings must stand where the PDF has them, give
or take one page. LibreOffice is shown the fonts of our styles. Where the contents list tells another page than
LibreOffice counts, that is said; such a list holds our own pages, since Word lays out what nobody can foresee here.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2
from office_fonts import OfficeFonts
from office_words import lost_words, words_shown

import reportgen

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))  # the examples are those of the tests

from docx_examples import examples  # noqa: E402

MOST_PAGES_APART = 1
NOT_RUN = (
    "NOT RUN: Microsoft's validator is not installed (npm or its registry is missing), so no file is held against it"
)


@dataclass(frozen=True)
class Example:
    """A memo with its files: the DOCX in a folder, our PDF, and the one that LibreOffice makes of the DOCX."""

    name: str
    memo: reportgen.Memo
    docx: Path
    pdf: Path

    @property
    def office_pdf(self) -> Path:
        """The PDF that LibreOffice makes."""
        return self.docx.with_suffix(".pdf")

    @cached_property
    def ours(self) -> Pages:
        """The pages of our PDF."""
        return pages_of(self.pdf)

    @cached_property
    def theirs(self) -> Pages:
        """The pages that LibreOffice makes."""
        return pages_of(self.office_pdf)


@dataclass(frozen=True)
class Pages:
    """The number of each page as printed, and the page from 0 on which each heading stands, in reading order."""

    labels: tuple[str, ...]
    headings: tuple[tuple[str, int], ...]


def main() -> int:
    """Return 0 if every file is sound and LibreOffice shows every memo whole, 1 if not."""
    failed = 0
    if not validator():
        print(NOT_RUN)
    with tempfile.TemporaryDirectory() as name:
        fonts = OfficeFonts(Path(name, "fonts"))
        made = list(make(Path(name), fonts))
        convert([one.docx for one in made], Path(name), fonts.environment)
        for example in made:
            faults = list(faults_of(example))
            said = [f"{example.name}: {'FAILED' if faults else 'whole'}", *faults, *pages_apart(example)]
            print("\n  ".join(said))
            failed |= bool(faults)
    return int(failed)


def make(folder: Path, fonts: OfficeFonts) -> Iterator[Example]:
    """Return every example with its DOCX and PDF in a folder, its fonts among those for LibreOffice."""
    for number, (name, build) in enumerate(examples().items()):
        memo = build()
        fonts.add(memo.style)
        example = Example(name, memo, folder / f"memo-{number}.docx", folder / f"ours-{number}.pdf")
        example.docx.write_bytes(reportgen.write(memo, "docx").data)
        example.pdf.write_bytes(reportgen.write(memo, "pdf").data)
        yield example


def convert(files: list[Path], folder: Path, environment: Mapping[str, str]) -> None:
    """Let LibreOffice make a PDF of each DOCX beside it, with a profile and fonts of its own."""
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=600, env=environment)


def faults_of(example: Example) -> Iterator[str]:
    """Return what is wrong with a file, or with a memo as LibreOffice shows it; nothing if it is sound and whole."""
    yield from invalid(example.docx)
    yield from lost_words(example.memo.document, words_shown(example.office_pdf, example.memo.style.page))
    if example.memo.style.letterhead:  # whose typefaces are its own, and not at hand
        return
    theirs, ours = len(example.theirs.labels), len(example.ours.labels)
    if abs(theirs - ours) > MOST_PAGES_APART:
        yield f"{theirs} pages in LibreOffice, {ours} in the PDF"
    for heading, page, there in headings_apart(example):
        if abs(page - there) > MOST_PAGES_APART:
            yield f"'{heading}' is on sheet {there + 1} in LibreOffice, {page + 1} in the PDF"


def pages_apart(example: Example) -> Iterator[str]:
    """Return where LibreOffice makes other pages than the PDF has, which the contents list tells; nothing where none.

    Not for letterheads, whose typefaces are their own and not at hand.
    """
    if example.memo.style.letterhead:
        return
    theirs, ours = len(example.theirs.labels), len(example.ours.labels)
    if theirs != ours:
        yield f"LibreOffice has {theirs} pages, the PDF {ours}"
    apart = list(headings_apart(example))
    for heading, page, there in apart:
        yield f"page {example.ours.labels[page]}: '{heading}' is {there - page:+} page in LibreOffice"
    if example.ours.headings:
        yield f"headings on their page: {len(example.ours.headings) - len(apart)} of {len(example.ours.headings)}"


def headings_apart(example: Example) -> Iterator[tuple[str, int, int]]:
    """Return each heading that stands on another page in LibreOffice, with our page and the other, counted from 0."""
    for (heading, page), (_, there) in zip(example.ours.headings, example.theirs.headings, strict=True):
        if page != there:
            yield heading, page, there


def pages_of(pdf: Path) -> Pages:
    """Return the pages of a PDF, its headings being its outline."""
    document = pypdfium2.PdfDocument(pdf)
    labels = tuple(document.get_page_label(number) for number in range(len(document)))
    outline = ((mark.get_title(), mark.get_dest()) for mark in document.get_toc(max_depth=9))
    return Pages(labels, tuple((title, place.get_index()) for title, place in outline if place))


def validator() -> str:
    """Return the path of Microsoft's Open XML SDK validator; empty where it is not installed."""
    return shutil.which("ooxml-validator", path=f"{ROOT}/build/validator/node_modules/.bin") or ""


def invalid(docx: Path) -> Iterator[str]:
    """Return what Microsoft's validator finds in a file; nothing where it finds nothing, or is not installed."""
    if validator():
        run = subprocess.run([validator(), str(docx)], capture_output=True, text=True, timeout=120)
        yield from (str(one) for one in json.loads(run.stdout)["errors"])


if __name__ == "__main__":
    sys.exit(main())
