"""Paragraphs of a named style, and captions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...document import Chart, Diagram, Figure, Inline, Table
from ...languages.bidi import FROM_LEFT, way_of_markup
from ...style import LookName
from .. import CAPTION_END
from .fields import field
from .inlines import runs
from .place import Place
from .wml import twips, val
from .writing import Writing

BEHIND_DIRECTION = re.compile("<w:(?:spacing|ind|contextualSpacing|jc|outlineLvl|sectPr|rPr) ?[^>]*>")
"""The first of the properties that stand behind the direction of a paragraph in the schema's order (17.3.1.26)."""

NUMBERED = re.compile(r"(.*?)(\d+)", re.DOTALL)


def styled(name: str, look: LookName, inlines: Iterable[Inline], place: Place, writing: Writing, id: str = "") -> str:
    """Return a paragraph whose style does not come from its place, though it begins where text begins there.

    `id` is that of the part of the document that it is, if it has one.
    """
    return written(name, writing.bookmarks.around(id, runs(inlines, writing.words(look), writing)), indent_at(place))


def written(name: str, content: str, properties: str = "") -> str:
    """Return a paragraph of a style with its content, and further properties of its own.

    It runs as its first strong character does: a paragraph from the right says so (ECMA-376 17.3.1.6). In a document
    from the right all do without saying so, but for one that begins with a left-to-right mark.
    """
    if FROM_LEFT in content and way_of_markup(content, "rtl") == 0:
        properties = _with_direction(properties, '<w:bidi w:val="0"/>')
    elif way_of_markup(content, "ltr"):
        # Left is where such a paragraph begins: at its right. So what is aligned to the right stands there too.
        aligned = val("jc", "left") if name.endswith("Right") else ""
        properties = _with_direction(properties, "<w:bidi/>") + aligned
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{properties}</w:pPr>{content}</w:p>'


def _with_direction(properties: str, direction: str) -> str:
    """Return properties of a paragraph with its direction, at its place in the schema's order."""
    place = BEHIND_DIRECTION.search(properties)
    at = place.start() if place else len(properties)
    return f"{properties[:at]}{direction}{properties[at:]}"


def indent_at(place: Place) -> str:
    """Return the indent of a paragraph that begins where text begins at a place; nothing at the margin."""
    return f'<w:ind w:left="{twips(place.left)}" w:firstLine="0"/>' if place.left else ""


def caption(node: Table | Figure | Chart | Diagram, style_id: str, place: Place, writing: Writing) -> str:
    """Return the caption of a node after its label, whose number is a field; nothing where it has neither.

    References and contents lists lead to the bookmark around the label.
    """
    if not has_caption(node):
        return ""
    words = writing.words("caption")
    label = writing.bookmarks.around(node.id, _label(node, writing))
    between = writing.run(CAPTION_END, words, node.source) if node.label and node.caption else ""
    return written(style_id, label + between + runs(node.caption, words, writing), indent_at(place))


def has_caption(node: Table | Figure | Chart | Diagram) -> bool:
    """Return whether something is printed as the caption of a node."""
    return bool(node.caption or node.label)


def _label(node: Table | Figure | Chart | Diagram, writing: Writing) -> str:
    """Return the label of a node as words and a field that counts those of its kind (ECMA-376 17.16.5.56)."""
    words = writing.words("caption")
    parts = NUMBERED.fullmatch(node.label)
    if parts is None:
        return writing.run(node.label, words, node.source)
    before, number = parts.groups()
    kind = "Table" if isinstance(node, Table) else "Figure"
    counted = str(writing.sequences.get(kind, 0) + 1)
    writing.sequences[kind] = int(number)
    anew = "" if number == counted else f" \\r {number}"
    code = f"SEQ {kind} \\* ARABIC{anew}"
    return writing.run(before, words, node.source) + field(code, writing.run(number, words, node.source))
