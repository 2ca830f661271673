"""Actions that say the same, and actions that only have the same words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"


@pytest.mark.parametrize(
    ("actions", "number"),
    [
        ("[Fund the monitors., Fund monitors!, Ask.]", 1),
        ("[Фінансувати спостерігачів., Фінансувати й спостерігачів.]", 1),
        ("[{text: Pay., addressee: a}, {text: Pay., addressee: a}]", 1),
        ("[{text: Withdraw., addressee: a}, {text: Withdraw., addressee: b}]", 0),
        ("[{text: Pay., owner: Desk}, {text: Pay., owner: Envoy}]", 0),
        ("[Ask Aland to pay Borduria., Ask Borduria to pay Aland.]", 0),
        ("[Raise it from 5 to 10., Raise it from 10 to 5.]", 0),
        ("[Fund monitors., Do not fund monitors.]", 0),
    ],
)
def test_the_same_is_asked_of_the_same(found: Found, actions: str, number: int) -> None:
    language = "uk" if "Ф" in actions else "en"
    brief = f"{HEAD}language: {language}\nactors: {{a: Aland, b: Borduria}}\nrecommendations: {{actions: {actions}}}\n"
    assert [one.code for one in found(brief)].count("repeated-recommendation") == number
