"""Briefs and files of strangers: they run nothing, read nothing outside their folder, and reach no network."""

from __future__ import annotations

import io
import os
import re
import socket
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree

import reportgen
from reportgen.diagnostics import BriefError

Codes = Callable[..., set[str]]
FORMATS = ("docx", "pdf", "html")

ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ hole.__globals__ }}",
    "{{ range.__init__.__globals__ }}",
    "{{ self.__init__ }}",
    "{{ cycler }}",
    "{{ lipsum }}",
    "{{ joiner }}",
    "{{ namespace }}",
    "{{ ''|attr('__class__') }}",
    "{{ '%s'|format(1) }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '{a.__class__}'.format_map({'a': 1}) }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{{ title.__class__ }}",
    "{{ v.source }}",
    "{{ v.with_text('x') }}",
    "{{ m.with_value }}",
    "{{ m.update({'a': 1}) }}",
    "{% set x = hole.__call__ %}{{ x }}",
    "{% debug %}",
    "{{ [].append(1) }}",
    "{{ v.encode() }}",
]
"""What gets out of sandboxes of this library that are not closed (public collections of such, and our own values)."""


@pytest.fixture
def codes() -> Codes:
    """Return the codes of the faults of `b.yaml` among some files; none where it is built."""

    def found(brief: str, **files: str | bytes) -> set[str]:
        workspace = reportgen.Workspace(files={"b.yaml": brief, **files})
        try:
            memo = reportgen.build("b.yaml", workspace=workspace)
        except BriefError as refused:
            return {one.code for one in refused.diagnostics}
        for format in FORMATS:
            reportgen.write(memo, format)
        return set()

    return found


@pytest.mark.parametrize("escape", ESCAPES)
def test_no_placeholder_gets_out_of_its_sandbox(codes: Codes, escape: str) -> None:
    brief = f"title: T\nvars: {{v: text, m: {{a: b}}}}\nsummary: |\n  {escape}\n"
    assert codes(brief) & {"placeholder-fault", "placeholder-syntax", "undefined-name"}


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.system ['true']",
        "!!python/name:os.system",
        "!!binary aGk=",
        "!mine x",
        "!!python/module:os",
    ],
)
def test_yaml_makes_nothing_but_text_numbers_lists_and_keys(codes: Codes, tag: str) -> None:
    assert codes(f"title: {tag}\n") == {"yaml-tag"}


LEADING_OUT = ("../secret.png", "/etc/hostname", "a/../../secret.png", "link.png")


@pytest.mark.parametrize("name", LEADING_OUT)
@pytest.mark.parametrize(
    "key",
    ["summary: '![x]({})'", "include: [{}]", "tables: [{{title: T, data: {}, columns: [A]}}]"],
    ids=["picture", "include", "data"],
)
def test_no_file_outside_the_folder_is_read(tmp_path: Path, name: str, key: str) -> None:
    folder = tmp_path / "briefs"
    folder.mkdir()
    (tmp_path / "secret.png").write_text("secret: 1", encoding="utf-8")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "b.yaml").write_text(f"title: T\n{key.format(name)}\n", encoding="utf-8")
    with pytest.raises(BriefError) as caught:
        reportgen.build(folder / "b.yaml")
    assert "outside-folder" in {one.code for one in caught.value.diagnostics}


SECRET = "title: T\nsecret: 1\n"
NAMED = {
    "templates/mine.yaml": "template: mine",
    "styles/mine.yaml": "style: mine",
    "languages/xx.yaml": "language: xx",
    "citations/mine.csl": "template: citing",
}
"""What is found by its name alone, and how a brief names it."""


@pytest.mark.parametrize("at", NAMED)
@pytest.mark.parametrize("linked", ["file", "folder"])
def test_nothing_found_by_name_leads_out_of_the_folder(tmp_path: Path, at: str, linked: str) -> None:
    folder, outside = tmp_path / "briefs", tmp_path / "elsewhere"
    (folder / "templates").mkdir(parents=True)
    citing = "name: citing\nextends: policy-memo\ncitations: mine\n"
    (folder / "templates" / "citing.yaml").write_text(citing, encoding="utf-8")
    (folder / "b.yaml").write_text(f"title: T\n{NAMED[at]}\n", encoding="utf-8")
    outside.mkdir()
    (outside / Path(at).name).write_text(SECRET, encoding="utf-8")
    if linked == "folder" and at.startswith("templates"):
        (folder / "templates" / "citing.yaml").unlink()
        (folder / "templates").rmdir()
    link, meant = (folder / at, outside / Path(at).name) if linked == "file" else ((folder / at).parent, outside)
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(meant)
    with pytest.raises(BriefError) as caught:
        reportgen.build(folder / "b.yaml")
    assert [one.code for one in caught.value.diagnostics] == ["outside-folder"]
    assert "secret" not in str(caught.value)


def test_a_style_may_be_a_link_within_the_folder(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "old.yaml").write_text("extends: house\nname: old\n", encoding="utf-8")
    (tmp_path / "styles" / "new.yaml").symlink_to("old.yaml")
    (tmp_path / "b.yaml").write_text("title: T\nstyle: new\n", encoding="utf-8")
    assert reportgen.build(tmp_path / "b.yaml").style.name == "old"


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """Return how a check of all briefs in a folder ends, within half a minute."""
    command = [sys.executable, "-m", "reportgen", "check", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


def test_a_brief_that_is_a_link_out_of_its_folder_is_refused_and_not_shown(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("title: T\npassword: xyzzy\n", encoding="utf-8")
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "b.yaml").symlink_to(tmp_path / "secret.yaml")
    run = checked(tmp_path / "briefs")
    assert run.returncode == 1
    assert "outside-folder" in run.stderr
    assert "xyzzy" not in run.stderr + run.stdout


@pytest.mark.parametrize(
    "key", ["summary: '![x](p.csv)'", "include: [p.csv]", "tables: [{title: T, data: p.csv, columns: [A]}]"]
)
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path, key: str) -> None:
    os.mkfifo(tmp_path / "p.csv")
    (tmp_path / "b.yaml").write_text(f"title: T\n{key}\n", encoding="utf-8")
    with pytest.raises(BriefError) as caught:
        reportgen.build(tmp_path / "b.yaml")
    assert "not-a-file" in {one.code for one in caught.value.diagnostics}


def test_a_pipe_in_the_place_of_a_brief_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "b.yaml")
    run = checked(tmp_path)
    assert run.returncode == 1
    assert "not-a-file" in run.stderr


SCHEMES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "vbscript:x",
    "\\\\\\\\host\\\\x",
]


@pytest.mark.parametrize("address", [*SCHEMES, "java\tscript:alert(1)", "&#106;avascript:alert(1)", "ftp://host/x"])
def test_links_of_other_kinds_are_refused(codes: Codes, address: str) -> None:
    assert codes(f"title: T\nsummary: |\n  See [this](<{address}>).\n") & {
        "bad-link",
        "unknown-reference",
        "wrong-value",
    }


def test_addresses_of_sources_are_of_the_web_alone(codes: Codes) -> None:
    assert codes("title: T\nsources: {a: {title: A, url: 'javascript:alert(1)'}}\n") == {"bad-link"}
    assert codes("title: T\nsources: {a: {title: A, url: 'https://a.example'}}\n") == set()


def targets(data: bytes, format: str) -> set[str]:
    """Return the addresses that a file leads to."""
    if format == "html":
        return set(re.findall(r'(?:href|src)="([^"#][^"]*)"', data.decode()))
    if format == "pdf":
        with pikepdf.open(io.BytesIO(data)) as file:
            notes = [note for page in file.pages for note in page.get("/Annots", ())]
            return {str(note.A.URI) for note in notes if "/A" in note}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        trees = [etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".rels")]
    return {one.get("Target") for tree in trees for one in tree if one.get("TargetMode") == "External"}


@pytest.mark.parametrize("format", FORMATS)
def test_files_lead_where_the_author_wrote_and_nowhere_else(format: str) -> None:
    brief = "title: T\nsummary: '[A](https://a.example/x), [B](mailto:b@example.org), [C](tel:+15550100).'\n"
    memo = reportgen.build("b.yaml", workspace=reportgen.Workspace(files={"b.yaml": brief}))
    found = targets(reportgen.write(memo, format).data, format)
    assert found == {"https://a.example/x", "mailto:b@example.org", "tel:+15550100"}


MARKUP = (
    "<para><font color='red'>x</font></para> <img src='file:///etc/passwd'/> <a href='javascript:x'>y</a> &xxe; "
    "<script>z</script>"
)


@pytest.mark.parametrize("format", FORMATS)
def test_markup_of_others_is_printed_as_text(format: str) -> None:
    brief = f"title: T\nsummary: |\n  `{MARKUP}`\n"
    memo = reportgen.build("b.yaml", workspace=reportgen.Workspace(files={"b.yaml": brief}))
    data = reportgen.write(memo, format).data
    assert not targets(data, format)
    if format == "html":
        assert b"<script>z" not in data
        assert b"&lt;script&gt;z" in data


FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://x")', "\t=1")


def test_no_cell_of_a_chart_s_workbook_is_a_formula() -> None:
    rows = "\n".join(f'"{name.replace(chr(34), chr(34) * 2).strip()}",{at + 1}' for at, name in enumerate(FORMULAS))
    columns = "columns: [{key: k, title: K}, {key: n, title: N}]"
    charts = f"charts: [{{title: C, kind: bar, data: r.csv, x: k, {columns}, series: n, alt: x}}]"
    files = {"b.yaml": f"title: T\n{charts}\n", "r.csv": f"k,n\n{rows}\n"}
    memo = reportgen.build("b.yaml", workspace=reportgen.Workspace(files=files))
    with zipfile.ZipFile(io.BytesIO(reportgen.write(memo, "docx").data)) as package:
        books = [package.read(name) for name in package.namelist() if name.endswith(".xlsx")]
    assert books
    for book in books:
        with zipfile.ZipFile(io.BytesIO(book)) as workbook:
            sheets = [workbook.read(name).decode() for name in workbook.namelist() if "worksheets/" in name]
        assert not any(re.search(r"<f[ >]", sheet) for sheet in sheets)


@pytest.mark.parametrize(
    "evil", ['<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<!DOCTYPE style SYSTEM "http://x/x.dtd">']
)
def test_a_citation_style_brings_no_entities(codes: Codes, evil: str) -> None:
    template = "extends: policy-memo\nname: mine\ncitations: mine\n"
    csl = f'<?xml version="1.0"?>{evil}<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">&x;</style>'
    files: dict[str, Any] = {"templates/mine.yaml": template, "citations/mine.csl": csl}
    brief = "title: T\ntemplate: mine\nsummary: 'S [@a].'\nsources: {a: {title: A}}\n"
    assert codes(brief, **files) == {"bad-citation-style"}


def test_nothing_reaches_the_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*words: object, **more: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    brief = Path(__file__).parents[2] / "briefs" / "ending-sanctions.yaml"
    assert len(reportgen.make(brief, tmp_path, FORMATS).files) == 3


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("title: T\n", encoding="utf-8")
    command = f"{sys.executable} -m reportgen explain unknown-key | true; echo ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert run.stdout.strip() in ("0", "141")
    assert "Traceback" not in run.stderr
