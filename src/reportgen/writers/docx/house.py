"""The parts of the house document: those of our style, and the text, all of which python-docx then opens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType

from ...document import Meta
from ...frozen import dataclass
from ...style import FontFamily, Style
from .counting import Counting
from .custom import custom_properties
from .looks import styles_part
from .numbering import numbering_part
from .theme import theme_part
from .wml import DECLARED, XML, escape, val

OFFICE = "application/vnd.openxmlformats-officedocument."
WORD = f"{OFFICE}wordprocessingml."
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
FAMILIES = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern"}
COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
}
"""As Word 2013 and later set out a page (MS-DOCX 2.4); any lower mode opens in Compatibility Mode."""

NONE: Mapping[str, tuple[str, str]] = MappingProxyType({})
WORD_PARTS = {
    "styles": f"{WORD}styles+xml",
    "numbering": f"{WORD}numbering+xml",
    "settings": f"{WORD}settings+xml",
    "fontTable": f"{WORD}fontTable+xml",
    "theme": f"{OFFICE}theme+xml",
    "footnotes": f"{WORD}footnotes+xml",
    "comments": f"{WORD}comments+xml",
}
"""The content types of the parts that the main document has one relationship to, by the kind of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the house document is to hold, as XML: the body, the parts with footnotes and comments if there are any, its
    own lists, and the parts that say where it comes from.

    `lines` are the parts of the lines along the pages, by the ids of the relationships to them; `bases` the names of
    the parts of a letterhead that some of them go into.
    """

    body: str
    notes: str = ""
    comments: str = ""
    origin: Mapping[str, str] = field(default_factory=dict)
    lists: str = ""
    lines: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, str] = field(default_factory=dict)


def house_parts(style: Style, meta: Meta, content: Content, counting: Counting) -> dict[str, str]:
    """Return the files of a document by their names in the package, with its content in them.

    The text is put in here as XML, since lxml takes ever longer to move elements from one document to another.
    """
    written = {
        "styles": styles_part(style, meta, counting),
        "numbering": numbering_part(style, content.lists, counting),
        "settings": house_settings(meta, bool(content.notes)),
        "fontTable": font_table(style),
        "theme": theme_part(style),
        **({"footnotes": content.notes} if content.notes else {}),
        **({"comments": content.comments} if content.comments else {}),
    }
    kinds = {f"{RELATION}/{name}": f"{name}.xml" for name in written}
    named = {id: (f"{RELATION}/{id[:6]}", f"{id}.xml") for id in content.lines}
    if content.origin:
        named["origin"] = (f"{RELATION}/customXml", "../customXml/item1.xml")
    return {
        "[Content_Types].xml": _content_types(written, content),
        "_rels/.rels": _relationships(
            {
                f"{RELATION}/officeDocument": "word/document.xml",
                CORE_RELATION: "docProps/core.xml",
                f"{RELATION}/custom-properties": "docProps/custom.xml",
            }
        ),
        "docProps/core.xml": core_part(),
        "docProps/custom.xml": custom_properties(meta),
        "word/document.xml": f"{XML}<w:document {DECLARED}><w:body>{content.body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(kinds, named),
        **{f"word/{name}.xml": xml for name, xml in {**written, **content.lines}.items()},
        **_origin_files(content.origin),
    }


def content_types(types: Mapping[str, str]) -> str:
    """Return the part that says the content type of each part by its name (ECMA-376-2 10.1.2.3)."""
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(found: Iterable[tuple[str, str, str, bool]]) -> str:
    """Return the part that holds relationships: the id, kind and target of each, and whether that is an address."""
    modes = {False: "", True: ' TargetMode="External"'}
    written = "".join(
        f'<Relationship Id="{id}" Type="{kind}" Target="{escape(target)}"{modes[external]}/>'
        for id, kind, target, external in found
    )
    return f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{written}</Relationships>'


def _origin_files(origin: Mapping[str, str]) -> dict[str, str]:
    if not origin:
        return {}
    relations = _relationships({f"{RELATION}/customXmlProps": "itemProps1.xml"})
    parts = {f"customXml/{name}.xml": xml for name, xml in origin.items()}
    return {**parts, "customXml/_rels/item1.xml.rels": relations}


def _content_types(written: Iterable[str], content: Content) -> str:
    names = {
        "/word/document.xml": f"{WORD}document.main+xml",
        "/docProps/core.xml": CORE,
        "/docProps/custom.xml": f"{OFFICE}custom-properties+xml",
        **{f"/word/{name}.xml": WORD_PARTS[name] for name in written},
        **{f"/word/{name}.xml": f"{WORD}{name[:6]}+xml" for name in content.lines},
        **({"/customXml/itemProps1.xml": f"{OFFICE}customXmlProperties+xml"} if content.origin else {}),
    }
    return content_types(names)


def _relationships(targets: Mapping[str, str], named: Mapping[str, tuple[str, str]] = NONE) -> str:
    """Return relationships to parts by their kinds, and those that have a given id."""
    numbered = {f"rId{number}": pair for number, pair in enumerate(targets.items(), 1)}
    return relationships((id, kind, target, False) for id, (kind, target) in {**numbered, **named}.items())


def core_part() -> str:
    """Return empty properties: without them python-docx would write its own name and the time of day."""
    names = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    names += 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    names += 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    return f"{XML}<cp:coreProperties {names}/>"


def house_settings(meta: Meta, with_notes: bool) -> str:
    """Return the settings; fields are never updated on opening, since Word would ask the reader first."""
    uri = "http://schemas.microsoft.com/office/word"
    modes = "".join(f'<w:compatSetting w:name="{n}" w:uri="{uri}" w:val="{v}"/>' for n, v in COMPATIBILITY.items())
    places = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hyperlink", "followedHyperlink")
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if with_notes else ""
    colours = " ".join(f'w:{name}="{name}"' for name in places)
    return (
        f'{XML}<w:settings {DECLARED}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{notes}<w:compat>{modes}</w:compat>'
        f'<w:themeFontLang w:val="{escape(meta.language)}"/>'
        f'<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" {colours}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table(style: Style) -> str:
    """Return the part that names the families, each with what may stand in for it."""
    return f"{XML}<w:fonts {DECLARED}>{''.join(_font(family) for family in style.fonts.values())}</w:fonts>"


def _font(family: FontFamily) -> str:
    """Return a family with the one to take where it is not installed (ECMA-376 17.8.3.1)."""
    pitch = "fixed" if family.generic == "monospace" else "variable"
    return (
        f'<w:font w:name="{escape(family.family)}">{val("altName", escape(family.stand_in))}<w:charset w:val="00"/>'
        f"{val('family', FAMILIES[family.generic])}{val('pitch', pitch)}</w:font>"
    )
