"""Leave out of a letterhead what could run, fetch or open something on a reader's machine, and say what that was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from .fields import without_risky_fields
from .package import Package, Relation, reached

RISKY = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "keyMapCustomizations": "keys bound to commands",
    "attachedToolbars": "toolbars",
    "extensibility": "ribbon commands",
    "userCustomization": "ribbon commands",
    "control": "ActiveX controls",
    "activeXControlBinary": "ActiveX controls",
    "ctrlProp": "ActiveX controls",
    "oleObject": "embedded objects",
    "package": "embedded files",
    "aFChunk": "embedded files",
    "subDocument": "a linked document",
    "attachedTemplate": "a link to another template",
    "mailMergeSource": "a mail merge",
    "mailMergeHeaderSource": "a mail merge",
    "recipientData": "a mail merge",
    "webextension": "add-ins",
    "webextensiontaskpanes": "add-ins",
    "transform": "a transformation",
}
"""The kinds of relationships that are left out with what they lead to, and what that is called."""

SAFE_LINK = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The content type of the numbers behind a chart, which is the one embedded file that stays."""

HOLDERS = {
    *("object", "control", "pict", "drawing", "altChunk", "subDoc", "attachedTemplate", "mailMerge", "externalData"),
    "saveThroughXslt",
}
"""What is taken out whole where something in it leads to what is left out."""

VML = "{urn:schemas-microsoft-com:vml}"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
FETCHING = ("src", "href", "althref")
SETTINGS = {"updateFields": "an update of fields on opening"}
"""Settings that are left out: Word would ask the reader, and count pages anew that are right already."""


def cleaned(package: Package) -> tuple[Package, tuple[str, ...]]:
    """Return a package without what is risky in it, and what that was, each once, sorted; nothing for a clean one."""
    found: set[str] = set()
    relations, dropped = {}, {}
    for part, has in package.relations.items():
        risky = {relation.id: told for relation in has if (told := _risk(relation, part, package))}
        found.update(risky.values())
        relations[part] = tuple(relation for relation in has if relation.id not in risky)
        dropped[part] = set(risky)
    there = reached(relations)
    parts = {name: data for name, data in package.parts.items() if name in there and name in package.types}
    for name in parts:
        if package.types[name].endswith("xml"):
            parts[name], more = _cleaned_part(parts[name], dropped.get(name, set()))
            found.update(more)
    types = {name: kind for name, kind in package.types.items() if name in parts}
    kept = {part: has for part, has in relations.items() if not part or part in parts}
    return replace(package, parts=parts, types=types, relations=kept), tuple(sorted(found))


def _risk(relation: Relation, part: str, package: Package) -> str:
    """Return what a relationship brings along that must stay out; empty for a harmless one."""
    kind = relation.kind
    if relation.external and kind not in RISKY:
        if kind != "hyperlink":
            return "content from elsewhere"
        return "" if SAFE_LINK.match(relation.target) else "a link that is no web address"
    of_chart = package.types.get(part, "").endswith("drawingml.chart+xml")
    if kind == "package" and of_chart and package.types.get(relation.target) == SHEET:
        return ""
    return RISKY.get(kind, "")


def _cleaned_part(data: bytes, dropped: set[str]) -> tuple[bytes, set[str]]:
    """Return a part without what leads to relationships that were left out, and what else was; a clean one as it is."""
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    before = etree.tostring(tree)
    for node in list(tree.iter(etree.Element)):
        if dropped.intersection(_ids(node)):
            _take_out(node, dropped)
    found = {*_without_addresses(tree), *_without_settings(tree), *without_risky_fields(tree)}
    if etree.tostring(tree) == before:
        return data, found
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True), found


def _ids(node: Any) -> Iterator[str]:
    """Return the ids of relationships that an element names."""
    for key, value in node.attrib.items():
        if key.startswith(RELATIONS) or key == f"{OFFICE}relid":
            yield value


def _take_out(node: Any, dropped: set[str]) -> None:
    """Take out an element that leads to what is left out, with all that shows it; of a link only the address."""
    linked = [key for key, value in node.attrib.items() if value in dropped and key.startswith((RELATIONS, OFFICE))]
    name = etree.QName(node).localname
    if name == "hyperlink":
        for key in linked:
            del node.attrib[key]
        return
    if linked == [f"{RELATIONS}link"] and f"{RELATIONS}embed" in node.attrib:
        del node.attrib[linked[0]]
        return
    holders = [one for one in (node, *node.iterancestors()) if etree.QName(one).localname in HOLDERS]
    whole = holders[0] if holders and name not in ("hlinkClick", "hlinkHover") else node
    if whole.getparent() is not None:
        whole.getparent().remove(whole)


def _without_addresses(tree: Any) -> Iterator[str]:
    """Take out the addresses of pictures in old drawings, and tell that there were some."""
    for node in tree.iter(f"{VML}*"):
        for key in FETCHING:
            if key in node.attrib:
                del node.attrib[key]
                yield "content from elsewhere"


def _without_settings(tree: Any) -> Iterator[str]:
    for name, told in SETTINGS.items():
        for node in list(tree.iter(f"{{*}}{name}")):
            node.getparent().remove(node)
            yield told
