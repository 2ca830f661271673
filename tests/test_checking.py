"""Which checks are run, how grave their findings are, and who may set that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HOLE = "title: A\ntemplate: t\nconclusion: '{{ hole(\"x\") }}'\nsummary: S\n"


def told(found: list[Diagnostic]) -> list[tuple[str, str, int]]:
    return [(one.severity, one.code, one.source.line) for one in found]


def template(checks: str) -> dict[str, str]:
    return {"templates/t.yaml": f"name: t\nsummary: s\nchecks: {checks}\nsections: [header, conclusion]\n"}


@pytest.mark.parametrize(
    ("checks", "status", "expected"),
    [
        ("{}", "draft", ["warning open-hole", "warning unplaced-text"]),
        ("{}", "final", ["error open-hole", "warning unplaced-text"]),
        ("{unplaced-text: off}", "draft", ["warning open-hole"]),
        ("{unplaced-text: error}", "draft", ["warning open-hole", "error unplaced-text"]),
        ("{unplaced-text: {severity: info, final: error}}", "draft", ["warning open-hole", "info unplaced-text"]),
        ("{unplaced-text: {severity: info, final: error}}", "final", ["error open-hole", "error unplaced-text"]),
        ("{unplaced-text: {final: off}}", "final", ["error open-hole"]),
        ("{open-hole: info}", "draft", ["info open-hole", "warning unplaced-text"]),
        ("{open-hole: info}", "final", ["error open-hole", "warning unplaced-text"]),
    ],
)
def test_a_document_type_says_how_grave_findings_are(
    found: Found, checks: str, status: str, expected: list[str]
) -> None:
    findings = found(f"{HOLE}status: {status}\n", **template(checks))
    assert [f"{one.severity} {one.code}" for one in findings] == expected


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        ("{open-holes: info}", [("error", "unknown-check", 3)]),
        ("{open-hole: off}", [("error", "unknown-value", 3)]),
        ("{open-hole: {final: warning}}", [("error", "unknown-value", 3)]),
        ("{unplaced-text: never}", [("error", "unknown-value", 3)]),
        ("{unplaced-text: {sverity: info}}", [("error", "unknown-key", 3)]),
        ("{unplaced-text: [info]}", [("error", "wrong-type", 3)]),
        ("[open-hole]", [("error", "wrong-type", 3)]),
        ("{open-holes: info, unplaced-text: never}", [("error", "unknown-check", 3), ("error", "unknown-value", 3)]),
    ],
)
def test_faults_in_what_is_set_are_told_all_at_once(
    found: Found, checks: str, expected: list[tuple[str, str, int]]
) -> None:
    findings = found(HOLE, **template(checks))
    assert told(findings) == expected
    assert {one.source.file for one in findings} == {"templates/t.yaml"}


def test_faults_of_language_template_and_builders_are_told_together(found: Found) -> None:
    files = {"templates/t.yaml": "name: t\nsummary: s\nstyle: hous\nchecks: {x: off}\nsections: [hedder, header]\n"}
    codes = [one.code for one in found("title: A\ntemplate: t\nlanguage: xx\n", **files)]
    assert codes == ["unknown-language", "unknown-style", "unknown-check", "unknown-section"]


def test_a_brief_with_faults_has_its_template_and_language_looked_up_too(found: Found) -> None:
    codes = [one.code for one in found("titel: A\ntemplate: policy-mmo\nlanguage: xx\n")]
    assert codes == ["unknown-key", "unknown-template", "unknown-language"]
