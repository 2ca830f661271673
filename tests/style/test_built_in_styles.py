"""The styles that come with reportgen: each sets the seed memo in both formats, and can be read by everybody."""

from __future__ import annotations

import io
from itertools import product
from pathlib import Path

import docx
import pypdfium2
import pytest

import reportgen
from reportgen.document.walk import lines_of
from reportgen.style import Style
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[2]
STYLES = sorted(path.stem for path in (ROOT / "src" / "reportgen" / "data" / "styles").glob("*.yaml"))
LEAST = 4.5
"""The least contrast of text with its ground (WCAG 2.2, 1.4.3)."""


def memo(style: str) -> reportgen.Memo:
    brief = (ROOT / "briefs" / "ukraine-russia-talks.yaml").read_text(encoding="utf-8")
    return reportgen.build("b.yaml", workspace=Workspace(files={"b.yaml": brief}), assignments=[f"style={style}"])


def test_there_are_several_that_differ() -> None:
    assert {"brief", "house", "ministry", "think-tank", "typewriter", "report"} == set(STYLES)
    assert len({memo(style).style.colour("accent") for style in STYLES}) == len(STYLES)


def test_figures_float_in_printed_reports_alone() -> None:
    assert [style for style in STYLES if memo(style).style.floats] == ["report"]


@pytest.mark.parametrize("style", STYLES)
def test_all_words_are_in_both_files_in_order(style: str) -> None:
    made = memo(style)
    body = docx.Document(io.BytesIO(reportgen.write(made, "docx").data)).element.body
    pages = pypdfium2.PdfDocument(reportgen.write(made, "pdf").data)
    texts = ("".join(body.itertext()), "".join(page.get_textpage().get_text_range() for page in pages))
    for found, line in product(
        ("".join(text.split()).replace("\ufffe", "-") for text in texts), lines_of(made.document)
    ):
        assert "".join(line.split())[:40] in found, line


@pytest.mark.parametrize("style", STYLES)
def test_text_stands_out_from_its_ground(style: str) -> None:
    look = memo(style).style
    for text, ground in product(("ink", "accent", "muted"), ("paper", "tint")):
        assert contrast(look, text, ground) >= LEAST, (text, ground)
    assert contrast(look, "ink", "hole") >= LEAST


def contrast(style: Style, text: str, ground: str) -> float:
    """Return the contrast of two colours of a palette, from 1 to 21."""
    light, dark = sorted((luminance(style.colour(text)), luminance(style.colour(ground))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return how light a colour is, from 0 to 1 (WCAG 2.2, relative luminance)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
