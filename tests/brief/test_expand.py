"""Placeholders in the strings of a brief: filled in, sandboxed, and located when they fail."""

from __future__ import annotations

import pytest

from reportgen.brief import expand
from reportgen.diagnostics import BriefError, Diagnostic
from reportgen.located import HOLE, Mapping, hole_of, load
from reportgen.workspace import Workspace


def filled(text: str, **names: object) -> Mapping:
    workspace = Workspace(files={"b.yaml": text})
    return expand(load("b.yaml", workspace), names, workspace)


def fault(text: str, **names: object) -> Diagnostic:
    with pytest.raises(BriefError) as refused:
        filled(text, **names)
    assert len(refused.value.diagnostics) == 1
    return refused.value.diagnostics[0]


def test_a_name_is_filled_in_at_every_depth() -> None:
    values = filled('a: "{{ city }}"\nb: [{c: "in {{ city }}!"}]\n', city="Kyiv")
    assert values["a"] == "Kyiv"
    assert values["b"][0]["c"] == "in Kyiv!"
    assert values["b"][0]["c"].source.path == "b[0].c"


@pytest.mark.parametrize(
    "text", ["50 % of {x}", "{# no comment #}", "a } b {", "# not a heading", "%}", "$x$ \\ \\n", "}} {"]
)
def test_what_is_no_placeholder_is_left_alone(text: str) -> None:
    assert filled(f"a: |-\n  {text}\n")["a"] == text


def test_braces_can_be_written_as_they_are() -> None:
    assert filled("a: '{% raw %}{{ x }} {% y %}{% endraw %}'\n")["a"] == "{{ x }} {% y %}"
    assert filled("""a: "{{ '{{' }}"\n""")["a"] == "{{"


def test_a_hole_carries_what_it_wants_and_where_it_stands() -> None:
    text = 'a: >-\n  Announced on\n  {{ hole("the *day*", expects="date") }}.\n'
    mark = HOLE.search(filled(text)["a"])
    assert mark
    assert hole_of(mark) == ("the *day*", "date", 3, 12)


def test_an_undefined_name_is_told_with_its_line_column_and_a_suggestion() -> None:
    found = fault("title: X\ntext: |\n  First of citi.\n  Then {{ citi }} falls.\n", city="Kyiv")
    assert (found.code, found.source.line, found.source.column) == ("undefined-name", 4, 11)
    assert found.hint == "did you mean 'city'?"


def test_an_undefined_attribute_is_told() -> None:
    assert "'nam' is not defined" in fault("a: '{{ x.nam }}'\n", x={"name": "A"}).message


def test_a_null_is_not_printed_as_none() -> None:
    assert fault("a: 'on {{ day }}'\n", day=None).code == "undefined-name"


@pytest.mark.parametrize("text", ["{{ x", "{{ }}", "{% if %}", "{% for x in y %}", "{{ x | nofilter }}"])
def test_a_placeholder_that_can_t_be_read_is_told(text: str) -> None:
    found = fault(f"a: 1\nb: '{text}'\n", x=1)
    assert (found.code, found.source.line, found.source.column) == ("placeholder-syntax", 2, 5)


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ hole.__globals__ }}",
        "{{ range(10**9) }}",
        "{{ 1 / 0 }}",
        "{{ lipsum() }}",
        "{{ [1, 2] | random }}",
        "{{ cycler }}",
    ],
)
def test_the_sandbox_holds(text: str) -> None:
    assert fault(f'a: "{text}"\n').severity == "error"


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(BriefError) as refused:
        filled("a: '{{ x }}'\nb: '{{ y }}'\n")
    assert [one.source.line for one in refused.value.diagnostics] == [1, 2]
