"""Authority without a name, and authority that has one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"


def told(found: list[Diagnostic]) -> list[tuple[str, int, int, str]]:
    """Return the findings of the check: how grave they are, where they stand, and what they name."""
    return [
        (one.severity, one.source.line, one.source.column, one.message.split("'")[1])
        for one in found
        if one.code == "unattributed-authority"
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Analysts note that both are tired.", "Analysts note"),
        ("en", "Talks stall. Most experts have long argued so.", "experts have long argued"),
        ("en", "It holds; some believe it will not.", "some believe"),
        ("en", "According to observers, it holds.", "According to observers"),
        ("en", "It is widely believed that it holds.", "It is widely believed"),
        ("uk", "Аналітики зазначають, що обидві втомилися.", "Аналітики зазначають"),
        ("uk", "На думку експертів, воно тримається.", "На думку експертів"),
    ],
)
def test_authority_without_a_name_is_found(found: Found, language: str, text: str, words: str) -> None:
    brief = f'{HEAD}language: {language}\nconclusion: "{text}"\n'
    assert told(found(brief)) == [("warning", 6, 14 + text.index(words), words)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "SIPRI analysts note that both are tired."),
        ("en", "The Crisis Group analysts note it, and the Group’s experts say so."),
        ("en", "The experts agreed that it holds; these observers noted it."),
        ("en", "Analysts at the mission note that both are tired."),
        ("en", "According to experts at the mission it holds."),
        ("en", "Analysts note that both are tired (Smith 2024)."),
        ("en", "Analysts note that both are tired.[12] Both are."),
        ("en", "[Analysts note](https://example.org/a) that both are tired."),
        ("en", "She said: “Analysts note that both are tired.”"),
        ("en", "There is some doubt that it holds; many note books were lost."),
        ("en", "Experts met in Vienna, and observers were sent."),
        ("uk", "Сторони вважають, що воно тримається."),
        ("uk", "На думку експертів з ОБСЄ, воно тримається."),
        ("uk", "Analysts note that both are tired."),
        ("en", "Аналітики зазначають, що обидві втомилися."),
    ],
)
def test_what_has_a_name_or_a_source_is_left_alone(found: Found, language: str, text: str) -> None:
    assert told(found(f'{HEAD}language: {language}\nconclusion: "{text}"\n')) == []


def test_a_house_adds_its_own_phrases(found: Found) -> None:
    settings = {"reportgen.toml": '[checks.unattributed-authority]\nalso = {en = "our sources tell us"}\n'}
    brief = f"{HEAD}conclusion: Our sources tell us that it holds.\n"
    assert told(found(brief)) == []
    assert told(found(brief, **settings)) == [("warning", 5, 13, "Our sources tell us")]
