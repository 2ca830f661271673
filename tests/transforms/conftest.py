"""What the tests of transforms share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import reportgen
from reportgen.document import Document, Text
from reportgen.document.walk import walk

Build = Callable[..., reportgen.Memo]

TEMPLATE = """
name: mine
summary: for tests
{more}
sections:
  - header
  - {{builder: contents, of: [sections, tables, figures]}}
  - summary
  - builder: recommendations
  - sections
  - tables
  - sources
  - annexes
"""


@pytest.fixture
def made(memo: Build) -> Callable[..., Document]:
    """Build a document of a brief's text and what its template says of counting and citing.

    Whatever transforms make anew keeps the place of what it was made of, and nothing is left without a word.
    """

    def build(text: str, more: str = "", **files: str) -> Document:
        templates = {"templates/mine.yaml": TEMPLATE.format(more=more)}
        document = memo(f"title: T\ntemplate: mine\nstatus: draft\n{text}", **{**templates, **files}).document
        assert [node for node in walk(document) if not node.source.line] == []
        assert [node for node in walk(document) if isinstance(node, Text) and not node.text] == []
        return document

    return build
