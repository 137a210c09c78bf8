"""The register of programmes: what a country's social protection consists of."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openfisca_core.parameters import Parameter, ParameterNode, ParameterScale

from openfisca_country.law.instruments import read_day

# The nine branches of the ILO's Convention 102, and what social protection systems have beside them.
BRANCHES = (
    "medical care",
    "sickness",
    "unemployment",
    "old age",
    "employment injury",
    "family",
    "maternity",
    "invalidity",
    "survivors",
    "social assistance",
    "employment services",
    "taxes and contributions",
)
TAXES = BRANCHES[-1]
INJURY = "employment injury"

BENEFITS = "benefits"
RAISED = ("income_tax", "employee_contributions", "own_contributions", "employer_contributions")
BESIDE_THE_SUMS = ("other_spending", "loans", "other_revenue")
NOT_COUNTED = "not_counted"
PAYMENTS = (BENEFITS, *RAISED, *BESIDE_THE_SUMS, NOT_COUNTED)
"""What a programme's amounts of money are to a budget.

- ``benefits``: cash to people, whoever owes it, that the harmonised sum ``benefits`` holds.
- ``income_tax``, ``employee_contributions``, ``employer_contributions``: what the harmonised sum of the same name
  holds, which tells who pays it.
- ``own_contributions``: what people pay beyond the first two of these, as ``taxes_and_contributions`` has it.
- ``other_spending``: money paid that is nobody's income there: subsidies to employers, refunded costs, contributions
  that the State pays for people.
- ``loans``: money lent.
- ``other_revenue``: money raised outside the sums.
- ``not_counted``: amounts that are no payment of their own, since they are a sum, a part or a base of others, or a tax
  that was not asked for.
"""


@dataclass(frozen=True)
class Programme:
    """A programme of the law.

    Attributes:
        name: its folder of parameters, file of formulas and file of cases, all three.
        title: for people.
        labels: the title in other languages.
        branch: one of ``BRANCHES``.
        beneficiaries: who it is for, in words.
        variables: the variables that carry its results, amounts first.
        payments: what its amounts are to a budget: variables by ``benefits``, ``income_tax``,
            ``employee_contributions``, ``own_contributions``, ``employer_contributions``, ``other_spending``,
            ``loans``, ``other_revenue`` or ``not_counted``; a minus stands before the name of one that is taken off.
        insured: the condition of a person that is insured by the programme, where the law has one.
        start: first month that is modelled.
        end: last day of the programme; nothing while it runs.
        older_law: True where the programme existed before ``start`` in a form that is not modelled.
        gaps: what of its law is not modelled, one sentence each.
        acts: instruments that its parameters rest on.

    """

    name: str
    title: str
    labels: dict[str, str]
    branch: str
    beneficiaries: str
    variables: tuple[str, ...]
    payments: dict[str, tuple[str, ...]]
    insured: str
    start: datetime.date | None
    end: datetime.date | None
    older_law: bool
    gaps: tuple[str, ...]
    acts: tuple[str, ...]


def read_programmes(parameters: ParameterNode) -> dict[str, Programme]:
    """Read the register from the ``index.yaml`` of each folder directly under a country's parameters."""
    found = {
        name: _read_programme(name, node)
        for name, node in parameters.children.items()
        if isinstance(node, ParameterNode) and "programme" in node.metadata
    }
    return dict(sorted(found.items(), key=lambda item: (_branch_order(item[1].branch), item[0])))


def _branch_order(branch: str) -> int:
    return BRANCHES.index(branch) if branch in BRANCHES else len(BRANCHES)


def _read_programme(name: str, node: ParameterNode) -> Programme:
    entry: dict[str, Any] = node.metadata["programme"]
    window = entry.get("window") or {}
    return Programme(
        name=name,
        title=str(node.description or name),
        labels=dict(entry.get("labels") or {}),
        branch=str(entry.get("branch", "")),
        beneficiaries=str(entry.get("for", "")),
        variables=tuple(entry.get("variables") or ()),
        payments={kind: tuple(names) for kind, names in (entry.get("payments") or {}).items()},
        insured=str(entry.get("insured", "")),
        start=read_day(window.get("from"), f"{name}: programme.window.from"),
        end=read_day(window.get("to"), f"{name}: programme.window.to"),
        older_law=bool(window.get("older_law", False)),
        gaps=tuple(str(gap) for gap in entry.get("not_modelled") or ()),
        acts=tuple(sorted({act for value in dated_values(node) for act in cited_acts(value.metadata)})),
    )


def leaf_parameters(node: ParameterNode) -> Iterator[Parameter]:
    """Walk every dated series under a node, the brackets of scales included, in the order of their names."""
    for _, child in sorted(node.children.items()):
        if isinstance(child, Parameter):
            yield child
        elif isinstance(child, ParameterScale):
            for bracket in child.brackets:
                yield from (part for part in bracket.children.values() if isinstance(part, Parameter))
        else:
            yield from leaf_parameters(child)


def dated_values(node: ParameterNode) -> Iterator[Any]:
    """Walk every dated value under a node."""
    for parameter in leaf_parameters(node):
        yield from parameter.values_list


def cited_acts(metadata: dict[str, Any]) -> list[str]:
    """Return the instrument ids that a value cites, resolved or not."""
    cited = metadata.get("citation", metadata.get("reference")) or []
    texts = [cited] if isinstance(cited, str) else cited
    return [text.split()[0] for text in texts if isinstance(text, str) and text.strip()]
