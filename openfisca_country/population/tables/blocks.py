"""One staged block of whole households, as the engine takes it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine import Block, Stated
from openfisca_country.population.tables.checking import HOUSEHOLD_ID, KEPT, PERSON_ID, POSITION, ROLE
from openfisca_country.population.tables.cutting import block_file
from openfisca_country.population.tables.staging import Staged

WEIGHT = "weight"


@dataclass(frozen=True, eq=False)
class LoadedBlock:
    """A block and whose rows it holds.

    Attributes:
        number: of the block, from 0.
        block: as the engine takes it.
        person_ids: text; one a person, in the block's order.
        household_ids: text; one a household, in the block's order.
        design: one row a household: ``household_id``, ``weight`` (1 where the tables have none), ``stratum`` and
            ``cluster`` where there are such columns, then the columns kept.

    """

    number: int
    block: Block
    person_ids: pa.Array
    household_ids: pa.Array
    design: pa.Table


def load_block(system: TaxBenefitSystem, staged: Staged, number: int) -> LoadedBlock:
    """Load one staged block.

    Args:
        system: whose variables it is loaded for; what another law does not know is left out.
        staged: the tables, staged.
        number: of the block, from 0 to ``staged.blocks`` - 1.

    Returns:
        The block, ids and design. A column without any value in the block is left out of what is stated.

    """
    persons, households = (
        _read(block_file(staged.folder / "blocks", each, number)) for each in ("persons", "households")
    )
    stated: dict[str, dict[str | None, Stated]] = {}
    usual = set()
    for table, first in ((persons, 3), (households, 1)):
        for name in table.column_names[first:]:
            variable_name, _, period = name.partition("@")
            variable = system.variables.get(variable_name)
            if variable is not None and not name.startswith(KEPT):
                usual.add(variable_name)
                layer = _stated(variable, table[name])
                if layer is not None:
                    stated.setdefault(variable_name, {})[period or None] = layer
    return LoadedBlock(
        number=number,
        block=Block(
            persons=persons.num_rows,
            households=households.num_rows,
            members=persons[POSITION].to_numpy().astype(numpy.intp),
            roles=persons[ROLE].to_numpy().astype(numpy.int8),
            stated=stated,
            usual=frozenset(usual),
        ),
        person_ids=_whole(persons[PERSON_ID]),
        household_ids=_whole(households[HOUSEHOLD_ID]),
        design=_design(households),
    )


def _read(path: Path) -> pa.Table:
    return pq.read_table(path, use_threads=False, memory_map=True)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)


def _design(households: pa.Table) -> pa.Table:
    """Return what is kept for analysis, the weight first."""
    count = households.num_rows
    columns = {HOUSEHOLD_ID: households[HOUSEHOLD_ID]}
    columns[WEIGHT] = households[WEIGHT] if WEIGHT in households.column_names else pa.array(numpy.ones(count))
    for name in households.column_names:
        if name.startswith(KEPT):
            columns[name.removeprefix(KEPT)] = households[name]
    return pa.table(columns)


def _stated(variable: Any, column: pa.ChunkedArray) -> Stated | None:
    """Return a column as its variable holds it; nothing where every cell is missing."""
    if column.null_count == len(column):
        return None
    array = _whole(column)
    mask = None if array.null_count == 0 else pc.is_valid(array).to_numpy(zero_copy_only=False)
    if variable.value_type is Enum:
        return Stated(_choices(variable, array), mask)
    if array.null_count:
        array = pc.fill_null(array, pa.scalar(variable.default_value, type=array.type))
    return Stated(array.to_numpy(zero_copy_only=False).astype(variable.dtype, copy=False), mask)


def _choices(variable: Any, array: pa.DictionaryArray) -> EnumArray:
    """Return choices by their place among those of the variable; a missing one by that of the first."""
    choices = variable.possible_values
    places = numpy.array([choices[name].index for name in array.dictionary.to_pylist()], dtype=variable.dtype)
    indices = array.indices.fill_null(0).to_numpy(zero_copy_only=False)
    return EnumArray(places[indices], choices)
