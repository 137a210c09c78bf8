"""Which inputs the programmes read, found by running each rule once on one person."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy
from openfisca_core.errors import ParameterNotFoundError
from openfisca_core.indexed_enums import Enum
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine import Block, BlockSimulation, months_of
from openfisca_country.law import ETERNITY, MONTH, CountrySystem
from openfisca_country.population.tables.data_report import AssumedInput

Asked = tuple[str, Any]
"""A variable and a period."""


class _Reader(BlockSimulation):
    """A simulation of one person of whom nothing is stated, which notes what each rule asks for.

    Attributes:
        asked: by variable and period, what its rule asked for; under nothing what was asked from outside.

    """

    def __init__(self, system: TaxBenefitSystem) -> None:
        nobody = Block(1, 1, numpy.zeros(1, dtype=numpy.intp), numpy.zeros(1, dtype=numpy.int8), {})
        super().__init__(system, nobody)
        self.asked: dict[Asked | None, dict[Asked, None]] = {}
        self._asking: Asked | None = None

    def calculate(self, variable_name: str, period: Any) -> Any:
        """Calculate a variable for a period."""
        outer, self._asking = self._asking, (variable_name, str(period))
        self.asked.setdefault(outer, {})[self._asking] = None
        try:
            return super().calculate(variable_name, period)
        finally:
            self._asking = outer

    def reached(self, first: Iterable[Asked]) -> set[str]:
        """Return the variables that were asked for, directly or by others, once these were."""
        seen = set(first)
        pending = list(seen)
        while pending:
            new = self.asked.get(pending.pop(), {}).keys() - seen
            seen |= new
            pending += new
        return {name for name, _ in seen}


@lru_cache(maxsize=16)
def inputs_read(system: CountrySystem, period: str) -> dict[str, tuple[str, ...]]:
    """Return the inputs that programmes read in the first or last month of a period, each with those programmes."""
    months = months_of(period)
    reader = _Reader(system)
    found: dict[str, dict[str, None]] = {}
    for programme in system.book.programmes.values():
        for month in dict.fromkeys((months[0], months[-1])):
            for name in _visited(reader, programme.variables, month):
                variable = system.variables[name]
                if not variable.formulas and name not in system.outputs:
                    found.setdefault(name, {})[programme.name] = None
    return {name: tuple(programmes) for name, programmes in sorted(found.items())}


def _visited(reader: _Reader, variables: Iterable[str], month: str) -> set[str]:
    asked = []
    for name in variables:
        unit = reader.tax_benefit_system.variables[name].definition_period
        asked.append((name, month if unit == MONTH else month[:4] if unit != ETERNITY else "ETERNITY"))
        try:
            reader.ask(*asked[-1])
        except ParameterNotFoundError:  # not modelled that early: what it reads before is known all the same
            continue
    return reader.reached(asked)


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
