"""One household in one sentence: as few people and facts as show the same, and each fact in words."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy
from openfisca_core.indexed_enums import Enum
from openfisca_core.variables import Variable

from openfisca_country.law.check.deep.crowd import Crowd, with_values, without_person
from openfisca_country.law.check.deep.drawing import Field, default_of, plausible
from openfisca_country.law.system import CountrySystem

Shows = Callable[[Crowd], bool]
"""Tell whether a household still shows what was found."""


def smallest(field: Field, household: Crowd, shows: Shows) -> Crowd:
    """Take away people and facts as long as the household shows the same."""
    system = field.system

    def still(crowd: Crowd) -> bool:
        return bool(plausible(field, crowd)[0]) and shows(crowd)

    for position in reversed(range(len(household.members))):
        if len(household.members) > 1:
            fewer = _with_head(without_person(system, household, position))
            household = fewer if still(fewer) else household
    for variable in field.inputs:
        for position in range(len(household.values[variable.name])):
            for value in _plainer(variable, household.values[variable.name][position]):
                array = household.values[variable.name].copy()
                array[position] = value
                plainer = with_values(household, {variable.name: array})
                if still(plainer):
                    household = plainer
                    break
    return household


def _with_head(crowd: Crowd) -> Crowd:
    return replace(crowd, roles=numpy.array(["head", *crowd.roles[1:]]))


def _plainer(variable: Variable, value: Any) -> Iterator[Any]:
    """Return values that say less, the plainest first: the default, a round number, the first of a year or month."""
    default = default_of(variable, 1)[0]
    if value == default:
        return
    yield default
    if isinstance(value, numpy.datetime64):
        for unit in ("Y", "M"):
            yield value.astype(f"datetime64[{unit}]").astype("datetime64[D]")
    elif variable.value_type in (int, float):
        for digits in (1, 2, 3):
            yield float(f"{float(value):.{digits}g}")


def in_words(system: CountrySystem, household: Crowd) -> str:
    """Say who is in a household and what is not as it would be by default."""
    people = []
    for position, role in enumerate(household.roles):
        told = _told(system, household, position, is_person=True)
        people.append(f"{role} ({told})" if told else str(role))
    own = _told(system, household, 0, is_person=False)
    return f"a household of {' and '.join(people)}{f', with {own}' if own else ''}, all else by default"


def _told(system: CountrySystem, household: Crowd, position: int, *, is_person: bool) -> str:
    parts = []
    for name, array in household.values.items():
        variable = system.variables[name]
        if variable.entity.is_person is is_person and array[position] != default_of(variable, 1)[0]:
            parts.append(f"{name} {_shown(variable, array[position])}")
    return ", ".join(parts)


def _shown(variable: Variable, value: Any) -> str:
    if variable.value_type is Enum:
        return str(list(variable.possible_values)[int(value)].name)
    if variable.value_type is bool:
        return str(bool(value)).lower()
    if isinstance(value, numpy.datetime64):
        return str(value.astype("datetime64[D]"))
    return f"{float(value):.15g}"
