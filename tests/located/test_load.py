"""YAML into located values: places, plain types, and every way a file can be no brief."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import BriefError, Source
from reportgen.located import Mapping, Scalar, Sequence, load
from reportgen.workspace import Workspace


def read(text: str | bytes) -> Mapping:
    return load("b.yaml", Workspace(files={"b.yaml": text}))


def faults(text: str | bytes) -> list[tuple[str, int, int]]:
    with pytest.raises(BriefError) as refused:
        read(text)
    return [(fault.code, fault.source.line, fault.source.column) for fault in refused.value.diagnostics]


def test_every_value_knows_its_place() -> None:
    values = read("title: A\nissues:\n  - id: one\n    text: |\n      First.\n\n      Second.\n")
    issue = values["issues"][0]
    assert values.key_at("title") == Source("b.yaml", "title", 1, 1, 5)
    assert values["title"].source == Source("b.yaml", "title", 1, 8, 1)
    assert issue["id"].source.path == "issues[0].id"
    assert issue["text"].source.line == 5  # where the text begins, not its sign
    assert issue["text"].lines


def test_scalars_stay_as_they_are_written() -> None:
    values = read("a: 1.10\nb: no\nc: 2026-11-22\nd: true\ne: ~\nf: '1.10'\ng: 0x1F\nh: 1_000\ni:\n")
    assert values["a"] == "1.10"
    assert values["a"].kind == "number"
    assert [values[key] for key in "bcdefghi"] == ["no", "2026-11-22", True, None, "1.10", "0x1F", "1_000", None]
    assert values["f"].kind == "text"


def test_lists_and_keys_keep_their_order() -> None:
    values = read("z: [3, 1, 2]\na: {y: 1, x: 2}\n")
    assert list(values) == ["z", "a"]
    assert isinstance(values["z"], Sequence)
    assert values["z"] == ("3", "1", "2")
    assert list(values["a"]) == ["y", "x"]


def test_an_alias_is_the_value_it_names() -> None:
    values = read("a: &desk {name: Desk}\nb: *desk\n")
    assert values["b"] == {"name": "Desk"}


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert list(read("\ufefftitle: A\n")) == ["title"]


def test_a_scalar_is_text() -> None:
    assert Scalar("x").upper() == "X"
    assert Scalar("x").source.file == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: A: B\n", ("yaml-syntax", 1, 9)),
        ("title: [1, 2\nb: 1\n", ("yaml-syntax", 1, 8)),
        ("title: 'A\n", ("yaml-syntax", 1, 8)),
        ("a: 1\n\tb: 2\n", ("yaml-syntax", 2, 1)),
        ("a:\n  - b\n c: d\n", ("yaml-syntax", 3, 2)),
        ("a: *x\n", ("yaml-syntax", 1, 4)),
        ("a: @b\n", ("yaml-syntax", 1, 4)),
        ("a: 1\n---\nb: 2\n", ("yaml-syntax", 2, 1)),
        ("a: \x01\n", ("yaml-syntax", 1, 4)),
        ("a: {{ x }} y\n", ("yaml-syntax", 1, 12)),
        ("a: 1\nb: 2\na: 3\n", ("duplicate-key", 3, 1)),
        ("a:\n  b: 1\n  b: 2\n", ("duplicate-key", 3, 3)),
        ("- a\n- b\n", ("not-a-mapping", 1, 1)),
        ("just text\n", ("not-a-mapping", 1, 1)),
        ("a: !!python/object:os.system x\n", ("yaml-tag", 1, 4)),
        ("a: !include b.yaml\n", ("yaml-tag", 1, 4)),
        ("? [a, b]\n: 1\n", ("key-not-text", 1, 3)),
        ("title: Talks on issue #3\n", ("text-cut-off", 1, 23)),
        ("a: |\n  text #3\nb:\n  two\n  lines #3\n", ("text-cut-off", 5, 9)),
        ("subject: #5 plan\n", ("text-cut-off", 1, 10)),
        ("summary: Issue  #3 solved\n", ("text-cut-off", 1, 17)),
        ("summary: We need\n  #3 issue solved\n", ("text-cut-off", 2, 3)),
        ("summary: words\n\n  #3 lost words\n", ("text-cut-off", 3, 3)),
        ("summary: >-\n    Folded\n  #4 lost too\n", ("text-cut-off", 3, 3)),
        ("summary: Rank # 3 of the list\n", ("text-cut-off", 1, 15)),
        ("a: **bold** words\n", ("yaml-syntax", 1, 5)),
        ('a: "x\\0y"\n', ("unprintable-character", 1, 4)),
        ('a: "\\ufdd0"\n', ("unprintable-character", 1, 4)),
        ("!!python/name:os.system x: y\n", ("yaml-tag", 1, 1)),
        ("", ("empty-file", 0, 0)),
        ("# nothing\n", ("empty-file", 0, 0)),
        (b"title: caf\xe9\n", ("not-utf-8", 1, 11)),
        ("a: 1\nb: \ufdd0\n", ("reserved-character", 2, 4)),
    ],
)
def test_a_file_that_is_no_brief_is_refused_where_it_goes_wrong(text: str, expected: tuple[str, int, int]) -> None:
    assert faults(text) == [expected]


def test_a_comment_is_no_text() -> None:
    assert read("a: draft  # draft | final\nb: x # y\nc: 'issue #3' #z\nd: # none\n")["b"] == "x"
    assert read("date: 2026-11-22 #checked\nb: true #sure\nc: 3 #pieces\n")["date"] == "2026-11-22"
    assert list(read("a:\n  b: c\n  #d: e\n  f: g\n#h: i\n")["a"]) == ["b", "f"]


def test_all_faults_are_told_at_once() -> None:
    assert [code for code, *_ in faults("a: 1\na: 2\nb: !x y\nb: 3\n")] == [
        "duplicate-key",
        "yaml-tag",
        "duplicate-key",
    ]


def test_aliases_that_repeat_one_another_are_stopped() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in range(1, 9):
        bomb += f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n"
    assert faults(bomb)[0][0] == "too-many-aliases"


def test_values_nested_without_end_are_stopped() -> None:
    assert faults("a: " + "[" * 100_000) == [("too-deep", 1, 103)]
    assert faults("- " * 101 + "x\n") == [("too-deep", 1, 201)]


def test_an_alias_inside_its_own_value_is_stopped() -> None:
    assert faults("a: &a [*a]\n") == [("too-deep", 1, 4)]


def test_the_library_does_not_speak_to_the_author() -> None:
    with pytest.raises(BriefError, match="a '\\[' is not closed"):
        read("a: [1\n")
