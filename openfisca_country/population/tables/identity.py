"""The columns by which rows are told apart and surveys are weighed: ids, stratum, cluster, and what is kept."""

from collections.abc import Iterable, Iterator

from openfisca_country.law import InputError, nearest
from openfisca_country.population.tables.quoting import quoted
from openfisca_country.population.tables.rules import HOUSEHOLDS, PERSONS, TableMapping
from openfisca_country.population.tables.sources import Source
from openfisca_country.population.tables.targets import LARGEST

IDS = {PERSONS: ("person_id", "household_id"), HOUSEHOLDS: ("household_id",)}
DESIGN = ("stratum", "cluster")

Identified = dict[str, tuple[str, tuple[str, ...]]]
"""``person_id`` and the like: SQL of it as text, and the columns it is made of."""


def identified(source: Source, mapping: TableMapping, faults: list[InputError]) -> Identified:
    """Find the ids of a table and the columns of the survey's design; add what is missing to the faults."""
    found: Identified = {}
    for name in (*IDS[source.entity], *(DESIGN if source.entity == HOUSEHOLDS else ())):
        columns = mapping.ids.get(name, (name,))
        place = f"{source.entity}.{name}"
        absent = [each for each in columns if each not in source.columns]
        if name in DESIGN and name not in mapping.ids and absent:
            continue
        for each in absent:
            hint = nearest(each, source.columns) + ("" if name in mapping.ids else advice(name))
            faults.append(InputError(place, f'there is no column "{each}".{hint}'))
        if {source.columns.get(each) for each in columns} & {"day", "truth", "other"}:
            faults.append(InputError(place, "an id is a text or a whole number."))
        found[name] = (" || '-' || ".join(_as_text(each, source.columns.get(each, "")) for each in columns), columns)
    return found


def advice(name: str) -> str:
    """Tell what to do about a column that every table needs and this one does not name so."""
    return f" Name it in a mapping: `{name}:`."


def misplaced(source: Source, mapping: TableMapping, variables: Iterable[str]) -> Iterator[InputError]:
    """Find what cannot be ignored or kept."""
    for key, names in (("ignore", mapping.ignore), ("keep", mapping.keep)):
        for name in names:
            if name not in source.columns:
                hint = nearest(name, source.columns)
                yield InputError(f"{source.entity}.{key}", f'there is no column "{name}".{hint}')
    words = {name.lower() for name in (*IDS[PERSONS], *DESIGN, *variables)}
    for name in mapping.keep:
        if source.columns.get(name) == "other":
            yield InputError(f"{source.entity}.keep", f'"{name}" holds neither texts nor numbers.')
        if name.lower() in words:
            yield InputError(f"{source.entity}.keep", f'"{name}" means something in the results already: rename it.')


def _as_text(column: str, kind: str) -> str:
    """Return SQL of an id as text; a whole number loses the decimals that a file without whole numbers gave it."""
    name = quoted(column)
    if kind != "number":
        return f"nullif(trim(CAST({name} AS VARCHAR)), '')"
    whole = f"{name} = floor({name}) AND abs({name}) < {LARGEST}"
    return f"CASE WHEN {whole} THEN CAST(CAST({name} AS BIGINT) AS VARCHAR) END"
