"""Where lines may end in words, addresses and in scripts without blanks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reportgen.languages.breaks import breaks, makeshift_breaks


def parts(text: str, places: list[int]) -> str:
    edges = [0, *(place for place in places if 0 < place < len(text)), len(text)]
    return "|".join(text[start:end] for start, end in pairwise(edges))


@pytest.mark.parametrize(
    "marked",
    [
        "cease-|fire",
        "and/|or",
        "word—|word",
        "2026-11-22",
        "well-|being/|health",
        "ka\u200b|kb",
        "co\u00ad|operate",
        "don't",
        "foo(bar)",
        "https://example.org",
        "https://example.org/|a|.html",
        "www.example.org",
        "https://www.example.org/|a/|some|_page|?x|=1|&y|=2|#top",
        "第|五|轮|会|谈|将|于|2026|年|12|月|举|行",
        "（国|务|院）|将|参|加。|他|说：|“六|成”|的",
        "「こ|の|文|書」、|コー|ヒー|と|チョ|コ",
        "キャッ|ト|も々",
        "約|￥500|で|す",
        "か\u3099|き",
        "外\u2060交",
        "그리고회담은",
        "IAEA|核|查",
    ],
)
def test_where_a_line_may_end(marked: str) -> None:
    text = marked.replace("|", "")
    assert parts(text, breaks(text)) == marked


@pytest.mark.parametrize(
    "marked",
    ["a|b|c", "a|x\u0302|b", "แผ|น", "ก|ระ|ท|ร|ว|ง", "เกาะ", "क|ष|क्ष", "a\u200db|c", "ກຳ"],
)
def test_where_a_word_that_is_too_wide_may_be_broken(marked: str) -> None:
    text = marked.replace("|", "")
    assert parts(text, makeshift_breaks(text)) == marked
