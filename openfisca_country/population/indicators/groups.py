"""By what the population is cut: region, sex, age, household type, decile of current income."""

from dataclasses import dataclass
from typing import Any

import numpy
import polars
from numpy.typing import NDArray

from openfisca_country.population.indicators.collapse import AGES, Collapsed, columns_of
from openfisca_country.population.indicators.statistic import Numbers

Places = NDArray[numpy.signedinteger[Any]]
"""Positions: of parts, of household types."""

MOST_LEVELS = 60
SEXES = ("female", "male")

HOUSEHOLD_TYPES = (
    "single adult",
    "couple without children",
    "couple with 1 or 2 children",
    "couple with 3 or more children",
    "lone parent",
    "older people",
    "others with children",
    "others without children",
)
"""Types of household, by the roles and ages of its members. A child is under 18, an older person 60 or over."""

PEOPLE = {
    "children": ("children", "Children under 18"),
    "older": ("over_60", "Persons of 60 and over"),
    "unemployed": ("unemployed", "Unemployed"),
    "disabled": ("disabled", "Persons with a recognised disability"),
}
"""Groups of persons that overlap; the column that counts them, and their name."""


@dataclass(frozen=True)
class Part:
    """A part of the population.

    Attributes:
        level: its key.
        label: in words.

    """

    level: str
    label: str


@dataclass(frozen=True, eq=False)
class Group:
    """The population cut into parts.

    Attributes:
        name: its key.
        label: in words.
        parts: in their order.
        codes: where every household lies in one part with all its members: the position of that part; shape
            (households,).
        counts: where it does not: for each part the persons of each household who are in it; shape (households,) each.

    """

    name: str
    label: str
    parts: tuple[Part, ...]
    codes: Places | None = None
    counts: tuple[Places, ...] = ()

    def members(self, place: int, size: Numbers) -> Numbers:
        """Return the persons of each household who are in a part; shape (households,).

        Args:
            place: position of the part.
            size: members of each household.

        """
        if self.codes is None:
            return self.counts[place].astype(numpy.float64)
        return numpy.where(self.codes == place, size, 0.0)


def household_types(facts: polars.DataFrame) -> Places:
    """Return the type of each household, as its position in `HOUSEHOLD_TYPES`; shape (households,).

    In this order: all members are 60 or over: older people. Without children: one adult is a single adult; two adults,
    one of them the spouse of the head, a couple; else others. With children: one adult is a lone parent; two adults,
    one of them the spouse, a couple by its number of children; else (three generations, children alone) others.

    Args:
        facts: ``size``, ``children``, ``adults``, ``over_60`` and ``spouses`` of each household.

    """
    size, children, adults, over_60, spouses = (
        facts[name].to_numpy() for name in ("size", "children", "adults", "over_60", "spouses")
    )
    couple = (adults == 2) & (spouses == 1)
    kinds = [
        (over_60 == size, "older people"),
        ((children == 0) & (adults == 1), "single adult"),
        ((children == 0) & couple, "couple without children"),
        (children == 0, "others without children"),
        (adults == 1, "lone parent"),
        (couple & (children <= 2), "couple with 1 or 2 children"),
        (couple, "couple with 3 or more children"),
    ]
    places = [numpy.int16(HOUSEHOLD_TYPES.index(name)) for _, name in kinds]
    others = numpy.int16(HOUSEHOLD_TYPES.index("others with children"))
    return numpy.select([each for each, _ in kinds], places, others)


def groups_of(collapsed: Collapsed, variables: frozenset[str], by: tuple[str, ...] = ()) -> dict[str, Group]:
    """Return every cut of the population that the tables allow, the deciles apart.

    Args:
        collapsed: the households.
        variables: names of the vocabulary; `region` apart, they cut only where asked.
        by: variables of households to cut by; kept columns of the tables are taken without being named.

    """
    facts = collapsed.facts("size", "children", "adults", "over_60", "spouses")
    known = columns_of(collapsed.folder / "facts")
    found = [Group("all", "All persons", (Part("all", "All"),), numpy.zeros(facts.height, dtype=numpy.int16))]
    texts = collapsed.texts()
    cuts = [name for name in known if name in by or name == "region" or (name in texts and name not in variables)]
    for name in sorted(cuts, key=lambda name: (name != "region", name)):
        found += _cut(name, name.replace("_", " ").capitalize(), collapsed.facts(name)[name])
    if "is_rural" in known:
        rural = polars.col("is_rural").cast(polars.Float64).fill_null(0) > 0
        words = polars.when(rural).then(polars.lit("rural")).otherwise(polars.lit("urban"))
        found += _cut("urban or rural", "Urban and rural", collapsed.facts("is_rural").select(words).to_series())
    found += _persons(collapsed, "sex", "Sex", {each: (f"sex {each}", each.capitalize()) for each in SEXES})
    found += _persons(collapsed, "age", "Age group", {each: (f"age {each}", each) for each in AGES})
    types = household_types(facts)
    kinds = numpy.unique(types)
    parts = tuple(Part(HOUSEHOLD_TYPES[each], HOUSEHOLD_TYPES[each].capitalize()) for each in kinds)
    codes = numpy.searchsorted(kinds, types).astype(numpy.int16)
    found.append(Group("household type", "Household type", parts, codes))
    found += _persons(collapsed, "people", "Groups of persons, which overlap", PEOPLE)
    return {group.name: group for group in found}


def _persons(collapsed: Collapsed, name: str, label: str, levels: dict[str, tuple[str, str]]) -> list[Group]:
    """Return a group of persons, from the columns that count them; nothing where there is none."""
    known = {level: each for level, each in levels.items() if each[0] in columns_of(collapsed.folder / "facts")}
    parts = tuple(Part(level, words) for level, (_, words) in known.items())
    counts = tuple(collapsed.facts(column)[column].to_numpy().astype(numpy.int16) for column, _ in known.values())
    return [Group(name, label, parts, counts=counts)] if parts else []


def _cut(name: str, label: str, values: polars.Series) -> list[Group]:
    """Return a cut by the words of a column; nothing where it says the same of all, or too much."""
    words = values.cast(polars.String).fill_null("not stated")
    levels = words.unique().sort()
    if not 1 < len(levels) <= MOST_LEVELS:
        return []
    parts = tuple(Part(each, each.replace("_", " ")) for each in levels)
    codes = words.rank("dense").cast(polars.Int16).to_numpy() - numpy.int16(1)
    return [Group(name, label, parts, codes)]


def deciles(tenths: Places, name: str, label: str) -> Group:
    """Return the tenths of the population, from the positions of households in them."""
    parts = tuple(Part(str(each + 1), f"Decile {each + 1}") for each in range(10))
    return Group(name, label, parts, tenths.astype(numpy.int16))
