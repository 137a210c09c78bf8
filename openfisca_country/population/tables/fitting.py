"""Whether a column can state what it is mapped to, before any of its cells is read."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

from openfisca_core.variables import Variable as CoreVariable

from openfisca_country.law import ETERNITY, MONTH, nearest
from openfisca_country.population.tables.rules import Rule
from openfisca_country.population.tables.targets import LARGEST, NUMBERS, Column, Target

HELD = {
    "text": "texts",
    "whole": "whole numbers",
    "number": "numbers",
    "truth": "true and false",
    "day": "days",
    "other": "neither texts nor numbers",
}
WANTED = {
    "number": "numbers",
    "whole": "whole numbers",
    "truth": "true and false",
    "text": "texts",
    "choice": "names",
    "day": "days",
}
FITTING = {
    "number": ("text", "whole", "number"),
    "whole": ("text", "whole", "number"),
    "truth": ("text", "whole", "number", "truth"),
    "text": ("text",),
    "choice": ("text",),
    "day": ("text", "day"),
}
LAST_YEAR = "2199"


def period_problem(variable: CoreVariable, period: str) -> str | None:
    """Return what is wrong with the period in a column's name; nothing if it is of the length of the variable."""
    name = variable.name
    if variable.definition_period == ETERNITY:
        return f"{name} does not change over time: its column is called {name}, without a period."
    month = variable.definition_period == MONTH
    example = f"{name}@2026-01" if month else f"{name}@2026"
    year_form, month_form = re.fullmatch(r"\d{4}", period), re.fullmatch(r"(\d{4})-(\d{2})", period)
    if not (year_form or (month_form and 1 <= int(month_form[2]) <= 12)) or not "0001" <= period[:4] <= LAST_YEAR:
        return f'"{period}" is not a period: a column of one period is called {example}.'
    if bool(month_form) != month:
        kinds = ("a month", "a year") if month else ("a year", "a month")
        return f"{name} is a value of {kinds[0]}, not of {kinds[1]}: a column of one period is called {example}."
    return None


def misfits(target: Target, column: Column, rule: Rule) -> Iterator[str]:
    """Tell, a sentence each, why a column read by a rule cannot state its target."""
    if column.kind == "nothing":
        return
    if rule.made_from:
        if target.name != "birth_date":
            yield f"`from: {rule.made_from}` makes a birth_date, and nothing else."
        if column.kind not in ("text", *NUMBERS):
            yield f'column "{column.name}" holds {HELD[column.kind]}, and {rule.made_from} is a number.'
    elif rule.recode is not None:
        yield from _recode_misfits(target, column, rule)
    elif column.kind not in FITTING[target.kind]:
        yield (
            f'column "{column.name}" holds {HELD[column.kind]}, and {target.name} takes {_wanted(target)}.'
            f"{_advice(target, column)}"
        )
    if rule.form and column.kind == "day":
        yield f'`format:` is for days written as texts, and column "{column.name}" holds days.'
    if rule.form and target.kind != "day":
        yield f"`format:` is for days, and {target.name} takes {_wanted(target)}."
    yield from _conversion_misfits(target, rule)


def _wanted(target: Target) -> str:
    return f"one of {', '.join(target.choices)}" if target.kind == "choice" else WANTED[target.kind]


def _advice(target: Target, column: Column) -> str:
    if target.kind == "choice" or column.kind == "text":
        example = target.choices[0] if target.choices else "true"
        return f" Say what its codes mean with `recode:`, such as {{1: {example}}}."
    if target.name == "birth_date":
        return " An age makes a birth_date with `from: age`."
    return ""


def _conversion_misfits(target: Target, rule: Rule) -> Iterator[str]:
    for key, given in (("unit", bool(rule.unit)), ("times", rule.times != 1), ("period", bool(rule.period))):
        if given and (rule.recode is not None or rule.made_from):
            yield f"`{key}:` does not go with `{'recode' if rule.recode is not None else 'from'}:`."
        elif given and target.kind not in NUMBERS:
            yield f"`{key}:` is for numbers, and {target.name} takes {_wanted(target)}."
        elif key == "period" and given and not re.match(r"currency/(month|year)$", target.unit):
            unit = target.unit or "none"
            yield f"`period:` is for amounts of money that flow, and the unit of {target.name} is {unit}."


def _recode_misfits(target: Target, column: Column, rule: Rule) -> Iterator[str]:
    if column.kind in ("day", "other"):
        yield f'column "{column.name}" holds {HELD[column.kind]}, which are no codes to recode.'
        return
    for code in rule.recode or ():
        if column.matches("x", code) is None:
            hint = nearest(str(code), column.labels)
            labels = f" Its value labels are {', '.join(column.labels)}." if column.labels else ""
            held = f'column "{column.name}", which holds {HELD[column.kind]}'
            yield f'recode: "{code}" is no code of {held}.{hint}{labels}'
    for code, value in [*(rule.recode or {}).items(), *([("default", rule.default)] if rule.has_default else [])]:
        if not _sound(target, value):
            hint = nearest(value, target.choices) if isinstance(value, str) else ""
            yield f'recode: {code} becomes "{value}", and {target.name} takes {_wanted(target)}.{hint}'


def _sound(target: Target, value: Any) -> bool:
    """Tell whether a value may stand in a recode; nothing stands for "not known"."""
    if value is None:
        return True
    if target.kind == "choice":
        return value in target.choices
    if target.kind in NUMBERS:
        number = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= LARGEST
        return number and (target.kind == "number" or float(value).is_integer())
    return isinstance(value, {"truth": bool, "day": datetime.date, "text": str}[target.kind])
