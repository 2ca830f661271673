"""What CI runs is run here: the scripts of the action, the image and the hooks, and what their files say of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SOUND = "title: {title}\ndate: 2026-01-01\nto: X\nfrom: Y\nconclusion: C\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with two briefs, one with a space in its name, and a `reportgen` and a `python3` to call."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "one.yaml").write_text(SOUND.format(title="One"))
    (tmp_path / "the second.yaml").write_text(SOUND.format(title="Two"))
    (tmp_path / "bin").mkdir()
    command(tmp_path, "reportgen", f'exec "{sys.executable}" -m reportgen "$@"')
    command(tmp_path, "python3", 'printf "%s\\n" "$@"')
    return tmp_path


def command(folder: Path, name: str, line: str) -> None:
    path = folder / "bin" / name
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


def run(folder: Path, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    ways = {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", **variables}
    return subprocess.run(
        ["sh", "-c", script], cwd=folder, env={**os.environ, **ways}, capture_output=True, text=True, check=False
    )


def build(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return run(folder, f'"{ROOT}/ci/build-memos"', **variables)


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text())


def test_memos_are_made_once_and_the_summary_tells_them(folder: Path) -> None:
    summary = folder / "summary.md"
    briefs = "briefs\nthe second.yaml"
    first = build(folder, BRIEFS=briefs, GITHUB_STEP_SUMMARY=str(summary))
    assert first.returncode == 0, first.stderr
    assert "2 memos: 2 made" in first.stdout
    assert sorted(path.name for path in (folder / "output").glob("*.pdf")) == ["one.pdf", "the second.pdf"]
    assert "2 memos: 2 unchanged" in build(folder, BRIEFS=briefs, GITHUB_STEP_SUMMARY=str(summary)).stdout
    assert "2 memos: 2 unchanged\n```\n" in summary.read_text()


def test_findings_are_annotations_told_once_and_faults_fail_the_build(folder: Path) -> None:
    (folder / "briefs" / "two.yaml").write_text("title: Two\ntitel: Two\n")
    done = build(folder)
    assert done.returncode == 1
    assert done.stderr.count("::error file=briefs/two.yaml,line=2,") == 1
    assert "2 memos: 1 failed, 1 made" in done.stdout
    assert (folder / "output" / "one.pdf").exists()


@pytest.mark.parametrize(("strict", "code"), [("false", 0), ("true", 1)])
def test_warnings_fail_the_build_where_it_is_strict(folder: Path, strict: str, code: int) -> None:
    (folder / "briefs" / "one.yaml").write_text("title: One\n")
    done = build(folder, STRICT=strict, FORMATS="docx")
    assert (done.returncode, "::warning file=briefs/one.yaml" in done.stderr) == (code, True)
    assert (folder / "output" / "one.docx").exists() is (code == 0)


def test_a_file_that_cannot_be_written_fails_the_build_as_such(folder: Path) -> None:
    (folder / "output").touch()
    assert build(folder).returncode == 3


def test_no_word_of_the_briefs_is_an_option(folder: Path) -> None:
    done = build(folder, BRIEFS="--output=elsewhere")
    assert done.returncode == 1
    assert not (folder / "elsewhere").exists()


@pytest.mark.parametrize(("extras", "wanted"), [("", f"{ROOT}"), ("xlsx,dask", f"{ROOT}[xlsx,dask]")])
def test_the_checkout_is_installed_with_its_pins(folder: Path, extras: str, wanted: str) -> None:
    done = run(folder, f'"{ROOT}/ci/install"', EXTRAS=extras)
    words = done.stdout.splitlines()
    assert words[:3] == ["-m", "pip", "install"]
    assert words[-3:] == ["--constraint", f"{ROOT}/constraints.txt", wanted]


def test_the_action_gives_its_script_all_that_it_reads(folder: Path) -> None:
    action = read("action.yml")
    steps = {step["name"]: step for step in action["runs"]["steps"] if "run" in step}
    script = (ROOT / "ci" / "build-memos").read_text()
    given = steps["Check the briefs and make their memos"]["env"]
    assert all(f"${{{name}:-" in script for name in given)
    assert {value.split("inputs.")[1].split(" ")[0] for value in given.values()} <= set(action["inputs"])
    for step in steps.values():
        done = run(folder, step["run"], GITHUB_ACTION_PATH=str(ROOT))
        assert done.returncode == 0, done.stderr


def test_the_workflows_run_what_there_is() -> None:
    targets = (ROOT / "Makefile").read_text()
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        for job in yaml.safe_load(path.read_text())["jobs"].values():
            for step in job["steps"]:
                if "run" in step:
                    assert f"\n{step['run'].removeprefix('make ')}:" in targets
                elif step["uses"].startswith("./"):
                    assert set(step.get("with", {})) <= set(read("action.yml")["inputs"])


def test_each_hook_runs_and_fails_on_a_fault(folder: Path) -> None:
    for hook in read(".pre-commit-hooks.yaml"):
        line = " ".join([hook["entry"], *hook["args"]])
        assert run(folder, line).returncode == 0
        (folder / "briefs" / "two.yaml").write_text("titel: Two\ntitle: Two\n")
        assert run(folder, line).returncode == 1
        (folder / "briefs" / "two.yaml").unlink()


def test_the_image_and_gitlab_s_example_call_scripts_that_there_are(folder: Path) -> None:
    image = (ROOT / "Dockerfile").read_text()
    (line,) = (line.removeprefix("RUN ") for line in image.splitlines() if line.startswith("RUN "))
    done = run(folder, line.replace("/opt/reportgen", str(ROOT)).replace("/usr/local", str(folder)))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == f"{ROOT}[xlsx]"
    memos = read("ci/gitlab.yml")["memos"]
    done = run(folder, "\n".join(memos["script"]), **memos["variables"])
    assert done.returncode == 0, done.stderr
    assert "1 memos" not in done.stdout
    assert (folder / "output" / "one.pdf").exists()
