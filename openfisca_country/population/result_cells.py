"""The cells of a column of results: months put together, and turned into what tables hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy
import pyarrow as pa
from numpy.typing import NDArray

from openfisca_country.engine import Block
from openfisca_country.engine.alike import is_stretched, stretched
from openfisca_country.law import NEVER
from openfisca_country.population.plan import Column, Key, Meaning

Mask = NDArray[numpy.bool_]

TYPES = {
    "float": pa.float64(),
    "int": pa.int64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "str": pa.string(),
    "Enum": pa.string(),
}
"""How the values of each type of variable are held in tables."""


@dataclass(frozen=True, eq=False)
class Cells:
    """Values of a variable, one a person or household.

    Attributes:
        values: as the variable holds them.
        known: for whom there is a value; nothing if for all.

    """

    values: Any
    known: Mask | None = None


def stated_for(block: Block, key: Key) -> Mask | None:
    """Return for whom a variable is stated in a period; nothing if for no one."""
    name, period = key
    layers = [each for when, each in block.stated.get(name, {}).items() if when in (None, period)]
    if not layers:
        return None
    masks = [numpy.ones(len(each.values), dtype=bool) if each.mask is None else each.mask for each in layers]
    known: Mask = numpy.logical_or.reduce(masks)
    return known


def together(column: Column, months: Sequence[Cells]) -> Cells | None:
    """Put the months of a column together, in their order; nothing where there are none.

    A month in which the law has no answer adds nothing; without any month there is no total.
    """
    if not months or column.meaning in (Meaning.ONE, Meaning.LAST):
        return months[-1] if months else None
    kind = numpy.int64 if column.meaning is Meaning.MONTHS else numpy.float64
    if all(month.known is None and is_stretched(month.values) for month in months):  # one for all: added up once
        total = sum((month.values[:1] for month in months), numpy.zeros(1, dtype=kind))
        return Cells(stretched(total, len(months[0].values)))
    values = numpy.zeros(len(months[0].values), dtype=kind)
    for month in months:  # in the order of the calendar: a sum of binary fractions depends on it
        if month.known is None:
            values += month.values
        else:
            values[month.known] += month.values[month.known]
    masks = [month.known for month in months if month.known is not None]
    if len(masks) < len(months):
        return Cells(values)
    ever: Mask = numpy.logical_or.reduce(masks)
    return Cells(values, None if ever.all() else ever)


def table_type(column: Column) -> pa.DataType:
    """Return how the cells of a column are held in a table."""
    return pa.int64() if column.meaning is Meaning.MONTHS else TYPES[column.kind]


def as_array(column: Column, cells: Cells | None, count: int) -> pa.Array:
    """Return a column as a table holds it, nulls where there is no answer.

    A choice is its name; a day that never comes is null.
    """
    kind = table_type(column)
    if cells is None:
        return pa.nulls(count, kind)
    values, absent = cells.values, None if cells.known is None else ~cells.known
    if hasattr(values, "possible_values"):
        names = pa.array([each.name for each in values.possible_values])
        places = pa.array(numpy.asarray(values).astype(numpy.int32), mask=absent)
        return pa.DictionaryArray.from_arrays(places, names).cast(pa.string())
    values = numpy.asarray(values)
    if column.kind == "date":
        days = values.astype("datetime64[D]")
        never = days == numpy.datetime64(NEVER, "D")
        return pa.array(days, mask=never if absent is None else never | absent).cast(kind)
    if values.dtype == object or values.dtype.kind in "SU":
        return pa.array([str(each) for each in values], type=kind, mask=absent)
    return pa.array(values, mask=absent).cast(kind)
