"""Write a document as one HTML page, complete in itself: no script, no other file, nothing fetched."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from ...diagnostics import BriefError, error
from ...document import Bibliography, Code, Document, Hole, Text
from ...document.walk import walk
from ...style import Style
from .. import Written
from .blocks import flow
from .looks import sheet
from .markup import element, escape
from .page import foot, head
from .writing import Writing

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What can't stand in an HTML page (13.1.4): controls but tab and line end, lone surrogates, noncharacters."""


def write(document: Document, style: Style, located: bool = False) -> Written:
    """Return a document as the bytes of an HTML page in UTF-8.

    `located` lets each block tell the file and line that it was written at, for a preview. Raise BriefError naming each
    character that no HTML page can hold.
    """
    _refuse_unprintable(document)
    lists = [node for node in walk(document) if isinstance(node, Bibliography)]
    works = frozenset(entry.id for one in lists for entry in one.entries)
    writing = Writing(style, document.meta, located, bibliography=works)
    body = flow(document.blocks, 0, writing)
    main = element("main", f"\n{body}\n{_notes(writing)}")
    css = sheet(style, writing.rules)
    page = f"{head(document.meta, style)}\n{main}\n{foot(document.meta, style)}"
    return Written(_page(document, css, page).encode())


def _page(document: Document, css: str, body: str) -> str:
    meta = document.meta
    digest = b64encode(sha256(css.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    named = {"author": meta.author, "description": meta.subject, "generator": "reportgen"}
    parts = [
        '<meta charset="utf-8">',
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        *(element("meta", name=name, content=content) for name, content in named.items() if content),
        element("title", escape(meta.title)),
        f"<style>{css}</style>",
    ]
    inside = "\n".join(["", "<head>", *parts, "</head>", "<body>", body, "</body>", ""])
    return "<!DOCTYPE html>\n" + element("html", inside, lang=meta.language, dir=meta.direction) + "\n"


def _notes(writing: Writing) -> str:
    """Return the footnotes behind the text, each leading back to its mark (DPUB-ARIA 1.1); nothing for none."""
    items = []
    for note in writing.notes:
        number = str(note.number)
        back = element("a", number, href=f"#mark-{number}", role="doc-backlink", class_="note-number")
        items.append(writing.element("li", back + flow(note.blocks, 0, writing), id=f"note-{number}"))
    notes = element("ol", "\n".join(items), role="list")
    return element("section", notes, class_="notes", role="doc-endnotes") if items else ""


def _refuse_unprintable(document: Document) -> None:
    faults = []
    for node in walk(document):
        if isinstance(node, Text | Code | Hole):
            for character in dict.fromkeys(UNPRINTABLE.findall(node.text)):
                message = f"the text holds the control character U+{ord(character):04X}"
                faults.append(error("unprintable-character", message, node.source, "take it out"))
    if faults:
        raise BriefError(dict.fromkeys(faults))
