"""What a run answers: where its tables stand, what their columns mean, how many people, what to know of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds

from openfisca_country.household.results import Stamp
from openfisca_country.population.tables.data_report import DataReport


@dataclass(frozen=True)
class OutputColumn:
    """A column of the results.

    Attributes:
        name: the variable's, with ``@2026-03`` where it is of one month of the period.
        table: ``persons`` or ``households``.
        label: in words.
        unit: of the cells; amounts are in whole units of the currency.
        meaning: what a cell tells of the period.

    """

    name: str
    table: str
    label: str
    unit: str
    meaning: str


@dataclass(frozen=True)
class Total:
    """An amount over the population, everyone counted with the weight of their household.

    Attributes:
        name: of the column.
        table: ``persons`` or ``households``: who is counted as receiving or paying it.
        label: in words.
        programme: title of the programme it is a result of; empty for a total over programmes.
        unit: of the amount.
        amount: the sum; exact before it is rounded once.
        recipients: the weight of those who have any of it.
        observed: how many those are in the tables.

    """

    name: str
    table: str
    label: str
    programme: str
    unit: str
    amount: float
    recipients: float
    observed: int


@dataclass(frozen=True)
class RunResult:
    """The answer of `run`. With the same stamp and tables it is the same, however the work was shared out.

    Attributes:
        country: whose law, in English.
        currency: of the amounts.
        period: the month or year asked.
        persons_done: rows of the table of persons.
        households_done: rows of the table of households.
        refused: households without results, because a rule divides by zero; ``refused-results.csv`` tells which.
        columns: of both tables, in their order, ids and design left out.
        totals: of the amounts of money.
        data_report: of the tables that were read.
        warnings: what the reader must know.
        stamp: versions, reforms, date of verification.
        folder: where the tables stand: ``persons/*.parquet`` and ``households/*.parquet``.

    """

    country: str
    currency: str
    period: str
    persons_done: int
    households_done: int
    refused: int
    columns: tuple[OutputColumn, ...]
    totals: tuple[Total, ...]
    data_report: DataReport = field(hash=False)
    warnings: tuple[str, ...]
    stamp: Stamp
    folder: str

    def persons(self, columns: Sequence[str] | None = None) -> pa.Table:
        """Return the table of persons, or some of its columns.

        A table too large for memory is read from ``folder`` by whatever reads Parquet.
        """
        return self._table("persons", columns)

    def households(self, columns: Sequence[str] | None = None) -> pa.Table:
        """Return the table of households, or some of its columns."""
        return self._table("households", columns)

    def _table(self, name: str, columns: Sequence[str] | None) -> pa.Table:
        files = sorted(Path(self.folder, name).glob("*.parquet"))
        dataset = ds.dataset([str(each) for each in files], format="parquet")
        return dataset.to_table(columns=list(columns) if columns is not None else None)
