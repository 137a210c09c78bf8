"""The same simulation, lean: each array is kept once, and no rule runs twice on the same facts.

What it leaves out of OpenFisca's is bookkeeping (traces, holders, checks made again at each look); the answers are the
same to the last bit, and tests hold it to that.
"""

from dataclasses import dataclass
from typing import Any

import numpy
from openfisca_core.periods import Period
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine.alike import any_one, is_stretched, stretched
from openfisca_country.engine.block import Block, Stated
from openfisca_country.engine.populations import LeanHouseholds, LeanPersons
from openfisca_country.engine.rest import AtRest, Found, Rest, at_rest
from openfisca_country.engine.rules import Rule, parts_of, read_period, rules_of
from openfisca_country.engine.simulation import BlockSimulation, circle, covered, laid_over
from openfisca_country.law import MONTH, YEAR, Household, Person
from openfisca_country.law.unknown import Unknown, same_bits

ENOUGH, MANY = 32, 2000
"""Cells from which on it pays to see first whether all are alike, and what the law comes to whoever they are."""


NOTHING: list[Stated] = []


@dataclass(slots=True)
class _Moment:
    """A period: what is known of it, and its rules and what they rest on as looked up so far, by variable."""

    period: Any
    known: dict[str, Any]
    rules: dict[str, Rule | None]
    rests: Found


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
        self._usual = block.usual
        self._variables = system.variables
        self._rules = rules_of(system)
        self._law_at_rest: AtRest | None = None
        self._moments: dict[Period, _Moment] = {}
        self._moment = _Moment(None, {}, {}, {})
        self._lasting: dict[str, Any] = {}
        self._latest: dict[str, Any] = {}
        self._worked: dict[str, _Work] = {}
        self._open: dict[str, None] = {}
        self._reads: dict[str, Any] = {}
        self._law: dict[Period, Any] = {}
        self._any_one = any_one(self._look)
        self._differ: set[Any] = set()

    def populations_of(self, system: TaxBenefitSystem) -> Any:
        """Return populations that keep what depends on the block alone."""
        persons = LeanPersons(system.person_entity)
        return {Person.key: persons, Household.key: LeanHouseholds(system.group_entities[0], persons)}

    def calculate(self, variable_name: str, period: Any) -> Any:
        """Calculate a variable for a period."""
        moment = self._moment if period is self._moment.period else self._moment_of(period)
        array = moment.known.get(variable_name)
        if array is None:
            array = moment.known[variable_name] = self._work_out(variable_name, moment)
            self._moment = moment
        self._reads[variable_name] = array
        return array

    def _moment_of(self, period: Any) -> _Moment:
        if not isinstance(period, Period):
            period = read_period(period)
        moment = self._moments.get(period)
        if moment is None:
            moment = self._moments[period] = _Moment(period, {}, self._rules.found(period), self._rests_of(period))
        self._moment = moment
        return moment

    def calculate_add(self, variable_name: str, period: Any) -> Any:
        """Add a variable up over the months or years of a longer period, in their order."""
        variable = self._variables.get(variable_name)
        if variable is None or not isinstance(period, Period) or variable.definition_period not in (MONTH, YEAR):
            return super().calculate_add(variable_name, period)
        arrays = [self.calculate(variable_name, each) for each in parts_of(period, variable.definition_period)]
        if all(map(is_stretched, arrays)):
            return stretched(sum(each[:1] for each in arrays), len(arrays[0]))
        return sum(arrays)

    def _work_out(self, name: str, moment: _Moment) -> Any:
        period = moment.period
        variable = self._variables.get(name) or self.tax_benefit_system.get_variable(name, check_existence=True)
        if period[0] != variable.definition_period or period[2] != 1:
            self._check_period_consistency(period, variable)
        rest = moment.rests.get(name, self)
        if rest is self and self._law_at_rest is not None:
            rest = self._law_at_rest.rest(name, period)
        if type(rest) is Rest:
            return rest.over(self.populations[variable.entity.key].count)
        if name in self._open:
            raise circle([*self._open, name], name)
        self._open[name] = None
        outer, self._reads = self._reads, {}
        try:
            layers = self.layers(name, period) if name in self.stated else NOTHING
            if layers and covered(layers):
                return self._without_rule(variable, layers, period)
            rule = moment.rules[name] if name in moment.rules else self._rules.rule(variable, period)
            if rule is None:
                return self._without_rule(variable, layers, period)
            return self._by_rule(variable, rule, layers, moment)
        finally:
            self._reads = outer
            del self._open[name]

    def _look(self, name: str, period: Any) -> Any:
        """Return what a variable is for all, if it is the same; shape (1,)."""
        array = self.calculate(name, period)
        if is_stretched(array):
            return array[:1]
        del self._reads[name]
        return Unknown(array[:1])

    def _rests_of(self, period: Period) -> Found:
        """Return what is known of a period whoever is evaluated."""
        if not self._moments:  # from now on, nothing more is stated
            usual, count = self._usual.union(self.stated), self.populations[Person.key].count
            if count >= ENOUGH:
                for name in [each for each in self.stated if self._says_nothing(each)]:
                    del self.stated[name]
            self._law_at_rest = at_rest(self.tax_benefit_system, frozenset(self.stated), count >= MANY, usual)
            if self._law_at_rest is not None:
                self._differ = self._law_at_rest.differ
        return {} if self._law_at_rest is None else self._law_at_rest.found(period)

    def _says_nothing(self, name: str) -> bool:
        """Tell whether what is stated is the default of a variable without a rule, for all of whom it is stated."""
        variable = self._variables[name]
        if variable.formulas or variable.dtype == object:
            return False
        default = numpy.asarray(variable.default_array(1))
        return all((numpy.asarray(each.values) == default).all() for each in self.stated[name].values())

    def _without_rule(self, variable: Any, layers: list[Stated], period: Period) -> Any:
        """Return what is stated, or the default: the same array in every period that has no value of its own."""
        count = self.populations[variable.entity.key].count
        if not layers and count < ENOUGH:
            return self._rules.default(variable, count)
        lasting = variable.name not in self.stated or str(period) not in self.stated[variable.name]
        if lasting and variable.name in self._lasting:
            return self._lasting[variable.name]
        if not layers:
            array = stretched(self._rules.default(variable, 1), count)
        elif len(layers) == 1 and layers[0].mask is None and layers[0].values.dtype == variable.dtype:
            array = layers[0].values.view()
        else:
            array = laid_over(variable.default_array(count), layers)
        last = self._latest.get(variable.name)
        if last is not None and same_bits(array, last):
            array = last
        array.flags.writeable = False
        self._latest[variable.name] = array
        if lasting:
            self._lasting[variable.name] = array
        return array

    def _by_rule(self, variable: Any, rule: Rule, layers: list[Stated], moment: _Moment) -> Any:
        period = moment.period
        last = self._worked.get(variable.name)
        if last is not None and self._finds_the_same(last, rule, layers, moment):
            return last.result
        array = None if layers else self._for_any_one(variable, rule, period)
        if array is None:
            self._reads = {}
            array = self._apply(variable, rule, self.populations[variable.entity.key], period)
        if layers:
            array = laid_over(array, layers)
        if last is not None and same_bits(array, last.result):
            array = last.result
        array.flags.writeable = False
        self._worked[variable.name] = _Work(rule, layers, self._reads, array)
        return array

    def _apply(self, variable: Any, rule: Rule, population: Any, period: Period) -> Any:
        return rule.applied(variable, population, self.populations[variable.entity.key].count, period, self._law_at)

    def _for_any_one(self, variable: Any, rule: Rule, period: Period) -> Any:
        """Return what a rule gives where it finds everybody alike; nothing where people differ in what it looks at."""
        count = self.populations[variable.entity.key].count
        if count < ENOUGH or rule.formula in self._differ:
            return None
        self._reads = {}
        try:
            array = self._apply(variable, rule, self._any_one[variable.entity.key], period)
        except Exception:  # what cannot be said of anybody is said of those it is about, as is what is wrong with it
            array = None
        if array is None or isinstance(array, Unknown):
            self._differ.add(rule.formula)
            return None
        return stretched(array[:1], count)

    def _finds_the_same(self, last: _Work, rule: Rule, layers: list[Stated], moment: _Moment) -> bool:
        """Tell whether a rule would find the same law and the same facts as the last time it ran."""
        if not rule.is_as(last.rule) or last.stated != layers:
            return False
        known = moment.known
        for name, array in last.reads.items():
            now = known.get(name)
            if (self.calculate(name, moment.period) if now is None else now) is not array:
                return False
        return True

    def close(self) -> None:
        """Let go of everything: the simulation and its populations hold each other, and would stay for a while."""
        for population in self.populations.values():
            population.simulation = None
        self._moment = _Moment(None, {}, {}, {})
        for known in (self._moments, self._lasting, self._latest, self._worked, self._any_one, self.stated):
            known.clear()

    def _law_at(self, period: Any) -> Any:
        if not isinstance(period, Period):
            return self.tax_benefit_system.get_parameters_at_instant(period)
        found = self._law.get(period)
        if found is None:
            found = self._law[period] = self.tax_benefit_system.get_parameters_at_instant(period)
        return found
