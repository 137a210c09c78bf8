"""What belongs in openfisca-core itself: each of its operations beside the way this package goes around it.

100,000 people in households of one to six, the law of Uzbekistan; the processor's time, medians of seven.
"""

import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
from openfisca_core.periods import period
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxscales import MarginalRateTaxScale

from openfisca_country.engine import Block, BlockSimulation, months_of
from openfisca_country.engine.lean import LeanSimulation
from openfisca_country.household.situation import read_situation
from openfisca_country.law import MONTH, Household
from openfisca_country.law.catalogue import load_country

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.engine.people import made_up

PEOPLE = 100_000
MARCH = period("2026-03")


def main() -> None:
    """Measure each of the places named in docs/upstream.md."""
    warnings.simplefilter("ignore")
    system = load_country("uzbekistan")
    block = made_up(system, round(PEOPLE / 3.5), seed=1)
    print(f"{block.persons:,} people in {block.households:,} households\n{'':46}{'core':>12}{'here':>12}   ratio")
    members(system, block)
    calls(system, block)
    scales()
    parameters(system)
    situations(system)
    year(system, block)


def members(system: Any, block: Block) -> None:
    """Time what is asked of the members of households."""
    core, lean = BlockSimulation(system, block), LeanSimulation(system, block)
    amount = numpy.random.default_rng(1).random(block.persons)
    for name, use in {
        "household.max(array)": lambda home: home.max(amount),
        "household.all(condition)": lambda home: home.all(amount > 0.1),
        "household.nb_persons()": lambda home: home.nb_persons(),
        "household.value_from_person(array, HEAD)": lambda home: home.value_from_person(amount, Household.HEAD),
        "person.has_role(CHILD)": lambda home: home.members.has_role(Household.CHILD),
    }.items():
        found = numpy.array_equal(use(core.household), use(lean.household))
        assert found, f"{name}: the two differ"
        line(name, lambda use=use: use(core.household), lambda use=use: use(lean.household))


def calls(system: Any, block: Block) -> None:
    """Time the bookkeeping of one look at a value that is known already, and of finding a rule."""
    core, lean = BlockSimulation(system, block), LeanSimulation(system, block)
    for simulation in (core, lean):
        simulation.calculate("age", MARCH)
    line(
        "a thousand looks at a known value",
        lambda: [core.person("age", MARCH) for _ in range(1000)],
        lambda: [lean.person("age", MARCH) for _ in range(1000)],
    )
    variable = system.variables["child_allowance"]
    line(
        "the rule in force, a thousand times",
        lambda: [variable.get_formula(MARCH) for _ in range(1000)],
        lambda: [lean._rules.rule(variable, MARCH) for _ in range(1000)],
    )


def scales() -> None:
    """Time a marginal scale of five brackets: tiled, and bracket by bracket."""
    scale = MarginalRateTaxScale()
    for threshold, rate in zip((0, 1e6, 2e6, 4e6, 8e6), (0.0, 0.1, 0.15, 0.2, 0.25), strict=True):
        scale.add_bracket(threshold, rate)
    base = numpy.random.default_rng(1).random(PEOPLE) * 1e7

    def by_bracket() -> Any:
        tax = numpy.zeros_like(base)
        for low, high, rate in zip(scale.thresholds, [*scale.thresholds[1:], numpy.inf], scale.rates, strict=True):
            tax += rate * numpy.clip(base - low, 0, high - low)
        return tax

    assert numpy.allclose(scale.calc(base), by_bracket())
    line("MarginalRateTaxScale.calc", lambda: scale.calc(base), by_bracket)


def parameters(system: Any) -> None:
    """Time the law as of each day of a year."""
    days = [str(day) for day in numpy.arange("2025-01-01", "2026-01-01", dtype="datetime64[D]")]

    def by_edition() -> list[Any]:
        system._at_instant.clear()
        return [system.get_parameters_at_instant(day).child_allowance for day in days]

    line(
        "the law as of each day of a year",
        lambda: [system.parameters.get_at_instant(day).child_allowance for day in days],
        by_edition,
        rounds=3,
    )


def situations(system: Any) -> None:
    """Time reading 300 households from a situation, every value checked by us."""
    content = {"persons": {}, "households": {}}
    for home in range(300):
        head, child = f"head{home}", f"child{home}"
        content["persons"][head] = {
            "birth_date": {"ETERNITY": "1985-05-01"},
            "wage": dict.fromkeys(months_of("2026"), 3000000),
        }
        content["persons"][child] = {"birth_date": {"ETERNITY": "2019-02-03"}}
        content["households"][f"home{home}"] = {"head": [head], "children": [child]}
    line(
        "300 households read from a situation",
        lambda: SimulationBuilder().build_from_entities(system, content),
        lambda: read_situation(system, content),
        rounds=3,
    )


def year(system: Any, block: Block) -> None:
    """Time a year of every programme, and count what is kept at its end."""
    names = dict.fromkeys(name for each in system.book.programmes.values() for name in each.variables)
    asked = [
        (name, when)
        for when in (*months_of("2026"), "2026")
        for name in names
        if (system.variables[name].definition_period == MONTH) == ("-" in when)
    ]
    core, lean = BlockSimulation(system, block), LeanSimulation(system, block)

    def ask(simulation: Any) -> None:
        for name, when in asked:
            simulation.ask(name, when)

    with numpy.errstate(all="ignore"):
        line("a year of every programme", lambda: ask(core), lambda: ask(lean), rounds=1)
    kept = sum(each.get_memory_usage()["total_nb_bytes"] for each in core.populations.values())
    arrays = {id(array): array for moment in lean._moments.values() for array in moment.known.values()}
    ours = sum(array.nbytes for array in arrays.values() if array.strides[0])
    values = sum(
        len(holder.get_known_periods()) for each in core.populations.values() for holder in each._holders.values()
    )
    print(f"{'arrays kept at its end':46}{values:12,}{len(arrays):12,}{values / len(arrays):8.1f}")
    print(f"{'memory kept at its end, MB':46}{kept / 1e6:12,.0f}{ours / 1e6:12,.0f}{kept / ours:8.1f}")


def line(name: str, core: Callable[[], Any], here: Callable[[], Any], rounds: int = 7) -> None:
    """Print one measurement, in milliseconds."""
    times = [statistics.median(_seconds(each) for _ in range(rounds)) for each in (core, here)]
    print(f"{name:46}{times[0] * 1e3:9.2f} ms{times[1] * 1e3:9.2f} ms{times[0] / times[1]:8.1f}")


def _seconds(use: Callable[[], Any]) -> float:
    start = time.process_time()
    use()
    return time.process_time() - start


if __name__ == "__main__":
    main()
