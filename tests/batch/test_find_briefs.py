"""Which briefs a folder, a pattern and a list stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.batch.find_briefs import find_briefs, listed, targets


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(**files: str) -> None:
    for name, text in files.items():
        path = Path(name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def found(*words: str) -> list[str]:
    return [one.brief for one in find_briefs(words)]


def test_a_folder_stands_for_the_briefs_in_it_and_below_it_in_order(folder: Path) -> None:
    put(b__two="title: B", b__one="# a comment\ntitle: A", b__sub__three="title: C", b__actors="- id: x\n  title: X")
    assert found("b") == ["b/one.yaml", "b/two.yaml", "b/sub/three.yaml"]
    assert targets(find_briefs(["b"]), "out")["b/sub/three.yaml"] == "out/sub/three"


def test_files_that_are_found_by_name_and_hidden_ones_are_no_briefs(folder: Path) -> None:
    put(b__one="title: A", b__templates__t="title: T", b__styles__s="title: S", b___git__x="title: X")
    Path("b/.hidden.yaml").write_text("title: H")
    Path("b/.git").mkdir()
    Path("b/.git/x.yaml").write_text("title: H")
    assert "b/one.yaml" in found("b")
    assert not {one for one in found("b") if "/." in one or "templates" in one or "styles" in one}


@pytest.mark.parametrize(
    "include",
    [
        "issues:\n  - include: part.yaml",
        "issues:\n  - {include: 'part.yaml'}",
        "include: [other.yaml, part.yaml]",
        "include:\n  - other.yaml  \n  - part.yaml",
        'issues: {"include": ./part.yaml}',
    ],
)
def test_what_another_file_includes_is_no_brief(folder: Path, include: str) -> None:
    put(b__one=f"title: A\n{include}\n", b__part="id: p\ntitle: P")
    assert found("b") == ["b/one.yaml"]


def test_a_brief_whose_title_is_included_is_a_brief(folder: Path) -> None:
    put(b__one="include: head.yaml\nsummary: x", b__head="title: H")
    assert found("b") == ["b/one.yaml"]


def test_prose_about_including_excludes_nothing(folder: Path) -> None:
    put(b__one="title: A\nsummary: We include other parties. See two.yaml.", b__two="title: B")
    assert found("b") == ["b/one.yaml", "b/two.yaml"]


def test_a_folder_without_briefs_is_told_as_one(folder: Path) -> None:
    put(b__one="a: b")
    assert found("b") == ["b"]


def test_a_pattern_stands_for_the_files_it_fits_and_else_for_itself(folder: Path) -> None:
    put(b__one="a: b", b__two="title: B")
    assert found("b/*.yaml") == ["b/one.yaml", "b/two.yaml"]
    assert found("c/*.yaml") == ["c/*.yaml"]


def test_a_brief_is_meant_once_and_two_of_one_name_are_refused(folder: Path) -> None:
    put(b__one="title: A", c__one="title: B")
    assert found("b", "b/one.yaml") == ["b/one.yaml"]
    with pytest.raises(ValueError, match="both be written as 'one'"):
        targets(find_briefs(["b", "c"]), "output")


def test_a_list_has_a_path_a_line() -> None:
    assert listed("a.yaml\n\n# no\nb c.yaml\r\n") == ["a.yaml", "b c.yaml"]
