"""Word the citations and the list of sources in a citation style (CSL 1.0.1, through citeproc-py)."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from io import BytesIO
from typing import Any

from ..diagnostics import BriefError, Diagnostic, Source, choices, error, refuse
from ..document import (
    Bibliography,
    BibliographyEntry,
    Citation,
    Cited,
    Document,
    Emphasis,
    Inline,
    Link,
    Node,
    Note,
    Paragraph,
    Strong,
    Text,
    Work,
)
from ..document.walk import rewrite, walk
from ..languages import Words

BETWEEN = "; "
"""What stands between two works of one citation where no style joins them."""

_TAG = re.compile(r"<(/?)(i|b|u|l|sup|sub|span)(?: [^>]*)?>|(https?://\S*[\w/])")
_CLOSING = re.compile(r"[.,;:!?]+['\"’”»)]?|['\"’”»)][.,;:!?]*")
_KINDS: dict[str, type[Emphasis] | type[Strong]] = {"i": Emphasis, "b": Strong}


def transform(document: Document, words: Words) -> Document:
    """Return the document with its citations and its list of sources worded; itself where it has neither.

    A source's own words stand wherever the style tells it in full. Raise BriefError with a fault for each citation of
    a work that there is not.
    """
    found = [node for node in walk(document) if isinstance(node, Citation | Bibliography)]
    citations = [node for node in found if isinstance(node, Citation)]
    works = {work.id: work for work in document.works}
    faults = list(_unknown(citations, works))
    if faults:
        raise BriefError(faults)
    if not found:
        return document
    if not document.conventions.citations:
        return rewrite(document, lambda node: _in_the_sentence(node, works) if isinstance(node, Citation) else node)
    style = _Style(document.conventions.citations, document.meta.language, citations, document.works)
    in_notes = {id(node) for note in walk(document) if isinstance(note, Note) for node in walk(note)}

    def worded(node: Node) -> Node:
        if isinstance(node, Citation):
            filled = replace(node, inlines=style.cited(node))
            return filled if id(node) in in_notes or not style.notes else _note(filled)
        if isinstance(node, Bibliography):
            return replace(node, entries=tuple(style.listed(node.entries)))
        return _behind_the_point(node) if style.notes else node

    return rewrite(document, worded)


def _unknown(citations: Sequence[Citation], works: dict[str, Work]) -> Iterator[Diagnostic]:
    for one in (work for citation in citations for work in citation.works):
        if one.work not in works:
            message = f"there is no source '{one.work}'"
            hint = choices(one.work, works) or f"list it under 'sources' with 'id: {one.work}'"
            yield error("unknown-id", message, one.source, hint)


def _in_the_sentence(node: Citation, works: dict[str, Work]) -> Citation:
    """Return a citation as the words of its sources in brackets, for documents without notes and lists."""
    inlines: list[Inline] = [Text(text="(", source=node.source)]
    for number, one in enumerate(node.works):
        inlines += [Text(text=BETWEEN, source=node.source)] if number else []
        inlines += _around(one, works[one.work].inlines, node.source)
    return replace(node, inlines=(*inlines, Text(text=")", source=node.source)))


def _around(one: Cited, inlines: tuple[Inline, ...], source: Source) -> Iterator[Inline]:
    """Return the words of a work between what the author wrote before and behind it."""
    if one.prefix:
        yield Text(text=f"{one.prefix} ", source=source)
    yield from inlines
    if one.locator:
        yield Text(text=f", {one.locator}", source=source)


def _note(citation: Citation) -> Note:
    return Note(blocks=(Paragraph(inlines=(citation,), source=citation.source),), source=citation.source)


def _behind_the_point(node: Node) -> Node:
    """Return a line whose notes stand right behind the word or the point that they follow, as printers set them."""
    inlines: tuple[Inline, ...] = getattr(node, "inlines", ())
    if not any(_is_cited(inline) for inline in inlines):
        return node
    done: list[Inline] = []
    for inline in inlines:
        last = done[-1] if done else None
        if _is_cited(inline) and isinstance(last, Text):
            bare = last.text.rstrip(" ")
            done[-1:] = [replace(last, text=bare)] if bare else []
        elif isinstance(inline, Text) and last is not None and _is_cited(last):
            points = _CLOSING.match(inline.text)
            if points:
                done.insert(-1, replace(inline, text=points.group()))
                if points.end() == len(inline.text):
                    continue
                inline = replace(inline, text=inline.text[points.end() :])
        done.append(inline)
    return replace(node, inlines=tuple(done))  # type: ignore[call-arg]


def _is_cited(inline: Inline) -> bool:
    """Return whether an inline is a note that a citation has become."""
    first = inline.blocks[0] if isinstance(inline, Note) else None
    return isinstance(first, Paragraph) and isinstance(first.inlines[0], Citation)


class _Style:
    """A citation style at work on one document: what it has cited so far decides how it cites what follows."""

    def __init__(self, csl: str, language: str, citations: Sequence[Citation], works: Sequence[Work]) -> None:
        from citeproc import Citation as Cluster  # slow to import, and few memos cite
        from citeproc import CitationItem, CitationStylesBibliography, formatter
        from citeproc.source.json import CiteProcJSON

        self._keys = {work.id: f"w{number}" for number, work in enumerate(works)}
        self._given = {work.id: work.inlines for work in works if work.own}
        self._cluster, self._item = Cluster, CitationItem
        style = _read(csl, language)
        self.notes = style.root.get("class") == "note"
        self._by_number = "citation-number" in csl
        data = [{**work.data, "id": self._keys[work.id]} for work in works]
        with warnings.catch_warnings(action="ignore"):  # it tells of fields that it does not know
            self._list = CitationStylesBibliography(style, CiteProcJSON(data), formatter.html)
        cited = dict.fromkeys(one.work for citation in citations for one in citation.works)
        for id in (*cited, *(work.id for work in works if work.id not in cited)):
            self._list.register(Cluster([CitationItem(self._keys[id])]))
        self._numbers = {key: number for number, key in enumerate(self._list.keys, start=1)}

    def cited(self, citation: Citation) -> tuple[Inline, ...]:
        """Return the words of a citation."""
        if self.notes and any(one.work in self._given for one in citation.works):
            return self._in_own_words(citation)
        return tuple(inlines_of_html(self._rendered(citation.works), citation.source))

    def _in_own_words(self, citation: Citation) -> tuple[Inline, ...]:
        """Return a note in which sources stand in the author's words, and others in the style's."""
        done: list[Inline] = []
        for number, one in enumerate(citation.works):
            done += [Text(text=BETWEEN, source=citation.source)] if number else []
            alone = replace(one, prefix="", locator="")
            rendered = self._rendered((alone,)).removesuffix(".")
            told = self._given.get(one.work) or tuple(inlines_of_html(rendered, citation.source))
            done += _around(one, told, citation.source)
        return (*done, Text(text=".", source=citation.source))

    def _rendered(self, works: Sequence[Cited]) -> str:
        items = [
            self._item(
                self._keys[one.work],
                **({"prefix": f"{one.prefix} "} if one.prefix else {}),
                **({"suffix": f", {one.locator}"} if one.locator else {}),
            )
            for one in works
        ]
        cluster = self._cluster(items)
        cluster.bibliography = self._list
        if not self._by_number:  # citeproc would bring the works into the order of the list; this is the author's
            wanted = [item.key for item in items]
            self._list.keys = [*wanted, *(key for key in self._list.keys if key not in wanted)]
        return str(self._list.cite(cluster, str))

    def listed(self, entries: Sequence[BibliographyEntry]) -> Iterator[BibliographyEntry]:
        """Return the list of sources in the style's order and words, but the author's own where there are any."""
        known = {self._keys[entry.id]: entry for entry in entries}
        self._list.sort()
        rendered = dict(zip(self._list.keys, self._list.bibliography(), strict=True))
        for key in sorted(known, key=self._order().index):
            entry = known[key]
            own = entry.id in self._given
            told = entry.inlines if own else tuple(inlines_of_html(str(rendered[key]), entry.source))
            yield replace(entry, inlines=told, mark=f"[{self._numbers[key]}]" if self._by_number else "")

    def _order(self) -> list[str]:
        return list(self._numbers) if self._by_number else list(self._list.keys)


def _read(csl: str, language: str) -> Any:
    """Return a citation style in a language, in English where CSL does not know it.

    Raise BriefError where it is none.
    """
    from citeproc import CitationStylesStyle

    dialect = "en-GB" if language == "en" else language  # CSL takes English for American
    try:
        return CitationStylesStyle(BytesIO(csl.encode()), dialect, validate=False)
    except Exception as fault:  # it meets a broken style in many ways, none of them its own
        reason = f"the citation style can't be read: {fault}"
        raise refuse("bad-citation-style", reason, hint="check it against CSL 1.0.1") from fault


def inlines_of_html(html: str, source: Source) -> Iterator[Inline]:
    """Return the inlines of what citeproc rendered: italic and bold words, addresses as links; nothing for no text."""
    position, kind = 0, ""
    for mark in _TAG.finditer(html):
        yield from _styled(html[position : mark.start()], kind, source)
        position = mark.end()
        if mark[3]:
            target = unescape(mark[3])
            yield Link(inlines=(Text(text=target, source=source),), target=target, source=source)
        else:
            kind = "" if mark[1] else mark[2]
    yield from _styled(html[position:], kind, source)


def _styled(text: str, kind: str, source: Source) -> Iterator[Inline]:
    if text:
        plain = Text(text=unescape(text), source=source)
        yield _KINDS[kind](inlines=(plain,), source=source) if kind in _KINDS else plain
