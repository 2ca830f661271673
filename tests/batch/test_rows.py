"""A memo for each row of data: what a cell holds is printed letter by letter, and faults point into the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

import reportgen
from reportgen.batch import Task, outcomes
from reportgen.batch.rows import tasks_of_rows
from reportgen.diagnostics import Diagnostic
from reportgen.document.walk import lines_of
from reportgen.pipeline import build

BRIEF = """\
title: The talks with {{ country }}
date: "{{ date }}"
to: X
from: "{{ desk }}"
vars: {desk: "The desk for {{ country }}", round: none}
summary: "{{ note }}"
conclusion: The {{ round }} round with {{ country }}, *as planned*.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("note.yaml").write_text(BRIEF)
    return tmp_path


def tasks(data: str, name: str = "{country}-memo", **options: object) -> tuple[Task, ...]:
    return tasks_of_rows(data, name, Task("note.yaml", "", **options), "output", reportgen.Workspace())


def faults(data: str, name: str = "{country}-memo") -> list[Diagnostic]:
    with pytest.raises(reportgen.BriefError) as refused:
        tasks(data, name)
    return list(refused.value.diagnostics)


def printed(task: Task) -> str:
    memo = build(task.brief, reportgen.Workspace(), row=task.row)
    return "\n".join(lines_of(memo.document))


def test_each_row_gives_a_memo_named_by_the_pattern(folder: Path) -> None:
    Path("rows.csv").write_text("country,date,note,round\nMali,2026-01-01,One,first\nChad,2026-01-02,Two,second\n")
    found = list(outcomes(tasks("rows.csv")))
    assert [one.name for one in found] == ["output/Mali-memo (rows.csv:2:1)", "output/Chad-memo (rows.csv:3:1)"]
    assert sorted(path.name for path in Path("output").glob("*.pdf")) == ["Chad-memo.pdf", "Mali-memo.pdf"]
    text = printed(tasks("rows.csv")[0])
    assert "The talks with Mali" in text
    assert "The desk for Mali" in text
    assert "The first round with Mali, as planned." in text


@pytest.mark.parametrize("cell", ["*stars*", "1. no list", "{{ hole('x') }}", "a_b_c [x](y) `c` <b> &amp; \\", "# x"])
def test_a_cell_is_printed_letter_by_letter(folder: Path, cell: str) -> None:
    quoted = cell.replace('"', '""')
    Path("rows.csv").write_text(f'country,date,note,round\nMali,2026-01-01,"{quoted}","{quoted}"\n')
    text = printed(tasks("rows.csv")[0])
    assert f"The {cell} round with Mali, as planned." in text
    assert text.count(cell) == 2


def test_a_fault_of_a_cell_points_into_the_data(folder: Path) -> None:
    Path("rows.json").write_text('[\n{"country": "Mali", "date": "soon", "note": "x"}\n]')
    (one,) = outcomes(tasks("rows.json"))
    assert one.state == "faulty"
    assert [(found.code, found.source.file, found.source.line) for found in one.diagnostics] == [
        ("bad-date", "rows.json", 2)
    ]


def test_a_name_that_no_row_gives_is_not_defined(folder: Path) -> None:
    Path("rows.csv").write_text("country,date\nMali,2026-01-01\n")
    (one,) = outcomes(tasks("rows.csv"))
    assert [found.code for found in one.diagnostics] == ["undefined-name"]


def test_only_the_row_that_changed_is_made_again(folder: Path) -> None:
    head = "country,date,note\n"
    Path("rows.csv").write_text(f"{head}Mali,2026-01-01,x\nChad,2026-01-01,x\n")
    assert [one.state for one in outcomes(tasks("rows.csv"))] == ["made", "made"]
    Path("rows.csv").write_text(f"{head}Mali,2026-01-01,x\nChad,2026-01-01,y\n")
    assert [one.state for one in outcomes(tasks("rows.csv"))] == ["unchanged", "made"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../x", "unsafe-name"),
        ("a/b", "unsafe-name"),
        ("a\\\\b", "unsafe-name"),
        (".hidden", "unsafe-name"),
        ("-rf", "unsafe-name"),
        ("con", "unsafe-name"),
        ("x" * 300, "unsafe-name"),
        ("", "unsafe-name"),
    ],
)
def test_a_name_that_is_not_safe_is_refused(folder: Path, name: str, code: str) -> None:
    Path("rows.json").write_text(f'[{{"country": "{name}"}}]')
    assert [one.code for one in faults("rows.json", "{country}")] == [code]


def test_all_faults_of_the_names_are_told_at_their_rows(folder: Path) -> None:
    Path("rows.csv").write_text("country,date\nMali,1\nmali,2\n")
    (found,) = faults("rows.csv")
    assert (found.code, found.source.line) == ("duplicate-name", 3)
    assert [(one.code, one.hint) for one in faults("rows.csv", "{contry}")] == [
        ("unknown-column", "did you mean 'country'?"),
        ("unknown-column", "did you mean 'country'?"),
    ]


def test_no_row_is_a_fault(folder: Path) -> None:
    Path("rows.csv").write_text("country,date\n")
    assert [one.code for one in faults("rows.csv")] == ["empty-file"]


def sheet(*rows: tuple[object, ...]) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save("rows.xlsx")


def test_a_spreadsheet_is_read_as_it_means(folder: Path) -> None:
    sheet(
        ("country", "date", "note", "round"),
        ("Mali", date(2026, 1, 2), 1.5, 3),
        (None, None, None, None),
        ("X", 1, 2.0),
    )
    found = tasks("rows.xlsx")
    assert [dict(task.row or {}) for task in found] == [
        {"country": "Mali", "date": "2026-01-02", "note": "1.5", "round": "3"},
        {"country": "X", "date": "1", "note": "2", "round": ""},
    ]
    first, second = outcomes(found)
    assert first.state == "made"
    assert [(one.code, one.source.file, one.source.line, one.source.path) for one in second.diagnostics] == [
        ("bad-date", "rows.xlsx", 4, "B4")
    ]


def test_faults_of_a_spreadsheet_are_told_at_its_cells(folder: Path) -> None:
    sheet(("country", "country", None), ("Mali", "y", "x"))
    assert [(one.code, one.source.path) for one in faults("rows.xlsx")] == [
        ("duplicate-key", "B1"),
        ("ragged-row", "C2"),
    ]
    Path("rows.xlsx").write_text("no spreadsheet")
    assert [one.code for one in faults("rows.xlsx")] == ["wrong-value"]
