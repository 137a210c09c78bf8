"""What is done to a column, in words."""

import datetime
from typing import Any

from openfisca_country.population.tables.parsing import conversion
from openfisca_country.population.tables.rules import Rule
from openfisca_country.population.tables.targets import NUMBERS, Target

TIMES, BY = "\N{MULTIPLICATION SIGN}", "\N{DIVISION SIGN}"
PERIOD_WORDS = {12: "month", 1: "year"}


def told_how(target: Target, rule: Rule, missing: tuple[Any, ...] = ()) -> str:
    """Return what is done to the values of a column; an empty text where they stand as they came.

    >>> from openfisca_country.population.tables.rules import Rule
    >>> told_how(Target("wage", "number", (), "currency/month", 12), Rule("q12", unit="thousand", period="year"))
    'an amount a year, made one a month: \N{MULTIPLICATION SIGN} 1,000 \N{DIVISION SIGN} 12'
    """
    parts = []
    if rule.made_from:
        parts.append(_birthday(rule))
    if rule.recode is not None:
        pairs = [f"{code} → {_shown(value)}" for code, value in rule.recode.items()]
        parts.append(
            f"recoded: {', '.join(pairs)}" + (f", all others → {_shown(rule.default)}" if rule.has_default else "")
        )
    if target.kind in NUMBERS:
        times, by = conversion(target, rule)
        factor = (f"{TIMES} {times:,.12g}" if times != 1 else "") + (f" {BY} {by:,.12g}" if by != 1 else "")
        own = PERIOD_WORDS.get(target.periods_in_year or 0, "")
        if rule.period and rule.period != own:
            parts.append(f"an amount a {rule.period}, made one a {own}: {factor.strip()}")
        elif factor:
            parts.append(factor.strip())
    if rule.form and not rule.made_from:
        parts.append(f"days written as {rule.form}")
    codes = [str(code) for code in (*rule.missing, *missing)]
    if codes:
        parts.append(f"not known: {', '.join(codes)}")
    return "; ".join(parts)


def _birthday(rule: Rule) -> str:
    if rule.made_from == "age":
        day = rule.on.isoformat() if isinstance(rule.on, datetime.date) else f"the day in {rule.on}"
        where = (
            "half a year before" if rule.birthday == "middle" else "on a day that the id decides within the year before"
        )
        return f"made of the age told on {day}; the birthday is assumed {where}"
    where = "on 1 July" if rule.birthday == "middle" else "on a day of it that the id decides"
    return f"made of the year of birth; the birthday is assumed {where}"


def _shown(value: Any) -> str:
    return "not known" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
