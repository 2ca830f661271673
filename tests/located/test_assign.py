"""Values set from outside a file."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import BriefError
from reportgen.located import Mapping, assign, load
from reportgen.workspace import Workspace

TEXT = "title: A\nparties: [{name: X}, {name: Y}]\nvars: {city: Kyiv}\nempty:\n"


def assigned(*assignments: str) -> Mapping:
    return assign(load("b.yaml", Workspace(files={"b.yaml": TEXT})), assignments)


def test_values_are_set_where_they_are_or_added() -> None:
    values = assigned("title=B", "parties[1].name=Z", "vars.river=Dnipro", "empty.x.y=1", "new=[1, two]")
    assert (values["title"], values["parties"][1]["name"]) == ("B", "Z")
    assert values["vars"] == {"city": "Kyiv", "river": "Dnipro"}
    assert values["empty"] == {"x": {"y": "1"}}
    assert values["new"] == ("1", "two")
    assert values["parties"][0]["name"] == "X"


def test_the_rest_of_the_file_is_as_it_was() -> None:
    assert load("b.yaml", Workspace(files={"b.yaml": TEXT})) == assigned()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("final", "final"),
        ("a=b", "a=b"),
        ("A: B", "A: B"),
        ("'A'", "A"),
        ("true", True),
        ("", None),
        ("it's", "it's"),
        ("a\nb: c", "a\nb: c"),
    ],
)
def test_what_stands_behind_the_sign_is_read_as_in_a_file(text: str, value: object) -> None:
    assert assigned(f"title={text}")["title"] == value


def test_a_value_set_knows_that_it_was() -> None:
    values = assigned("title=B")
    assert str(values["title"].source) == "--set title"
    assert str(values.key_at("title")) == "--set"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("title", "bad-assignment"),
        ("=x", "bad-assignment"),
        ("parties[2].name=Z", "bad-assignment"),
        ("title.x=1", "bad-assignment"),
        ("parties.x=1", "bad-assignment"),
        ("[0]=1", "bad-assignment"),
        ("a..b=1", "bad-assignment"),
        ("title=\ufdd041\ufdd1", "reserved-character"),
        ("title=\udce9", "not-utf-8"),
    ],
)
def test_what_can_t_be_set_is_told(written: str, code: str) -> None:
    with pytest.raises(BriefError) as refused:
        assigned("status=final", written)
    assert [one.code for one in refused.value.diagnostics] == [code]
