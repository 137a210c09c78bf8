"""Change parameters without touching what they are laid over: only the path to a change is new, the rest is shared."""

import copy
import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openfisca_core.parameters import Parameter, ParameterAtInstant, ParameterNode

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """A value that holds for a time.

    Attributes:
        start: first day, as ``2027-01-01``.
        end: last day; nothing where the value holds for good.
        value: in the parameter's own unit; nothing where the parameter ends.
        taken_on: the day whose value in the law it was worked out from; nothing where the value was given.

    """

    start: str
    end: str | None
    value: Any
    taken_on: str | None = None

    def holds(self, day: str) -> bool:
        """Tell whether the value holds on a day."""
        return self.start <= day and (self.end is None or day <= self.end)


Series = Sequence[Stretch]
"""The new values of one parameter, in the order of their dates; between and after them the law's own hold."""


def overlay(
    root: ParameterNode, changes: Mapping[str, Series], metadata: Mapping[str, Any] | None = None
) -> ParameterNode:
    """Return parameters with some series changed, sharing every node that no change passes through.

    Args:
        root: the parameters to lay the changes over; never modified.
        changes: for each path, the new values.
        metadata: what each new value carries (reference, confidence), beside the series' own unit.

    """
    fresh: dict[str, ParameterNode] = {}
    top = copied(root)
    for path, series in changes.items():
        node, walked = top, ""
        *folders, leaf = path.split(".")
        for folder in folders:
            walked = f"{walked}.{folder}"
            if walked not in fresh:
                fresh[walked] = copied(node.children[folder])
                _set_child(node, folder, fresh[walked])
            node = fresh[walked]
        _set_child(node, leaf, _changed(node.children[leaf], series, metadata or {}))
    return top


def copied(node: ParameterNode) -> ParameterNode:
    """Return a copy of one folder that shares everything in it."""
    twin = copy.copy(node)
    twin.children = dict(node.children)
    return twin


def day_before(day: str) -> str:
    """Return the day before a day.

    >>> day_before("2027-01-01")
    '2026-12-31'
    """
    return (datetime.date.fromisoformat(day) - DAY).isoformat()


def day_after(day: str) -> str:
    """Return the day after a day.

    >>> day_after("2028-12-31")
    '2029-01-01'
    """
    return (datetime.date.fromisoformat(day) + DAY).isoformat()


def _set_child(node: ParameterNode, name: str, child: Any) -> None:
    node.children[name] = child
    setattr(node, name, child)


def _changed(parameter: Parameter, series: Series, metadata: Mapping[str, Any]) -> Parameter:
    twin = copy.copy(parameter)
    twin.values_history = twin
    carried = {"unit": parameter.metadata.get("unit", ""), **metadata}
    entries = [entry for entry in reversed(parameter.values_list) if entry.instant_str < series[0].start]
    following = [*(stretch.start for stretch in series[1:]), None]
    for stretch, next_start in zip(series, following, strict=True):
        entries.append(_entry(parameter, stretch.start, {"value": stretch.value, "metadata": carried}))
        if stretch.end is not None and day_after(stretch.end) != next_start:
            entries += _of_the_law(parameter, day_after(stretch.end), next_start)
    twin.values_list = entries[::-1]
    return twin


def _of_the_law(parameter: Parameter, start: str, before: str | None) -> list[ParameterAtInstant]:
    """Return the law's own values from a day on, up to another: the one in force on that day first."""
    later = [each for each in reversed(parameter.values_list) if each.instant_str > start]
    in_force = next((each for each in parameter.values_list if each.instant_str <= start), None)
    first = copy.copy(in_force) if in_force is not None else _entry(parameter, start, None)
    first.instant_str = start
    return [first, *(each for each in later if before is None or each.instant_str < before)]


def _entry(parameter: Parameter, day: str, data: Any) -> ParameterAtInstant:
    return ParameterAtInstant(f"{parameter.name}[{day}]", day, data=data)
