"""Checks: what a careful editor would say of a memo. A check never changes anything.

A check is a module here, or a plug-in's in the entry-point group `reportgen.checks`, named as the code of its findings,
with

    Options                          a subclass of `CheckOptions`: how grave, and what else may be set
    check(review, options)           -> Iterator[Finding]
    check_pages(pages, options)      -> Iterator[Finding], if it has something to say of the finished file

Templates, by document type, and the project's settings set the options under `checks: {<code>: …}`; a check that is
`off` is not run. Word lists that a check brings stand in `data/checks/<code>.yaml`, which is read as if a template had
set them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import ClassVar, Literal, TypeAlias

from ..brief.models import Brief, Line, texts
from ..diagnostics import NOWHERE, Severity, Source
from ..document import Document, Node
from ..document.passages import Passage, passages
from ..document.walk import walk
from ..document.word_index import WordIndex
from ..frozen import dataclass
from ..located import Closed, PlainText, PlainTexts

Level = Literal["off", "info", "warning", "error"]

Phrases: TypeAlias = dict[PlainText, PlainTexts]
"""Words and phrases by language: `{en: [analysts note], uk: [аналітики зазначають]}`."""


class CheckOptions(Closed):
    """How grave the findings of a check are: in a draft and, where it differs, in a final memo."""

    SHORT_FORM: ClassVar[str] = "severity"

    MAY_BE_ALLOWED: ClassVar[bool] = True
    """Whether an author may allow, with a reason, what the check finds."""

    severity: Level = "warning"
    """How grave the findings are; `off`: the check is not run."""
    final: Level | None = None
    """How grave they are in a final memo, if not as in a draft."""

    def level(self, status: str) -> Level:
        """Return how grave findings are in a memo of a status; what is set for all holds for a final one too."""
        set_for_all = "severity" in self.model_fields_set and "final" not in self.model_fields_set
        return self.final if status == "final" and self.final and not set_for_all else self.severity


class GraveOptions(CheckOptions):
    """The same for what must never leave the house: in a final memo it is an error, whatever is set."""

    MAY_BE_ALLOWED: ClassVar[bool] = False

    severity: Literal["info", "warning", "error"] = "warning"
    final: Literal["error"] = "error"

    def level(self, status: str) -> Level:
        """Return how grave findings are in a memo of a status."""
        return self.final if status == "final" else self.severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say: its severity is the check's own, but never above `at_most`."""

    message: str
    source: Source = NOWHERE
    hint: str = ""
    at_most: Severity = "error"


class Review:
    """A memo under review: what the author wrote, what the memo says, and its text passage by passage."""

    def __init__(self, brief: Brief, document: Document) -> None:
        self.brief = brief
        self.document = document

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of the memo in reading order."""
        return tuple(passages(self.document))

    @cached_property
    def words(self) -> WordIndex:
        """The words of the passages; a check that looks for words reads only passages that hold them."""
        return WordIndex(self.passages)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes of the document, each before those below it."""
        return tuple(walk(self.document))

    @cached_property
    def _authored(self) -> frozenset[Source]:
        written = (text.inlines if isinstance(text, Line) else text.blocks for text in texts(self.brief))
        return frozenset(node.source for nodes in written for top in nodes for node in walk(top))

    def is_authored(self, passage: Passage, start: int) -> bool:
        """Return whether the author wrote the character at `start`, rather than a section builder."""
        return passage.leaf(start).source in self._authored

    @property
    def is_final(self) -> bool:
        """Whether the memo is to leave the house."""
        return self.document.meta.status == "final"

    def phrases(self, phrases: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Return the words and phrases of the memo's language; none where there are none for it."""
        tag = self.document.meta.language
        return phrases.get(tag) or phrases.get(tag.partition("-")[0]) or ()


def one_of(phrases: Iterable[str]) -> str:
    """Return the pattern of any of some phrases as whole words, the longest first; one that matches nothing for none.

    A star stands for any ending of a word: `спільнот*`.
    """
    return _one_of(tuple(phrases))


@lru_cache(256)
def _one_of(phrases: tuple[str, ...]) -> str:
    longest = sorted(phrases, key=len, reverse=True)
    either = "|".join(re.escape(phrase).replace(r"\*", r"[\w’'-]*").replace(r"\ ", r"\s+") for phrase in longest)
    return rf"(?<![\w-])(?:{either})(?![\w-])" if either else r"(?!)"
