"""A batch as an Arrow stream: persons in, a row each, and the same persons out with what was asked."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

import pyarrow
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from pyarrow import ipc

from openfisca_country.household.batch import Filled, Refused
from openfisca_country.household.belonging import HOUSEHOLDS, PERSONS, role_keys
from openfisca_country.household.inputs import shown
from openfisca_country.law.errors import did_you_mean, nearest_name
from openfisca_country.web.arrow_columns import ERROR, HOUSEHOLD, PERSON, ROLE, Column, asked, content, facts
from openfisca_country.web.arrow_stream import batches, open_stream
from openfisca_country.web.batch_block import answer_block
from openfisca_country.web.body import MOST_MEMBERS
from openfisca_country.web.parts import PERSONS_OF_A_HOUSEHOLD
from openfisca_country.web.problems import Fault, Problem, faults
from openfisca_country.web.settings import Settings

TYPE = "application/vnd.apache.arrow.stream"
ROWS = 2_000  # made into Python's values at a time
MOST_TOLD = 20  # errors in one cell
MOST_HOUSEHOLDS = 1_000_000  # whose ids are kept in mind, to find one that comes again


@dataclass
class _Household:
    """Rows that follow one another and name the same household.

    Attributes:
        id: of the household, as the column holds it.
        persons: ids, as the column holds them, a row each.
        content: the situation.
        errors: what is wrong with it.

    """

    id: Any
    persons: list[Any] = field(default_factory=list)
    content: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    errors: list[Fault] = field(default_factory=list)


def answers(
    law: TaxBenefitSystem, stream: IO[bytes], variables: str, period: str | None, settings: Settings
) -> Iterator[bytes]:
    """Answer a stream of persons, a block of households at a time.

    Args:
        law: to apply.
        stream: an Arrow stream: ``person_id``, ``household_id``, ``role`` (head, spouse, child, other), then variables.
            The rows of a household follow one another. An empty cell is not stated.
        variables: what is asked, names separated by commas.
        period: a month, or a year shown month by month; the current month by default.
        settings: how much is held at a time.

    Returns:
        An Arrow stream: ``person_id``, ``household_id``, a column for each answer (a household's on each of its
        members), and ``error``. Whoever has an error has no answers; an answer that is empty without one is not in the
        law of that date, or not modelled.

    Raises:
        Problem: 400, 413, 415, the body is no Arrow stream that can be used; 422, its columns or the query are wrong.

    """
    reader = open_stream(stream, settings.max_body_bytes)
    given = facts(law, reader.schema)
    wanted = asked(law, variables, period, given)
    ids = [pyarrow.field(name, _of_ids(reader.schema.field(name).type)) for name in (PERSON, HOUSEHOLD)]
    heads = [pyarrow.field(each.name, each.type) for each in wanted]
    schema = pyarrow.schema([*ids, *heads, pyarrow.field(ERROR, pyarrow.string())])
    return _answered(law, _households(_rows(reader), given, wanted, MOST_MEMBERS), wanted, schema, settings)


def _of_ids(kind: pyarrow.DataType) -> pyarrow.DataType:
    return kind.value_type if pyarrow.types.is_dictionary(kind) else kind


def _rows(reader: ipc.RecordBatchStreamReader) -> Iterator[dict[str, Any]]:
    for batch in batches(reader):
        for start in range(0, batch.num_rows, ROWS):
            yield from batch.slice(start, ROWS).to_pylist()


def _households(
    rows: Iterable[dict[str, Any]], given: list[Column], wanted: list[Column], most: int
) -> Iterator[_Household]:
    """Gather the rows of each household, at most so many, with what each person is asked."""
    seen: set[Any] = set()
    last: _Household | None = None
    for row in rows:
        if last is None or row[HOUSEHOLD] != last.id or row[HOUSEHOLD] is None or len(last.persons) >= most:
            if last is not None:
                if row[HOUSEHOLD] == last.id is not None:
                    last.errors.append(Fault(HOUSEHOLD, f"is too large: expected at most {most} persons."))
                yield last
            last = _begun(row[HOUSEHOLD], seen, wanted)
        _join(last, row, given, wanted)
    if last is not None:
        yield last


def _begun(name: Any, seen: set[Any], wanted: list[Column]) -> _Household:
    household = _Household(name, content={PERSONS: {}, HOUSEHOLDS: {str(name): _questions(wanted, HOUSEHOLDS)}})
    if name is None:
        household.errors.append(Fault(HOUSEHOLD, "is empty: each person belongs to a household."))
    elif name in seen:
        sentence = "came before: its rows must follow one another. What was answered then was of a part of it."
        household.errors.append(Fault(HOUSEHOLD, sentence))
    elif len(seen) >= MOST_HOUSEHOLDS:
        sentence = f"is one too many: expected at most {MOST_HOUSEHOLDS} households in a stream; send several streams."
        household.errors.append(Fault(HOUSEHOLD, sentence))
    else:
        seen.add(name)
    return household


def _questions(wanted: list[Column], entity: str) -> dict[str, Any]:
    questions: dict[str, Any] = {}
    for column in wanted:
        if column.entity == entity:
            questions.setdefault(column.variable, {})[column.period] = None
    return questions


def _join(household: _Household, row: dict[str, Any], given: list[Column], wanted: list[Column]) -> None:
    """Add a person to a household."""
    person, role = row[PERSON], row[ROLE]
    household.persons.append(person)
    key, home = str(person), household.content[HOUSEHOLDS][str(household.id)]
    if person is None:
        household.errors.append(Fault(PERSON, "is empty: expected one for each person."))
    elif key in household.content[PERSONS]:
        household.errors.append(Fault(f"{PERSONS}.{key}", "is in this household twice; keep one row."))
    elif role not in role_keys():
        expected = ", ".join(role_keys())
        right = nearest_name(str(role), role_keys())
        problem = f"expected one of {expected}; got {'nothing' if role is None else shown(role)}.{did_you_mean(right)}"
        household.errors.append(Fault(f"{PERSONS}.{key}.{ROLE}", problem, expected, shown(role), right or None))
    else:
        home.setdefault(role, []).append(key)
    entry = household.content[PERSONS].setdefault(key, _questions(wanted, PERSONS))
    for column in given:
        if row[column.name] is not None:
            _state(household, entry if column.entity == PERSONS else home, column, row[column.name])


def _state(household: _Household, entry: dict[str, Any], column: Column, value: Any) -> None:
    """Write a value down; a fact of a household is the same on each of its rows that has one."""
    known = entry.setdefault(column.variable, {}) if column.period is not None else entry
    key = column.period or column.variable
    if column.entity == HOUSEHOLDS and key in known and known[key] != value:
        problem = "differs between the rows of this household: write the same value on each, or on one."
        household.errors.append(Fault(f"{HOUSEHOLDS}.{household.id}.{column.name}", problem))
    known[key] = value


def _answered(
    law: TaxBenefitSystem,
    households: Iterator[_Household],
    wanted: list[Column],
    schema: pyarrow.Schema,
    settings: Settings,
) -> Iterator[bytes]:
    sink = io.BytesIO()
    with ipc.new_stream(sink, schema) as writer:
        try:
            for block in _batched(households, settings.batch_block):
                writer.write_batch(_table(law, block, wanted, schema))
                yield _drained(sink)
        except Problem as problem:  # the stream is broken from here on, and no person is to be blamed
            row = {ERROR: _sentences(problem.errors)}
            writer.write_batch(pyarrow.RecordBatch.from_pylist([row], schema))
    yield _drained(sink)


def _batched(households: Iterator[_Household], size: int) -> Iterator[list[_Household]]:
    """Gather households until there are as many people as are held at a time."""
    block: list[_Household] = []
    weight = 0.0
    for household in households:
        block.append(household)
        weight += max(1, len(household.persons) / PERSONS_OF_A_HOUSEHOLD)
        if weight >= size:
            yield block
            block, weight = [], 0.0
    if block:
        yield block


def _drained(sink: io.BytesIO) -> bytes:
    written = sink.getvalue()
    sink.seek(0)
    sink.truncate()
    return written


def _table(
    law: TaxBenefitSystem, block: list[_Household], wanted: list[Column], schema: pyarrow.Schema
) -> pyarrow.RecordBatch:
    ids = Counter(each.id for each in block)
    for each in block:
        if ids[each.id] > 1 and not each.errors:
            each.errors.append(Fault(HOUSEHOLD, "comes again further on: its rows must follow one another."))
    good = [(str(at), each.content) for at, each in enumerate(block) if not each.errors]
    found = answer_block(law, good, None)
    rows = [row for at, each in enumerate(block) for row in _rows_of(each, found.get(str(at)), wanted)]
    return pyarrow.RecordBatch.from_pylist(rows, schema)


def _rows_of(household: _Household, found: Filled | Refused | None, wanted: list[Column]) -> Iterator[dict[str, Any]]:
    errors = tuple(household.errors)
    if isinstance(found, Refused):
        errors = tuple(fault for error in found.errors for fault in faults(error))
    told = _sentences(errors) if errors else None
    for person in household.persons:
        row = {PERSON: person, HOUSEHOLD: household.id, ERROR: told}
        if isinstance(found, Filled):
            for column in wanted:
                name = str(person if column.entity == PERSONS else household.id)
                value = found.situation[column.entity][name][column.variable][column.period]
                row[column.name] = content(column, value)
        yield row


def _sentences(errors: tuple[Fault, ...]) -> str:
    """Return some errors as one text, the first few of many."""
    told = "; ".join(f"{each.place}: {each.problem}" if each.place else each.problem for each in errors[:MOST_TOLD])
    return told if len(errors) <= MOST_TOLD else f"{told} … and {len(errors) - MOST_TOLD} more"
