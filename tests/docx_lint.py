"""What validators of DOCX files pass over: what is begun and not ended, points nowhere, or can't be heard."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
LONGEST_BOOKMARK = 40
STORIES = re.compile(r"word/(document|footnotes|comments|(header|footer)\w*)\.xml")


def lint(data: bytes) -> list[str]:
    """Return what is wrong with a file, each fault after the part that it is in; nothing for a sound one."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        trees = {name: etree.fromstring(package.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    stories = {name: tree for name, tree in trees.items() if STORIES.fullmatch(name)}
    found = [f"{name}: there twice" for name, count in Counter(names).items() if count > 1]
    for name, tree in stories.items():
        faults = (*_fields(tree), *_tables(tree), *_pictures(tree), *_styles(tree, trees), *_lists(tree, trees))
        found += [f"{name}: {fault}" for fault in (*faults, *_relations(tree, trees, name), *_order(tree))]
    found += [f"bookmarks: {fault}" for fault in _bookmarks(list(stories.values()))]
    found += [f"notes: {fault}" for fault in (*_marks(trees, "footnote"), *_marks(trees, "comment"))]
    return found


def _fields(tree: etree._Element) -> Iterator[str]:
    """Return fields that are not ended, or ended before they began, and those that Word would ask about."""
    open_fields: list[bool] = []
    for node in tree.iter(f"{W}fldChar"):
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append(False)
        elif not open_fields:
            yield f"a field has '{kind}' before 'begin'"
            return
        elif kind == "separate":
            open_fields[-1] = True
        elif not open_fields.pop():
            yield "a field has no result"
        if node.get(f"{W}dirty"):
            yield "a field is marked as out of date"
    if open_fields:
        yield f"{len(open_fields)} field(s) not ended"


def _tables(tree: etree._Element) -> Iterator[str]:
    for table in tree.iter(f"{W}tbl"):
        style = table.find(f"{W}tblPr/{W}tblStyle")
        if (
            style is not None
            and style.get(f"{W}val").endswith("MemoTable")
            and table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None
        ):
            yield "a table has no header row"
    for cell in tree.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"


def _pictures(tree: etree._Element) -> Iterator[str]:
    shown = list(tree.iter(f"{DRAWING}docPr"))
    yield from (f"the picture {node.get('name')} has no alternative text" for node in shown if not node.get("descr"))
    ids = Counter(node.get("id") for node in shown)
    yield from (f"{count} pictures have the id {id}" for id, count in ids.items() if count > 1)


def _styles(tree: etree._Element, trees: dict[str, etree._Element]) -> Iterator[str]:
    known = {style.get(f"{W}styleId") for style in trees["word/styles.xml"].iter(f"{W}style")}
    named = {node.get(f"{W}val") for node in tree.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    yield from (f"there is no style '{name}'" for name in sorted(named - known))


def _lists(tree: etree._Element, trees: dict[str, etree._Element]) -> Iterator[str]:
    known = {number.get(f"{W}numId") for number in trees["word/numbering.xml"].iter(f"{W}num")}
    named = {node.get(f"{W}val") for node in tree.iter(f"{W}numId")} - {"0"}
    yield from (f"there is no list {number}" for number in sorted(named - known))


def _relations(tree: etree._Element, trees: dict[str, etree._Element], name: str) -> Iterator[str]:
    relations = trees.get(f"word/_rels/{name.removeprefix('word/')}.rels")
    known = {relation.get("Id") for relation in relations} if relations is not None else set()
    named = {value for node in tree.iter() for key, value in node.attrib.items() if key.startswith(R)}
    yield from (f"there is no relationship '{id}'" for id in sorted(named - known))


def _order(tree: etree._Element) -> Iterator[str]:
    """Return links in links, which Word calls a corrupt file, and marks of notes where there can be none."""
    if any(True for node in tree.iter(f"{W}hyperlink") if next(node.iterancestors(f"{W}hyperlink"), None) is not None):
        yield "a link stands in a link"
    if tree.tag == f"{W}footnotes" and tree.find(f".//{W}footnoteReference") is not None:
        yield "a footnote has a footnote"


def _bookmarks(trees: list[etree._Element]) -> Iterator[str]:
    """Return bookmarks that are not ended, named twice or wrongly, and what points to none."""
    starts = [node for tree in trees for node in tree.iter(f"{W}bookmarkStart")]
    ends = Counter(node.get(f"{W}id") for tree in trees for node in tree.iter(f"{W}bookmarkEnd"))
    names = Counter(node.get(f"{W}name").lower() for node in starts)
    ids = Counter(node.get(f"{W}id") for node in starts)
    yield from (f"'{name}' is there {count} times" for name, count in names.items() if count > 1)
    yield from (f"the id {id} is there {count} times" for id, count in ids.items() if count > 1)
    legal = re.compile(rf"[^\W\d]\w{{0,{LONGEST_BOOKMARK - 1}}}")
    yield from (f"'{name}' is no name" for name in names if not legal.fullmatch(name))
    yield from (f"the id {id} is begun or ended alone" for id in sorted({*ids} ^ {*ends}))
    codes = " ".join(node.text for tree in trees for node in tree.iter(f"{W}instrText"))
    pointed = {*re.findall(r"\b(?:PAGE)?REF +(\w+)", codes)}
    pointed |= {node.get(f"{W}anchor") for tree in trees for node in tree.iter(f"{W}hyperlink")} - {None}
    yield from (f"nothing is named '{name}'" for name in sorted(pointed) if name.lower() not in names)


def _marks(trees: dict[str, etree._Element], kind: str) -> Iterator[str]:
    """Return notes or comments without a mark in the text, and marks without one."""
    part = trees.get(f"word/{kind}s.xml")
    there = [] if part is None else [note.get(f"{W}id") for note in part if not note.get(f"{W}type")]
    marks = [node.get(f"{W}id") for node in trees["word/document.xml"].iter(f"{W}{kind}Reference")]
    if sorted(there) != sorted(marks):
        yield f"the {kind}s are {there}, their marks {marks}"
