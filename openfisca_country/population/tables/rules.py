"""What a mapping says: for each table its file, its ids and design columns, and a rule a variable."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from openfisca_country.law import InputError, InputErrors

PERSONS, HOUSEHOLDS = "persons", "households"
UNITS = {"one": (1, 1), "hundred": (100, 1), "thousand": (1000, 1), "million": (1000000, 1), "percent": (1, 100)}
"""What numbers in a unit are multiplied and divided by."""
PERIODS_IN_YEAR = {"day": 365, "week": 52, "fortnight": 26, "month": 12, "quarter": 4, "year": 1}
MADE_FROM = ("age", "birth_year")
BIRTHDAYS = ("middle", "spread")
DECIMALS = ("point", "comma")


@dataclass(frozen=True)
class Rule:
    """How the cells of one column become those of a variable.

    Attributes:
        column: of the table.
        recode: code to value; nothing where the cells stand as they came.
        default: the value of every other code, where ``has_default``.
        has_default: False where a row with another code is refused.
        unit: of the column: a word of `UNITS`.
        period: of the column's amounts: a word of `PERIODS_IN_YEAR`; empty for that of the variable.
        times: what amounts are multiplied by, beside ``unit``.
        missing: codes that mean that the value is not known.
        form: how days are written, as ``%d.%m.%Y``; ISO where empty.
        made_from: ``age`` or ``birth_year`` where a birth date is made of one.
        on: the day on which the age was told, or the column that holds it.
        birthday: ``middle`` of the year that is possible, or ``spread`` over it.
        place: where the rule stands, for messages.

    """

    column: str
    recode: dict[Any, Any] | None = field(default=None, hash=False)
    default: Any = None
    has_default: bool = False
    unit: str = ""
    period: str = ""
    times: float = 1.0
    missing: tuple[Any, ...] = ()
    form: str = ""
    made_from: str = ""
    on: datetime.date | str = ""
    birthday: str = "middle"
    place: str = ""


@dataclass(frozen=True)
class TableMapping:
    """What a mapping says of one table. An id or a design column may join several columns.

    Attributes:
        file: its name in the folder; ``persons.*`` or ``households.*`` where empty.
        ids: the columns of ``person_id``, ``household_id``, ``stratum`` and ``cluster``, where named.
        variables: by variable, or variable and period (``wage@2026-03``); ``role`` and ``weight`` among them.
        keep: columns of households to hand through to the results.
        ignore: columns to leave out although their names are in the vocabulary.
        missing: codes that mean "not known" in every column.
        decimal: ``point`` or ``comma``, in numbers written as text.
        delimiter: of a CSV file; found from its first line where empty.

    """

    file: str = ""
    ids: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    variables: dict[str, Rule] = field(default_factory=dict, hash=False)
    keep: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    missing: tuple[Any, ...] = ()
    decimal: str = "point"
    delimiter: str = ""


@dataclass(frozen=True)
class Mapping:
    """A mapping as read.

    Attributes:
        name: of the file, for messages.
        tables: by entity.
        faults: what is wrong with it whatever the tables; `settle` tells them with what does not fit the tables.
        text: as it stood.

    """

    name: str = ""
    tables: dict[str, TableMapping] = field(default_factory=dict, hash=False)
    faults: tuple[InputError, ...] = ()
    text: str = ""

    def of(self, entity: str) -> TableMapping:
        """Return what the mapping says of a table; nothing much where it does not name it."""
        return self.tables.get(entity, TableMapping())

    def settle(self, found: Iterable[InputError] = ()) -> None:
        """Raise `InputErrors` if anything is wrong with the mapping, or with the columns it is laid over."""
        faults = [*self.faults, *found]
        if faults:
            raise InputErrors([each.at(f"{self.name}: {each.place}") if self.name else each for each in faults])
