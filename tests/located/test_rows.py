"""Rows of CSV and JSON files: text letter by letter, each value at its place."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import NOWHERE, BriefError
from reportgen.located import load_rows
from reportgen.workspace import Workspace


def rows(name: str, text: str) -> list[dict[str, str | None]]:
    return [dict(row) for row in load_rows(name, Workspace(files={name: text}), NOWHERE)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("d.csv", "Year,Dead\n2024,1.10\n\n2025,*8*\n"),
        ("d.csv", "Year,Dead\r\n2024,1.10\r\n2025,*8*\r\n"),
        ("d.csv", '\ufeffYear;Dead\n2024;"1.10"\n2025;*8*'),
        ("d.CSV", "Year\tDead\n2024\t1.10\n2025\t*8*\n"),
        ("d.json", '[{"Year": 2024, "Dead": 1.10},\n\t{"Year": "2025", "Dead": "*8*"}]\n'),
    ],
)
def test_rows_are_read_as_they_are_written(name: str, text: str) -> None:
    assert rows(name, text) == [{"Year": "2024", "Dead": "1.10"}, {"Year": "2025", "Dead": "*8*"}]


def test_values_may_hold_commas_quotation_marks_and_lines() -> None:
    assert rows("d.csv", 'A,B\n"a, b","the ""so-called"" talks\nof May"\n') == [
        {"A": "a, b", "B": 'the "so-called" talks\nof May'}
    ]


def test_null_is_no_value() -> None:
    assert rows("d.json", '[{"A": null}, {}]') == [{"A": None}, {}]


def test_rows_know_their_lines() -> None:
    text = 'A,B\n"a\nb",1\n2,3\n'
    found = load_rows("d.csv", Workspace(files={"d.csv": text}), NOWHERE)
    assert [(row.source.line, row.source.end) for row in found] == [(2, 3), (4, 4)]
    found = load_rows("d.json", Workspace(files={"d.json": '[\n {"A": 1},\n\n {"A":\n 2}]'}), NOWHERE)
    assert [(row.source.line, row.source.end) for row in found] == [(2, 2), (4, 5)]


@pytest.mark.parametrize(
    ("name", "text", "code", "line"),
    [
        ("d.csv", "A\na\x07b\n", "unprintable-character", 2),
        ("d.csv", 'A\n"a\n', "csv-syntax", 2),
        ("d.json", "[" * 100_000, "json-syntax", 1),
        ("d.json", '[{"A": NaN}]', "json-syntax", 1),
        ("d.json", '[{"A": true}]', "wrong-type", 1),
        ("d.json", '["a"]', "wrong-type", 1),
        ("d.json", '"a"', "wrong-type", 1),
        ("d.json", "", "json-syntax", 1),
        ("d.txt", "A\n", "wrong-value", 0),
    ],
)
def test_faults_are_told_at_their_line(name: str, text: str, code: str, line: int) -> None:
    with pytest.raises(BriefError) as refused:
        rows(name, text)
    assert [(one.code, one.source.line) for one in refused.value.diagnostics] == [(code, line)]


def test_an_empty_file_has_no_rows() -> None:
    assert rows("d.csv", "") == rows("d.json", "[]") == []
