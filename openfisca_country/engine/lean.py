"""The same simulation, lean: each array is kept once, and no rule runs twice on the same facts.

What it leaves out of OpenFisca's is bookkeeping (traces, holders, checks made again at each look); the answers are the
same to the last bit, and a test holds it to that.
"""

from dataclasses import dataclass
from typing import Any

import numpy
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.periods import Period
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine.block import Block, Stated
from openfisca_country.engine.populations import LeanHouseholds, LeanPersons
from openfisca_country.engine.rules import Rule, read_period, rules_of
from openfisca_country.engine.simulation import BlockSimulation, circle, covered, laid_over
from openfisca_country.law import Household, Person


@dataclass(slots=True)
class _Work:
    """The last time a rule ran: under which rule, on what, and what it gave."""

    rule: Rule
    stated: list[Stated]
    reads: dict[str, Any]
    result: Any


class LeanSimulation(BlockSimulation):
    """A simulation for many people and many months, which cannot be traced."""

    def __init__(self, system: TaxBenefitSystem, block: Block) -> None:
        super().__init__(system, block)
        self._variables = system.variables
        self._rules = rules_of(system)
        self._known: dict[tuple[str, Period], Any] = {}
        self._at_rest: dict[str, Any] = {}
        self._worked: dict[str, _Work] = {}
        self._open: dict[str, None] = {}
        self._reads: dict[str, Any] = {}
        self._law: dict[Period, Any] = {}

    def populations_of(self, system: TaxBenefitSystem) -> Any:
        """Return populations that keep what depends on the block alone."""
        persons = LeanPersons(system.person_entity)
        return {Person.key: persons, Household.key: LeanHouseholds(system.group_entities[0], persons)}

    def calculate(self, variable_name: str, period: Any) -> Any:
        """Calculate a variable for a period."""
        key = (variable_name, period if isinstance(period, Period) else read_period(period))
        array = self._known.get(key)
        if array is None:
            array = self._known[key] = self._work_out(*key)
        self._reads[variable_name] = array
        return array

    def _work_out(self, name: str, period: Period) -> Any:
        variable = self._variables.get(name) or self.tax_benefit_system.get_variable(name, check_existence=True)
        if period[0] != variable.definition_period or period[2] != 1:
            self._check_period_consistency(period, variable)
        if name in self._open:
            raise circle([*self._open, name], name)
        self._open[name] = None
        outer, self._reads = self._reads, {}
        try:
            layers = self.layers(name, period)
            rule = None if layers and covered(layers) else self._rules.rule(variable, period)
            if rule is None:
                return self._without_rule(variable, layers, period)
            return self._by_rule(variable, rule, layers, period)
        finally:
            self._reads = outer
            del self._open[name]

    def _without_rule(self, variable: Any, layers: list[Stated], period: Period) -> Any:
        """Return what is stated, or the default: the same array in every period that has no value of its own."""
        lasting = variable.name not in self.stated or str(period) not in self.stated[variable.name]
        if lasting and variable.name in self._at_rest:
            return self._at_rest[variable.name]
        if len(layers) == 1 and layers[0].mask is None and layers[0].values.dtype == variable.dtype:
            array = layers[0].values.view()
        else:
            count = self.get_variable_population(variable.name).count
            array = laid_over(variable.default_array(count), layers)
        array.flags.writeable = False
        if lasting:
            self._at_rest[variable.name] = array
        return array

    def _by_rule(self, variable: Any, rule: Rule, layers: list[Stated], period: Period) -> Any:
        last = self._worked.get(variable.name)
        if last is not None and self._finds_the_same(last, rule, layers, period):
            return last.result
        self._reads = {}
        population = self.populations[variable.entity.key]
        array = rule.formula(population, period, self._law_at) if rule.reads_law else rule.formula(population, period)
        array = (
            variable.default_array(population.count) if array is None else self._cast_formula_result(array, variable)
        )
        if layers:
            array = laid_over(array, layers)
        if last is not None and _same_bits(array, last.result):
            array = last.result
        array.flags.writeable = False
        self._worked[variable.name] = _Work(rule, layers, self._reads, array)
        return array

    def _finds_the_same(self, last: _Work, rule: Rule, layers: list[Stated], period: Period) -> bool:
        """Tell whether a rule would find the same law and the same facts as the last time it ran."""
        if rule.edition is None or last.rule.formula is not rule.formula or last.rule.edition != rule.edition:
            return False
        if last.stated != layers:
            return False
        calculate = self.calculate
        return all(calculate(name, period) is array for name, array in last.reads.items())

    def _law_at(self, period: Any) -> Any:
        if not isinstance(period, Period):
            return self.tax_benefit_system.get_parameters_at_instant(period)
        found = self._law.get(period)
        if found is None:
            found = self._law[period] = self.tax_benefit_system.get_parameters_at_instant(period)
        return found


def _same_bits(one: Any, other: Any) -> bool:
    if isinstance(one, EnumArray):
        one, other = one.view(numpy.ndarray), other.view(numpy.ndarray)
    if one.dtype == object or one.dtype != other.dtype:
        return False
    if one.dtype == numpy.float64:  # minus zero equals zero, but is not the same number
        one, other = one.view(numpy.int64), other.view(numpy.int64)
    return bool(numpy.array_equal(one, other))
