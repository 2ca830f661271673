"""From the chart that XlsxWriter writes for Excel to the chart part of a document (ECMA-376 21.2).

XlsxWriter leaves out whatever is as Excel 2007 would have it. Newer readers take what is missing as the schema says,
which is often the contrary: smooth lines, gaps as noughts, every label with all that there is to tell. So it is said.
"""

from __future__ import annotations

import re

from ...document import Meta
from ...style import Style
from .properties import THEME_COLOURS, scheme_colour
from .wml import escape

SAID = (
    (r"<c:printSettings>.*?</c:printSettings>", ""),
    (r"(<c:grouping [^>]*/>)(?!<c:varyColors)", r'\1<c:varyColors val="0"/>'),
    (r"(</c:scaling>)(?!<c:delete)", r'\1<c:delete val="0"/>'),
    (r"(<c:majorTickMark [^>]*/>)(?!<c:minorTickMark)", r'\1<c:minorTickMark val="none"/>'),
    (
        r'<c:showVal val="1"/>',
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>',
    ),
    (r"(<c:legendPos [^>]*/>(?:<c:layout/>)?)", r'\1<c:overlay val="0"/>'),
    (r'(<c:plotVisOnly val="1"/>)(?!<c:dispBlanksAs)', r'\1<c:dispBlanksAs val="gap"/>'),
    (r"(</c:catAx>)", r'<c:noMultiLvlLbl val="0"/>\1'),
    (r"(</c:chartSpace>)", r'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>\1'),
)
"""Patterns, and what is put in their place; `rId1` is the relationship of every chart part to its workbook."""


def document_chart(xml: str, meta: Meta, style: Style) -> str:
    """Return the chart part of a document: in its language and the colours of its theme, tied to a workbook."""
    for pattern, said in SAID:
        xml = re.sub(pattern, said, xml, flags=re.DOTALL)
    xml = re.sub(r"<c:lineChart>.*</c:lineChart>", _not_smooth, xml, flags=re.DOTALL)
    xml = re.sub(r"<c:cat>.*?</c:cat>", _as_text, xml, flags=re.DOTALL)
    xml = re.sub(r'<c:lang val="[^"]*"/>', f'<c:lang val="{escape(meta.language)}"/><c:roundedCorners val="0"/>', xml)
    if style.letterhead:  # whose theme is its own
        return xml
    themed = {style.colour(name): scheme_colour(name) for name in reversed(THEME_COLOURS)}
    return re.sub(
        r'<a:srgbClr val="(\w{6})"/>',
        lambda found: f'<a:schemeClr val="{themed[found[1]]}"/>' if found[1] in themed else found[0],
        xml,
    )


def _not_smooth(lines: re.Match[str]) -> str:
    return lines[0].replace("</c:ser>", '<c:smooth val="0"/></c:ser>')


def _as_text(names: re.Match[str]) -> str:
    """Return the names of categories as the texts that they are in the workbook, though they be years."""
    plain = names[0].replace("<c:formatCode>General</c:formatCode>", "")
    return plain.replace("c:numRef>", "c:strRef>").replace("c:numCache>", "c:strCache>")
