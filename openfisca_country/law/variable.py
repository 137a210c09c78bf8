"""The variable of this package: OpenFisca's own, with exact numbers and words in more than one language."""

import datetime
from typing import Any

import numpy
from openfisca_core.holders import set_input_dispatch_by_period
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable as CoreVariable

NEVER = datetime.date(9999, 12, 31)
"""The date of an event that has not happened: later than any period, so `event <= day` is simply false."""

EXACT = {float: numpy.dtype(numpy.float64), int: numpy.dtype(numpy.int64)}


def make_exact(variable: CoreVariable) -> None:
    """Let a variable compute in 64 bits: in 32, amounts above 16,777,216 are not exact to the unit."""
    variable.dtype = EXACT.get(variable.value_type, variable.dtype)


class Variable(CoreVariable):
    """A variable of the law: exact to the unit, labelled in the languages of the people it is about.

    Beside OpenFisca's attributes a class may state ``labels``, its label in other languages:
    ``labels = {"uz": "Ishsizlik nafaqasi", "ru": "Пособие по безработице"}``.

    A monthly state (a status, a count, a date) may be given for a longer period and then holds in each month of it.
    A monthly amount may not: a year's income is not a month's.
    """

    labels: dict[str, str]
    set_input: Any

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        # OpenFisca refuses attributes it does not know, so ours step aside before a variable is built.
        cls.__labels__ = cls.__dict__.get("labels", {})
        if "labels" in cls.__dict__:
            del cls.labels

    def __init__(self, baseline_variable: CoreVariable | None = None) -> None:
        super().__init__(baseline_variable=baseline_variable)
        self.labels = {**getattr(baseline_variable, "labels", {}), **self.__labels__}
        make_exact(self)
        if self.set_input is None and self.definition_period == DateUnit.MONTH and self.value_type is not float:
            self.set_input = set_input_dispatch_by_period

    def clone(self) -> "Variable":
        """Build the same variable anew, on the same baseline (OpenFisca forgets the baseline)."""
        return type(self)(baseline_variable=self.baseline_variable)
