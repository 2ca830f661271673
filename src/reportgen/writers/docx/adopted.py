"""Which of our styles a letterhead has by its own, and what we write in its terms (ECMA-376 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...frozen import dataclass
from ...letterhead.paper import Letterhead
from ...letterhead.type_looks import TypeLook, type_look
from ...style import LookName, Style
from ...style.word_styles import WORD_STYLES
from .named import Named
from .numbering import UNCOUNTED
from .properties import THEME_COLOURS, scheme_colour

OURS_ALONE = re.compile("header|footer|List Continue.*")
"""The names of styles that are never the letterhead's: their stops and indents are those of our own lines and lists."""

DIRECT = re.compile(r"<w:numPr>.*?</w:numPr>")
OF_LINES = re.compile("toc .*|table of figures")
TABS = re.compile(r"<w:tabs>.*?</w:tabs>")
PARAGRAPH = re.compile(r'<w:pStyle w:val="(\w+)"/>((?:<w:keep(?:Next|Lines)/>)*)(<w:numPr>)?')
TIE = re.compile(r'<w:pStyle w:val="(\w+)"/>')
OTHER = re.compile(r'<w:(rStyle|tblStyle|basedOn|next) w:val="(\w+)"/>')
COUNTED = re.compile(r'(<w:(?:numId|abstractNumId) w:val="|<w:num w:numId="|<w:abstractNum w:abstractNumId=")(\d+)')
THEMED = re.compile(r'<a:schemeClr val="(\w+)"/>')


@dataclass(frozen=True, slots=True)
class Adopted:
    """Our styles on a letterhead.

    `ids` are the ids by which ours go there, of its own styles or of those in `added`. `direct` has, by our ids, what
    our style says of its paragraphs and the letterhead's does not: how they count, and the stops of their lines.
    `lists` is by how much the ids of our lists are raised, `colours` the palette by the names of our theme.
    """

    ids: Mapping[str, str]
    direct: Mapping[str, str]
    added: tuple[Named, ...]
    lists: int
    colours: Mapping[str, str]

    def written(self, xml: str) -> str:
        """Return what we wrote in our terms in those of the letterhead."""
        xml = PARAGRAPH.sub(self._paragraph, xml)
        xml = OTHER.sub(lambda found: f'<w:{found[1]} w:val="{self.ids.get(found[2], found[2])}"/>', xml)
        xml = COUNTED.sub(self._raised, xml)
        return THEMED.sub(lambda found: f'<a:srgbClr val="{self.colours[found[1]]}"/>', xml)

    def numbering(self, xml: str) -> str:
        """Return definitions of our lists in those terms; only styles that are ours are tied to them."""
        added = {named.id for named in self.added}

        def tie(found: re.Match[str]) -> str:
            id = self.ids[found[1]]
            return f'<w:pStyle w:val="{id}"/>' if id in added else ""

        return COUNTED.sub(self._raised, TIE.sub(tie, xml))

    def _raised(self, found: re.Match[str]) -> str:
        return f"{found[1]}{int(found[2]) + self.lists}"

    def _paragraph(self, found: re.Match[str]) -> str:
        id, kept, counted = found.groups()
        more = "" if counted else self.direct.get(id, "")
        return f'<w:pStyle w:val="{self.ids.get(id, id)}"/>{kept}{more}{counted or ""}'


def adopted(ours: Iterable[Named], lists: int, style: Style, letterhead: Letterhead) -> Adopted:
    """Return how our styles go on a letterhead; `lists` is the highest id of its lists and their definitions."""
    ours = tuple(ours)
    wanted = _wanted(style)
    ids: dict[str, str] = {}
    direct: dict[str, str] = {}
    missing: list[Named] = []
    for named in ours:
        names = () if OURS_ALONE.fullmatch(named.name) else wanted.get(named.name, (named.name,))
        found = next(filter(None, (letterhead.style(name, named.kind) for name in names)), None)
        if named.default:
            found = next((one for one in letterhead.styles if one.kind == named.kind and one.default), None)
        if found is None:
            missing.append(named)
            continue
        ids[named.id] = found.id
        number = DIRECT.search(named.properties)
        stops = TABS.search(named.properties) if OF_LINES.fullmatch(named.name) else None
        direct[named.id] = number[0] if number else UNCOUNTED if found.counts else ""
        direct[named.id] += stops[0] if stops else ""
    added = _renamed(missing, ids, letterhead)
    colours = {scheme_colour(name): style.colour(name) for name in THEME_COLOURS}
    return Adopted(ids, direct, added, lists, colours)


def standing_look(look: LookName, style: Style, letterhead: Letterhead) -> TypeLook | None:
    """Return how a letterhead's own style looks that paragraphs of ours are set in; None where they are set in ours."""
    wanted = "list-bullet" if look == "list-item" else look
    ours = next((names[0] for role, names in WORD_STYLES.items() if role == wanted), "")
    names = _wanted(style).get(ours, ())
    found = next(filter(None, (letterhead.style(name, "paragraph") for name in names)), None)
    return type_look(found.id, letterhead) if found else None


def _wanted(style: Style) -> Mapping[str, tuple[str, ...]]:
    """Return the names by which a letterhead may have our styles, by ours; that which the style file gives alone."""
    found = {}
    for role, names in WORD_STYLES.items():
        given = style.word_styles.get(role)
        found[names[0]] = (str(given),) if given else names
    return found


def _renamed(missing: Iterable[Named], ids: dict[str, str], letterhead: Letterhead) -> tuple[Named, ...]:
    """Return styles with ids and names that the letterhead has not; their ids are kept in `ids`."""
    taken = {one.id.casefold() for one in letterhead.styles}
    names = {name for one in letterhead.styles for name in one.names}
    found = []
    for named in missing:
        id, name = named.id, named.name
        while id.casefold() in taken:
            id = f"Memo{id}"
        while name.casefold() in names:
            name = f"Memo {name}"
        taken.add(id.casefold())
        names.add(name.casefold())
        ids[named.id] = id
        found.append(replace(named, id=id, name=name, own=named.own or name != named.name))
    return tuple(
        replace(
            one, parent=ids.get(one.parent, one.parent), following=ids.get(one.following, one.following), default=False
        )
        for one in found
    )
