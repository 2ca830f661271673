"""Where a block stands, which decides how its paragraphs look and how wide it may be."""

from __future__ import annotations

from dataclasses import replace

from ...frozen import dataclass
from ...style import LookName, Style
from ...style.forms import Form

STYLE_OF: dict[LookName, str] = {
    "body": "BodyText",
    "title": "Title",
    "subtitle": "Subtitle",
    "kicker": "Kicker",
    "lead-in": "LeadIn",
    "table-note": "TableNote",
    "code": "Code",
    "quote": "Quote",
    "callout": "Callout",
    "table-cell": "TableText",
    "table-head": "TableHead",
    "field-value": "FieldValue",
    "note": "FootnoteText",
}
"""The id of the paragraph style of each role, and of each ground that text stands on."""

HEADING_LEVELS = 9


def narrowed(measure: float, taken: float) -> float:
    """Return what is left of a measure: at least half of it, however deep lists, quotes and boxes are nested."""
    return max(measure - taken, measure / 2)


@dataclass(frozen=True, slots=True)
class Place:
    """What a block needs to know of its surroundings; lengths in points.

    `ground` is the look of running text around here, `look` and `style` those of a body paragraph, `lead` and
    `properties` what its runs and its own properties begin with. `left` is where text begins, `measure` how wide it
    may be; `level` is that of the heading above, `depth` that of the list around, 0 for none; `closing` says that
    the block ends the outermost list. `form` is that of the pages, None in a box of its own, where none can turn.
    """

    measure: float
    ground: LookName = "body"
    look: LookName = "body"
    style: str = "BodyText"
    lead: str = ""
    properties: str = ""
    left: float = 0
    level: int = 0
    depth: int = 0
    closing: bool = False
    form: Form | None = None

    def inside(self, ground: LookName, measure: float, suffix: str = "") -> Place:
        """Return the place in a box of its own, such as a cell: nothing of what is around reaches in but the level."""
        style = STYLE_OF[ground] + suffix
        return Place(measure, ground, ground, style, level=self.level)

    def item(self, style: Style) -> Place:
        """Return the place of the text in an item of a list that stands here."""
        indent = style.list.indent
        left, measure, depth = self.left + indent, narrowed(self.measure, indent), self.depth + 1
        look: LookName = "list-item" if self.ground == "body" else self.ground
        return replace(self, look=look, left=left, measure=measure, depth=depth, lead="", properties="")
