"""Templates and styles that extend another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import reportgen
from reportgen.diagnostics import Diagnostic
from reportgen.document import Pages, Section
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


def pages(memo: Memo, sections: str, **files: str) -> list[tuple[str, list[str]]]:
    """Return the groups of pages that a template of some parts makes, each with its headings."""
    template = f"name: mine\nsummary: mine\nsections: {sections}\n"
    made = memo(BRIEF, **{"templates/mine.yaml": template, **files}).document.blocks
    return [(block.form, [text_of(one.heading) for one in block.blocks]) for block in made if isinstance(block, Pages)]


def test_parts_of_a_group_stand_on_the_same_pages(memo: Memo) -> None:
    grouped = "[header, {pages: columns, sections: [talks, issues]}, conclusion]"
    assert pages(memo, grouped) == [("columns", ["The talks", "Issues and sticking points"])]
    beside = "[{builder: talks, pages: columns}, {builder: issues, pages: columns}, conclusion]"
    assert pages(memo, beside) == pages(memo, grouped)


def test_a_group_with_nothing_in_it_makes_no_pages(memo: Memo) -> None:
    assert pages(memo, "[header, {pages: landscape, sections: [tables]}]") == []


def test_a_part_put_beside_one_in_a_group_stands_on_its_pages(memo: Memo) -> None:
    base = "name: base\nsummary: base\nsections: [header, {pages: columns, sections: [talks, issues]}]\n"
    mine = "name: mine\nsummary: mine\nextends: base\nsections: [{after: issues, builder: conclusion}]\n"
    files = {"templates/base.yaml": base, "templates/mine.yaml": mine}
    expected = [("columns", ["The talks", "Issues and sticking points", "Conclusion"])]
    assert pages(memo, "", **files) == expected
    out = mine.replace("conclusion}", "conclusion, pages: null}")
    assert pages(memo, "", **{**files, "templates/mine.yaml": out}) == [("columns", expected[0][1][:2])]


@pytest.mark.parametrize(
    ("group", "code", "column"),
    [
        ("{pages: colums, sections: [talks]}", "unknown-value", 28),
        ("{sections: [talks]}", "missing-key", 20),
        ("{pages: columns, sections: [talks], heading: A}", "unknown-key", 56),
        ("{pages: columns, sections: [{pages: cover, sections: [talks]}]}", "bad-edit", 63),
    ],
)
def test_faults_of_groups_are_told_where_they_stand(found: Found, group: str, code: str, column: int) -> None:
    template = f"name: mine\nsummary: mine\nsections: [header, {group}]\n"
    told = [(one.code, one.source.column) for one in found(BRIEF, **{"templates/mine.yaml": template})]
    assert (code, column) in told
