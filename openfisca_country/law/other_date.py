"""The law of another date: every number and rule as they stood on that day, applied to any period."""

import copy
import datetime
from typing import Any

from openfisca_core.parameters import Parameter, ParameterAtInstant, ParameterNode
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.law.reform import Reform
from openfisca_country.law.system import VariableRegister

EVER = str(datetime.date.min)


class LawOf(Reform):
    """The law as it stood on a day, for every period: numbers and rules alike.

    A rule that the law of the day did not have gives nothing, and says so (``absent``).
    """

    def __init__(self, baseline: TaxBenefitSystem, day: datetime.date) -> None:
        self.law_day = day
        self.title = f"The law of {day:%Y-%m}"
        super().__init__(baseline)
        self.name = self.key = f"law of {day:%Y-%m}"

    def apply(self) -> None:
        """Let the values and formulas of the day hold for ever."""
        self.parameters = _at_rest(self.parameters, self.law_day.isoformat())
        rules = {name: _rule_of(each, self.law_day) for name, each in self.variables.items()}
        self.variables: VariableRegister = VariableRegister(rules)


def _at_rest(node: Any, day: str) -> Any:
    twin = copy.copy(node)
    if isinstance(node, ParameterNode):
        twin.children = {}
        for name, child in node.children.items():
            twin.children[name] = _at_rest(child, day)
            setattr(twin, name, twin.children[name])
    elif isinstance(node, Parameter):
        twin.values_history = twin
        twin.values_list = [_for_ever(entry) for entry in node.values_list if entry.instant_str <= day][:1]
    else:  # a scale: each bracket is a node of series
        twin.brackets = [_at_rest(bracket, day) for bracket in node.brackets]
    return twin


def _for_ever(entry: ParameterAtInstant) -> ParameterAtInstant:
    twin = copy.copy(entry)
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
