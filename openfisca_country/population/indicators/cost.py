"""What the law costs and raises: payments by programme, taxes and contributions, and the balance.

Costs are those of the law in full take-up: everybody who is entitled receives. A total is the weighted sum over
households; recipients are counted once, whatever the number of months.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.law.programmes import TAXES, Programme
from openfisca_country.population.impact_results import CURRENT, BudgetLine
from openfisca_country.population.indicators.draft import Draft
from openfisca_country.population.indicators.statistic import Numbers, Statistic
from openfisca_country.population.indicators.study import Study

TOTALS = {
    "benefits": "All cash benefits",
    "income_tax": "Personal income tax",
    "employee_contributions": "Contributions of workers",
    "employer_contributions": "Contributions and social tax of employers",
}
"""The totals of the budget table, in their order; the first is paid, the others are raised."""

NET_COST = "net_cost"
NOT_MONEY_MOVED = ("net_wage",)
BASES = ("_base", "_limit")


@dataclass(frozen=True)
class Payment:
    """A variable of a programme that is money paid or raised.

    Attributes:
        name: the variable.
        label: in words.
        kind: ``benefit`` or ``revenue``.
        programme: title.
        branch: of social security.
        of_persons: True where persons receive or pay it, and not the household.

    """

    name: str
    label: str
    kind: str
    programme: str
    branch: str
    of_persons: bool


def payments(laws: dict[str, TaxBenefitSystem]) -> dict[str, Payment]:
    """Return the payments of every programme under any of some laws, by variable, in the order of the register."""
    found: dict[str, Payment] = {}
    for system in laws.values():
        for programme in system.book.programmes.values():
            for name in programme.variables:
                variable = system.variables[name]
                if name not in found and _is_payment(variable):
                    found[name] = _payment(variable, programme)
    return found


def _is_payment(variable: object) -> bool:
    name, unit = str(getattr(variable, "name", "")), str(getattr(variable, "unit", "") or "")
    is_flow = getattr(variable, "value_type", None) is float and unit.startswith("currency/")
    return is_flow and name not in NOT_MONEY_MOVED and not name.endswith(BASES)


def _payment(variable: object, programme: Programme) -> Payment:
    return Payment(
        name=str(getattr(variable, "name", "")),
        label=str(getattr(variable, "label", "")),
        kind="revenue" if programme.branch == TAXES else "benefit",
        programme=programme.title,
        branch=programme.branch,
        of_persons=getattr(getattr(variable, "entity", None), "plural", "") == "persons",
    )


def budget(study: Study, lines: dict[str, Payment]) -> Iterator[Draft[BudgetLine]]:
    """Return the budget table: every payment that anybody receives or pays, the totals, and the net cost."""
    whole = {law: {name: study.sample.total(study.amount(law, name)) for name in TOTALS} for law in study.laws}
    raised = {law: _raised(found) for law, found in whole.items()}
    for line in lines.values():
        if line.name in TOTALS:
            continue
        amounts = {law: study.amount(law, line.name) for law in study.laws}
        if any(each.any() for each in amounts.values()):
            base = raised if line.kind == "revenue" else {law: found["benefits"] for law, found in whole.items()}
            yield _line(study, line.name, line.label, line.kind, line.programme, amounts, base)
    for name, label in TOTALS.items():
        base = raised if name != "benefits" else {law: found["benefits"] for law, found in whole.items()}
        amounts = {law: study.amount(law, name) for law in study.laws}
        kind = "benefit" if name == "benefits" else "revenue"
        yield _line(study, name, label, kind, "", amounts, base)
    net = {law: whole[law]["benefits"] - raised[law] for law in study.laws}
    net = {law: each.resting_on(whole[law]["benefits"].observations) for law, each in net.items()}
    yield Draft(
        BudgetLine,
        {
            "name": NET_COST,
            "label": "Benefits less taxes and contributions",
            "kind": "balance",
            "programme": "",
            "part": "total",
            "amounts": net,
            "differences": _differences(net),
            "persons": {},
            "households": {},
            "share": {},
        },
    )


def _raised(found: dict[str, Statistic]) -> Statistic:
    return found["income_tax"] + found["employee_contributions"] + found["employer_contributions"]


def _line(
    study: Study,
    name: str,
    label: str,
    kind: str,
    programme: str,
    amounts: dict[str, Numbers],
    base: dict[str, Statistic],
) -> Draft[BudgetLine]:
    totals = {law: study.sample.total(each) for law, each in amounts.items()}
    some = {law: (each != 0).astype(numpy.float64) for law, each in amounts.items()}
    counted = {
        law: study.collapsed.of_law(law, f"persons: {name}")
        if study.collapsed.has(law, f"persons: {name}")
        else study.size * some[law]
        for law in study.laws
    }
    return Draft(
        BudgetLine,
        {
            "name": name,
            "label": label,
            "kind": kind,
            "programme": programme,
            "part": "programme" if programme else "total",
            "amounts": totals,
            "differences": _differences(totals),
            "persons": {law: study.sample.total(each) for law, each in counted.items()},
            "households": {law: study.sample.total(each) for law, each in some.items()},
            "share": {law: (each / base[law]).resting_on(each.observations) for law, each in totals.items()},
        },
    )


def _differences(totals: dict[str, Statistic]) -> dict[str, Statistic]:
    return {law: each - totals[CURRENT] for law, each in totals.items() if law != CURRENT}
