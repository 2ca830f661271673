"""Open the package of a Word file from a stranger, within limits, and nothing of it unread (ECMA-376-2).

Nothing that is named in it is fetched, and nothing is expanded: a file that declares entities is refused, as the
standard has it (7.2.3).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import field, replace
from typing import Any
from urllib.parse import unquote
from xml.parsers import expat

from lxml import etree

from ..diagnostics import BriefError, Source, refuse
from ..frozen import dataclass
from ..limits import Limits, raising
from ..workspace import MEGABYTE

DEEPEST = 200
"""How deep elements may stand in one another: below what the parser itself gives up at."""

TYPES, ROOT = "[Content_Types].xml", "_rels/.rels"
OLD, FOLDER = b"\xd0\xcf\x11\xe0", "/"
"""What files begin with that Word wrote before 2007, or has locked with a password."""

STRICT = b"purl.oclc.org/ooxml"
"""What the names in a file saved as Strict Open XML begin with, which hardly any program reads."""

AS_TEMPLATE = re.compile(r"application/(vnd\.openxmlformats-officedocument\.wordprocessingml|vnd\.ms-word)\.")
XML_TYPE = re.compile(r"[+/]xml$|vmlDrawing$")
HINT = "open it in Word and save it as a Word document or template (.docx, .dotx)"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: its id, its kind by the last word of its type, and what it leads to.

    The target is the name of a part in the package, or an address where `external` is true.
    """

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type: `header`, `image`, `vbaProject`."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a file by their names without the first stroke, their content types, and their relationships.

    `main` is the name of the document's part; relationships are found by the name of the part that has them, those of
    the package by the empty text.
    """

    parts: dict[str, bytes]
    types: dict[str, str]
    relations: dict[str, tuple[Relation, ...]]
    main: str = field(default="")

    def related(self, part: str, kind: str) -> Iterator[str]:
        """Return the names of the parts that one has a relationship of a kind to; none where it has none."""
        for relation in self.relations.get(part, ()):
            if relation.kind == kind and not relation.external:
                yield relation.target

    def tree(self, part: str) -> Any:
        """Return a part as a tree of its own."""
        return parsed(self.parts[part])


def parsed(data: bytes) -> Any:
    """Return XML as a tree; nothing in it is fetched or expanded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)


def reached(relations: dict[str, tuple[Relation, ...]]) -> set[str]:
    """Return the names of the parts that can be reached from the package."""
    found: set[str] = set()
    waiting = [""]
    while waiting:
        for relation in relations.get(waiting.pop(), ()):
            if not relation.external and relation.target not in found:
                found.add(relation.target)
                waiting.append(relation.target)
    return found


def read_package(data: bytes, source: Source, limits: Limits) -> Package:
    """Return the package of a Word file, within limits.

    Raise BriefError, pointing at `source`: `bad-letterhead` where it is no such file or broken, `unsafe-letterhead`
    where it would take too much room, or declares entities.
    """
    files = _unzipped(data, source, limits)
    if TYPES not in files or ROOT not in files:
        raise refuse("bad-letterhead", "the letterhead is no Word file", source, HINT)
    types = _types(files, source)
    for name, content in files.items():
        if name.endswith(".rels") or XML_TYPE.search(types.get(name, "")):
            _check_xml(name, content, source)
    parts = {name: content for name, content in files.items() if not name.endswith(".rels") and name != TYPES}
    relations = {_owner(name): _relations(name, files) for name in files if name.endswith(".rels")}
    package = Package(parts, types, relations)
    main = next(package.related("", "officeDocument"), "")
    if STRICT in files[ROOT]:
        raise refuse("bad-letterhead", "the letterhead is in the Strict form of Open XML", source, HINT)
    if main not in parts or not AS_TEMPLATE.match(types.get(main, "")):
        raise refuse("bad-letterhead", "the letterhead is no Word document or template", source, HINT)
    return replace(package, main=main)


def _unzipped(data: bytes, source: Source, limits: Limits) -> dict[str, bytes]:
    """Return the files in a zip, the folders left out."""
    if data.startswith(OLD):
        raise refuse("bad-letterhead", "the letterhead is an old Word file, or locked with a password", source, HINT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.filename.endswith(FOLDER)]
            _check_size(entries, source, limits)
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as fault:
        raise refuse("bad-letterhead", f"the letterhead can't be opened: {fault}", source, HINT) from None


def _check_size(entries: list[zipfile.ZipInfo], source: Source, limits: Limits) -> None:
    """Refuse a zip by what it says of its size: the library reads no more of a file than that."""
    hint = "take pictures and parts out of it that a letterhead doesn't need, {}"
    if len(entries) > limits.parts:
        message = f"the letterhead has {len(entries):,} parts; {limits.parts:,} are the most"
        raise refuse("unsafe-letterhead", message, source, hint.format(raising("parts")))
    size = sum(entry.file_size for entry in entries) / MEGABYTE
    if size > limits.megabytes:
        message = f"the letterhead unpacks to {size:,.0f} MB; {limits.megabytes} MB are the most"
        raise refuse("unsafe-letterhead", message, source, hint.format(raising("megabytes")))
    names = [entry.filename.lower() for entry in entries]
    if len({*names}) < len(names):
        raise refuse("bad-letterhead", "the letterhead has two parts of the same name", source, HINT)


def _check_xml(name: str, content: bytes, source: Source) -> None:
    """Refuse a part that is no XML, declares a document type, or is nested too deeply, before it is made a tree."""
    depth = 0

    def opened(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            message = f"'{name}' in the letterhead has elements more than {DEEPEST} deep in one another"
            raise refuse("unsafe-letterhead", message, source, HINT)

    def closed(_: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*_: object) -> None:
        message = f"'{name}' in the letterhead declares a document type"
        raise refuse("unsafe-letterhead", message, source, "no Word file has one; ask its author for another")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.StartDoctypeDeclHandler = declared
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as fault:
        raise _broken(name, fault, source) from None
    try:
        parsed(content)
    except etree.XMLSyntaxError as fault:
        raise _broken(name, fault, source) from None


def _broken(name: str, fault: Exception, source: Source) -> BriefError:
    return refuse("bad-letterhead", f"'{name}' in the letterhead is broken: {fault}", source, HINT)


def _types(files: dict[str, bytes], source: Source) -> dict[str, str]:
    """Return the content type of each part, by its name or by how that ends (7.3.7); none for what has none."""
    _check_xml(TYPES, files[TYPES], source)
    defaults, named = {}, {}
    for node in parsed(files[TYPES]).iter("{*}Default", "{*}Override"):
        kind = node.get("ContentType", "")
        if "Extension" in node.attrib:
            defaults[node.get("Extension").lower()] = kind
        else:
            named[node.get("PartName", "").removeprefix("/").lower()] = kind
    found = {name: named.get(name.lower()) or defaults.get(name.rpartition(".")[2].lower(), "") for name in files}
    return {name: kind for name, kind in found.items() if kind and name != TYPES and not name.endswith(".rels")}


def _owner(name: str) -> str:
    """Return the name of the part whose relationships a file holds; empty for those of the package."""
    folder, _, file = name.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def _relations(name: str, files: dict[str, bytes]) -> tuple[Relation, ...]:
    """Return the relationships in a file; those to parts that there are not are left out."""
    folder = posixpath.dirname(_owner(name))
    lower = {one.lower(): one for one in files}
    found = []
    for node in parsed(files[name]).iter("{*}Relationship"):
        id, kind, target = node.get("Id", ""), node.get("Type", ""), node.get("Target", "")
        if node.get("TargetMode") == "External":
            found.append(Relation(id, kind, target, external=True))
            continue
        path = posixpath.normpath(posixpath.join("/", folder, unquote(target.partition("#")[0]))).removeprefix("/")
        if path.lower() in lower:
            found.append(Relation(id, kind, lower[path.lower()]))
    return tuple(found)
