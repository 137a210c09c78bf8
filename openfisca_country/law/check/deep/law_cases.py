"""The cases of a country's law, run as OpenFisca's own runner runs them, with what each rule read on the way."""

import copy
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy
import yaml
from openfisca_core.parameters import ParameterNodeAtInstant
from openfisca_core.parameters.config import Loader
from openfisca_core.periods import period as read_period
from openfisca_core.simulations import Simulation, SimulationBuilder

from openfisca_country.law.system import CountrySystem

OF_OTHER_LAW = ("reforms", "extensions", "parameters")
HAIR = 1e-6

Reader = tuple[str, str]
"""A variable and the period of which it was calculated."""


@dataclass(frozen=True)
class Expected:
    """One result that a case states.

    Attributes:
        variable: whose.
        period: when.
        plural: the entity where one of its instances is named; nothing for the whole array.
        instance: that instance.

    """

    variable: str
    period: str
    plural: str = ""
    instance: str = ""


@dataclass(frozen=True)
class LawCase:
    """One case of the law.

    Attributes:
        file: its programme.
        name: what the law says of it.
        period: when.
        input: the situation.
        expected: the results looked at.
        margin: how far a result may be off.

    """

    file: str
    name: str
    period: str
    input: Mapping[str, Any]
    expected: tuple[Expected, ...]
    margin: float


@dataclass
class Run:
    """A case that was run under the law as it stands.

    Attributes:
        case: which.
        simulation: with every value calculated on the way.
        results: one array for each expected result.
        reads: for each parameter, scale or group, the day it was read as of, and the rules that read it.

    """

    case: LawCase
    simulation: Simulation
    results: list[Any] = field(default_factory=list)
    reads: dict[str, dict[str, set[Reader]]] = field(default_factory=dict)


class Watched:
    """The parameters of a day; each one read is noted, a group as a whole where a rule picks by person."""

    def __init__(self, node: ParameterNodeAtInstant, run: Run) -> None:
        self._node = node
        self._run = run

    def __getattr__(self, name: str) -> Any:
        return self._step(name, getattr(self._node, name))

    def __getitem__(self, key: Any) -> Any:
        return self._step(key, self._node[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._node)

    def _step(self, key: Any, found: Any) -> Any:
        if isinstance(found, ParameterNodeAtInstant):
            return Watched(found, self._run)
        name = f"{self._node._name}.{key}".lstrip(".") if isinstance(key, str) else self._node._name
        frame = self._run.simulation.tracer.stack[-1]
        readers = self._run.reads.setdefault(name, defaultdict(set))
        readers[self._node._instant_str].add((str(frame["name"]), str(frame["period"])))
        return found


def read_cases(system: CountrySystem) -> list[LawCase]:
    """Read the cases of current law; those of a reform are about another law and left out."""
    cases = []
    for path in sorted(system.country.tests.glob("*.yaml")):
        try:
            written = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
        except yaml.YAMLError:  # `check` names it
            continue
        for entry in written if isinstance(written, list) else [written]:
            if isinstance(entry, dict) and entry.get("output") and not any(entry.get(key) for key in OF_OTHER_LAW):
                cases.append(_case(system, path.stem, entry))
    return cases


def _case(system: CountrySystem, file: str, entry: Mapping[str, Any]) -> LawCase:
    period = str(entry.get("period"))
    margin = entry.get("absolute_error_margin")
    return LawCase(
        file=file,
        name=str(entry.get("name", "")),
        period=period,
        input=entry.get("input") or {},
        expected=tuple(_expected(system, entry["output"], period)),
        margin=float(margin) if isinstance(margin, int | float) else HAIR,
    )


def _expected(system: CountrySystem, output: Mapping[str, Any], period: str) -> Iterator[Expected]:
    plurals = {entity.plural for entity in system.entities}
    keys = {entity.key for entity in system.entities}
    for name, value in output.items():
        if name in plurals and isinstance(value, dict):
            for instance, values in value.items():
                for variable, stated in (values or {}).items():
                    for when in _periods(stated, period):
                        yield Expected(str(variable), when, str(name), str(instance))
        elif name in keys and isinstance(value, dict):
            for variable, stated in value.items():
                for when in _periods(stated, period):
                    yield Expected(str(variable), when)
        else:
            for when in _periods(value, period):
                yield Expected(str(name), when)


def _periods(stated: Any, period: str) -> list[str]:
    return [str(when) for when in stated] if isinstance(stated, dict) else [period]


def run_case(system: CountrySystem, case: LawCase) -> Run | None:
    """Run a case and note what its rules read; nothing for a case that cannot be run.

    The case as written may be wrong in any way a case can be: its own test says so, and this one passes it over.
    """
    try:
        run = Run(case, _build(system, case))
        watched = copy.copy(run.simulation.tax_benefit_system)
        watched.get_parameters_at_instant = lambda day: Watched(system.get_parameters_at_instant(day), run)
        run.simulation.tax_benefit_system = watched
        run.results = results_of(run.simulation, case)
    except Exception:
        return None
    run.simulation.tax_benefit_system = system
    return run


def results_under(system: CountrySystem, case: LawCase) -> list[Any] | None:
    """Run a case under another law; nothing where it fails there."""
    try:
        return results_of(_build(system, case), case)
    except Exception:  # what a shifted number breaks, in whatever way, is what the case rests on
        return None


def _build(system: CountrySystem, case: LawCase) -> Simulation:
    builder = SimulationBuilder()
    builder.set_default_period(case.period)
    simulation = builder.build_from_dict(system, copy.deepcopy(dict(case.input)))
    if simulation is None:
        raise ValueError(case.name)
    return simulation


def results_of(simulation: Simulation, case: LawCase) -> list[Any]:
    """Calculate what a case expects."""
    found = []
    for each in case.expected:
        array = simulation.calculate(each.variable, read_period(each.period))
        if each.plural:
            population = simulation.get_population(plural=each.plural)
            array = array[[population.get_index(each.instance)]]
        found.append(numpy.array(array))
    return found


def differ(one: list[Any], other: list[Any], margin: float) -> bool:
    """Tell whether two runs of a case differ in any result by more than its margin."""
    return any(_differ(a, b, margin) for a, b in zip(one, other, strict=True))


def _differ(one: Any, other: Any, margin: float) -> bool:
    if one.dtype.kind == "f":
        return bool(numpy.any(~(numpy.abs(one - other) <= margin) & ~(numpy.isnan(one) & numpy.isnan(other))))
    return bool(numpy.any(one != other))
