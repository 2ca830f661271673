"""Calls upon everybody, and mentions of everybody that call upon nobody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"
ROOT = Path(__file__).parents[2]


def told(found: list[Diagnostic]) -> list[tuple[str, int, int, str]]:
    """Return the findings of the check: how grave they are, where they stand, and what they name."""
    return [
        (one.severity, one.source.line, one.source.column, one.message.split("'")[1])
        for one in found
        if one.code == "collective-addressee"
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The international community should send observers.", "international community"),
        ("en", "Today all relevant stakeholders urgently need to act.", "relevant stakeholders"),
        ("en", "We urge the donor community to pay.", "donor community"),
        ("uk", "Міжнародна спільнота повинна діяти.", "Міжнародна спільнота"),
        ("uk", "Отже, міжнародній спільноті слід діяти.", "міжнародній спільноті"),
        ("uk", "Закликаємо міжнародних партнерів діяти.", "міжнародних партнерів"),
    ],
)
def test_a_call_upon_everybody_is_found(found: Found, language: str, text: str, words: str) -> None:
    brief = f'{HEAD}language: {language}\nconclusion: "{text}"\n'
    assert told(found(brief)) == [("warning", 6, 14 + text.index(words), words)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The international community watches closely."),
        ("en", "The international community can see this."),
        ("en", "The President said that the international community should act."),
        ("en", "“The international community should act.”"),
        ("en", "The OSCE should inform the international community."),
        ("uk", "Міжнародна спільнота має досвід."),
        ("uk", "За словами президента, міжнародна спільнота повинна діяти."),
        ("uk", "The international community should act."),
        ("en", "Міжнародна спільнота повинна діяти."),
    ],
)
def test_a_mention_of_everybody_is_left_alone(found: Found, language: str, text: str) -> None:
    assert told(found(f'{HEAD}language: {language}\nconclusion: "{text}"\n')) == []


def test_among_recommendations_ability_calls_too_and_addressees_and_owners_count(found: Found) -> None:
    brief = (
        f"{HEAD}actors:\n  all: {{name: The world community}}\n  osce: {{name: OSCE}}\n"
        "recommendations:\n  addressee: all\n  actions_intro: 'International actors can:'\n"
        "  actions:\n    - {text: Observe., owner: Key stakeholders}\n    - {text: Pay., owner: OSCE}\n"
    )
    assert told(found(brief)) == [
        ("warning", 9, 14, "world community"),
        ("warning", 10, 19, "International actors"),
        ("warning", 12, 31, "Key stakeholders"),
    ]


def test_one_name_is_told_once_with_how_often_it_is_called_upon(found: Found) -> None:
    again = "The world community must act. The world community should pay."
    [one] = [one for one in found(f"{HEAD}conclusion: {again}\n") if one.code == "collective-addressee"]
    assert (one.source.column, one.message) == (17, "'world community' is nobody in particular to call upon, 2 times")


@pytest.mark.parametrize(
    ("settings", "expected"), [("ignore = {en = 'stakeholders'}", 0), ("also = {en = 'the west'}", 2)]
)
def test_a_house_takes_names_out_and_adds_others(found: Found, settings: str, expected: int) -> None:
    brief = f"{HEAD}conclusion: The stakeholders should act. The West should pay.\n"
    files = {"reportgen.toml": f"[checks.collective-addressee]\n{settings}\n"}
    assert len(told(found(brief, **files))) == expected


def test_the_seed_calls_upon_everybody_three_times(found: Found) -> None:
    seed = (ROOT / "briefs" / "ukraine-russia-talks.yaml").read_text(encoding="utf-8")
    names = [name for *_, name in told(found(seed))]
    assert names == ["international community", "International stakeholders", "International actors"]
