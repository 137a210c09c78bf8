"""Rows in order, cut into the files of blocks as they come."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from openfisca_country.population.tables.checking import KEPT, POSITION, ROLE, households_in_order, persons_in_order
from openfisca_country.population.tables.columns import ColumnPlan
from openfisca_country.population.tables.identity import DESIGN
from openfisca_country.population.tables.tallies import Tally

ROWS_AT_ONCE = 65_536
_IDS = ("person_id", "household_id")


@dataclass(frozen=True)
class Pieces:
    """What was cut.

    Attributes:
        blocks: how many.
        households: in all of them.
        persons: in all of them.
        tallies: by entity and staged column, what its values are.

    """

    blocks: int
    households: int
    persons: int
    tallies: dict[tuple[str, str], Tally] = field(hash=False)


def block_file(folder: Path, entity: str, number: int) -> Path:
    """Return where the rows of an entity in a block stand, below the folder of blocks."""
    return folder / f"{entity}-{number:05d}.parquet"


def cut(
    connection: duckdb.DuckDBPyConnection,
    plans: tuple[ColumnPlan, ColumnPlan],
    folder: Path,
    households_per_block: int,
    threads: int = 1,
) -> Pieces:
    """Write the rows accepted as one file a block and entity; all blocks but the last are of one size.

    In memory stand the rows of one block, or of two with several threads, and what DuckDB needs to sort.
    """
    folder.mkdir(parents=True)
    persons, households = (_value_columns(plan) for plan in plans)
    size = _even(connection, households_per_block)
    sizes = connection.execute(
        f"SELECT count(*), sum(s.persons) FROM accepted a JOIN sizes s USING (household_id) "
        f"GROUP BY a.rowid // {size} ORDER BY a.rowid // {size}"
    ).fetchall()
    tallies: dict[tuple[str, str], Tally] = {}
    for entity, sql, place, columns in (
        ("households", households_in_order(households), 0, households),
        ("persons", persons_in_order(persons), 1, persons),
    ):
        lengths = [int(each[place]) for each in sizes]
        with _writing(aside=threads > 1) as write:
            for number, piece in enumerate(_pieces(_batches(connection, sql), lengths)):
                rows = _numbered_within(piece, number * size) if entity == "persons" else piece
                write(rows, block_file(folder, entity, number))
                for name in columns:
                    tallies.setdefault((entity, name), Tally()).add(rows[name])
    return Pieces(len(sizes), sum(int(each[0]) for each in sizes), sum(int(each[1]) for each in sizes), tallies)


def _even(connection: duckdb.DuckDBPyConnection, most: int) -> int:
    """Return how many households a block has, so that no more blocks than needed are about the same size."""
    (households,) = connection.execute("SELECT count(*) FROM accepted").fetchone() or (0,)
    blocks = -(-households // most)
    return -(-households // blocks) if blocks else most


@contextmanager
def _writing(aside: bool) -> Iterator[Callable[[pa.Table, Path], None]]:
    """Hand out what writes a block: at once, or ``aside`` while the next one is made."""
    if not aside:
        yield _write
        return
    with ThreadPoolExecutor(1) as side:
        under_way: list[Future[None]] = []

        def write(rows: pa.Table, path: Path) -> None:
            settle()
            under_way.append(side.submit(_write, rows, path))

        def settle() -> None:
            while under_way:
                under_way.pop().result()

        yield write
        settle()


def _value_columns(plan: ColumnPlan) -> list[str]:
    design = [f"{KEPT}{name}" for name in (*(each for each in plan.ids if each in DESIGN), *plan.keep)]
    return [*design, *(each.target.name for each in plan.taken if each.target.name != ROLE)]


def _batches(connection: duckdb.DuckDBPyConnection, sql: str) -> Iterator[pa.RecordBatch]:
    yield from connection.sql(sql).to_arrow_reader(ROWS_AT_ONCE)


def _pieces(batches: Iterable[pa.RecordBatch], lengths: Iterable[int]) -> Iterator[pa.Table]:
    """Put batches together and cut them to lengths."""
    coming = iter(batches)
    rest: list[pa.RecordBatch] = []
    for length in lengths:
        held = sum(batch.num_rows for batch in rest)
        while held < length:
            rest.append(next(coming))
            held += rest[-1].num_rows
        last = rest.pop()
        kept = last.num_rows - (held - length)
        yield pa.Table.from_batches([*rest, last.slice(0, kept)]).combine_chunks()
        rest = [last.slice(kept)]


def _numbered_within(rows: pa.Table, first: int) -> pa.Table:
    """Return persons whose households are counted from the first of their block."""
    place = rows.schema.get_field_index(POSITION)
    numbers = pa.array(rows[POSITION].to_numpy() - first, type=pa.int32())
    return rows.set_column(place, POSITION, numbers)


def _write(rows: pa.Table, path: Path) -> None:
    codes: Any = [name for name in rows.column_names if name not in _IDS]
    pq.write_table(rows, path, use_dictionary=codes, compression="lz4")
