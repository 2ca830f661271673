"""What the checks of words and dates find, and what they leave alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"


def told(found: list[Diagnostic], code: str) -> list[tuple[str, int, int, str]]:
    """Return the findings of a check: how grave they are, where they stand, and what they name first."""
    return [
        (one.severity, one.source.line, one.source.column, one.message.split("'")[1])
        for one in found
        if one.code == code
    ]


FIRES = [
    ("name-variant", "warning", "Talks began in Kyiv. The delegation left Kiev.", "Kiev"),
    ("name-variant", "warning", "Odesa first, Odessa second, Odessa third.", "Odessa"),
    ("mixed-spelling", "warning", "They recognize the centre and labor at it.", "labor"),
    ("mixed-spelling", "warning", "They prioritise colour, honour and favor.", "favor"),
    ("mixed-spelling", "warning", "They organise and emphasise but recognize.", "recognize"),
    ("impossible-date", "warning", "They meet on 31 November 2026.", "31 November 2026"),
    ("impossible-date", "warning", "They meet on February 29, 2027.", "February 29, 2027"),
    ("impossible-date", "warning", "They meet on Monday, 22 November 2026.", "Monday, 22 November 2026"),
    ("mixed-date-styles", "warning", "On 12 March 2026, 3 May 2026 and April 3, 2026.", "April 3, 2026"),
    ("likelihood-with-confidence", "warning", "We judge with high confidence that it is unlikely.", "unlikely"),
    ("dubious-link", "warning", "See [the text](http://localhost/x).", "http://localhost/x"),
    ("dubious-link", "warning", "See [the text](https://www.example.org/x).", "https://www.example.org/x"),
    (
        "dubious-link",
        "warning",
        "See [the text](https://un.int/x?utm_source=mail).",
        "https://un.int/x?utm_source=mail",
    ),
    ("dubious-link", "warning", "See [here](https://un.int/x).", "here"),
    ("dubious-link", "warning", "See [osce.org](https://un.int/x).", "osce.org"),
    ("dubious-link", "info", "See [the text](http://un.int/x).", "http://un.int/x"),
]


@pytest.mark.parametrize(("code", "severity", "text", "words"), FIRES)
def test_what_an_editor_would_mark_is_found(found: Found, code: str, severity: str, text: str, words: str) -> None:
    (finding,) = told(found(f'{HEAD}conclusion: "{text}"\n'), code)
    assert (finding[0], finding[1], finding[3]) == (severity, 5, words)


def test_a_finding_points_at_the_words(found: Found) -> None:
    text = "Talks began in Kyiv.\n  The delegation left Kiev, and\n  did not come back to Kiev."
    (finding,) = [one for one in found(f"{HEAD}conclusion: |\n  {text}\n") if one.code == "name-variant"]
    assert (finding.source.line, finding.source.column, finding.source.length) == (7, 23, 4)
    assert "2 times" in finding.message


LEFT_ALONE = [
    ("name-variant", "The delegation left Kiev."),
    ("name-variant", "Talks began in Kyiv, over chicken Kiev; Kievan Rus is another matter."),
    ("name-variant", "Kyiv said: “We have left Kiev.” It wrote *Kiev Diary* too."),
    ("mixed-spelling", "They recognize the colour and the centre."),
    ("mixed-spelling", "They recognize the center; the World Labour Organisation does too."),
    ("mixed-spelling", "They recognize it, and said: “We prioritise labour.”"),
    ("mixed-spelling", "Two analyses, a fulfilling exercise, an honorary laboratory: they recognize it."),
    ("impossible-date", "They meet on Sunday, 22 November 2026, or on 29 February 2028."),
    ("impossible-date", "He said: “on 31 November 2026”."),
    ("impossible-date", "May 2026 and 40 marches in March 2027; 31 May-born people."),
    ("mixed-date-styles", "On 12 March 2026 and 3 May 2026."),
    ("mixed-date-styles", "On March 12, 2026 and May 3, 2026."),
    ("likelihood-with-confidence", "It is unlikely. We say so with high confidence."),
    ("likelihood-with-confidence", "Confidence-building measures are likely."),
    ("dubious-link", "See [the treaty series](https://treaties.un.org/x) and [un.int](https://www.un.int/)."),
]


@pytest.mark.parametrize(("code", "text"), LEFT_ALONE)
def test_what_is_right_is_left_alone(found: Found, code: str, text: str) -> None:
    assert told(found(f'{HEAD}conclusion: "{text}"\n'), code) == []


@pytest.mark.parametrize("code", ["name-variant", "mixed-spelling", "mixed-date-styles", "not-verb-first"])
def test_english_rules_are_silent_in_other_languages(found: Found, code: str) -> None:
    text = "Kyiv, Kiev, recognize, prioritise, 12 March 2026, April 3, 2026."
    brief = f'{HEAD}language: uk\nconclusion: "{text}"\nrecommendations: {{actions: [A new line.]}}\n'
    assert told(found(brief), code) == []


def test_ukrainian_dates_are_held_against_the_calendar(found: Found) -> None:
    text = "Зустріч 31 листопада 2026 року; середа, 25 листопада 2026 року."
    assert [one[3] for one in told(found(f'{HEAD}language: uk\nconclusion: "{text}"\n'), "impossible-date")] == [
        "31 листопада 2026"
    ]


@pytest.mark.parametrize(
    ("spelling", "text", "words"),
    [
        ("us", "They recognize the colour.", "'colour'"),
        ("uk", "They recognise the color and recognize it.", "'color', 'recognize'"),
        ("oxford", "They recognize the colour, and prioritise it.", "'prioritise'"),
        ("oxford", "They recognize the colour.", ""),
    ],
)
def test_the_brief_names_its_spelling(found: Found, spelling: str, text: str, words: str) -> None:
    messages = [one.message for one in found(f"{HEAD}spelling: {spelling}\nconclusion: {text}\n")]
    assert [one.partition(" are not")[0] for one in messages if "not spelt" in one] == ([words] if words else [])


def test_an_actor_or_a_house_forbids_a_spelling(found: Found) -> None:
    brief = f"{HEAD}actors: {{k: {{name: Kyiv, variants_forbidden: Kiev}}}}\nconclusion: From Kiev to Bombay.\n"
    settings = {"reportgen.toml": '[checks.name-variant.variants.en]\nMumbai = "Bombay"\n'}
    assert [one[3] for one in told(found(brief), "name-variant")] == ["Kiev"]
    assert [one[3] for one in told(found(brief, **settings), "name-variant")] == ["Kiev", "Bombay"]


@pytest.mark.parametrize(
    ("code", "actions", "words"),
    [
        ("repeated-recommendation", "[Fund the monitors., Ask them., The monitors fund.]", ["action 1"]),
        ("repeated-recommendation", "[Fund the monitors., Fund the envoys.]", []),
        ("not-verb-first", "[A joint commission., Set one up., The EU should pay.]", ["'A'"]),
        ("not-verb-first", "[Theatre groups should be asked., Another round., Than begin.]", []),
    ],
)
def test_actions_are_read_side_by_side(found: Found, code: str, actions: str, words: list[str]) -> None:
    findings = [one for one in found(f"{HEAD}recommendations: {{actions: {actions}}}\n") if one.code == code]
    assert [(one.severity, word in one.message) for one, word in zip(findings, words, strict=True)] == [
        ("info", True) for _ in words
    ]
