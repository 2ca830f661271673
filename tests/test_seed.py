"""The memo of the seed text: every word of it, in its order, in both files; the hole highlighted and reported."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

import reportgen

ROOT = Path(__file__).parents[1]
BRIEF = ROOT / "briefs" / "ukraine-russia-talks.yaml"
HOLE = "[insert announcement date]"
MARGIN = 70  # points at the top and foot of a page that hold running lines only


@cache
def built() -> reportgen.Memo:
    return reportgen.build(BRIEF)


@cache
def docx_lines() -> tuple[str, ...]:
    """Return the text of the DOCX's paragraphs and cells, in reading order."""
    document = docx.Document(io.BytesIO(reportgen.write(built(), "docx").data))
    lines: list[str] = []
    for item in document.iter_inner_content():
        rows = item.rows if isinstance(item, docx.table.Table) else ()
        lines.extend(paragraph.text for row in rows for cell in row.cells for paragraph in cell.paragraphs)
        lines.extend([item.text] if not rows else [])
    return tuple(lines)


@cache
def pdf_lines() -> tuple[str, ...]:
    """Return the text lines of the PDF's pages between the running lines."""
    pages = pypdfium2.PdfDocument(reportgen.write(built(), "pdf").data)
    lines: list[str] = []
    for page in pages:
        width, height = page.get_size()
        text = page.get_textpage().get_text_bounded(0, MARGIN, width, height - MARGIN)
        lines.extend(text.splitlines())
    return tuple(lines)


FILES = pytest.mark.parametrize("lines", [docx_lines, pdf_lines], ids=["docx", "pdf"])


def seed_lines() -> list[str]:
    text = (ROOT / "tests" / "seed.txt").read_text(encoding="utf-8").replace("[insert date]", HOLE)
    return [line.removeprefix("- ") for line in text.splitlines()]


@FILES
def test_every_word_of_the_seed_stands_in_the_file_in_its_order(lines: Callable[[], tuple[str, ...]]) -> None:
    words = iter(" ".join(lines()).split())
    for wanted in " ".join(seed_lines()).split():
        assert any(word == wanted for word in words), f"lost, or out of its order: {wanted}"


@FILES
def test_every_sentence_of_the_seed_stands_in_the_file_unbroken(lines: Callable[[], tuple[str, ...]]) -> None:
    shown = " ".join(" ".join(lines()).split())
    sentences = [sentence for line in seed_lines() for sentence in re.split(r"(?<=\.)\s+", line)]
    position = 0
    for sentence in sentences:
        found = shown.find(sentence, position)
        assert found >= 0, f"lost, or out of its order: {sentence}"
        position = found + len(sentence)


@FILES
def test_the_file_says_what_the_memo_says_and_no_more(lines: Callable[[], tuple[str, ...]]) -> None:
    from reportgen.document.walk import lines_of

    bullets = {"•", *(f"{number}." for number in range(1, 5))}
    shown = [word for word in " ".join(lines()).split() if word not in bullets]
    assert shown == [word for line in lines_of(built().document) for word in line.split()]


def test_the_open_date_is_reported_at_its_place() -> None:
    (finding,) = [one for one in built().diagnostics if one.code == "open-hole"]
    assert (finding.severity, finding.message) == ("warning", "the hole 'announcement date' is open")
    line = BRIEF.read_text(encoding="utf-8").splitlines()[finding.source.line - 1]
    assert line[finding.source.column - 1 :].startswith("announcement date")


def test_the_memo_gets_what_a_careful_editor_would_mark() -> None:
    assert Counter(one.code for one in built().diagnostics) == {
        "open-hole": 1,  # the announcement date
        "unassigned-action": 4,  # no owners, no dates
        "collective-addressee": 3,  # international stakeholders, actors, community
        "unstated-position": 4,  # humanitarian access, prisoners, sanctions, involvement
        "uncovered-issue": 3,  # guarantees, prisoners, sanctions
        "one-sided": 2,  # an analysis of one side, an announcement by one side
        "unattributed-authority": 1,  # analysts note
        "mixed-spelling": 1,  # prioritise beside emphasized
    }


def test_the_hole_is_highlighted_in_the_docx() -> None:
    document = docx.Document(io.BytesIO(reportgen.write(built(), "docx").data))
    runs = [run for run in document.element.body.iter(qn("w:r")) if run.text == HOLE]
    assert [run.style for run in runs] == ["Hole"]
    assert "<w:shd " in document.styles["Hole"].element.xml


def test_the_hole_is_highlighted_in_the_pdf() -> None:
    page = pypdfium2.PdfDocument(reportgen.write(built(), "pdf").data)[0]
    picture = page.render(scale=2).to_pil().convert("RGB")
    yellow = tuple(int(built().style.colour("hole")[n : n + 2], 16) for n in (0, 2, 4))
    assert sum(count for count, colour in picture.getcolors(1 << 24) if colour == yellow) > 500


def test_a_final_memo_with_the_hole_open_is_refused(tmp_path: Path) -> None:
    final = tmp_path / "final.yaml"
    final.write_text(BRIEF.read_text(encoding="utf-8").replace("status: draft", "status: final"), encoding="utf-8")
    with pytest.raises(reportgen.BriefError, match="the hole 'announcement date' is open"):
        reportgen.make(final, tmp_path / "output")
    assert not (tmp_path / "output").exists()
