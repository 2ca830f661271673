"""What a brief and its files may ask of the machine, and how a project raises that."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from letterhead_papers import of_ministry
from PIL import Image

import reportgen
from reportgen import workspace as door
from reportgen.diagnostics import BriefError, Diagnostic
from reportgen.disk import content_of

Memo = Callable[..., reportgen.Memo]


def refused(given: dict[str, str | bytes], **limits: int) -> list[Diagnostic]:
    """Return the faults of `b.yaml` under some limits."""
    settings = "".join(f"{name} = {number}\n" for name, number in limits.items())
    workspace = reportgen.Workspace(files={**given, **({"reportgen.toml": f"[limits]\n{settings}"} if limits else {})})
    with pytest.raises(BriefError) as caught:
        reportgen.build("b.yaml", workspace=workspace)
    return list(caught.value.diagnostics)


def built(given: dict[str, str | bytes], **limits: int) -> reportgen.Memo:
    """Return the memo of `b.yaml` under some limits."""
    settings = "".join(f"{name} = {number}\n" for name, number in limits.items())
    workspace = reportgen.Workspace(files={**given, "reportgen.toml": f"[limits]\n{settings}"})
    return reportgen.build("b.yaml", workspace=workspace)


LONG = {"b.yaml": f"title: T\n# {'x' * 1_000_000}\n"}


def test_a_file_that_is_too_large_is_refused_and_a_project_may_raise_the_limit() -> None:
    (fault,) = refused(LONG, megabytes=1)
    assert (fault.code, fault.source.file) == ("too-large", "b.yaml")
    assert fault.hint == "make it smaller, or raise 'megabytes' under [limits] in reportgen.toml"
    assert built(LONG, megabytes=2)


def test_no_more_of_a_file_is_read_than_is_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.yaml").write_bytes(b"x" * 40_000_000)
    asked = []

    def read(path: Path, most: int = -1) -> bytes:
        asked.append(most)
        return content_of(path, most)

    monkeypatch.setattr(door, "content_of", read)
    with pytest.raises(BriefError) as caught:
        reportgen.Workspace(tmp_path).read_bytes("b.yaml")
    assert [one.code for one in caught.value.diagnostics] == ["too-large"]
    assert asked == [32_000_001]


def test_a_device_without_end_is_not_read() -> None:
    with pytest.raises(BriefError) as caught:
        reportgen.Workspace().read_bytes("/dev/zero")
    assert [one.code for one in caught.value.diagnostics] == ["not-a-file"]


ROWS = "year,dead\n" + "2024,1\n" * 30


def test_rows_of_data_are_counted() -> None:
    files = {
        "b.yaml": "title: T\ntables: [{id: a, title: Y, columns: [Year, Dead], data: rows.csv}]\n",
        "rows.csv": ROWS,
    }
    found = refused(files, rows=20)
    assert [(one.code, one.message) for one in found] == [("too-large", "'rows.csv' has more than 20 rows")]


def picture(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("1", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


def test_pictures_have_so_many_pixels_at_most() -> None:
    files = {"b.yaml": "title: T\nsummary: '![A plan](plan.png)'\n", "plan.png": picture(100, 100)}
    found = refused(files, pixels=9_999)
    assert [one.message for one in found] == ["'plan.png' has more than 9,999 pixels"]
    assert built(files, pixels=10_000)


@pytest.mark.parametrize(
    ("summary", "message"),
    [
        (
            "{% for a in v %}{% for b in v %}{% for c in v %}{% endfor %}{% endfor %}{% endfor %}",
            "more than 1,000 turns",
        ),
        ("{% for a in range(2000) %}x{% endfor %}", "more than 1,000 turns"),
        ("{% for a in v %}{{ v|sum }}{% endfor %}", "more than 1,000 turns"),
        ("{% for a in range(900) %}{% set b = 'x' * 9000 %}{% endfor %}", "more than 20,000 characters"),
        ("{% set range = v %}{% for a in v %}{% for b in v %}{% endfor %}{% endfor %}", "more than 1,000 turns"),
        ("{% for a in range(900) %}{{ w }}{% endfor %}", "more than 20,000 characters"),
        ("{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(40) }}", "a macro"),
        ("{{ 'x' * 10000000 }}", "more than 20,000 characters"),
        ("{{ 9 ** 9 ** 9 }}", "a power"),
        ("{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}", "nested too deeply"),
    ],
)
def test_placeholders_end(summary: str, message: str) -> None:
    brief = f'title: T\nvars: {{v: {list(range(100))}, w: {"word " * 10}}}\nsummary: "{summary}"\n'
    start = process_time()
    found = refused({"b.yaml": brief}, turns=1_000, characters=20_000)
    assert process_time() - start < 5
    assert [one.code for one in found] == ["placeholder-fault"]
    assert message in found[0].message


@pytest.mark.parametrize("name", ["range", "hole", "turns", "items"])
def test_the_author_s_own_names_hide_no_account(name: str) -> None:
    brief = f"title: T\nvars: {{{name}: {list(range(100))}}}\nsummary: '{{% for a in {name} %}}x{{% endfor %}}'\n"
    assert built({"b.yaml": brief}, turns=100)
    assert [one.code for one in refused({"b.yaml": brief}, turns=99)] == ["placeholder-fault"]


def test_all_texts_share_what_they_may_ask_for() -> None:
    loop = "{% for a in range(600) %}{% endfor %}"
    assert built({"b.yaml": f'title: "T{loop}"\n'}, turns=1_000)
    (fault,) = refused({"b.yaml": f'title: "T{loop}"\nsubtitle: "S{loop}"\n'}, turns=1_000)
    assert (fault.code, fault.source.path) == ("placeholder-fault", "subtitle")


def nested(depth: int) -> dict[str, str | bytes]:
    return {"b.yaml": f"title: T\nvars: {{a: {'[' * depth}x{']' * depth}}}\n"}


def quoted(depth: int) -> dict[str, str | bytes]:
    return {"b.yaml": f"title: T\nsummary: '{'>' * depth} Word.'\n"}


def test_values_and_texts_are_nested_so_deep_at_most() -> None:
    assert [one.code for one in refused(nested(100))] == ["too-deep"]
    assert [one.code for one in refused(quoted(31))] == ["too-deep"]
    assert refused(nested(3), depth=4)[0].hint == "nest them less, or raise 'depth' under [limits] in reportgen.toml"
    assert built(nested(240), depth=250)
    memo = built(quoted(100), nesting=100)
    assert all(reportgen.write(memo, format).data for format in ("docx", "pdf", "html"))


def test_aliases_repeat_so_much_at_most() -> None:
    files: dict[str, str | bytes] = {"b.yaml": f"title: T\nvars: {{a: &a {'x' * 1000}, b: [*a, *a, *a]}}\n"}
    assert [one.code for one in refused(files, aliases=32)] == ["too-many-aliases"]
    assert built(files, aliases=33)


INCLUDED: dict[str, str | bytes] = {
    "b.yaml": "title: T\nvars: {a: {include: c0.yaml}}\n",
    **{f"c{at}.yaml": f"a: {{include: c{at + 1}.yaml}}\nb: {{include: c{at + 1}.yaml}}\n" for at in range(30)},
    "c30.yaml": "a: x\n",
}
"""Files that include one another twice: a thousand million in all."""


def test_files_are_included_so_often_at_most() -> None:
    start = process_time()
    (fault,) = refused(INCLUDED, files=100)
    assert process_time() - start < 5
    assert (fault.code, fault.message) == ("too-large", "all that is included comes to more than 100 files")
    assert fault.hint == "include less, or raise 'files' under [limits] in reportgen.toml"


def test_all_files_that_are_included_have_a_size_together() -> None:
    names = [f"p{at}.yaml" for at in range(3)]
    parts: dict[str, str | bytes] = dict.fromkeys(names, f"- x\n# {'x' * 400000}\n")
    files = {"b.yaml": "title: T\nvars: {a: [" + ", ".join(f"{{include: {name}}}" for name in names) + "]}\n", **parts}
    assert [one.message for one in refused(files, megabytes=1)] == [
        "all that is included comes to more than 1 megabytes"
    ]
    assert built(files, megabytes=2)


def test_a_memo_has_so_many_pages_at_most() -> None:
    files: dict[str, str | bytes] = {"b.yaml": "title: T\nsummary: |\n" + "  A line.\n\n" * 100}
    memo = built(files, pages=1)
    with pytest.raises(BriefError) as caught:
        reportgen.write(memo, "pdf")
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.message) == ("too-large", "the memo has more than 1 pages")
    assert fault.hint == "make it shorter, or raise 'pages' under [limits] in reportgen.toml"
    assert (reportgen.write(built(files, pages=9), "pdf").pages or 0) > 1


def test_a_letterhead_s_limits_are_the_project_s() -> None:
    files = {"b.yaml": "title: T\nstyle: mine\n", "styles/paper.docx": of_ministry()}
    files["styles/mine.yaml"] = "extends: house\nname: mine\nbase_document: paper.docx\n"
    assert built(files)
    (fault,) = refused(files, parts=3)
    assert fault.code == "unsafe-letterhead"
    assert fault.hint.endswith("or raise 'parts' under [limits] in reportgen.toml")


def test_a_workbook_that_unpacks_to_more_than_a_file_may_have_is_refused() -> None:
    pytest.importorskip("openpyxl")
    from reportgen.located import load_sheet

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b" " * 40_000_000)
    given = reportgen.Workspace(files={"rows.xlsx": buffer.getvalue()})
    with pytest.raises(BriefError) as caught:
        load_sheet("rows.xlsx", given, reportgen.Source("b.yaml", "", 1, 1))
    assert "when it is unpacked" in caught.value.diagnostics[0].message


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ("megabyte = 3", "unknown-key"),
        ("rows = 'many'", "wrong-type"),
        ("rows = 0", "wrong-type"),
        ("rows = -1", "wrong-type"),
        ("depth = 251", "wrong-value"),
    ],
)
def test_limits_are_whole_numbers_with_known_names(limits: str, code: str) -> None:
    given = reportgen.Workspace(files={"b.yaml": "title: T\n", "reportgen.toml": f"[limits]\n{limits}\n"})
    with pytest.raises(BriefError) as caught:
        reportgen.build("b.yaml", workspace=given)
    assert [one.code for one in caught.value.diagnostics] == [code]
