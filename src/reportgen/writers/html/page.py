"""What stands above and below the text: the marking and the draft mark, which no reader must miss."""

from __future__ import annotations

from ...document import Meta
from ...style import Style
from .markup import element, escape


def head(meta: Meta, style: Style) -> str:
    """Return the draft mark and the marking over the text; nothing where there are neither."""
    return _banner("header", meta.draft_mark, meta)


def foot(meta: Meta, style: Style) -> str:
    """Return the marking under the text; nothing where there is none."""
    return _banner("footer", "", meta)


def _banner(name: str, draft: str, meta: Meta) -> str:
    words = (("draft", draft), ("marking", meta.marking))
    inside = "".join(element("span", escape(text), class_=kind) for kind, text in words if text)
    return element(name, inside, class_="banner") if inside else ""
