"""The law of another date: every number and rule as they stood on that day, applied to any period."""

import copy
import datetime
from typing import Any

from openfisca_core.parameters import Parameter, ParameterAtInstant, ParameterNode
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.law.errors import LawError
from openfisca_country.law.reform import Reform
from openfisca_country.law.system import VariableRegister
from openfisca_country.law.units import parts_of
from openfisca_country.law.values import find_parameter

EVER = str(datetime.date.min)


class LawOf(Reform):
    """The law as it stood on a day, for every period: numbers and rules alike.

    A rule that the law of the day did not have gives nothing, and says so (``absent``).

    Args:
        baseline: current law.
        day: whose law.
        index: path of a parameter by whose rise from that day to ``today`` every amount of money in the law is raised;
            none by default: prices as they were.
        today: the day to whose prices amounts are raised.

    Raises:
        LawError: the index is no parameter, is no number, or has no value on one of the two days.

    """

    def __init__(
        self, baseline: TaxBenefitSystem, day: datetime.date, index: str | None = None, today: str = ""
    ) -> None:
        self.law_day = day
        self.rise = rise(baseline, index, day.isoformat(), today) if index else 1.0
        self.title = f"The law of {day:%Y-%m}" + (f", amounts times {self.rise:.4g} ({index})" if index else "")
        super().__init__(baseline)
        self.name = self.key = f"law of {day:%Y-%m}" + (f" by {index}" if index else "")

    def apply(self) -> None:
        """Let the values and formulas of the day hold for ever."""
        currency = self.country.currency
        self.parameters = _at_rest(self.parameters, self.law_day.isoformat(), currency, self.rise)
        rules = {name: _rule_of(each, self.law_day) for name, each in self.variables.items()}
        self.variables: VariableRegister = VariableRegister(rules)


def rise(system: TaxBenefitSystem, index: str, start: str, end: str) -> float:
    """Return by how much a parameter rose from one day to another."""
    parameter = find_parameter(system.parameters, index)
    old, new = parameter.get_at_instant(start), parameter.get_at_instant(end)
    for day, value in ((start, old), (end, new)):
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise LawError(f"{index} cannot serve as an index: it has no positive value on {day}.")
    return float(new / old)


def _at_rest(node: Any, day: str, currency: str, factor: float) -> Any:
    twin = copy.copy(node)
    if isinstance(node, ParameterNode):
        twin.children = {}
        for name, child in node.children.items():
            twin.children[name] = _at_rest(child, day, currency, factor)
            setattr(twin, name, twin.children[name])
    elif isinstance(node, Parameter):
        twin.values_history = twin
        in_force = [entry for entry in node.values_list if entry.instant_str <= day][:1]
        money = parts_of(str(node.metadata.get("unit") or "/1"))[0] == currency
        twin.values_list = [_for_ever(entry, factor if money else 1.0) for entry in in_force]
    else:  # a scale: each bracket is a node of series
        twin.brackets = [_at_rest(bracket, day, currency, factor) for bracket in node.brackets]
    return twin


def _for_ever(entry: ParameterAtInstant, factor: float) -> ParameterAtInstant:
    twin = copy.copy(entry)
    if factor != 1 and entry.value is not None:
        twin.value = entry.value * factor
    twin.instant_str = EVER
    return twin


def _rule_of(variable: Any, day: datetime.date) -> Any:
    if not variable.formulas:
        return variable
    twin = copy.copy(variable)
    formula = variable.get_formula(day.isoformat()[:7])
    twin.end = None
    twin.formulas = type(variable.formulas)({EVER: formula} if formula is not None else {})
    twin.absent = formula is None
    return twin
