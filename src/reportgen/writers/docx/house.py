"""The parts of the house document: those of our style, and the text, all of which python-docx then opens."""

from __future__ import annotations

from collections.abc import Mapping

from ...document import Meta
from ...style import FontFamily, Style
from .looks import styles_part
from .numbering import numbering_part
from .page import section_properties
from .theme import theme_part
from .wml import DECLARED, EMPTY_PARAGRAPH, XML, escape, val

OFFICE = "application/vnd.openxmlformats-officedocument."
WORD = f"{OFFICE}wordprocessingml."
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
FAMILIES = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern"}
COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
}
"""As Word 2013 and later set out a page (MS-DOCX 2.4); any lower mode opens in Compatibility Mode."""

WORD_PARTS = {
    "styles": f"{WORD}styles+xml",
    "numbering": f"{WORD}numbering+xml",
    "settings": f"{WORD}settings+xml",
    "fontTable": f"{WORD}fontTable+xml",
    "theme": f"{OFFICE}theme+xml",
}
"""The parts that the main document has relationships to, by the kind of the relationship."""


def house_parts(style: Style, meta: Meta, text: str, lists: str) -> dict[str, str]:
    """Return the files of a document by their names in the package, with its text and its instances of lists in them.

    The text is put in here as XML, since lxml takes ever longer to move elements from one document to another.
    """
    written = {
        "styles": styles_part(style, meta),
        "numbering": numbering_part(style, lists),
        "settings": _settings(meta),
        "fontTable": _font_table(style),
        "theme": theme_part(style),
    }
    body = f"<w:body>{text or EMPTY_PARAGRAPH}{section_properties(style, meta)}</w:body>"
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            {f"{RELATION}/officeDocument": "word/document.xml", CORE_RELATION: "docProps/core.xml"}
        ),
        "docProps/core.xml": _core(),
        "word/document.xml": f"{XML}<w:document {DECLARED}>{body}</w:document>",
        "word/_rels/document.xml.rels": _relationships({f"{RELATION}/{name}": f"{name}.xml" for name in WORD_PARTS}),
        **{f"word/{name}.xml": xml for name, xml in written.items()},
    }


def content_types(types: Mapping[str, str]) -> str:
    """Return the part that says the content type of each part by its name (ECMA-376-2 10.1.2.3)."""
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _content_types() -> str:
    names = {
        "/word/document.xml": f"{WORD}document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"/word/{name}.xml": kind for name, kind in WORD_PARTS.items()},
    }
    return content_types(names)


def _relationships(targets: dict[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{found}</Relationships>'


def _core() -> str:
    """Return empty properties: without them python-docx would write its own name and the time of day."""
    names = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    names += 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    names += 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    return f"{XML}<cp:coreProperties {names}/>"


def _settings(meta: Meta) -> str:
    """Return the settings; fields are never updated on opening, since Word would ask the reader first."""
    uri = "http://schemas.microsoft.com/office/word"
    modes = "".join(f'<w:compatSetting w:name="{n}" w:uri="{uri}" w:val="{v}"/>' for n, v in COMPATIBILITY.items())
    places = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hyperlink", "followedHyperlink")
    colours = " ".join(f'w:{name}="{name}"' for name in places)
    return (
        f'{XML}<w:settings {DECLARED}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{modes}</w:compat>'
        f'<w:themeFontLang w:val="{escape(meta.language)}"/>'
        f'<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" {colours}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _font_table(style: Style) -> str:
    return f"{XML}<w:fonts {DECLARED}>{''.join(_font(family) for family in style.fonts.values())}</w:fonts>"


def _font(family: FontFamily) -> str:
    """Return a family with the one to take where it is not installed (ECMA-376 17.8.3.1)."""
    pitch = "fixed" if family.generic == "monospace" else "variable"
    return (
        f'<w:font w:name="{escape(family.family)}">{val("altName", escape(family.stand_in))}<w:charset w:val="00"/>'
        f"{val('family', FAMILIES[family.generic])}{val('pitch', pitch)}</w:font>"
    )
