"""Letters and marks that stand for what nobody has decided yet: TBC, TODO, ???, $XX million."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import Source
from ..located import PlainTexts
from . import CheckOptions, Finding, Level, Review, one_of

# An X is a Roman numeral too, Latin or Cyrillic, so only where an amount would stand, or where nobody counts so far.
_AMOUNT = r"[$€£₴]\s?[XХ]{1,4}(?:\.[XХ]+)?|[XХ]{1,4}(?=\s?(?:%|per\s?cent|[mb]illion|мл[нр]|відсотк))"
_MARKS = rf"\?{{3,}}|(?<![\w/])_{{4,}}(?![\w/])|(?<![\w-])(?:{_AMOUNT}|[XХ]{{4,}})|(?<=[a-z]\s)XXX\b"
_SIGNS = re.compile(r"\?\?|__|[XХ]")
"""What every mark has."""
# Blanks after these words are to be filled in by hand.
_FORMS = re.compile(
    r"(?:approve|disapprove|discuss|concur|sign|date|name|погод|відхил|підпис|дата)\w*\W*$", re.IGNORECASE
)


class Options(CheckOptions):
    """The abbreviations; a house adds its own under `also` and takes out under `ignore` what means something there."""

    final: Level | None = "error"
    words: PlainTexts = ()
    """Letters that stand for what is still to be written; in small letters too."""
    also: PlainTexts = ()
    """More of them."""
    ignore: PlainTexts = ()
    """Those of them that mean something here."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each abbreviation or mark, at its first place, with how often it stands in the text.

    Left alone are cells and fields, where it tells a status; brackets, which `placeholder-text` reads; blanks to be
    filled in by hand after "Approve"; and what the memo itself spells out, as in "Technical Boundary Committee (TBC)".
    """
    found: dict[str, list[Source]] = {}
    listed = tuple(_words(options))
    pattern = re.compile(f"{one_of(listed)}|{_MARKS}")
    worded = {id(passage) for passage in review.words.holding(listed)}
    for passage in review.passages:
        may_hold = passage.place not in ("cell", "label") and (id(passage) in worded or _SIGNS.search(passage.plain))
        for hit in pattern.finditer(passage.plain) if may_hold else ():
            if not _is_meant(passage.plain[: hit.start()], hit.group()):
                found.setdefault(hit.group(), []).append(passage.at(*hit.span()))
    for words, places in found.items():
        if not _is_spelled_out(words, review):
            often = f", {len(places)} times" if len(places) > 1 else ""
            hint = f'write what it is, or {{{{ hole("{words.strip("_?") or "what is missing"}") }}}} while nobody knows'
            yield Finding(f"'{words}' stands for what nobody has decided yet{often}", places[0], hint)


def _words(options: Options) -> Iterator[str]:
    for word in (*options.words, *options.also):
        if word not in options.ignore:
            yield from (word, word.lower())


def _is_meant(before: str, words: str) -> bool:
    """Return whether a bracket is open, hands are to fill in the blank, or "Article XXX" is a number."""
    is_number = words == "XXX" and before.split()[-1][0].isupper()
    return before.endswith("[") or is_number or (words.startswith("_") and bool(_FORMS.search(before)))


def _is_spelled_out(words: str, review: Review) -> bool:
    """Return whether the memo says what letters stand for: "… Committee (TBC)", "TBC (… Committee)", a glossary."""
    spelled = re.compile(rf"\w\s\({re.escape(words)}[);,]|(?<!\w){re.escape(words)}\s\(\w+\s\w+")
    return words in review.brief.glossary or any(spelled.search(passage.text) for passage in review.passages)
