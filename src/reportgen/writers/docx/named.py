"""One named style of a Word document (ECMA-376 17.7.4.17)."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from ...frozen import dataclass
from ...style import ResolvedLook, Style
from .natural_lines import natural_lines
from .properties import ALIGN, indent, look_of_runs, paragraph_properties, spacing
from .wml import val

LINKED = ("Heading", "Title", "Subtitle", "Quote", "BodyText", "Header", "Footer", "FootnoteText", "CommentText")
"""What the ids of the paragraph styles begin with that have a character style beside them, as in Word's own files."""


GROWING = ("Figure", "Header", "Footer")
"""The ids of the styles whose lines hold more than words of their size: pictures, or a marking in larger type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A named style: its id, its name, and what it says.

    `own` is False for the styles that Word knows by name. `rank` sorts Word's gallery, and styles without one stay out
    of it; `parent` is the style that this one changes, `following` the one of the next paragraph, its own if empty.
    """

    id: str
    name: str
    kind: Literal["paragraph", "character", "table", "numbering"] = "paragraph"
    parent: str = ""
    following: str = ""
    rank: int = 0
    own: bool = False
    default: bool = False
    link: str = ""
    properties: str = ""

    def xml(self) -> str:
        """Return the style as an element."""
        flags = (' w:default="1"' if self.default else "") + (' w:customStyle="1"' if self.own else "")
        return (
            f'<w:style w:type="{self.kind}"{flags} w:styleId="{self.id}">{val("name", self.name)}'
            + (val("basedOn", self.parent) if self.parent else "")
            + (val("next", self.following) if self.following else "")
            + (val("link", self.link) if self.link else "")
            + val("uiPriority", self.rank or 99)
            + ("<w:qFormat/>" if self.rank else "<w:semiHidden/><w:unhideWhenUsed/>")
            + f"{self.properties}</w:style>"
        )


def linked(named: Named) -> tuple[Named, ...]:
    """Return a paragraph style and, where Word has one beside it, the character style for a part of a paragraph.

    Word shows the two as one, and takes the second where only some words are marked (ECMA-376 17.7.4.6).
    """
    if not named.id.startswith(LINKED):
        return (named,)
    id, name = f"{named.id}Char", f"{named.name[0].upper()}{named.name[1:]} Char"
    _, start, runs = named.properties.partition("<w:rPr>")
    words = Named(id=id, name=name, kind="character", parent="DefaultParagraphFont", properties=start + runs)
    return replace(named, link=id), replace(words, own=True, link=named.id)


def paragraph_style(id: str, name: str, look: ResolvedLook, style: Style, **given: object) -> Named:
    """Return the paragraph style of a look; `given` are fields of the style and, by their names, further properties."""
    fields = {key: value for key, value in given.items() if key in Named.__dataclass_fields__}
    more = {key: str(value) for key, value in given.items() if key not in fields}
    if style.letterhead:  # nothing of how its own paragraphs stand may show in ours
        more = {"ind": indent(look.left, look.right, look.first), "jc": val("jc", ALIGN[look.align]), **more}
    more = {"spacing": spacing(look, "atLeast" if _grows(id, look, style) else "exact"), **more}
    runs = look_of_runs(look, style)
    properties = f"<w:pPr>{paragraph_properties(look, **more)}</w:pPr>" + (f"<w:rPr>{runs}</w:rPr>" if runs else "")
    return Named(id=id, name=name, properties=properties, **{"parent": "Normal", **fields})  # type: ignore[arg-type]


def _grows(id: str, look: ResolvedLook, style: Style) -> bool:
    """Return whether the lines of a style may grow with what people put into them, such as pictures.

    Not where the typeface alone would make them: Source Sans 3 wants 1.42 of its size, so that each line of a table
    would stand as much as a point lower than in the PDF. Word asks no typeface about lines of an exact height.
    """
    return id in GROWING or natural_lines(style.fonts[look.font]).leading * look.size <= look.leading
