"""Which rule is in force when, and which edition of the law it reads: looked up once a law, whoever is evaluated."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import numpy
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.parameters import Parameter, ParameterNode
from openfisca_core.periods import DateUnit, Period
from openfisca_core.periods import period as _read_period
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine.timeless import Path, law_read
from openfisca_country.law.programmes import dated_values
from openfisca_country.law.unknown import Unknown

T = TypeVar("T")

MOST_PERIODS = 1000
"""Periods of which what was looked up is kept: nobody who asks for ever other months may fill the memory."""

read_period = lru_cache(maxsize=10_000)(_read_period)
"""Read a period from text, as OpenFisca does."""


@lru_cache(maxsize=10_000)
def parts_of(period: Period, unit: DateUnit) -> tuple[Period, ...]:
    """Return the months or years that a period is made of, as OpenFisca does."""
    return tuple(period.get_subperiods(unit))


def table_of(tables: dict[Period, dict[str, T]], period: Period, most: int) -> dict[str, T]:
    """Return the table of a period, which may be empty yet; where there are too many, the others are let go."""
    table = tables.get(period)
    if table is None:
        if len(tables) >= most:
            tables.clear()
        table = tables[period] = {}
    return table


@dataclass(frozen=True, eq=False)
class Rule:
    """The rule of a variable in a period.

    Attributes:
        formula: in force.
        reads_law: whether it takes the law's numbers as its third argument.
        day: the first of the period.
        law: the rules it is one of.

    """

    formula: Any
    reads_law: bool
    day: str
    law: "Rules"

    @cached_property
    def edition(self) -> tuple[int, ...] | None:
        """The edition of the parts of the law it reads: in two periods with the same one it finds the same numbers.

        Nothing for a rule that looks at its period otherwise than through facts and numbers of that period.
        """
        paths = law_read(self.formula)
        return None if paths is None else tuple(self.law.edition(path, self.day) for path in sorted(paths))

    def is_as(self, other: "Rule") -> bool:
        """Tell whether two periods have the same rule and the same law, so that it gives the same on the same facts."""
        return self.formula is other.formula and self.edition is not None and self.edition == other.edition

    def applied(self, variable: Any, population: Any, count: int, period: Period, law: Any) -> Any:
        """Return what the rule gives, as the variable holds it.

        Args:
            variable: whose rule it is.
            population: to run it on, or one who stands for all.
            count: persons or households in it.
            period: to run it for.
            law: returns the law's numbers of a period.

        """
        array = self.formula(population, period, law) if self.reads_law else self.formula(population, period)
        if type(array) is numpy.ndarray and array.dtype == variable.dtype:
            return array
        if array is None:
            return variable.default_array(count)
        if isinstance(array, Unknown):
            return array
        if variable.value_type is Enum and not isinstance(array, EnumArray):
            return variable.possible_values.encode(array)
        if not isinstance(array, numpy.ndarray):
            array = numpy.full(count, array)
        return array if array.dtype == variable.dtype else array.astype(variable.dtype)


class Rules:
    """The rules of one law, by variable and period."""

    def __init__(self, system: TaxBenefitSystem) -> None:
        self._parameters = system.parameters
        self._changes: dict[Path, list[str]] = {}
        self._found: dict[Period, dict[str, Rule | None]] = {}
        self._defaults: dict[tuple[str, int], Any] = {}

    def found(self, period: Period) -> dict[str, Rule | None]:
        """Return the rules of a period as looked up so far, by variable; a table to be filled by `rule`."""
        return table_of(self._found, period, MOST_PERIODS)

    def rule(self, variable: Any, period: Period) -> Rule | None:
        """Return the rule of a variable in a period; nothing where it has none."""
        found = self.found(period)
        if variable.name not in found:
            found[variable.name] = self._find(variable, period)
        return found[variable.name]

    def default(self, variable: Any, count: int) -> Any:
        """Return the default of a variable for a few people, read-only: the same array for all who ask."""
        key = (variable.name, count)
        if key not in self._defaults:
            array = variable.default_array(count)
            array.flags.writeable = False
            self._defaults[key] = array
        return self._defaults[key]

    def _find(self, variable: Any, period: Period) -> Rule | None:
        formula = variable.get_formula(period)
        if formula is None:
            return None
        return Rule(formula, formula.__code__.co_argcount > 2, str(period.start), self)

    def edition(self, path: Path, day: str) -> int:
        """Return how many times a part of the law had changed by a day."""
        if path not in self._changes:
            self._changes[path] = _days_of_change(self._parameters, path)
        return bisect_right(self._changes[path], day)


_KNOWN: WeakKeyDictionary[TaxBenefitSystem, Rules] = WeakKeyDictionary()


def rules_of(system: TaxBenefitSystem) -> Rules:
    """Return the rules of a law, as looked up so far."""
    found = _KNOWN.get(system)
    if found is None:
        found = _KNOWN[system] = Rules(system)
    return found


def _days_of_change(node: ParameterNode, path: Path) -> list[str]:
    """Return the days on which a part of the law changed, or the smallest part around it that has a place."""
    for name in path:
        child = node.children.get(name)
        if isinstance(child, Parameter):
            return sorted({value.instant_str for value in child.values_list})
        if not isinstance(child, ParameterNode):
            break
        node = child
    return sorted({value.instant_str for value in dated_values(node)})
