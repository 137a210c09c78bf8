"""Birth dates made of an age or of a year of birth, where a table holds no better."""

import datetime

from openfisca_country.population.tables.parsing import day_in, number_in
from openfisca_country.population.tables.quoting import literal, text
from openfisca_country.population.tables.rules import Rule
from openfisca_country.population.tables.targets import OLDEST, Cells, Column


def birth_cells(
    target: str, column: Column, on: Column | None, rule: Rule, person_id: str, number: int, last_day: datetime.date
) -> Cells:
    """Return the cells of a birth date made of an age told on a day, or of a year of birth.

    The day is not known. It is taken in the middle of the year that is possible (half a year before the age was told
    less the age; 1 July), or, with ``birthday: spread``, on a day of that year that the person's id decides, so that
    birthdays are spread over it evenly and are the same in every run.

    Args:
        target: name of the variable.
        column: of the ages or years.
        on: the column of the days on which ages were told, where it is not one day for all.
        rule: how they are to be read.
        person_id: SQL of the person's id over the table.
        number: that no other column of the table has.
        last_day: births lie before it or on it.

    """
    cell, day, value, person = f"__c{number}", f"__d{number}", f"__v{number}", f"__p{number}"
    told_on = literal(rule.on) if on is None else day_in(on, rule.form, day)
    years = number_in(column, cell)
    share = f"CAST(md5_number_lower({person}) % 365 AS INTEGER)"
    if rule.made_from == "age":
        fine = f"{years} BETWEEN 0 AND {OLDEST} AND {years} = floor({years})"
        past = f"CAST({told_on} - to_years(CAST({years} AS INTEGER)) AS DATE)"
        made = f"{past} - {share}" if rule.birthday == "spread" else f"CAST({past} - to_months(6) AS DATE)"
        expected = f"an age in whole years from 0 to {OLDEST}"
    else:
        fine = f"{years} BETWEEN 1850 AND 2199 AND {years} = floor({years})"
        year = f"CAST({years} AS INTEGER)"
        made = f"make_date({year}, 1, 1) + {share}" if rule.birthday == "spread" else f"make_date({year}, 7, 1)"
        expected = "a year of birth from 1850 on"
    if rule.made_from == "birth_year":  # a child of the last year is born by its last day, whatever day is assumed
        made = f"CASE WHEN {years} = {last_day.year} THEN least({made}, {literal(last_day)}) ELSE {made} END"
    cleaned = {cell: column.cleaned(), person: person_id}
    faults = [(f"NOT coalesce({fine}, FALSE)", expected, cell)]
    if on is not None:
        cleaned[day] = on.cleaned()
        faults.append(
            (
                f"{day} IS NULL OR {told_on} IS NULL",
                f"the day on which the age was told in {on.name}",
                f"coalesce(CAST({day} AS VARCHAR), 'nothing')",
            )
        )
    faults.append((f"{value} > {literal(last_day)}", f"a day up to {last_day}, the last day of the period", value))
    cases = " ".join(
        f"WHEN {wrong} THEN {text(f'{target}: expected {told}')} || ', got ' || left(CAST({got} AS VARCHAR), 60)"
        for wrong, told, got in faults
    )
    return Cells(
        cleaned,
        {value: f"CASE WHEN {cell} IS NOT NULL AND {fine} THEN {made} END"},
        value,
        f"CASE WHEN {cell} IS NULL THEN NULL {cases} END",
    )
