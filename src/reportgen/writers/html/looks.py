"""The style as a style sheet: a rule for each look, after those that all styles share (CSS 2.2 and later modules)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from ...style import FontName, InlineLook, LookName, ResolvedLook, Style
from ...style.looks import InlineLookName

SELECTORS: dict[LookName, str] = {
    "body": "body",
    "title": "h1",
    "subtitle": ".subtitle",
    "kicker": ".kicker",
    "lead-in": ".lead-in",
    "table-note": ".table-note",
    "code": "pre",
    "heading-1": ".heading-1",
    "heading-2": ".heading-2",
    "heading-3": ".heading-3",
    "list-item": "li",
    "field-label": ".fields dt, .field-label",
    "field-value": ".fields dd, .signing",
    "table-head": "th",
    "table-cell": "td",
    "caption": "caption, figcaption",
    "quote": "blockquote",
    "callout": ".callout",
    "callout-heading": ".callout-heading",
    "note": ".notes",
    "contents-heading": ".contents-heading",
    "contents-1": ".contents-1",
    "contents-2": ".contents-2",
    "contents-3": ".contents-3",
    "bibliography": ".bibliography li",
    "visual": "svg text",
    "header": ".draft",
    "marking": ".marking",
}
"""What has each look of a style; a page in a browser has no foot with a number in it."""

INLINE_SELECTORS: dict[InlineLookName, str] = {
    "strong": "strong",
    "emphasis": "em",
    "code": "code",
    "link": "a[rel]",
    "hole": ".hole",
    "missing": ".missing",
}

TYPED = "code { font-variant-caps: normal }"
"""What is typed is not the same in capitals."""

SMALL_CAPITALS = "font-variant-caps: small-caps"

KEPT_UPRIGHT = "em em, blockquote em { font-style: normal }"
"""Italic inside italic stands upright, as printers have it."""

ALIGN = {"left": "start", "justify": "justify", "center": "center", "right": "right"}


def sheet(style: Style, more: Iterable[str]) -> str:
    """Return the style sheet of a document; `more` are rules of its own."""
    shared = files("reportgen").joinpath("data", "page.css").read_text(encoding="utf-8")
    rules = (
        _values(style),
        shared.strip(),
        *_looks(style),
        *_inline_looks(style),
        *_tones(style),
        _paper(style),
        *more,
    )
    return "\n" + "\n".join(rules) + "\n"


def _values(style: Style) -> str:
    """Return the measures and colours that the shared rules draw on."""
    lists, table, callout, fields = style.list, style.table, style.callout, style.field_list
    values = {
        "measure": _pt(style.page.measure),
        "paper": f"#{style.colour('paper')}",
        "rule": f"#{style.colour('rule')}",
        "accent": f"#{style.colour('accent')}",
        "muted": f"#{style.colour('muted')}",
        "indent": _pt(lists.indent),
        "table-head": f"#{style.colour(table.head_fill)}",
        "table-rule": f"{_pt(table.rule_width)} solid #{style.colour(table.rule)}",
        "table-padding": f"{_pt(table.padding_y)} {_pt(table.padding_x)}",
        "table-around": f"{_pt(table.before)} 0 {_pt(table.after)}",
        "callout-fill": f"#{style.colour(callout.fill)}",
        "callout-bar": f"{_pt(callout.bar_width)} solid #{style.colour(callout.bar)}",
        "callout-padding": _pt(callout.padding),
        "callout-around": f"{_pt(callout.before)} 0 {_pt(callout.after)}",
        "label-width": _pt(fields.label_width),
        "fields-rule": f"{_pt(fields.rule_width)} solid #{style.colour(fields.rule)}",
        "fields-after": _pt(fields.after),
        "divider-rule": f"{_pt(style.divider.rule_width)} solid #{style.colour(style.divider.rule)}",
        "divider-length": _pt(style.divider.length),
        "divider-around": _pt(style.divider.around),
    }
    return ":root { " + "; ".join(f"--{name}: {value}" for name, value in values.items()) + " }"


def _looks(style: Style) -> Iterator[str]:
    for name, selector in SELECTORS.items():
        yield f"{selector} {{ {'; '.join(_declared(style.look(name), style))} }}"


def _declared(look: ResolvedLook, style: Style) -> Iterator[str]:
    slant = "italic " if look.italic else ""
    size = f"{_pt(look.size)}/{_pt(look.leading)}"
    yield f"font: {slant}{_weight(look, style)} {size} {_family(look.font, style)}"
    yield f"color: #{style.colour(look.colour)}"
    if look.small_caps:
        yield SMALL_CAPITALS
    yield f"text-align: {ALIGN[look.align]}"
    yield f"margin: {_pt(look.before)} 0 {_pt(look.after)}"
    if look.left or look.right:
        yield f"margin-inline: {_pt(look.left)} {_pt(look.right)}"
    if look.first:
        yield f"text-indent: {_pt(look.first)}"


def _weight(look: ResolvedLook, style: Style) -> str:
    family = style.fonts[look.font]
    return f"{family.bold if look.bold else family.regular:g}"


def _family(name: FontName, style: Style) -> str:
    family = style.fonts[name]
    return ", ".join((f'"{family.family}"', f'"{family.stand_in}"', family.generic))


def _inline_looks(style: Style) -> Iterator[str]:
    yield TYPED
    for name, selector in INLINE_SELECTORS.items():
        declared = "; ".join(_declared_inline(style.inlines[name], style))
        yield f"{selector} {{ {declared} }}"
    yield KEPT_UPRIGHT


def _declared_inline(look: InlineLook, style: Style) -> Iterator[str]:
    if look.font:
        yield f"font-family: {_family(look.font, style)}"
    if look.bold:
        yield f"font-weight: {style.fonts[look.font or style.look('body').font].bold:g}"
    if look.italic:
        yield "font-style: italic"
    if look.small_caps:
        yield SMALL_CAPITALS
    yield f"text-decoration: {'underline' if look.underline else 'none'}"
    yield f"color: #{style.colour(look.colour)}" if look.colour else "color: inherit"
    if look.fill:
        yield f"background: #{style.colour(look.fill)}"


def _tones(style: Style) -> Iterator[str]:
    for tone in ("good", "fair", "poor", "bad"):
        yield f".{tone} {{ background: #{getattr(style.tones, tone)} }}"


def _paper(style: Style) -> str:
    """Return the sheet that a browser prints on."""
    page = style.page
    margin = " ".join(_pt(side) for side in (page.top, page.right, page.bottom, page.left))
    return f"@page {{ size: {_pt(page.width)} {_pt(page.height)}; margin: {margin} }}"


def _pt(points: float) -> str:
    return f"{points:.5g}pt" if points else "0"
