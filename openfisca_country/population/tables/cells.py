"""One column of a table as SQL: what its cells become, and what is wrong with those that cannot become it.

The checks mean what they mean for a household (`household.inputs`), for millions of cells at once.
"""

import datetime

from openfisca_country.population.tables.parsing import value_in
from openfisca_country.population.tables.quoting import literal, text
from openfisca_country.population.tables.rules import Rule
from openfisca_country.population.tables.targets import LARGEST, NUMBERS, Cells, Column, Target


def cells(target: Target, column: Column, rule: Rule, number: int, last_day: datetime.date) -> Cells:
    """Return the cells of a column that fits its target (`fitting` tells).

    Args:
        target: what it states.
        column: which.
        rule: how it is to be read.
        number: that no other column of the table has.
        last_day: births lie before it or on it.

    """
    cell, value = f"__c{number}", f"__v{number}"
    got = f"', got \"' || left({cell}, 60) || '\"'" if column.kind == "text" else f"', got ' || {cell}"
    faults = judged(target, column, cell, value)
    if rule.recode is not None:
        known = " OR ".join(column.matches(cell, code) or "FALSE" for code in rule.recode)
        faults = [] if rule.has_default else [(f"NOT ({known})", "one of the codes recoded")]
    if target.name == "birth_date":
        faults.append((f"{value} > {literal(last_day)}", f"a day up to {last_day}, the last day of the period"))
    cases = " ".join(
        f"WHEN {wrong} THEN {text(f'{target.name}: expected {expected}')} || {got}" for wrong, expected in faults
    )
    fault = f"CASE WHEN {cell} IS NULL THEN NULL {cases} END" if cases else "CAST(NULL AS VARCHAR)"
    return Cells({cell: column.cleaned()}, {value: value_in(target, column, rule, cell)}, staged(target, value), fault)


def staged(target: Target, value: str) -> str:
    """Return SQL of a sound value, in the type in which it is staged."""
    if target.kind == "whole":
        return f"TRY_CAST({value} AS BIGINT)"
    if target.kind == "choice":
        return f"CAST({value} AS ENUM({', '.join(map(text, target.choices))}))"
    return value


def judged(target: Target, column: Column, cell: str, value: str) -> list[tuple[str, str]]:
    """Return what may be wrong with a value, each beside what should stand there."""
    if target.kind not in NUMBERS:
        wanted = {
            "truth": "true or false",
            "day": "a day of the calendar written as 1990-05-12",
            "choice": f"one of {', '.join(target.choices)}",
        }
        return [(f"{value} IS NULL", wanted[target.kind])] if target.kind in wanted else []
    faults = [
        (f"{value} IS NULL OR NOT isfinite({value})", "a number"),
        (f"{value} < 0", "an amount of zero or more"),
        (_too_large(column, cell, value), f"a number that is exact to the unit, {LARGEST} at most"),
    ]
    return [*faults, (f"{value} <> floor({value})", "a whole number")] if target.kind == "whole" else faults


def _too_large(column: Column, cell: str, value: str) -> str:
    """Return SQL that finds, too, the whole number that a 64-bit float would round down to the limit."""
    too_large = f"{value} > {LARGEST}"
    if column.kind in ("whole", "text"):
        too_large += f" OR ({value} = {LARGEST} AND coalesce(TRY_CAST({cell} AS DECIMAL(38, 6)) > {LARGEST}, FALSE))"
    return too_large
