"""Which cell of a table stands where, and the tables that are refused since a cell has no room."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.document import Cell, Column, Row, Table
from reportgen.document.grid import grid


def cell(**spans: Any) -> Cell:
    return Cell(blocks=(), **spans)


def row(*cells: Cell) -> Row:
    return Row(cells=cells)


def table(head: tuple[Row, ...], body: tuple[Row, ...] = (), columns: int = 2) -> Table:
    return Table(columns=(Column(),) * columns, head=head, body=body)


def shape(*rows: Row, columns: int) -> list[list[tuple[int, int, str]]]:
    """Return first column, columns and state of each slot."""
    states = {(True, False): "begins", (True, True): "goes on", (False, False): "empty"}
    return [
        [(slot.column, slot.columns, states[slot.cell is not None, slot.goes_on]) for slot in slots]
        for slots in grid(rows, columns)
    ]


def test_no_rows_have_no_slots() -> None:
    assert grid((), 3) == ()


def test_cells_stand_beside_those_that_reach_down_from_above() -> None:
    rows = (row(cell(), cell(columns=2, rows=2)), row(cell(rows=2)), row(cell()))
    assert shape(*rows, columns=3) == [
        [(0, 1, "begins"), (1, 2, "begins")],
        [(0, 1, "begins"), (1, 2, "goes on")],
        [(0, 1, "goes on"), (1, 1, "begins"), (2, 1, "empty")],
    ]


def test_a_slot_that_goes_on_names_the_cell_from_above() -> None:
    tall = cell(rows=3)
    assert [slots[0].cell is tall for slots in grid((row(tall), row(), row()), 1)] == [True] * 3


def test_a_row_with_too_few_cells_is_filled_up() -> None:
    assert shape(row(cell()), columns=3) == [[(0, 1, "begins"), (1, 1, "empty"), (2, 1, "empty")]]


@pytest.mark.parametrize(
    ("head", "body", "said"),
    [
        ((row(cell(), cell(), cell()),), (), "more cells"),
        ((row(cell()),), (row(cell(), cell(), cell()),), "more cells"),
        ((row(cell()),), (row(cell(rows=2), cell()), row(cell(), cell())), "more cells"),
        ((row(cell(columns=3)),), (), "3 columns stands where 2"),
        ((row(cell()),), (row(cell(), cell(rows=2)), row(cell(columns=2))), "2 columns stands where 1"),
        ((row(cell(rows=2)),), (row(cell()), row(cell())), "below the last row"),
        ((row(cell()),), (row(cell(rows=2)),), "below the last row"),
        ((), (row(cell()),), "head row"),
    ],
)
def test_a_table_that_would_lose_a_cell_is_refused(head: tuple[Row, ...], body: tuple[Row, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        table(head, body)


def test_a_table_without_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="a table needs a column"):
        table((row(),), columns=0)


@pytest.mark.parametrize("spans", [{"rows": 0}, {"columns": 0}, {"rows": -1}])
def test_a_cell_that_covers_nothing_is_refused(spans: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="at least one column and one row"):
        cell(**spans)


@pytest.mark.parametrize("share", [-0.1, float("nan"), float("inf")])
def test_a_share_that_is_none_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        Column(share=share)
