"""The memo as other tools take it: a plain list of its blocks, so that every tool sets the same words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import reportgen
from reportgen.document import BulletList, Callout, FieldList, NumberedList, Section, Table
from reportgen.document.walk import children, lines_of, text_of


def content(brief: Path) -> dict[str, Any]:
    """Return the memo's title and its blocks: headings, paragraphs, lists and tables, each as its words."""
    document = reportgen.build(brief).document
    return {"title": document.meta.title, "blocks": [block for node in document.blocks for block in _blocks(node, 1)]}


def put(folder: Path, brief: Path) -> tuple[Path, Path]:
    """Return a memo's content as JSON and as Markdown, written into a folder."""
    plain = content(brief)
    data, text = folder / f"{brief.stem}.json", folder / f"{brief.stem}.md"
    data.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    text.write_text("\n\n".join([f"---\ntitle: {json.dumps(plain['title'])}\n---", *map(_markdown, plain["blocks"])]))
    return data, text


def _blocks(node: Any, level: int) -> Iterator[dict[str, Any]]:
    if isinstance(node, Section | Callout):
        yield {"kind": "heading", "level": level, "text": text_of(node.heading)}
        for child in node.blocks:
            yield from _blocks(child, level + 1)
    elif isinstance(node, BulletList | NumberedList):
        kind = "bullets" if isinstance(node, BulletList) else "numbered"
        yield {"kind": kind, "items": [" ".join(lines_of(item)) for item in node.items]}
    elif isinstance(node, FieldList):
        rows = [[text_of(field.label), *(" ".join(lines_of(block)) for block in field.blocks)] for field in node.fields]
        yield {"kind": "table", "head": ["", ""], "rows": [[row[0], " ".join(row[1:])] for row in rows]}
    elif isinstance(node, Table):
        head, *rows = [[" ".join(lines_of(cell)) for cell in row.cells] for row in (*node.head, *node.body)]
        width = len(head)
        yield {"kind": "table", "head": head, "rows": [(row + [""] * width)[:width] for row in rows]}
    elif list(children(node)):
        yield from ({"kind": "paragraph", "text": line} for line in lines_of(node))


def _markdown(block: dict[str, Any]) -> str:
    if block["kind"] == "heading":
        return f"{'#' * min(block['level'], 6)} {block['text']}"
    if block["kind"] == "paragraph":
        return str(block["text"])
    if block["kind"] == "table":
        rows = [block["head"], ["---"] * len(block["head"]), *block["rows"]]
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)
    marks = ("- ", "1. ")[block["kind"] == "numbered"]
    return "\n".join(f"{marks}{item}" for item in block["items"])
