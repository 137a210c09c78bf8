"""What is answered about a household, as typed results; text, pages and JSON are made from these."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Cell = float | int | bool | str | None


class Status(StrEnum):
    """What an answer means; a bare zero could mean any of the last five."""

    VALUE = "value"
    NOT_ELIGIBLE = "not eligible"
    ZERO = "zero by arithmetic"
    NOT_IN_LAW = "not in the law of that date"
    NOT_MODELLED = "not modelled"
    NOT_KNOWN = "not known"


@dataclass(frozen=True)
class Stamp:
    """What an answer rests on: the same stamp and the same input give the same answer.

    Attributes:
        package: version of openfisca-country.
        core: version of openfisca-core.
        country: whose law.
        reforms: applied in this order; none for current law.
        verified: the day up to which the law was checked.

    """

    package: str
    core: str
    country: str
    reforms: tuple[str, ...]
    verified: datetime.date


@dataclass(frozen=True)
class Assumption:
    """An input that was not given, that the answer read, and the value taken for it.

    Attributes:
        entity: ``persons`` or ``households``.
        id: whose.
        variable: which.
        label: in words.
        value: the value assumed.
        decisive: whether another value of this input alone was found to change an answer.

    """

    entity: str
    id: str
    variable: str
    label: str
    value: Cell
    decisive: bool = False


@dataclass(frozen=True)
class Line:
    """One variable of one person or household, over the months asked.

    Attributes:
        entity: ``persons`` or ``households``.
        id: whose.
        variable: which.
        label: in words.
        unit: of the values.
        values: by period.
        status: by period: what the value means.

    """

    entity: str
    id: str
    variable: str
    label: str
    unit: str
    values: dict[str, Cell] = field(hash=False)
    status: dict[str, Status] = field(hash=False)

    @property
    def total(self) -> float:
        """The sum over the periods, of numbers only."""
        return float(sum(value for value in self.values.values() if isinstance(value, int | float)))


@dataclass(frozen=True)
class Calculation:
    """The answer of `calculate`.

    Attributes:
        country: whose law, in English.
        currency: of the amounts.
        periods: the months (or the year) asked.
        situation: the situation with its nulls filled, in OpenFisca's own form.
        lines: what was asked, or every entitlement.
        assumed: inputs that were not given.
        warnings: what the reader must know.
        confidence: the weakest confidence of a number the answer rests on; nothing if it rests on none.
        stamp: versions, reforms, date of verification.

    """

    country: str
    currency: str
    periods: tuple[str, ...]
    situation: dict[str, Any] = field(hash=False)
    lines: tuple[Line, ...]
    assumed: tuple[Assumption, ...]
    warnings: tuple[str, ...]
    confidence: str | None
    stamp: Stamp


@dataclass(frozen=True)
class ComparedLine:
    """One variable under current law and under each reform.

    Attributes:
        entity: ``persons`` or ``households``.
        id: whose.
        variable: which.
        label: in words.
        unit: of the values.
        baseline: by period, under current law; nothing where the law is not modelled.
        reforms: by reform or date, then by period.

    """

    entity: str
    id: str
    variable: str
    label: str
    unit: str
    baseline: dict[str, float | None] = field(hash=False)
    reforms: dict[str, dict[str, float | None]] = field(hash=False)

    def total(self, reform: str = "") -> float | None:
        """Return the sum over all periods under a reform, or under current law; nothing if no period is modelled."""
        values = [each for each in (self.reforms[reform] if reform else self.baseline).values() if each is not None]
        return sum(values) if values else None

    def difference(self, reform: str) -> float | None:
        """Return what the reform gives more (or less) than current law, over all periods, where both are modelled."""
        old, new = self.total(), self.total(reform)
        return None if old is None or new is None else new - old

    @property
    def differs(self) -> bool:
        """Whether any reform changes the value in any period."""
        return any(values != self.baseline for values in self.reforms.values())


@dataclass(frozen=True)
class Comparison:
    """The answer of `compare`: the same household under each law.

    Attributes:
        country: whose law, in English.
        currency: of the amounts.
        periods: the months compared.
        titles: the title of each reform, by name, in the order given.
        lines: entitlements that are not zero everywhere, then the totals.
        assumed: inputs that were not given.
        warnings: what the reader must know.
        confidence: the weakest confidence of a number that current law rests on here.
        stamp: versions, reforms, date of verification.

    """

    country: str
    currency: str
    periods: tuple[str, ...]
    titles: dict[str, str] = field(hash=False)
    lines: tuple[ComparedLine, ...]
    assumed: tuple[Assumption, ...]
    warnings: tuple[str, ...]
    confidence: str | None
    stamp: Stamp


@dataclass(frozen=True)
class Figure:
    """A value that a rule looked at: a fact of the household, or a number of the law.

    Attributes:
        label: what it is.
        value: as it stood.
        unit: of the value.
        source: the variable's name, or the parameter's path.
        act: the citation of a number of the law; empty for a fact.
        confidence: of a number of the law.
        assumed: a fact that was not given.

    """

    label: str
    value: Cell
    unit: str
    source: str
    act: str
    confidence: str | None
    assumed: bool


@dataclass(frozen=True)
class Condition:
    """A condition of the law, met or failed.

    Attributes:
        variable: the condition's own variable.
        statement: what must hold.
        met: whether it holds.
        figures: the values compared.
        parts: the conditions it is made of, in the order of the article.
        acts: where it stands in the law.
        confidence: the weakest confidence behind it.

    """

    variable: str
    statement: str
    met: bool
    figures: tuple[Figure, ...]
    parts: tuple["Condition", ...]
    acts: tuple[str, ...]
    confidence: str | None


@dataclass(frozen=True)
class TurningChange:
    """A change of one fact that would turn a refusal; run and found to do so.

    Attributes:
        entity: ``persons`` or ``households``.
        id: whose.
        variable: which fact; empty where time alone does it.
        label: in words.
        unit: of the values.
        now: the present value.
        bound: ``at least``, ``at most``, ``on or after``, ``on or before`` or ``from``; empty for a choice.
        wanted: the value nearest to the present one that turns the refusal.
        size: of the change, relative to the present value; nothing for a choice.

    """

    entity: str
    id: str
    variable: str
    label: str
    unit: str
    now: Cell
    bound: str
    wanted: Cell
    size: float


@dataclass(frozen=True)
class Explanation:
    """The answer of `explain`: why, or why not.

    Attributes:
        country: whose law, in English.
        currency: of the amounts.
        variable: what was asked.
        label: in words.
        id: whose.
        period: when.
        value: the answer.
        unit: of the answer.
        status: what the answer means.
        rule: the rule in words, from the formula in force.
        acts: where the rule stands.
        conditions: met or failed, in the order of the article.
        figures: what the amount was worked out from.
        steps: intermediate results that the amount was worked out from, each with its own figures.
        turning: for a refusal, single changes that would turn it, the smallest first.
        assumed: inputs that were not given.
        warnings: what the reader must know.
        confidence: the weakest confidence the answer rests on.
        stamp: versions, reforms, date of verification.

    """

    country: str
    currency: str
    variable: str
    label: str
    id: str
    period: str
    value: Cell
    unit: str
    status: Status
    rule: str
    acts: tuple[str, ...]
    conditions: tuple[Condition, ...]
    figures: tuple[Figure, ...]
    steps: tuple["Step", ...]
    turning: tuple[TurningChange, ...]
    assumed: tuple[Assumption, ...]
    warnings: tuple[str, ...]
    confidence: str | None
    stamp: Stamp


@dataclass(frozen=True)
class Step:
    """An intermediate amount on the way to the answer.

    Attributes:
        variable: which.
        label: in words.
        value: as it came out.
        unit: of the value.
        rule: the rule in words.
        figures: what it was worked out from.
        acts: where it stands.

    """

    variable: str
    label: str
    value: Cell
    unit: str
    rule: str
    figures: tuple[Figure, ...]
    acts: tuple[str, ...]
