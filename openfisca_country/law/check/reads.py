"""Each parameter is read by a formula, and each path a formula reads leads to a parameter."""

from collections.abc import Iterable, Iterator
from typing import Any

from openfisca_core.parameters import Parameter, ParameterNode, ParameterScale

from openfisca_country.law.check.finding import Finding, place, place_of_value
from openfisca_country.law.check.trace import ANY, Read, Trace
from openfisca_country.law.errors import nearest
from openfisca_country.law.programmes import leaf_parameters
from openfisca_country.law.system import CountrySystem


def check_reads(system: CountrySystem, traces: Iterable[Trace]) -> Iterator[Finding]:
    """Find parameters that no formula reads, and paths in formulas that lead nowhere."""
    read: set[str] = set()
    for trace in traces:
        file = trace.formula.body.source.path
        for each in trace.reads:
            nodes = resolve(system.parameters, each.path)
            read |= {parameter.name for node in nodes for parameter in _leaves(node)}
            for message in _misread(system, each, nodes):
                yield Finding("path", place(system.country.home, file, each.body), message)
        for ask in trace.asks:
            if ask.variable not in system.variables:
                message = f'There is no variable "{ask.variable}".{nearest(ask.variable, system.variables)}'
                yield Finding("path", place(system.country.home, file, ask.body), message)
    yield from _unread(system, read)


def parameters_read(system: CountrySystem, traces: Iterable[Trace]) -> set[str]:
    """Return the names of all parameters that formulas read, the brackets of scales included."""
    nodes = (node for trace in traces for each in trace.reads for node in resolve(system.parameters, each.path))
    return {parameter.name for node in nodes for parameter in _leaves(node)}


def _misread(system: CountrySystem, read: Read, nodes: list[Any]) -> Iterator[str]:
    path = ".".join(read.path).replace(f".{ANY}", "[…]")
    if not nodes:
        yield f"`{path}` leads to no parameter.{nearest('.'.join(read.path), _paths(system.parameters))}"
    elif isinstance(nodes[0], ParameterNode) and not read.passed and ANY not in read.path:
        yield f"`{path}` is a group of parameters, not a number: name one of those in it."


def resolve(node: Any, path: tuple[str, ...]) -> list[Any]:
    """Return what stands at a path: a parameter, a scale or a group; several where a step depends on the person."""
    if not path or isinstance(node, ParameterScale):
        return [node]
    step, *rest = path
    if isinstance(node, Parameter):  # a parameter may hold a list, whose items a formula picks
        return [node] if step == ANY else []
    children = list(node.children.values()) if step == ANY else [node.children.get(step)]
    return [found for child in children if child is not None for found in resolve(child, tuple(rest))]


def _leaves(node: Any) -> list[Parameter]:
    if isinstance(node, Parameter):
        return [node]
    if isinstance(node, ParameterScale):
        return [part for bracket in node.brackets for part in bracket.children.values()]
    return list(leaf_parameters(node))


def _paths(node: ParameterNode) -> list[str]:
    return [each.name for each in node.get_descendants()]


def _unread(system: CountrySystem, read: set[str]) -> Iterator[Finding]:
    scales = {name.split("[")[0] for name in read}
    for parameter in leaf_parameters(system.parameters):
        where = place_of_value(system.country.home, parameter)
        defined = parameter.metadata.get("defines")
        for name in [defined] if isinstance(defined, str) else defined or []:
            if name not in system.variables:
                message = f'`defines` names "{name}", which is no variable.{nearest(name, system.variables)}'
                yield Finding("unread", where, message)
        if not defined and parameter.name.split("[")[0] not in scales:
            message = "No formula reads this parameter: use it, remove it, or name the input it explains in `defines:`."
            yield Finding("unread", where, message)
