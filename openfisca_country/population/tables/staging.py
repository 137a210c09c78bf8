"""Tables cut into blocks of whole households, so that millions of people are evaluated a few thousand at a time."""

import datetime
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb

from openfisca_country.engine import months_of
from openfisca_country.law import CountrySystem, InputError
from openfisca_country.population.tables.checking import judge_rows, take_rows, write_refused
from openfisca_country.population.tables.columns import ColumnPlan, plan_columns
from openfisca_country.population.tables.csv_source import csv_fault
from openfisca_country.population.tables.cutting import cut
from openfisca_country.population.tables.digest import digest_of
from openfisca_country.population.tables.mapping import Mapping, load_mapping
from openfisca_country.population.tables.reporting import report_on
from openfisca_country.population.tables.sources import TablesLike, first_line, located, open_sources
from openfisca_country.population.tables.staged import Staged, read_staged, write_staged

__all__ = ["Staged", "digest_for", "read_staged", "stage"]

REFUSED_PERSONS, REFUSED_HOUSEHOLDS = "refused-persons.csv", "refused-households.csv"
MEMORY = "800MB"
MOST_THREADS = 4
"""More would each want memory of their own."""
_WORK, _BLOCKS = "work", "blocks"


def stage(
    system: CountrySystem,
    tables: TablesLike,
    period: str,
    folder: Path,
    mapping: Mapping | Path | None = None,
    households_per_block: int = 8000,
    memory: str = MEMORY,
    threads: int | None = None,
    digest: str = "",
) -> Staged:
    """Check, sort and cut tables into blocks of whole households.

    What is staged depends on the rows, not on their order. A folder in which staging was cut short is staged anew; one
    that holds these very tables, staged for the same country, mapping, period and size of blocks, is taken as it is.

    Args:
        system: the country's law; columns are read by its vocabulary.
        tables: a folder with persons and households, or the two tables.
        period: a month or a year; nobody is born after its last day.
        folder: for the blocks; made if it is not there.
        mapping: how columns become the vocabulary, where they are not named in it.
        households_per_block: how many households are evaluated at a time, at most.
        memory: what DuckDB may hold (``800MB``, enough for ten million persons); the rest waits on disk.
        threads: how many may work at it; as many as there are processors, up to four, by default.
        digest: what `digest_for` says of all this, where it is known already.

    Returns:
        Where the blocks are, and what was found in the tables.

    Raises:
        InputError: the tables cannot be read, the mapping does not fit, no household is left, or the folder holds
            other tables. `InputErrors` tells all that is wrong with a mapping at once.

    """
    if households_per_block < 1:
        raise InputError("households_per_block", f"expected one household or more, got {households_per_block}.")
    rules = load_mapping(mapping)
    digest = digest or digest_for(system, tables, period, rules, households_per_block)
    found = read_staged(folder)
    if found is not None:
        if found.digest != digest:
            raise InputError(
                str(folder),
                "holds other tables, or the same for another mapping, period or block size: name an empty folder.",
            )
        return found
    work = folder / _WORK
    try:
        _clear(folder)
        work.mkdir(parents=True)
        threads = min(threads or os.cpu_count() or 1, MOST_THREADS)
        with _duckdb(work, memory, threads) as connection:
            staged = _stage(connection, system, tables, period, folder, rules, households_per_block, digest, threads)
        write_staged(staged)
    except duckdb.OutOfMemoryException:
        raise InputError("", f"the tables need more memory than {memory}: allow staging more.") from None
    except (duckdb.Error, OSError) as error:
        raise InputError(str(folder), f"cannot be written: {first_line(error)}") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return staged


def digest_for(
    system: CountrySystem,
    tables: TablesLike,
    period: str,
    mapping: Mapping | Path | None = None,
    households_per_block: int = 8000,
) -> str:
    """Return what tells apart what `stage` makes of tables: the same digest, the same blocks.

    Args:
        system: as for `stage`.
        tables: as for `stage`.
        period: as for `stage`.
        mapping: as for `stage`.
        households_per_block: as for `stage`.

    Raises:
        InputError: the tables or the mapping are not there or cannot be read.

    """
    rules = load_mapping(mapping)
    identity = (system.country.name, period, str(households_per_block), rules.text or repr(rules.tables))
    return digest_of(located(tables, rules), identity)


def _stage(
    connection: duckdb.DuckDBPyConnection,
    system: CountrySystem,
    tables: TablesLike,
    period: str,
    folder: Path,
    mapping: Mapping,
    households_per_block: int,
    digest: str,
    threads: int,
) -> Staged:
    plans = planned(connection, system, tables, period, mapping, folder / _WORK)
    for plan in plans:
        with _read_to_the_end(plan.source.told):
            take_rows(connection, plan)
    judge_rows(connection, system, plans)
    refused = write_refused(connection, str(folder / REFUSED_PERSONS), str(folder / REFUSED_HOUSEHOLDS))
    pieces = cut(connection, plans, folder / _BLOCKS, households_per_block, threads)
    report = report_on(connection, system, period, plans, pieces, refused)
    if not pieces.households:
        reasons = "; ".join(f"{each.sentence}" for each in report.findings if each.refused) or "the tables are empty."
        raise InputError("", f"no household is left to evaluate: {reasons} Each row's reason is in {folder}.")
    return Staged(folder, pieces.blocks, pieces.households, pieces.persons, report, digest)


@contextmanager
def _read_to_the_end(told: str) -> Iterator[None]:
    try:
        yield
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as error:
        if "CSV" in str(error):
            raise InputError("", csv_fault(error)) from None
        raise InputError(told, f"cannot be read to its end: {first_line(error)}") from None


def planned(
    connection: duckdb.DuckDBPyConnection,
    system: CountrySystem,
    tables: TablesLike,
    period: str,
    mapping: Mapping,
    work: Path,
) -> tuple[ColumnPlan, ColumnPlan]:
    """Open the tables and lay the vocabulary and the mapping over their columns; tell all that does not fit at once."""
    sources = open_sources(connection, tables, mapping, work)
    year, month = (int(part) for part in months_of(period)[-1].split("-"))
    end = _last_day(year, month)
    (persons, wrong_persons), (households, wrong_households) = (
        plan_columns(system, source, mapping, end) for source in sources
    )
    mapping.settle([*wrong_persons, *wrong_households])
    return persons, households


def _last_day(year: int, month: int) -> datetime.date:
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def without_bar(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep DuckDB's progress bar off: it would be printed amid the answer."""
    with suppress(duckdb.InvalidInputException):  # a notebook without widgets has no bar, and refuses the setting
        connection.execute("SET enable_progress_bar = false")


@contextmanager
def _duckdb(work: Path, memory: str, threads: int) -> Iterator[duckdb.DuckDBPyConnection]:
    config: dict[str, Any] = {
        "memory_limit": memory,
        "temp_directory": str(work / "spilled"),
        "threads": threads,
        "autoinstall_known_extensions": False,
    }
    connection = duckdb.connect(":memory:", config=config)
    try:
        without_bar(connection)
        yield connection
    finally:
        connection.close()


def _clear(folder: Path) -> None:
    """Take away what a staging that was cut short left behind, and nothing else."""
    for name in (_WORK, _BLOCKS):
        shutil.rmtree(folder / name, ignore_errors=True)
    for name in (REFUSED_PERSONS, REFUSED_HOUSEHOLDS):
        (folder / name).unlink(missing_ok=True)
