"""Where a line may end inside what stands between two blanks: the classes of UAX #14 that memos meet."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category, combining

_WIDE = (
    "\u2e80-\u2fd5\u2ff0-\u30ff\u3105-\u312f\u3190-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffe6"
    "\U0001b000-\U0001b2ff\U0001f200-\U0001f2ff\U00020000-\U0003fffd"
)
"""Ideographs, kana and the signs as wide as they. Hangul is not among them: Korean has blanks between its words."""

_BEGINS_NO_LINE = (
    r"\u0300-\u036f\u3099\u309a\u2060\ufeff\u200d\ufe00-\ufe0f"  # what belongs to the character before
    r")\]}!%,.:;?’”»›…‥–—°℃‰"
    "、。，．・：；？！％゛゜ゝゞ々〻ヽヾー〜゠）］｝｠〉》」』】〕〗〙〛〞〟｡､･｣ｰﾞﾟ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｯ"
)
_ENDS_NO_LINE = r"\u2060\ufeff\u200d(\[{‘“«‹（［｛｟〈《「『【〔〖〘〚〝｢#$£¥€№＃＄￡￥"
"""What stands at no line's beginning or end (kinsoku shori; JIS X 4051): closing and opening signs, small kana."""

FIRST_WIDE = "\u2e80"
"""The first of the characters in `_WIDE`."""

# After a hyphen, dash or stroke inside a word, but not in a date; after a blank of no width; at a soft hyphen, which
# then is printed.
_SIGNS = re.compile(r"(?<=\w[-/\u2010\u2013\u2014])(?=[^\W\d_])|(?<=\u200b)|(?<=\u00ad)")

# In an address after a stroke, and before what parts its words: so that no sign at a line's end seems to end it.
_ADDRESS = re.compile(r"(?<=[^/:]/)(?=[^/])|(?<=\w)(?=[.?&=#%~]\w)|(?<=[^\W_])(?=_)")

# Vowels that are written before their consonant, and those that are written behind it (Thai, Lao).
_BEFORE_LETTER, _BEHIND_LETTER = frozenset("เแโใไເແໂໃໄ"), frozenset("ะาำๅๆฯະາຳຽໆຯ")
_FIRST_UNSPACED = "\u0e00"
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff"
"""Thai, Lao, Burmese and Khmer, which like ideographs have no blanks between their words."""

_JOINS = frozenset("\u200d\u2060\ufeff")
_VIRAMA = 9
"""The combining class of a sign that joins the letters around it."""


def breaks(text: str) -> list[int]:
    """Return before which characters of a text a line may begin, in order; without blanks in it, few or none."""
    places = {found.start() for found in _SIGNS.finditer(text)}
    if _is_address(text):
        path = text.find("/", text.find("://") + 3)  # the name of a machine stays whole
        places.update(found.start() for found in _ADDRESS.finditer(text, path) if path > 0)
    if text and max(text) >= FIRST_WIDE:
        places.update(found.start() for found in _between_ideographs().finditer(text))
    return sorted(places)


def is_whole(text: str) -> bool:
    """Return whether what stands between two blanks is a word: no address, nor of a script without blanks in it."""
    return not _is_address(text) and (max(text, default="") < _FIRST_UNSPACED or not _some_unspaced().search(text))


def is_wide(text: str) -> bool:
    """Return whether a text begins with an ideograph, kana or a sign as wide as they."""
    return text[:1] >= FIRST_WIDE and _some_wide().match(text) is not None


@cache
def _some_wide() -> re.Pattern[str]:
    """Return the pattern of one of these characters; such patterns take long to compile, and most memos need none."""
    return re.compile(f"[{_WIDE}]")


def _is_address(text: str) -> bool:
    return "://" in text or text.startswith("www.")


@cache
def _some_unspaced() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}{_WIDE}]")


@cache
def _between_ideographs() -> re.Pattern[str]:
    return re.compile(f"(?<![{_ENDS_NO_LINE}])(?:(?<=[{_WIDE}])|(?=[{_WIDE}]))(?![{_BEGINS_NO_LINE}])")


def makeshift_breaks(text: str) -> list[int]:
    """Return before which characters a line may begin if it must: all but those that belong to the one before."""
    return [index for index in range(1, len(text)) if not _hold_on(text[index - 1], text[index])]


def _hold_on(before: str, after: str) -> bool:
    """Return whether two characters are written as one letter or syllable."""
    if after < "\u0300" and before < "\u0300":
        return False
    joined = before in _JOINS or after in _JOINS or before in _BEFORE_LETTER or after in _BEHIND_LETTER
    return joined or category(after)[0] == "M" or combining(before) == _VIRAMA
