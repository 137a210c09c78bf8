"""No variable waits for itself."""

from collections.abc import Iterable, Iterator

from openfisca_country.law.check.finding import Finding, place
from openfisca_country.law.check.sources import file_of
from openfisca_country.law.check.trace import Asked, Trace
from openfisca_country.law.system import CountrySystem

Edges = dict[str, list[Asked]]
"""For each variable, those its formula of a day asks."""


def check_circles(system: CountrySystem, traces: Iterable[Trace]) -> Iterator[Finding]:
    """Find variables that ask themselves, at once or by way of others, on any day of the law."""
    traces = list(traces)
    found: dict[frozenset[str], list[Asked]] = {}
    for day in sorted({trace.formula.start for trace in traces}):
        for circle in _circles(_edges(system, traces, day)):
            found.setdefault(frozenset(ask.variable for ask in circle), circle)
    for circle in found.values():
        name = min(ask.variable for ask in circle)
        where = place(system.country.home, file_of(system.variables[name]), name)
        yield Finding("circle", where, _message(name, circle))


def _edges(system: CountrySystem, traces: list[Trace], day: str) -> Edges:
    current: dict[str, Trace] = {}
    for trace in traces:  # by date: the last that has begun holds
        end = system.variables[trace.formula.variable].end
        if trace.formula.start <= day and (end is None or day <= str(end)):
            current[trace.formula.variable] = trace
    return {name: trace.asks for name, trace in current.items()}


def _circles(edges: Edges) -> Iterator[list[Asked]]:
    """Walk each circle that a search in depth closes, as the questions that lead round it."""
    done: set[str] = set()

    def search(name: str, way: list[Asked]) -> Iterator[list[Asked]]:
        names = [ask.variable for ask in way]
        for ask in edges.get(name, ()):
            if ask.variable in names:
                yield [*way[names.index(ask.variable) + 1 :], ask]
            elif ask.variable not in done:
                yield from search(ask.variable, [*way, ask])
        done.add(name)

    for name in edges:
        if name not in done:
            yield from search(name, [Asked(name, same=True, body="")])


def _message(name: str, circle: list[Asked]) -> str:
    names = [ask.variable for ask in circle]
    start = names.index(name)
    way = " -> ".join([*names[start:], *names[:start], name])
    if len(circle) == 1:
        return f"The formula asks for its own variable ({way}): state what it needs as an input."
    when = "" if all(ask.same for ask in circle) else ", through other months"
    return f"These formulas wait for each other ({way}{when}): break the circle, or make one of them an input."
