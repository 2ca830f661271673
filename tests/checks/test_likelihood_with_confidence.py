"""How likely and how sure in one sentence, and confidence that somebody else has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "It is likely (high confidence).", 1),
        ("en", "We have moderate confidence in our assessment that it is unlikely.", 1),
        ("uk", "З високою певністю вважаємо, що це малоймовірно.", 1),
        ("en", "The U.S. will likely act. We have high confidence in this.", 0),
        ("en", "Voters have low confidence in the courts and are likely to stay home.", 0),
        ("en", "He said: “It is likely, with high confidence.”", 0),
        ("uk", "It is likely (high confidence).", 0),
    ],
)
def test_likelihood_and_confidence_stand_apart(found: Found, language: str, text: str, number: int) -> None:
    findings = found(f'{HEAD}language: {language}\nconclusion: "{text}"\n')
    assert [one.code for one in findings].count("likelihood-with-confidence") == number
