"""Copies of one household, each with another value of one fact, walked through the law in one run."""

from dataclasses import dataclass, field
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.errors import ParameterNotFoundError

from openfisca_country.household.run import Run
from openfisca_country.household.simulation import Crowd, HouseholdSimulation
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS
from openfisca_country.household.sources import Summand, leaves
from openfisca_country.law import LawError, NotModelled

Numbers = NDArray[numpy.float64]
NET, TAXES, BENEFITS = "disposable_income", "taxes_and_contributions", "benefits"


@dataclass(frozen=True)
class Axis:
    """One fact of one person, of which each copy of the household has another value.

    Attributes:
        variable: the law's variable that is stated, in every month.
        position: whose, in the situation.
        household: whose income is looked at, in the situation.
        month: looked at.
        worth: what one unit along the range is worth in the variable: 1, or the wage of an hour.
        decimals: to how many a value along the range is told.
        facts: other variables of the person with values, as they are held, that hold wherever the fact is above zero.

    """

    variable: str
    position: int
    household: int
    month: str
    worth: float = 1.0
    decimals: int = 0
    facts: tuple[tuple[str, Any], ...] = ()

    @property
    def finest(self) -> float:
        """The smallest step along the range."""
        return float(10.0**-self.decimals)


@dataclass(frozen=True)
class Amounts:
    """Amounts of the household, one entry a copy, in currency a month.

    Attributes:
        net: disposable income.
        taxes: income tax and contributions of the members.
        benefits: by variable.

    """

    net: Numbers
    taxes: Numbers
    benefits: dict[str, Numbers] = field(hash=False)


def benefits_of(run: Run, month: str) -> tuple[Summand, ...]:
    """Return the amounts that all benefits are the sum of under a law, each by its own programme's name."""
    return leaves(run.system, BENEFITS, month, run.simulation.stated)


def amounts(run: Run, axis: Axis, values: Numbers) -> Amounts:
    """Evaluate a household at each value of a fact, in one run.

    Args:
        run: of the household as it is, under one law.
        axis: which fact.
        values: along the range, shape (copies,).

    Raises:
        NotModelled: a number of the law is missing in the month.

    """
    crowd = Crowd(run.system, run.situation, len(values))
    _state(crowd, axis, values)
    return Amounts(
        net=of_household(crowd, NET, axis.month, axis.household),
        taxes=of_household(crowd, TAXES, axis.month, axis.household),
        benefits={
            part.variable: part.sign * of_household(crowd, part.variable, axis.month, axis.household)
            for part in benefits_of(run, axis.month)
        },
    )


def at(run: Run, axis: Axis, value: float) -> Run:
    """Return a run of the household alone, with its own trace, at one value of the fact."""
    found = Run(run.system, run.situation, run.period, run.reforms)
    _state(found.simulation, axis, numpy.array([value]))
    return found


def _state(simulation: Crowd | HouseholdSimulation, axis: Axis, values: Numbers) -> None:
    """State the fact of each copy, and what goes with it where it is above zero."""
    persons = len(simulation.situation.persons)
    held: Any = values * axis.worth
    if simulation.tax_benefit_system.variables[axis.variable].value_type is int:
        held = numpy.round(held).astype(numpy.int64)
    simulation.state(axis.variable, slice(axis.position, None, persons), held)
    above_zero = numpy.flatnonzero(values > 0) * persons + axis.position
    for name, value in axis.facts:
        simulation.state(name, above_zero, value)


def of_household(simulation: Crowd | HouseholdSimulation, name: str, month: str, household: int) -> Numbers:
    """Return an amount of one household in each copy, that of its members together if it is theirs; shape (copies,)."""
    situation = simulation.situation
    entity = simulation.tax_benefit_system.variables[name].entity.plural
    try:
        array = numpy.asarray(simulation.ask(name, month), dtype=numpy.float64)
    except ParameterNotFoundError:
        raise NotModelled(f"{name} cannot be worked out for {month}: a number of its law is not modelled.") from None
    if not numpy.isfinite(array).all():
        raise LawError(f"{name} in {month} is not a number: its rule divides by zero. Check the facts it looks at.")
    by_copy = array.reshape(simulation.copies, len(situation.ids(entity)))
    if entity == HOUSEHOLDS:
        return by_copy[:, household]
    members = [index for index, home in enumerate(situation.members) if home == household]
    total: Numbers = by_copy[:, members].sum(axis=1)
    return total


def earner(run: Run, month: str) -> str:
    """Return the person with the highest wage of a month; where nobody has one, the head of the first household."""
    wages = numpy.asarray(run.simulation.ask("wage", month))
    if wages.max() > 0:
        return run.situation.persons[int(wages.argmax())]
    heads = [name for name, role in zip(run.situation.persons, run.situation.roles, strict=True) if role == "head"]
    return (heads or list(run.situation.ids(PERSONS)))[0]
