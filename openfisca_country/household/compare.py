"""`compare`: the same road walked once under each law, and a subtraction."""

from collections.abc import Sequence
from dataclasses import replace

from openfisca_country.household.calculate import answer, everything
from openfisca_country.household.laws import Laws, under_each_law
from openfisca_country.household.results import ComparedLine, Comparison, Line, Status
from openfisca_country.household.run import Run, SituationLike
from openfisca_country.law import CountrySystem, ReformError
from openfisca_country.law.catalogue import country_of
from openfisca_country.law.reform import ReformLike


def compare(
    country: str | CountrySystem,
    situation: SituationLike,
    reforms: Sequence[ReformLike] = (),
    period: str | None = None,
    laws_of: tuple[str, ...] | list[str] = (),
) -> Comparison:
    """Compare current law with the law of other dates and with reforms, each laid over current law on its own.

    Args:
        country: its name, or its system.
        situation: as for `calculate`; what it asks for is compared, or every entitlement if it asks for nothing.
        reforms: names of reforms that ship, paths of YAML files, dotted Python paths or documents already read.
        period: a month, or a year shown month by month; the current month by default.
        laws_of: months (``2024-06``) whose law is applied to the period.

    Returns:
        Each amount under current law, under the law of each other date and under each reform, by month.

    Raises:
        InputError, OutsideWindow, ReformError: as for `calculate`.

    """
    if not reforms and not laws_of:
        raise ReformError("name at least one reform, or another date, to compare current law with.")
    return compared(under_each_law(country, situation, reforms, period, laws_of))


def compared(laws: Laws) -> Comparison:
    """Compare runs that are already set out."""
    system, baseline, others = laws.system, laws.baseline, laws.others
    asked = list(baseline.situation.asked) or everything(baseline)
    current = [answer(baseline, each) for each in asked]
    proposed = {name: [answer(run, each) for each in asked] for name, run in others.items()}
    lines = [
        ComparedLine(
            entity=line.entity,
            id=line.id,
            variable=line.variable,
            label=line.label,
            unit=line.unit,
            baseline=_amounts(line),
            reforms={name: _amounts(answers[index]) for name, answers in proposed.items()},
        )
        for index, line in enumerate(current)
        if _is_amount(baseline, line)
    ]
    cells = [
        (line.variable, when, line.entity, baseline.situation.position(line.entity, line.id))
        for line in current
        for when, status in line.status.items()
        if status in (Status.VALUE, Status.NOT_ELIGIBLE, Status.ZERO)
    ]
    visits = baseline.visits(cells)
    return Comparison(
        country=country_of(system).title,
        currency=country_of(system).currency,
        periods=baseline.months,
        titles=laws.titles,
        lines=tuple(line for line in lines if any(line.baseline.values()) or line.differs),
        assumed=baseline.assumed(visits, cells),
        warnings=baseline.warnings(visits),
        confidence=baseline.confidence(visits),
        stamp=replace(baseline.stamp(), reforms=tuple(others)),
    )


def _is_amount(run: Run, line: Line) -> bool:
    """Tell amounts of money, and any number that the situation itself asks for."""
    variable = run.system.variables[line.variable]
    asked_for = bool(run.situation.asked) and variable.value_type in (float, int)
    return asked_for or (variable.value_type is float and "currency" in (variable.unit or ""))


def _amounts(line: Line) -> dict[str, float | None]:
    return {
        when: None if line.status[when] is Status.NOT_MODELLED else float(value or 0.0)
        for when, value in line.values.items()
        if not isinstance(value, str)
    }
