"""Every PDF is tagged and kept: PDF/UA-1 and PDF/A-2a, with the document's words in the document's order."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import page
import pikepdf
import pytest
from pdf_structure import lines, outline_of, structure
from test_golden import FEATURES, GOLDEN, built, workspace

import reportgen
from reportgen.document import Document
from reportgen.document.walk import lines_of

ROOT = Path(__file__).parents[1]
STYLES = sorted(path.stem for path in (ROOT / "src" / "reportgen" / "data" / "styles").glob("*.yaml"))
TEMPLATES = sorted(path.stem for path in (ROOT / "src" / "reportgen" / "data" / "templates").glob("*.yaml"))
BRIEFS = sorted((ROOT / "briefs").glob("*.yaml"))
PROFILES = {
    "ua1": page.ValidationProfile.PDF_UA_1,
    "2a": page.ValidationProfile.PDF_A_2A,
    "3a": page.ValidationProfile.PDF_A_3A,
}


def faults(data: bytes, *profiles: str) -> list[str]:
    """Return what a validator says against a file, by each of some profiles."""
    reports = (page.validate_pdf_bytes(data, profile=PROFILES[name]) for name in profiles or ("ua1", "2a"))
    return [f"{failure.rule_id}: {failure.message}" for report in reports for failure in report.failures]


@cache
def written(feature: str) -> bytes:
    return reportgen.write(built(feature), "pdf").data


def test_the_validator_finds_faults() -> None:
    claim, other = b"<pdfuaid:part>1", b"<pdfuaid:part>3"
    assert faults(written("short").replace(claim, other), "ua1") != []


@FEATURES
def test_every_golden_conforms(feature: str) -> None:
    assert faults(written(feature)) == []


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: path.stem)
def test_every_brief_conforms(brief: Path) -> None:
    assert faults(reportgen.write(reportgen.build(os.path.relpath(brief)), "pdf").data) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_showcase_conforms_in_every_template(template: str) -> None:
    memo = reportgen.build("brief.yaml", template, workspace("showcase"))
    assert faults(reportgen.write(memo, "pdf").data) == []


@pytest.mark.parametrize("style", STYLES)
def test_the_showcase_conforms_in_every_style(style: str) -> None:
    memo = reportgen.build("brief.yaml", workspace=workspace("showcase"), assignments=[f"style={style}"])
    assert faults(reportgen.write(memo, "pdf").data) == []


@pytest.mark.parametrize("feature", ["short", "showcase", "special-characters"])
def test_the_structure_reads_as_the_document(feature: str) -> None:
    heard = [LABEL.sub("", line) for line in spoken(lines(structure(written(feature))))]
    assert heard == spoken(lines_of(built(feature).document))


@FEATURES
def test_every_line_of_a_document_is_heard_in_its_order(feature: str) -> None:
    assert unheard(built(feature).document, written(feature)) == []


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: path.stem)
def test_every_line_of_a_brief_is_heard_in_its_order(brief: Path) -> None:
    memo = reportgen.build(os.path.relpath(brief))
    assert unheard(memo.document, reportgen.write(memo, "pdf").data) == []


def unheard(document: Document, data: bytes) -> list[str]:
    """Return the lines of a document that its structure lacks or has before the others; numbers may stand beside."""
    heard = iter(spoken(lines(structure(data))))
    said = spoken(lines_of(document))
    return [line for line in said if not any(f" {line} " in f" {one} " for one in heard)]


LABEL = re.compile(r"^\w+ \d+\. ")
"""What stands before a caption."""


def spoken(found: Iterable[str]) -> list[str]:
    """Return lines as they are heard, each blank as one, without the hyphens of divided words; none without a word."""
    return list(filter(None, (" ".join(line.replace("\u00ad", "").split()) for line in found)))


def test_the_structure_is_as_accepted(golden: Callable[[Path, str], None]) -> None:
    heard = "\n".join(outline_of(structure(written("showcase"))))
    golden(GOLDEN / "showcase" / "structure.txt", f"{heard}\n")


def test_the_brief_goes_with_the_memo_where_that_is_asked_for(tmp_path: Path) -> None:
    brief = tmp_path / "talks.yaml"
    brief.write_text("# a remark of the author's\ntitle: Talks\nto: A\nfrom: B\ndate: 2026-11-24\n")
    plain, attached = (
        reportgen.make(brief, tmp_path, ("pdf",), source=source).files[0].path.read_bytes()
        for source in ("none", "attached")
    )
    assert faults(plain) == faults(attached, "ua1", "3a") == []
    with pikepdf.open(io.BytesIO(attached)) as opened:
        assert opened.attachments["talks.yaml"].get_file().read_bytes() == brief.read_bytes()
    with pikepdf.open(io.BytesIO(plain)) as opened:
        assert len(opened.attachments) == 0
