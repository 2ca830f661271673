"""Authority without a name: "Analysts note that …" does not say who, and can't be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document.passages import Passage
from . import CheckOptions, Finding, Phrases, Review, one_of

# "the experts" have been named before; "SIPRI analysts" and "the Group’s experts" are named here.
_NAMED = re.compile(r"(?:[A-ZА-ЯҐЄІЇ]{2}[\w-]*|\w[’']s|\ws[’'])\s+$")
_CAPITAL = re.compile(r"(?<=\w\s)[A-ZА-ЯҐЄІЇ][\w-]+\s+$")
_SENTENCE = re.compile(r"[.!?…][”»\")\]]*\s")
_CITED = re.compile(r"\[\d+\]|\[@|\([^()]*\b(?:19|20)\d\d[a-z]?\b[^()]*\)|https?:|www\.")


class Options(CheckOptions):
    """Who is called upon without a name, and how; a house adds to each list under `also`."""

    who: Phrases = {}
    """Those who are called upon."""
    verbs: Phrases = {}
    """What they do."""
    between: Phrases = {}
    """Words that may stand between the two."""
    phrases: Phrases = {}
    """Whole phrases that call upon nobody in particular."""
    also: Phrases = {}
    """More such phrases."""
    named_before: Phrases = {}
    """Words before those called upon that show that they were named."""
    named_after: Phrases = {}
    """Words after a phrase that lead to a name."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each sentence that rests on nobody in particular.

    One with a source (a note, a year in brackets, an address) is left alone, and so is a passage with a link.
    """
    named = re.compile(rf"{one_of(review.phrases(options.named_before))}\s+$", re.IGNORECASE)
    pattern = _pattern(review, options)
    asked = (options.who, options.phrases, options.also)
    for passage in review.words.holding(phrase for one in asked for phrase in review.phrases(one)):
        if passage.linked or passage.place == "heading":
            continue
        for found in pattern.finditer(passage.plain):
            before = passage.plain[: found.start()]
            is_named = named.search(before) or _NAMED.search(before) or _CAPITAL.search(before)
            if not is_named and not _CITED.search(_sentence(passage, found)):
                words = " ".join(found.group().split())
                hint = "name them and the source, or say it on your own authority"
                yield Finding(f"'{words}' does not say who", passage.at(*found.span()), hint)


def _pattern(review: Review, options: Options) -> re.Pattern[str]:
    who, verbs, between = (one_of(review.phrases(one)) for one in (options.who, options.verbs, options.between))
    phrases = one_of((*review.phrases(options.phrases), *review.phrases(options.also)))
    after = one_of(review.phrases(options.named_after))
    return re.compile(rf"{who}(?:\s+{between}){{0,2}}\s+{verbs}|{phrases}(?!\s+{after})", re.IGNORECASE)


def _sentence(passage: Passage, found: re.Match[str]) -> str:
    """Return the sentence in which something was found; a note right after its full stop belongs to it."""
    starts = [end.end() for end in _SENTENCE.finditer(passage.text, 0, found.start())]
    end = _SENTENCE.search(passage.text, found.end())
    return passage.text[starts[-1] if starts else 0 : end.end() + 4 if end else None]
