"""What other programs read in the file is what the model says, notes and captions included."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pypandoc
import pytest
from docx_showcase import META, showcase_blocks
from docx_whole import whole

from reportgen.document import Document
from reportgen.document.walk import lines_of
from reportgen.style import Style
from reportgen.writers.docx import write

SIGNS = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}


def read(document: Document, style: Style) -> list[str]:
    """Return the lines that pandoc reads in a file, the title first, each footnote after the line of its mark."""
    data = write(document, style).data
    found = json.loads(pypandoc.convert_text(data, "json", format="docx"))
    titles = [line for name in ("title", "subtitle") for line in lines(found["meta"].get(name))]
    return [" ".join(line.split()) for line in (*titles, *lines(found["blocks"]))]


def lines(node: Any) -> Iterator[str]:
    """Return the lines below a node of pandoc's."""
    if isinstance(node, dict) and node.get("t") in ("Para", "Plain", "Header", "MetaInlines"):
        content = node["c"][-1] if node["t"] == "Header" else node["c"]
        notes: list[Any] = []
        yield "".join(words(content, notes))
        yield from lines(notes)
    elif isinstance(node, dict) and node.get("t") == "CodeBlock":
        yield node["c"][1]
    elif isinstance(node, dict):
        yield from lines(list(node.values()))
    elif isinstance(node, list):
        for child in node:
            yield from lines(child)


def words(node: Any, notes: list[Any]) -> Iterator[str]:
    """Return the words below an inline of pandoc's; `notes` takes up what its footnotes hold."""
    if isinstance(node, list):
        for child in node:
            yield from words(child, notes)
    elif isinstance(node, dict) and node.get("t") == "Note":
        notes.append(node["c"])
    elif isinstance(node, dict) and node.get("t") == "Str":
        yield node["c"]
    elif isinstance(node, dict) and node.get("t") == "Code":
        yield node["c"][1]
    elif isinstance(node, dict):
        yield SIGNS.get(node.get("t", ""), "") or "".join(words(node.get("c"), notes))


@pytest.mark.parametrize(
    "document", [whole(), Document(meta=META, blocks=showcase_blocks())], ids=["whole", "showcase"]
)
def test_pandoc_reads_every_line_in_the_models_order(document: Document, style: Style) -> None:
    shown = read(document, style)
    # The word before the line for the date is printed beside each line to sign, and stands last in the model.
    modelled = [line for line in (" ".join(line.split()) for line in lines_of(document)) if line not in ("", "Date")]
    for line in modelled:
        while shown and line not in shown[0]:
            del shown[0]
        assert shown, f"'{line}' is not there after the lines before it"
        shown[0] = shown[0].partition(line)[2]
