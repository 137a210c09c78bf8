"""Cells as SQL: the value that one holds, null where it holds none that could be meant. Nothing is guessed."""

from openfisca_country.population.tables.quoting import literal, text
from openfisca_country.population.tables.rules import PERIODS_IN_YEAR, UNITS, Rule
from openfisca_country.population.tables.targets import NUMBERS, Column, Target

TYPES = {
    "number": "DOUBLE",
    "whole": "DOUBLE",
    "truth": "BOOLEAN",
    "day": "DATE",
    "choice": "VARCHAR",
    "text": "VARCHAR",
}
_ISO = r"\d{4}-\d{2}-\d{2}"


def value_in(target: Target, column: Column, rule: Rule, cell: str) -> str:
    """Return SQL of the value that a cleaned cell holds."""
    if rule.recode is not None:
        return recoded(target, column, rule, cell)
    if column.kind == "nothing":
        return f"CAST({cell} AS {TYPES[target.kind]})"
    if target.kind in NUMBERS:
        return converted(target, rule, number_in(column, cell))
    if target.kind == "day":
        return day_in(column, rule.form, cell)
    return {"truth": truth_in(column, cell), "choice": choice_in(target, cell)}.get(target.kind, cell)


def recoded(target: Target, column: Column, rule: Rule, cell: str) -> str:
    """Return SQL of the value that stands for the code in a cell."""
    cases = [
        f"WHEN {column.matches(cell, code) or 'FALSE'} THEN {literal(value)}"
        for code, value in (rule.recode or {}).items()
    ]
    if rule.has_default:
        cases.append(f"WHEN {cell} IS NOT NULL THEN {literal(rule.default)}")
    return f"CAST(CASE {' '.join(cases)} END AS {TYPES[target.kind]})"


def number_in(column: Column, cell: str) -> str:
    """Return SQL of the number in a cell; of texts, only digits with one decimal mark are numbers."""
    if column.kind != "text":
        return f"CAST({cell} AS DOUBLE)"
    comma = column.decimal == "comma"
    form = rf"[+-]?\d+({',' if comma else '[.]'}\d+)?([eE][+-]?\d+)?"
    plain = f"replace({cell}, ',', '.')" if comma else cell
    return f"CASE WHEN regexp_full_match({cell}, {text(form)}) THEN TRY_CAST({plain} AS DOUBLE) END"


def day_in(column: Column, form: str, cell: str) -> str:
    """Return SQL of the day in a cell; the hour of the day is dropped."""
    if column.kind == "day":
        return f"CAST({cell} AS DATE)"
    if form:
        return f"CAST(TRY_STRPTIME({cell}, {text(form)}) AS DATE)"
    return f"CASE WHEN regexp_full_match({cell}, {text(_ISO)}) AND {cell} >= '0001' THEN TRY_CAST({cell} AS DATE) END"


def truth_in(column: Column, cell: str) -> str:
    """Return SQL of true or false; 1 and 0 mean them too, and nothing else does."""
    if column.kind == "truth":
        return cell
    plain = f"lower({cell})" if column.kind == "text" else cell
    true, false = ("'true', '1'", "'false', '0'") if column.kind == "text" else ("1", "0")
    return f"CASE WHEN {plain} IN ({true}) THEN TRUE WHEN {plain} IN ({false}) THEN FALSE END"


def choice_in(target: Target, cell: str) -> str:
    """Return SQL of the choice that a cell names."""
    return f"CASE WHEN {cell} IN ({', '.join(map(text, target.choices))}) THEN {cell} END"


def conversion(target: Target, rule: Rule) -> tuple[float, float]:
    """Return what the numbers of a column are multiplied and divided by: so that little is rounded, not their quotient.

    >>> conversion(Target("wage", "number", (), "currency/month", 12), Rule("q12", unit="thousand", period="year"))
    (1000.0, 12.0)
    """
    times, by = UNITS[rule.unit or "one"]
    if rule.period and target.periods_in_year:
        times, by = times * PERIODS_IN_YEAR[rule.period], by * target.periods_in_year
    whole = (times * rule.times) / by
    return (whole, 1.0) if by != 1 and whole.is_integer() else (times * rule.times, float(by))


def converted(target: Target, rule: Rule, number: str) -> str:
    """Return SQL of a number in the unit and of the period of its target."""
    times, by = conversion(target, rule)
    return f"{number}{f' * {times!r}' if times != 1 else ''}{f' / {by!r}' if by != 1 else ''}"
