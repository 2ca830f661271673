"""Briefs in several files."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import BriefError
from reportgen.located import Mapping, include, load
from reportgen.workspace import Workspace


def joined(**files: str) -> Mapping:
    workspace = Workspace(files={name.replace("__", "/") + ".yaml": text for name, text in files.items()})
    return include(load("main.yaml", workspace), workspace)


def faults(**files: str) -> list[tuple[str, str, int]]:
    with pytest.raises(BriefError) as refused:
        joined(**files)
    return [(one.code, one.source.file, one.source.line) for one in refused.value.diagnostics]


def test_a_file_stands_for_a_value() -> None:
    values = joined(main="issues: {include: parts/issues.yaml}\n", parts__issues="- id: a\n- id: b\n")
    assert [issue["id"] for issue in values["issues"]] == ["a", "b"]
    assert (values["issues"][1].source.file, values["issues"][1].source.line) == ("parts/issues.yaml", 2)


def test_a_file_stands_for_an_item_or_for_several() -> None:
    values = joined(main="x:\n  - 1\n  - include: one.yaml\n  - include: two.yaml\n", one="a: b\n", two="- 2\n- 3\n")
    assert values["x"] == ("1", {"a": "b"}, "2", "3")


def test_keys_of_files_are_keys_here() -> None:
    values = joined(main="include: [a.yaml, b.yaml]\ntitle: T\n", a="x: 1\n", b="y: 2\n")
    assert values == {"x": "1", "y": "2", "title": "T"}
    assert values.key_at("y").file == "b.yaml"


def test_included_files_include_files_beside_them() -> None:
    assert joined(main="a: {include: p/a.yaml}\n", p__a="b: {include: b.yaml}\n", p__b="c: 1\n")["a"]["b"]["c"] == "1"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"main": "a: {include: none.yaml}\n"}, [("missing-file", "main.yaml", 1)]),
        ({"main": "a: {include: ../x.yaml}\n"}, [("outside-folder", "main.yaml", 1)]),
        ({"main": "a: {include: [b.yaml, {x: y}]}\n", "b": "c: 1\n"}, [("wrong-type", "main.yaml", 1)]),
        ({"main": "a: {include: b.yaml}\n", "b": "x: {include: main.yaml}\n"}, [("circular-include", "b.yaml", 1)]),
        ({"main": "a: {include: main.yaml}\n"}, [("circular-include", "main.yaml", 1)]),
        ({"main": "include: b.yaml\nx: 1\n", "b": "\nx: 2\n"}, [("duplicate-key", "main.yaml", 2)]),
        ({"main": "include: b.yaml\n", "b": "- 1\n"}, [("not-a-mapping", "b.yaml", 1)]),
        ({"main": "a: {include: b.yaml}\nc: {include: d.yaml}\n", "b": "x: [1\n"}, [
            ("yaml-syntax", "b.yaml", 1), ("missing-file", "main.yaml", 2),
        ]),
    ],
)  # fmt: skip
def test_what_can_t_be_put_together_is_told(files: dict[str, str], expected: list[tuple[str, str, int]]) -> None:
    assert faults(**files) == expected
