"""A letterhead as a memo uses it: its page, its running lines, its styles, and the parts that come with them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from lxml import etree

from ..diagnostics import Source, refuse
from ..frozen import dataclass
from ..limits import NORMAL, Limits
from .cleaning import cleaned
from .lengths import points
from .package import Package, read_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VML = "{urn:schemas-microsoft-com:vml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

SIDES = ("top", "right", "bottom", "left", "header", "footer")
OLDEST = 12
AFTER_MARGINS, AT_END = ("paperSrc", "pgBorders", "lnNumType"), ("textDirection", "docGrid")
"""What else of a section's properties is taken, by its place among them (17.6.17)."""

Lines = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A style of a letterhead: its id, its name, that and its other names in lower case, and its kind.

    `counts` says that it puts its paragraphs into a list, `default` that it holds where none is named.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: str
    counts: bool = False
    default: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Letterhead:
    """A letterhead.

    `page` has the lengths of the page in points, by their names in a style file. `lines` are the names of the parts
    along its pages, by `header` or `footer` and `default`, `first` or `even`; `even` says that those of even pages are
    their own. `mode` is which Word's way of setting out pages it keeps to; `margins` and `end` are further properties
    of its section, as XML. `dropped` is what was left out, `text` what is written in its body; `others` is how many
    sections it has beside the first that have a page or lines of their own.
    """

    package: Package
    source: Source
    dropped: tuple[str, ...]
    page: Mapping[str, float]
    lines: Lines
    even: bool
    mode: int
    styles: tuple[WordStyle, ...]
    margins: str
    end: str
    text: str
    others: int

    def style(self, name: str, kind: str) -> WordStyle | None:
        """Return the style of a kind that has a name, capitals apart; None where there is none."""
        wanted = name.casefold()
        return next((one for one in self.styles if one.kind == kind and wanted in one.names), None)

    def part(self, kind: str) -> str:
        """Return the name of the part of a kind that the document has a relationship to; empty for none."""
        return next(self.package.related(self.package.main, kind), "")

    def words(self, part: str) -> str:
        """Return what is written in one of its parts, in one line; nothing for an empty name."""
        lines = self.package.tree(part).iter(f"{W}p") if part else ()
        return " ".join(word for line in lines for word in "".join(line.itertext(f"{W}t")).split())

    def drawn_words(self, part: str) -> str:
        """Return the words that are drawn in one of its parts, as watermarks are."""
        drawn = self.package.tree(part).iter(f"{VML}textpath") if part else ()
        return " ".join(node.get("string", "") for node in drawn)

    def has_picture(self, part: str) -> bool:
        """Return whether a picture stands in one of its parts."""
        shown = self.package.tree(part).iter(f"{DRAWING}blip", f"{VML}imagedata") if part else ()
        return any(True for _ in shown)


@lru_cache(maxsize=8)
def opened(data: bytes, source: Source, limits: Limits = NORMAL) -> Letterhead:
    """Return the letterhead in a file, cleaned; raise BriefError as `read_package` does."""
    package, dropped = cleaned(read_package(data, source, limits))
    document = package.tree(package.main)
    sections = list(document.iter(f"{W}sectPr"))
    section = next(iter(sections), None)
    settings = [package.tree(name) for name in package.related(package.main, "settings")]
    if not any(package.related(package.main, "styles")):
        raise refuse("bad-letterhead", "the letterhead has no styles", source, "open it in Word and save it again")
    return Letterhead(
        package=package,
        source=source,
        dropped=dropped,
        page={} if section is None else _page(section),
        lines={} if section is None else _lines(section, package),
        even=any(_is_on(tree.find(f"{W}evenAndOddHeaders")) for tree in settings),
        mode=max(map(_mode, settings), default=OLDEST),
        styles=_styles(package.tree(next(package.related(package.main, "styles")))),
        margins=_taken(section, AFTER_MARGINS),
        end=_taken(section, AT_END),
        text=" ".join(word for node in document.iter(f"{W}p") for word in "".join(node.itertext(f"{W}t")).split()),
        others=sum(_is_of_its_own(one, sections[0]) for one in sections[1:]),
    )


def _is_of_its_own(section: Any, first: Any) -> bool:
    """Return whether a section's lines or sheet are other than those of the first one."""
    lines = next(section.iter(f"{W}headerReference", f"{W}footerReference"), None)
    sheets = (one.find(f"{W}pgSz") for one in (section, first))
    sizes = [None if sheet is None else (sheet.get(f"{W}w"), sheet.get(f"{W}h")) for sheet in sheets]
    return lines is not None or sizes[0] != sizes[1]


def _page(section: Any) -> dict[str, float]:
    """Return the lengths of a section's page; a turned one is told upright, as a style has it."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    found = {}
    if size is not None:
        found = {"width": points(size.get(f"{W}w")), "height": points(size.get(f"{W}h"))}
    if margins is not None:
        found |= {side: abs(points(margins.get(f"{W}{side}"))) for side in SIDES}
        found["left"] += points(margins.get(f"{W}gutter"))
    return found


def _lines(section: Any, package: Package) -> Lines:
    """Return the parts along the pages of a section; those of the first page only where it has its own."""
    targets = {relation.id: relation.target for relation in package.relations.get(package.main, ())}
    title = _is_on(section.find(f"{W}titlePg"))
    found = {}
    for part in ("header", "footer"):
        for node in section.iter(f"{W}{part}Reference"):
            type, target = node.get(f"{W}type", "default"), targets.get(node.get(f"{R}id"), "")
            if target and (type != "first" or title):
                found[part, type] = target
        if title:
            found.setdefault((part, "first"), "")  # a first page of its own that has no such line
    return found


def _mode(settings: Any) -> int:
    """Return the compatibility mode (MS-DOCX 2.4); that of Word 2007 where none is named."""
    modes = (node for node in settings.iter(f"{W}compatSetting") if node.get(f"{W}name") == "compatibilityMode")
    written = next((node.get(f"{W}val", "") for node in modes), "")
    return int(written) if written.isdecimal() else OLDEST


def _is_on(node: Any) -> bool:
    return node is not None and node.get(f"{W}val", "true") not in ("0", "false", "off")


def _styles(tree: Any) -> tuple[WordStyle, ...]:
    nodes = {node.get(f"{W}styleId", ""): node for node in tree.iter(f"{W}style")}
    return tuple(_style(id, node, nodes) for id, node in nodes.items())


def _style(id: str, node: Any, nodes: Mapping[str, Any]) -> WordStyle:
    name = node.find(f"{W}name")
    return WordStyle(
        id=id,
        name=id if name is None else name.get(f"{W}val", id),
        names=_names(node),
        kind=node.get(f"{W}type", "paragraph"),
        counts=_counts(id, nodes),
        default=node.get(f"{W}default") in ("1", "true", "on"),
    )


def _names(node: Any) -> tuple[str, ...]:
    """Return the names that a style has in Word's lists, other than which people gave it among them."""
    written = [one.get(f"{W}val", "") for one in node.iter(f"{W}name", f"{W}aliases")]
    return tuple(name.strip().casefold() for names in written for name in (names, *names.split(",")) if name.strip())


def _counts(id: str, nodes: Mapping[str, Any]) -> bool:
    """Return whether a style, or one that it is based on, puts its paragraphs into a list."""
    seen: set[str] = set()
    while id in nodes and id not in seen:
        seen.add(id)
        number = nodes[id].find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            return bool(number.get(f"{W}val") != "0")
        parent = nodes[id].find(f"{W}basedOn")
        id = "" if parent is None else parent.get(f"{W}val", "")
    return False


def _taken(section: Any, names: tuple[str, ...]) -> str:
    """Return properties of a section as XML."""
    found = []
    for name in names:
        node = None if section is None else section.find(f"{W}{name}")
        if node is not None and not any(key.startswith(R) for key in node.attrib):
            alone = copy.deepcopy(node)
            alone.tail = None
            etree.cleanup_namespaces(alone)
            found.append(etree.tostring(alone, encoding="unicode"))
    return "".join(found)
