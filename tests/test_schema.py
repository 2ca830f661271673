"""The JSON Schemas of the YAML files: what reportgen takes they take, and what they know to be wrong they refuse."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from test_broken_briefs import CASES

import reportgen
from reportgen import located, schemas
from reportgen.cli.report.explanations import explanations
from reportgen.diagnostics import BriefError
from reportgen.located import Closed, Scalar
from reportgen.schemas import KINDS, attribute_docs
from reportgen.workspace import BUILT_IN, Workspace

ROOT = Path(__file__).parents[1]
TESTS = Path(__file__).parent
FENCE = re.compile(r"^```yaml(?: (?P<name>.*))?\n(?P<text>(?s:.*?))^```$", re.M)
CHECKERS = {kind: Draft7Validator(reportgen.schema(kind)) for kind in KINDS}
KNOWABLE = {"unknown-key", "unknown-value", "wrong-type", "missing-key"}
"""What a schema can know to be wrong, where reportgen finds it in a single value or among the keys of one mapping."""


def plain(value: Any) -> Any:
    """Return located values as YAML 1.2's core schema, by which editors read, has them."""
    if isinstance(value, Scalar):
        return float(value) if value.kind == "number" else str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def faults(kind: str, text: str) -> list[str]:
    """Return what the schema of a kind of file finds in a text."""
    read = plain(located.load("file.yaml", Workspace(files={"file.yaml": text})))
    return [f"{fault.json_path}: {fault.message[:200]}" for fault in CHECKERS[kind].iter_errors(read)]


def has_errors(files: Mapping[str, str]) -> bool:
    found = reportgen.check("brief.yaml", workspace=Workspace(files=files))
    return any(one.severity == "error" for one in found)


def briefs() -> Iterator[tuple[str, dict[str, str]]]:
    """Return the briefs of this repository, each with the files beside it."""
    for path in sorted([*ROOT.glob("briefs/*.yaml"), *TESTS.glob("**/*.yaml"), *TESTS.glob("**/*.yml")]):
        if "template" not in str(path) and "style" not in str(path):
            yield str(path.relative_to(ROOT)), {"brief.yaml": path.read_text(encoding="utf-8")}
    for path in sorted(TESTS.glob("commands/*.md")):
        for fence in FENCE.finditer(path.read_text(encoding="utf-8")):
            yield f"{path.name}: {fence['name']}", {"brief.yaml": fence["text"]}
    for code, told in explanations().items():
        yield f"explain {code}: wrong", dict(told.wrong)
        yield f"explain {code}: right", dict(told.right)
    for case in CASES:
        yield f"broken: {case.name}", case.files


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: str) -> None:
    made = reportgen.schema(kind)
    Draft7Validator.check_schema(made)
    assert made["$schema"] == schemas.DRAFT
    for reference in re.findall(r'"\$ref": "#/definitions/([^"/]+)', json.dumps(made)):
        assert reference in made["definitions"]
    for pattern in re.findall(r'"pattern": "([^"]*)"', json.dumps(made)):
        assert "?P<" not in pattern, "no pattern of ECMA-262"


def test_the_same_bytes_come_out_each_time() -> None:
    code = "import json, reportgen; print(json.dumps([reportgen.schema(kind) for kind in ('brief', 'template')]))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_every_brief_that_reportgen_takes_is_taken() -> None:
    refused = {}
    taken = 0
    for name, files in briefs():
        if "brief.yaml" in files and not has_errors(files):
            taken += 1
            if found := faults("brief", files["brief.yaml"]):
                refused[name] = found
    assert refused == {}
    assert taken >= 60


@pytest.mark.parametrize("text", [
    "title: 12",
    "{title: T, subject: null, from: null, actors: null, issues: null}",
    "{title: T, from: A, to: [A, {name: B, office: O}], cc: {name: C}}",
    "{title: '{{ t }}', vars: {t: T, more: [1, {x: true}]}, from: A, to: B}",
    "{title: T, status: \"{{ 'draft' }}\", date: \"{{ '2026-01-01' }}\"}",
    "{title: T, actors: {x: X, y: {name: Y, roles: party}, z: {name: Z, roles: [party, donor], aliases: 3}}}",
    "{title: T, talks: {track: 1.5, start: 2014, end: 2025-XX, gaps: One}}",
    "{title: T, talks: {track: '2', start: 2014~, end: ../2020}}",
    "{title: T, recommendations: {actions: [A, {text: B, due: 2026-12}, {text: C, due: {date: 2026}}]}}",
    "{title: T, timeline: [{id: e, event: E}, {event: F, relative: {anchor: e, offset: P14D, bound: after}}]}",
    "{title: T, timeline: {intro: I, events: [{event: E}]}}",
    "{title: T, risks: [R, {text: S, likelihood: low}]}",
    "{title: T, implementation: [{text: C, status: 2}, {text: D, status: full}]}",
    "{title: T, scenarios: [{title: S, likelihood: likely}, {title: U, likelihood: {percent: 40}}]}",
    "{title: T, scenarios: {exclusive: false, cases: [{title: V, likelihood: {percent: [40, 50]}}]}}",
    "{title: T, scenarios: [{title: S, confidence: high}, {title: S, confidence: {level: low, basis: B}}]}",
    "{title: T, sections: [{title: S, sections: [{title: U, text: V}]}]}",
    "{title: T, tables: [{columns: [A, {title: B, unit: C}], rows: [[1, x], [null, '']]}]}",
    "{title: T, tables: [{rows: [{a: 1, b: x}, {a: 2}]}]}",
    "{title: T, markings: {tlp: AMBER+STRICT, caveats: NOFORN, embargo: 2026-11-24 00:01 UTC, copy_number: 3}}",
    "{title: T, version: 2, reference: 2026/7, clearances: [Legal, {office: X, result: concur}]}",
    "{title: T, extra: {any: [1, {thing: null}]}, glossary: {EU: European Union}}",
])  # fmt: skip
def test_what_may_be_written_in_several_ways_is_taken_in_all(text: str) -> None:
    assert not has_errors({"brief.yaml": text})
    assert faults("brief", text) == []


PARTS = {
    "title.yaml": "Talks", "head.yaml": "title: T\nfrom: A\n", "true.yaml": "true", "x.yaml": "x: X", "y.yaml": "y: Y",
    "issue.yaml": "{id: i, title: I}", "issues.yaml": "[{id: j, title: J}, {id: k, title: K}]", "ids.yaml": "[x, y]",
}  # fmt: skip


@pytest.mark.parametrize("text", [
    "title: {include: title.yaml}",
    "include: head.yaml",
    "{include: [head.yaml], to: B}",
    "{title: T, issues: {include: issues.yaml}}",
    "{title: T, issues: [{include: issue.yaml}, {include: issues.yaml}, {id: l, title: L}]}",
    "{title: T, issues: [{include: issue.yaml, on_agenda: {include: true.yaml}}]}",
    "{title: T, actors: {include: [x.yaml, y.yaml], z: Z}, talks: {parties: {include: ids.yaml}}}",
    "{title: T, actors: {include: x.yaml, y: {name: {include: title.yaml}}}, extra: {a: {include: ids.yaml}}}",
])  # fmt: skip
def test_what_other_files_hold_may_stand_anywhere(text: str) -> None:
    assert not has_errors({"brief.yaml": text, **PARTS})
    assert faults("brief", text) == []


BEYOND = (".rows", ".word", ".likelihood", ".level")
"""Keys whose values hang on other keys, which a schema does not follow."""


def is_knowable(files: Mapping[str, str]) -> bool:
    """Return whether there is something in the brief itself that a schema can know to be wrong."""
    found = [one for one in reportgen.check("brief.yaml", workspace=Workspace(files=files)) if one.code in KNOWABLE]
    return any(one.source.file == "brief.yaml" and not any(key in one.source.path for key in BEYOND) for one in found)


def test_every_broken_brief_of_a_kind_that_a_schema_can_know_is_refused() -> None:
    refused = 0
    for name, files in briefs():
        if "brief.yaml" in files and is_knowable(files):
            assert faults("brief", files["brief.yaml"]), name
            refused += 1
    assert refused >= 30


@pytest.mark.parametrize(
    ("kind", "folder"), [("template", "templates"), ("style", "styles"), ("language", "languages")]
)
def test_the_files_that_come_with_reportgen_are_taken(kind: str, folder: str) -> None:
    ours = Workspace()
    texts = [ours.read_text(f"{BUILT_IN}{folder}/{name}.yaml") for name in ours.names(BUILT_IN + folder, ".yaml")]
    texts += [path.read_text(encoding="utf-8") for path in ROOT.glob(f"{folder}/*.yaml")]
    assert texts
    assert [faults(kind, text) for text in texts] == [[]] * len(texts)


TEMPLATE = "name: n\nsummary: s\n"


@pytest.mark.parametrize(("text", "place"), [
    ("sections: [summary, {builder: header, kicker: {en: Note, uk: Довідка}, fields: {en: [to], uk: [from]}}]", ""),
    ("sections: [{builder: issues, lead_in: 'On {{ title }}.', run_in_titles: true}]\nchecks: {open-hole: info}", ""),
    ("sections: [{builder: issues, run_in: true}]", "$.sections"),
    ("sections: [{builder: header, fields: [too]}]", "$.sections"),
    ("sections: [sumary]", "$.sections"),
    ("sections: [{heading: H}]", "$.sections"),
    ("sections: [summary]\nchecks: {open-hole: loud}", "$.checks"),
    ("sections: [summary]\nchecks: {open-holes: info}", "$.checks"),
])  # fmt: skip
def test_a_template_knows_the_options_of_builders_and_checks(text: str, place: str) -> None:
    found = faults("template", TEMPLATE + text)
    assert all(fault.startswith(place) for fault in found) if place else not found
    assert bool(found) == bool(place)


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_below_a_field_or_class_is_told(kind: str) -> None:
    made = reportgen.schema(kind)
    assert made["description"]
    for name, definition in made["definitions"].items():
        if name not in ("Text", "include", "placeholder"):
            assert definition["description"], name


def test_a_description_is_that_of_the_field_its_own_or_that_it_inherits() -> None:
    class Parent(Closed):
        """A parent."""

        first: str = ""
        """What the first
        is."""

    class Child(Parent):
        """A child."""

        second: str = ""
        third: str = ""
        """The third."""

    assert attribute_docs(Child) == {"first": "What the first is.", "third": "The third."}
    assert reportgen.schema()["properties"]["as_of"]["description"].startswith("The day")


def test_words_that_yaml_reads_as_numbers_may_be_written_as_such() -> None:
    talks = reportgen.schema()["definitions"]["Talks"]
    assert talks["properties"]["track"]["anyOf"][0] == {"enum": ["1", "1.5", "2", 1, 1.5, 2]}


def test_no_such_kind() -> None:
    with pytest.raises(ValueError, match="there is no kind of file 'letter'; known: brief, template"):
        reportgen.schema("letter")


def test_a_type_of_which_it_is_not_known_how_it_is_written_is_no_silent_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    class Odd(Closed):
        """A model."""

        when: complex

    monkeypatch.setattr(schemas, "KINDS", {"odd": schemas.Kind(Odd)})
    with pytest.raises(TypeError, match="complex"):
        reportgen.schema("odd")


def test_a_memo_is_made_without_schemas() -> None:
    code = "import sys, reportgen; from reportgen.cli import make, check, show; "
    code += "reportgen.check('b.yaml', workspace=reportgen.Workspace(files={'b.yaml': 'title: A'})); "
    code += "print('reportgen.schemas' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


def test_a_brief_with_faults_is_none_to_compare() -> None:
    with pytest.raises(BriefError):
        faults("brief", "title: [")


def test_a_new_brief_names_the_schema_that_lies_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, session: Callable[[str], str]
) -> None:
    monkeypatch.chdir(tmp_path)
    session("reportgen new Without")
    printed = session("reportgen schema")
    session("reportgen schema -o brief.schema.json")
    session("reportgen new With")
    assert Path("brief.schema.json").read_text(encoding="utf-8") == printed
    assert json.loads(printed) == reportgen.schema()
    first, *others = Path("with.yaml").read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=brief.schema.json"
    assert [line.replace("ithout", "ith") for line in Path("without.yaml").read_text("utf-8").splitlines()] == others
    assert faults("brief", Path("with.yaml").read_text(encoding="utf-8")) == []
