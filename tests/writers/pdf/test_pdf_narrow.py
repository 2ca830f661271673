"""Columns of tables that are too narrow for a word: who is told of which, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pdf_showcase import item, para, row, table

from reportgen.diagnostics import Diagnostic, Source
from reportgen.document import BulletList, Cell, Code, Column, Table, Text
from reportgen.writers.pdf import write

LONG = "UNHCR1234567890ABCDEFGH"
HERE = Source("brief.yaml", "tables[0]", 3, 7)
LANDSCAPE = "'landscape'"

Found = Callable[..., list[Diagnostic]]


@pytest.fixture
def found(document: Any, style: Any) -> Found:
    """Write blocks and return what is said of them."""
    return lambda *blocks: list(write(document(*blocks), style).diagnostics)


def grid_of(*heads: str, body: tuple[str | Cell, ...] = ()) -> Table:
    return Table(columns=(Column(),) * len(heads), head=(row(*heads),), body=(row(*body),) if body else ())


def test_the_column_and_the_word_are_told_at_the_word(found: Found) -> None:
    place = Cell(blocks=(para(Text(text=f"by {LONG} today", source=HERE)),))
    [one] = found(grid_of(*"ABCDEFGH", body=("1", "2", "3", "4", "5", place, "7", "8")))
    assert (one.severity, one.code) == ("warning", "narrow-column")
    assert one.message == f"the column 'F' is too narrow for '{LONG}'"
    assert one.source == replace(HERE, quote=LONG)
    assert LANDSCAPE in one.hint


def test_the_longest_word_stands_for_all_of_its_column(found: Found) -> None:
    [one] = found(grid_of(*"ABCDEFG", "X" + LONG, body=("1", "2", "3", "4", "5", "6", "7", f"{LONG} Y{LONG}Z")))
    assert one.message == f"the column 'X{LONG}' is too narrow for 'Y{LONG}Z' and 2 more"


@pytest.mark.parametrize(
    "text",
    [
        "counterproductiveness",  # divided with a hyphen, by the language
        "short words in many lines, none of them cut",
        "https://negotiations.example.org/a/long/address",  # addresses are cut as they must be
        "1,200,000",
        "การเจรจารอบที่ห้าจะจัดขึ้นที่เจนีวา",  # no blanks between the words of Thai
    ],
)
def test_a_word_that_is_divided_as_it_should_be_is_not_told(found: Found, text: str) -> None:
    assert found(grid_of(*"ABCDEF", body=("1", "2", "3", "4", "5", text))) == []


def test_a_word_outside_of_tables_is_not_told(found: Found) -> None:
    assert found(para(LONG * 9), table(row("a", "b"))) == []


def test_a_word_in_a_list_in_a_cell_is_told(found: Found) -> None:
    listed = Cell(blocks=(BulletList(items=(item(para("see ", Code(text=LONG))),)),))
    [one] = found(grid_of(*"ABCDEF", body=("1", "2", "3", "4", "5", listed)))
    assert one.message == f"the column 'F' is too narrow for '{LONG}'"


def test_a_column_without_a_heading_goes_by_its_number(found: Found) -> None:
    [one] = found(grid_of("A", "B", "C", "D", "E", "", body=("1", "2", "3", "4", "5", LONG)))
    assert one.message == f"the column 6 is too narrow for '{LONG}'"


def test_a_head_that_is_repeated_is_told_once(found: Found) -> None:
    many = Table(columns=(Column(),) * 6, head=(row(*"ABCDE", LONG),), body=tuple(row(*"123456") for _ in range(99)))
    assert [one.message for one in found(many)] == [f"the column '{LONG}' is too narrow for '{LONG}'"]


def test_of_a_table_wider_than_its_page_one_finding_tells(found: Found) -> None:
    [one] = found(grid_of(*(f"Number{index}" for index in range(24)), body=("12345678901",) * 24))
    assert "too wide for its page: words find no room in 24 of its 24 columns" in one.message
    assert "such as '12345678901' in the column 'Number0'" in one.message


def test_a_letter_that_sticks_out_of_its_column_is_told(found: Found) -> None:
    [one] = found(grid_of(*["W"] * 90))
    assert "in 90 of its 90 columns, such as 'W'" in one.message
