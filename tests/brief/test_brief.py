"""The brief: short ones, whole ones, and what is wrong with others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]


def told(found: list[Diagnostic]) -> list[tuple[str, int, int]]:
    return [(one.code, one.source.line, one.source.column) for one in found if one.severity == "error"]


def test_a_title_alone_is_a_brief(found: Found) -> None:
    assert told(found("title: A\n")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("titel: A\n", [("unknown-key", 1, 1)]),
        ("title: A\nrecomendations: {}\n", [("unknown-key", 2, 1)]),
        ("title: A\nissues:\n  - {id: x, title: X, statsu: open}\n", [("unknown-key", 3, 23)]),
        ("title: A\nissues:\n  - {id: x, title: X, status: opn}\n", [("unknown-value", 3, 31)]),
        ("title: A\nissues: {id: x, title: X}\n", [("wrong-type", 2, 9)]),
        ("title: A\ntalks: some text\n", [("wrong-type", 2, 8)]),
        ("title: A\nsummary: [a, b]\n", [("wrong-type", 2, 10)]),
        ("title: A\ndate: 22 November 2026\n", [("bad-date", 2, 7)]),
        ("title: A\ndate: 2026-02-30\n", [("bad-date", 2, 7)]),
        ("title: ''\n", [("empty-text", 1, 8)]),
        ("title: A\nlanguage: xx\n", [("unknown-language", 2, 11)]),
        ("title: A\ntemplate: policy-mem\n", [("unknown-template", 2, 11)]),
        ("title: A\ntemplate: ../policy-memo\n", [("unknown-template", 2, 11)]),
        ("title: A\nmarkings: {tlp: WHITE}\n", [("bad-marking", 2, 17)]),
        ("title: A\nstatus: '{{ hole(\"state\") }}'\n", [("unknown-value", 2, 9)]),
        ("title: A\ndate: '{{ hole(\"day\") }}'\n", [("hole-in-data", 2, 7)]),
        ("title: A\ndate: [2026-11-22]\n", [("bad-date", 2, 7)]),
        ("title: A\nlanguage: 'en-<x'\n", [("bad-language", 2, 11)]),
        ("title: A\nto: {office: X}\n", [("missing-key", 2, 5)]),
        ("title: A\nvars: text\n", [("wrong-type", 2, 7)]),
        ("title: '{{ x }}'\ndate: soon\n", [("undefined-name", 1, 12), ("bad-date", 2, 7)]),
        ("title: A\ntemplate: '{{ hole(\"t\") }}'\n", [("hole-in-data", 2, 11)]),
        ("title: A\ntalks: {parties: [ukrain]}\nactors: {ukraine: Ukraine}\n", [("unknown-id", 2, 19)]),
        ("title: A\nissues:\n  - {id: x, title: X, positions: {kyiv: no}}\n", [("unknown-id", 3, 35)]),
        ("title: A\nissues:\n  - {id: x, title: X, linkage: [y]}\n", [("unknown-id", 3, 33)]),
        ("title: A\nissues:\n  - {id: x, title: X}\n  - {id: x, title: Y}\n", [("duplicate-id", 4, 10)]),
        ("title: '{{ nothing }}'\n", [("undefined-name", 1, 12)]),
    ],
)
def test_a_fault_is_told_at_its_place(found: Found, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert told(found(text)) == expected


def test_what_is_null_is_as_good_as_left_away(found: Found) -> None:
    keys = ["subject", "date", "to", "from", "talks", "issues", "sections", "actors", "status", "language", "vars"]
    assert told(found("title: A\n" + "".join(f"{key}:\n" for key in keys))) == []


def test_faults_of_models_and_of_markdown_are_told_together(found: Found) -> None:
    text = "title: A\ndate: soon\nsummary: '![x](none.png)'\nissues: [{id: x}]\nextr: 1\n"
    assert [code for code, *_ in told(found(text))] == ["bad-date", "missing-file", "missing-key", "unknown-key"]


def test_the_author_s_own_variables_fill_texts(memo: Callable[..., object], found: Found) -> None:
    assert told(found("title: 'Talks in {{ city }}'\nvars: {city: Geneva}\n")) == []


def test_a_hole_in_a_name_is_a_hole(found: Found) -> None:
    text = 'title: A\ndate: 2026-01-01\nto: X\nfrom: \'{{ hole("drafter", expects="name") }}\'\n'
    assert [(one.code, one.source.line) for one in found(text)] == [("open-hole", 4)]
