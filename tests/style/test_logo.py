"""A style's logo stands over the first words of a document, as wide as the style has it, in every format."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image

import reportgen
from reportgen.diagnostics import BriefError
from reportgen.document import Figure, Pages

STYLE = "name: ours\nsummary: with a logo\nextends: house\nlogo: {file: arms.png, alt: The Ministry, width: 36pt}\n"
Build = Callable[..., reportgen.Memo]


def picture() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (200, 100), "navy").save(data, "PNG")
    return data.getvalue()


def files(style: str = STYLE) -> dict[str, str | bytes]:
    return {"styles/ours.yaml": style, "styles/arms.png": picture()}


def test_the_logo_stands_first_and_is_as_wide_as_the_style_has_it(memo: Build) -> None:
    made = memo("title: A\nstyle: ours\n", **files())
    logo = made.document.blocks[0]
    assert isinstance(logo, Figure)
    assert (logo.alt, logo.data) == ("The Ministry", picture())
    assert logo.width / logo.resolution * 72 == pytest.approx(36)


def test_the_logo_stands_on_the_cover_where_there_is_one(memo: Build) -> None:
    made = memo("title: A\nstyle: ours\ntemplate: report\nfrom: B\ndate: 2026-01-01\n", **files())
    cover = made.document.blocks[0]
    assert isinstance(cover, Pages)
    assert isinstance(cover.blocks[0], Figure)


@pytest.mark.parametrize("format", ["docx", "pdf", "html"])
def test_every_format_shows_it(memo: Build, format: str) -> None:
    with_logo, without = (memo(f"title: A\nstyle: {style}\n", **files()) for style in ("ours", "house"))
    assert len(reportgen.write(with_logo, format).data) > len(reportgen.write(without, format).data)


@pytest.mark.parametrize(
    ("style", "code"),
    [
        (STYLE.replace("arms.png", "gone.png"), "missing-file"),
        (STYLE.replace("arms.png", "../arms.png"), "outside-folder"),
        (STYLE.replace("36pt", "1pt"), "bad-length"),
        (STYLE.replace("alt: The Ministry, ", ""), "missing-key"),
    ],
)
def test_a_logo_that_can_t_be_shown_is_told_at_its_place(memo: Build, style: str, code: str) -> None:
    with pytest.raises(BriefError) as refused:
        memo("title: A\nstyle: ours\n", **files(style))
    assert [(one.code, one.source.file) for one in refused.value.diagnostics] == [(code, "styles/ours.yaml")]
