"""Acronyms that are used before, or without, being spelled out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..document.passages import Passage
from . import CheckOptions, Finding, Level, Phrases, Review

_ACRONYM = re.compile(r"(?<![\w/@.&’'-])([A-Z]{3,}|[А-ЯҐЄІЇ]{3,})(s?)(?![\w/@&-]|\.\w|[’']\w{2})")
_LETTERS = re.compile(r"[A-ZА-ЯҐЄІЇ]{3,}s?")
_ROMAN = re.compile(r"(?=[IVXL])L?X{0,4}(?:IX|IV|V?I{0,3})")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 40
"""How many characters away the next word is looked for."""
_CAPITALS = re.compile(r"[A-ZА-ЯҐЄІЇ]{2,}")
_AFTER = re.compile(r"\((?:[^()]*?[\s“”\"«])?([A-ZА-ЯҐЄІЇ]{3,})s?[”\"»]?(?:[),;]|\s[^()]*\))")
_BEFORE = re.compile(r"\b([A-ZА-ЯҐЄІЇ]{3,})s?\s?(?:\(|[–—-]\s|[,:]\s(?:or|the|an?|або)\s)\w[\w’'-]*\s\w")
_SHOWN = 8
"""How many acronyms one finding names."""


class Options(CheckOptions):
    """What every reader knows, and how often an acronym must be used to be worth spelling out."""

    severity: Level = "info"
    known: Phrases = {}
    """Acronyms that every reader knows, by language."""
    also: Phrases = {}
    """More of them: what the readers of this house know."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return one finding for the memo: the acronyms not spelled out where running text first uses them.

    An acronym used once is left alone, and so are headings, lines in capitals and what a table or label explains.
    """
    known = {*review.phrases(options.known), *review.phrases(options.also)}
    found_in = [(passage, [*_acronyms(passage)]) for passage in review.words.where(_LETTERS.fullmatch)]
    uses = Counter(found[1] for _, used in found_in for found in used)
    first: dict[str, tuple[Passage, re.Match[str]]] = {}
    told: set[str] = set()
    for passage, acronyms in found_in:
        spelled = {found[1]: found.start(1) for found in _spelled_out(passage.text)}
        used: dict[str, re.Match[str]] = {}
        for found in acronyms:
            used.setdefault(found[1], found)
        told |= {word for word, at in spelled.items() if word not in first and _comes(at, used.get(word))}
        for word, found in used.items():
            first.setdefault(word, (passage, found))
    explained = told | known | _explained(review)
    used_twice = [word for word in first if uses[word] > 1 and word not in explained]
    open_ones = [word for word in used_twice if not _is_word(word, review)]
    if open_ones:
        passage, found = first[open_ones[0]]
        hint = "write the full name once, with the acronym in brackets, where it first stands"
        yield Finding(_message(open_ones, uses), passage.at(*found.span(1)), hint)


def _message(words: list[str], uses: Counter[str]) -> str:
    names = ", ".join(f"{word} ({uses[word]} times)" for word in words[:_SHOWN])
    more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    one = "an acronym is" if len(words) == 1 else f"{len(words)} acronyms are"
    return f"{one} not spelled out at first use: {names}{more}"


def _acronyms(passage: Passage) -> Iterator[re.Match[str]]:
    """Return the acronyms in a passage of running text; none where words stand in capitals for their own sake."""
    if passage.place != "text":
        return
    for found in _ACRONYM.finditer(passage.plain):
        if not _ROMAN.fullmatch(found[1]) and not _in_capitals(passage.plain, found):
            yield found


def _in_capitals(text: str, found: re.Match[str]) -> bool:
    """Return whether the words on both sides, or all others there are, stand in capitals too."""
    before = _WORD.findall(text, max(0, found.start() - _NEAR), found.start())[-1:]
    after = _WORD.findall(text, found.end(), found.end() + _NEAR)[:1]
    return all(_CAPITALS.match(word) for word in (*before, *after))


def _comes(at: int, used: re.Match[str] | None) -> bool:
    """Return whether a place comes before a use, or is one."""
    return used is None or at <= used.start(1)


def _spelled_out(text: str) -> Iterator[re.Match[str]]:
    """Return the acronyms that a text explains: "full name (ABC)" or "ABC (full name)"."""
    yield from _AFTER.finditer(text)
    yield from _BEFORE.finditer(text)


def _explained(review: Review) -> set[str]:
    """Return what needs no explanation: what the glossary, a cell or a label holds."""
    alone = {passage.text.strip(" :") for passage in review.passages if passage.place in ("cell", "label")}
    return {*review.brief.glossary} | alone


def _is_word(capitals: str, review: Review) -> bool:
    """Return whether what stands in capitals stands in small letters too."""
    word = re.compile(rf"\b{capitals.lower()}\b")
    return any(word.search(passage.plain) for passage in review.words.holding([capitals]))
