"""Why a variable has no rule in a period, and what a reader must know of the law an answer is given under."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine.rules import read_period
from openfisca_country.household.results import Status
from openfisca_country.law.catalogue import country_of
from openfisca_country.law.conflicts import conflicts, stacked
from openfisca_country.law.programmes import Programme


class LawStatus:
    """What a law has a rule for, and since when.

    Args:
        system: the law: a country's, or a reform of it.

    """

    def __init__(self, system: TaxBenefitSystem) -> None:
        self.system = system
        self.law_day: datetime.date | None = getattr(system, "law_day", None)
        self.programme_of = {name: each for each in system.book.programmes.values() for name in each.variables}
        self._known: dict[tuple[str, str], Status | None] = {}

    def of(self, name: str, period: str) -> Status | None:
        """Tell why a variable has no rule in a period; nothing where it has one, or is an input."""
        key = (name, period)
        if key not in self._known:
            self._known[key] = self._read(name, period)
        return self._known[key]

    def _read(self, name: str, period: str) -> Status | None:
        variable = self.system.variables[name]
        if not getattr(variable, "absent", False):
            if not variable.formulas:
                return Status.NOT_MODELLED if name in self.system.outputs else None
            formula = variable.get_formula(read_period(period))
            if formula is not None and not getattr(formula, "absent", False):  # a reform may end a rule
                return None
        programme = self.programme_named(name)
        month = f"{self.law_day:%Y-%m}" if self.law_day is not None else period
        before = programme is not None and programme.start is not None and month < f"{programme.start:%Y-%m}"
        return Status.NOT_MODELLED if programme and programme.older_law and before else Status.NOT_IN_LAW

    def programme_named(self, name: str) -> Programme | None:
        """Return the programme whose file defines a variable, or that lists it among its results."""
        listed: Programme | None = self.programme_of.get(name)
        if listed is not None:
            return listed
        source = (self.system.variables[name].introspection_data or ("",))[0]
        programmes: dict[str, Programme] = self.system.book.programmes
        return programmes.get(Path(source).stem)

    def warnings(self, last: str, read: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """Say what the reader must know: law not verified that far, reforms that conflict, parts not modelled.

        Args:
            last: the last month that is answered.
            read: variables and periods that the answers rest on, or that have none.

        """
        country = country_of(self.system)
        found = []
        if last > f"{country.verified:%Y-%m}":
            found.append(
                f"The law of {country.title} was verified up to {country.verified}; "
                f"{last} is answered with the law as known then."
            )
        found += [conflict.sentence for conflict in conflicts(stacked(self.system))]
        missing: dict[str, set[str]] = {}
        for name, period in read:
            programme = self.programme_named(name)
            if programme is not None and self.of(name, period) is Status.NOT_MODELLED:
                missing.setdefault(programme.title, set()).add(period)
        found += [
            f"{title} is not modelled for {_span(periods)}: it counts as zero in every sum."
            for title, periods in sorted(missing.items())
        ]
        return tuple(found)


def _span(periods: set[str]) -> str:
    first, last = min(periods), max(periods)
    return first if first == last else f"{first} to {last}"
