"""What an answer rests on: the walk that made it, read back from OpenFisca's trace."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from openfisca_country.household.results import Assumption
from openfisca_country.household.simulation import HouseholdSimulation, cell
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS
from openfisca_country.law import Confidence, DatedValue, LawError
from openfisca_country.law.values import find_parameter, value_at


@dataclass(frozen=True)
class Visit:
    """A value that was calculated on the way to an answer, and for whom.

    Attributes:
        name: of the variable.
        period: as text.
        entity: plural.
        positions: whose cells of it were looked at.

    """

    name: str
    period: str
    entity: str
    positions: tuple[int, ...]


class Walk:
    """The trace of a simulation, so far, with each value's first and full calculation found by name and period."""

    def __init__(self, simulation: HouseholdSimulation) -> None:
        self.simulation = simulation
        self.system = simulation.tax_benefit_system
        self.situation = simulation.situation
        self._nodes: dict[tuple[str, str], Any] = {}
        self._asked: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
        self._trees = 0
        self._index()

    def _index(self) -> None:
        trees = self.simulation.tracer.trees
        stack = list(trees[self._trees :])
        self._trees = len(trees)
        while stack:
            node = stack.pop()
            key = (node.name, str(node.period))
            known = self._nodes.get(key)
            if known is None or len(node.children) + len(node.parameters) > len(known.children) + len(known.parameters):
                self._nodes[key] = node
            stack.extend(node.children)

    def node(self, name: str, period: str) -> Any:
        """Return the calculation of a variable in a period, calculating it if it was not asked before."""
        key = (name, str(period))
        if key not in self._nodes:
            self._index()
        if key not in self._nodes:
            self.simulation.ask(name, str(period))
            self._index()
        return self._nodes[key]

    def visits(self, cells: Iterable[tuple[str, str, str, int]]) -> Iterator[Visit]:
        """Walk everything that some cells rest on, nearest first, each value once a set of cells.

        A person's rule looks at the person; what passes through the household looks at every member of it.

        Args:
            cells: variable, period, entity's plural and position.

        """
        queue = deque(Visit(name, str(period), entity, (position,)) for name, period, entity, position in cells)
        seen = set(queue)
        queue = deque(dict.fromkeys(queue))
        while queue:
            visit = queue.popleft()
            yield visit
            for name, period in self.asked_by(visit.name, visit.period):
                plural = self.system.variables[name].entity.plural
                following = Visit(name, period, plural, self._positions(visit, plural))
                if following not in seen:
                    seen.add(following)
                    queue.append(following)

    def asked_by(self, name: str, period: str) -> tuple[tuple[str, str], ...]:
        """Return the variables and periods that one calculation asked for, in its order."""
        key = (name, period)
        if key not in self._asked:
            self._asked[key] = tuple((child.name, str(child.period)) for child in self.node(name, period).children)
        return self._asked[key]

    def _positions(self, visit: Visit, entity: str) -> tuple[int, ...]:
        if visit.entity == entity:
            return visit.positions
        members = self.situation.members
        if entity == HOUSEHOLDS:
            return tuple(sorted({members[position] for position in visit.positions}))
        return tuple(index for index, household in enumerate(members) if household in visit.positions)

    def numbers_of_law(self, name: str, period: str) -> list[DatedValue]:
        """Return the parameters that one calculation read itself, as they stood then, each once."""
        found = {}
        for access in self.node(name, period).parameters:
            try:
                parameter = find_parameter(self.system.parameters, access.name)
            except LawError:
                continue  # a value picked out of a scale or by an index stands for its folder
            value = value_at(parameter, str(access.period))
            if value is not None:
                found[value.path, value.since] = value
        return list(found.values())


def confidences(walk: Walk, visits: Iterator[Visit] | list[Visit]) -> Iterator[Confidence]:
    """Return the confidence of every number of the law behind some visits."""
    for visit in visits:
        for value in walk.numbers_of_law(visit.name, visit.period):
            if value.confidence is not None:
                yield value.confidence


def assumptions(walk: Walk, visits: Iterator[Visit] | list[Visit]) -> list[Assumption]:
    """List the inputs that were read and not given, each once a person or household, with the value assumed."""
    found: dict[tuple[str, str, str], Assumption] = {}
    for visit in visits:
        variable = walk.system.variables[visit.name]
        absent = variable.is_neutralized or getattr(variable, "absent", False)
        if variable.formulas or absent or visit.name in walk.system.outputs:
            continue
        for position in visit.positions:
            if walk.simulation.is_stated(visit.name, visit.period, position):
                continue
            name = walk.situation.ids(visit.entity)[position]
            array = walk.node(visit.name, visit.period).value
            found.setdefault(
                (visit.entity, name, visit.name),
                Assumption(
                    visit.entity, name, visit.name, variable.label or visit.name, cell(variable, array, position)
                ),
            )
    order = {PERSONS: 0, HOUSEHOLDS: 1}
    return sorted(found.values(), key=lambda each: (order[each.entity], each.id, each.variable))
