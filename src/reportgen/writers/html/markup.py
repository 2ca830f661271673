"""The smallest pieces of HTML: escaped text, attributes, elements."""

from __future__ import annotations

VOID = frozenset({"br", "col", "hr", "img", "meta"})
"""The elements that hold nothing and have no end tag (HTML 13.1.2)."""


def escape(text: str) -> str:
    """Return characters as HTML text or attribute value."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def element(tag: str, content: str = "", /, **attributes: str | int | None) -> str:
    """Return an element; attributes that are empty or None are left out, underscores in their names become hyphens.

    A trailing underscore is for names that Python keeps for itself: `class_`.
    """
    written = "".join(
        f' {key.removesuffix("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value not in (None, "")
    )
    return f"<{tag}{written}>" if tag in VOID else f"<{tag}{written}>{content}</{tag}>"
