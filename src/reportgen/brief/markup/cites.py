"""Citations in a text: `[@news]`, `[@news, p. 4; see @report]`, as pandoc writes them."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from ...document import Cited

_WORK = r"(?:(?P<prefix>.*\S) )?(?P<silent>-?)@(?P<work>\w(?:[\w.:/+-]*\w)?)(?:,? (?P<locator>\S.*))?"
_ONE = re.compile(_WORK, re.DOTALL)


def cites_plugin(parser: MarkdownIt) -> None:
    """Let a parser know citations; what stands in brackets and is none stays what it was."""
    parser.inline.ruler.before("link", "citation", _citation)


def _citation(state: StateInline, silent: bool) -> bool:
    """Take a bracket that holds nothing but citations (the contract of markdown-it's rules for lines)."""
    if state.src[state.pos] != "[":
        return False
    end = state.src.find("]", state.pos)
    works = cited(state.src[state.pos + 1 : end]) if end > 0 else ()
    if not works or state.src[end + 1 : end + 2] in ("(", "["):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content, token.meta = state.src[state.pos : end + 1], {"works": works}
    state.pos = end + 1
    return True


def cited(text: str) -> tuple[Cited, ...]:
    """Return the works that the words in a bracket cite; none where they are something else."""
    if "@" not in text or "[" in text:
        return ()
    found = [_ONE.fullmatch(part.strip()) for part in text.split(";")]
    return tuple(_cited(one) for one in found if one) if all(found) else ()


def _cited(found: re.Match[str]) -> Cited:
    return Cited(
        work=found["work"],
        prefix=found["prefix"] or "",
        locator=(found["locator"] or "").strip(),
        author=not found["silent"],
    )
