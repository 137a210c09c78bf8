"""Made-up people for whom anything may be stated, so that every rule of a law has something to bite on."""

import datetime
from typing import Any

import numpy
from openfisca_core.indexed_enums import Enum, EnumArray

from openfisca_country.engine import Block, Stated
from openfisca_country.law import MONTH, YEAR

AMOUNTS = numpy.array([0, 0, 1, 50_000, 412_345, 1_271_000, 5_000_000, 123_456_789], dtype=float)
COUNTS = numpy.array([0, 0, 1, 2, 5, 12, 24, 60, 300])


def made_up(system: Any, households: int, seed: int, share: float = 0.3, period: str = "2026") -> Block:
    """Return households of one to six members; of every input, a share of the cells is stated."""
    draw = numpy.random.default_rng(seed)
    sizes = draw.integers(1, 7, households)
    members = numpy.repeat(numpy.arange(households), sizes)
    first = numpy.cumsum(sizes) - sizes
    place = numpy.arange(len(members)) - first[members]
    roles = numpy.where(place == 0, 0, numpy.where(place == 1, 1, draw.integers(2, 4, len(members)))).astype(numpy.int8)
    counts = {"person": len(members), "household": households}
    stated: dict[str, dict[str | None, Stated]] = {}
    for name, variable in system.variables.items():
        if variable.formulas or variable.value_type is str:
            continue
        count = counts[variable.entity.key]
        when = str(draw.choice([*(["2026-04"] if variable.definition_period == MONTH else []), ""])) or None
        stated[name] = {None: Stated(_values(variable, draw, count), draw.random(count) < share)}
        if when is not None and variable.definition_period != YEAR:
            stated[name][f"{period}-04"] = Stated(_values(variable, draw, count), draw.random(count) < share)
    stated["birth_date"] = {None: Stated(_dates(draw, len(members), 1935, 2026))}
    return Block(len(members), households, members, roles, stated)


def _values(variable: Any, draw: Any, count: int) -> Any:
    if variable.value_type is bool:
        return draw.random(count) < 0.5
    if variable.value_type is Enum:
        indices = draw.integers(0, len(list(variable.possible_values)), count).astype(variable.dtype)
        return EnumArray(indices, variable.possible_values)
    if variable.value_type is datetime.date:
        return _dates(draw, count, 2019, 2027)
    if variable.value_type is int:
        return draw.choice(COUNTS, count)
    return draw.choice(AMOUNTS if "currency" in (variable.unit or "") else COUNTS.astype(float), count)


def _dates(draw: Any, count: int, first: int, last: int) -> Any:
    span = (numpy.datetime64(f"{first}-01-01"), numpy.datetime64(f"{last}-01-01"))
    days = draw.integers(0, int((span[1] - span[0]).astype(int)), count)
    return span[0] + days.astype("timedelta64[D]")


def part(block: Block, households: Any) -> Block:
    """Return some households of a block, in the order named."""
    where = {int(old): new for new, old in enumerate(households)}
    persons = numpy.concatenate([numpy.flatnonzero(block.members == old) for old in households])
    chosen = {block.persons: persons, block.households: numpy.asarray(households)}

    def of(name: str, each: Stated) -> Stated:
        theirs = chosen[len(each.values)]
        return Stated(each.values[theirs], None if each.mask is None else each.mask[theirs])

    return Block(
        len(persons),
        len(where),
        numpy.array([where[int(each)] for each in block.members[persons]]),
        block.roles[persons],
        {name: {key: of(name, each) for key, each in layers.items()} for name, layers in block.stated.items()},
    )
