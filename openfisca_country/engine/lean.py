"""The same simulation, lean: each array is kept once, and no rule runs twice on the same facts.

What it leaves out of OpenFisca's is bookkeeping (traces, holders, checks made again at each look); the answers are the
same to the last bit, and a test holds it to that.
"""

from dataclasses import dataclass
from typing import Any

import numpy
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.periods import Instant, Period
from openfisca_core.periods import period as read_period
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine.block import Block, Stated
from openfisca_country.engine.populations import LeanHouseholds, LeanPersons
from openfisca_country.engine.simulation import BlockSimulation, circle, covered, laid_over
from openfisca_country.engine.timeless import edition, law_read
from openfisca_country.law import ETERNITY, Household, Person

Key = tuple[str, Period | None]


@dataclass(slots=True)
class _Work:
    """The last time a rule ran: what it read, and what it gave."""

    formula: Any
    editions: tuple[int, ...]
    stated: list[Stated]
    reads: list[tuple[str, Any]]
    result: Any


class LeanSimulation(BlockSimulation):
    """A simulation for many people and many months, which cannot be traced."""

    def __init__(self, system: TaxBenefitSystem, block: Block) -> None:
        super().__init__(system, block)
        self._variables = system.variables
        self._known: dict[Key, Any] = {}
        self._at_rest: dict[str, Any] = {}
        self._worked: dict[str, _Work] = {}
        self._open: dict[str, None] = {}
        self._reads: list[tuple[str, Any]] = []
        self._law: dict[Instant, Any] = {}

    def populations_of(self, system: TaxBenefitSystem) -> Any:
        """Return populations that keep what depends on the block alone."""
        persons = LeanPersons(system.person_entity)
        return {Person.key: persons, Household.key: LeanHouseholds(system.group_entities[0], persons)}

    def calculate(self, variable_name: str, period: Any) -> Any:
        """Calculate a variable for a period."""
        if not isinstance(period, Period):
            period = read_period(period)
        key = (variable_name, period)
        array = self._known.get(key)
        if array is None:
            array = self._known[key] = self._work_out(variable_name, period)
        self._reads.append((variable_name, array))
        return array

    def _work_out(self, name: str, period: Period) -> Any:
        variable = self._variables.get(name) or self.tax_benefit_system.get_variable(name, check_existence=True)
        self._check_period_consistency(period, variable)
        if name in self._open:
            raise circle([*self._open, name], name)
        self._open[name] = None
        outer, self._reads = self._reads, []
        try:
            layers = self.layers(name, period)
            formula = None if covered(layers) else variable.get_formula(period)
            if formula is None:
                return self._without_rule(variable, layers, period)
            return self._by_rule(variable, formula, layers, period)
        finally:
            self._reads = outer
            del self._open[name]

    def _without_rule(self, variable: Any, layers: list[Stated], period: Period) -> Any:
        """Return what is stated, or the default: the same array in every period that has no value of its own."""
        lasting = str(period) not in self.stated.get(variable.name, ()) or variable.definition_period == ETERNITY
        if lasting and variable.name in self._at_rest:
            return self._at_rest[variable.name]
        count = self.get_variable_population(variable.name).count
        if len(layers) == 1 and layers[0].mask is None and layers[0].values.dtype == variable.dtype:
            array = layers[0].values.view()
        else:
            array = laid_over(variable.default_array(count), layers)
        array.flags.writeable = False
        if lasting:
            self._at_rest[variable.name] = array
        return array

    def _by_rule(self, variable: Any, formula: Any, layers: list[Stated], period: Period) -> Any:
        last = self._worked.get(variable.name)
        paths = law_read(formula)
        editions: tuple[int, ...] = ()
        if paths is not None:
            day = str(period.start)
            editions = tuple(edition(self.tax_benefit_system, path, day) for path in paths)
            if (
                last is not None
                and last.formula is formula
                and last.editions == editions
                and last.stated == layers
                and all(self.calculate(name, period) is array for name, array in last.reads)
            ):
                return last.result
            self._reads = []
        population = self.get_variable_population(variable.name)
        if formula.__code__.co_argcount == 2:
            array = formula(population, period)
        else:
            array = formula(population, period, self._law_at)
        array = (
            variable.default_array(population.count) if array is None else self._cast_formula_result(array, variable)
        )
        if layers:
            array = laid_over(array, layers)
        if last is not None and _same_bits(array, last.result):
            array = last.result
        array.flags.writeable = False
        self._worked[variable.name] = _Work(formula, editions, layers, self._reads, array)
        return array

    def _law_at(self, period: Any) -> Any:
        if not isinstance(period, Period):
            return self.tax_benefit_system.get_parameters_at_instant(period)
        found = self._law.get(period.start)
        if found is None:
            found = self._law[period.start] = self.tax_benefit_system.get_parameters_at_instant(period)
        return found


def _same_bits(one: Any, other: Any) -> bool:
    if isinstance(one, EnumArray):
        one, other = one.view(numpy.ndarray), other.view(numpy.ndarray)
    if one.dtype == object or one.dtype != other.dtype:
        return False
    if one.dtype == numpy.float64:  # minus zero equals zero, but is not the same number
        one, other = one.view(numpy.int64), other.view(numpy.int64)
    return bool(numpy.array_equal(one, other))
