"""Tables as they come (files of five kinds, or tables in memory), as relations that DuckDB reads bit by bit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from openfisca_country.law import InputError
from openfisca_country.population.tables.csv_source import read_csv
from openfisca_country.population.tables.locating import TablesLike, located
from openfisca_country.population.tables.quoting import text
from openfisca_country.population.tables.rules import Mapping, TableMapping
from openfisca_country.population.tables.statistics_source import read_statistics

__all__ = ["Source", "TablesLike", "alike", "arrow_table", "first_line", "located", "open_sources"]

KINDS = {
    "text": ("VARCHAR", "ENUM"),
    "whole": ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "HUGEINT"),
    "number": ("FLOAT", "DOUBLE", "DECIMAL"),
    "truth": ("BOOLEAN",),
    "day": ("DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"),
}


@dataclass(frozen=True)
class Source:
    """One table, ready to be read.

    Attributes:
        entity: ``persons`` or ``households``.
        relation: what DuckDB calls it.
        columns: name to kind: ``text``, ``whole``, ``number``, ``truth``, ``day``, ``nothing`` (no cell holds anything)
            or ``other`` (lists and such, which no variable takes).
        labels: for columns of Stata and SPSS files with value labels: label to code.
        told: where it came from, for messages.

    """

    entity: str
    relation: str
    columns: dict[str, str] = field(hash=False)
    labels: dict[str, dict[str, Any]] = field(hash=False)
    told: str


def open_sources(
    connection: duckdb.DuckDBPyConnection, tables: TablesLike, mapping: Mapping, work: Path
) -> tuple[Source, Source]:
    """Open persons and households.

    Args:
        connection: that will read them.
        tables: a folder, or the two tables.
        mapping: may name the files, and say how a CSV is written.
        work: a folder for what must be rewritten before it can be read.

    Raises:
        InputError: a table is not there, stands there twice, or cannot be read as what its name says.

    """
    found = located(tables, mapping)
    persons, households = (_open(connection, each, found[each], mapping.of(each), work) for each in found)
    return persons, households


def _open(connection: duckdb.DuckDBPyConnection, entity: str, table: Any, mapping: TableMapping, work: Path) -> Source:
    relation = f"raw_{entity}"
    labels: dict[str, dict[str, Any]] = {}
    told = entity
    try:
        if isinstance(table, list):
            told = str(table[0]) if len(table) == 1 else f"{table[0].parent} ({len(table)} parts)"
            suffix = table[0].suffix
            if suffix == ".csv":
                read_csv(connection, relation, table, mapping)
            elif suffix in (".arrow", ".feather"):
                _register(connection, relation, ds.dataset(_as_text(table), format="ipc"))
            else:
                if suffix in (".dta", ".sav"):
                    table, labels = read_statistics(table, work / entity)
                _view_parquet(connection, relation, table)
        else:
            _register(connection, relation, arrow_table(table, entity))
        columns = _columns(connection, relation)
    except (duckdb.Error, pa.ArrowException, OSError) as error:
        raise InputError(told, f"cannot be read: {first_line(error)}") from None
    return Source(entity, relation, columns, labels, told)


def _as_text(paths: Iterable[Path]) -> list[str]:
    return [str(path) for path in paths]


def _view_parquet(connection: duckdb.DuckDBPyConnection, relation: str, parts: list[Path]) -> None:
    listed = ", ".join(text(str(path)) for path in parts)
    names = [list(pq.read_schema(path).names) for path in parts]
    _refuse_twins(relation, names[0])
    alike(parts, names)
    connection.execute(f"CREATE TEMP VIEW {relation} AS SELECT * FROM read_parquet([{listed}], union_by_name = true)")


def alike(parts: list[Path], names: list[list[str]]) -> None:
    """Refuse parts of one table that have different columns."""
    for part, each in zip(parts, names, strict=True):
        odd = sorted(set(each) ^ set(names[0]))
        if odd:
            raise InputError(str(part), f'has other columns than {parts[0].name}: "{odd[0]}" is in one of them only.')


def arrow_table(table: Any, entity: str) -> Any:
    """Return a table in memory as Arrow."""
    makers: tuple[tuple[str, Callable[[Any], Any]], ...] = (
        ("pandas", lambda frame: pa.Table.from_pandas(frame, preserve_index=False)),
        ("polars", lambda frame: (frame.collect() if hasattr(frame, "collect") else frame).to_arrow()),
        ("pyarrow", lambda frame: frame),
    )
    library = type(table).__module__.split(".")[0]
    for name, make in makers:
        if library == name and hasattr(type(table), "columns" if name != "pyarrow" else "schema"):
            return make(table)
    raise InputError(entity, f"expected a pandas, polars or Arrow table, got {type(table).__name__}.")


def _register(connection: duckdb.DuckDBPyConnection, relation: str, table: Any) -> None:
    _refuse_twins(relation, table.schema.names)
    connection.register(relation, table)


def _refuse_twins(relation: str, names: list[str]) -> None:
    lower = [name.lower() for name in names]
    twins = [name for name in names if lower.count(name.lower()) > 1]
    if twins:
        told = f'has two columns "{twins[0]}", capitals or not: rename one.'
        raise InputError(relation.removeprefix("raw_"), told)


def _columns(connection: duckdb.DuckDBPyConnection, relation: str) -> dict[str, str]:
    rows = connection.execute(f"DESCRIBE SELECT * FROM {relation}").fetchall()
    _refuse_twins(relation, [row[0] for row in rows])
    return {row[0]: _kind(str(row[1])) for row in rows}


def _kind(kind: str) -> str:
    if kind.endswith("]") or "TIME ZONE" in kind:
        return "other"
    if kind == '"NULL"':
        return "nothing"
    plain = kind.partition("(")[0]
    return next((name for name, types in KINDS.items() if plain in types), "other")


def first_line(error: Exception) -> str:
    """Return the first line of a library's message, as a sentence."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return f"{lines[0].strip().rstrip('.')}."
