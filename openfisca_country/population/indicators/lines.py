"""The lines of poverty: those of the country's law, and any that is asked for."""

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from openfisca_country.engine import months_of
from openfisca_country.law import CountrySystem, InputError, LawError
from openfisca_country.law.values import find_parameter, value_at
from openfisca_country.population.impact_results import CURRENT, PovertyLine
from openfisca_country.population.indicators.inequality import Distribution

MEDIAN = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*%(?:\s*of\s+median)?\s*$")


def lines_of(system: CountrySystem, period: str, asked: Iterable[str | float]) -> tuple[list[PovertyLine], list[str]]:
    """Return the lines asked for, then those of the country's law.

    Args:
        system: the country's law; its lines are the parameters that ``poverty_lines`` in its ``index.yaml`` names.
        period: a month, or a year over whose months a line is averaged.
        asked: each an amount a person and month, the path of a parameter, or a share of the median (``60%``).

    Returns:
        The lines, those of a share of the median with no value yet, and a warning for each line of the law that has no
        value in the period.

    Raises:
        InputError: a line is none of these, or has no value.

    """
    told = [_asked(system, period, line) for line in asked]
    found = list({line.name: line for line in told}.values())
    warnings = []
    parameters: Any = system.parameters
    for path in parameters.metadata.get("poverty_lines") or ():
        if any(line.name == path for line in found):
            continue
        try:
            found.append(_of_law(system, period, path, national=True))
        except LawError as error:
            warnings.append(f"No poverty at a line of the law: {error}")
    return found, warnings


def _asked(system: CountrySystem, period: str, line: str | float) -> PovertyLine:
    share = MEDIAN.match(line) if isinstance(line, str) else None
    if share is not None:
        percent = float(share[1])
        if not 0 < percent <= 100:
            raise InputError("--line", f'"{line}": a share of the median lies above 0 % and at most at 100 %.')
        return PovertyLine(
            f"{percent:g}% of median", f"{percent:g} % of the median income", 0.0, relative=percent / 100
        )
    try:
        amount = float(line)
    except ValueError:
        return _of_law(system, period, str(line), national=False)
    if not math.isfinite(amount) or amount <= 0:
        raise InputError("--line", f"expected an amount above zero a person and month, got {line}.")
    return PovertyLine(f"{amount:.15g}", "Given line", amount)


def _of_law(system: CountrySystem, period: str, path: str, national: bool) -> PovertyLine:
    try:
        parameter = find_parameter(system.parameters, path)
    except LawError as error:
        raise InputError("--line", f"expected an amount, a share of the median (60%) or a parameter: {error}") from None
    unit = str(parameter.metadata.get("unit", ""))
    if unit != f"{system.country.currency}/month":
        raise InputError(
            "--line", f"{path} is in {unit or 'no unit'}: a line is an amount in {system.country.currency}/month."
        )
    values = [value_at(parameter, f"{month}-01") for month in months_of(period)]
    numbers = [float(each.value) for each in values if each is not None and each.value is not None]
    if len(numbers) < len(values):
        raise InputError("--line", f"{path} has no value in some months of {period}: give an amount.")
    label = str(parameter.description or path).rstrip(".")
    return PovertyLine(path, label, sum(numbers) / len(numbers), national)


def settled(lines: Iterable[PovertyLine], people: Mapping[str, Distribution]) -> tuple[PovertyLine, ...]:
    """Give the lines at a share of the median their value under current law."""
    return tuple(
        line
        if line.relative is None
        else PovertyLine(
            line.name, line.label, line.relative * people[CURRENT].quantile(0.5), line.national, line.relative
        )
        for line in lines
    )
