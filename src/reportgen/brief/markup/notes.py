"""Footnotes in a text: `[^1]` with `[^1]: its words` somewhere below, or `^[its words]` in the line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from ...diagnostics import error
from .reading import Reading

DEFINITION = "footnote_reference"
"""What the library calls the words of a footnote where they are written."""


def noted(tree: SyntaxTreeNode, reading: Reading) -> Reading:
    """Return the reading with the footnotes that a text defines; a fault for each label that is given twice."""
    if "[^" not in reading.text:
        return reading
    found: dict[str, SyntaxTreeNode] = {}
    for node in tree.walk():
        if node.type == DEFINITION:
            label = str(node.meta["label"])
            if label in found:
                message = f"there are two footnotes '[^{label}]', so one would not be printed"
                place = reading.at(node, f"[^{label}]:")
                reading.faults.append(error("unused-definition", message, place, "give each a label of its own"))
            found[label] = node
    return replace(reading, notes=found)


def refuse_unused(reading: Reading) -> None:
    """Refuse footnotes that no mark leads to: they would vanish."""
    for label, node in reading.notes.items():
        if label not in reading.used:
            message = f"no mark leads to the footnote '[^{label}]', so it would not be printed"
            hint = f"write [^{label}] where its mark belongs, or take it out"
            reading.faults.append(error("unused-definition", message, reading.at(node, f"[^{label}]:"), hint))


def inline_note(token: SyntaxTreeNode, reading: Reading) -> Iterator[SyntaxTreeNode]:
    """Return the nodes of the words of a `^[footnote]` written in the line."""
    tokens = reading.definitions["footnotes"]["list"][token.meta["id"]]["tokens"]
    yield from SyntaxTreeNode(tokens).children
