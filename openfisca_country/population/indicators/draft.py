"""Results on their way: built with statistics, finished once the errors of all of them are known.

The errors of thousands of statistics are asked of the survey library together, which is far faster than one by one;
until then a result is its type and its fields.
"""

import dataclasses
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from openfisca_country.population.impact_results import Estimate
from openfisca_country.population.indicators.design import Sample, standard_errors
from openfisca_country.population.indicators.statistic import Statistic

Result = TypeVar("Result")


@dataclass(frozen=True, eq=False)
class Draft(Generic[Result]):
    """A result whose estimates are still statistics.

    Attributes:
        kind: the type of the result.
        fields: by name; a `Statistic`, or statistics by name, where the type has estimates.

    """

    kind: type[Result]
    fields: Mapping[str, Any]

    def statistics(self) -> Iterator[Statistic]:
        """Walk the statistics of the draft."""
        for value in self.fields.values():
            if isinstance(value, Statistic):
                yield value
            elif isinstance(value, dict):
                yield from (each for each in value.values() if isinstance(each, Statistic))

    def finished(self, estimates: Mapping[int, Estimate]) -> Result:
        """Return the result, each statistic replaced by its estimate."""

        def settled(value: Any) -> Any:
            if isinstance(value, Statistic):
                return estimates[id(value)]
            if isinstance(value, dict):
                return {name: settled(each) for name, each in value.items()}
            return value

        return self.kind(**{name: settled(value) for name, value in self.fields.items()})


def estimates_of(sample: Sample, drafts: Iterable[Draft[Any]], minimum: int) -> dict[int, Estimate]:
    """Work out the estimate of every statistic of some drafts, by the identity of the statistic.

    Args:
        sample: the design.
        drafts: which must stay in memory as long as the answer is used.
        minimum: fewer households than this, but not none, and the number is withheld.

    """
    statistics = list({id(each): each for draft in drafts for each in draft.statistics()}.values())
    errors, width = standard_errors(sample, statistics)
    return {
        id(each): estimate(each, float(error), width, minimum) for each, error in zip(statistics, errors, strict=True)
    }


def estimate(statistic: Statistic, error: float, width: float, minimum: int) -> Estimate:
    """Return one estimate.

    A number that rests on no household at all (a benefit that nobody receives) is told: it is zero by the law, and says
    nothing of anybody.
    """
    if 0 < statistic.observations < minimum:
        return WITHHELD
    if not math.isfinite(statistic.value):
        return Estimate(None, observations=statistic.observations)
    if not math.isfinite(error) or statistic.observations == 0:
        return Estimate(statistic.value, observations=statistic.observations)
    reach = width * error
    return Estimate(statistic.value, error, statistic.value - reach, statistic.value + reach, statistic.observations)


WITHHELD = Estimate(None, withheld=True)


def within(estimate: Estimate, most: float = math.inf) -> Estimate:
    """Return an estimate of what cannot be negative, nor above a highest value, its interval cut at both."""
    if estimate.low is None or estimate.high is None:
        return estimate
    return dataclasses.replace(estimate, low=max(estimate.low, 0.0), high=min(estimate.high, most))


def with_complement(estimates: Sequence[Estimate]) -> list[Estimate]:
    """Withhold one more part of a whole where exactly one is withheld, which the others would give away.

    The next part is the one that rests on the fewest households.
    """
    found = list(estimates)
    if sum(each.withheld for each in found) == 1 and len(found) > 1:
        shown = [place for place, each in enumerate(found) if not each.withheld and each.value is not None]
        told = [place for place in shown if found[place].observations > 0] or shown
        if told:
            found[min(told, key=lambda place: found[place].observations)] = WITHHELD
    return found
