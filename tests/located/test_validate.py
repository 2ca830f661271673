"""Values against a model: every fault, in the author's words, at its place."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import AfterValidator, Field, model_validator

from reportgen.diagnostics import BriefError, Source
from reportgen.located import (
    Closed,
    Mapping,
    Number,
    PlainText,
    PlainTexts,
    fault,
    load,
    many,
    validate,
    validate_chain,
)
from reportgen.located.models import Context
from reportgen.style import Style
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
    by_kind: dict[Literal["state", "group"], PlainText] = {}
    pair: Annotated[PlainTexts, Field(max_length=2)] = ()

    @model_validator(mode="after")
    def one_place(self) -> Model:
        if self.parties and self.by_id:
            fault("two-places", "parties stand at two places", hint="leave one of them away")
        return self


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


def test_what_comes_with_reportgen_is_validated_once() -> None:
    ours, workspace = "reportgen:styles/house.yaml", Workspace(files={"mine.yaml": "summary: mine"})
    chain = (load(ours, workspace),)
    assert validate_chain(chain, Style, workspace) is validate_chain(chain, Style, Workspace(files={}))
    mine = validate_chain((load("mine.yaml", workspace), *chain), Style, workspace)
    assert mine.summary == "mine" != validate_chain(chain, Style, workspace).summary
    assert mine is not validate_chain((load("mine.yaml", workspace), *chain), Style, workspace)


class Alone(Closed):
    names: many(PlainText) = ()  # type: ignore[valid-type]
    kinds: dict[PlainText, Literal["state", "group"]] = {}
    first: Party = Party(name="X")


def test_a_model_of_no_keys_is_as_if_it_had_been_validated() -> None:
    values = Mapping.of({}, Source("m.yaml", 3, 1))
    made, validated = validate(values, Alone, Workspace(files={})), Alone.model_validate(values, context=Context())
    assert made == validated
    assert (made.source, made.key_at("names")) == (validated.source, validated.key_at("names")) == (values.source,) * 2
    assert made.model_fields_set == validated.model_fields_set == set()
    assert made.kinds is not validate(values, Alone, Workspace(files={})).kinds


def test_a_key_that_must_be_written_is_missed_where_none_is() -> None:
    assert [(code, said) for code, _, _, said, _ in faults("{}")] == [("missing-key", "the key 'title' is missing")]


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kind: zzz", ("unknown-value", 2, 26, "'zzz' is no value of 'kind'", "known: state, group")),
        ("kind: [state]", ("wrong-type", 2, 26, "'kind' must be one word, not a list", "known: state, group")),
        ("kind: {a: b}", ("wrong-type", 2, 26, "'kind' must be one word, not keys with values", "known: state, group")),
    ],
)
def test_one_value_where_many_may_stand_is_told_at_its_place(text: str, told: tuple[str, int, int, str, str]) -> None:
    assert faults(f"title: A\nparties: {{name: X, {text}}}\n") == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("by_kind: {stat: x}", ("unknown-key", 2, 11, "unknown key 'stat'", "did you mean 'state'?")),
        ("by_kind: {state: x, zzz: y}", ("unknown-key", 2, 21, "unknown key 'zzz'", "known: state, group")),
        ("pair: [a, b, c]", ("wrong-value", 2, 7, "'pair' has a value that can't be used here", "")),
        ("by_id: {x: {}}", ("missing-key", 2, 12, "the key 'name' is missing", "add 'name: …'")),
    ],
)
def test_a_fault_in_a_mapping_or_list_is_told_at_its_place(text: str, told: tuple[str, int, int, str, str]) -> None:
    assert faults(f"title: A\n{text}\n") == [told]


def test_a_fault_of_the_whole_is_told_where_it_begins() -> None:
    assert faults("# a note\ntitle: A\nparties: X\nby_id: {y: Y}\n") == [
        ("two-places", 2, 1, "parties stand at two places", "leave one of them away")
    ]


@pytest.mark.parametrize("mistake", [ValueError("a bug of ours"), AssertionError("another")])
def test_a_mistake_of_ours_is_no_fault_of_the_author_s(mistake: Exception) -> None:
    def validator(value: Any) -> Any:
        raise mistake

    class Broken(Closed):
        title: Annotated[PlainText, AfterValidator(validator)]

    workspace = Workspace(files={"m.yaml": "title: A\n"})
    with pytest.raises(type(mistake), match=str(mistake)):
        validate(load("m.yaml", workspace), Broken, workspace)
