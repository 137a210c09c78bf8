"""What a run is to answer: its columns, and which variable is asked in which month for each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine import months_of
from openfisca_country.household.status import LawStatus
from openfisca_country.law import ETERNITY, MONTH, InputError, nearest

Key = tuple[str, str]

TOTALS = ("market_income", "benefits", "taxes_and_contributions", "disposable_income")
FACTS = ("age", "sex", "household_size", "region")


class Meaning(StrEnum):
    """What the cells of a column tell."""

    ONE = "value of the period"
    TOTAL = "total of the months"
    MONTHS = "number of months in which it holds"
    LAST = "value of the last month"


@dataclass(frozen=True)
class Column:
    """A column of the results.

    Attributes:
        name: the variable's, with ``@2026-03`` where it is of one month of the period.
        variable: which.
        entity: ``persons`` or ``households``.
        label: in words.
        unit: of the cells.
        meaning: what they tell of the period.
        periods: in which the variable is asked.
        kind: type of the variable: ``float``, ``int``, ``bool``, ``date``, ``str`` or ``Enum``.

    """

    name: str
    variable: str
    entity: str
    label: str
    unit: str
    meaning: Meaning
    periods: tuple[str, ...]
    kind: str

    @property
    def is_amount(self) -> bool:
        """Whether the cells are money that flows, and can be added up over people."""
        return self.kind == "float" and self.unit.startswith("currency/") and self.meaning != Meaning.LAST


@dataclass(frozen=True)
class Plan:
    """What is asked of every block.

    Attributes:
        period: a month or a year.
        columns: of both tables.
        asked: variables and periods month by month, so that the engine meets the same month's facts together.
        unanswered: by law, what of this has no rule there.

    """

    period: str
    columns: tuple[Column, ...]
    asked: tuple[Key, ...]
    unanswered: Mapping[str, frozenset[Key]] = field(hash=False)

    @cached_property
    def entity_of(self) -> dict[str, str]:
        """The table of each variable: ``persons`` or ``households``."""
        return {column.variable: column.entity for column in self.columns}


def plan_of(
    laws: Mapping[str, TaxBenefitSystem], period: str, variables: Iterable[str] | None = None, monthly: bool = False
) -> Plan:
    """Lay out the columns of a run.

    Args:
        laws: by name, current law first; a variable of any of them can be asked.
        period: a month or a year.
        variables: which; those of every programme, the totals and the harmonised outputs by default.
        monthly: add a column a month.

    Raises:
        InputError: no law has such a variable; the nearest name is offered. Or none is named.

    """
    known = {name: each for system in reversed(list(laws.values())) for name, each in system.variables.items()}
    names = tuple(dict.fromkeys(variables)) if variables is not None else default_variables(laws)
    if not names:
        raise InputError("--variables", "name at least one, separated by commas.")
    for name in names:
        if name not in known:
            raise InputError(name, f"there is no such variable.{nearest(name, known)}")
    months = months_of(period)
    columns = [each for name in names for each in _columns(known[name], period, months, monthly)]
    keys = dict.fromkeys((each.variable, when) for each in columns for when in each.periods)
    asked = tuple(sorted(keys, key=lambda key: key[1]))
    without = {law: _without_rule(system, asked) for law, system in laws.items()}
    return Plan(period, tuple(columns), asked, without)


def default_variables(laws: Mapping[str, TaxBenefitSystem]) -> tuple[str, ...]:
    """Return the variables of every programme, the totals, the harmonised outputs, and a few facts to group by."""
    names: list[str] = []
    for system in laws.values():
        names += [name for name in FACTS if name in system.variables]
        names += [name for each in system.book.programmes.values() for name in each.variables]
        names += [*sorted(system.outputs), *(name for name in TOTALS if name in system.variables)]
    return tuple(dict.fromkeys(names))


def _without_rule(system: TaxBenefitSystem, asked: Iterable[Key]) -> frozenset[Key]:
    """Return what a law has no rule for, though it is no input."""
    status = LawStatus(system)
    return frozenset(
        (name, period) for name, period in asked if name not in system.variables or status.of(name, period) is not None
    )


def _columns(variable: Any, period: str, months: tuple[str, ...], monthly: bool) -> list[Column]:
    if variable.definition_period == ETERNITY:
        return [_column(variable, variable.name, Meaning.ONE, ("ETERNITY",))]
    if variable.definition_period != MONTH:
        return [_column(variable, variable.name, Meaning.ONE, (period[:4],))]
    if len(months) == 1:
        return [_column(variable, variable.name, Meaning.ONE, months)]
    meaning, periods = _over_months(variable, months)
    columns = [_column(variable, variable.name, meaning, periods)]
    if monthly:
        columns += [_column(variable, f"{variable.name}@{month}", Meaning.ONE, (month,)) for month in months]
    return columns


def _over_months(variable: Any, months: tuple[str, ...]) -> tuple[Meaning, tuple[str, ...]]:
    if variable.value_type is bool:
        return Meaning.MONTHS, months
    if variable.value_type is float and str(variable.unit or "").startswith("currency/month"):
        return Meaning.TOTAL, months
    return Meaning.LAST, months[-1:]


def _column(variable: Any, name: str, meaning: Meaning, periods: tuple[str, ...]) -> Column:
    unit = str(variable.unit or "")
    if meaning is Meaning.MONTHS:
        unit = "month"
    elif meaning is Meaning.TOTAL:
        unit = unit.replace("/month", "/year")
    return Column(
        name=name,
        variable=variable.name,
        entity=variable.entity.plural,
        label=str(variable.label or variable.name),
        unit=unit,
        meaning=meaning,
        periods=periods,
        kind=variable.value_type.__name__,
    )
