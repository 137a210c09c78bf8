"""What a reform does to a population, as typed results; tables, charts, workbooks and pages are made from these.

Everywhere a law is called by its key: ``current`` for the law in force, and the name of each reform.
"""

from dataclasses import dataclass, field
from typing import Any

CURRENT = "current"
"""The key of the law in force wherever results stand by law."""

GAIN_CLASSES = ("loses more than 5 %", "loses up to 5 %", "unchanged", "gains up to 5 %", "gains more than 5 %")
"""The classes of households by what a reform does to their disposable income, from the worst to the best."""


@dataclass(frozen=True)
class Estimate:
    """One number of the population, and how far a sample can know it.

    Attributes:
        value: nothing where it is withheld, or cannot be computed (a share of nothing).
        error: the standard error by the design of the sample; nothing for a census.
        low: lower end of the 95 % interval.
        high: upper end of the 95 % interval.
        observations: households of the sample that the number rests on; 0 where it is withheld.
        withheld: True where the number is not shown, because too few households stand behind it or because it could
            be worked out from the others that are shown.

    """

    value: float | None
    error: float | None = None
    low: float | None = None
    high: float | None = None
    observations: int = 0
    withheld: bool = False


@dataclass(frozen=True)
class IndicatorRow:
    """One indicator for one group of the population, under each law.

    Attributes:
        indicator: its name, a key of `Impact.definitions`.
        label: in words.
        unit: ``/1`` (a share or a ratio), ``currency/month``, ``currency/year``, ``persons`` or ``households``; the
            currency is `Impact.currency`.
        group: by what the population is cut: ``all``, or a key of `Impact.groups`.
        level: which part of the group; ``all`` where it is not cut.
        level_label: the part in words.
        subject: the poverty line (a key of `Impact.lines`) or the benefit (a variable) that the indicator is about;
            empty where it is about neither.
        subject_label: the subject in words.
        baseline: under current law.
        reforms: by reform.
        differences: by reform: the reform less current law, with the error of the difference itself (the same
            households stand on both sides).

    """

    indicator: str
    label: str
    unit: str
    group: str
    level: str
    level_label: str
    subject: str
    subject_label: str
    baseline: Estimate
    reforms: dict[str, Estimate] = field(hash=False)
    differences: dict[str, Estimate] = field(hash=False)


@dataclass(frozen=True)
class BudgetLine:
    """One line of the budget table: what a year (or the months asked) costs or raises.

    Attributes:
        name: the variable; for a total, its own name.
        label: in words.
        kind: ``benefit`` (cash to people), ``revenue`` (raised: taxes and contributions) or ``balance``; or, in no
            total and not in the balance, ``other spending``, ``loan`` or ``other revenue``.
        programme: title of the programme it belongs to; empty for a total, and for what no programme has as its own.
        part: the line's place: ``programme`` for a payment of one programme, ``total`` for a sum of them.
        total: name of the total that the line is part of; empty for one that is in none. The lines of a total add up
            to it (a total that is one programme's single payment stands once), and the totals to the balance.
        amounts: by law: in the currency, over the whole period; what is paid and what is raised are both positive, and
            what is taken off a total is negative; the balance is benefits less taxes and contributions.
        differences: by reform: the reform less current law.
        persons: by law: for a payment to persons, those who receive or pay it in some month; for one to households,
            their members; empty for the balance.
        households: by law: households with somebody who receives or pays it; empty for the balance.
        share: by law: relative to all cash benefits (for a benefit), or to all that is raised (for revenue); empty for
            every other kind.

    """

    name: str
    label: str
    kind: str
    programme: str
    part: str
    total: str
    amounts: dict[str, Estimate] = field(hash=False)
    differences: dict[str, Estimate] = field(hash=False)
    persons: dict[str, Estimate] = field(hash=False)
    households: dict[str, Estimate] = field(hash=False)
    share: dict[str, Estimate] = field(hash=False)


@dataclass(frozen=True)
class PovertyLine:
    """A line below which a person is poor.

    Attributes:
        name: what it was called by: a parameter's path, the number as written, or ``60% of median``.
        label: in words, without the amount.
        value: in the currency, a person and month; for a share of the median, the amount under current law.
        national: True for a line of the country's own law.
        relative: the share of the median, for a line that moves with incomes.

    """

    name: str
    label: str
    value: float
    national: bool = False
    relative: float | None = None


@dataclass(frozen=True)
class LorenzCurve:
    """The share of income that the poorest so many have.

    Attributes:
        law: the key of the law.
        population: cumulative shares of persons, from 0 to 1.
        income: cumulative shares of disposable income, one for each of them.

    """

    law: str
    population: tuple[float, ...]
    income: tuple[float, ...]


@dataclass(frozen=True)
class DecileGain:
    """What a reform changes for the persons of one tenth of the population, by current income per member.

    Attributes:
        reform: which.
        decile: from 1, the poorest, to 10.
        income: under current law: disposable income a member and month, on average.
        gain: the change of it, in the currency, a member and month.
        relative: the change as a share of the decile's income under current law.

    """

    reform: str
    decile: int
    income: Estimate
    gain: Estimate
    relative: Estimate


@dataclass(frozen=True)
class GainersRow:
    """Who gains and who loses by a reform, in one part of the population. Shares are of persons.

    Attributes:
        reform: which.
        group: ``all`` or a key of `Impact.groups`.
        level: which part.
        level_label: the part in words.
        shares: by class of `GAIN_CLASSES`; they add up to 1.
        gaining: share of all who gain.
        losing: share of all who lose.
        average_gain: change of the household's disposable income a month, over all its households.
        average_gain_of_gainers: the same, over the households that gain.
        average_loss_of_losers: the same, over the households that lose; negative.

    """

    reform: str
    group: str
    level: str
    level_label: str
    shares: dict[str, Estimate] = field(hash=False)
    gaining: Estimate
    losing: Estimate
    average_gain: Estimate
    average_gain_of_gainers: Estimate
    average_loss_of_losers: Estimate


@dataclass(frozen=True)
class HouseholdPattern:
    """A kind of household among those that gain, or lose, by a reform, described by its main features.

    Attributes:
        reform: which.
        side: ``gains`` or ``loses``.
        household_type: a level of the group ``household type``; ``all others`` for those in no other kind.
        children: how many: ``0``, ``1``, ``2`` or ``3 or more``; empty where the kind is not told apart by it, because
            too few households would stand behind it. The same for what follows.
        work: who works: ``nobody works``, ``one works``, ``two or more work``.
        region: where, or ``urban`` and ``rural`` where no region is known.
        households: how many, weighted.
        share: of all households on that side; the shares add up to 1.
        average_change: of the household's disposable income, a month.

    """

    reform: str
    side: str
    household_type: str
    children: str
    work: str
    region: str
    households: Estimate
    share: Estimate
    average_change: Estimate


@dataclass(frozen=True)
class PopulationCount:
    """Whom the results are about.

    Attributes:
        persons: weighted.
        households: weighted.
        sampled_persons: in the tables.
        sampled_households: in the tables.
        census: True where every household stands for itself and there is no sampling error.
        strata: of the design; 0 where none is given.
        clusters: of the design; 0 where none is given.
        refused_households: left out, with the reason in a file beside the results.

    """

    persons: float
    households: float
    sampled_persons: int
    sampled_households: int
    census: bool
    strata: int
    clusters: int
    refused_households: int


@dataclass(frozen=True)
class Impact:
    """The answer of `impact`: a population under current law and under each reform.

    Attributes:
        country: whose law, in English.
        name: of the country, as commands call it.
        currency: ISO 4217.
        period: the month or year asked.
        laws: the keys of the laws, ``current`` first, then the reforms in the order given.
        titles: the title of each law, by key.
        welfare: in words: what the persons are ranked by and what a line is compared with.
        population: whom the results are about.
        lines: of poverty; the first tells the poor from the others wherever indicators speak of the poor.
        groups: what the population is cut by, in words, by key.
        rows: every indicator, for every group, under every law; in the order of `definitions`.
        budget: the budget table: benefits by programme, then taxes and contributions, then totals.
        lorenz: one curve a law.
        deciles: one row a reform and decile.
        gainers: one row a reform and part of the population.
        patterns: the kinds of households behind gains and losses, the most frequent first, by reform and side.
        minimum_observations: below how many households a number is withheld.
        data_report: of the tables.
        warnings: what the reader must know.
        definitions: of each indicator, with its source, by name.
        stamp: versions, reforms, day of verification.

    """

    country: str
    name: str
    currency: str
    period: str
    laws: tuple[str, ...]
    titles: dict[str, str] = field(hash=False)
    welfare: str
    population: PopulationCount
    lines: tuple[PovertyLine, ...]
    groups: dict[str, str] = field(hash=False)
    rows: tuple[IndicatorRow, ...]
    budget: tuple[BudgetLine, ...]
    lorenz: tuple[LorenzCurve, ...]
    deciles: tuple[DecileGain, ...]
    gainers: tuple[GainersRow, ...]
    patterns: tuple[HouseholdPattern, ...]
    minimum_observations: int
    data_report: Any = field(hash=False)
    warnings: tuple[str, ...]
    definitions: dict[str, str] = field(hash=False)
    stamp: Any = field(hash=False)

    def row(self, indicator: str, group: str = "all", level: str = "all", subject: str = "") -> IndicatorRow | None:
        """Return one indicator of one part of the population; nothing where it was not computed."""
        for row in self.rows:
            if (row.indicator, row.group, row.level) == (indicator, group, level) and row.subject == subject:
                return row
        return None

    def series(self, indicator: str, group: str, subject: str = "") -> tuple[IndicatorRow, ...]:
        """Return one indicator over the parts of a group, in their order."""
        return tuple(row for row in self.rows if (row.indicator, row.group, row.subject) == (indicator, group, subject))
