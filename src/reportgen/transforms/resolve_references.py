"""Give each reference the words that name its target; a target that is not there is a fault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..diagnostics import BriefError, Diagnostic, choices, error
from ..document import BulletList, Document, Inline, ListItem, Node, NumberedList, Reference, Section, Text
from ..document.walk import rewrite, walk, without_notes
from ..languages import Words

Target = tuple[str, tuple[Inline, ...]]
"""What a reference can point at: its id, and the words that name it; none where it has no name of its own."""


def transform(document: Document, words: Words) -> Document:
    """Return the document with every reference worded; itself where there are none.

    Raise BriefError with a fault for each whose target is missing, has no name, or is not the only one of its id.
    """
    targets: dict[str, list[tuple[Inline, ...]]] = {}
    for id, name in _targets(document):
        targets.setdefault(id, []).append(name)
    faults: list[Diagnostic] = []

    def worded(node: Node) -> Node:
        if not isinstance(node, Reference):
            return node
        found = targets.get(node.target, [])
        fault = _fault(node, found, targets)
        faults.extend(fault)
        return replace(node, inlines=node.inlines or found[0]) if not fault else node

    done = rewrite(document, worded)
    if faults:
        raise BriefError(faults)
    return done


def _targets(document: Document) -> Iterator[Target]:
    """Return all that can be pointed at, in reading order."""
    for node in walk(document):
        if isinstance(node, NumberedList):
            for number, item in enumerate(node.items, node.start):
                if item.id:
                    yield item.id, _text(item.label.format(number=number), item)
        elif isinstance(node, BulletList):
            yield from ((item.id, _text(item.label, item)) for item in node.items if item.id)
        elif getattr(node, "id", "") and hasattr(node, "label") and not isinstance(node, ListItem):
            label: str = getattr(node, "label")  # noqa: B009  # each kind of target has one, and no class in common
            yield node.id, _text(label, node) if label else _heading(node)  # type: ignore[attr-defined]


def _text(words: str, node: Node) -> tuple[Inline, ...]:
    return (Text(text=words, source=node.source),) if words else ()


def _heading(node: Node) -> tuple[Inline, ...]:
    return without_notes(node.heading) if isinstance(node, Section) else ()


def _fault(
    node: Reference, found: list[tuple[Inline, ...]], targets: dict[str, list[tuple[Inline, ...]]]
) -> list[Diagnostic]:
    """Return what is wrong with a reference; nothing where it leads to one part that can be named."""
    if not found:
        hint = choices(node.target, [id for id in targets if not id.startswith("section-")])
        return [error("unknown-reference", f"no part of the memo has the id '{node.target}'", node.source, hint)]
    if len(found) > 1:
        message = f"{len(found)} parts of the memo have the id '{node.target}'"
        return [
            error("ambiguous-reference", message, node.source, "give each part that is pointed at an id of its own")
        ]
    if not found[0] and not node.inlines:
        hint = f"give it a caption or a title, or write the words yourself: [below](#{node.target})"
        return [
            error("nameless-reference", f"the part '{node.target}' has no name to be printed here", node.source, hint)
        ]
    return []
