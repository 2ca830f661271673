"""TOML into located values: places, plain types, and every way a file can be no TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import BriefError, Diagnostic
from reportgen.located import Mapping, Scalar, Sequence, load_toml, source_of
from reportgen.workspace import Workspace

EVERYTHING = """# settings
title = "x"
"quo\\"ted".a . 'b c' = 1_000.50
[checks] # header
open-hole = 'info'
list = [ "a", # comment, with ] and "
  [1, 2], {x = 0x1F, y.z = \"\"\"multi
line "" \"\"\"\"\" } ]
[[checks.names.more]]
day = 1979-05-27 07:32:00
on = true
[[checks.names.more]]
word = '''
x'''
[checks.names.more.below]
k = -1e5
"""


def read(text: str | bytes) -> Mapping:
    return load_toml("r.toml", Workspace(files={"r.toml": text}))


def faults(text: str | bytes) -> list[Diagnostic]:
    with pytest.raises(BriefError) as refused:
        read(text)
    return list(refused.value.diagnostics)


@pytest.mark.parametrize(
    ("path", "key", "value", "length"),
    [
        ("title", (2, 1), (2, 9), 3),
        ('quo"ted', (3, 1), (3, 1), 10),
        ('quo"ted.a', (3, 12), (3, 12), 1),
        ('quo"ted.a.b c', (3, 16), (3, 24), 8),
        ("checks", (4, 2), (4, 2), 6),
        ("checks.open-hole", (5, 1), (5, 13), 6),
        ("checks.list", (6, 1), (6, 8), 1),
        ("checks.list[0]", None, (6, 10), 3),
        ("checks.list[1][1]", None, (7, 7), 1),
        ("checks.list[2].x", (7, 12), (7, 16), 4),
        ("checks.list[2].y.z", (7, 24), (7, 28), 8),
        ("checks.names", (9, 10), (9, 10), 5),
        ("checks.names.more[0].day", (10, 1), (10, 7), 19),
        ("checks.names.more[0].on", (11, 1), None, 0),
        ("checks.names.more[1].word", (13, 1), (13, 8), 3),
        ("checks.names.more[1].below", (15, 20), (15, 20), 5),
        ("checks.names.more[1].below.k", (16, 1), (16, 5), 4),
    ],
)
def test_every_key_and_value_knows_its_place(
    path: str, key: tuple[int, int] | None, value: tuple[int, int] | None, length: int
) -> None:
    places = dict(located(read(EVERYTHING)))
    found_key, found_value = places[path]
    assert (found_key and (found_key.line, found_key.column)) == key
    assert (found_value and (found_value.line, found_value.column, found_value.length)) == (value and (*value, length))
    assert all(place.file == "r.toml" and place.path == path for place in (found_key, found_value) if place)


def located(value: Any, key: Any = None) -> Any:
    """Return the places of the key and the value of each value, by its path."""
    items = value.items() if isinstance(value, Mapping) else enumerate(value)
    for step, item in items:
        at_key = value.keys_at[step] if isinstance(value, Mapping) else None
        at_value = source_of(item, None)  # type: ignore[arg-type]
        yield (at_value or at_key).path, (at_key, at_value)
        if isinstance(item, Mapping | Sequence):
            yield from located(item)


def test_values_are_as_they_are_in_yaml() -> None:
    values = read("a = 1.10\nb = 'no'\nc = 2026-11-22\nd = true\nf = '1.10'\ng = 0x1F\nh = 1_000\ni = inf\n")
    assert [values[key] for key in "abcdfghi"] == ["1.10", "no", "2026-11-22", True, "1.10", "31", "1000", "inf"]
    assert [values[key].kind for key in "agh"] == ["number"] * 3
    assert [values[key].kind for key in "bcfi"] == ["text"] * 4


def test_where_keys_cannot_be_followed_the_file_is_pointed_at() -> None:
    values = read('a = 1\n"\\U0001f54a" = 2\nb = 3\n')
    assert values["a"].source.line == 1
    assert (values["b"].source.file, values["b"].source.line, values["b"].source.path) == ("r.toml", 0, "b")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a = 1\n? = 2\n", (2, 1), "no key and no '[table]' begins with this"),
        ("a = 1 2\n", (1, 7), "something stands behind the value"),
        ("a b = 1\n", (1, 3), "a key is not followed by '='"),
        ("[a.?]\n", (1, 4), "a key can't begin with this character"),
        ("a = warning\n", (1, 5), "this is no value"),
        ("a = [1, 2\n", (1, 9), "a '[' is not closed, or two of its values have no ',' between them"),
        ("a = [1 2]\n", (1, 8), "a '[' is not closed, or two of its values have no ',' between them"),
        ("a = {b = 1 c = 2}\n", (1, 12), "a '{' is not closed in its line, or a ',' is missing in it"),
        ('a = "x', (1, 6), "a quotation mark is not closed"),
        ("a = 'x", (1, 6), "a quotation mark is not closed"),
        ("a = '''x\n\n", (1, 8), "a quotation mark is not closed"),
        ('a = """x\n\n', (1, 8), "a quotation mark is not closed"),
        ('a = "x\nb = 1\n', (1, 7), "a character that can't stand in quotes: '\\n'"),
        ("a = 1 # \x01\n", (1, 9), "a character that can't stand here: '\\x01'"),
        ('a = "\\d"\n', (1, 8), "'\\' followed by this character means nothing"),
        ('a = "\\u12"\n', (1, 8), "'\\u' needs four digits from 0 to F behind it, '\\U' eight"),
        ('a = "\\ud800"\n', (1, 12), "this number is no character"),
        ("a = 2026-02-30\n", (1, 5), "there is no such day or time"),
        ("[a\n", (1, 3), "a '[' at the beginning of a line is not closed"),
        ("[[a]\n", (1, 4), "a '[' at the beginning of a line is not closed"),
        ("[a]\n  [a]\n", (2, 3), "this table was given before"),
        ("a = {b = 1, b = 2}\n", (1, 18), "the key 'b' stands here a second time"),
        ("a = 1\na = 2\n", (2, 1), "this key was given a value before"),
        ("a = {}\n[a.b]\n", (2, 1), "this table was given before"),
        ("a = 1" + "0" * 20 + "\n", (1, 5), "this number is too great"),
        ("a = 1" + "0" * 5000 + "\n", (0, 0), "this number is too great"),
        ("a = 0x1" + "0" * 5000 + "\n", (1, 5), "this number is too great"),
    ],
)
def test_a_file_that_is_no_toml_is_refused_where_it_goes_wrong(text: str, place: tuple[int, int], message: str) -> None:
    (fault,) = faults(text)
    assert (fault.code, fault.message) == ("toml-syntax", message)
    assert (fault.source.line, fault.source.column) == place
    assert fault.hint


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a = " + "[" * 120 + "]" * 120, "too-deep", 0),
        ("a = " + "[" * 50_000, "too-deep", 0),
        (".".join("a" * 120) + " = 1", "too-deep", 1),
        ('a = 1\nb = "\\u0000"\n', "unprintable-character", 2),
        ('"\\ufdd0" = 1\n', "unprintable-character", 1),
        (b"a = 'caf\xe9'\n", "not-utf-8", 1),
    ],
)
def test_values_that_no_brief_could_hold_are_refused(text: str | bytes, code: str, line: int) -> None:
    (fault,) = faults(text)
    assert (fault.code, fault.source.line) == (code, line)


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(BriefError) as refused:
        load_toml("r.toml", Workspace(files={}))
    assert refused.value.diagnostics[0].code == "missing-file"


KEYS = st.sampled_from(["a", "b-c", "'a b'", '"\\u00e9"', "a.b", "' '.x", '""'])
VALUES = st.sampled_from(
    [
        "1",
        "-1.5e3",
        "true",
        "'#]'",
        '"\\"]"',
        "[]",
        "{}",
        "[1, # x\n'a']",
        "{a.b = 1}",
        "'''\n''x'''",
        "10:00:00",
        "[[1]]",
    ]
)
LINES = st.lists(
    st.one_of(
        st.tuples(KEYS, VALUES).map(lambda pair: f"{pair[0]} = {pair[1]} # c"),
        KEYS.map(lambda key: f"[ {key} ]"),
        KEYS.map(lambda key: f"[[{key}]]"),
        st.just(""),
        st.text(max_size=8),
    ),
    max_size=8,
).map("\n".join)


@settings(max_examples=400, deadline=None)
@given(LINES | st.text(max_size=30))
@example("[[a]]\n[a.b]\n[[a]]\n[a.b]\n")
def test_any_text_is_values_with_places_or_a_fault(text: str) -> None:
    encoded = text.encode("utf-8", "replace")
    try:
        values = read(encoded)
    except BriefError as refused:
        are_told(refused.diagnostics)
        return
    assert plain(values) == expected(tomllib.loads(encoded.decode("utf-8-sig")))
    for _, places in located(values):
        assert all(place.line for place in places if place)


def are_told(diagnostics: Iterable[Diagnostic]) -> None:
    assert all(one.message and one.source.file for one in diagnostics)


def plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, Scalar) and value.kind == "text" else value and float(value)


def expected(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: expected(item) for key, item in value.items()}
    if isinstance(value, list):
        return [expected(item) for item in value]
    if isinstance(value, str):
        return value
    return value and float(value) if isinstance(value, int | float) else value.isoformat()
