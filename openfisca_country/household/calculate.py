"""`calculate`: fill what a situation leaves open; with nothing left open, every entitlement of the period."""

import copy
from collections.abc import Sequence
from typing import Any

from openfisca_country.household.results import Calculation, Line, Status
from openfisca_country.household.run import Run, SituationLike, start
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS, Asked
from openfisca_country.law import CountrySystem
from openfisca_country.law.catalogue import country_of
from openfisca_country.law.reform import ReformLike

TOTALS = ("market_income", "benefits", "taxes_and_contributions", "disposable_income")


def calculate(
    country: str | CountrySystem,
    situation: SituationLike,
    period: str | None = None,
    reforms: Sequence[ReformLike] = (),
    law_of: str | None = None,
) -> Calculation:
    """Calculate one situation under a country's law.

    Args:
        country: its name (``uzbekistan``), or its system.
        situation: OpenFisca's situation as a dictionary, or the path of a JSON file with one. A bare value holds in
            every month asked and every month the law looks back to; ``null`` asks for a value. With nothing asked,
            every entitlement is answered.
        period: a month (``2026-03``) or a year (``2026``, shown month by month); the current month by default.
        reforms: names of reforms that ship, paths of YAML files, dotted Python paths or documents already read, laid
            one upon the other.
        law_of: a month (``2024-06``) whose law, numbers and rules alike, is applied to the period; prices and incomes
            are those of the situation. The law of the period by default. ``2024-06:base.minimum_wage`` raises the
            amounts of that law by the rise of a parameter since then.

    Returns:
        The situation with its nulls filled, the lines, and all that they rest on. Amounts are in whole units of the
        national currency, a month.

    Raises:
        InputError: the situation or the period is wrong; the message says where.
        OutsideWindow: the period lies before the law that is modelled.
        ReformError: a reform does not exist or cannot be applied.

    Example:
        >>> family = {
        ...     "persons": {"ali": {"birth_date": "1990-05-12", "wage": 1271000}},
        ...     "households": {"home": {"head": ["ali"], "disposable_income": None}},
        ... }
        >>> calculate("uzbekistan", family, "2026-03").situation["households"]["home"]["disposable_income"]
        {'2026-03': 1118480.0}

    """
    run = start(country, situation, period, reforms, law_of)
    asked = list(run.situation.asked) or everything(run)
    lines = [answer(run, each) for each in asked]
    cells = [
        (line.variable, when, line.entity, run.situation.position(line.entity, line.id))
        for line in lines
        for when, status in line.status.items()
        if status in (Status.VALUE, Status.NOT_ELIGIBLE, Status.ZERO)
    ]
    visits = run.visits(cells)
    warnings = run.warnings(visits, [(line.variable, when) for line in lines for when in line.values])
    if not run.situation.asked:
        lines = [line for line in lines if worth_a_line(line)]
    return Calculation(
        country=country_of(run.system).title,
        currency=country_of(run.system).currency,
        periods=run.months,
        situation=filled(run.situation.source, lines),
        lines=tuple(lines),
        assumed=run.assumed(visits, cells),
        warnings=warnings,
        confidence=run.confidence(visits),
        stamp=run.stamp(),
    )


def everything(run: Run) -> list[Asked]:
    """Ask for the results of every programme, of every person and household, and for the totals."""
    names = [name for programme in run.system.book.programmes.values() for name in programme.variables]
    asked = []
    for name in [*dict.fromkeys(names), *(total for total in TOTALS if total not in names)]:
        entity = run.system.variables[name].entity.plural
        asked += [Asked(entity, each, name, None) for each in run.situation.ids(entity)]
    order = {PERSONS: 0, HOUSEHOLDS: 1}
    places = {each: index for entity in order for index, each in enumerate(run.situation.ids(entity))}
    return sorted(asked, key=lambda each: (order[each.entity], places[each.id]))


def worth_a_line(line: Line) -> bool:
    """Keep amounts that are not zero throughout, and the totals; conditions and zeros are `explain`'s to tell."""
    if line.variable in TOTALS:
        return True
    return any(
        isinstance(value, int | float) and not isinstance(value, bool) and value for value in line.values.values()
    )


def answer(run: Run, asked: Asked) -> Line:
    """Answer one question, in each of its periods."""
    variable = run.system.variables[asked.variable]
    position = run.situation.position(asked.entity, asked.id)
    values: dict[str, Any] = {}
    status: dict[str, Status] = {}
    for when in run.periods(variable, asked.period):
        values[when], status[when] = run.value(asked.variable, when, position)
    return Line(
        entity=asked.entity,
        id=asked.id,
        variable=asked.variable,
        label=variable.label or asked.variable,
        unit=in_words(variable.unit or "", country_of(run.system).currency),
        values=values,
        status=status,
    )


def in_words(unit: str, currency: str) -> str:
    """Name the currency in a unit; leave out `/1`, which says nothing to a reader."""
    return "" if unit == "/1" else unit.replace("currency", currency)


def filled(source: dict[str, Any], lines: list[Line]) -> dict[str, Any]:
    """Return a situation with the answers in the places that asked for them."""
    content = copy.deepcopy(source)
    for line in lines:
        entry = content[line.entity][line.id]
        present = entry.get(line.variable)
        entry[line.variable] = {**(present if isinstance(present, dict) else {}), **line.values}
    return content
