"""The data report, put together from what was planned, checked and cut."""

import datetime
from collections.abc import Iterator
from typing import Any

import duckdb

from openfisca_country.law import CountrySystem
from openfisca_country.population.tables.assumed import assumptions
from openfisca_country.population.tables.checking import KEPT
from openfisca_country.population.tables.columns import ColumnPlan
from openfisca_country.population.tables.cutting import Pieces
from openfisca_country.population.tables.data_report import MOST_IDS, ColumnReport, DataReport, Finding
from openfisca_country.population.tables.identity import DESIGN
from openfisca_country.population.tables.tallies import Tally

_UNMATCHED = ("household_id: expected one of the households", "household_id: expected an id that persons name")
_TEXT_IDS = 'ids are compared as text, so that "01" is not "1"'


def report_on(
    connection: duckdb.DuckDBPyConnection,
    system: CountrySystem,
    period: str,
    plans: tuple[ColumnPlan, ColumnPlan],
    pieces: Pieces,
    refused: tuple[int, int],
) -> DataReport:
    """Tell what was found in the tables."""
    missing: dict[str, int] = {}
    for plan in plans:
        for each in plan.taken:
            name, _, of_one_period = each.target.name.partition("@")
            tally = pieces.tallies.get((plan.source.entity, each.target.name), Tally())
            if not of_one_period:
                missing[name] = tally.missing
    return DataReport(
        persons=pieces.persons,
        households=pieces.households,
        refused_persons=refused[0],
        refused_households=refused[1],
        columns=tuple(each for plan in plans for each in _columns(plan, pieces)),
        assumed=assumptions(system, period, missing, pieces.persons, pieces.households),
        findings=(*_refusals(connection, refused), *_oddities(connection, system, plans)),
    )


def _columns(plan: ColumnPlan, pieces: Pieces) -> Iterator[ColumnReport]:
    entity = plan.source.entity
    for name, (_, columns) in plan.ids.items():
        joined = f"joined: {' + '.join(columns)}" if len(columns) > 1 else ""
        tally = pieces.tallies.get((entity, f"{KEPT}{name}"), Tally())
        yield ColumnReport(columns[0], entity, name, joined, missing=tally.missing)
    for each in plan.taken:
        tally = pieces.tallies.get((entity, each.target.name), Tally())
        yield ColumnReport(
            name=each.column,
            entity=entity,
            taken_as=each.target.name,
            how=each.how,
            unit=each.target.unit,
            missing=tally.missing,
            minimum=_plain(tally.minimum),
            maximum=_plain(tally.maximum),
            levels=tuple(sorted(tally.levels.items())),
        )
    for name in plan.keep:
        yield ColumnReport(name, entity, "kept", missing=pieces.tallies.get((entity, f"{KEPT}{name}"), Tally()).missing)
    for name in plan.ignored:
        yield ColumnReport(name, entity, "")


def _plain(value: Any) -> float | str | None:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return None if value is None else float(value)


def _refusals(connection: duckdb.DuckDBPyConnection, refused: tuple[int, int]) -> Iterator[Finding]:
    for entity, word, total in (("persons", "person", refused[0]), ("households", "household", refused[1])):
        found = connection.execute(
            f"SELECT split_part(reason, ', got ', 1) AS kind, count(DISTINCT row), "
            f"list_sort(list_distinct(min(coalesce({word}_id, 'row ' || row), {MOST_IDS}))) "
            f"FROM wrong_{entity} GROUP BY kind ORDER BY 2 DESC, 1"
        ).fetchall()
        for kind, count, ids in found:
            hint = f"; {_TEXT_IDS}" if kind in _UNMATCHED else ""
            sentence = f"{_counted(count, word)} refused: {kind}{hint}."
            yield Finding(kind, count, sentence, tuple(ids), refused=True)
        (own,) = _one(connection, f"SELECT count(DISTINCT row) FROM wrong_{entity}")
        if total > own:
            why = {
                "persons": "another person of the household, or the household itself, is refused",
                "households": "a person of theirs is refused",
            }[entity]
            yield Finding(
                f"{word} of a refused household",
                total - own,
                f"{_counted(total - own, word)} refused: {why}.",
                refused=True,
            )


def _oddities(
    connection: duckdb.DuckDBPyConnection, system: CountrySystem, plans: tuple[ColumnPlan, ColumnPlan]
) -> Iterator[Finding]:
    headless = "FROM sizes s WHERE EXISTS (FROM accepted a WHERE a.household_id = s.household_id) AND heads = 0"
    count, ids = _one(connection, f"SELECT count(*), min(household_id, {MOST_IDS}) {headless}")
    if count:
        told = f"{_counted(count, 'household')} without a head: rules that look at the head find nobody."
        yield Finding("household without head", count, told, tuple(ids))
    for plan in plans:
        entity = plan.source.entity
        for each in plan.taken:
            variable = system.variables.get(each.target.name.partition("@")[0])
            if variable is not None and variable.formulas:
                told = (
                    f"{each.target.name} is given by column {each.column}: the value goes before the rule of the law."
                )
                yield Finding("result given", 0, told)
            if each.cells and "birthday" in each.how:
                yield Finding("birth date assumed", 0, f"{each.target.name} is {each.how}.")
        for name, why in plan.ignored.items():
            if why:
                yield Finding("column ignored", 0, f"Column {name} of {entity} is ignored: {why}")
    households = plans[1]
    if "weight" not in [each.target.name for each in households.taken]:
        yield Finding("no weights", 0, "Households have no weight: each stands for itself alone.")
    if not set(DESIGN) & set(households.ids):
        yield Finding(
            "no survey design",
            0,
            "No stratum or cluster is named: standard errors are those of a simple random sample.",
        )


def _one(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[Any, ...]:
    row = connection.execute(sql).fetchone()
    assert row is not None  # an aggregate gives one row always
    return tuple(row)


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
