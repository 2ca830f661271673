"""What `reportgen explain` tells is true: each wrong example gives its code, each right one does not."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import BrokenExecutor, Future
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Annotated, Any

import letterhead_papers as papers
import pytest
import yaml
from PIL import Image
from pydantic import Field

import reportgen
from reportgen import registry
from reportgen.batch import Outcome, Task, outcomes
from reportgen.batch.pools import cluster
from reportgen.batch.rows import tasks_of_rows
from reportgen.cli.report import explanations as module
from reportgen.cli.report.explanations import BRIEF, explained, explanations
from reportgen.diagnostics import NOWHERE, Diagnostic, ReportgenError
from reportgen.located import Closed, Number, assign, load, validate
from reportgen.workspace import Workspace

DATA = Path(reportgen.__file__).parent / "data"
BUILT_IN = {"styles": DATA / "styles" / "house.yaml", "languages": DATA / "languages" / "en.yaml"}
"""What an example of a style or language leaves out is as here."""

BESIDE = {
    "templates": {BRIEF: "title: Talks\ntemplate: mine\n"},
    "styles": {
        BRIEF: "title: Talks\ntemplate: mine\n",
        "templates/mine.yaml": "name: mine\nsummary: in a style\nstyle: mine\nsections: [header]\n",
    },
    "languages": {BRIEF: "title: Talks\nlanguage: fr\n"},
}
"""What an example of a template, style or language needs beside it."""

PAPERS: dict[str, Callable[[], bytes]] = {
    "letterhead.doc": lambda: b"of Word 97",
    "letterhead.dotx": lambda: papers.as_template(papers.of_ministry()),
    "letterhead.dotm": lambda: papers.with_macros(papers.of_ministry()),
    "with-address-in-the-text.docx": papers.of_pandoc,
    "with-address-in-the-header.docx": papers.of_ministry,
    "from-a-stranger.docx": lambda: papers.changed(papers.of_ministry(), {}, {"x.xml": "<!DOCTYPE x><x/>"}),
    "ours.docx": papers.of_ministry,
    "marked-nato-restricted.docx": lambda: papers.marked(papers.of_ministry(), "NATO RESTRICTED"),
    "with-logo-in-the-header.docx": papers.of_ministry,
    "of-word-2010.docx": lambda: papers.in_mode(papers.of_ministry(), 14),
    "of-word-2013.docx": lambda: papers.in_mode(papers.of_ministry(), 15),
    "with-two-sections.docx": lambda: papers.with_second_section(papers.of_ministry()),
    "with-a-first-page-of-its-own.docx": papers.of_ministry,
}
"""The letterheads that examples name, each made when one does."""

WHOLE = {"missing-look"}
"""The codes whose examples show a key of a style with all that stands under it."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with the pictures that examples show."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps").mkdir()
    for name in ("map.png", "maps/may.png"):
        Image.new("RGB", (2, 2)).save(tmp_path / name)
    (tmp_path / "map.svg").write_text("<svg/>")
    (tmp_path / "styles").mkdir()
    Image.new("RGB", (2, 2)).save(tmp_path / "styles" / "logo.png")
    return tmp_path


def put(folder: Path, examples: Mapping[str, str], whole: bool = False) -> None:
    """Write the files of an example, with those it needs beside it."""
    needed = {name: text for example in examples for name, text in BESIDE.get(example.split("/")[0], {}).items()}
    for name, text in (needed | dict(examples)).items():
        built_in = BUILT_IN.get(name.split("/")[0])
        if built_in:
            values, shown = yaml.safe_load(built_in.read_text(encoding="utf-8")), yaml.safe_load(text)
            text = yaml.safe_dump(values | shown if whole else merged(values, shown), sort_keys=False)
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        for paper in (paper for paper in PAPERS if f"base_document: {paper}\n" in text):
            (folder / name).with_name(paper).write_bytes(PAPERS[paper]())


def merged(values: Any, shown: Any) -> Any:
    """Return values with those of an example in their place, key by key."""
    if not isinstance(values, dict) or not isinstance(shown, dict):
        return shown
    return values | {key: merged(values.get(key), value) for key, value in shown.items()}


def caught(work: Callable[[], object]) -> list[Diagnostic]:
    """Return the diagnostics that a piece of work raises; none if it goes well."""
    try:
        work()
    except ReportgenError as refused:
        return list(refused.diagnostics)
    return []


def errors(diagnostics: Iterable[Diagnostic]) -> set[str]:
    return {one.code for one in diagnostics if one.severity == "error"}


def codes(diagnostics: Iterable[Diagnostic]) -> set[str]:
    return {one.code for one in diagnostics}


# -- what no text of a brief, template or style can cause alone ------------------------------------------------------


def claim_a_name_twice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    theirs = EntryPoint("open-hole", "our_checks.open_hole", "reportgen.checks")
    monkeypatch.setattr(registry, "offers", lambda group: (theirs,))
    return caught(lambda: registry.names.__wrapped__("checks"))


def install_no_module(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    monkeypatch.setattr(registry, "names", lambda folder, plug_ins: {"our-check": "our_cheks.our_check"})
    return caught(lambda: registry.find("checks", "our-check", NOWHERE))


def forbid_reading(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    return list(reportgen.check(BRIEF))


def save_as_windows_1252(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    Path(BRIEF).write_bytes("title: Entretiens à Genève\n".encode("cp1252"))
    return list(reportgen.check(BRIEF))


class Bounded(Closed):
    columns: Annotated[Number, Field(le=12)]


def exceed_an_option(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    workspace = Workspace(files={"o.yaml": "columns: 400\n"})
    return caught(lambda: validate(load("o.yaml", workspace), Bounded, workspace))


def assign_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    (assignment,) = explanations()["bad-assignment"].wrong[BRIEF].split("--set")[1:]
    return caught(lambda: assign(load(BRIEF, Workspace()), [assignment.strip()]))


def write_into_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    return caught(lambda: reportgen.make(BRIEF, BRIEF))


def ask_for_no_format(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    return caught(lambda: exec(explanations()["unknown-writer"].wrong[BRIEF], {}))


def rows_named(code: str, example: Mapping[str, str]) -> list[Diagnostic]:
    """Return what is found in the names of the rows of an example, which is a command and a data file."""
    words = shlex.split(example[BRIEF])
    workspace = Workspace(files=example)
    pattern = words[words.index("--name") + 1]
    return caught(lambda: tasks_of_rows("talks.csv", pattern, Task("note.yaml", ""), "output", workspace))


def lose_a_worker(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    class Lost:
        def submit(self, work: object, task: Task) -> Future[Outcome]:
            future: Future[Outcome] = Future()
            future.set_exception(BrokenExecutor())
            return future

    (found,) = outcomes([Task(BRIEF, "output/brief")], Lost())
    return list(found.diagnostics)


def ask_for_another_cluster(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    words = shlex.split(explanations()["no-cluster"].wrong[BRIEF])
    return caught(lambda: cluster(words[words.index("--executor") + 1]).__enter__())


OF_ROWS = ("duplicate-name", "unknown-column", "unsafe-name")
"""The codes whose examples are a command and the data file that it names."""

APART: dict[str, Callable[[Path, pytest.MonkeyPatch], list[Diagnostic]]] = {
    "bad-assignment": assign_nothing,
    "broken-plug-in": install_no_module,
    "cannot-write": write_into_a_file,
    "lost-worker": lose_a_worker,
    "name-claimed-twice": claim_a_name_twice,
    "no-cluster": ask_for_another_cluster,
    "not-utf-8": save_as_windows_1252,
    "unknown-writer": ask_for_no_format,
    "unreadable-file": forbid_reading,
    "wrong-value": exceed_an_option,
}


BY_TEXT = sorted(set(explanations()) - set(APART) - set(OF_ROWS))


@pytest.mark.parametrize("code", APART)
def test_a_code_that_needs_more_than_a_text_comes_as_it_is_told(
    code: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, {BRIEF: "title: Talks\n"})
    assert errors(APART[code](folder, monkeypatch)) == {code}


@pytest.mark.parametrize("code", OF_ROWS)
def test_the_names_of_rows_are_as_they_are_told(code: str) -> None:
    assert errors(rows_named(code, explanations()[code].wrong)) == {code}
    assert errors(rows_named(code, explanations()[code].right)) == set()


@pytest.mark.parametrize("code", BY_TEXT)
def test_the_wrong_example_gives_its_code_and_no_other_error(code: str, folder: Path) -> None:
    put(folder, explanations()[code].wrong, whole=code in WHOLE)
    diagnostics = reportgen.check(BRIEF)
    assert code in codes(diagnostics)
    assert errors(diagnostics) <= {code}


@pytest.mark.parametrize("code", BY_TEXT)
def test_the_right_example_does_not_give_its_code_nor_any_error(code: str, folder: Path) -> None:
    put(folder, explanations()[code].right, whole=code in WHOLE)
    diagnostics = reportgen.check(BRIEF)
    assert code not in codes(diagnostics)
    assert errors(diagnostics) == set()


# -- the command -----------------------------------------------------------------------------------------------------


def test_all_codes_are_listed_with_a_line_each(session: Callable[[str], str]) -> None:
    lines = session("reportgen explain").splitlines()
    assert [line.split()[0] for line in lines] == sorted(explanations())
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("code", explanations())
def test_every_explanation_can_be_printed(code: str, session: Callable[[str], str]) -> None:
    said = session(f"reportgen explain {code}")
    assert said.startswith(f"{code}: {explanations()[code].summary}\n\n")
    assert "\n\nWrong" in said
    assert "\n\nRight" in said
    assert "\n```" not in said


@pytest.mark.parametrize(
    ("written", "hint"), [("unknwon-key", "did you mean 'unknown-key'?"), ("x", "lists all codes")]
)
def test_an_unknown_code_is_wrong_usage(written: str, hint: str, session: Callable[[str], str]) -> None:
    said = session(f"reportgen explain {written}")
    assert f"there is no code '{written}'" in said
    assert hint in said
    assert said.endswith("exit code 2\n")


@pytest.fixture
def plug_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install two checks from outside, one of them explained, and one whose module lies in no package."""
    package = tmp_path / "our_checks"
    package.mkdir()
    for name in ("__init__.py", "too_long.py", "too_short.py"):
        (package / name).touch()
    (package / "too-long.md").write_text(
        "# a sentence that is too long\n\nNobody reads it.\n\n## Wrong\n\n```text\na\n```\n"
    )
    points = [
        EntryPoint("too-long", "our_checks.too_long", "reportgen.checks"),
        EntryPoint("too-short", "our_checks.too_short", "reportgen.checks"),
        EntryPoint("alone", "json", "reportgen.checks"),
        EntryPoint("gone", "no_such_module_at_all", "reportgen.checks"),
        EntryPoint("further", "no_such_package.further", "reportgen.checks"),
    ]
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(module, "offers", lambda group: points)
    explanations.cache_clear()
    yield
    explanations.cache_clear()


@pytest.mark.usefixtures("plug_in")
def test_a_plug_in_explains_its_check_in_its_own_package(session: Callable[[str], str]) -> None:
    assert session("reportgen explain too-long") == (
        "too-long: a sentence that is too long\n\nNobody reads it.\n\nWrong:\n\n    a\n"
    )
    assert "there is no code 'too-short'" in session("reportgen explain too-short")


def test_an_explanation_without_parts_is_empty_in_them() -> None:
    assert explained("x", "# what\n") == module.Explanation("x", "what", "", {}, {})
    assert json.dumps(dict(explained("x", "").wrong)) == "{}"
