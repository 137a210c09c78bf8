"""Households of a kind beside each other: those of whom the same rare facts are stated.

What a law comes to where a fact is stated of nobody is worked out once for all (`engine.rest`). A block of which few
facts are stated beside the usual ones needs fewer rules. The order of kinds depends on the rows, and not on theirs.
"""

import datetime
from typing import Any

import duckdb
from openfisca_core.indexed_enums import Enum

from openfisca_country.law import CountrySystem
from openfisca_country.population.tables.columns import ColumnPlan
from openfisca_country.population.tables.quoting import literal, quoted, text

RARE = 0.15
"""The share of households below which a fact counts as rare."""

MANY = 8000
"""Households from which on there are kinds: fewer make one block, and stand in the order of their ids alone."""

MOST_FACTS = 62
"""Bits of a number that are there to use."""


FACTS = "__facts"
"""The column of what is stated of a household, as a number."""


def facts_of(system: CountrySystem, plan: ColumnPlan, first: int) -> list[str]:
    """Return SQL, one a column: a bit of a number where a row states something else than the default.

    Args:
        system: whose variables the columns state.
        plan: of the table.
        first: the place of its first bit.

    """
    tests = [test for each in plan.taken if (test := _says_something(system, each.target.name)) is not None]
    room = max(MOST_FACTS - first, 0)
    return [f"CASE WHEN {test} THEN {1 << first + place} ELSE 0 END" for place, test in enumerate(tests[:room])]


def bits(facts: list[str]) -> str:
    """Return SQL of all facts of a row as one number."""
    return f"CAST({' + '.join(facts) or '0'} AS UBIGINT)"


def kind(connection: duckdb.DuckDBPyConnection, households: str, count: int) -> str:
    """Return SQL that orders households by their rare facts, the most without any first.

    Args:
        connection: to the tables.
        households: SQL of a table with their `FACTS`.
        count: how many bits these have.

    """
    sums = "".join(f", sum(({FACTS} >> {place}) & 1)" for place in range(count))
    number, *having = connection.execute(f"SELECT count(*){sums} FROM {households}").fetchone() or (0,)
    rare = sorted((some, place) for place, some in enumerate(having) if 0 < (some or 0) < RARE * number)
    if number < MANY:
        rare = []
    ranked = (f"((({FACTS} >> {place}) & 1) << {len(rare) - rank})" for rank, (_, place) in enumerate(rare, start=1))
    return f"CAST({' + '.join(ranked) or '0'} AS UBIGINT)"


def _says_something(system: CountrySystem, name: str) -> str | None:
    variable = system.variables.get(name.partition("@")[0])
    if variable is None or variable.value_type is str:
        return None
    return f"{quoted(name)} <> {_default(variable)}"


def _default(variable: Any) -> str:
    default = variable.default_value
    if isinstance(default, Enum):
        return text(default.name)
    return f"DATE {text(default.isoformat())}" if isinstance(default, datetime.date) else literal(default)
