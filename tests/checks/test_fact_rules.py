"""What the checks of facts find beside the text, and what they leave alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import reportgen
from reportgen.diagnostics import Diagnostic
from reportgen.workspace import Workspace

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\nas_of: 2026-11-20\ndate: 2026-11-22\nto: X\nfrom: Y\n"
PARTIES = "actors: {a: Aland, b: Borduria, e: {name: Envoy, acts_for: a}}\ntalks: {parties: [a, b], text: They talk.}\n"

# code, the brief below HEAD, and each finding: severity, line and words of the message
CASES: list[tuple[str, str, list[tuple[str, int, str]]]] = [
    (
        "unassigned-action",
        "recommendations:\n  actions:\n    - Act.\n    - {text: Go., owner: Desk}\n"
        "    - {text: Pay., owner: D, due: 2027-01}\n",
        [("warning", 8, "no owner and no date"), ("warning", 9, "no date")],
    ),
    (
        "unassigned-action",
        "timeline: [{id: e, event: E}]\nrecommendations:\n  actions:\n"
        "    - {text: Go., owner: Desk, due: {relative: {anchor: e}}}\n",
        [],
    ),
    (
        "unstated-position",
        PARTIES + "issues:\n  - {id: i, title: I, positions: {a: all}}\n  - {id: j, title: J}\n"
        "  - {id: k, title: K, shared_position: none}\n  - {id: l, title: L, gaps: Nobody knows}\n",
        [("warning", 9, "what Borduria wants"), ("warning", 10, "what Aland and Borduria want")],
    ),
    ("unstated-position", PARTIES + "issues:\n  - {id: i, title: I}\n", []),
    (
        "uncovered-issue",
        "issues:\n  - {id: i, title: I}\n  - {id: j, title: J}\nrecommendations: {actions: [{text: Go., issues: i}]}\n",
        [("warning", 8, "'J'")],
    ),
    ("uncovered-issue", "issues:\n  - {id: i, title: I}\nrecommendations: {actions: [Go.]}\n", []),
    (
        "one-sided",
        PARTIES + "approach_analysis:\n  by_actor: [{actor: e, text: It bargains.}]\n",
        [("warning", 9, "the approach of Borduria")],
    ),
    ("one-sided", PARTIES + "approach_analysis: {by_actor: [{actor: e, text: T.}], not_covered: b}\n", []),
    (
        "one-sided",
        PARTIES.replace("They talk.}", "They talk.,\n  announced: {by: e},\n  statements: [{by: e, text: Yes.}]}"),
        [("info", 8, "announcement"), ("info", 9, "statements")],
    ),
    ("one-sided", PARTIES.replace("They talk.}", "They talk., announced: {by: e, confirmed_by: b}}"), []),
    ("empty-section", "outcomes: {title: Outcomes}\n", [("warning", 6, "'Outcomes'")]),
    ("empty-section", "outcomes: {title: Outcomes, outlook: None.}\n", []),
    (
        "uncited-claim",
        "actors: {a: Aland}\nsources: {un: A report}\nconflict:\n  territories:\n    - {name: Dam, controller: a}\n"
        "    - {name: Hill, controller: a, as_of: 2026-01-01, sources: un}\n",
        [("warning", 10, "'Dam'")],
    ),
    (
        "uncited-claim",
        "sources: {un: A report}\nconclusion: |\n  Some 1,200 fled.\n\n  Some 3,400 fled ([UN](https://un.int/x)).\n\n"
        "  Two of three.\n",
        [("warning", 8, "'1,200'")],
    ),
    ("uncited-claim", "conclusion: Some 1,200 fled.\n", []),
    (
        "likelihood-band",
        "scenarios:\n  - {title: S, likelihood: {word: unlikely, percent: 60}}\n"
        "  - {title: T, likelihood: {word: likely, percent: [60, 70]}}\n"
        "  - {title: U, likelihood: {scale: phia, percent: 22}}\n",
        [("warning", 7, "60% is not 'unlikely' on the scale ICD 203: that is 20–45%"), ("info", 9, "no word for 22%")],
    ),
    (
        "mixed-scales",
        "scenarios:\n  - {title: S, likelihood: unlikely}\n  - {title: T, likelihood: probable}\n",
        [("warning", 8, "different rows of ICD 203")],
    ),
    (
        "mixed-scales",
        "scenarios:\n  - {title: S, likelihood: unlikely}\n  - {title: T, likelihood: {scale: phia, word: likely}}\n",
        [("warning", 8, "words of ICD 203 and of PHIA")],
    ),
    ("mixed-scales", "scenarios: [{title: S, likelihood: unlikely}, {title: T, likelihood: very likely}]\n", []),
    (
        "exclusive-sum",
        "scenarios:\n  exclusive: true\n"
        "  cases: [{title: S, likelihood: {percent: 60}}, {title: T, likelihood: {percent: 50}}]\n",
        [("warning", 8, "110")],
    ),
    (
        "exclusive-sum",
        "scenarios:\n  exclusive: true\n"
        "  cases: [{title: S, likelihood: {percent: [40, 60]}}, {title: T, likelihood: {percent: 50}}]\n",
        [],
    ),
    (
        "date-against-status",
        "timeline:\n  - {date: 2026-10, event: E, status: planned}\n  - {date: 2027, event: F, status: done}\n"
        "  - {date: 2026, event: G, status: planned}\n  - {date: 2026-11-21, event: H, status: expected}\n",
        [("warning", 7, "still 'planned'"), ("warning", 8, "'done'")],
    ),
    (
        "date-against-status",
        "deadline: 2026-11-01\ntalks: {status: planned, start: 2026-10, text: T.}\n"
        "recommendations:\n  actions:\n    - {text: Go., owner: D, due: 2026-11-21}\n"
        "    - {text: Go., owner: D, due: 2026-11}\n",
        [("warning", 6, "deadline"), ("warning", 7, "were to begin"), ("warning", 10, "due before")],
    ),
    ("marking", "markings: {tlp: CLEAR, embargo: 2026-11-21 00:01 UTC}\n", [("warning", 6, "embargo ended")]),
    ("marking", "markings: {caveats: [NOFORN, REL TO USA]}\n", [("warning", 6, "'NOFORN' and 'REL TO USA'")]),
    (
        "marking",
        "markings: {tlp: CLEAR, classification: {system: uk, level: SECRET}}\n",
        [("warning", 6, "TLP:CLEAR")],
    ),
    ("marking", "markings: {tlp: GREEN, embargo: 2026-11-23 00:01 UTC, caveats: NOFORN}\n", []),
]


@pytest.mark.parametrize(("code", "below", "expected"), CASES)
def test_facts_are_held_against_one_another(
    found: Found, code: str, below: str, expected: list[tuple[str, int, str]]
) -> None:
    findings = [one for one in found(HEAD + below) if one.code == code]
    assert [(one.severity, one.source.line) for one in findings] == [(level, line) for level, line, _ in expected]
    assert [words for one, (_, _, words) in zip(findings, expected, strict=True) if words not in one.message] == []


def test_information_from_after_the_memo_or_too_old(found: Found) -> None:
    late = "title: A\nas_of: 2026-11-24\ndate: 2026-11-22\nto: X\nfrom: Y\n"
    settings = {"reportgen.toml": "[checks.date-against-status]\nmax_age = 1\n"}
    assert [one.source.line for one in found(late) if one.code == "date-against-status"] == [2]
    assert [one.message for one in found(HEAD, **settings) if one.code == "date-against-status"] == [
        "the memo's information is 2 days old"
    ]


@pytest.mark.parametrize(("fewer", "told"), [(0, []), (1, [("the memo has {0} pages", "the limit is {1}: cut 1")])])
def test_pages_are_counted_when_the_file_is_made(fewer: int, told: list[tuple[str, str]]) -> None:
    brief = f"{HEAD}conclusion: {'word ' * 1500}\n"
    pages = reportgen.write(reportgen.build("b.yaml", workspace=Workspace(files={"b.yaml": brief})), "pdf").pages or 0
    assert pages > 1
    settings = f"[checks.length-limit]\npages = {pages - fewer}\n"
    found = reportgen.check("b.yaml", workspace=Workspace(files={"b.yaml": brief, "reportgen.toml": settings}))
    assert [(one.message, one.hint) for one in found if one.code == "length-limit"] == [
        (message.format(pages), hint.format(pages, pages - 1)) for message, hint in told
    ]


def test_a_type_may_have_to_be_marked(found: Found) -> None:
    settings = {"reportgen.toml": "[checks.marking]\nrequired = true\n"}
    assert [one.message for one in found(HEAD, **settings) if one.code == "marking"] == [
        "the memo has no marking, which this type must have"
    ]
