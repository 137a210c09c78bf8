"""The kinds of households that gain, or lose, by a reform, told by their main features.

Households are told apart by type, number of children, how many work, and region. A kind with too few households in the
sample to be shown is joined with others like it: first whatever the region, then whoever works, then however many the
children. Every household is in one kind, so that the shares add up to 1.
"""

from collections.abc import Iterator

import numpy
import polars
from numpy.typing import NDArray

from openfisca_country.population.impact_results import HouseholdPattern
from openfisca_country.population.indicators.draft import Draft
from openfisca_country.population.indicators.gainers import UNCHANGED, change, classes
from openfisca_country.population.indicators.groups import HOUSEHOLD_TYPES, Places, household_types
from openfisca_country.population.indicators.statistic import Numbers
from openfisca_country.population.indicators.study import Study

FEATURES = ("household_type", "children", "work", "region")
CHILDREN = ("0", "1", "2", "3 or more")
WORK = ("nobody works", "one works", "two or more work")
OTHERS = "all others"


def patterns(study: Study, reform: str, minimum: int) -> Iterator[Draft[HouseholdPattern]]:
    """Return the kinds of households on each side, the most frequent first.

    Args:
        study: the population.
        reform: which.
        minimum: households of the sample that a kind needs to stand by itself.

    """
    gain, code = change(study, reform), classes(study, reform)
    for side, chosen in (("gains", code > UNCHANGED), ("loses", code < UNCHANGED)):
        if not chosen.any():
            continue
        whole = study.sample.total(chosen.astype(numpy.float64))
        features = features_of(study, chosen)
        for kind, places in kinds(features, study.sample.weight[chosen], minimum):
            members = numpy.zeros(len(gain))
            members[numpy.flatnonzero(chosen)[places]] = 1.0
            number = study.sample.total(members)
            yield Draft(
                HouseholdPattern,
                {
                    "reform": reform,
                    "side": side,
                    **dict(zip(FEATURES, kind, strict=True)),
                    "households": number,
                    "share": (number / whole).resting_on(number.observations),
                    "average_change": study.sample.total(gain * members) / number,
                },
            )


def features_of(study: Study, chosen: NDArray[numpy.bool_]) -> polars.DataFrame:
    """Return the features of some households, in words."""
    facts = study.collapsed.facts("size", "children", "adults", "over_60", "spouses", "workers").filter(chosen)
    children = numpy.minimum(facts["children"].to_numpy(), len(CHILDREN) - 1)
    work = numpy.minimum(facts["workers"].to_numpy(), len(WORK) - 1)
    regions = study.groups.get("region") or study.groups.get("urban or rural")
    labels: tuple[str, ...] = ("",)
    place: Places = numpy.zeros(len(study.size), dtype=numpy.int16)
    if regions is not None and regions.codes is not None:
        labels, place = tuple(part.label for part in regions.parts), regions.codes
    words = (
        numpy.array(HOUSEHOLD_TYPES)[household_types(facts)],
        numpy.array(CHILDREN)[children],
        numpy.array(WORK)[work],
        numpy.array(labels)[place[chosen]],
    )
    return polars.DataFrame(dict(zip(FEATURES, words, strict=True)))


def kinds(
    features: polars.DataFrame, weight: Numbers, minimum: int
) -> list[tuple[tuple[str, ...], NDArray[numpy.int64]]]:
    """Part households into kinds, each by as many features as its number allows.

    Args:
        features: of every household, in words.
        weight: shape (households,).
        minimum: households that a kind needs.

    Returns:
        Features of each kind, empty where it is not told apart by one, and the positions of its households; the most
        frequent first.

    """
    left = features.with_columns(place=polars.int_range(polars.len()), weight=weight)
    found: list[tuple[float, tuple[str, ...], NDArray[numpy.int64]]] = []
    for known in range(len(FEATURES), -1, -1):
        keys = list(FEATURES[:known])
        parts = left.partition_by(keys, as_dict=True, maintain_order=True) if keys else {(): left}
        taken = []
        for kind, part in parts.items():
            if part.height >= max(minimum, 1) or (known == 0 and part.height):
                words = (*(str(each) for each in kind or (OTHERS,)), *("",) * (len(FEATURES) - max(known, 1)))
                found.append((float(part["weight"].sum()), words, part["place"].to_numpy()))
                taken.append(part["place"])
        if taken:
            left = left.filter(~polars.col("place").is_in(polars.concat(taken).implode()))
    return [(words, places) for _, words, places in sorted(found, key=lambda each: (-each[0], each[1]))]
