"""Placeholders in the strings of a brief: filled in, sandboxed, and located when they fail."""

from __future__ import annotations

import pytest

from reportgen.brief import expand, variables
from reportgen.diagnostics import BriefError, Diagnostic, Source
from reportgen.located import HOLE, Mapping, hole_of, load
from reportgen.workspace import Workspace


def filled(text: str, **names: object) -> Mapping:
    values, faults = expanded(text, **names)
    assert faults == ()
    return values


def expanded(text: str, **names: object) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    workspace = Workspace(files={"b.yaml": text})
    return expand(load("b.yaml", workspace), names, workspace)


def fault(text: str, **names: object) -> Diagnostic:
    (found,) = expanded(text, **names)[1]
    return found


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
    assert hole_of(mark) == ("the *day*", "date", Source("b.yaml", "a", 3, 12, 9))


def test_holes_of_one_label_are_told_apart() -> None:
    values = filled("""a: |\n  One {{ hole('x') }}, x,\n  two {{ hole('x') }}.\nb: "{{ hole('ab') }}"\nc: ab\n""")
    marks = [hole_of(mark)[2] for mark in HOLE.finditer(values["a"])]
    assert [(place.line, place.column) for place in marks] == [(2, 16), (3, 16)]
    assert [hole_of(mark)[2].line for mark in HOLE.finditer(values["b"])] == [4]


def test_a_hole_that_comes_through_a_name_keeps_its_place() -> None:
    first = filled("a: \"{{ hole('x') }}\"\n")["a"]
    mark = HOLE.search(filled("b: |\n\n  {{ title }}\n", title=first)["b"])
    assert mark
    assert hole_of(mark)[2].line == 1


def test_variables_are_filled_in_from_those_above_them() -> None:
    workspace = Workspace(files={"b.yaml": "vars: {a: x, b: '{{ a }}y', c: '{{ d }}'}\n"})
    names, faults = variables(load("b.yaml", workspace), workspace)
    assert names["b"] == "xy"
    assert [one.code for one in faults] == ["undefined-name"]
    assert variables(load("b.yaml", Workspace(files={"b.yaml": "vars: text\n"})), workspace) == ({}, ())


def test_an_undefined_name_is_told_with_its_line_column_and_a_suggestion() -> None:
    found = fault("title: X\ntext: |\n  First of citi.\n  Then {{ citi }} falls.\n", city="Kyiv")
    assert (found.code, found.source.line, found.source.column) == ("undefined-name", 4, 11)
    assert found.hint == "did you mean 'city'?"


def test_an_undefined_attribute_is_told() -> None:
    assert "'nam' is not defined" in fault("a: '{{ x.nam }}'\n", x={"name": "A"}).message


def test_a_null_is_not_printed_as_none() -> None:
    assert fault("a: 'on {{ day }}'\n", day=None).message.endswith("its value is null, not text")


@pytest.mark.parametrize("value", ["hole", "range", "[1]", "{'a': 1}", "true", "1 == 1"])
def test_what_is_no_text_is_not_printed(value: str) -> None:
    assert "not text" in fault(f'a: "{{{{ {value} }}}}"\n').message


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
        "{{ 'x' * 10000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%1000000000d' % 1 }}",
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 'a' | center(2000000000) }}",
        "{{ 'a'.center(2000000000) }}",
        "{{ '{:0999999999}'.format(1) }}",
        "{{ hole ~ '' }}",
        "{{ hole | upper }}",
        "{{ [1, none] | join(', ') }}",
        "{{ hole('abcdefgh') | upper | length }}{{ hole('x')[:3] }}",
        "{{ hole('a') | trim | list | first }}",
    ],
)
def test_the_sandbox_holds(text: str) -> None:
    assert fault(f'a: "{text}"\n').severity == "error"


def test_numbers_compute_and_print_as_they_are_written() -> None:
    text = "vars: {a: 10, b: 9, c: 1.10}\n"
    text += "t: '{{ a * 2 }} {{ a + b }} {% if a > b %}more{% endif %} {{ [a, b] | max }} {{ c }} {{ a / 4 }}"
    text += " {{ a * 50000 * b }}'\n"
    workspace = Workspace(files={"b.yaml": text})
    values = load("b.yaml", workspace)
    names, _ = variables(values, workspace)
    assert expand(values, names, workspace)[0]["t"] == "20 19 more 10 1.10 2.5 4500000"


def test_a_mark_can_t_be_forged() -> None:
    for text in ("\\ufdd041\\ufdd1", "{{ '\\ufdd0' }}41{{ '\\ufdd1' }}"):
        with pytest.raises(BriefError):
            filled(f'a: "{text}"\n')
    assert fault("a: '{{ hole(\"a\\0b\") }}'\n").code == "placeholder-fault"


def test_all_faults_are_told_at_once() -> None:
    assert [one.source.line for one in expanded("a: '{{ x }}'\nb: '{{ y }}'\n")[1]] == [1, 2]
