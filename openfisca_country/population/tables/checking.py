"""The rows of both tables, checked as sets: which are refused and why, and the rest in order."""

import duckdb

from openfisca_country.engine import ROLES
from openfisca_country.law import CountrySystem
from openfisca_country.population.tables.columns import ColumnPlan
from openfisca_country.population.tables.identity import DESIGN
from openfisca_country.population.tables.kinds import FACTS, bits, facts_of, kind
from openfisca_country.population.tables.quoting import quoted, text

PERSON_ID, HOUSEHOLD_ID = "person_id", "household_id"
POSITION, ROLE, ROW = "household", "role", "row"
KEPT = "design:"
"""What stands before the name of a staged column that is kept for analysis and states nothing."""
_BETWEEN = "chr(31)"
_ALONE = ("head", "spouse")


def take_rows(connection: duckdb.DuckDBPyConnection, plan: ColumnPlan) -> None:
    """Make the table ``persons`` or ``households``: ids, values, design, and what is wrong with each row."""
    cleaned: dict[str, str] = {}
    parsed: dict[str, str] = {}
    values: list[str] = []
    faults: list[str] = []
    for name, (sql, _) in plan.ids.items():
        staged = f"{KEPT}{name}" if name in DESIGN else name
        cleaned[staged] = sql
        values.append(quoted(staged))
        if name not in DESIGN:
            faults.append(f"CASE WHEN {quoted(name)} IS NULL THEN {text(f'{name}: expected an id, got nothing')} END")
    for name in plan.keep:
        cleaned[f"{KEPT}{name}"] = quoted(name)
        values.append(quoted(f"{KEPT}{name}"))
    for each in plan.taken:
        cleaned |= each.cells.cleaned
        parsed |= each.cells.parsed
        values.append(f"{each.cells.value} AS {quoted(each.target.name)}")
        faults.append(each.cells.fault)
        if each.target.name in ("role", "weight"):
            (cell, *_) = each.cells.cleaned
            missing = text(f"{each.target.name}: expected a value, got nothing")
            faults.append(f"CASE WHEN {cell} IS NULL THEN {missing} END")
    connection.execute(
        f"CREATE TABLE {plan.source.entity} AS "
        f"SELECT {', '.join(values)}, nullif(concat_ws({_BETWEEN}, {', '.join(faults)}), '') AS __faults "
        f"FROM (SELECT *, {_named(parsed)} FROM (SELECT {_named(cleaned)} FROM {plan.source.relation}))"
    )


def _named(columns: dict[str, str]) -> str:
    return ", ".join(f"{sql} AS {quoted(name)}" for name, sql in columns.items())


def judge_rows(
    connection: duckdb.DuckDBPyConnection, system: CountrySystem, plans: tuple[ColumnPlan, ColumnPlan]
) -> None:
    """Make the tables of what is wrong with either, and that of the households accepted, by kind and id.

    A household with one person refused is refused as a whole: without that person its sums would be wrong.

    Args:
        connection: to the tables of rows.
        system: whose variables their columns state.
        plans: of the two tables.

    """
    of_persons = facts_of(system, plans[0], 0)
    of_households = facts_of(system, plans[1], len(of_persons))
    numbers = ", ".join(f"count(*) FILTER (role = '{role}') AS {role}s" for role in _ALONE)
    several = " UNION ALL ".join(
        f"SELECT h.rowid + 1, h.household_id, 'role: expected one {role} at most, got ' || {role}s "
        f"FROM households h JOIN sizes USING (household_id) WHERE {role}s > 1"
        for role in _ALONE
    )
    connection.execute(
        f"CREATE TABLE sizes AS SELECT household_id, count(*) AS persons, {numbers}, bit_or({bits(of_persons)}) AS own "
        "FROM persons GROUP BY household_id"
    )
    judged = f"(SELECT h.*, own + {bits(of_households)} AS {FACTS} FROM households h JOIN sizes USING (household_id))"
    order = kind(connection, judged, len(of_persons) + len(of_households))
    for statement in (
        f"CREATE TABLE wrong_persons AS {_wrong_cells('persons', 'person_id, household_id')} "
        f"UNION ALL {_twins('persons', 'person_id', 'person_id, household_id')} "
        "UNION ALL SELECT rowid + 1, person_id, household_id, "
        "'household_id: expected one of the households, got \"' || household_id || '\"' FROM persons p "
        "WHERE household_id IS NOT NULL AND NOT EXISTS (FROM households h WHERE h.household_id = p.household_id)",
        f"CREATE TABLE wrong_households AS {_wrong_cells('households', 'household_id')} "
        f"UNION ALL {_twins('households', 'household_id', 'household_id')} "
        "UNION ALL SELECT rowid + 1, household_id, "
        "'household_id: expected an id that persons name, got \"' || household_id || '\"' FROM households h "
        "WHERE household_id IS NOT NULL AND NOT EXISTS (FROM sizes s WHERE s.household_id = h.household_id) "
        f"UNION ALL {several}",
        f"CREATE TABLE accepted AS SELECT h.* EXCLUDE (__faults, {FACTS}) FROM {judged} h "
        "WHERE household_id IS NOT NULL AND NOT EXISTS (FROM wrong_households w WHERE w.household_id = h.household_id) "
        "AND NOT EXISTS (FROM wrong_persons w WHERE w.household_id = h.household_id) "
        f"ORDER BY {order}, household_id",
    ):
        connection.execute(statement)


def _wrong_cells(table: str, ids: str) -> str:
    reasons = f"unnest(string_split(__faults, {_BETWEEN}))"
    return f"SELECT rowid + 1 AS row, {ids}, {reasons} AS reason FROM {table} WHERE __faults IS NOT NULL"


def _twins(table: str, name: str, ids: str) -> str:
    counted = (
        f"SELECT {name}, count(*) AS times FROM {table} WHERE {name} IS NOT NULL GROUP BY {name} HAVING count(*) > 1"
    )
    reason = f"'{name}: expected an id of one row, got \"' || {name} || '\" in ' || times || ' rows'"
    return f"SELECT t.rowid + 1, {ids}, {reason} FROM {table} t JOIN ({counted}) USING ({name})"


def persons_in_order(columns: list[str]) -> str:
    """Return SQL of the persons accepted: household by household, by role, then by id."""
    roles = " ".join(f"WHEN '{role}' THEN {place}" for place, role in enumerate(ROLES))
    listed = "".join(f", {quoted(name)}" for name in columns)
    return (
        f"SELECT person_id, a.rowid AS {POSITION}, CAST(CASE role {roles} END AS TINYINT) AS {ROLE}{listed} "
        "FROM persons p JOIN (SELECT rowid, household_id FROM accepted) a USING (household_id) "
        f"ORDER BY a.rowid, p.role, person_id"
    )


def households_in_order(columns: list[str]) -> str:
    """Return SQL of the households accepted, in the order of their ids."""
    return f"SELECT household_id{''.join(f', {quoted(name)}' for name in columns)} FROM accepted ORDER BY rowid"


def write_refused(connection: duckdb.DuckDBPyConnection, persons: str, households: str) -> tuple[int, int]:
    """Write the rows refused, each with its reasons, to two CSV files; return how many there are."""
    own = "SELECT {ids}, string_agg(DISTINCT reason, '; ' ORDER BY reason) AS reason FROM {table} GROUP BY {ids}"
    of_household = own.format(ids="household_id", table="wrong_households")
    first_person = "SELECT household_id, min(person_id) AS person_id FROM wrong_persons GROUP BY household_id"
    refused = "NOT EXISTS (FROM accepted a WHERE a.household_id = t.household_id)"
    statements = {
        persons: f"SELECT t.rowid + 1 AS row, t.person_id, t.household_id, "
        "coalesce(w.reason, 'the household is refused: ' || h.reason, "
        "'another person of the household is refused: ' || coalesce(f.person_id, 'one without an id')) AS reason "
        f"FROM persons t LEFT JOIN ({own.format(ids='row', table='wrong_persons')}) w ON w.row = t.rowid + 1 "
        f"LEFT JOIN ({of_household}) h ON h.household_id = t.household_id "
        f"LEFT JOIN ({first_person}) f ON f.household_id = t.household_id WHERE {refused} ORDER BY 1",
        households: f"SELECT t.rowid + 1 AS row, t.household_id, "
        "coalesce(w.reason, 'a person of it is refused: ' || coalesce(f.person_id, 'one without an id')) AS reason "
        f"FROM households t LEFT JOIN ({own.format(ids='row', table='wrong_households')}) w ON w.row = t.rowid + 1 "
        f"LEFT JOIN ({first_person}) f ON f.household_id = t.household_id WHERE {refused} ORDER BY 1",
    }
    counts = []
    for path, rows in statements.items():
        (count,) = connection.execute(f"COPY ({rows}) TO {text(path)} (FORMAT csv, HEADER)").fetchone() or (0,)
        counts.append(int(count))
    return counts[0], counts[1]
