"""Drawing households at random: values of every input that a rule comes down to, near the numbers it compares with."""

from dataclasses import dataclass

import numpy
from numpy.typing import NDArray
from openfisca_core.indexed_enums import Enum
from openfisca_core.variables import Variable

from openfisca_country.law.check.deep.crowd import Crowd, Numbers, picked
from openfisca_country.law.operations import add_months, completed_years
from openfisca_country.law.system import CountrySystem
from openfisca_country.law.units import parts_of

SHAPES = (
    ("head",),
    ("head", "spouse"),
    ("head", "child"),
    ("head", "spouse", "child"),
    ("head", "spouse", "child", "child"),
    ("head", "child", "child", "child", "child"),
    ("head", "spouse", "child", "child", "other"),
    ("head", "other"),
)
AGES = {"head": (18, 90), "spouse": (18, 90), "child": (0, 25), "other": (0, 90)}
SPARSE, DENSE = 0.1, 0.7
MOST_MONTHS_BACK = 480
LENGTHS = ("day", "week", "month", "year")
DAY = "datetime64[D]"


@dataclass(frozen=True)
class Numbered:
    """A number that the rule compares with or counts by, and its unit."""

    unit: str
    value: float


@dataclass(frozen=True)
class Field:
    """What households are drawn from.

    Attributes:
        system: the law.
        inputs: the facts that the rule comes down to.
        numbers: the numbers of the law on the way, as of the month.
        first: first day of the month.

    """

    system: CountrySystem
    inputs: tuple[Variable, ...]
    numbers: tuple[Numbered, ...]
    first: numpy.datetime64

    def near(self, variable: Variable) -> list[float]:
        """Return the numbers of the law in the unit of an input; for money, all that is money."""
        unit = _first_part(variable)
        if unit == "currency":
            return sorted({each.value for each in self.numbers if each.unit == "currency"})
        return sorted({each.value for each in self.numbers if each.unit == unit})

    def lengths(self) -> list[tuple[str, int]]:
        """Return the lengths of time among the numbers of the law."""
        found = {(each.unit, each.value) for each in self.numbers if each.unit in LENGTHS}
        months = {("month", 12 * value) for unit, value in found if unit == "year" and value % 1}
        return sorted({(unit, int(value)) for unit, value in found | months})


def _first_part(variable: Variable) -> str:
    return parts_of(variable.unit or "")[0]


def grid_of(variable: Variable) -> float:
    """Return the finest step of an input: whole units of money, whole counts, quarters of a year, hundredths."""
    if variable.value_type is int or _first_part(variable) == "currency":
        return 1.0
    return 0.25 if _first_part(variable) in LENGTHS else 0.01


def draw(field: Field, generator: numpy.random.Generator, households: int) -> Crowd:
    """Draw households of many shapes."""
    shapes = generator.integers(len(SHAPES), size=households)
    roles = numpy.array([role for shape in shapes for role in SHAPES[shape]])
    members = numpy.repeat(numpy.arange(households), [len(SHAPES[shape]) for shape in shapes])
    crowd = Crowd(members, roles, {})
    return Crowd(members, roles, draw_values(field, generator, crowd))


def plain_household(field: Field) -> Crowd:
    """Return a person alone of whom nothing is told."""
    crowd = Crowd(numpy.zeros(1, dtype=numpy.int64), numpy.array(["head"]), {})
    return Crowd(crowd.members, crowd.roles, {each.name: default_of(each, 1) for each in field.inputs})


def draw_values(
    field: Field, generator: numpy.random.Generator, crowd: Crowd, told: tuple[float, float] = (SPARSE, DENSE)
) -> dict[str, Numbers]:
    """Draw every input anew; some households have much to tell and some little."""
    talkative = generator.uniform(*told, size=crowd.households)
    values = {}
    for variable in field.inputs:
        rows = crowd.rows(variable)
        if variable.name == "birth_date":
            values[variable.name] = _births(field, generator, crowd)
        else:
            is_told = generator.random(len(rows)) < talkative[rows]
            drawn = _drawn(field, generator, variable, len(rows))
            default = default_of(variable, len(rows))
            values[variable.name] = numpy.where(is_told, drawn, default).astype(default.dtype)
    return values


def default_of(variable: Variable, count: int) -> Numbers:
    """Return what holds of an input where nothing is told, as plain numbers and days."""
    return numpy.array(numpy.asarray(variable.default_array(count)))


def _drawn(field: Field, generator: numpy.random.Generator, variable: Variable, count: int) -> Numbers:
    if variable.value_type is bool:
        return numpy.full(count, not variable.default_value)
    if variable.value_type is Enum:
        return generator.integers(len(list(variable.possible_values)), size=count)
    if str(variable.dtype).startswith("datetime64"):
        return _days(field, generator, count)
    return _amounts(field, generator, variable, count)


def _amounts(field: Field, generator: numpy.random.Generator, variable: Variable, count: int) -> Numbers:
    """Draw amounts: at a number of the law, a step beside it, somewhere up to three times it, or small."""
    grid = grid_of(variable)
    near = [value for value in field.near(variable) if value > 0]
    small = generator.integers(0, 6, size=count).astype(float)
    if _first_part(variable) == "currency":
        small = 10.0 ** generator.integers(0, 8, size=count)
    if _first_part(variable) == "/1":
        small = generator.integers(0, 5, size=count) / 4
    if not near:
        return small
    chosen = generator.choice(numpy.array(near), size=count)
    steps = generator.integers(-1, 2, size=count) * grid
    wide = chosen * generator.uniform(0, 3, size=count)
    kind = generator.random(count)
    drawn = numpy.select([kind < 0.4, kind < 0.8], [chosen + steps, wide], small)
    return numpy.asarray(numpy.maximum(numpy.floor(drawn / grid + 0.5) * grid, 0))


def _days(field: Field, generator: numpy.random.Generator, count: int) -> NDArray[numpy.datetime64]:
    """Draw days up to the end of the month: lengths of the law before it, give or take a day, or any."""
    reach = generator.choice(numpy.array([1, 3, 13, 60, MOST_MONTHS_BACK]), size=count)
    months = generator.integers(0, reach)
    day = _back(numpy.repeat(field.first, count), "month", months) + generator.integers(0, 28, size=count)
    lengths = field.lengths()
    if lengths:
        which = generator.integers(len(lengths), size=count)
        exact = numpy.empty(count, dtype=DAY)
        for number, (unit, length) in enumerate(lengths):
            exact[which == number] = _back(numpy.repeat(field.first, 1), unit, numpy.array([length]))[0]
        day = numpy.where(generator.random(count) < 0.5, exact + generator.integers(-1, 2, size=count), day)
    last = _back(numpy.repeat(field.first, 1), "month", numpy.array([-1]))[0] - 1
    return numpy.asarray(numpy.minimum(day, last))


def _births(field: Field, generator: numpy.random.Generator, crowd: Crowd) -> NDArray[numpy.datetime64]:
    """Draw ages by role: any, or an age of the law to the day."""
    low = numpy.array([AGES[str(role)][0] for role in crowd.roles])
    high = numpy.array([AGES[str(role)][1] for role in crowd.roles])
    any_age = generator.integers(low, high + 1)
    first = numpy.repeat(field.first, len(low))
    day = _back(first, "year", any_age) - generator.integers(0, 365, size=len(low))
    years = numpy.array([value for unit, value in field.lengths() if unit == "year" and 0 < value < 100], dtype=int)
    if len(years):
        exact = generator.choice(years, size=len(low))
        fits = (low <= exact) & (exact <= high) & (generator.random(len(low)) < 0.4)
        day = numpy.where(fits, _back(first, "year", exact) + generator.integers(-1, 2, size=len(low)), day)
    return numpy.minimum(day, field.first)


def _back(days: NDArray[numpy.datetime64], unit: str, length: Numbers) -> NDArray[numpy.datetime64]:
    if unit in ("year", "month"):
        return numpy.asarray(add_months(days.astype(DAY), -length * (12 if unit == "year" else 1)).astype(DAY))
    return numpy.asarray(days.astype(DAY) - length * (7 if unit == "week" else 1))


def plausible(field: Field, crowd: Crowd) -> NDArray[numpy.bool_]:
    """Tell which households could exist: nobody unborn, nothing before a birth, no record longer than a life."""
    born = crowd.values.get("birth_date")
    if born is None:
        return numpy.ones(crowd.households, dtype=bool)
    possible = born <= field.first
    years = completed_years(born, numpy.asarray(field.first))
    for variable in field.inputs:
        if not variable.entity.is_person or variable.name == "birth_date":
            continue
        value = crowd.values[variable.name]
        if value.dtype.kind == "M":
            possible &= value >= born
        elif _first_part(variable) in ("month", "year"):
            possible &= value <= (years + 1) * (12 if _first_part(variable) == "month" else 1)
    return ~numpy.isin(numpy.arange(crowd.households), crowd.members[~possible])


def changed(field: Field, generator: numpy.random.Generator, crowd: Crowd) -> Crowd:
    """Return the households with one to three of their facts drawn anew, for some of their members."""
    fresh = draw_values(field, generator, crowd, (DENSE, DENSE))
    chance = generator.integers(1, 4, size=crowd.households) / max(len(field.inputs), 1)
    values = {}
    for variable in field.inputs:
        rows = crowd.rows(variable)
        touched = (generator.random(crowd.households) < chance)[rows] & (generator.random(len(rows)) < 0.7)
        values[variable.name] = numpy.where(touched, fresh[variable.name], crowd.values[variable.name])
    return Crowd(crowd.members, crowd.roles, values)


def crossed(field: Field, generator: numpy.random.Generator, crowd: Crowd) -> Crowd:
    """Return the households with half of their facts taken from another household of the same members."""
    shapes = _shapes(crowd)
    others = numpy.arange(crowd.households)
    for shape in numpy.unique(shapes):
        (alike,) = numpy.nonzero(shapes == shape)
        others[alike] = generator.permutation(alike)
    partners = picked(field.system, crowd, others)
    values = {}
    for variable in field.inputs:
        taken = (generator.random(crowd.households) < 0.5)[crowd.rows(variable)]
        values[variable.name] = numpy.where(taken, partners.values[variable.name], crowd.values[variable.name])
    return Crowd(crowd.members, crowd.roles, values)


def _shapes(crowd: Crowd) -> NDArray[numpy.int64]:
    """Give each household the number of its members' roles, in their order."""
    roles = numpy.searchsorted(numpy.array(sorted(AGES)), crowd.roles)
    sizes = numpy.bincount(crowd.members)
    place = numpy.arange(len(roles)) - numpy.repeat(numpy.cumsum(sizes) - sizes, sizes)
    return numpy.bincount(crowd.members, (roles + 1) * (len(AGES) + 1) ** place).astype(numpy.int64)
