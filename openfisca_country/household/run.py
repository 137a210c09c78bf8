"""The one road every answer takes: a checked situation, a system, a period, a simulation with its walk."""

import datetime
import math
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from openfisca_core.errors import ParameterNotFoundError
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine import months_of
from openfisca_country.household.decisive import Cell, mark_decisive
from openfisca_country.household.inputs import read_period
from openfisca_country.household.results import Assumption, Stamp, Status
from openfisca_country.household.simulation import HouseholdSimulation, cell
from openfisca_country.household.situation import Situation, check_births, load_situation, read_situation
from openfisca_country.household.trace import Visit, Walk, assumptions, confidences
from openfisca_country.law import MONTH, YEAR, CountrySystem, InputError, LawError, OutsideWindow, weakest
from openfisca_country.law.catalogue import country_of, load_country, reformed
from openfisca_country.law.conflicts import conflicts, stacked
from openfisca_country.law.other_date import LawOf
from openfisca_country.law.programmes import Programme
from openfisca_country.law.system import distribution

SituationLike = Mapping[str, Any] | str | Path


class Run:
    """One situation under one law for one period."""

    def __init__(self, system: TaxBenefitSystem, situation: Situation, period: str, reforms: tuple[str, ...]) -> None:
        self.system = system
        self.situation = situation
        self.period = period
        self.reforms = reforms
        self.months = months_of(period)
        self.law_day: datetime.date | None = getattr(system, "law_day", None)
        self.simulation = HouseholdSimulation(system, situation)
        self.walk = Walk(self.simulation)
        self._law_status: dict[tuple[str, str], Status | None] = {}
        self.programme_of = {name: each for each in system.book.programmes.values() for name in each.variables}

    def periods(self, variable: Any, period: str | None = None) -> tuple[str, ...]:
        """Return the periods in which a variable answers for the period asked."""
        asked = period or self.period
        if variable.definition_period == MONTH:
            return months_of(asked)
        return (asked[:4],) if variable.definition_period == YEAR else (asked,)

    def value(self, name: str, period: str, position: int) -> tuple[Any, Status]:
        """Return one cell and what it means; nothing where the rule or a number of it is not modelled."""
        variable = self.system.variables[name]
        status = self.law_status(name, period)
        if status is not None and not self.simulation.is_stated(name, period, position):
            return None, status
        try:
            array = self.simulation.ask(name, period)
        except ParameterNotFoundError:
            return None, Status.NOT_MODELLED
        value = cell(variable, array, position)
        if isinstance(value, float) and not math.isfinite(value):
            raise LawError(
                f"{name} in {period} is not a number: its rule divides by zero. Check the facts it looks at."
            )
        return value, self._meaning(name, period, position, value)

    def law_status(self, name: str, period: str) -> Status | None:
        """Tell why a variable has no rule in a period; nothing where it has one, or is an input."""
        if (name, period) not in self._law_status:
            self._law_status[name, period] = self._read_law_status(name, period)
        return self._law_status[name, period]

    def _read_law_status(self, name: str, period: str) -> Status | None:
        variable = self.system.variables[name]
        if not getattr(variable, "absent", False):
            if not variable.formulas:
                return Status.NOT_MODELLED if name in self.system.outputs else None
            formula = variable.get_formula(period)
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

    def _meaning(self, name: str, period: str, position: int, value: Any) -> Status:
        if value != 0 or isinstance(value, bool | str):
            return Status.VALUE
        eligible = f"{name}_eligible"
        if eligible in self.system.variables and self.law_status(eligible, period) is None:
            entity = self.system.variables[eligible].entity
            if (
                entity.key == self.system.variables[name].entity.key
                and not self.simulation.ask(eligible, period)[position]
            ):
                return Status.NOT_ELIGIBLE
        return Status.ZERO

    def visits(self, cells: Iterable[Cell]) -> list[Visit]:
        """Return everything that some cells (variable, period, entity, position) rest on."""
        return list(self.walk.visits(cells))

    def confidence(self, visits: list[Visit]) -> str | None:
        """Return the weakest confidence behind some visits."""
        found = weakest(confidences(self.walk, visits))
        return found.word if found is not None else None

    def assumed(self, visits: list[Visit], cells: Iterable[Cell]) -> tuple[Assumption, ...]:
        """List the inputs behind some visits that were not given, those that alone would change an answer first."""
        return mark_decisive(self.simulation, assumptions(self.walk, visits), list(cells))

    def warnings(self, visits: list[Visit], unanswered: Iterable[tuple[str, str]] = ()) -> tuple[str, ...]:
        """Say what the reader must know: law not verified that far, reforms that conflict, parts not modelled.

        Args:
            visits: everything that the answers rest on.
            unanswered: variables and periods that were asked and have no answer.

        """
        country = country_of(self.system)
        found = []
        last = self.months[-1]
        if last > f"{country.verified:%Y-%m}":
            found.append(
                f"The law of {country.title} was verified up to {country.verified}; "
                f"{last} is answered with the law as known then."
            )
        found += [conflict.sentence for conflict in conflicts(stacked(self.system))]
        missing: dict[str, set[str]] = {}
        for name, period in [*unanswered, *((visit.name, visit.period) for visit in visits)]:
            programme = self.programme_named(name)
            if programme is not None and self.law_status(name, period) is Status.NOT_MODELLED:
                missing.setdefault(programme.title, set()).add(period)
        found += [
            f"{title} is not modelled for {_span(periods)}: it counts as zero in every sum."
            for title, periods in sorted(missing.items())
        ]
        return tuple(found)

    def stamp(self) -> Stamp:
        """Return what the answer rests on."""
        country = country_of(self.system)
        return Stamp(
            package=distribution()[1],
            core=version("openfisca-core"),
            country=country.name,
            reforms=self.reforms,
            verified=country.verified,
        )


def _span(periods: set[str]) -> str:
    first, last = min(periods), max(periods)
    return first if first == last else f"{first} to {last}"


def start(
    country: str | CountrySystem,
    situation: SituationLike,
    period: str | None = None,
    reforms: tuple[str, ...] | list[str] = (),
    law_of: str | None = None,
) -> Run:
    """Check everything a command was given, and set out.

    Args:
        country: its name, or its system.
        situation: OpenFisca's situation, or the path of a JSON file with one.
        period: a month or a year; the current month by default.
        reforms: laid one upon the other.
        law_of: a month whose law is applied to the period, numbers and rules alike; that of the period by default.
            ``2024-06:base.minimum_wage`` raises the amounts of that law by the rise of a parameter since.

    Raises:
        InputError: the situation, the period or the month is wrong.
        OutsideWindow: the period lies before the law that is modelled.
        ReformError: a reform cannot be applied.

    """
    baseline = load_country(country)
    asked = check_window(baseline, period)
    law = baseline if law_of is None else law_of_another_date(baseline, law_of, asked)
    system = reformed(law, list(reforms))
    content = load_situation(Path(situation)) if isinstance(situation, str | Path) else situation
    checked = read_situation(system, content)
    periods = {asked, *(each.period for each in checked.asked if each.period and each.period != "ETERNITY")}
    for each in periods:
        check_window(baseline, each)
    last = max(months_of(each)[-1] for each in periods)
    check_births(checked, _last_day(last))
    return Run(system, checked, asked, (*([law.name] if law_of else []), *reforms))


def law_of_another_date(system: CountrySystem, law_of: str, period: str) -> LawOf:
    """Return the law of a month, its amounts raised to the period asked where an index is named after a colon."""
    month, _, index = law_of.partition(":")
    return LawOf(system, law_day(system, month), index or None, f"{months_of(period)[0]}-01")


def law_day(system: CountrySystem, month: str) -> datetime.date:
    """Return the day on which the law of a month is read, its first; refuse a month before the modelled law."""
    if read_period(month, "law of") != MONTH:
        raise InputError("law of", f'"{month}" is a year: name the month whose law is meant, as 2024-06.')
    check_window(system, month)
    return datetime.date.fromisoformat(f"{month}-01")


def check_window(system: CountrySystem, period: str | None) -> str:
    """Return the period asked, or the current month; refuse one that starts before the modelled law."""
    if period is None:
        return f"{datetime.date.today():%Y-%m}"
    read_period(period, "period")
    first = system.book.start
    if months_of(period)[0] < f"{first:%Y-%m}":
        raise OutsideWindow(
            f"{period}: the law of {system.country.title} is modelled from {first:%Y-%m}; "
            "ask for that month or a later one."
        )
    return period


def _last_day(month: str) -> datetime.date:
    year, number = int(month[:4]), int(month[5:7])
    following = datetime.date(year + number // 12, number % 12 + 1, 1) if (year, number) < (9999, 12) else None
    return following - datetime.timedelta(days=1) if following else datetime.date.max
