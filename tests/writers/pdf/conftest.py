"""What the tests of the PDF writer share: the style, the showcase, and files written and read back."""

from __future__ import annotations

import ctypes
import dataclasses
import importlib
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from reportgen.document import Block, Document
from reportgen.style import Style
from reportgen.writers.pdf import write

sys.path.insert(0, str(Path(__file__).parent))  # for the tests beside this file: pytest imports them by their paths
data = importlib.import_module("pdf_showcase")

DIVIDED = re.compile("\x02\\s*")
"""What pdfium makes of a soft hyphen at the end of a line."""


@pytest.fixture(scope="session")
def style() -> Style:
    """Return the house style."""
    return data.house_style()


@pytest.fixture
def document() -> Callable[..., Document]:
    """Make a document of blocks; keywords change what is said about it."""
    return lambda *blocks, **meta: Document(meta=dataclasses.replace(data.META, **meta), blocks=blocks)


@pytest.fixture
def made(style: Style) -> Callable[..., Any]:
    """Write blocks and open the file with pdfium; keywords change what is said about the document."""

    def make(*blocks: Block, style: Style = style, **meta: Any) -> Any:
        document = Document(meta=dataclasses.replace(data.META, **meta), blocks=blocks)
        written = write(document, style)
        opened = pypdfium2.PdfDocument(written.data)
        assert len(opened) == written.pages
        return opened

    return make


@pytest.fixture
def read(made: Callable[..., Any], style: Style) -> Callable[..., list[str]]:
    """Write blocks and return the words between head and foot of each page, divided ones put together again."""

    def pages(*blocks: Block, **meta: Any) -> list[str]:
        page = style.page
        box = (0, page.bottom, page.width, page.height - page.top)
        texts = [one.get_textpage().get_text_bounded(*box) for one in made(*blocks, **meta)]
        return [" ".join(DIVIDED.sub("", text).split()) for text in texts]

    return pages


@pytest.fixture
def glyphs(made: Callable[..., Any]) -> Callable[..., list[tuple[str, float, float]]]:
    """Write blocks and return each character of a page (the first unless told) and where it begins on its base line."""

    def origins(*blocks: Block, sheet: int = 0, **meta: Any) -> list[tuple[str, float, float]]:
        page = made(*blocks, **meta)[sheet].get_textpage()
        found = []
        for index in range(page.count_chars()):
            x, y = ctypes.c_double(), ctypes.c_double()
            pdfium.FPDFText_GetCharOrigin(page, index, x, y)
            found.append((page.get_text_range(index, 1), x.value, y.value))
        return [place for place in found if place[0].strip()]

    return origins
