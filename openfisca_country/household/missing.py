"""`missing`: which facts that are not given would change which entitlement, the most decisive first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy

from openfisca_country.household.calculate import in_words
from openfisca_country.household.decisive import Cell, Trial, as_given, outcomes, trials_of
from openfisca_country.household.results import Assumption, Stamp, Status
from openfisca_country.household.run import Run, SituationLike, start
from openfisca_country.household.situation import PERSONS
from openfisca_country.household.trace import assumptions
from openfisca_country.law import CountrySystem
from openfisca_country.law.catalogue import country_of
from openfisca_country.law.programmes import TAXES
from openfisca_country.law.reform import ReformLike

ELIGIBLE, NOT_ELIGIBLE, DEPENDS = "eligible", "not eligible", "depends"


@dataclass(frozen=True)
class MissingFact:
    """A fact that is not given and would change an entitlement.

    Attributes:
        entity: ``persons`` or ``households``.
        id: whose.
        variable: which.
        label: in words.
        assumed: the value taken for it.
        least: the least amount found with another value of it.
        most: the greatest.

    """

    entity: str
    id: str
    variable: str
    label: str
    assumed: Any
    least: float
    most: float


@dataclass(frozen=True)
class Prospect:
    """What is known of one entitlement of one person or household.

    Attributes:
        entity: ``persons`` or ``households``.
        id: whose.
        variable: the amount.
        label: in words.
        unit: of the amounts.
        verdict: ``eligible``, ``not eligible``, or ``depends`` where a missing fact turns the one into the other.
        amount: with the facts as given and assumed.
        facts: the missing facts that change the amount, the most decisive first.

    """

    entity: str
    id: str
    variable: str
    label: str
    unit: str
    verdict: str
    amount: float
    facts: tuple[MissingFact, ...]


@dataclass(frozen=True)
class Missing:
    """The answer of `missing`.

    Attributes:
        country: whose law, in English.
        currency: of the amounts.
        period: the month looked at.
        prospects: by person and household; entitlements that no single fact could bring are left out.
        ask_first: the missing facts by the number of entitlements each would change, most first.
        warnings: what the reader must know.
        stamp: versions, reforms, date of verification.

    """

    country: str
    currency: str
    period: str
    prospects: tuple[Prospect, ...]
    ask_first: tuple[tuple[str, str, int], ...]
    warnings: tuple[str, ...]
    stamp: Stamp


def missing(
    country: str | CountrySystem,
    situation: SituationLike,
    period: str | None = None,
    reforms: Sequence[ReformLike] = (),
) -> Missing:
    """Tell which missing facts would change which entitlement.

    Every fact that is not given is tried with other values, each alone, on copies of the household in one run. Facts
    that matter only together are not found; give the one that is asked first, and ask again.

    Args:
        country: its name, or its system.
        situation: as for `calculate`.
        period: a month; of a year, its last month; the current month by default.
        reforms: as for `calculate`.

    Returns:
        Each entitlement with a verdict, and the facts to ask for.

    Raises:
        InputError, OutsideWindow, ReformError: as for `calculate`.

    """
    run = start(country, situation, period, reforms)
    month = run.months[-1]
    cells = [cell for cell in entitlements(run, month) if _is_modelled(run, cell)]
    visits = run.visits(cells)
    assumed = assumptions(run.walk, visits)
    tried = [(fact, trial) for fact in assumed for trial in trials_of(run.simulation, fact, month)]
    prospects = _prospects(run, cells, tried)
    counted = Counter((fact.id, fact.label) for prospect in prospects for fact in prospect.facts)
    return Missing(
        country=country_of(run.system).title,
        currency=country_of(run.system).currency,
        period=month,
        prospects=tuple(prospects),
        ask_first=tuple((name, label, count) for (name, label), count in counted.most_common()),
        warnings=run.warnings(visits),
        stamp=run.stamp(),
    )


def entitlements(run: Run, month: str) -> list[Cell]:
    """Return every amount that the programmes of the month's law pay, of every person and household; taxes are none."""
    cells: list[Cell] = []
    for programme in run.system.book.programmes.values():
        if programme.branch == TAXES:
            continue
        for name in programme.variables:
            variable = run.system.variables[name]
            amount = variable.value_type is float and "currency" in (variable.unit or "")
            if amount and variable.definition_period == "month" and run.law_status(name, month) is None:
                plural = variable.entity.plural
                cells += [(name, month, plural, position) for position in range(len(run.situation.ids(plural)))]
    return sorted(dict.fromkeys(cells), key=lambda cell: (cell[2] != PERSONS, cell[3]))


def _is_modelled(run: Run, cell: Cell) -> bool:
    """Tell whether a rule has all the numbers it needs: a reform may have ended one of them."""
    name, when, _, position = cell
    return run.value(name, when, position)[1] is not Status.NOT_MODELLED


def _prospects(run: Run, cells: list[Cell], tried: list[tuple[Assumption, Trial]]) -> list[Prospect]:
    results = outcomes(run.simulation, [trial for _, trial in tried], cells) if tried else [numpy.zeros(0)] * len(cells)
    found = []
    for cell, amounts in zip(cells, results, strict=True):
        name, _, entity, position = cell
        given = float(as_given(run.simulation, cell))
        facts = _facts(tried, amounts, given)
        if not given and not facts:
            continue
        turned = any((fact.least <= 0) if given else (fact.most > 0) for fact in facts)
        variable = run.system.variables[name]
        found.append(
            Prospect(
                entity=entity,
                id=run.situation.ids(entity)[position],
                variable=name,
                label=variable.label or name,
                unit=in_words(variable.unit or "", country_of(run.system).currency),
                verdict=DEPENDS if turned else ELIGIBLE if given else NOT_ELIGIBLE,
                amount=given,
                facts=facts,
            )
        )
    return found


def _facts(tried: list[tuple[Assumption, Trial]], amounts: Any, given: float) -> tuple[MissingFact, ...]:
    found: dict[tuple[str, str], list[float]] = {}
    known: dict[tuple[str, str], Assumption] = {}
    for (fact, _), amount in zip(tried, amounts, strict=True):
        if amount != given and numpy.isfinite(amount):
            found.setdefault((fact.id, fact.variable), []).append(float(amount))
            known[fact.id, fact.variable] = fact
    facts = [
        MissingFact(
            entity=known[key].entity,
            id=known[key].id,
            variable=known[key].variable,
            label=known[key].label,
            assumed=known[key].value,
            least=min(values),
            most=max(values),
        )
        for key, values in found.items()
    ]
    return tuple(sorted(facts, key=lambda fact: -max(abs(fact.most - given), abs(fact.least - given))))
