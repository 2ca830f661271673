"""Letters for what nobody has decided, and the same letters with a meaning."""

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
        if one.code == "dubious-abbreviation"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They begin in Vienna, date TBC.", "TBC"),
        ("They begin in Vienna (date tbd).", "tbd"),
        ("TODO: say where.", "TODO"),
        ("They begin on ??? in Vienna.", "???"),
        ("They begin on ____ in Vienna.", "____"),
        ("It costs $XX million.", "$XX"),
        ("It takes XX% of all.", "XX"),
        ("Send it to XXXX.", "XXXX"),
        ("Коштує ХХ млн гривень.", "ХХ"),
    ],
)
def test_letters_for_what_nobody_has_decided_are_found(found: Found, text: str, words: str) -> None:
    assert told(found(f'{HEAD}conclusion: "{text}"\n')) == [("warning", 5, 14 + text.index(words), words)]
    brief = f'{HEAD}status: final\nconclusion: "{text}"\n'
    assert told(found(brief)) == [("error", 6, 14 + text.index(words), words)]
    allowed = brief.replace("conclusion", "# reportgen: allow dubious-abbreviation: it is meant\nconclusion")
    assert told(found(allowed)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Technical Boundary Committee (TBC) met. The TBC is new.",
        "The TBC (Technical Boundary Committee) met.",
        "| when | what |\\n|---|---|\\n| TBD | Talks |",
        "Approve ____ Disapprove ____",
        "Write `TODO` there; see a__________b.",
        "He said “TBC” and laughed. Really?? Yes.",
        "Article XXX and the XX century; ХХ століття; Malcolm X and X-rays.",
    ],
)
def test_the_same_letters_with_a_meaning_are_left_alone(found: Found, text: str) -> None:
    assert told(found(f'{HEAD}conclusion: "{text}"\n')) == []


def test_a_bracket_is_told_by_the_check_for_placeholders_alone(found: Found) -> None:
    assert [one.code for one in found(f"{HEAD}conclusion: 'On [TBC].'\n")] == ["placeholder-text"]


def test_one_word_is_told_once(found: Found) -> None:
    [one] = found(f"{HEAD}conclusion: Venue TBC, date TBC.\n")
    assert one.message == "'TBC' stands for what nobody has decided yet, 2 times"


def test_a_glossary_and_a_house_give_letters_a_meaning(found: Found) -> None:
    brief = f"{HEAD}conclusion: The TBC met, TKTK.\n"
    assert [words for *_, words in told(found(f"{brief}glossary: {{TBC: Technical Boundary Committee}}\n"))] == []
    settings = {"reportgen.toml": "[checks.dubious-abbreviation]\nignore = 'TBC'\nalso = 'TKTK'\n"}
    assert [words for *_, words in told(found(brief, **settings))] == ["TKTK"]
