"""The places of words in a file, however YAML folds and quotes them and Markdown marks them."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Source, warning
from reportgen.located import Scalar, load, pinpoint, pinpointed
from reportgen.workspace import Workspace


def found(text: str, quote: str, nth: int = 0) -> str:
    """Return line, column and words of a quote's place in the value of `a`."""
    workspace = Workspace(files={"b.yaml": text})
    value = load("b.yaml", workspace)["a"]
    assert isinstance(value, Scalar)
    place = pinpoint(replace(value.source, quote=quote, nth=nth), workspace)
    assert (place.quote, place.nth, place.path) == ("", 0, "a")
    line = workspace.lines("b.yaml")[place.line - 1]
    return f"{place.line}:{place.column} {line[place.column - 1 : place.column - 1 + place.length]}"


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("a: Talks in Kiev\n", "Kiev", "1:13 Kiev"),
        ("a: 'Talks in Kiev'\n", "Kiev", "1:14 Kiev"),
        ("a: >-\n  Talks\n  in Kiev\n", "Kiev", "3:6 Kiev"),
        ("a: |\n  Talks\n\n  in Kiev\n", "Kiev", "4:6 Kiev"),
        ("a: Talks\n  in Kiev\n", "Kiev", "2:6 Kiev"),
        ("a: 'Talks\n\n  in Kiev'\n", "Kiev", "3:6 Kiev"),
        ("a: >-\n  of the Minsk\n  Protocol\n", "Minsk Protocol", "2:10 Minsk"),
        ("a: |\n  > of the Minsk\n  > Protocol\n", "Minsk Protocol", "2:12 Minsk"),
        ("a: the **Minsk** _Protocol_\n", "Minsk Protocol", "1:10 Minsk** _Protocol"),
        (
            "a: the Minsk [Protocol](https://x.example/a) of 2014\n",
            "Minsk Protocol of",
            "1:8 Minsk [Protocol](https://x.example/a) of",
        ),
        ("a: the _Minsk_’s end\n", "Minsk’s", "1:9 Minsk_’s"),
        ("a: 'the Party''s end'\n", "Party's end", "1:9 Party''s end"),
        ('a: "he said \\"yes\\" twice"\n', '"yes" twice', '1:14 "yes\\" twice'),
        ('a: "the Party\\u2019s end"\n', "Party’s", "1:9 Party\\u2019s"),
        ('a: "one \\\n  word"\n', "one word", "1:5 one \\"),
        ('a: "one two\\nthree"\n', "two three", "1:9 two\\nthree"),
        ("a: snake\\_case &amp; more\n", "snake_case & more", "1:4 snake\\_case &amp; more"),
        ("a: write [insert date]\n", "[insert date]", "1:10 [insert date]"),
        ("a: write ![insert date](x.png)\n", "insert date", "1:12 insert date"),
        (
            "a: 'see [Kiev](https://kiev.example/Kiev) and Kiev'\n",
            "https://kiev.example/Kiev",
            "1:16 https://kiev.example/Kiev",
        ),
        ("a: '{{ hole(\"Kiev\") }} in Kiev'\n", "Kiev", "1:27 Kiev"),
        ("a: '{{ hole(\"Kiev\") }}'\n", "{{", "1:5 {{"),
        ("a: the 字 and 語\n", "語", "1:14 語"),
        ("a: a   wide gap\n", "wide\u00a0gap", "1:8 wide gap"),
    ],
)
def test_words_are_found_as_they_are_written(text: str, quote: str, place: str) -> None:
    assert found(text, quote) == place


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a: Talks in Kiev\n", "Kyiv"),
        ("a: Talks in Kiev # Kyiv\n", "Kyiv"),
        ("a: {b: Kyiv}\n", "Kyiv"),
        ("a: Talks\nb: Kyiv\n", "Kyiv"),
        ("a: |\n  Talks\nb: Kyiv\n", "Kyiv"),
        ("b: Kyiv\na: |\n  Talks", "Kyiv"),
        ("a: Party’s end\n", "Party's"),
        ("a: Minsk Protocol\n", "MinskProtocol"),
        ("a: Minsk\n", " "),
    ],
)
def test_the_place_stays_where_a_value_does_not_hold_the_words(text: str, quote: str) -> None:
    workspace = Workspace(files={"b.yaml": text})
    value = load("b.yaml", workspace)["a"]
    assert pinpoint(replace(value.source, quote=quote), workspace) == value.source


def test_the_same_words_are_counted_and_counting_goes_round() -> None:
    text = "a: >-\n  Kiev, Kievan Rus,\n  [Kiev](https://x.example/Kiev)\n"
    assert [found(text, "Kiev", nth) for nth in range(4)] == ["2:3 Kiev", "2:9 Kiev", "3:4 Kiev", "2:3 Kiev"]


@pytest.mark.parametrize(
    "source", [Source(quote="x"), Source("gone.yaml", "", 3, 4, quote="x"), Source("--set a", "a", quote="x")]
)
def test_a_place_in_no_file_stays(source: Source) -> None:
    assert pinpoint(source, Workspace(files={})) == replace(source, quote="")


def test_findings_that_differ_in_their_quotes_alone_are_two() -> None:
    here = Source("b.yaml", "a", 1, 4, 9, "x")
    assert here != replace(here, quote="y") != replace(here, quote="y", nth=1)
    assert here == replace(here, end=7)
    workspace = Workspace(files={"b.yaml": "a: x and x\n"})
    twice = [warning("x", "m", here), warning("x", "m", replace(here, nth=1))]
    assert [one.source.column for one in pinpointed(twice, workspace)] == [4, 10]
    assert pinpointed([], workspace) == ()


def test_no_row_of_marks_takes_long() -> None:
    row = "][" * 5_000 + "** " * 5_000
    workspace = Workspace(files={"b.yaml": f"a: 'x{row}'\n"})
    source = replace(load("b.yaml", workspace)["a"].source, quote="x y")
    began = time.perf_counter()
    assert pinpoint(source, workspace).column == 4
    assert time.perf_counter() - began < 1


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40), st.text(max_size=12), st.integers(0, 3))
def test_any_quote_of_any_text_has_a_place_in_the_file(text: str, quote: str, nth: int) -> None:
    workspace = Workspace(files={"b.yaml": text.encode("utf-8", "replace")})
    place = pinpoint(Source("b.yaml", "", 1, 1, 5, quote, nth, end=3), workspace)
    assert place.line >= 1
    assert place.length >= 1
    if place.line > 1:
        line = workspace.lines("b.yaml")[place.line - 1]
        assert line[place.column - 1 : place.column - 1 + place.length].strip()
