"""Where something was written and what is wrong with it: the words that every stage speaks.

Exceptions
    ReportgenError          anything reportgen refuses to do; carries its diagnostics
    ├── BriefError          the brief, its template or its style has faults
    └── OutputError         a file could not be written
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field, replace
from typing import Any, Literal

from .frozen import dataclass

Severity = Literal["error", "warning", "info"]
SHORT_LIST = 12


@dataclass(frozen=True, slots=True)
class Source:
    """The place of a value: file, path inside it (`issues[0].title`), line and column from 1.

    Line 0 stands for a file as a whole; an empty file for a value that no file holds. `length` is the number of
    characters that a caret line underscores.

    `quote` holds words that stand at or after the place, while it is not known where: `nth` of the same come first.
    `end` is the last line of a value that takes whole lines or several; 0 where `length` is all of it.
    """

    file: str = ""
    path: str = ""
    line: int = 0
    column: int = 0
    length: int = 1
    quote: str = ""
    nth: int = 0
    end: int = field(default=0, compare=False, repr=False)

    def __str__(self) -> str:
        """Return `file:line:column`, shorter where less is known."""
        parts = [self.file or "reportgen"]
        parts += [str(number) for number in (self.line, self.column) if number]
        return ":".join(parts)

    def below(self, lines: int) -> Source:
        """Return the place some lines further down; itself for 0."""
        return replace(self, line=self.line + lines) if lines else self


NOWHERE = Source()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: how grave, which kind (a stable kebab-case code), what is wrong, where, and what to do."""

    severity: Severity
    code: str
    message: str
    source: Source = NOWHERE
    hint: str = ""

    def __str__(self) -> str:
        """Return the finding in one line, as compilers print theirs."""
        return f"{self.source}: {self.severity}: {self.message} [{self.code}]"


class ReportgenError(Exception):
    """Anything reportgen refuses to do; `diagnostics` says why, all of it at once."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))


class BriefError(ReportgenError):
    """The brief, its template or its style has faults: nothing was made of it."""


class OutputError(ReportgenError):
    """A file could not be written: what stood there before is as it was."""


def error(code: str, message: str, source: Source = NOWHERE, hint: str = "") -> Diagnostic:
    """Return a finding that stops the build."""
    return Diagnostic("error", code, message, source, hint)


def warning(code: str, message: str, source: Source = NOWHERE, hint: str = "") -> Diagnostic:
    """Return a finding that is said aloud and lets the build go on."""
    return Diagnostic("warning", code, message, source, hint)


def refuse(code: str, message: str, source: Source = NOWHERE, hint: str = "") -> BriefError:
    """Return the exception that carries one error, ready to be raised."""
    return BriefError([error(code, message, source, hint)])


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings, each once, in the order of the files and lines they point at."""
    found = dict.fromkeys(diagnostics)
    return tuple(sorted(found, key=lambda one: (one.source.file, one.source.line, one.source.column)))


class Faults(list[Diagnostic]):
    """The faults of several stages, gathered so that they are told together."""

    def of(self, stage: Callable[..., Any], *given: Any) -> Any:
        """Return what a stage returns; None for one that has faults, which are kept."""
        try:
            return stage(*given)
        except BriefError as refused:
            self.extend(refused.diagnostics)
            return None

    def refuse(self) -> None:
        """Raise BriefError where there are faults."""
        if self:
            raise BriefError(in_order(self))


def nearest(written: str, known: Iterable[str]) -> str:
    """Return a hint naming the likeliest of the known words; empty if none is near."""
    from difflib import get_close_matches  # needed for faults alone

    close = get_close_matches(written, list(known), n=1, cutoff=0.7)
    return f"did you mean '{close[0]}'?" if close else ""


def choices(written: str, known: Iterable[str]) -> str:
    """Return a hint naming the likeliest of the known words, or all of them if they are few; empty if neither."""
    words = list(known)
    meant = nearest(written, words)
    if meant:
        return meant
    if 0 < len(words) <= SHORT_LIST:
        return f"known: {', '.join(words)}"
    return ""
