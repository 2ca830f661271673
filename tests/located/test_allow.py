"""Allowances: the lines a comment is for, what is no comment, what is said of those that are wrong or not needed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.cli.report.explanations import explanations
from reportgen.diagnostics import Diagnostic, Source, error, warning
from reportgen.located import Allowance, allowances, load, without_allowed
from reportgen.workspace import Workspace

MAY, MAY_NOT = ("no-owner", "no-date", "unplaced-text"), ("open-hole",)


def read(text: str) -> tuple[tuple[Allowance, ...], tuple[Diagnostic, ...]]:
    workspace = Workspace(files={"b.yaml": text})
    load("b.yaml", workspace)
    return allowances(["b.yaml", "b.yaml"], workspace, MAY, MAY_NOT)


HERE = "# reportgen: allow no-owner: reason"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (f"{HERE}\na: 1\nb: 2\n", 2, 2),
        (f"z: 1\n{HERE}\na:\n  b: 1\n  c: |\n    d\n\n    e\nf: 2\n", 3, 8),
        (f"{HERE}\n\n# else\na:\n- b\n- c\nd: 1\n", 4, 6),
        (f"a:\n  {HERE}\n  - b: 1\n    c: 2\n  - d: 1\n", 3, 4),
        (f"a:\n{HERE}\n- b: 1\n  c: 2\n- d: 1\n", 3, 4),
        (f"a:\n  {HERE}\n  -\n    b: 1\n    c: 2\n", 3, 5),
        (f"a:\n  - b: 1\n    {HERE}\n    c: 2\n    d: 3\n", 4, 4),
        (f"a: [\n  {HERE}\n  b,\n  c]\n", 3, 3),
        (f"a: >-\n  b\n  c\n{HERE}\nd:\n  e\n  f\n", 5, 7),
        (f"a: 1  {HERE}\nb: 2\n", 1, 1),
        (f"a: b  {HERE}\n", 1, 1),
        (f"a: b\n  c {HERE}\nd: 1\n", 1, 2),
        (f"a: 'b # no\n  c' {HERE}\nd: 1\n", 1, 2),
        (f"a: | {HERE}\n  b\n  c\nd: 1\n", 1, 3),
        (f"a: >- {HERE}\n  b\n  c", 1, 3),
        (f"a: {HERE}\n  b: 1\n  c: 2\nd: 1\n", 1, 3),
        (f"a:\n  - b: 1 {HERE}\n    c: 2\n", 2, 2),
        (f"a:\n  - {HERE}\n    b: 1\n    c: 2\n", 2, 4),
        (f"a:\n  - b {HERE}\n  - c\n", 2, 2),
        (f"a: {{b: 1,\n  c: 2}} {HERE}\nd: 1\n", 1, 2),
        (f"a: {{b: 1, {HERE}\n  c: 2}}\n", 1, 1),
        (f"a: [ {HERE}\n  b]\n", 1, 2),
        (f"a:   {HERE}\nb: 1\n", 1, 1),
        (f"a: &x {{b: 1}}\nc: *x {HERE}\n", 2, 2),
        (f"a: 'ü🕊 b' {HERE}\n", 1, 1),
        (f"# {HERE[2:].replace(' ', '   ')}\na: 1\n", 2, 2),
        ("#reportgen:allow no-owner:reason\na: 1\n", 2, 2),
        ("a:\n  b: 1\n# reportgen: allow-file no-owner: reason\n", 0, 3),
    ],
)
def test_a_comment_is_for_the_entry_below_it_or_before_it(text: str, first: int, last: int) -> None:
    (only,), faults = read(text)
    assert faults == ()
    assert (only.first, only.last, only.reason) == (first, last, "reason")
    line = text.splitlines()[only.source.line - 1]
    assert line[only.source.column - 1 : only.source.column - 1 + only.source.length] == only.code == "no-owner"


@pytest.mark.parametrize(
    "text",
    [
        f"a: |\n  b\n  {HERE}\n  c\n",
        f"a: >-\n  b {HERE}\n",
        f"a: 'b {HERE}'\n",
        f'a: "b\n  {HERE}"\n',
        f"a: # see {HERE}\n",
        f"a: b#{HERE}\n",
        "a: reportgen: 1\n".replace(": 1", "x"),
        "# what reportgen: allow means\na: 1\n",
        "",
    ],
)
def test_what_is_text_or_speaks_of_something_else_allows_nothing(text: str) -> None:
    assert allowances(["b.yaml"], Workspace(files={"b.yaml": text}), MAY) == ((), ())


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "message"),
    [
        ("# reportgen: allow no-owner\na: 1\n", "allowance-without-reason", 1, 14, "'allow' gives no reason"),
        ("# reportgen: allow no-owner:  \na: 1\n", "allowance-without-reason", 1, 14, "'allow' gives no reason"),
        ("a: 1 # reportgen: allow no-ownr: x\n", "unknown-check", 1, 25, "there is no check 'no-ownr'"),
        ("a: 1 # reportgen: allow open-hole: x\n", "bad-allowance", 1, 25, "no reason can allow 'open-hole'"),
        ("# reportgen: alow no-owner: x\na: 1\n", "bad-allowance", 1, 14, "'alow' says nothing to reportgen"),
        ("# reportgen: allow : x\na: 1\n", "bad-allowance", 1, 14, "'allow' names no finding to allow"),
        ("a: 1\n# reportgen: allow no-owner: x\n", "bad-allowance", 2, 14, "no entry stands here"),
        ("  # reportgen: allow no-owner: x\na: 1\n", "bad-allowance", 1, 16, "no entry stands here"),
        ("a: [b,\n  # reportgen: allow no-owner: x\n]\n", "bad-allowance", 2, 16, "no entry stands here"),
        ("--- # reportgen: allow no-owner: x\na: 1\n", "bad-allowance", 1, 18, "no entry stands here"),
        ("a: 1 # reportgen: allow-file no-owner: x\n", "bad-allowance", 1, 19, "'allow-file' must begin its line"),
    ],
)
def test_a_comment_that_can_be_no_allowance_is_refused(
    text: str, code: str, line: int, column: int, message: str
) -> None:
    allowed, (fault,) = read(text)
    assert allowed == ()
    assert (fault.severity, fault.code, fault.source.line, fault.source.column) == ("error", code, line, column)
    assert fault.message.startswith(message)
    assert fault.hint


def test_several_codes_are_allowed_and_refused_one_by_one() -> None:
    allowed, faults = read("# reportgen: allow no-owner, no-dat ,no-date: she does it: herself\na: 1\n")
    assert [(one.code, one.source.column, one.reason) for one in allowed] == [
        ("no-owner", 20, "she does it: herself"),
        ("no-date", 38, "she does it: herself"),
    ]
    assert [(one.code, one.hint) for one in faults] == [("unknown-check", "did you mean 'no-date'?")]


def test_findings_are_left_out_where_they_are_allowed_and_nowhere_else() -> None:
    allowed, _ = read(
        "a:\n  # reportgen: allow no-owner: reason\n  - b: 1\n    c: 2\n  - b: 1\n"
        "d: 3 # reportgen: allow no-date: reason\n# reportgen: allow-file unplaced-text: reason\n"
    )
    lines = [
        ("no-owner", 3),
        ("no-owner", 4),
        ("no-owner", 5),
        ("no-date", 4),
        ("unplaced-text", 0),
        ("unplaced-text", 6),
    ]
    found = [warning(code, "m", Source("b.yaml", "", line)) for code, line in lines]
    elsewhere = [error("no-owner", "m", Source("c.yaml", "", 3)), error("unplaced-text", "m")]
    kept, unused = without_allowed([*found, *elsewhere], allowed)
    assert kept == (found[2], found[3], *elsewhere)
    (only,) = unused
    assert (only.severity, only.code, only.source.line) == ("warning", "unused-allowance", 6)
    assert only.message == "nothing is found that 'allow no-date' is for, in line 6"
    assert without_allowed(found, ()) == (tuple(found), ())


@pytest.mark.parametrize("code", ["allowance-without-reason", "bad-allowance", "unused-allowance"])
def test_the_examples_of_the_explanations_are_true(code: str) -> None:
    told = []
    for files in (explanations()[code].wrong, explanations()[code].right):
        allowed, faults = allowances(["brief.yaml"], Workspace(files=files), MAY, MAY_NOT)
        conclusion = files["brief.yaml"].splitlines().index("conclusion: They are worth it.") + 1
        found = (
            [warning("unplaced-text", "m", Source("brief.yaml", "", conclusion))]
            if "templates/mine.yaml" in files
            else []
        )
        told.append({one.code for one in (*faults, *without_allowed(found, allowed)[1])})
    assert told == [{code}, set()]


LINES = st.lists(
    st.sampled_from(
        [
            "a: 1",
            "b:",
            "- c",
            "- d: x",
            "  e: |",
            "    f",
            "g: [",
            "h]",
            "k: 'l",
            "m'",
            "? n",
            "- - o",
            "-",
            "p: {q: *r,",
            "}",
            "---",
        ]
    )
    | st.just("").flatmap(lambda _: st.text(max_size=5)),
    max_size=8,
)
COMMENTS = st.sampled_from(["", "", f" {HERE}", f"  {HERE}", " # reportgen: allow-file no-date: x", " # reportgen:"])


@settings(max_examples=400, deadline=None)
@given(LINES, st.lists(COMMENTS, min_size=9, max_size=9))
def test_any_file_gives_allowances_within_it_or_faults(lines: list[str], behind: list[str]) -> None:
    text = "\n".join(f"{line}{comment}" for line, comment in zip(lines, behind, strict=False))
    workspace = Workspace(files={"b.yaml": text.encode("utf-8", "replace")})
    allowed, faults = allowances(["b.yaml"], workspace, MAY, MAY_NOT)
    count = len(workspace.lines("b.yaml"))
    assert all(0 <= one.first <= one.last <= count for one in allowed)
    assert all(0 < one.source.line <= count for one in (*allowed, *faults))
