"""A number of the law with all it carries: date, unit, act, confidence."""

from dataclasses import dataclass
from typing import Any

from openfisca_core.parameters import Parameter, ParameterNode

from openfisca_country.law.confidence import Confidence
from openfisca_country.law.errors import LawError, nearest
from openfisca_country.law.programmes import leaf_parameters


@dataclass(frozen=True)
class DatedValue:
    """The value of a parameter in force on a day.

    Attributes:
        path: ``social_register.borderline.rate_tier_2``.
        label: what the number is.
        value: the number; nothing where the law ended it.
        unit: of the country's closed list.
        since: first day of the value.
        references: ``{title, href}`` of the acts.
        acts: the citations as written (``UP126 item 3``).
        confidence: of this value.

    """

    path: str
    label: str
    value: Any
    unit: str
    since: str
    references: tuple[dict[str, str], ...]
    acts: tuple[str, ...]
    confidence: Confidence | None


def find_parameter(root: ParameterNode, path: str) -> Parameter:
    """Find a dated series by its path from the country's root.

    Raises:
        LawError: nothing stands at the path, or a folder does; the nearest path is offered.

    """
    node: Any = root
    for step in path.split("."):
        node = node.children.get(step) if isinstance(node, ParameterNode) else None
        if node is None:
            known = [parameter.name for parameter in leaf_parameters(root)]
            raise LawError(f'There is no parameter "{path}".{nearest(path, known)}')
    if not isinstance(node, Parameter):
        raise LawError(f'"{path}" is a group of parameters, not one: name one of those in it.')
    return node


def value_at(parameter: Parameter, day: str) -> DatedValue | None:
    """Return the value of a series in force on a day, with all it carries; nothing before its first date."""
    for entry in parameter.values_list:
        if entry.instant_str <= day:
            metadata = entry.metadata or parameter.metadata
            cited = metadata.get("citation") or []
            return DatedValue(
                path=parameter.name,
                label=parameter.description or parameter.name,
                value=entry.value,
                unit=str(metadata.get("unit", parameter.metadata.get("unit", ""))),
                since=entry.instant_str,
                references=tuple(metadata.get("reference") or ()),
                acts=(cited,) if isinstance(cited, str) else tuple(cited),
                confidence=read_confidence(metadata),
            )
    return None


def read_confidence(metadata: dict[str, Any]) -> Confidence | None:
    """Read the confidence a value carries; nothing where it carries none or an unknown word."""
    try:
        return Confidence.read(str(metadata.get("confidence", "")))
    except KeyError:
        return None
