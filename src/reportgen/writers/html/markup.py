"""The smallest pieces of HTML: escaped text, attributes, elements."""

from __future__ import annotations

from ...languages.bidi import way_of_markup

VOID = frozenset({"br", "col", "hr", "img", "meta"})
"""The elements that hold nothing and have no end tag (HTML 13.1.2)."""

DIRECTED = frozenset(
    {"p", "li", "dt", "dd", "td", "th", "figcaption", "caption", "pre", *(f"h{n}" for n in range(1, 7))}
)
"""The elements that are a paragraph or hold one."""


def escape(text: str) -> str:
    """Return characters as HTML text or attribute value."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def element(tag: str, content: str = "", /, **attributes: str | int | None) -> str:
    """Return an element; attributes that are empty or None are left out, underscores in their names become hyphens.

    What holds words that run from the right says in which direction the whole runs: as its first strong character does.
    A trailing underscore is for names that Python keeps for itself: `class_`.
    """
    if not content.isascii() and tag in DIRECTED:
        way = way_of_markup(content)
        attributes["dir"] = None if way is None else ("ltr", "rtl")[way]
    written = "".join(
        f' {key.removesuffix("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value not in (None, "")
    )
    return f"<{tag}{written}>" if tag in VOID else f"<{tag}{written}>{content}</{tag}>"
