"""Flat tables: what a workbook and Parquet files hold."""

from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from openfisca_country.population.impact_results import Estimate

TEXT, MONEY, SHARE, FACTOR, COUNT = "text", "money", "share", "factor", "count"


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        name: for programs: letters, digits and underscores.
        title: for people.
        kind: how its values are shown: text, money, share, factor or count; empty where a row tells.

    """

    name: str
    title: str
    kind: str = TEXT


@dataclass(frozen=True)
class FlatTable:
    """A family of results.

    Attributes:
        name: of the file and, for people, of the sheet.
        title: in words.
        columns: in order.
        rows: one cell a column: text, number, `Estimate` or nothing.
        kinds: the kind of the numbers of each row, where a column leaves it open; empty where none does.

    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...] = field(hash=False)
    kinds: tuple[str, ...] = ()


def as_arrow(table: FlatTable) -> pa.Table:
    """Return a flat table as an Arrow table of plain columns: an estimate becomes five."""
    columns: dict[str, list[Any]] = {}
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        if any(isinstance(cell, Estimate) for cell in cells):
            for part in ("value", "error", "low", "high", "observations", "withheld"):
                name = column.name if part == "value" else f"{column.name}_{part}"
                columns[name] = [getattr(cell, part) if isinstance(cell, Estimate) else None for cell in cells]
        else:
            columns[column.name] = cells
    return pa.table({name: pa.array(cells) for name, cells in columns.items()})
