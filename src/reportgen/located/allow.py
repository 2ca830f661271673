"""What an author allows, with a reason, though a check finds it: in comments, beside what is found.

# reportgen: allow no-owner, no-date: the Minister names both herself
- text: Convene the contact group          the comment above: the whole item
- text: Ask for a pause                    # reportgen: allow no-date: not before the vote
# reportgen: allow-file name-variants: the names are those of the agreement
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from ..diagnostics import Diagnostic, Source, choices, error, warning
from ..frozen import dataclass
from ..workspace import Workspace
from .comments import Comment, comments

ADDRESS = "reportgen:"
"""What a comment begins with that is meant for us."""

ALLOW, WHOLE_FILE = "allow", "allow-file"
FORM = f"write '# {ADDRESS} {ALLOW} CODE: reason'"
_FORM = re.compile(rf"#[ \t]*{ADDRESS}[ \t]*(?P<word>[^\s:]*)(?P<codes>[^:]*):?(?P<reason>.*)")
_CODE = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Allowance:
    """A code whose findings are allowed in lines of a file, from first to last; `source` is where the code stands."""

    file: str
    code: str
    first: int
    last: int
    reason: str
    source: Source

    def covers(self, found: Diagnostic) -> bool:
        """Return whether a finding is of the kind and in the lines that are allowed."""
        place = found.source
        return (place.file, found.code) == (self.file, self.code) and self.first <= place.line <= self.last


def allowances(
    paths: Iterable[str], workspace: Workspace, may: Collection[str], may_not: Collection[str] = ()
) -> tuple[tuple[Allowance, ...], tuple[Diagnostic, ...]]:
    """Return what the comments of YAML files allow, and what is wrong with those comments; nothing of either for none.

    `may` are the codes whose findings may be allowed, `may_not` those of checks that no reason makes up for. The files
    have been read before, so that they are YAML and their other faults are told.
    """
    allowed: list[Allowance] = []
    faults: list[Diagnostic] = []
    for path in dict.fromkeys(paths):
        lines = workspace.lines(path)
        for comment in comments(workspace.read_text(path), lines, ADDRESS):
            reading = _Reading(path, comment, len(lines), faults)
            allowed.extend(one for one in reading.allowances() if reading.is_known(one, may, may_not))
    return tuple(allowed), tuple(faults)


def without_allowed(
    diagnostics: Iterable[Diagnostic], allowed: Iterable[Allowance]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return the findings that nothing allows, in their order, and a warning for each allowance that none needs."""
    by_kind: dict[tuple[str, str], list[Allowance]] = {}
    needed: dict[Allowance, bool] = {}
    for one in allowed:
        by_kind.setdefault((one.file, one.code), []).append(one)
        needed[one] = False
    kept = []
    for found in diagnostics:
        covering = [one for one in by_kind.get((found.source.file, found.code), ()) if one.covers(found)]
        needed.update(dict.fromkeys(covering, True))
        if not covering:
            kept.append(found)
    return tuple(kept), tuple(_unused(one) for one, is_needed in needed.items() if not is_needed)


def _unused(one: Allowance) -> Diagnostic:
    where = f"line {one.first}" if one.first == one.last else f"lines {one.first} to {one.last}"
    message = f"nothing is found that 'allow {one.code}' is for" + (f", in {where}" if one.first else "")
    return warning("unused-allowance", message, one.source, "take it away")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One comment that is meant for us being read, with the faults found so far."""

    file: str
    comment: Comment
    lines: int
    faults: list[Diagnostic]

    def allowances(self) -> Iterator[Allowance]:
        """Return an allowance for each code; none, and a fault, where the comment has not the form of one."""
        found = _FORM.match(self.comment.text)
        if not found:
            return  # a comment on something else, which names us further on
        codes = list(_CODE.finditer(found["codes"]))
        fault = self.fault(found, bool(codes))
        if fault:
            self.faults.append(fault)
            return
        whole = found["word"] == WHOLE_FILE
        first, last = (0, self.lines) if whole else (self.comment.first, self.comment.last)
        for code in codes:
            place = self.at(found.start("codes") + code.start(), code[0])
            yield Allowance(self.file, code[0], first, last, found["reason"].strip(), place)

    def fault(self, found: re.Match[str], names_codes: bool) -> Diagnostic | None:
        """Return what is wrong with the form of an allowance; None for one that is right."""
        word, place = found["word"], self.at(found.start("word"), found["word"])
        if word not in (ALLOW, WHOLE_FILE):
            return error("bad-allowance", f"'{word}' says nothing to reportgen", place, FORM)
        if not names_codes:
            return error("bad-allowance", f"'{word}' names no finding to allow", place, FORM)
        if word == WHOLE_FILE and self.comment.column != 1:
            return error("bad-allowance", f"'{WHOLE_FILE}' must begin its line", place, f"or write '{ALLOW}'")
        if word == ALLOW and not self.comment.first:
            hint = "put it right above a key or '-', indented as that, or behind a value"
            return error("bad-allowance", "no entry stands here that this could be for", place, hint)
        if not found["reason"].strip():
            return error("allowance-without-reason", f"'{word}' gives no reason", place, FORM)
        return None

    def is_known(self, one: Allowance, may: Collection[str], may_not: Collection[str]) -> bool:
        """Return whether findings of a code may be allowed; report those that may not."""
        if one.code in may_not:
            message = f"no reason can allow '{one.code}'"
            self.faults.append(error("bad-allowance", message, one.source, "a final memo can't be made with it"))
        elif one.code not in may:
            hint = choices(one.code, may) or "'reportgen check --list' shows what can be allowed"
            self.faults.append(error("unknown-check", f"there is no check '{one.code}'", one.source, hint))
        return one.code in may and one.code not in may_not

    def at(self, start: int, word: str) -> Source:
        """Return the place of a word that begins so many characters behind the `#`."""
        return Source(self.file, "", self.comment.line, self.comment.column + start, max(1, len(word)))
