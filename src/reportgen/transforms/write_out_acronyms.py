"""Write acronyms out where they are first used, where the type of document asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..document import Document, Emphasis, Inline, Node, Paragraph, Span, Strong, Text
from ..document.walk import rewrite, text_of, walk
from ..languages import Words


def transform(document: Document, words: Words) -> Document:
    """Return the document with each acronym of its glossary written out in the first running text that has it.

    The meaning stands before the acronym, which goes into brackets: what the author wrote stays as it is. An acronym
    that the author wrote out somewhere stays as it is everywhere.
    """
    if not document.conventions.acronyms or not document.terms:
        return document
    whole = " ".join(text_of(node) for node in walk(document) if _is_running(node)).lower()
    open_terms = {term: meaning for term, meaning in document.terms.items() if meaning.lower() not in whole}
    used: set[str] = set()

    def written_out(node: Node) -> Node:
        if isinstance(node, Paragraph) and _is_running(node):
            return replace(node, inlines=tuple(_written_out(node.inlines, open_terms, used)))
        return node

    return rewrite(document, written_out)


def _is_running(node: Node) -> bool:
    return isinstance(node, Paragraph) and node.role in ("body", "lead-in")


def _written_out(inlines: tuple[Inline, ...], terms: Mapping[str, str], used: set[str]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield from _in_text(inline, terms, used)
        elif isinstance(inline, Emphasis | Strong | Span):
            yield replace(inline, inlines=tuple(_written_out(inline.inlines, terms, used)))
        else:
            yield inline


def _in_text(node: Text, terms: Mapping[str, str], used: set[str]) -> Iterator[Inline]:
    """Return text with the first use of each term behind its meaning; itself where it has none."""
    sought = [re.escape(term) for term in terms if term not in used]
    found = re.search(rf"(?<!\w)(?:{'|'.join(sought)})(?!\w)", node.text) if sought else None
    if not found:
        yield node
        return
    used.add(found.group())
    before, after = node.text[: found.start()], node.text[found.end() :]
    meaning = Text(text=f"{terms[found.group()]} (", source=node.source)
    yield from (replace(node, text=before),) if before else ()
    yield Span(inlines=(meaning,), role="expansion", source=node.source)
    yield replace(node, text=found.group())
    yield Span(inlines=(Text(text=")", source=node.source),), role="expansion", source=node.source)
    yield from _in_text(replace(node, text=after), terms, used) if after else ()
