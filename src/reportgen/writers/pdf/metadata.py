"""What a file says about itself: properties, XMP metadata, and the standards that it conforms to."""

from __future__ import annotations

from html import escape

from ...document import Meta
from .structure import text_string

PROGRAM = "reportgen"

_DESCRIPTION = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{properties}
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def metadata(meta: Meta, part: int) -> bytes:
    """Return the XMP metadata of a file (ISO 16684-1) that conforms to PDF/UA-1 and to a part of PDF/A, level A.

    The schema of PDF/UA comes with it, as PDF/A asks for one of each that it does not know (ISO 19005-2, 6.6.2.3.2).
    """
    moment = f"{meta.date.isoformat()}T00:00:00Z" if meta.date else ""
    properties = (
        ("dc:title", f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(meta.title)}</rdf:li></rdf:Alt>', meta.title),
        ("dc:creator", f"<rdf:Seq><rdf:li>{_escaped(meta.author)}</rdf:li></rdf:Seq>", meta.author),
        (
            "dc:description",
            f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(meta.subject)}</rdf:li></rdf:Alt>',
            meta.subject,
        ),
        ("dc:language", f"<rdf:Bag><rdf:li>{_escaped(meta.language)}</rdf:li></rdf:Bag>", meta.language),
        ("xmp:CreateDate", moment, moment),
        ("xmp:ModifyDate", moment, moment),
        ("xmp:CreatorTool", PROGRAM, PROGRAM),
        ("pdf:Producer", PROGRAM, PROGRAM),
    )
    lines = "\n".join(f"<{name}>{value}</{name}>" for name, value, given in properties if given)
    return _DESCRIPTION.format(properties=lines, part=part).encode()


def information(meta: Meta) -> bytes:
    """Return the document information dictionary (ISO 32000-1, 14.3.3), which says the same as the XMP metadata."""
    moment = f"D:{meta.date:%Y%m%d}000000Z" if meta.date else ""
    entries = {
        "Title": meta.title,
        "Author": meta.author,
        "Subject": meta.subject,
        "CreationDate": moment,
        "ModDate": moment,
        "Creator": PROGRAM,
        "Producer": PROGRAM,
    }
    return f"<<{''.join(f'/{key}{text_string(value)}' for key, value in entries.items() if value)}>>".encode("latin-1")


def _escaped(text: str) -> str:
    return escape(text.encode("utf-8", "replace").decode(), quote=False)
