"""What every family of indicators works on: the sample, its incomes under each law, and the cuts of the population."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy

from openfisca_country.population.impact_results import PovertyLine
from openfisca_country.population.indicators.collapse import Collapsed
from openfisca_country.population.indicators.design import Sample
from openfisca_country.population.indicators.groups import Group
from openfisca_country.population.indicators.inequality import Distribution
from openfisca_country.population.indicators.statistic import Numbers, Statistic

PER_MEMBER, SQUARE_ROOT = "per member", "square root"
SCALES = {PER_MEMBER: 1.0, SQUARE_ROOT: 0.5}
"""Equivalence scales: the power of the household's size by which its income is divided."""


@dataclass(frozen=True)
class Benefit:
    """A payment that indicators look at one by one.

    Attributes:
        name: the variable.
        label: in words.

    """

    name: str
    label: str


@dataclass(frozen=True, eq=False)
class Study:
    """A population under several laws.

    Attributes:
        collapsed: its households on disk.
        sample: their weights and design.
        size: members of each household; shape (households,).
        incomes: by law: disposable income per member (or equivalent adult) and month; shape (households,).
        laws: their keys, current law first.
        months: in the period.
        scale: the equivalence scale, a key of `SCALES`.
        groups: cuts of the population by name, the deciles of current income among them.
        lines: of poverty, the first being the one that tells the poor from the others.
        benefits: looked at one by one, all of them together first.

    """

    collapsed: Collapsed
    sample: Sample
    size: Numbers
    incomes: Mapping[str, Numbers] = field(hash=False)
    laws: tuple[str, ...]
    months: int
    scale: str
    groups: Mapping[str, Group] = field(hash=False)
    lines: tuple[PovertyLine, ...]
    benefits: tuple[Benefit, ...]

    @property
    def everyone(self) -> Group:
        """The population in one part."""
        return self.groups["all"]

    @cached_property
    def persons(self) -> Statistic:
        """Count everybody."""
        return self.sample.total(self.size)

    def distribution(self, law: str) -> Distribution:
        """Return the persons in the order of their income under a law."""
        return Distribution(self.sample, self.incomes[law], self.size)

    def amount(self, law: str, variable: str) -> Numbers:
        """Return what each household gets or pays over the whole period; shape (households,)."""
        return self.collapsed.of_law(law, variable)

    def per_head(self, amount: Numbers) -> Numbers:
        """Spread an amount of the period over months and members as income is; shape (households,)."""
        return per_head(amount, self.size, self.months, self.scale)

    def totals(self, group: Group, each: Numbers) -> list[Statistic]:
        """Add up what every person has, over the persons of each part of a group.

        Args:
            group: a cut of the population.
            each: the same for all members of a household; shape (households,).

        """
        if group.codes is not None:
            return self.sample.totals(self.size * each, group.codes, len(group.parts))
        return [self.sample.total(counted * each) for counted in group.counts]

    def part(self, group: Group, place: int, law: str) -> Distribution:
        """Return the persons of one part in the order of their income under a law."""
        members = group.members(place, self.size)
        inside = members > 0
        return Distribution(self.sample.of(inside), self.incomes[law][inside], members[inside])

    def counts(self, group: Group) -> list[Statistic]:
        """Count the persons of each part of a group; those of the study's own groups are counted once."""
        if self.groups.get(group.name) is not group:
            return self.totals(group, numpy.ones(len(self.size)))
        if group.name not in self._counted:
            self._counted[group.name] = self.totals(group, numpy.ones(len(self.size)))
        return self._counted[group.name]

    @cached_property
    def _counted(self) -> dict[str, list[Statistic]]:
        return {}

    def without(self, law: str, transfer: Numbers) -> Distribution:
        """Return the persons in the order of their income less a benefit per head, as if nothing else changed."""
        return Distribution(self.sample, self.incomes[law] - transfer, self.size)


def per_head(amount: Numbers, size: Numbers, months: int, scale: str) -> Numbers:
    """Spread an amount of a household over months, and members or equivalent adults; shape (households,)."""
    return amount / months / size ** SCALES[scale]


@dataclass(frozen=True, eq=False)
class Measure:
    """An indicator of a part of the population, before its error is worked out.

    Attributes:
        indicator: a key of `DEFINITIONS`.
        group: key of the cut.
        level: key of the part.
        level_label: the part in words.
        subject: key of the line or benefit; empty for neither.
        subject_label: in words.
        by_law: the statistic under each law.

    """

    indicator: str
    group: str
    level: str
    level_label: str
    subject: str
    subject_label: str
    by_law: Mapping[str, Statistic]


def measures(
    indicator: str, group: Group, by_law: Mapping[str, Sequence[Statistic]], subject: tuple[str, str] = ("", "")
) -> list[Measure]:
    """Lay out an indicator over the parts of a group.

    Args:
        indicator: which.
        group: the cut.
        by_law: for each law, one statistic a part.
        subject: key and label of the line or benefit it is about.

    """
    return [
        Measure(
            indicator,
            group.name,
            part.level,
            part.label,
            *subject,
            {law: found[place] for law, found in by_law.items()},
        )
        for place, part in enumerate(group.parts)
    ]


def ratios(above: Sequence[Statistic], below: Sequence[Statistic]) -> list[Statistic]:
    """Divide part by part."""
    return [one / other for one, other in zip(above, below, strict=True)]
