"""Change parameters without touching what they are laid over: only the path to a change is new, the rest is shared."""

import copy
from collections.abc import Mapping
from typing import Any

from openfisca_core.parameters import Parameter, ParameterAtInstant, ParameterNode

Changes = Mapping[str, Mapping[str, Any]]
"""For each parameter path, the new value from each date on."""


def overlay(root: ParameterNode, changes: Changes, metadata: Mapping[str, Any] | None = None) -> ParameterNode:
    """Return parameters with some series changed, sharing every node that no change passes through.

    Args:
        root: the parameters to lay the changes over; never modified.
        changes: for each path, new values by date; a value holds until the next date given, or for good.
        metadata: what each new value carries (reference, confidence), beside the series' own unit.

    """
    fresh: dict[str, ParameterNode] = {}
    top = _copied(root)
    for path, values in changes.items():
        node, walked = top, ""
        *folders, leaf = path.split(".")
        for folder in folders:
            walked = f"{walked}.{folder}"
            if walked not in fresh:
                fresh[walked] = _copied(node.children[folder])
                _set_child(node, folder, fresh[walked])
            node = fresh[walked]
        _set_child(node, leaf, _changed(node.children[leaf], values, metadata or {}))
    return top


def _copied(node: ParameterNode) -> ParameterNode:
    twin = copy.copy(node)
    twin.children = dict(node.children)
    return twin


def _set_child(node: ParameterNode, name: str, child: Any) -> None:
    node.children[name] = child
    setattr(node, name, child)


def _changed(parameter: Parameter, values: Mapping[str, Any], metadata: Mapping[str, Any]) -> Parameter:
    twin = copy.copy(parameter)
    twin.values_history = twin
    first = min(values)
    new = [
        ParameterAtInstant(
            f"{parameter.name}[{day}]",
            day,
            data={"value": value, "metadata": {"unit": parameter.metadata.get("unit", ""), **metadata}},
        )
        for day, value in values.items()
    ]
    kept = [entry for entry in parameter.values_list if entry.instant_str < first]
    twin.values_list = sorted(new, key=lambda entry: entry.instant_str, reverse=True) + kept
    return twin
