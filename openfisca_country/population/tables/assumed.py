"""Which inputs the programmes read, found by running each once on one person."""

from functools import lru_cache
from typing import Any

import numpy
from openfisca_core.errors import ParameterNotFoundError
from openfisca_core.indexed_enums import Enum

from openfisca_country.engine import Block, BlockSimulation, months_of
from openfisca_country.law import ETERNITY, MONTH, CountrySystem
from openfisca_country.population.tables.data_report import AssumedInput


@lru_cache(maxsize=16)
def inputs_read(system: CountrySystem, period: str) -> dict[str, tuple[str, ...]]:
    """Return the inputs that programmes read in the first or last month of a period, each with those programmes."""
    months = months_of(period)
    found: dict[str, dict[str, None]] = {}
    for programme in system.book.programmes.values():
        for month in dict.fromkeys((months[0], months[-1])):
            for name in _visited(system, programme.variables, month):
                found.setdefault(name, {})[programme.name] = None
    return {name: tuple(programmes) for name, programmes in sorted(found.items())}


def _visited(system: CountrySystem, variables: tuple[str, ...], month: str) -> set[str]:
    one = Block(1, 1, numpy.zeros(1, dtype=numpy.intp), numpy.zeros(1, dtype=numpy.int8), {})
    simulation: Any = BlockSimulation(system, one)
    simulation.trace = True
    for name in variables:
        unit = system.variables[name].definition_period
        try:
            simulation.ask(name, month if unit == MONTH else month[:4] if unit != ETERNITY else "ETERNITY")
        except ParameterNotFoundError:  # not modelled that early: what it reads before is known all the same
            continue
    names = set()
    nodes = list(simulation.tracer.trees)
    while nodes:
        node = nodes.pop()
        nodes += node.children
        variable = system.variables[node.name]
        if not variable.formulas and node.name not in system.outputs:
            names.add(node.name)
    return names


def assumptions(
    system: CountrySystem, period: str, missing: dict[str, int], persons: int, households: int
) -> tuple[AssumedInput, ...]:
    """List the inputs that programmes read and that are not stated for everyone.

    Args:
        system: the law.
        period: of the run.
        missing: for each variable that a column states, for how many it does not.
        persons: accepted.
        households: accepted.

    """
    listed = []
    for name, programmes in inputs_read(system, period).items():
        variable = system.variables[name]
        entity = variable.entity.plural
        count = missing.get(name, persons if entity == "persons" else households)
        if count:
            listed.append(
                AssumedInput(
                    variable=name,
                    entity=entity,
                    label=variable.label or name,
                    value=_plain(variable.default_value),
                    count=count,
                    programmes=programmes,
                )
            )
    return tuple(listed)


def _plain(value: Any) -> Any:
    """Return a default as JSON holds it: a choice by its name, a day as text."""
    if isinstance(value, Enum):
        return value.name
    return value if isinstance(value, bool | int | float | str) else str(value)
