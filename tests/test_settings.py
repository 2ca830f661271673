"""A project's settings: which file counts, what may stand in it, and where its faults are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.cli.report.explanations import explanations
from reportgen.diagnostics import BriefError, Diagnostic
from reportgen.settings import find_settings
from reportgen.workspace import Workspace

HOLE = '[checks]\nopen-hole = "{}"\n'
SHARED = "[tool.reportgen.checks]\nopen-hole = '{}'\n"
OTHERS = "[project]\nname = 'reportgen-briefs'\n"


@pytest.mark.parametrize(
    ("files", "file"),
    [
        (["reportgen.toml"], "reportgen.toml"),
        (["pyproject.toml"], "pyproject.toml"),
        (["reportgen.toml", "pyproject.toml"], "reportgen.toml"),
        (["reportgen.toml", "briefs/pyproject.toml"], "briefs/pyproject.toml"),
        (["briefs/2026/reportgen.toml", "briefs/reportgen.toml"], "briefs/2026/reportgen.toml"),
        (["briefs/2026/may/reportgen.toml", "pyproject.toml"], "pyproject.toml"),
        (["../reportgen.toml"], "../reportgen.toml"),
        ([], ""),
    ],
)
@pytest.mark.parametrize("on_disk", [True, False])
def test_the_nearest_file_counts(files: list[str], file: str, on_disk: bool, tmp_path: Path) -> None:
    texts = {name: (HOLE if "reportgen" in name else SHARED).format("info") for name in files}
    texts |= {"briefs/2026/pyproject.toml": OTHERS}
    workspace = Workspace(files=texts)
    if on_disk:
        workspace = Workspace(tmp_path / "project")
        for name, text in texts.items():
            path = tmp_path / "project" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "project" / name).write_text(text)
    found = find_settings("briefs/2026/talks.yaml", workspace)
    assert found.checks.source.file == file
    assert dict(found.checks) == ({"open-hole": "info"} if file else {})


def test_the_folder_that_the_command_is_run_in_makes_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "reportgen.toml").write_text(HOLE.format("error"))
    absolute = tmp_path / "briefs" / "talks.yaml"
    for folder, brief in (("", "briefs/talks.yaml"), ("briefs", "talks.yaml"), ("briefs", str(absolute))):
        monkeypatch.chdir(tmp_path / folder)
        workspace = Workspace()
        assert find_settings(brief, workspace).checks["open-hole"] == "error"
        assert len(workspace.paths_read) == 1


@pytest.mark.parametrize(
    ("name", "text", "code", "line", "column", "hint"),
    [
        ("reportgen.toml", "[cheks]\nx = 1\n", "unknown-key", 1, 2, "did you mean 'checks'?"),
        ("reportgen.toml", "output = 'memos'\n", "unknown-key", 1, 1, "known: checks, limits, plug_ins"),
        ("reportgen.toml", "checks = ['open-hole']\n", "wrong-type", 1, 10, 'open-hole = "info"'),
        ("reportgen.toml", "[checks]\nx = y\n", "toml-syntax", 2, 5, 'put text in quotes: severity = "warning"'),
        ("pyproject.toml", "[tool.reportgen]\ncheck = {}\n", "unknown-key", 2, 1, "did you mean 'checks'?"),
        ("pyproject.toml", "[tool]\nreportgen = 'x'\n", "wrong-type", 2, 13, ""),
        ("pyproject.toml", "# reportgen\n[tool\n", "toml-syntax", 2, 6, "write '[table]', or '[[table]]' for an item"),
    ],
)
def test_faults_are_told_where_they_are(name: str, text: str, code: str, line: int, column: int, hint: str) -> None:
    with pytest.raises(BriefError) as refused:
        find_settings("talks.yaml", Workspace(files={name: text}))
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.source.file, fault.source.line, fault.source.column) == (code, name, line, column)
    assert fault.hint == hint


def test_options_are_handed_on_with_their_places() -> None:
    text = "[checks.name-variants]\nseverity = 'off'\nforbidden = {Kiev = 'Kyiv'}\n"
    checks = find_settings("b.yaml", Workspace(files={"reportgen.toml": text})).checks
    options = checks["name-variants"]
    assert (checks.key_at("name-variants").line, options.key_at("severity").line) == (1, 2)
    assert options["forbidden"]["Kiev"].source.path == "checks.name-variants.forbidden.Kiev"


@pytest.mark.parametrize("text", ["[project\n", "[tool.other]\nx = 1\n", "[[tool]]\nname = 'reportgen'\n"])
def test_a_file_of_other_programs_is_passed_over(text: str) -> None:
    files = {"briefs/pyproject.toml": text, "reportgen.toml": HOLE.format("info")}
    assert find_settings("briefs/b.yaml", Workspace(files=files)).checks["open-hole"] == "info"


def test_the_example_of_the_explanation_is_true() -> None:
    explained = explanations()["toml-syntax"]
    with pytest.raises(BriefError, match="toml-syntax"):
        find_settings("brief.yaml", Workspace(files=explained.wrong))
    assert find_settings("brief.yaml", Workspace(files=explained.right)).checks


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=40), st.sampled_from(["", "checks = ", "checks.a = ", "[checks]\n", "[checks.", "[[checks]]\n"])
)
def test_any_file_is_settings_or_faults(text: str, begin: str) -> None:
    workspace = Workspace(files={"reportgen.toml": (begin + text).encode("utf-8", "replace")})
    found: tuple[Diagnostic, ...] = ()
    try:
        find_settings("b.yaml", workspace)
    except BriefError as refused:
        found = refused.diagnostics
    assert all(one.message and one.source.file == "reportgen.toml" for one in found)
