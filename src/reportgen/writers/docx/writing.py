"""What a writer collects on its way through a document: relationships, list instances, faults."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from ...diagnostics import Diagnostic, Source, error
from ...document import Meta, Note, Paragraph, Section
from ...frozen import dataclass
from ...languages.bidi import parts_by_direction, runs_both_ways
from ...style import LookName, Style
from ...style.forms import Numbers
from ...style.looks import InlineLookName
from .counting import Counting
from .numbering import NO_LIST, restart
from .origin import Origins
from .properties import RUN_ORDER, look_of_words
from .remarks import Remarks
from .targets import Bookmarks
from .wml import escape, val

if TYPE_CHECKING:
    from ...letterhead.type_looks import TypeLook
    from .charts import NativeChart

SPECIAL = re.compile("[\x00-\x1f\x7f-\x9f\xad\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What can't stand in `w:t` as it is: controls, what XML 1.0 excludes (2.2), noncharacters, and the soft hyphen."""

ELEMENTS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u00ad": "<w:softHyphen/>"}
"""The characters that have an element of their own (ECMA-376 17.3.3)."""

FROM_RIGHT_LANGUAGES = (("[\u0590-\u05ff\ufb1d-\ufb4f]", "he-IL"), ("[پچژگکی]", "fa-IR"), ("", "ar-SA"))
"""What tells the language of words from the right where the author doesn't: Word asks for one to set and spell them."""

CHARACTER_STYLES: dict[InlineLookName, str] = {
    "code": "CodeChar",
    "link": "Hyperlink",
    "hole": "Hole",
    "missing": "Missing",
    "strong": "Strong",
    "emphasis": "Emphasis",
}
"""The character style of each inline look; of several looks on the same words, the first here gives the style."""

CHARACTER_LOOKS: dict[str, LookName] = {"FieldLabel": "field-label", "Marking": "marking"}
"""The looks of the character styles of words that stand in a paragraph of another look."""

TOGGLES = {
    "b": ('<w:b w:val="0"/><w:bCs w:val="0"/>', "<w:b/><w:bCs/>"),
    "i": ('<w:i w:val="0"/><w:iCs w:val="0"/>', "<w:i/><w:iCs/>"),
    "smallCaps": ('<w:smallCaps w:val="0"/>', "<w:smallCaps/>"),
}
"""What says outright that words are not bold, italic or in small capitals, and that they are."""

LAST_PAGE = "_LastPage_{}"
"""The name of the bookmark on the last page of a kind of numbers; the low line hides it from Word's lists."""

URL_CHARACTERS = ":/?#[]@!$&'()*+,;=%-._~"


@dataclass(frozen=True, slots=True)
class Words:
    """How the words at hand look.

    `looks` are the inline looks on them, `lang` their language where it is not the document's; `bold`, `italic` and
    `small_caps` say what their paragraph is already, `style` names the character style that they have whatever looks
    are on them. `linked` says that they lead somewhere, so that none of them can lead elsewhere.
    """

    looks: tuple[InlineLookName, ...] = ()
    lang: str = ""
    bold: bool = False
    italic: bool = False
    small_caps: bool = False
    style: str = ""
    linked: bool = False

    def with_look(self, name: InlineLookName) -> Words:
        """Return the same words with one more look on them."""
        return self if name in self.looks else replace(self, looks=(*self.looks, name))


@dataclass(slots=True)
class Relations:
    """What a part of the file has relationships to: the ids by the addresses of links and the bytes of pictures."""

    links: dict[str, str] = field(default_factory=dict)
    pictures: dict[bytes, str] = field(default_factory=dict)


@dataclass(slots=True)
class Writing:
    """One document being written.

    `relations` are those of the part that is being written: the body, or the footnotes once it is done. `notes` are
    the footnotes whose marks have been set, each with its mark where Word would count otherwise; `note_number` is the
    last that Word has counted, `sequences` the last number of each kind of caption. `remarks` and `origins` are what
    the blocks have beside their words. `last_pages` has what is printed as the number of the last page of each kind of
    numbers, as far as it is known, and `counted_apart` says that there are several kinds.
    """

    style: Style
    meta: Meta
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    counting: Counting = field(default_factory=Counting)
    relations: Relations = field(default_factory=Relations)
    notes: list[tuple[Note, str]] = field(default_factory=list)
    note_number: int = 0
    in_note: bool = False
    remarks: Remarks = field(default_factory=Remarks)
    origins: Origins = field(default_factory=Origins)
    last_pages: Mapping[str, str] = field(default_factory=dict)
    counted_apart: bool = False
    sequences: dict[str, int] = field(default_factory=dict)
    charts: list[NativeChart] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    drawings: int = 0
    _properties: dict[tuple[Words, str], str] = field(default_factory=dict)
    _words: dict[LookName, Words] = field(default_factory=dict)

    def block(self, node: Paragraph | Section, content: str) -> str:
        """Return the content of a block between the bookmarks and the marks of comments that it has."""
        content = self.bookmarks.around(node.id, content)
        if self.origins.brief:
            content = self.bookmarks.named(self.origins.name(node.source), content)
        return self.remarks.around(node, content) if self.remarks.at else content

    def last_page(self, numbers: Numbers) -> tuple[str, str]:
        """Return the code of a field for the number of the last page of a kind, and what it printed when last laid out.

        NUMPAGES counts all pages (17.16.5.43): where some are counted apart, the last one's number is referred to.
        """
        roman = " \\* roman" if numbers == "roman" else ""  # said, as not every program asks the page
        code = f"PAGEREF {LAST_PAGE.format(numbers)}{roman}" if self.counted_apart else "NUMPAGES"
        return code, self.last_pages.get(numbers, "1")

    def words(self, look: LookName) -> Words:
        """Return how plain words in a paragraph of this look are."""
        if look not in self._words:
            paragraph = self._standing(look) or self.style.look(look)
            self._words[look] = Words(bold=paragraph.bold, italic=paragraph.italic, small_caps=paragraph.small_caps)
        return self._words[look]

    def _standing(self, look: LookName) -> TypeLook | None:
        if self.style.letterhead is None:
            return None
        from .adopted import standing_look  # with all that opens letterheads, which few memos need

        return standing_look(look, self.style, self.style.letterhead)

    def run(self, text: str, words: Words, source: Source) -> str:
        """Return a run of characters; nothing for no text. Characters that XML can't hold are noted as faults."""
        if not text:
            return ""
        direction = self.meta.direction
        if direction == "ltr" and not runs_both_ways(text):
            return self._run(text, words, "", source)
        tag = self.meta.language if direction == "rtl" else ""
        parts = parts_by_direction(text, direction)
        return "".join([self._run(part, words, (tag or _language(part)) if way else "", source) for part, way in parts])

    def _run(self, text: str, words: Words, from_right: str, source: Source) -> str:
        key = (words, from_right)
        if key not in self._properties:
            self._properties[key] = run_properties(words, from_right, self.style)
        return f"<w:r>{self._properties[key]}{self._content(text, source)}</w:r>"

    def _content(self, text: str, source: Source) -> str:
        if not SPECIAL.search(text):
            return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
        self.check(text, source)
        parts = re.split("([\t\n\u00ad])", text)
        return "".join(
            ELEMENTS.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts if part
        )

    def check(self, text: str, source: Source) -> str:
        """Return the text, having noted each kind of character in it that no XML file can hold."""
        for character in dict.fromkeys(SPECIAL.findall(text)):
            if character not in ELEMENTS:
                message = f"the text holds the control character U+{ord(character):04X}"
                self.faults.append(error("unprintable-character", message, source, "take it out"))
        return text

    def link(self, target: str, source: Source) -> str:
        """Return the id of the relationship to an address, the same for the same address."""
        links, checked = self.relations.links, self.check(target, source).encode("utf-8", "replace")
        # Word calls a file corrupt whose relationships are no URIs, so what RFC 3986 excludes is percent-encoded.
        return links.setdefault(quote(checked, safe=URL_CHARACTERS), f"link{len(links) + 1}")

    def picture(self, data: bytes) -> str:
        """Return the id of the relationship to a picture, the same for equal bytes."""
        pictures = self.relations.pictures
        return pictures.setdefault(data, f"picture{len(pictures) + 1}")

    def chart(self, chart: NativeChart) -> str:
        """Return the id of the relationship to a chart part."""
        self.charts.append(chart)
        return f"chart{len(self.charts)}"

    def drawing(self) -> int:
        """Return a number for a drawing that no other one in the document has."""
        self.drawings += 1
        return self.drawings

    def counter(self, ground: LookName, depth: int, start: int) -> int:
        """Return the id of a list instance that counts from `start`."""
        number = NO_LIST + len(self.lists) + 1
        self.lists.append(restart(number, ground, depth, start))
        return number


def _language(text: str) -> str:
    """Return the language that words from the right are in, most likely."""
    return next(tag for letters, tag in FROM_RIGHT_LANGUAGES if re.search(letters, text))


def run_properties(words: Words, from_right: str, style: Style) -> str:
    """Return the properties of a run, `from_right` the language of words that run from there; empty for plain words.

    A run has one character style: other looks on it are written out.
    """
    named = None if words.style else next((name for name in CHARACTER_STYLES if name in words.looks), None)
    style_id = CHARACTER_STYLES[named] if named else words.style
    merged: dict[str, str] = {}
    for name in words.looks:
        merged |= look_of_words(style.inlines[name], style) if name != named else {}
    merged |= _toggles(words, style)
    found = (val("rStyle", style_id) if style_id else "") + "".join(merged[key] for key in RUN_ORDER if key in merged)
    found += "<w:rtl/>" if from_right else ""
    if words.lang:
        tag = escape(words.lang)
        found += f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>'
    elif from_right:
        found += f'<w:lang w:bidi="{from_right}"/>'
    return f"<w:rPr>{found}</w:rPr>" if found else ""


def _toggles(words: Words, style: Style) -> dict[str, str]:
    """Return bold, italic and small capitals where styles meet that both have them.

    Word takes two of them for none (ECMA-376 17.7.3), LibreOffice for one. So it is said outright: bold stays bold and
    small capitals such, italic in italic stands upright, as printers have it. What is typed is in no small capitals
    but its own, and words of another look than their paragraph are as that says.
    """
    looks = [style.inlines[name] for name in words.looks]
    own = style.look(CHARACTER_LOOKS[words.style]) if words.style else words
    bold, small_caps = any(look.bold for look in looks), any(look.small_caps for look in looks)
    slants, is_code = own.italic + sum(look.italic for look in looks), "code" in words.looks
    found = {}
    if words.bold and (words.style or bold):
        found["b"] = TOGGLES["b"][own.bold or bold]
    if slants > 1 or (words.italic and words.style):
        found["i"] = TOGGLES["i"][slants % 2]
    if words.small_caps and (words.style or small_caps or is_code):
        found["smallCaps"] = TOGGLES["smallCaps"][small_caps or (own.small_caps and not is_code)]
    return found
