"""The names of the Word styles that a letterhead's own stand for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

WordRole = Literal[
    "body",
    "title",
    "subtitle",
    "kicker",
    "lead-in",
    "heading-1",
    "heading-2",
    "heading-3",
    "list-bullet",
    "list-number",
    "numbered-paragraph",
    "field-label",
    "field-value",
    "quote",
    "code",
    "table",
    "table-head",
    "table-cell",
    "table-note",
    "caption",
    "callout",
    "callout-heading",
    "note",
    "contents-heading",
    "contents-1",
    "contents-2",
    "contents-3",
    "bibliography",
    "strong",
    "emphasis",
    "link",
    "marking",
]
"""What in a memo can be set in a style of the letterhead's."""

WORD_STYLES: Mapping[WordRole, tuple[str, ...]] = MappingProxyType(
    {
        "body": ("Body Text", "Text Body", "Normal"),
        "title": ("Title",),
        "subtitle": ("Subtitle",),
        "kicker": ("Kicker",),
        "lead-in": ("Lead-in",),
        "heading-1": ("heading 1",),
        "heading-2": ("heading 2",),
        "heading-3": ("heading 3",),
        "list-bullet": ("List Bullet",),
        "list-number": ("List Number",),
        "numbered-paragraph": ("Numbered Paragraph",),
        "field-label": ("Field Label",),
        "field-value": ("Field Value",),
        "quote": ("Quote",),
        "code": ("Code",),
        "table": ("Memo Table",),
        "table-head": ("Table Head",),
        "table-cell": ("Table Text",),
        "table-note": ("Table Note",),
        "caption": ("caption",),
        "callout": ("Callout",),
        "callout-heading": ("Callout Heading",),
        "note": ("footnote text",),
        "contents-heading": ("TOC Heading",),
        "contents-1": ("toc 1",),
        "contents-2": ("toc 2",),
        "contents-3": ("toc 3",),
        "bibliography": ("Bibliography",),
        "strong": ("Strong",),
        "emphasis": ("Emphasis",),
        "link": ("Hyperlink",),
        "marking": ("Marking",),
    }
)
"""Our name of each role's style, and after it the names by which a letterhead may have it too; Word writes those of
its own styles in English, whatever language it speaks."""

CHARACTER_ROLES = ("field-label", "strong", "emphasis", "link", "marking")
"""The roles whose styles are those of words; all others but `table` are of paragraphs."""


def kind_of(role: WordRole) -> str:
    """Return the kind of Word style that a role needs (ECMA-376 17.18.83)."""
    return "table" if role == "table" else "character" if role in CHARACTER_ROLES else "paragraph"
