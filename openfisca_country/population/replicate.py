"""A large population out of a small one: every household several times over, each copy with its share of the weight."""

from pathlib import Path

import duckdb

from openfisca_country.law import InputError
from openfisca_country.population.tables.staging import without_bar

TABLES = ("persons", "households")


def replicate(
    source: str | Path,
    folder: str | Path,
    copies: int,
    person_id: str = "person_id",
    household_id: str = "household_id",
    weight: str = "weight",
    memory: str = "500MB",
) -> None:
    """Write persons and households as many times over as asked, to try how long a large population takes.

    Weighted totals stay what they are, up to rounding. Memory does not grow with the number of copies.

    Args:
        source: folder with ``persons.parquet`` and ``households.parquet``.
        folder: where the large tables go, under the same names.
        copies: of each household, one or more; ``-1``, ``-2``, … is added to its ids.
        person_id: name of the column.
        household_id: name of the column, in both tables.
        weight: name of the column of weights; divided among the copies where there is one.
        memory: how much may be used.

    Raises:
        InputError: there are no such tables, or no copies are asked.

    """
    if copies < 1:
        raise InputError("copies", f"expected one or more, got {copies}.")
    Path(folder).mkdir(parents=True, exist_ok=True)
    with duckdb.connect(config={"memory_limit": memory, "preserve_insertion_order": False}) as base:
        without_bar(base)
        for table in TABLES:
            path = Path(source, f"{table}.parquet")
            if not path.is_file():
                raise InputError(str(path), "there is no such file.")
            rows = base.from_parquet(str(path))
            columns = ", ".join(_column(name, person_id, household_id, weight, copies) for name in rows.columns)
            copied = f"SELECT {columns} FROM rows, range(1, {copies + 1}) AS copies(copy)"
            base.sql(copied).write_parquet(str(Path(folder, f"{table}.parquet")), compression="zstd")


def _column(name: str, person_id: str, household_id: str, weight: str, copies: int) -> str:
    quoted = '"' + name.replace('"', '""') + '"'
    if name in (person_id, household_id):
        return f"concat({quoted}, '-', copy) AS {quoted}"
    return f"{quoted} / {copies} AS {quoted}" if name == weight else quoted
