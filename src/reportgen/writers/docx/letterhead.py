"""A memo on a letterhead: its parts as they are, with ours put in beside or into them (ECMA-376-2)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ...document import Meta
from ...letterhead.package import Package, Relation, parsed, reached
from ...letterhead.paper import Letterhead
from ...style import Style
from .adopted import Adopted, adopted
from .counting import Counting
from .custom import FORMAT, custom_properties
from .house import (
    CORE,
    CORE_RELATION,
    OFFICE,
    RELATION,
    WORD,
    WORD_PARTS,
    Content,
    content_types,
    core_part,
    font_table,
    house_settings,
    relationships,
)
from .looks import styles_of
from .numbering import numbering_part
from .wml import DECLARED, NAMESPACES, XML

W = f"{{{NAMESPACES['w']}}}"

OF_BODY = {
    *("header", "footer", "image", "hyperlink", "chart", "chartEx", "diagramData", "diagramLayout", "diagramColors"),
    *("diagramQuickStyle", "diagramDrawing", "comments", "commentsExtended", "commentsIds", "commentsExtensible"),
    *(
        "people",
        "footnotes",
        "printerSettings",
        "chartUserShapes",
        "stylesWithEffects",
        "slicer",
        "model3d",
        "video",
        "audio",
    ),
}
"""The kinds of the relationships of a document that its text uses, which is not ours; and of a copy of its styles,
kept by Word 2010, that would say otherwise than they do."""

OF_FILE = {"core-properties", "extended-properties", "thumbnail", "custom-properties"}
"""The kinds of what a file says of itself: of the letterhead, not of the memo."""

FIRST_OF_LINES = 1_000_000
"""Above all ids of what is drawn in the text and marked there."""

AFTER_NOTES = (
    *("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping"),
    *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown"),
    *("smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
"""The settings that come after that of footnotes (17.15.1.78)."""


@dataclass(slots=True)
class _Paper:
    """The parts of a file that is being put together: their contents, their types, and who is related to whom.

    `drawings` is the last id of what is drawn in the letterhead's lines, `bookmarks` are the names of those in them.
    """

    parts: dict[str, bytes]
    types: dict[str, str]
    relations: dict[str, tuple[Relation, ...]]
    main: str
    drawings: int = FIRST_OF_LINES
    bookmarks: set[str] = field(default_factory=set)

    def set(self, kind: str, data: bytes, id: str = "", type: str = "", name: str = "") -> str:
        """Put a part in, in place of the one of its kind that the document has; return its name."""
        has = self.relations.get(self.main, ())
        there = next((one.target for one in has if not id and one.kind == kind and not one.external), "")
        part = there or self.free(name or posixpath.join(posixpath.dirname(self.main), f"{id or kind}.xml"))
        self.parts[part], self.types[part] = data, type or WORD_PARTS[kind]
        if not there:
            self.relations[self.main] = (*has, Relation(id or f"memo_{kind}", f"{RELATION}/{kind}", part))
        return part

    def free(self, name: str) -> str:
        """Return a name that no part has."""
        stem, dot, end = name.rpartition(".")
        taken = {part.lower() for part in self.parts}
        while f"{stem}{dot}{end}".lower() in taken:
            stem = f"{stem}_memo"
        return f"{stem}{dot}{end}"

    def tree(self, kind: str) -> Any:
        """Return the part of a kind that the document has; None for none."""
        has = self.relations.get(self.main, ())
        part = next((one.target for one in has if one.kind == kind and not one.external), "")
        return parsed(self.parts[part]) if part else None


def letterhead_parts(
    style: Style, meta: Meta, content: Content, counting: Counting, letterhead: Letterhead
) -> dict[str, bytes]:
    """Return the files of a document on a letterhead by their names in the package, with its content in them."""
    paper = _paper(letterhead)
    numbers = paper.tree("numbering")
    terms = adopted(styles_of(style, meta, counting), _highest(numbers), style, letterhead)
    paper.set("styles", _bytes(_styles(paper.tree("styles"), terms, meta)))
    paper.set("numbering", _bytes(_numbering(numbers, numbering_part(style, content.lists, counting), terms)))
    paper.set("settings", _bytes(_settings(paper.tree("settings"), meta, bool(content.notes))))
    paper.set("fontTable", _bytes(_fonts(paper.tree("fontTable"), style)))
    for kind, xml in (("footnotes", content.notes), ("comments", content.comments)):
        if xml:
            paper.set(kind, terms.written(xml).encode())
    for name, xml in content.lines.items():
        _set_line(paper, name, terms.written(xml), content.bases.get(name, ""), letterhead.package)
    body = f"{XML}<w:document {DECLARED}><w:body>{terms.written(content.body)}</w:body></w:document>"
    paper.parts[paper.main], paper.types[paper.main] = body.encode(), f"{WORD}document.main+xml"
    _set_origin(paper, content.origin)
    _set_properties(paper, meta, letterhead.package)
    return _files(paper)


def _paper(letterhead: Letterhead) -> _Paper:
    """Return what of a letterhead stays: all but its text and what only that uses, and what it says of itself."""
    package = letterhead.package
    relations = dict(package.relations)
    relations[""] = tuple(one for one in relations.get("", ()) if one.kind not in OF_FILE)
    own = (one for one in relations.get(package.main, ()) if one.kind not in OF_BODY)
    relations[package.main] = tuple(
        Relation(f"base{number}", one.type, one.target, one.external) for number, one in enumerate(own, 1)
    )
    parts, types = dict(package.parts), dict(package.types)
    for notes in package.related(package.main, "endnotes"):
        tree = parsed(parts[notes])
        for note in [one for one in tree if not one.get(f"{W}type")]:
            tree.remove(note)
        parts[notes] = _bytes(tree)
        relations.pop(notes, None)
    lines = tuple(Relation("", "", name) for name in letterhead.lines.values() if name)
    found = reached({**relations, "": (*relations[""], *lines)})
    return _Paper({name: data for name, data in parts.items() if name in found}, types, relations, package.main)


def _styles(tree: Any, terms: Adopted, meta: Meta) -> Any:
    """Return a letterhead's styles with those of ours that it has not, in the memo's language."""
    whole = f"<w:styles {DECLARED}>{''.join(named.xml() for named in terms.added)}</w:styles>"
    tree.extend(parsed(terms.numbering(whole).encode()))
    default = tree.xpath("w:style[@w:type='paragraph'][@w:default='1' or @w:default='true']", namespaces=NAMESPACES)
    rtl = meta.direction == "rtl"
    for node in (one for top in (*tree.iter(f"{W}docDefaults"), *default) for one in top.iter(f"{W}lang")):
        node.set(f"{W}val", meta.language)
        if rtl:
            node.set(f"{W}bidi", meta.language)
    _set_defaults(tree, meta, rtl)
    return tree


def _set_defaults(tree: Any, meta: Meta, rtl: bool) -> None:
    """Say the memo's language and direction where the letterhead says none (17.7.5.1)."""
    defaults = tree.find(f"{W}docDefaults")
    if defaults is None:
        defaults = etree.Element(f"{W}docDefaults")
        tree.insert(0, defaults)
    runs = _inside(_inside(defaults, "rPrDefault"), "rPr")
    if runs.find(f"{W}lang") is None:
        etree.SubElement(runs, f"{W}lang").set(f"{W}val", meta.language)
    if rtl:
        paragraphs = _inside(_inside(defaults, "pPrDefault"), "pPr")
        if paragraphs.find(f"{W}bidi") is None:
            paragraphs.insert(0, etree.Element(f"{W}bidi"))


def _inside(node: Any, name: str) -> Any:
    """Return the element of a name in another, made there at its end if there was none."""
    found = node.find(f"{W}{name}")
    return etree.SubElement(node, f"{W}{name}") if found is None else found


def _highest(tree: Any) -> int:
    """Return the highest id of lists and their definitions; 0 for none."""
    if tree is None:
        return 0
    ids = [node.get(f"{W}{key}") for node in tree for key in ("numId", "abstractNumId")]
    return max((int(id) for id in ids if id and id.isdecimal()), default=0) + 1


def _numbering(tree: Any, ours: str, terms: Adopted) -> Any:
    """Return a letterhead's lists and behind them ours, definitions before instances (17.9.16)."""
    if tree is None:
        return parsed(terms.numbering(ours).encode())
    signs = {node.get(f"{W}val", "") for node in tree.iter(f"{W}nsid")}
    own = 0x5247
    while any(sign.upper().startswith(f"{own:04X}") for sign in signs):
        own += 1  # Word takes definitions with the same sign for one list
    added = parsed(terms.numbering(ours).replace('<w:nsid w:val="5247', f'<w:nsid w:val="{own:04X}').encode())
    first = next(iter([*tree.iterchildren(f"{W}num"), *tree.iterchildren(f"{W}numIdMacAtCleanup")]), None)
    place = len(tree) if first is None else tree.index(first)
    tree[place:place] = list(added.iterchildren(f"{W}abstractNum"))
    last = tree.find(f"{W}numIdMacAtCleanup")
    place = len(tree) if last is None else tree.index(last)
    tree[place:place] = list(added.iterchildren(f"{W}num"))
    return tree


def _settings(tree: Any, meta: Meta, with_notes: bool) -> Any:
    """Return a letterhead's settings, which name the separators of our footnotes; ours where it has none."""
    if tree is None:
        return parsed(house_settings(meta, with_notes).encode())
    notes = tree.find(f"{W}footnotePr")
    if notes is None and with_notes:
        later = (node for node in tree if etree.QName(node).localname in AFTER_NOTES)
        notes = etree.Element(f"{W}footnotePr")
        place = next(later, None)
        tree.insert(len(tree) if place is None else tree.index(place), notes)
    if notes is not None:
        for node in list(notes.iterchildren(f"{W}footnote")):
            notes.remove(node)
        for id in ("-1", "0") if with_notes else ():
            etree.SubElement(notes, f"{W}footnote").set(f"{W}id", id)
    return tree


def _fonts(tree: Any, style: Style) -> Any:
    ours = parsed(font_table(style).encode())
    if tree is None:
        return ours
    known = {node.get(f"{W}name") for node in tree}
    tree.extend([node for node in ours if node.get(f"{W}name") not in known])
    return tree


def _set_line(paper: _Paper, name: str, xml: str, base: str, package: Package) -> None:
    """Put in a line along pages: the letterhead's, and ours on the side of it that is nearer to the text."""
    part = "header" if name.startswith("header") else "footer"
    ours = parsed(xml.encode())
    if base:
        tree = package.tree(base)
        _number(tree, paper)
        place = len(tree) if part == "header" else 0
        tree[place:place] = list(ours)
        ours = tree
    if not len(ours):
        etree.SubElement(ours, f"{W}p")
    made = paper.set(part, _bytes(ours), id=name, type=f"{WORD}{part}+xml")
    if base and base in package.relations:
        paper.relations[made] = package.relations[base]


def _number(tree: Any, paper: _Paper) -> None:
    """Give what is drawn and marked in a line ids that nothing else has; a mark stays in the first copy alone."""
    for node in list(tree.iter("{*}docPr", f"{W}bookmarkStart")):
        paper.drawings += 1
        key, name = ("id", "") if not node.tag.startswith(W) else (f"{W}id", node.get(f"{W}name", ""))
        ends = [one for one in tree.iter(f"{W}bookmarkEnd") if name and one.get(f"{W}id") == node.get(key)]
        for one in (node, *ends):
            if name in paper.bookmarks:
                one.getparent().remove(one)
            one.set(key, str(paper.drawings))
        paper.bookmarks |= {name} - {""}


def _set_origin(paper: _Paper, origin: Mapping[str, str]) -> None:
    if not origin:
        return
    item = paper.free("customXml/item1.xml")
    paper.set("customXml", origin["item1"].encode(), id="origin", type="application/xml", name=item)
    properties = paper.free("customXml/itemProps1.xml")
    paper.parts[properties] = origin["itemProps1"].encode()
    paper.types[properties] = f"{OFFICE}customXmlProperties+xml"
    paper.relations[item] = (Relation("rId1", f"{RELATION}/customXmlProps", properties),)


def _set_properties(paper: _Paper, meta: Meta, package: Package) -> None:
    """Put in what is said of the memo, beside properties of the letterhead's own such as a label of protection."""
    ours = parsed(custom_properties(meta).encode())
    there = next(package.related("", "custom-properties"), "")
    names = {node.get("name", "").lower() for node in ours}
    for node in package.tree(there) if there else ():
        if node.get("name", "").lower() not in names:
            ours.append(node)
    for number, node in enumerate(ours, 2):
        node.set("fmtid", node.get("fmtid", FORMAT))
        node.set("pid", str(number))
    named = (
        ("core", "docProps/core.xml", CORE_RELATION, CORE, core_part().encode()),
        (
            "custom",
            "docProps/custom.xml",
            f"{RELATION}/custom-properties",
            f"{OFFICE}custom-properties+xml",
            _bytes(ours),
        ),
    )
    for id, name, kind, type, data in named:
        paper.parts[name], paper.types[name] = data, type
        paper.relations[""] = (*paper.relations[""], Relation(f"memo_{id}", kind, name))


def _files(paper: _Paper) -> dict[str, bytes]:
    """Return the parts that can still be reached, with the files that say their types and relationships."""
    found = reached(paper.relations)
    parts = {name: data for name, data in paper.parts.items() if name in found}
    files = {"[Content_Types].xml": content_types({f"/{name}": paper.types[name] for name in parts}).encode()}
    for owner, has in paper.relations.items():
        if has and (not owner or owner in parts):
            folder, name = posixpath.split(owner)
            written = (
                (one.id, one.type, one.target if one.external else f"/{one.target}", one.external) for one in has
            )
            files[posixpath.join(folder, "_rels", f"{name}.rels")] = relationships(written).encode()
    return {**files, **parts}


def _bytes(tree: Any) -> bytes:
    data: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
