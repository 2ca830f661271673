"""Acronyms that nobody explains, told once for the memo."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"


def told(found: list[Diagnostic]) -> list[tuple[str, int, int, str]]:
    """Return the findings of the check: how grave they are, where they stand, and what they say."""
    return [
        (one.severity, one.source.line, one.source.column, one.message.partition(": ")[2])
        for one in found
        if one.code == "undefined-acronym"
    ]


@pytest.mark.parametrize(
    ("language", "text", "column", "words"),
    [
        ("en", "Then the SMM left. The SMM is missed.", 23, "SMM (2 times)"),
        ("en", "SMMs left. Two SMMs. The JCCC met the JCCC.", 14, "SMM (2 times), JCCC (2 times)"),
        ("en", "The SMM left. The Monitoring Mission (SMM) is missed.", 18, "SMM (2 times)"),
        ("uk", "СММ пішла. Без СММ ніхто не рахує.", 14, "СММ (2 times)"),
    ],
)
def test_acronyms_that_nobody_explains_are_told_once(
    found: Found, language: str, text: str, column: int, words: str
) -> None:
    assert told(found(f'{HEAD}language: {language}\nconclusion: "{text}"\n')) == [("info", 6, column, words)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Special Monitoring Mission (SMM) left. The SMM is missed; the SMM was new."),
        ("en", "The SMM (Special Monitoring Mission) left. The SMM is missed."),
        ("en", "The Special Monitoring Mission (hereinafter “SMM”) left. The SMM is missed; the SMM was new."),
        ("en", "The SMM left."),
        ("en", "NATO met. NATO agreed."),
        ("en", "Articles XIV and XIV; Part III of Part III."),
        ("en", "STRICTLY NOT FOR RELEASE. STRICTLY NOT FOR RELEASE."),
        ("en", "They must not MUST NOT do it; it is NOT so; MUST it?"),
        ("en", "“The SMM left.” “The SMM is missed.”"),
        ("en", "See www.SMM.org and a@SMM.org; COVID-19 and COVID-19."),
        ("uk", "Спеціальна моніторингова місія (далі – СММ) пішла. Без СММ, без СММ ніяк."),
        ("uk", "ООН і ООН."),
    ],
)
def test_what_readers_know_or_are_told_is_left_alone(found: Found, language: str, text: str) -> None:
    assert told(found(f'{HEAD}language: {language}\nconclusion: "{text}"\n')) == []


def test_a_glossary_a_list_and_a_house_explain(found: Found) -> None:
    brief = f"{HEAD}conclusion: |\n  The SMM left. The SMM is missed.\n"
    assert told(found(brief)) == [("info", 6, 7, "SMM (2 times)")]
    assert told(found(f"{brief}glossary: {{SMM: Special Monitoring Mission}}\n")) == []
    assert told(found(f"{brief}\n  | what | is |\n  |---|---|\n  | SMM | Mission |\n")) == []
    assert told(found(brief, **{"reportgen.toml": "[checks.undefined-acronym]\nalso = {en = 'SMM'}\n"})) == []
