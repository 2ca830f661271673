"""What a program was to replace and did not: `{{ name }}`, "Error! Reference source not found.", lorem ipsum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from ..diagnostics import Severity
from ..located import PlainTexts
from . import CheckOptions, Finding, Level, Review, one_of

_FILL = "write what was to stand here, or put it in backquotes if it is meant"
_MARKDOWN = "write it in Markdown, or put it in backquotes if it is meant"
_REFER = "name what it refers to in words"

_TAGS = "a|abbr|b|big|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|small|span|strike|strong|sub|sup|table"

Kind: TypeAlias = tuple[str, str, str, Severity]
# What it looks like, what is to be said of it, what to do about it, and how grave it is at most.
_KINDS: tuple[Kind, ...] = (
    (r"\{\{[^{}]*(?:\}\})?|\}\}|\{%[^{}]*(?:%\})?|(?<=[\s-])%\}|\{#[^{}]*#\}", "a mark of a template", _FILL, "error"),
    (r"\$\{[^{}\n]*\}|<%[^<>]*%>|<<\s?\w+\s?>>|«\w+_\w+»|\bMERGEFIELD\b", "a mark of a template", _FILL, "error"),
    (r"\{[a-z][a-z0-9]{2,}(?:[._][a-z0-9]+)*\}", "a mark of a template", _FILL, "warning"),
    (r"\[\^[\w-]{1,30}\]|\b_Ref\d{5,}\b", "a reference that leads nowhere", _REFER, "error"),
    (r"(?<=\w )\?\?(?=[\s.,;:)]|$)", "a reference that leads nowhere", _REFER, "warning"),
    (r"\[object Object\]|#(?:REF|VALUE|NAME|DIV/0|NUM|NULL)[!?]|#N/A\b", "what a program wrote", _FILL, "error"),
    (r"^(?:undefined|null|nan|NaN)$|(?<=[a-zа-яґєії] )(?:None|NaN)\b", "what a program wrote", _FILL, "warning"),
    (r"<!--.*?(?:-->|$)", "a comment that will be printed", "take it out of the text", "error"),
    (rf"<(?:{_TAGS}|td|th|tr|u|ul)(?:\s[^<>]*)?/?>", "HTML that will be printed as it stands", _MARKDOWN, "warning"),
    (r"&(?:amp|nbsp|lt|gt|quot|[mn]dash|#\d{2,5});", "HTML that will be printed as it stands", _MARKDOWN, "warning"),
)
_SHOWN = 40
"""The characters of what was found that the message shows."""


class Options(CheckOptions):
    """The words that programs and forms leave behind; a house adds its own under `also`."""

    final: Level | None = "error"
    references: PlainTexts = ()
    """What a word processor writes where a reference leads nowhere."""
    filler: PlainTexts = ()
    """Text that only fills a page."""
    also: PlainTexts = ()
    """What else must never stay, such as the words of the house's own forms."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each leftover in a line of text; literal text (`code`) is left alone."""
    given = (
        (one_of(options.references), "a reference that leads nowhere", _REFER),
        (one_of(options.filler), "filler", _FILL),
        (one_of(options.also), "left over", _FILL),
    )
    listed = _compiled(tuple((*kind, "error") for kind in given))
    phrases = (*options.references, *options.filler, *options.also)
    worded = {id(passage) for passage in review.words.holding(phrases)}
    programs = {id(passage) for passage in review.words.holding(_PROGRAMS)}
    for passage in review.passages:
        signed = id(passage) in programs or _SIGNS.search(passage.text)
        for pattern, kinds in (*((listed,) if id(passage) in worded else ()), *((_LEFTOVERS,) if signed else ())):
            for found in pattern.finditer(passage.text):
                if not passage.is_literal(found.start()):
                    _, what, hint, at_most = kinds[int(str(found.lastgroup)[1:])]
                    yield Finding(f"'{_short(found.group())}' is {what}", passage.at(*found.span()), hint, at_most)


def _compiled(kinds: tuple[Kind, ...]) -> tuple[re.Pattern[str], tuple[Kind, ...]]:
    """Return one pattern of all kinds, whose groups are numbered as the kinds are."""
    return re.compile("|".join(f"(?P<k{n}>{kind[0]})" for n, kind in enumerate(kinds)), re.DOTALL), kinds


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


_LEFTOVERS = _compiled(_KINDS)
_SIGNS = re.compile(r"[{}<>$#&«?\[_]")
_PROGRAMS = ("none", "nan", "null", "undefined", "mergefield")
"""The signs and words of which every passage with a leftover of those kinds holds one; most hold none."""
