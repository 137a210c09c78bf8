"""What `incentives` answers: a household along a range of one fact, one curve a law, and the cliffs found on it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from openfisca_country.household.results import Assumption, Cell, Stamp
from openfisca_country.law.instruments import Instrument


class Kind(StrEnum):
    """What happens to the household at a place along the range."""

    FALL = "fall"
    SLOPE = "slope"
    END = "end"


@dataclass(frozen=True)
class Flip:
    """A condition or a figure of the law that is another one just beyond a cliff.

    Attributes:
        variable: its name.
        statement: in words.
        before: up to the cliff.
        after: beyond it.
        unit: of both.
        acts: where it stands in the law.

    """

    variable: str
    statement: str
    before: Cell
    after: Cell
    unit: str
    acts: tuple[str, ...]


@dataclass(frozen=True)
class BenefitStep:
    """A benefit that is another one just beyond a cliff, in currency a month."""

    variable: str
    label: str
    before: float
    after: float


@dataclass(frozen=True)
class Cliff:
    """A place where more of the fact leaves the household with less, or where a benefit ends.

    Attributes:
        kind: ``fall`` from one unit to the next, ``slope`` over a stretch, or ``end`` of a benefit without a fall.
        at: the last value before it, to the unit.
        to: the first value beyond it.
        before: disposable income at the first, a month.
        after: disposable income at the second.
        recovered: the first value from which the household again has as much as before; nothing within the range.
        benefits: those that change there.
        flips: the conditions and figures that change there, those that turn from met to failed first.

    """

    kind: Kind
    at: float
    to: float
    before: float
    after: float
    recovered: float | None
    benefits: tuple[BenefitStep, ...]
    flips: tuple[Flip, ...]

    @property
    def lost(self) -> float:
        """How much less the household has beyond the cliff; below zero where it has more."""
        return self.before - self.after


@dataclass(frozen=True)
class Curve:
    """One law along the range. Each tuple has one entry a value of the range, in currency a month.

    Attributes:
        law: name of the reform or date; empty for current law.
        title: in words.
        net: disposable income of the household.
        taxes: income tax and contributions of its members.
        benefits: by variable, those that are not zero throughout under every law.
        marginal_rate: share of the next step's earnings that taxes and falling benefits take; nothing at the last
            value, and throughout where the fact is not money.
        participation_tax_rate: share of all of these earnings that taxes and falling benefits take, beside earning
            nothing; nothing at zero, and throughout where the fact is not money.
        cliffs: in the order of the range.

    """

    law: str
    title: str
    net: tuple[float, ...]
    taxes: tuple[float, ...]
    benefits: dict[str, tuple[float, ...]] = field(hash=False)
    marginal_rate: tuple[float | None, ...]
    participation_tax_rate: tuple[float | None, ...]
    cliffs: tuple[Cliff, ...]


@dataclass(frozen=True)
class Incentives:
    """The answer of `incentives`.

    Attributes:
        country: whose law, in English.
        currency: of the amounts.
        period: the month looked at.
        id: whose fact is changed; the household's where its number of children is.
        variable: which fact; ``children`` for their number, ``hours`` for hours at an hourly wage.
        label: in words.
        unit: of the values.
        hourly_wage: what an hour is paid; nothing where the fact is not hours.
        values: along the range, both ends included.
        present: the value that the situation has; nothing where it has none of this kind.
        facts: other facts of the person, by label, that hold wherever the value is above zero.
        labels: of the benefits, by variable.
        curves: current law first.
        instruments: every act that a cliff cites, by id.
        assumed: inputs that were not given.
        warnings: what the reader must know.
        confidence: the weakest confidence of a number that current law rests on here.
        stamp: versions, reforms, date of verification.

    """

    country: str
    currency: str
    period: str
    id: str
    variable: str
    label: str
    unit: str
    hourly_wage: float | None
    values: tuple[float, ...]
    present: float | None
    facts: dict[str, Cell] = field(hash=False)
    labels: dict[str, str] = field(hash=False)
    curves: tuple[Curve, ...]
    instruments: dict[str, Instrument] = field(hash=False)
    assumed: tuple[Assumption, ...]
    warnings: tuple[str, ...]
    confidence: str | None
    stamp: Stamp


def acts_of(curves: Iterable[Curve]) -> list[str]:
    """Return every citation of the cliffs of some curves."""
    return [act for curve in curves for cliff in curve.cliffs for flip in cliff.flips for act in flip.acts]
