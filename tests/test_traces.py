"""What was seen on the disk, and whether it is still so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.traces import Traces, look, path_of
from reportgen.workspace import Workspace


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "house.yaml").write_text("a: b")
    (tmp_path / "brief.yaml").write_text("title: A")
    return tmp_path


def test_a_workspace_keeps_what_was_read_and_what_was_not_there(root: Path) -> None:
    workspace = Workspace(root)
    workspace.read_text("brief.yaml")
    assert workspace.exists("styles/house.yaml")
    assert not workspace.exists("reportgen.toml")
    assert workspace.names("styles", ".yaml") == ("house",)
    assert not workspace.is_folder("ours")
    kinds = {key.partition(" ")[0]: found for key, found in workspace.seen.items() if key != "exists reportgen.toml"}
    assert set(kinds) == {"read", "exists", "names", "folder"}
    assert workspace.seen["exists reportgen.toml"] == workspace.seen["folder ours"] == ""
    assert Traces(root).agree(workspace.seen)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "brief.yaml").write_text("title: B"),
        lambda root: (root / "brief.yaml").unlink(),
        lambda root: (root / "reportgen.toml").touch(),
        lambda root: (root / "styles" / "house.yaml").unlink(),
        lambda root: (root / "styles" / "other.yaml").touch(),
        lambda root: (root / "ours").mkdir(),
    ],
)
def test_any_change_of_it_is_seen(root: Path, change: Callable[[Path], object]) -> None:
    workspace = Workspace(root)
    workspace.read_text("brief.yaml")
    workspace.exists("reportgen.toml")
    workspace.exists("styles/house.yaml")
    workspace.names("styles", ".yaml")
    workspace.is_folder("ours")
    change(root)
    assert not Traces(root).agree(workspace.seen)


def test_a_file_that_could_not_be_read_is_seen_when_it_comes_to_be(root: Path) -> None:
    workspace = Workspace(root)
    with pytest.raises(Exception, match="there is no file"):
        workspace.read_bytes("map.png")
    assert workspace.seen["read map.png"] == ""
    assert Traces(root).agree(workspace.seen)
    (root / "map.png").write_bytes(b"x")
    assert not Traces(root).agree(workspace.seen)


def test_files_in_memory_and_those_that_come_with_reportgen_leave_no_trace() -> None:
    workspace = Workspace(files={"brief.yaml": "title: A"})
    workspace.read_text("brief.yaml")
    assert workspace.exists("reportgen:styles/house.yaml")
    workspace.read_text("reportgen:styles/house.yaml")
    assert workspace.seen == {}


def test_a_file_of_a_package_is_found_where_packages_lie(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(root)
    assert look("package styles/house.yaml", ".") == look("read styles/house.yaml", root) != ""
    assert look("package styles/gone.yaml", ".") == ""


def test_a_file_of_a_package_that_is_put_in_its_place_is_seen(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(root)
    before = look("package styles/house.yaml", ".")
    (root / "styles" / "house.yaml").write_text("another")
    assert look("package styles/house.yaml", ".") == look("read styles/house.yaml", root) != before


@pytest.mark.parametrize("key", ["read a\0b", "exists a\0b", "names gone/*.yaml", "unheard-of x", ""])
def test_what_no_file_can_be_is_not_there(key: str) -> None:
    assert look(key, ".") == ""


def test_the_path_of_names_is_their_folder(root: Path) -> None:
    assert path_of("names styles/*.yaml", root) == str(root / "styles")
    assert path_of("read brief.yaml", root) == str(root / "brief.yaml")
