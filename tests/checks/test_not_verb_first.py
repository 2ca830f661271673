"""Actions that begin with a thing, and actions that only look so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"


@pytest.mark.parametrize(
    ("action", "number"),
    [
        ("A meeting in May.", 1),
        ("No ceasefire without monitors.", 1),
        ("Further the peace process.", 0),
        ("Better the lot of prisoners.", 0),
        ("The EU should pay.", 0),
        ("Monitors should be sent.", 0),
    ],
)
def test_an_action_begins_with_a_verb(found: Found, action: str, number: int) -> None:
    findings = found(f"{HEAD}recommendations: {{actions: [{action}]}}\n")
    assert [(one.severity, one.code) for one in findings].count(("info", "not-verb-first")) == number
