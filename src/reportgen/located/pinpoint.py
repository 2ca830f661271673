"""The places of words: where in a file's text stands what a finding is about.

What a reader reads differs from what an author wrote: YAML folds lines and doubles quotation marks, Markdown has marks
between the words. Whatever else differs is not the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from html.entities import codepoint2name

from ..diagnostics import BriefError, Diagnostic, Source
from ..workspace import Workspace

# Marks of Markdown that may stand between two characters of a text, the end of a link, an escaped line end of YAML.
# Each is taken as a whole (?>…): else a row of brackets could be read in more ways than there is time for.
_MARK = r"(?>\\\n[ \t]*|\]\([^()\s]*\)|\]\[[^\[\]\n]*\]|[*_`~\[\]\\])"
# What a blank of a text may be in its file: blanks, line ends with the signs of quotes, YAML's and HTML's escapes.
_BLANK = r"(?>\s|\\[nt]|&nbsp;)"
_GAP = rf"{_MARK}*{_BLANK}(?:{_BLANK}|>|{_MARK})*"
# What is in the file and not printed: the addresses of links, placeholders.
_UNPRINTED = r"\]\([^()\s]*\)|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}"


def pinpointed(diagnostics: Iterable[Diagnostic], workspace: Workspace) -> tuple[Diagnostic, ...]:
    """Return findings with the exact places of the words that they quote, and no more quotes; none for none."""
    return tuple(replace(one, source=pinpoint(one.source, workspace)) for one in diagnostics)


def pinpoint(source: Source, workspace: Workspace) -> Source:
    """Return the place of the words that a source quotes: its first line, column and length there, and no quote.

    Where a text is printed several times the words are counted on, so counting goes round. The given place stays where
    its value does not hold the words as they are printed: they came out of a placeholder, or out of another file.
    """
    if not source.quote:
        return source
    text, begin = _written(source, workspace)
    found = _spans(source.quote, text, begin)
    place = replace(source, quote="", nth=0)
    if not found:
        return place
    start, end = found[source.nth % len(found)]
    above, before = text.count("\n", 0, start), text.rfind("\n", 0, start) + 1
    first_line = text[start:end].partition("\n")[0].rstrip()
    return replace(place, line=source.line + above, column=start - before + 1, length=max(1, len(first_line)), end=0)


def _written(source: Source, workspace: Workspace) -> tuple[str, int]:
    """Return the lines of a value and where in them it begins; nothing where they are not to be had."""
    if not source.file or not source.line:
        return "", 0
    try:
        lines = workspace.lines(source.file)
    except BriefError:
        return "", 0
    begin = max(0, source.column - 1)
    text = "\n".join(lines[source.line - 1 : max(source.line, source.end)])
    return (text if source.end else text[: begin + source.length]), begin


def _spans(quote: str, text: str, begin: int) -> list[tuple[int, int]]:
    """Return where words stand in a text: without marks inside of them if so, and where it is printed if it is."""
    for marks, unprinted in (("", f"|{_UNPRINTED}"), (f"{_MARK}*", f"|{_UNPRINTED}"), (f"{_MARK}*", "")):
        sought = _pattern(quote, marks, unprinted)
        found = [one.span("words") for one in sought.finditer(text, begin) if one["words"]]
        if found:
            return found
    return []


@lru_cache(maxsize=256)
def _pattern(quote: str, marks: str, unprinted: str) -> re.Pattern[str]:
    """Return a pattern of words with marks between their characters, which passes over what is not printed."""
    parts = (marks.join(map(_character, word)) for word in quote.split())
    return re.compile(f"(?P<words>{_GAP.join(parts)}){unprinted}")


def _character(character: str) -> str:
    """Return a pattern of a character as it may be written: itself, doubled in quotes, or as an escape."""
    code = ord(character)
    forms = [f"{re.escape(character)}'?" if character == "'" else re.escape(character)]
    if code > 0xFFFF:
        forms.append(rf"\\U(?i:{code:08x})")
    elif code > 0x7E:
        forms.append(rf"\\u(?i:{code:04x})" + (rf"|\\x(?i:{code:02x})" if code <= 0xFF else ""))
    if code in codepoint2name:
        forms.append(f"&{codepoint2name[code]};")
    return forms[0] if len(forms) == 1 else f"(?:{'|'.join(forms)})"
