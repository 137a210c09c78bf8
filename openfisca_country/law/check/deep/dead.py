"""Each number of the law makes a difference to a case of the law: shifted a little, it changes a result."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from openfisca_core.parameters import Parameter
from openfisca_core.periods import period as read_period
from openfisca_core.simulations import Simulation

from openfisca_country.law.check.deep.law_cases import Reader, Run, differ, read_cases, results_under, run_case
from openfisca_country.law.check.deep.shift import DatedNumber, numbers_of, other_values, with_number
from openfisca_country.law.check.finding import Finding, place, place_of_value
from openfisca_country.law.check.reads import parameters_read
from openfisca_country.law.check.trace import Trace
from openfisca_country.law.programmes import leaf_parameters
from openfisca_country.law.system import CountrySystem


@dataclass(frozen=True)
class Reading:
    """A case that reads a number, and the rules that do so in it."""

    run: Run
    readers: frozenset[Reader]


def check_dead(system: CountrySystem, traces: Iterable[Trace], *, verbose: bool = False) -> Iterator[Finding]:
    """Find numbers that no case of the law rests on.

    Args:
        system: the country's current law.
        traces: its formulas as they are written; what none of them reads is found by `check` itself.
        verbose: note each single value that no case rests on, where another value of the same number has one.

    """
    if not system.country.tests.is_dir():  # an installed package has no cases
        return
    runs = [run for case in read_cases(system) if (run := run_case(system, case)) is not None]
    index = _index(runs)
    read = parameters_read(system, traces)
    for parameter in leaf_parameters(system.parameters):
        if parameter.name not in read or parameter.metadata.get("defines") or _is_lowest_bound(parameter):
            continue
        tried = {number: _readings(index, number) for number in _in_window(system, parameter)}
        live = _live(system, tried, verbose=verbose)
        if tried and not live:
            yield Finding("dead", place_of_value(system.country.home, parameter), _message(system, tried))
        elif verbose:
            for number in tried.keys() - live:
                where = place_of_value(system.country.home, parameter, number.since)
                yield Finding("note", where, _message(system, {number: tried[number]}))


def _is_lowest_bound(parameter: Parameter) -> bool:
    """Tell the zero at which a scale begins: it is no number of the law."""
    return parameter.name.endswith("[0].threshold") and not any(entry.value for entry in parameter.values_list)


def _in_window(system: CountrySystem, parameter: Parameter) -> list[DatedNumber]:
    numbers = [each for each in numbers_of(parameter) if each.until > str(system.book.start)]
    return [each for each in numbers if other_values(system, each)]


def _index(runs: list[Run]) -> dict[str, list[Run]]:
    index = defaultdict(list)
    for run in runs:
        for name in run.reads:
            index[name].append(run)
    return index


def _readings(index: dict[str, list[Run]], number: DatedNumber) -> list[Reading]:
    """Return the cases that read a number on a day on which it holds, those of its own programme first."""
    found = []
    names = _names(number.parameter.name)
    for run in {id(run): run for name in names for run in index.get(name, ())}.values():
        readers = {
            reader
            for name in names
            for day, each in run.reads.get(name, {}).items()
            if number.since <= day < number.until
            for reader in each
        }
        if readers:
            found.append(Reading(run, frozenset(readers)))
    programme = names[0].split(".")[0]
    return sorted(found, key=lambda reading: reading.run.case.file != programme)


def _names(name: str) -> list[str]:
    """Return under which names a parameter may have been read: its own, its scale's, or that of a group it is in."""
    steps = name.split("[", maxsplit=1)[0].split(".")
    return [".".join(steps[:length]) for length in range(len(steps), 0, -1)]


def _live(system: CountrySystem, tried: dict[DatedNumber, list[Reading]], *, verbose: bool) -> set[DatedNumber]:
    """Return the numbers that a case rests on; but for ``verbose``, the first is enough."""
    live = set()
    for number in sorted(tried, key=lambda number: -len(tried[number])):
        if _is_live(system, number, tried[number]):
            live.add(number)
            if not verbose:
                break
    return live


def _is_live(system: CountrySystem, number: DatedNumber, readings: list[Reading]) -> bool:
    if not readings:
        return False
    for value in other_values(system, number):
        other = with_number(system, number, value)
        for reading in readings:
            run = reading.run
            if not _reaches_a_rule(run.simulation, other, reading.readers):
                continue
            results = results_under(other, run.case)
            if results is None or differ(run.results, results, run.case.margin):
                return True
    return False


def _reaches_a_rule(simulation: Simulation, other: CountrySystem, readers: Iterable[Reader]) -> bool:
    """Tell whether a rule that reads the number comes to another value, all else in the case being the same.

    Where none does, nothing after them can change: the case need not be run again.
    """
    system, simulation.tax_benefit_system = simulation.tax_benefit_system, other
    known = _known(simulation)
    try:
        return any(_changes(simulation, *reader) for reader in sorted(readers))
    except Exception:  # the rule fails with the other value: run the case to see what comes of it
        return True
    finally:
        simulation.tax_benefit_system = system
        _forget(simulation, known)


def _changes(simulation: Simulation, name: str, period: str) -> bool:
    variable, when = simulation.tax_benefit_system.variables[name], read_period(period)
    before = simulation.get_array(name, when)
    if before is None:
        return True
    array = simulation._run_formula(variable, simulation.get_variable_population(name), when)
    after = simulation._cast_formula_result(array, variable)
    return bool((before != after).any())


def _known(simulation: Simulation) -> dict[str, set[Any]]:
    return {name: set(holder.get_known_periods()) for name, holder in _holders(simulation)}


def _forget(simulation: Simulation, known: dict[str, set[Any]]) -> None:
    """Forget what was calculated since, under another law."""
    for name, holder in _holders(simulation):
        for period in set(holder.get_known_periods()) - known.get(name, set()):
            holder.delete_arrays(period)


def _holders(simulation: Simulation) -> list[tuple[str, Any]]:
    return [each for population in simulation.populations.values() for each in population._holders.items()]


def _message(system: CountrySystem, tried: dict[DatedNumber, list[Reading]]) -> str:
    cases = {id(reading.run) for readings in tried.values() for reading in readings}
    where = place(system.country.home, system.country.tests)
    if not cases:
        return f"No case in {where} reads this number in the time it holds: add one that rests on it."
    number = max(tried, key=lambda number: len(tried[number]))
    *some, last = (_shown(value) for value in other_values(system, number))
    others = f"{', '.join(some)} or {last}" if some else last
    read = "1 case reads it, and its result" if len(cases) == 1 else f"{len(cases)} cases read it, and their results"
    stays = "stays" if len(cases) == 1 else "stay"
    return f"No case in {where} rests on this number: {read} {stays} the same with {others} for {number.value}."


def _shown(value: Any) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)
