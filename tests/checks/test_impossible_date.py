"""Dates that no calendar has, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"


def told(found: list[Diagnostic]) -> list[str]:
    """Return what the findings of the check name first."""
    return [one.message.split("'")[1] for one in found if one.code == "impossible-date"]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "They meet on the 30th of February.", "30th of February"),
        ("en", "They meet on MONDAY 22 November 2026.", "MONDAY 22 November 2026"),
        ("en", "They meet on 2026-02-30.", "2026-02-30"),
        ("uk", "Зустріч 31.11.2026 у Відні.", "31.11.2026"),
        ("uk", "Понеділок, 25 листопада 2026 року.", "Понеділок, 25 листопада 2026"),
    ],
)
def test_an_impossible_date_is_an_error_in_a_final_memo(found: Found, language: str, text: str, words: str) -> None:
    brief = f'{HEAD}language: {language}\nconclusion: "{text}"\n'
    [one] = [one for one in found(brief) if one.code == "impossible-date"]
    assert (one.severity, one.source.line, one.source.column) == ("warning", 6, 14 + text.index(words))
    [one] = [one for one in found(f"{brief}status: final\n") if one.code == "impossible-date"]
    assert (one.severity, one.message.split("'")[1]) == ("error", words)


@pytest.mark.parametrize(
    "text",
    [
        "Of the 45 states, 32 may vote and 40 march on.",
        "It began on Wednesday, 25 October 1917 (old style).",
        "See A/2026-02-30, 31.11.2026.4, 32.13.2026 and 2024-40-10.",
        "They met on 2028-02-29, 30.11.2026 and Sunday, 22 November 2026.",
        "He said: “on 2026-02-30”.",
    ],
)
def test_what_only_looks_like_an_impossible_date_is_left_alone(found: Found, text: str) -> None:
    assert told(found(f'{HEAD}conclusion: "{text}"\n')) == []
