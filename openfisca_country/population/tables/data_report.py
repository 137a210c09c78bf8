"""What a run found in its tables before it ran: what was taken, what is assumed, what was refused and why."""

from dataclasses import dataclass
from typing import Any

MOST_IDS = 5


@dataclass(frozen=True)
class ColumnReport:
    """A column of the tables, and what became of it.

    Attributes:
        name: of the column, as it stands in the table.
        entity: ``persons`` or ``households``.
        taken_as: the variable and period that it states (``wage``, ``wage@2026-03``), what else it is (``person_id``,
            ``weight``, ``kept``), or nothing where it is ignored.
        how: what was done to its values, in words; an empty text where they stand as they came.
        unit: of the values once taken.
        missing: accepted persons or households without a value.
        minimum: the least value accepted; a number or a day as text.
        maximum: the greatest.
        levels: how many have each choice, or are true and false.

    """

    name: str
    entity: str
    taken_as: str
    how: str = ""
    unit: str = ""
    missing: int = 0
    minimum: float | str | None = None
    maximum: float | str | None = None
    levels: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class AssumedInput:
    """An input that programmes read and the tables do not hold, or not for everyone.

    Attributes:
        variable: which.
        entity: ``persons`` or ``households``.
        label: in words.
        value: taken where none is stated.
        count: for how many; everyone where there is no such column.
        programmes: that read it.

    """

    variable: str
    entity: str
    label: str
    value: Any
    count: int
    programmes: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """Something that the reader of the results must know about the tables.

    Attributes:
        kind: in few words, the same for the same thing (``duplicate person_id``).
        count: rows it concerns; 0 where it concerns a whole table.
        sentence: what it is and what became of the rows.
        ids: the first few of the persons or households concerned.
        refused: True where the rows are left out.

    """

    kind: str
    count: int
    sentence: str
    ids: tuple[str, ...] = ()
    refused: bool = False


@dataclass(frozen=True)
class DataReport:
    """What was found in the tables. Nothing in it is personal beyond a few ids.

    Attributes:
        persons: rows accepted.
        households: rows accepted.
        refused_persons: rows left out, each with its reason in ``refused-persons.csv``.
        refused_households: rows left out, each with its reason in ``refused-households.csv``.
        columns: every column of the tables.
        assumed: inputs that are not stated, or not for everyone.
        findings: what was refused and what looks odd, refusals first.

    """

    persons: int
    households: int
    refused_persons: int
    refused_households: int
    columns: tuple[ColumnReport, ...]
    assumed: tuple[AssumedInput, ...]
    findings: tuple[Finding, ...]

    @classmethod
    def from_plain(cls, content: dict[str, Any]) -> "DataReport":
        """Return the report that `dataclasses.asdict` turned into plain values, once written as JSON and read again."""
        columns = [
            ColumnReport(**{**each, "levels": tuple((name, count) for name, count in each["levels"])})
            for each in content["columns"]
        ]
        assumed = [AssumedInput(**{**each, "programmes": tuple(each["programmes"])}) for each in content["assumed"]]
        findings = [Finding(**{**each, "ids": tuple(each["ids"])}) for each in content["findings"]]
        return cls(
            **{**content, "columns": tuple(columns), "assumed": tuple(assumed), "findings": tuple(findings)},
        )
