"""Findings for other programs: JSON lines, a SARIF log, workflow commands of GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

import reportgen
from reportgen import registry
from reportgen.cli import main
from reportgen.cli.report.github import as_command
from reportgen.cli.report.json_lines import as_json
from reportgen.cli.report.sarif import as_log
from reportgen.cli.report.told import Report
from reportgen.diagnostics import NOWHERE, Diagnostic, Severity, Source, error, refuse
from reportgen.workspace import Workspace

Run = Callable[..., tuple[str, str, int]]

SOUND = "title: A\ndate: 2026-01-01\nfrom: X\nto: Y\n"
FAULTY = "title: A\nstatus: finl\nrecomendations: x\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a sound and a faulty brief."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sound.yaml").write_text(SOUND)
    (tmp_path / "faulty.yaml").write_text(FAULTY)
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; return its standard output, its standard error and its exit code."""

    def run(*words: str) -> tuple[str, str, int]:
        monkeypatch.setattr("sys.argv", ["reportgen", *words])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return said.out, said.err, left.value.code or 0

    return run


def at(file: str, line: int = 0, column: int = 0, length: int = 1, path: str = "") -> Source:
    return Source(file, path, line, column, length)


# -- json ------------------------------------------------------------------------------------------------------------


def test_json_is_an_object_a_line_on_standard_error(run: Run) -> None:
    out, err, code = run("check", "faulty.yaml", "--format-diagnostics", "json")
    first, second = map(json.loads, err.splitlines())
    assert first == {
        "severity": "error",
        "code": "unknown-value",
        "message": "'finl' is no value of 'status'",
        "hint": "did you mean 'final'?",
        "file": "faulty.yaml",
        "path": "status",
        "line": 2,
        "column": 9,
        "length": 4,
    }
    assert second["code"] == "unknown-key"
    assert (out, code) == ("faulty.yaml: 2 errors\n", 1)


def test_json_has_null_for_numbers_that_are_not_known() -> None:
    told = json.loads(as_json(error("x", "m", at("a.yaml")), Workspace()))
    assert (told["line"], told["column"], told["length"]) == (None, None, None)
    assert (told["file"], told["path"], told["hint"]) == ("a.yaml", "", "")
    assert json.loads(as_json(error("x", "m"), Workspace()))["file"] == ""


def test_json_keeps_every_character_on_one_line_of_ascii() -> None:
    said = 'a "quoted" \\ line\nand\u2028another, ‘’ 🕊 \udc80'
    line = as_json(error("x", said, at("ü.yaml")), Workspace())
    assert line.isascii()
    assert len(line.splitlines()) == 1
    assert json.loads(line)["message"] == said


def test_make_tells_json_on_standard_error_and_files_on_standard_output(run: Run) -> None:
    out, err, code = run(
        "make", "faulty.yaml", "sound.yaml", "--format", "docx", "--format-diagnostics", "json", "--output", "built"
    )
    assert [json.loads(line)["file"] for line in err.splitlines()] == ["faulty.yaml", "faulty.yaml"]
    assert out.startswith(str(Path("built", "sound.docx")))
    assert code == 1


# -- github ----------------------------------------------------------------------------------------------------------


def command(severity: Severity, message: str, source: Source = NOWHERE, hint: str = "") -> str:
    return as_command(Diagnostic(severity, "a-code", message, source, hint), Workspace())


def test_github_commands_say_file_line_column_and_code(run: Run) -> None:
    out, err, code = run("check", "faulty.yaml", "sound.yaml", "--format-diagnostics", "github")
    assert err.splitlines() == [
        "::error file=faulty.yaml,line=2,col=9,endLine=2,endColumn=13,title=unknown-value::"
        "'finl' is no value of 'status'%0Adid you mean 'final'?",
        "::error file=faulty.yaml,line=3,col=1,endLine=3,endColumn=15,title=unknown-key::"
        "unknown key 'recomendations'%0Adid you mean 'recommendations'?",
    ]
    assert (out, code) == ("faulty.yaml: 2 errors\nsound.yaml: no findings\n", 1)


@pytest.mark.parametrize(("severity", "kind"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_github_has_a_command_for_each_severity(severity: Severity, kind: str) -> None:
    assert command(severity, "m") == f"::{kind} title=a-code::m"


def test_github_escapes_as_its_toolkit_does() -> None:
    said = command("error", "100% sure:\r\na, b::c", at("a,b:100%\n.yaml", 1, 2), "c%0A")
    where = "file=a%2Cb%3A100%25%0A.yaml,line=1,col=2,endLine=1,endColumn=3"
    assert said == f"::error {where},title=a-code::100%25 sure:%0D%0Aa, b::c%0Ac%250A"


def test_github_leaves_out_lines_and_columns_that_are_not_known() -> None:
    assert command("error", "m", at("a.yaml")) == "::error file=a.yaml,title=a-code::m"
    assert command("error", "m", at("a.yaml", 3)) == "::error file=a.yaml,line=3,title=a-code::m"


@pytest.mark.parametrize("file", ["reportgen:templates/policy-memo.yaml", "--set status"])
def test_github_names_no_file_that_is_not_on_disk(file: str) -> None:
    assert command("error", "m", at(file, 5, 3)) == f"::error title=a-code::{file}:5:3: m"


# -- sarif -----------------------------------------------------------------------------------------------------------


def faults_of(log: dict[str, Any]) -> Iterator[str]:
    """Return what the specification requires of a log's objects and is not there."""
    if log["version"] != "2.1.0" or not log["$schema"].endswith("/sarif-schema-2.1.0.json"):
        yield "sarifLog"
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        if not run["tool"]["driver"]["name"] or len({rule["id"] for rule in rules}) != len(rules):
            yield "toolComponent"
        if run["columnKind"] not in ("utf16CodeUnits", "unicodeCodePoints"):
            yield "columnKind"
        yield from (f"rule {rule}" for rule in rules if set(rule) - {"id"} and not rule["shortDescription"]["text"])
        for result in run["results"]:
            yield from _faults_of_result(result, rules)


def _faults_of_result(result: dict[str, Any], rules: list[dict[str, Any]]) -> Iterator[str]:
    if not result["message"]["text"] or result["level"] not in ("none", "note", "warning", "error"):
        yield f"result {result}"
    if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
        yield f"ruleIndex {result}"
    for location in result.get("locations", ()):
        place = location.get("physicalLocation")
        if place:
            uri = place["artifactLocation"]["uri"]
            region = place.get("region", {"startLine": 1})
            if not uri.isascii() or set(uri) & set(' "<>\\^`{|}#'):
                yield f"uri {uri}"
            if region["startLine"] < 1 or region.get("startColumn", 1) < 1 or region.get("endColumn", 2) < 2:
                yield f"region {region}"


def logged(*diagnostics: Diagnostic) -> dict[str, Any]:
    log = json.loads(as_log(diagnostics))
    assert list(faults_of(log)) == []
    return log["runs"][0]


def place_of(source: Source) -> dict[str, Any]:
    (location,) = logged(error("x", "m", source))["results"][0]["locations"]
    return location


def test_check_prints_one_sarif_log_of_all_briefs_on_standard_output(run: Run) -> None:
    out, err, code = run("check", "faulty.yaml", "sound.yaml", "gone.yaml", "--format-diagnostics", "sarif")
    log = json.loads(out)
    assert list(faults_of(log)) == []
    (only,) = log["runs"]
    assert only["tool"]["driver"]["version"] == reportgen.__version__
    assert [rule["id"] for rule in only["tool"]["driver"]["rules"]] == ["missing-file", "unknown-key", "unknown-value"]
    assert [one["ruleId"] for one in only["results"]] == ["unknown-value", "unknown-key", "missing-file"]
    assert only["results"][0] == {
        "ruleId": "unknown-value",
        "ruleIndex": 2,
        "level": "error",
        "message": {"text": "'finl' is no value of 'status'; did you mean 'final'?"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "faulty.yaml"},
                    "region": {"startLine": 2, "startColumn": 9, "endColumn": 13},
                },
                "logicalLocations": [{"fullyQualifiedName": "status"}],
            }
        ],
    }
    assert err == "faulty.yaml: 2 errors\nsound.yaml: no findings\ngone.yaml: 1 error\n"
    assert code == 1


def test_check_prints_a_log_without_results_for_sound_briefs(run: Run) -> None:
    out, _, code = run("check", "sound.yaml", "--format-diagnostics", "sarif")
    assert json.loads(out)["runs"][0]["results"] == []
    assert code == 0


def test_make_prints_the_log_on_standard_error_and_the_files_on_standard_output(run: Run) -> None:
    (Path.cwd() / "output").touch()
    out, err, code = run("make", "faulty.yaml", "sound.yaml", "--format", "docx", "--format-diagnostics", "sarif")
    assert [one["ruleId"] for one in json.loads(err)["runs"][0]["results"]] == [
        "unknown-value",
        "unknown-key",
        "cannot-write",
    ]
    assert out == "2 memos: 2 failed\nfailed: faulty.yaml: 2 errors\nfailed: sound.yaml: 1 error\n"
    assert code == 3


def test_sarif_explains_its_rules_and_leaves_those_of_unknown_plug_ins_bare() -> None:
    rules = logged(error("unknown-key", "m"), error("from-outside", "m"))["tool"]["driver"]["rules"]
    assert rules == [
        {"id": "from-outside"},
        {"id": "unknown-key", "shortDescription": {"text": "a key that means nothing here"}},
    ]


def test_sarif_escapes_what_it_gives_a_meaning_in_messages() -> None:
    found = error("x", "write {{ hole('a') }} or {0}", hint="![A map](map.png)")
    assert logged(found)["results"][0]["message"]["text"] == ("write {{{{ hole('a') }}}} or {{0}}; ![A map\\](map.png)")


def test_sarif_has_a_level_for_each_severity() -> None:
    results = logged(*(Diagnostic(severity, "x", "m") for severity in ("error", "warning", "info")))["results"]
    assert [one["level"] for one in results] == ["error", "warning", "note"]


def test_sarif_names_files_by_relative_addresses(folder: Path) -> None:
    name = "briefs/über uns #1 100%.yaml"
    for written in (name, f"./{name}", str(folder / name)):
        uri = place_of(at(written, 1, 1))["physicalLocation"]["artifactLocation"]["uri"]
        assert urlsplit(uri).scheme == ""
        assert unquote(uri) == name


def test_sarif_names_files_outside_of_the_working_folder_by_absolute_addresses(folder: Path) -> None:
    uri = place_of(at("../else where.yaml", 1, 1))["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (folder.parent / "else where.yaml").as_uri()
    inside = place_of(at("..and so on.yaml", 1, 1))["physicalLocation"]["artifactLocation"]["uri"]
    assert inside == "..and%20so%20on.yaml"


def test_sarif_names_files_whose_names_are_no_text() -> None:
    assert place_of(at("\udcff.yaml"))["physicalLocation"]["artifactLocation"]["uri"] == "%FF.yaml"


def test_a_colon_in_a_name_makes_no_scheme_of_it() -> None:
    assert place_of(at("talks:2.yaml"))["physicalLocation"]["artifactLocation"]["uri"] == "talks%3A2.yaml"


def test_sarif_has_no_region_without_a_line_and_no_column_without_one() -> None:
    assert "region" not in place_of(at("a.yaml"))["physicalLocation"]
    assert place_of(at("a.yaml", 3))["physicalLocation"]["region"] == {"startLine": 3}


def test_sarif_counts_columns_in_code_points(run: Run) -> None:
    Path("wide.yaml").write_text('title: "🕊 A"\nactors: {🕊: {nme: A}}\n', encoding="utf-8")
    out, _, _ = run("check", "wide.yaml", "--format-diagnostics", "sarif")
    only = json.loads(out)["runs"][0]
    regions = {one["ruleId"]: one["locations"][0]["physicalLocation"]["region"] for one in only["results"]}
    assert regions["unknown-key"] == {"startLine": 2, "startColumn": 14, "endColumn": 17}
    assert only["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize("file", ["reportgen:templates/policy-memo.yaml", "--set status"])
def test_sarif_names_no_file_that_is_not_on_disk(file: str) -> None:
    (result,) = logged(error("x", "m", at(file, 5, 3, path="sections[0]")))["results"]
    assert result["message"]["text"] == f"{file}:5:3: m"
    assert result["locations"] == [{"logicalLocations": [{"fullyQualifiedName": "sections[0]"}]}]
    assert "locations" not in logged(error("x", "m", at(file)))["results"][0]


def test_sarif_has_no_location_for_a_finding_without_a_place() -> None:
    (result,) = logged(error("x", "m"))["results"]
    assert result["message"]["text"] == "m"
    assert "locations" not in result


# -- all of them -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "make"])
def test_an_unknown_form_is_wrong_usage(command: str, run: Run) -> None:
    out, err, code = run(command, "sound.yaml", "--format-diagnostics", "xml")
    assert (out, code) == ("", 2)
    assert "'text', 'json', 'github', 'sarif'" in err


@pytest.mark.parametrize("told_as", ["text", "json", "github"])
def test_nothing_found_is_nothing_told(told_as: str, capsys: pytest.CaptureFixture[str]) -> None:
    report = Report(told_as, sarif_aside=False)
    report.tell([], Workspace())
    report.end()
    assert capsys.readouterr() == ("", "")


def test_a_fault_of_the_installation_shows_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def names(folder: str, plug_ins: tuple[str, ...] = ()) -> None:
        raise refuse("name-claimed-twice", "'docx' is claimed by two", hint="uninstall one of the two plug-ins")

    monkeypatch.setattr(registry, "names", names)
    out, err, code = run("make", "sound.yaml")
    said = (
        "reportgen: error: 'docx' is claimed by two [name-claimed-twice]\n      = uninstall one of the two plug-ins\n"
    )
    assert (out, err, code) == ("", said, 1)
