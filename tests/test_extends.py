"""Templates and styles that extend another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import reportgen
from reportgen.diagnostics import Diagnostic
from reportgen.document import Section
from reportgen.document.walk import text_of, walk

Memo = Callable[..., reportgen.Memo]
Found = Callable[..., list[Diagnostic]]

BRIEF = (
    "title: A\ntemplate: mine\ndate: 2026-01-01\nto: X\nfrom: Y\nconclusion: End.\nsummary: S.\ntalks: {text: T.}\n"
    "issues: [{id: i, title: Fish, text: Much.}]\n"
)


def headings(memo: reportgen.Memo) -> list[str]:
    return [text_of(node.heading) for node in walk(memo.document) if isinstance(node, Section)]


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ("", ["The talks", "Issues and sticking points", "Conclusion"]),
        ("sections: [{remove: talks}]", ["Issues and sticking points", "Conclusion"]),
        ("sections: [{change: talks, heading: Round one}]", ["Round one", "Issues and sticking points", "Conclusion"]),
        (
            "sections: [{replace: talks, builder: conclusion}, {remove: conclusion}]",
            ["Issues and sticking points", "Conclusion"],
        ),
        (
            "sections: [{before: talks, builder: issues, heading: First},"
            " {after: talks, builder: talks, heading: Again}]",
            ["First", "The talks", "Again", "Issues and sticking points", "Conclusion"],
        ),
        ("sections: [header, conclusion]", ["Conclusion"]),
    ],
)
def test_parts_are_edited_or_given_anew(memo: Memo, sections: str, expected: list[str]) -> None:
    mine = {"templates/mine.yaml": f"name: mine\nsummary: mine\nextends: policy-memo\n{sections}\n"}
    assert headings(memo(BRIEF, **mine)) == expected


def test_options_of_a_changed_part_are_kept_but_for_those_given(memo: Memo) -> None:
    mine = {"templates/mine.yaml": "extends: policy-memo\nsections: [{change: issues, heading: Stuck}]\n"}
    issues = next(
        node
        for node in walk(memo(BRIEF, **mine).document)
        if isinstance(node, Section) and "Stuck" in str(node.heading)
    )
    assert text_of(issues.blocks[0]) == "Fish. Much."  # policy-memo runs titles in


def test_checks_are_laid_over_one_by_one(found: Found) -> None:
    base = "name: base\nsummary: base\nchecks: {empty-section: off, open-hole: info}\nsections: [header]\n"
    mine = "name: mine\nsummary: mine\nextends: base\nchecks: {open-hole: warning}\n"
    files = {"templates/base.yaml": base, "templates/mine.yaml": mine}
    findings = found("title: A\ntemplate: mine\nsubject: '{{ hole(\"x\") }}'\nto: B\n", **files)
    assert [one.severity for one in findings if one.code == "open-hole"] == ["warning"]


def test_one_of_the_same_name_extends_the_built_in_one(memo: Memo) -> None:
    mine = {"styles/house.yaml": "extends: house\ncolours: {accent: '#700000'}\npage: {left: 40mm}\n"}
    style = memo("title: A\n", **mine).style
    assert (style.colour("accent"), style.colour("ink"), style.name) == ("700000", "1A1A1A", "house")
    assert round(style.page.left / 72 * 25.4) == 40
    assert reportgen.write(memo("title: A\n", **mine), "pdf").pages == 1


FAULTS = [
    ("templates/mine.yaml", "extends: policy-mem\n", "unknown-template", 1, 10),
    ("templates/mine.yaml", "name: mine\nextends: mine\n", "circular-extends", 2, 10),
    ("templates/mine.yaml", "extends: policy-memo\nsections: [{remove: tlks}]\n", "unknown-section", 2, 21),
    ("templates/mine.yaml", "extends: policy-memo\nsections: [summary, {remove: talks}]\n", "bad-edit", 2, 12),
    ("templates/mine.yaml", "name: a\nsummary: b\nsections: [{remove: talks}]\n", "bad-edit", 3, 13),
    ("templates/mine.yaml", "extends: policy-memo\nsections: [{change: talks, headng: x}]\n", "unknown-key", 2, 28),
    ("styles/house.yaml", "extends: house\ncolours: {acent: '#700000'}\n", "unknown-key", 2, 11),
    ("styles/house.yaml", "extends: hous\n", "unknown-style", 1, 10),
    ("styles/house.yaml", "extends: house\npage: {left: wide}\n", "bad-length", 2, 14),
]


@pytest.mark.parametrize(("file", "text", "code", "line", "column"), FAULTS)
def test_faults_point_into_the_file_that_has_them(
    found: Found, file: str, text: str, code: str, line: int, column: int
) -> None:
    template = "template: mine\n" if file.startswith("templates") else ""
    findings = [one for one in found(f"title: A\n{template}", **{file: text}) if one.severity == "error"]
    assert [(one.code, one.source.file, one.source.line, one.source.column) for one in findings] == [
        (code, file, line, column)
    ]
