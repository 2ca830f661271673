"""What the tests of the DOCX writer share: the style, the showcase, and files written and read back."""

from __future__ import annotations

import dataclasses
import importlib
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document as open_docx

from reportgen.document import Block, Document
from reportgen.style import Style
from reportgen.writers.docx import write

sys.path.insert(0, str(Path(__file__).parent))  # for the tests beside this file: pytest imports them by their paths
data = importlib.import_module("docx_showcase")


@pytest.fixture(scope="session")
def style() -> Style:
    """Return the house style."""
    return data.house_style()


@pytest.fixture
def showcase() -> Document:
    """Return a document that holds every node."""
    return Document(meta=data.META, blocks=data.showcase_blocks())


@pytest.fixture
def made(style: Style) -> Callable[..., Any]:
    """Write blocks and read the file back with python-docx; keywords change what is said about the document."""

    def make(*blocks: Block, **meta: Any) -> Any:
        document = Document(meta=dataclasses.replace(data.META, **meta), blocks=blocks)
        return open_docx(io.BytesIO(write(document, style).data))

    return make


@pytest.fixture
def parts(style: Style) -> Callable[..., dict[str, str]]:
    """Write blocks and return the file's parts as text, by name."""

    def make(*blocks: Block, **meta: Any) -> dict[str, str]:
        document = Document(meta=dataclasses.replace(data.META, **meta), blocks=blocks)
        with zipfile.ZipFile(io.BytesIO(write(document, style).data)) as archive:
            return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}

    return make
