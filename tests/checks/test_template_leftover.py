"""What programs leave in a text, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"


def told(found: list[Diagnostic]) -> list[tuple[str, int, str]]:
    """Return the findings of the check: how grave they are, in which line, and what they name."""
    return [
        (one.severity, one.source.line, one.message.split("'")[1]) for one in found if one.code == "template-leftover"
    ]


@pytest.mark.parametrize(
    ("text", "words", "in_a_final_memo"),
    [
        ("They begin on }} in Vienna.", "}}", "error"),
        ("They begin on ${date}.", "${date}", "error"),
        ("They begin on <<start_date>>.", "<<start_date>>", "error"),
        ("They begin on «Start_Date».", "«Start_Date»", "error"),
        ("They begin on {start.date}.", "{start.date}", "warning"),
        ("See Error! Reference source not found.", "Error! Reference source not found", "error"),
        ("Див. Помилка! Джерело посилання не знайдено.", "Помилка! Джерело посилання не знайдено", "error"),
        ("Both agreed.\\[^3]", "[^3]", "error"),
        ("As Figure ?? shows.", "??", "warning"),
        ("The cost is #REF! in all.", "#REF!", "error"),
        ("They begin on None in Vienna.", "None", "warning"),
        ("undefined", "undefined", "warning"),
        ("The text: lorem ipsum and so on.", "lorem ipsum", "error"),
        ("Both agreed.<!-- really? -->", "<!-- really? -->", "error"),
        ("First line<br>second line.", "<br>", "warning"),
        ("Five&amp;nbsp;days.", "&nbsp;", "warning"),
    ],
)
def test_a_leftover_is_found(found: Found, text: str, words: str, in_a_final_memo: str) -> None:
    assert told(found(f"{HEAD}conclusion: '{text}'\n")) == [("warning", 5, words)]
    assert told(found(f"{HEAD}status: final\nconclusion: '{text}'\n")) == [(in_a_final_memo, 6, words)]


def test_the_columns_are_those_of_the_words(found: Found) -> None:
    [one] = [one for one in found(f"{HEAD}conclusion: 'Begins on ${{date}}.'\n") if one.code == "template-leftover"]
    assert (one.source.column, one.source.length) == (24, 7)


@pytest.mark.parametrize(
    "text",
    [
        "Write `}}` and `${date}` and `<br>`.",
        "Президент заявив: «Ми готові».",
        "None of them agreed; of the three, None is the worst name.",
        "The border remains undefined, the mandate null and void.",
        "Fewer than 5 and more than 3: 3 < x > 5, <b, a> too.",
        "Really?? Yes!",
        "It costs $5 {I}, or #1 of {A} and {b}.",
        "R&D, AT&T; and Q&A.",
    ],
)
def test_what_is_no_leftover_is_left_alone(found: Found, text: str) -> None:
    assert told(found(f'{HEAD}conclusion: "{text}"\n')) == []


def test_a_house_adds_the_words_of_its_forms(found: Found) -> None:
    settings = {"reportgen.toml": '[checks.template-leftover]\nalso = ["Text of the submission"]\n'}
    brief = f"{HEAD}conclusion: Text of the submission\n"
    assert told(found(brief)) == []
    assert told(found(brief, **settings)) == [("warning", 5, "Text of the submission")]
