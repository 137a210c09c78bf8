"""What a column of a table may state, and the column itself."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from openfisca_core.indexed_enums import Enum
from openfisca_core.variables import Variable as CoreVariable

from openfisca_country.law import ETERNITY, MONTH, YEAR
from openfisca_country.population.tables.quoting import literal, quoted, text

LARGEST = 2**53  # above this, 64-bit numbers are no longer exact to the unit
OLDEST = 130
KINDS = {float: "number", int: "whole", bool: "truth", str: "text", Enum: "choice", datetime.date: "day"}
NUMBERS = ("whole", "number")


@dataclass(frozen=True)
class Target:
    """What a column states.

    Attributes:
        name: the variable, with ``@2026-03`` where it is of one period.
        kind: ``number``, ``whole``, ``truth``, ``text``, ``choice`` or ``day``.
        choices: names, where one is to be chosen.
        unit: of the values.
        periods_in_year: of the period its values are of; nothing for one that does not change.

    """

    name: str
    kind: str
    choices: tuple[str, ...] = ()
    unit: str = ""
    periods_in_year: int | None = None


def target_of(variable: CoreVariable, name: str) -> Target:
    """Return a variable as what a column states."""
    kind = KINDS[variable.value_type]
    in_year = {MONTH: 12, YEAR: 1, ETERNITY: None}
    return Target(
        name=name,
        kind=kind,
        choices=tuple(each.name for each in variable.possible_values) if kind == "choice" else (),
        unit=variable.unit or "",
        periods_in_year=in_year[variable.definition_period],
    )


@dataclass(frozen=True)
class Cells:
    """The cells of a column in three steps, each SQL over the one before.

    Attributes:
        cleaned: name to SQL over the table: blanks and codes for "not known" made null.
        parsed: name to SQL over the cleaned cells: a value, or null where there is none that could be meant.
        value: SQL over the parsed cells, as it is staged.
        fault: SQL over the parsed cells: null, or what is wrong with a cell, ``…, got …``.

    """

    cleaned: dict[str, str] = field(hash=False)
    parsed: dict[str, str] = field(hash=False)
    value: str
    fault: str


@dataclass(frozen=True)
class Column:
    """A column of a table as it is to be read.

    Attributes:
        name: of the column.
        kind: as `Source.columns` tells it.
        missing: codes that mean "not known".
        decimal: ``point`` or ``comma``.
        labels: value label to code.

    """

    name: str
    kind: str
    missing: tuple[Any, ...] = ()
    decimal: str = "point"
    labels: dict[str, Any] = field(default_factory=dict, hash=False)

    def cleaned(self) -> str:
        """Return SQL of its cells, blanks and codes for "not known" made null."""
        name = quoted(self.name)
        cell = f"nullif(trim(CAST({name} AS VARCHAR)), '')" if self.kind == "text" else name
        codes = [match for code in self.missing if (match := self.matches(cell, code)) is not None]
        return f"CASE WHEN {' OR '.join(codes)} THEN NULL ELSE {cell} END" if codes else cell

    def matches(self, cell: str, code: Any) -> str | None:
        """Return SQL that tells whether a cell holds a code; nothing where it never can."""
        if self.kind == "text":
            return _text_matches(cell, code)
        if self.kind == "nothing":
            return "FALSE"
        if self.kind == "truth":
            return f"{cell} = {literal(code)}" if isinstance(code, bool) else None
        number = None if self.kind not in NUMBERS or isinstance(code, bool) else _number(self.labels.get(code, code))
        return None if number is None else f"{cell} = {number!r}"


def _text_matches(cell: str, code: Any) -> str:
    """Return SQL that tells whether a text is a code: a number by its value, a text letter by letter."""
    if isinstance(code, bool):
        return f"lower({cell}) = {text(str(code).lower())}"
    if isinstance(code, str):
        return f"{cell} = {text(code)}"
    return f"coalesce(TRY_CAST({cell} AS DOUBLE) = {float(code)!r}, FALSE)"


def _number(code: Any) -> float | None:
    try:
        return float(code)
    except ValueError:
        return None
