"""What a law costs and what it raises: the budget table.

Which amounts are its lines is data of the law: each programme says so in its ``index.yaml`` (``payments``), and the
lines of each total add up to it. A total is what the harmonised sum of the country's law holds:

- ``benefits``: all cash to people under the law, whoever owes it: also sick pay that the employer owes, and pensions
  out of people's own savings;
- ``income_tax`` and ``employee_contributions``, ``own_contributions`` (what ``taxes_and_contributions`` holds beyond
  the two: what people without an employer pay for themselves), and ``employer_contributions``.

What a law puts into a total that no programme marks stands in a line of its own, "in no programme's line". In no total,
and not in the net cost, are subsidies to employers, refunded costs, contributions that the State pays for people,
loans, and what is raised outside taxes and contributions: each is a line by itself. What help in kind and
administration cost is not known.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.law.programmes import BENEFITS, NOT_COUNTED, RAISED, Programme
from openfisca_country.population.impact_results import CURRENT, BudgetLine
from openfisca_country.population.indicators.draft import Draft
from openfisca_country.population.indicators.statistic import Numbers, Statistic
from openfisca_country.population.indicators.study import Study

TOTALS = {
    BENEFITS: "All cash benefits",
    "income_tax": "Personal income tax",
    "employee_contributions": "Contributions of workers",
    "own_contributions": "Taxes and contributions that people pay for themselves",
    "employer_contributions": "Contributions and social tax of employers",
}
"""The totals of the budget table, in their order; the first is paid, the others are raised."""

OF_PEOPLE = ("income_tax", "employee_contributions")
KINDS = {
    BENEFITS: "benefit",
    **dict.fromkeys(RAISED, "revenue"),
    "other_spending": "other spending",
    "loans": "loan",
    "other_revenue": "other revenue",
}
NET_COST = "net_cost"
ALONE = "in no programme's line"
NOTHING = 0.5  # of the currency, a household and period: less is what rounding leaves


@dataclass(frozen=True)
class Payment:
    """A variable of a programme that is money paid or raised.

    Attributes:
        name: the variable.
        label: in words.
        kind: ``benefit``, ``revenue``, ``other spending``, ``loan`` or ``other revenue``.
        total: which of `TOTALS` it is part of; empty for none.
        sign: -1 for what is taken off the total, else 1.
        programme: title.

    """

    name: str
    label: str
    kind: str
    total: str
    sign: int
    programme: str


def payments(laws: dict[str, TaxBenefitSystem]) -> tuple[Payment, ...]:
    """Return what programmes mark as payments under any of some laws, in the order of the register."""
    found: dict[tuple[str, str], Payment] = {}
    for system in laws.values():
        for programme in system.book.programmes.values():
            for payment in _payments(system, programme):
                found.setdefault((payment.name, payment.total), payment)
    return tuple(found.values())


def _payments(system: TaxBenefitSystem, programme: Programme) -> Iterator[Payment]:
    for mark, names in programme.payments.items():
        if mark == NOT_COUNTED:
            continue
        for marked in names:
            name = marked.removeprefix("-")
            if name not in system.variables:
                continue  # `check` finds it
            label = str(system.variables[name].label or name)
            taken_off = marked != name
            yield Payment(
                name=name,
                label=f"Less: {label}" if taken_off else label,
                kind=KINDS[mark],
                total=mark if mark in TOTALS else "",
                sign=-1 if taken_off else 1,
                programme=programme.title,
            )


def budget(study: Study, lines: tuple[Payment, ...]) -> Iterator[Draft[BudgetLine]]:
    """Return the budget table: every payment that anybody receives or pays, the totals, and the net cost."""
    base = _bases(study)
    found: list[Draft[BudgetLine]] = []
    totals: list[Draft[BudgetLine]] = []
    for total in ("", *TOTALS):
        whole = {law: of_total(study, law, total) for law in study.laws} if total else {}
        alone = {law: each.copy() for law, each in whole.items()}
        for line in (each for each in lines if each.total == total):
            amounts = {law: line.sign * study.amount(law, line.name) for law in study.laws}
            for law in alone:
                alone[law] -= amounts[law]
            if line.name not in TOTALS and any(each.any() for each in amounts.values()):
                found.append(_line(study, line.name, line.label, line.kind, amounts, base, line.programme, total))
        rest = {law: _beyond_rounding(each) for law, each in alone.items()}
        if any(each.any() for each in rest.values()):
            name, label = f"{total}_alone", f"{TOTALS[total]}, {ALONE}"
            found.append(_line(study, name, label, KINDS[total], rest, base, total=total))
        if total:
            totals.append(_line(study, total, TOTALS[total], KINDS[total], whole, base))
    order = {(each.name, each.total): place for place, each in enumerate(lines)}
    last = len(order)
    yield from sorted(found, key=lambda each: order.get((each.fields["name"], each.fields["total"]), last))
    yield from totals
    yield _net_cost(base)


def of_total(study: Study, law: str, total: str) -> Numbers:
    """Return what each household gets or pays of a total, over the whole period; shape (households,)."""
    if total != "own_contributions":
        return study.amount(law, total)
    known = sum((study.amount(law, name) for name in OF_PEOPLE), numpy.zeros(len(study.size)))
    return _beyond_rounding(study.amount(law, "taxes_and_contributions") - known)


def _beyond_rounding(amount: Numbers) -> Numbers:
    return numpy.where(numpy.abs(amount) > NOTHING, amount, 0.0)


def _bases(study: Study) -> dict[str, dict[str, Statistic]]:
    """Return, by kind of line and law, what a line is a share of."""

    def total(*names: str) -> dict[str, Statistic]:
        found = [{law: study.sample.total(study.amount(law, name)) for law in study.laws} for name in names]
        return {law: sum((each[law] for each in found[1:]), found[0][law]) for law in study.laws}

    return {"benefit": total(BENEFITS), "revenue": total("taxes_and_contributions", "employer_contributions")}


def _net_cost(base: dict[str, dict[str, Statistic]]) -> Draft[BudgetLine]:
    net = {law: (paid - base["revenue"][law]).resting_on(paid.observations) for law, paid in base["benefit"].items()}
    return Draft(
        BudgetLine,
        {
            "name": NET_COST,
            "label": "Benefits less taxes and contributions",
            "kind": "balance",
            "programme": "",
            "part": "total",
            "total": "",
            "amounts": net,
            "differences": _differences(net),
            "persons": {},
            "households": {},
            "share": {},
        },
    )


def _line(
    study: Study,
    name: str,
    label: str,
    kind: str,
    amounts: dict[str, Numbers],
    base: dict[str, dict[str, Statistic]],
    programme: str = "",
    total: str = "",
) -> Draft[BudgetLine]:
    totals = {law: study.sample.total(each) for law, each in amounts.items()}
    some = {law: (each != 0).astype(numpy.float64) for law, each in amounts.items()}
    counted = {
        law: study.collapsed.of_law(law, f"persons: {name}")
        if study.collapsed.has(law, f"persons: {name}")
        else study.size * some[law]
        for law in study.laws
    }
    fields: dict[str, Any] = {
        "name": name,
        "label": label,
        "kind": kind,
        "programme": programme,
        "part": "total" if name in TOTALS else "programme",
        "total": total,
        "amounts": totals,
        "differences": _differences(totals),
        "persons": {law: study.sample.total(each) for law, each in counted.items()},
        "households": {law: study.sample.total(each) for law, each in some.items()},
        "share": {
            law: (each / base[kind][law]).resting_on(each.observations) for law, each in totals.items() if kind in base
        },
    }
    return Draft(BudgetLine, fields)


def _differences(totals: dict[str, Statistic]) -> dict[str, Statistic]:
    return {law: each - totals[CURRENT] for law, each in totals.items() if law != CURRENT}
