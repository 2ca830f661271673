"""Values against a model: every fault, in the author's words, at its place."""

from __future__ import annotations

from typing import Literal

import pytest

from reportgen.diagnostics import BriefError
from reportgen.located import Closed, Number, PlainText, load, many, validate
from reportgen.workspace import Workspace


class Party(Closed):
    SHORT_FORM = "name"

    name: PlainText
    kind: Literal["state", "group"] = "state"


class Model(Closed):
    title: PlainText
    share: Number = 1
    draft: bool = False
    parties: many(Party) = ()  # type: ignore[valid-type]
    by_id: dict[PlainText, Party] = {}


def made(text: str) -> Model:
    workspace = Workspace(files={"m.yaml": text})
    return validate(load("m.yaml", workspace), Model, workspace)


def faults(text: str) -> list[tuple[str, int, int, str, str]]:
    with pytest.raises(BriefError) as refused:
        made(text)
    return [(one.code, one.source.line, one.source.column, one.message, one.hint) for one in refused.value.diagnostics]


def test_a_model_knows_its_place_and_that_of_its_keys() -> None:
    model = made("title: A\nparties:\n  - name: X\n    kind: group\n")
    assert model.parties[0].source.line == 3
    assert model.parties[0].key_at("kind").line == 4
    assert model.parties[0].key_at("nothing").line == 3


def test_text_alone_is_the_short_form() -> None:
    assert made("title: A\nparties: Ukraine\n").parties[0].name == "Ukraine"
    assert [party.name for party in made("title: A\nparties: [X, {name: Y}]\n").parties] == ["X", "Y"]


def test_numbers_are_text_as_they_are_written() -> None:
    assert made("title: 1.10\nshare: 2.5\n").title == "1.10"
    assert made("title: 1.10\nshare: 2.5\n").share == 2.5


def test_a_missing_key_is_told_where_its_mapping_begins() -> None:
    assert faults("title: A\nparties:\n  - {kind: group}\n") == [
        ("missing-key", 3, 5, "the key 'name' is missing", "add 'name: …'")
    ]


def test_all_faults_are_told_in_the_order_of_the_file() -> None:
    assert faults("titel: A\nparties:\n  - {name: X, kind: stat}\n  - {nam: Y}\nshare: wide\ndraft: yes\n") == [
        ("unknown-key", 1, 1, "unknown key 'titel'", "did you mean 'title'?"),
        ("unknown-value", 3, 21, "'stat' is no value of 'kind'", "did you mean 'state'?"),
        ("unknown-key", 4, 6, "unknown key 'nam'", "did you mean 'name'?"),
        ("wrong-type", 5, 8, "this must be a number, not text", ""),
        ("wrong-type", 6, 8, "'draft' must be true or false, not text", ""),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: [A]\n", "this must be text, not a list"),
        ("title: {a: b}\n", "this must be text, not keys with values"),
        ("title: true\n", "this must be text, not true or false"),
        ("title:\n", "the key 'title' is missing"),
        ("title: A\nparties: {nme: X}\n", "unknown key 'nme'"),
        ("title: A\nby_id: [x]\n", "'by_id' must be keys with values, not a list"),
        ("title: A\nby_id: {x: [y]}\n", "'x' must be keys with values, not a list"),
        ("title: A\ndraft: 1\n", "'draft' must be true or false, not the number 1"),
    ],
)
def test_a_wrong_type_is_told_in_the_author_s_words(text: str, message: str) -> None:
    assert message in [fault[3] for fault in faults(text)]


def test_a_short_closed_list_is_given_where_nothing_is_near() -> None:
    assert faults("title: A\nparties: [{name: X, kind: zzz}]\n")[0][4] == "known: state, group"
