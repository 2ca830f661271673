"""What the checks find, and what they leave alone."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"


def told(found: list[Diagnostic]) -> list[tuple[str, str, int]]:
    return [(one.severity, one.code, one.source.line) for one in found]


def test_a_sound_brief_has_no_findings(found: Found) -> None:
    assert found(HEAD + "conclusion: C\n") == []


def test_an_open_hole_is_a_warning_in_a_draft_and_an_error_in_a_final_memo(found: Found) -> None:
    text = HEAD + "conclusion: '{{ hole(\"x\") }}'\n"
    assert told(found(text)) == [("warning", "open-hole", 5)]
    assert told(found(text + "status: final\n")) == [("error", "open-hole", 5)]


def test_a_required_field_that_is_open_is_a_hole(found: Found) -> None:
    assert told(found("title: A\ndate: null\nto: X\nfrom: Y\n")) == [("warning", "open-hole", 2)]


def test_a_required_field_that_is_missing_is_named(found: Found) -> None:
    (one,) = found("title: A\nto: X\nfrom: Y\n")
    assert one.message == "the key 'date' is missing, which this template asks for"
    assert one.hint == "fill in a date; a final memo can't be made with it"


@pytest.mark.parametrize(
    "text",
    [
        "[insert date]",
        "[date]",
        "[TBC]",
        "[Name]",
        "[XX]",
        "[fill in the place]",
        "[___]",
        "[insert\n  *date*]",
        "[to be confirmed]",
    ],
)
def test_a_typed_placeholder_is_found(found: Found, text: str) -> None:
    assert told(found(f"{HEAD}conclusion: 'on {text}.'\n")) == [("warning", "placeholder-text", 5)]
    grave = "warning" if text in ("[date]", "[Name]") else "error"
    assert told(found(f"{HEAD}status: final\nconclusion: 'on {text}.'\n")) == [(grave, "placeholder-text", 6)]


@pytest.mark.parametrize(
    "text",
    [
        "[sic]",
        "[s]",
        "[Emphasis added.]",
        "[...]",
        "[1]",
        "[enter] into",
        "[it was]",
        "`[date]`",
        "[add emphasis]",
        "[complete sentence]",
    ],
)
def test_an_editor_s_bracket_is_left_alone(found: Found, text: str) -> None:
    assert found(f"{HEAD}conclusion: 'on {text}.'\n") == []


TEMPLATE = {"templates/t.yaml": "name: t\nsummary: s\nsections: [header, conclusion]\n"}


def test_text_that_no_section_prints_is_told(found: Found) -> None:
    brief = "title: A\nconclusion: C\nsummary: S\noutcomes: {outlook: O, milestones: [M]}\nactors: {x: X}\n"
    assert told(found(brief, "t", **TEMPLATE)) == [
        ("warning", "unplaced-text", 3),
        ("warning", "unplaced-text", 4),
        ("warning", "unplaced-text", 4),
    ]


def test_pictures_and_holes_that_no_section_prints_are_told(found: Found) -> None:
    brief = "title: A\nsummary: '{{ hole(\"x\") }}'\n"
    assert told(found(brief, "t", **TEMPLATE)) == [("warning", "unplaced-text", 2)]
    picture = io.BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "PNG")
    files = {**TEMPLATE, "a.png": picture.getvalue()}
    assert told(found("title: A\nsummary: '![A map](a.png)'\n", "t", **files)) == [("warning", "unplaced-text", 2)]


@pytest.mark.parametrize("control", ["\u202a", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068"])
def test_what_can_disguise_a_text_is_told(found: Found, control: str) -> None:
    (one,) = found(f"{HEAD}conclusion: they ask for {control}0001\u202c rubles\n")
    assert (one.severity, one.code, one.source.line) == ("warning", "direction-control", 5)
    assert f"U+{ord(control):04X}" in one.message


def test_what_can_disguise_the_words_of_a_chart_is_told(found: Found) -> None:
    chart = 'kind: bar, alt: x, columns: [Party, Seats], rows: [["a\\u202eb", 3], [c, 2]]'
    told_of = [
        one.source.line for one in found(f"{HEAD}charts:\n  - {{title: T, {chart}}}\n") if "U+202E" in one.message
    ]
    assert told_of == [6]


def test_text_from_the_right_and_marks_of_direction_are_not_told_of(found: Found) -> None:
    assert found(f"{HEAD}conclusion: the \u200eמסמך\u200f (مجلس) of 1\u200c2\n") == []


def test_half_a_character_out_of_a_data_file_is_refused_at_its_place(found: Found) -> None:
    brief = f"{HEAD}tables: [{{title: C, data: x.json}}]\n"
    (one,) = found(brief, **{"x.json": '[{"a": "b\\ud800c"}]'})
    assert (one.code, one.source.file, one.source.line) == ("unprintable-character", "x.json", 1)
