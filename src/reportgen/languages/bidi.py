"""Text that runs in both directions: the levels of its characters by the Unicode Bidirectional Algorithm (UAX #9).

Characters stand in a text in the order in which they are read. Those of an even level run from the left, those of an
odd one from the right; reordering a line by levels (rule L2) gives the order in which they are seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeVar
from unicodedata import bidirectional

from ..document import Direction
from ..frozen import dataclass

FROM_THE_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""What may make a text run from the right: the blocks of scripts that do, and the controls that say so."""

BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
"""The brackets that pair with one another, each behind its partner (BidiBrackets.txt)."""

_MIRRORED = BRACKETS + "<>«»‹›≤≥"
MIRROR = {
    ord(one): other for pair in zip(_MIRRORED[::2], _MIRRORED[1::2], strict=True) for one, other in (pair, pair[::-1])
}
"""What common characters look like that are seen the other way round where text runs from the right."""

DEEPEST, MOST_BRACKETS = 125, 63
"""How deep levels go (BD2), and how many brackets may be open at once (BD16)."""

_EMBEDDINGS = {"LRE": (0, ""), "RLE": (1, ""), "LRO": (0, "L"), "RLO": (1, "R")}
_ISOLATES = ("LRI", "RLI", "FSI")
_REMOVED = frozenset({*_EMBEDDINGS, "PDF", "BN"})
_NEUTRAL = frozenset({"S", "WS", "ON", *_ISOLATES, "PDI"})
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}
_CLOSING = {closing: opening for opening, closing in zip(BRACKETS[::2], BRACKETS[1::2], strict=True)}
_OPENING = frozenset(BRACKETS[::2])

FROM_LEFT, FROM_RIGHT = "\u200e", "\u200f"
"""The left-to-right and the right-to-left mark."""

# A number with the signs around it, and blanks between its groups.
_NUMBER = re.compile(r"(?:[(+\-\u2212\u2013~\u2248<>\u20ac$\u00a3]+\s?)?\d(?:[\d.,'\s]*\d)?\s?[%\u2030)]*")

_TAGS = re.compile("<w:instrText.*?</w:instrText>|<[^>]*>|&[#a-z0-9]+;", re.DOTALL)

T = TypeVar("T")


def runs_both_ways(text: str) -> bool:
    """Return whether a text may have to be reordered to be seen as it is meant."""
    return not text.isascii() and FROM_THE_RIGHT.search(text) is not None


def first_strong(text: str) -> int | None:
    """Return 0 or 1, as the first strong character outside of isolates runs (P2, P3); None where there is none."""
    return _first_strong([bidirectional(character) for character in text])


def way_of(text: str, direction: Direction) -> int | None:
    """Return 0 or 1, as a paragraph with some text runs from the left or the right; None where all is plain.

    In a document from the left it runs as its first strong character does (P2, P3), and where nothing in it runs from
    the right, all is plain. In one from the right all paragraphs run from there, also those that begin with a name from
    the left (HL1), unless they begin with a left-to-right mark.
    """
    if direction == "rtl":
        return 0 if text.startswith(FROM_LEFT) else 1
    return (first_strong(text) or 0) if runs_both_ways(text) else None


def levels_of_paragraph(text: str, base: int) -> list[int]:
    """Return the level of each character of a paragraph: see `levels`.

    Words from the left, or a number, that have a paragraph from the right for themselves are read as a whole, with the
    signs around them: as if they were isolated (HL3).
    """
    return [2] * len(text) if base == 1 and _is_whole(text) else levels(text, base)


def _is_whole(text: str) -> bool:
    """Return whether a text is a number, or words from the left and nothing else."""
    return not runs_both_ways(text) and (first_strong(text) == 0 or _NUMBER.fullmatch(text) is not None)


def levels(text: str, base: int) -> list[int]:
    """Return the level of each character of one paragraph that runs from the left (`base` 0) or the right (1).

    A character that the algorithm takes out (X9) has the level of the one before it.
    """
    # A line's end inside a paragraph is a blank, as U+2028 is.
    classes = ["WS" if kind == "B" else kind or "L" for kind in map(bidirectional, text)]
    found, kinds = _explicit(classes, base)
    kept = [index for index, kind in enumerate(classes) if kind not in _REMOVED]
    for sequence in _sequences(kept, classes, found, base):
        resolved = [kinds[index] for index in sequence.places]
        _resolve_weak(resolved, sequence)
        _resolve_brackets(resolved, sequence, text, classes)
        _resolve_neutral(resolved, sequence)
        for index, kind in zip(sequence.places, resolved, strict=True):
            found[index] += _raised(kind, sequence.level)
    before = base
    for index, kind in enumerate(classes):
        before = found[index] = before if kind in _REMOVED else found[index]
    return found


def parts_by_direction(text: str, direction: Direction) -> Iterator[tuple[str, bool]]:
    """Return a text cut where it changes its direction, each part with whether it runs from the right.

    Figures belong to the words that they stand between, as word processors want it. Nothing is cut that is plain: where
    nothing runs from the right, or in a document from the right just a number or words from the left.
    """
    if not runs_both_ways(text) and (direction == "ltr" or _is_whole(text)):
        yield text, False
        return
    base = 1 if direction == "rtl" else first_strong(text) or 0
    parts: list[tuple[str, bool]] = []
    for level, pairs in groupby(zip(levels(text, base), text, strict=True), key=itemgetter(0)):
        part = "".join(character for _, character in pairs)
        parts.append((part, bool(level) and (level % 2 == 1 or "L" not in map(bidirectional, part))))
    for from_right, alike in groupby(parts, key=itemgetter(1)):
        yield "".join(part for part, _ in alike), from_right


def way_of_markup(markup: str, direction: Direction) -> int | None:
    """Return 0 or 1 as what stands between the tags of XML or HTML runs; None where it runs as the document does.

    It does where nothing in it runs from the right, and in a document from the right always, but for `way_of`.
    """
    if direction == "ltr" and not runs_both_ways(markup):
        return None
    way = way_of(_TAGS.sub("", markup), direction)
    return None if direction == "rtl" and way == 1 else way


def is_whole_markup(markup: str) -> bool:
    """Return whether what stands between the tags of XML or HTML is a number, or words from the left alone."""
    return _is_whole(_TAGS.sub("", markup))


def seen(items: Sequence[T], levels: Sequence[int]) -> list[T]:
    """Return what stands in a line in the order in which it is seen, by its levels (L2)."""
    found = list(items)
    order = list(levels)
    for level in range(max(order, default=0), 0, -1):
        start = 0
        while start < len(order):
            if order[start] < level:
                start += 1
                continue
            end = start
            while end < len(order) and order[end] >= level:
                end += 1
            found[start:end] = found[start:end][::-1]
            order[start:end] = order[start:end][::-1]
            start = end
    return found


@dataclass(frozen=True, slots=True)
class _Sequence:
    """An isolating run sequence (BD13): the places of its characters, its level, what it begins and ends against."""

    places: list[int]
    level: int
    start: str
    end: str

    @property
    def direction(self) -> str:
        return _direction(self.level)


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _first_strong(classes: Sequence[str]) -> int | None:
    depth = 0
    for kind in classes:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif kind in ("L", "R", "AL") and not depth:
            return int(kind != "L")
    return None


def _explicit(classes: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Return levels and classes as explicit embeddings, overrides and isolates make them (X1 to X8)."""
    found, kinds = [base] * len(classes), list(classes)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    lost_isolates = lost_embeddings = 0
    ends = _matches(classes)
    for index, kind in enumerate(classes):
        if kind == "PDI":
            if lost_isolates:
                lost_isolates -= 1
            elif any(isolate for _, _, isolate in stack):
                lost_embeddings = 0
                while not stack.pop()[2]:
                    pass
        level, override, isolate = stack[-1]
        found[index] = level
        if kind in _EMBEDDINGS or kind in _ISOLATES:
            odd, inside = _EMBEDDINGS.get(kind, (int(kind == "RLI"), ""))
            if kind == "FSI":
                odd = _first_strong(classes[index + 1 : ends.get(index, len(classes))]) or 0
            new = level + (2 if level % 2 == odd else 1)
            if new <= DEEPEST and not lost_isolates and not lost_embeddings:
                stack.append((new, inside, kind in _ISOLATES))
            elif kind in _ISOLATES:
                lost_isolates += 1
            elif not lost_isolates:
                lost_embeddings += 1
        elif kind == "PDF" and not lost_isolates:
            if lost_embeddings:
                lost_embeddings -= 1
            elif not isolate and len(stack) > 1:
                stack.pop()
        if override and kind not in _REMOVED:
            kinds[index] = override
    return found, kinds


def _matches(classes: Sequence[str]) -> dict[int, int]:
    """Return the places of isolates' beginnings and of what ends them (BD9)."""
    found: dict[int, int] = {}
    begun: list[int] = []
    for index, kind in enumerate(classes):
        if kind in _ISOLATES:
            begun.append(index)
        elif kind == "PDI" and begun:
            found[begun.pop()] = index
    return found


def _sequences(kept: Sequence[int], classes: Sequence[str], found: Sequence[int], base: int) -> Iterator[_Sequence]:
    """Return the isolating run sequences of a paragraph (X10)."""
    runs: dict[int, list[int]] = {}  # by the places of their first characters
    before = None
    for index in kept:
        if before is None or found[index] != found[before]:
            start = index
            runs[start] = []
        runs[start].append(index)
        before = index
    ends = _matches(classes)
    inner = set(ends.values())
    order = {index: number for number, index in enumerate(kept)}
    original = list(found)  # levels are raised while the sequences are worked through
    for start, run in runs.items():
        if start in inner and start in runs:
            continue
        places = list(run)
        while classes[places[-1]] in _ISOLATES and places[-1] in ends:
            places.extend(runs[ends[places[-1]]])
        level, first, last = original[start], order[start], order[places[-1]]
        left = original[kept[first - 1]] if first else base
        right = original[kept[last + 1]] if last + 1 < len(kept) and classes[places[-1]] not in _ISOLATES else base
        yield _Sequence(places, level, _direction(max(level, left)), _direction(max(level, right)))


def _resolve_weak(kinds: list[str], sequence: _Sequence) -> None:
    """Resolve numbers, marks and what stands between numbers (W1 to W7)."""
    before = strong = sequence.start
    for index, kind in enumerate(kinds):  # W1, W2, W3
        if kind == "NSM":
            kind = "ON" if before in (*_ISOLATES, "PDI") else before
        before = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        kinds[index] = "AN" if kind == "EN" and strong == "AL" else kind
        before = kinds[index]
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for index in range(1, len(kinds) - 1):  # W4
        one, kind, other = kinds[index - 1 : index + 2]
        if one == other and ((kind == "CS" and one in ("EN", "AN")) or (kind == "ES" and one == "EN")):
            kinds[index] = one
    _resolve_terminators(kinds)
    strong = sequence.start
    for index, kind in enumerate(kinds):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _resolve_terminators(kinds: list[str]) -> None:
    """Join signs such as % to the European numbers that they touch; what is left separates nothing (W5, W6)."""
    index = 0
    while index < len(kinds):
        end = index
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > index:
            touches = (index and kinds[index - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
            kinds[index:end] = ["EN" if touches else "ON"] * (end - index)
        index = max(end, index + 1)
    kinds[:] = ["ON" if kind in ("ES", "CS") else kind for kind in kinds]


def _resolve_brackets(kinds: list[str], sequence: _Sequence, text: str, classes: Sequence[str]) -> None:
    """Let both brackets of a pair run as what they hold or stand in (N0)."""
    letters = [_SAME.get(text[place], text[place]) for place in sequence.places]
    for opening, closing in _pairs(letters, kinds):
        held = {_STRONG[kind] for kind in kinds[opening + 1 : closing] if kind in _STRONG}
        if not held:
            continue
        way = sequence.direction
        if way not in held:
            outside = next((_STRONG[kind] for kind in kinds[opening - 1 :: -1] if kind in _STRONG), None)
            if not opening or outside is None:
                outside = sequence.start
            way = outside if outside != way else way
        for place in (opening, closing):
            kinds[place] = way
            for index in range(place + 1, len(kinds)):  # marks on a bracket go with it
                if classes[sequence.places[index]] != "NSM":
                    break
                kinds[index] = way


def _pairs(letters: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of brackets that belong together, in the order of the opening ones (BD16)."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for index, (letter, kind) in enumerate(zip(letters, kinds, strict=True)):
        if kind != "ON":
            continue
        if letter in _OPENING:
            if len(stack) == MOST_BRACKETS:
                break
            stack.append((letter, index))
        elif letter in _CLOSING:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == _CLOSING[letter]:
                    found.append((stack[depth][1], index))
                    del stack[depth:]
                    break
    return sorted(found)


def _resolve_neutral(kinds: list[str], sequence: _Sequence) -> None:
    """Let blanks and signs run as what is on both sides of them, else as the whole (N1, N2)."""
    index = 0
    while index < len(kinds):
        end = index
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > index:
            left = _STRONG[kinds[index - 1]] if index else sequence.start
            right = _STRONG[kinds[end]] if end < len(kinds) else sequence.end
            kinds[index:end] = [left if left == right else sequence.direction] * (end - index)
        index = max(end, index + 1)


def _raised(kind: str, level: int) -> int:
    """Return by how much a character stands above the level of its sequence (I1, I2)."""
    if level % 2:
        return int(kind != "R")
    return {"L": 0, "R": 1}.get(kind, 2)
