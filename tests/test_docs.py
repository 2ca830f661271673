"""What the README and the docs show is what happens: commands print it, briefs are valid, Python runs, pages are new.

A page is gone through from its top, in a folder of its own. A fence with a title is a file and is written; commands are
run, and what they print is compared with what stands below them, where something does (`…` stands for anything); a
piece of YAML is held against its model. What can't be run says why, in a comment above it: `<!-- not run: REASON -->`.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from runpy import run_path

import pytest
import yaml
from letterhead_papers import as_template, of_ministry

import reportgen
from reportgen.schemas import KINDS
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
WRITE_DOCS = run_path(str(ROOT / "scripts" / "write_docs.py"))
GENERATED = {DOCS / name for name in WRITE_DOCS["PAGES"]}
WRITTEN = sorted({ROOT / "README.md", *DOCS.rglob("*.md")} - GENERATED)
"""The pages that people write."""

FENCE = re.compile(
    r"^(?:<!-- (?P<mark>.+) -->\n)?(?P<bars>`{3,})(?P<kind>[\w{}-]*)(?: title=\"(?P<title>[^\"]+)\")?\n"
    r"(?P<text>(?s:.*?))^(?P=bars)$",
    re.MULTILINE,
)
NO_COMMANDS = {"text", "csv", "{toctree}"}
"""Kinds of fences that are only shown."""

PARTS = {
    "part of a template": ("templates/part.yaml", "name: part\nsummary: a part\n", "sections: [summary]\n"),
    "part of a style": ("styles/part.yaml", "name: part\nsummary: a part\nextends: house\n", ""),
}
"""Marks of pieces of YAML that are no briefs: the file that they are taken for, and what it needs besides."""

UNTOLD = {"undefined-source", "unknown-reference", "missing-file", "unknown-template", "unknown-style", "unknown-id"}
"""What is found in a piece of a brief because the rest is not there."""

NOT_OURS = ("make", "pip")
"""Programs whose commands CI runs by itself: they set up environments."""

LASTING = ("watch", "preview")
"""Commands that go on until they are interrupted."""


@dataclass(frozen=True)
class Fence:
    """A block of a page: where it begins, what is said of it, and its text."""

    line: int
    mark: str
    kind: str
    title: str
    text: str


def fences(page: Path) -> Iterator[Fence]:
    """Return the fenced blocks of a page in their order."""
    text = page.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        line = text.count("\n", 0, found.start("bars")) + 1
        yield Fence(line, found["mark"] or "", found["kind"], found["title"] or "", found["text"])


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_happens(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, session: Callable[[str], str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(reportgen.__file__).parents[1]))
    monkeypatch.setenv("HOME", str(tmp_path))
    BEFORE.get(page.name, lambda folder: None)(tmp_path)
    for fence in fences(page):
        try:
            follow(fence, session, monkeypatch)
        except Exception as wrong:
            raise AssertionError(f"{page.relative_to(ROOT)}:{fence.line}: {wrong}") from wrong


def checkout(folder: Path) -> None:
    """Put into a folder what the README speaks of."""
    for name in ("briefs", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "talks.yaml").write_text("title: Talks\ndate: 2026-11-22\nrecomendations:\n  actions: [Act.]\n")


def letterhead(folder: Path) -> None:
    """Put into a folder what the page on letterheads speaks of: a ministry's letterhead, and a brief."""
    (folder / "briefs").mkdir()
    (folder / "briefs" / "talks.yaml").write_text(
        "title: Talks\ndate: 2026-11-22\nfrom: A\nto: B\nsummary: They met.\n"
    )
    (folder / "letterhead.dotx").write_bytes(as_template(of_ministry()))


BEFORE: dict[str, Callable[[Path], None]] = {"README.md": checkout, "letterhead.md": letterhead}
"""What is there before the first command of a page."""


def follow(fence: Fence, session: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what a block says."""
    if fence.title:
        path = Path(fence.title)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(fence.text, encoding="utf-8")
    if fence.kind in ("yaml", "json", "toml"):
        {"yaml": yaml.safe_load, "json": json.loads, "toml": tomllib.loads}[fence.kind](fence.text)
    if fence.mark.startswith("not run: ") or fence.kind in NO_COMMANDS:
        return
    if fence.kind == "yaml" and not fence.title:
        hold(fence)
    elif fence.kind in ("console", "sh"):
        for command, printed in commands(fence):
            compare(command, run(command, session, monkeypatch), printed)
    elif fence.kind == "python" and not fence.title:
        exec(compile(fence.text, f"line {fence.line}", "exec"), {})
    elif not fence.title and fence.kind not in ("toml", "json"):
        raise AssertionError(f"it is not known what to do with a block of '{fence.kind}'")


def hold(fence: Fence) -> None:
    """Hold a piece of YAML against the model of the file that it is a part of: a brief, if nothing is said."""
    if fence.mark:
        path, before, after = PARTS[fence.mark]
        keys = yaml.safe_load(fence.text)
        needed = [line for line in (before + after).splitlines(True) if line.partition(":")[0] not in keys]
        kind = path.partition("/")[0].removesuffix("s")
        files = {path: "".join(needed) + fence.text, "brief.yaml": f"title: T\n{kind}: part\n"}
    else:
        title = "" if "title" in yaml.safe_load(fence.text) else "title: T\n"
        files = {"brief.yaml": title + fence.text}
    found = reportgen.check("brief.yaml", workspace=Workspace(files=files))
    wrong = [str(one) for one in found if one.severity == "error" and one.code not in UNTOLD]
    assert not wrong, "\n".join(wrong)


def commands(fence: Fence) -> Iterator[tuple[str, str | None]]:
    """Return each command of a block, and what is shown below it; None where nothing is."""
    if fence.kind == "sh":
        yield from ((line, None) for line in fence.text.splitlines() if line and not line.startswith("#"))
        return
    assert fence.text.startswith("$ "), "a console block begins with a command"
    for part in re.split(r"^\$ ", fence.text, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        yield command, printed.rstrip("\n") + "\n" if printed.strip() else None


def run(command: str, session: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what a command prints: in this process where that is all the same."""
    words = shlex.split(command, comments=True)
    if words[0] in NOT_OURS:
        return ""
    if words[0] == "cd":
        monkeypatch.chdir(Path(words[1]).expanduser())
        return ""
    if words[0] == "reportgen" and words[1] in LASTING:
        return interrupted(words)
    if words[0] == "reportgen" and not set(command) & set("|&;<>$") and not Path("reportgen.toml").exists():
        return session(shlex.join(words))
    folder = Path(sys.executable).parent
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        env={**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
        check=False,
    )
    text = re.sub(r" +\d+ ms$", " … ms", done.stdout, flags=re.MULTILINE)
    return text + (f"exit code {done.returncode}\n" if done.returncode else "")


def interrupted(words: list[str]) -> str:
    """Return the first line of a command that lasts, which is then interrupted."""
    command = [sys.executable, "-m", "reportgen", *words[1:]]
    lasting = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "BROWSER": "true"})
    assert lasting.stdout
    line = lasting.stdout.readline()
    lasting.send_signal(signal.SIGINT)
    lasting.communicate(timeout=60)
    return re.sub(r" +\d+ ms$", " … ms", line, flags=re.MULTILINE)


def compare(command: str, said: str, printed: str | None) -> None:
    """Compare what a command has printed with what is shown; a command without a word below it must only succeed."""
    if printed is None:
        assert not re.search(r"^exit code \d+$", said, re.MULTILINE), f"$ {command}\n{said}"
        return
    lines = printed.splitlines(True)
    if command.split()[1] in LASTING:
        lines = lines[:1]
    pattern = "".join(r"(?:.*\n)*?" if line == "…\n" else re.escape(line).replace("…", ".*?") for line in lines)
    assert re.fullmatch(pattern, said.rstrip("\n") + "\n"), f"$ {command}\nshown:\n{printed}\nprinted:\n{said}"


def test_the_package_that_is_shown_adds_what_it_says(tmp_path: Path) -> None:
    """Install the package of the page on plug-ins as pip does: its files, and its entry points beside them."""
    shown = {Path(fence.title).name: fence.text for fence in fences(DOCS / "plug-ins.md") if fence.title}
    groups = tomllib.loads(shown["pyproject.toml"])["project"]["entry-points"]
    points = "".join(
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in named.items())
        for group, named in groups.items()
    )
    files = {
        "acme_memos/__init__.py": "",
        **{f"acme_memos/{name}": shown[name] for name in ("motto.py", "no_motto.py", "plain.py", "motto-note.yaml")},
        "acme_memos-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: acme-memos\nVersion: 1.0\n",
        "acme_memos-1.0.dist-info/entry_points.txt": points,
        "note.yaml": shown["note.yaml"],
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = os.pathsep.join((str(tmp_path), str(Path(reportgen.__file__).parents[1])))
    command = [sys.executable, "-m", "reportgen", "make", "note.yaml", "--format", "docx,plain"]
    made = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True, check=False
    )
    assert (made.returncode, made.stderr) == (0, "")
    assert (tmp_path / "output" / "note.plain").read_text().splitlines()[-2:] == ["Motto", "More light."]


def test_no_block_stands_in_a_list_where_it_would_not_be_run() -> None:
    for page in WRITTEN:
        assert not re.findall(r"^[ >]+`{3,}", page.read_text(encoding="utf-8"), re.MULTILINE), page.name


def test_what_is_not_run_says_why() -> None:
    marks = [fence.mark for page in WRITTEN for fence in fences(page) if fence.mark]
    for mark in marks:
        assert mark in PARTS or re.fullmatch(r"not run: .{8,}", mark), mark
    assert len([mark for mark in marks if mark.startswith("not run: ")]) <= 15


@pytest.mark.parametrize("path", sorted(GENERATED), ids=lambda path: path.stem)
def test_a_page_that_is_made_of_the_program_is_as_the_script_writes_it(path: Path) -> None:
    made = WRITE_DOCS["PAGES"][path.relative_to(DOCS).as_posix()]()
    assert path.read_text(encoding="utf-8") == made, "run `python scripts/write_docs.py`"


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_told_of(kind: str) -> None:
    from pages.keys import Keys

    keys = Keys(reportgen.schema(kind))
    models = {kind: keys.schema, **{name: keys.definitions[name] for name in keys.models(keys.schema["properties"])}}
    edits = () if kind != "template" else ("builder", "change", "remove", "replace", "before", "after", "pages")
    untold = {name: found for name, model in models.items() if (found := keys.untold(model, edits))}
    assert untold == {}


def test_all_pages_are_in_the_navigation() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    trees = re.findall(r"^```\{toctree\}\n(.*?)^```", index, re.MULTILINE | re.DOTALL)
    listed = {line for tree in trees for line in tree.splitlines() if line and not line.startswith(":")}
    pages = {page.relative_to(DOCS).with_suffix("").as_posix() for page in DOCS.rglob("*.md")} - {"index"}
    assert listed - pages == set(), "take them out of a toctree of docs/index.md"
    assert pages - listed == set(), "put them into a toctree of docs/index.md, such as 'How it is made'"


def test_every_link_into_the_repository_leads_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")):
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", FENCE.sub("", page.read_text(encoding="utf-8"))):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.skipif(not shutil.which("sphinx-build", path=str(Path(sys.executable).parent)), reason="no Sphinx")
def test_the_site_is_built_without_a_warning_and_fetches_nothing(tmp_path: Path) -> None:
    for site in ("one", "two"):
        build(tmp_path / site)
    pages = {path.relative_to(tmp_path / "one"): path.read_bytes() for path in (tmp_path / "one").rglob("*.*")}
    again = {path.relative_to(tmp_path / "two"): path.read_bytes() for path in (tmp_path / "two").rglob("*.*")}
    assert pages == again
    for path, page in pages.items():
        if path.suffix == ".html":
            fetched = re.findall(rb"<(?:script|link|img|iframe)[^>]+(?:src|href)=\"(?:https?:)?//[^\"]*", page)
            assert fetched == [], path


def build(site: Path) -> None:
    """Build the site into a folder, as `make docs` does."""
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-d",
        f"{site}.doctrees",
        str(DOCS),
        str(site),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
