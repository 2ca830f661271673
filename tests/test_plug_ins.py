"""What others add: a package's section builder, check, writer, template and style, and a project's own files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reportgen
from reportgen.workspace import Workspace

BUILDER = """
from reportgen.document import Paragraph, Text
from reportgen.sections import HeadedOptions, section

class Options(HeadedOptions):
    motto: str = "none"

def build(brief, options, words):
    text = Text(text=f"Motto: {options.motto}", source=brief.source)
    paragraph = Paragraph(inlines=(text,), source=brief.source)
    yield from section(None, options, "Motto", (paragraph,), brief.source)
"""
CHECK = """
from reportgen.checks import CheckOptions, Finding

class Options(CheckOptions):
    pass

def check(review, options):
    yield Finding("acme reads everything", review.brief.title.source, "smile")
"""
WRITER = """
from reportgen.document.walk import lines_of
from reportgen.writers import Written

def write(document, style):
    return Written("\\n".join(lines_of(document)).encode())
"""
TEMPLATE = "name: {0}\nsummary: a note\nstyle: {1}\nsections: [header, {{builder: {2}, motto: more light}}]\n"
HOUSE = (Path(reportgen.__file__).parent / "data" / "styles" / "house.yaml").read_text(encoding="utf-8")
BRIEF = "title: Talks\ntemplate: {}\ndate: 2026-01-01\nto: A\nfrom: B\n"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Install a package as pip does: its modules and files, and its entry points beside them."""
    files = {
        "acme/__init__.py": "",
        "acme/motto.py": BUILDER,
        "acme/smile.py": CHECK,
        "acme/text.py": WRITER,
        "acme/acme-note.yaml": TEMPLATE.format("acme-note", "acme-style", "acme-motto"),
        "acme/acme-style.yaml": HOUSE.replace("name: house", "name: acme-style"),
        "acme-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n",
        "acme-1.0.dist-info/entry_points.txt": "[reportgen.sections]\nacme-motto = acme.motto\n"
        "[reportgen.checks]\nacme-smile = acme.smile\n[reportgen.writers]\nacme-text = acme.text\n"
        "[reportgen.templates]\nacme-note = acme\n[reportgen.styles]\nacme-style = acme\n",
    }
    for name, text in files.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, encoding="utf-8")
    return tmp_path / "site"


def run(folder: Path, package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    source = str(Path(reportgen.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(package), source))}
    command = [sys.executable, "-m", "reportgen", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_package_adds_by_entry_points(package: Path, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(BRIEF.format("acme-note"), encoding="utf-8")
    made = run(tmp_path, package, "make", "b.yaml", "-f", "docx,pdf,acme-text", "-o", "out")
    assert "acme reads everything [acme-smile]" in made.stderr
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "out" / "b.acme-text").read_text().splitlines()[-2:] == ["Motto", "Motto: more light"]
    assert (tmp_path / "out" / "b.pdf").read_bytes().startswith(b"%PDF")


def test_faults_in_a_package_are_told_in_its_file(package: Path, tmp_path: Path) -> None:
    (package / "acme" / "acme-note.yaml").write_text("name: x\nsumary: y\nsections: [header]\n")
    (tmp_path / "b.yaml").write_text(BRIEF.format("acme-note"), encoding="utf-8")
    told = run(tmp_path, package, "check", "b.yaml")
    assert "acme-note.yaml:2:1: error: unknown key 'sumary' [unknown-key]" in told.stderr
    assert "\n    2 | sumary: y\n" in told.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder whose settings name a folder of plug-ins of its own."""
    files = {
        "reportgen.toml": 'plug_ins = "house"\n[checks]\nsmile = "info"\n',
        "house/sections/our_motto.py": BUILDER,
        "house/checks/smile.py": CHECK,
        "house/templates/note.yaml": TEMPLATE.format("note", "house", "our-motto"),
        "briefs/b.yaml": BRIEF.format("note"),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_project_adds_by_files_in_a_folder_that_its_settings_name(project: Path) -> None:
    memo = reportgen.build("briefs/b.yaml", workspace=Workspace(project))
    assert [(one.code, one.severity) for one in memo.diagnostics] == [("smile", "info")]
    assert "Motto: more light" in str(memo.document)


def test_without_the_settings_nothing_of_it_is_found(project: Path) -> None:
    (project / "reportgen.toml").unlink()
    (finding,) = reportgen.check("briefs/b.yaml", workspace=Workspace(project))
    assert finding.code == "unknown-template"


def test_a_name_that_is_ours_can_not_be_taken(project: Path) -> None:
    (project / "house" / "checks" / "open_hole.py").write_text(CHECK)
    (finding,) = reportgen.check("briefs/b.yaml", workspace=Workspace(project))
    assert finding.code == "name-claimed-twice"


def test_a_file_that_can_not_be_run_is_told(project: Path) -> None:
    (project / "house" / "sections" / "our_motto.py").write_text("import nowhere_at_all\n")
    (finding,) = reportgen.check("briefs/b.yaml", workspace=Workspace(project))
    assert (finding.code, finding.source.file) == ("broken-plug-in", "house/templates/note.yaml")


def test_a_folder_that_is_not_there_is_told_with_what_it_leaves_unknown(project: Path) -> None:
    (project / "reportgen.toml").write_text('plug_ins = ["hous"]\n')
    found = reportgen.check("briefs/b.yaml", workspace=Workspace(project))
    assert [(one.code, one.source.file, one.source.line) for one in found] == [
        ("unknown-template", "briefs/b.yaml", 2),
        ("missing-file", "reportgen.toml", 1),
    ]
