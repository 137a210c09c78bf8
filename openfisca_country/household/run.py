"""The one road every answer takes: a checked situation, a system, a period, a simulation with its walk."""

import datetime
import math
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from openfisca_core.errors import ParameterNotFoundError
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine import months_of
from openfisca_country.household.decisive import Cell, mark_decisive
from openfisca_country.household.inputs import first_month, last_month, read_period
from openfisca_country.household.results import Assumption, Stamp, Status
from openfisca_country.household.simulation import HouseholdSimulation, cell
from openfisca_country.household.situation import Situation, load_situation, read_situation
from openfisca_country.household.status import LawStatus
from openfisca_country.household.trace import Visit, Walk, assumptions, confidences
from openfisca_country.law import MONTH, YEAR, CountrySystem, InputError, LawError, OutsideWindow, weakest
from openfisca_country.law.catalogue import country_of, load_country, reformed
from openfisca_country.law.other_date import LawOf
from openfisca_country.law.programmes import Programme
from openfisca_country.law.reform import ReformLike, name_of
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
        self.simulation = HouseholdSimulation(system, situation)
        self.walk = Walk(self.simulation)
        self.status = LawStatus(system)

    def periods(self, variable: Any, period: str | None = None) -> tuple[str, ...]:
        """Return the periods in which a variable answers for the period asked."""
        return periods_of(variable, period or self.period)

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
        return self.status.of(name, period)

    def programme_named(self, name: str) -> Programme | None:
        """Return the programme whose file defines a variable, or that lists it among its results."""
        return self.status.programme_named(name)

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
        asked = (last_month(each.period) for each in self.situation.asked if each.period not in (None, "ETERNITY"))
        last = max([self.months[-1], *asked])
        return self.status.warnings(last, [*unanswered, *((each.name, each.period) for each in visits)])

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


def periods_of(variable: Any, asked: str) -> tuple[str, ...]:
    """Return the periods in which a variable answers for a period asked."""
    if variable.definition_period == MONTH:
        return months_of(asked)
    return (asked[:4],) if variable.definition_period == YEAR else (asked,)


def start(
    country: str | CountrySystem,
    situation: SituationLike,
    period: str | None = None,
    reforms: Sequence[ReformLike] = (),
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
        InputErrors: everything that is wrong with the situation.
        InputError: the period or the month is wrong.
        OutsideWindow: the period lies before the law that is modelled.
        ReformError: a reform cannot be applied.

    """
    baseline = load_country(country)
    asked = check_window(baseline, period)
    law = baseline if law_of is None else law_of_another_date(baseline, law_of, asked)
    system = reformed(law, list(reforms))
    content = load_situation(Path(situation)) if isinstance(situation, str | Path) else situation
    checked = checked_situation(system, content, asked)
    return Run(system, checked, asked, (*([law.name] if law_of else []), *map(name_of, reforms)))


def checked_situation(
    system: TaxBenefitSystem, content: Mapping[str, Any], period: str, *, keep: bool = False
) -> Situation:
    """Read a situation, and see that what it asks can be asked.

    Args:
        system: the law it is asked of.
        content: OpenFisca's situation, already parsed.
        period: a month or a year, checked.
        keep: as for `read_situation`.

    Raises:
        InputErrors: everything that is wrong with it.
        OutsideWindow: it asks for a period before the law that is modelled.

    """
    situation = read_situation(system, content, period, keep=keep)
    for each in sorted({asked.period for asked in situation.asked if asked.period not in (None, "ETERNITY")}):
        check_window(system, each)
    return situation


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


def check_window(system: TaxBenefitSystem, period: str | None) -> str:
    """Return the period asked, or the current month; refuse one that starts before the modelled law."""
    if period is None:
        return f"{datetime.date.today():%Y-%m}"
    read_period(period, "period")
    first = system.book.start
    if first_month(period) < f"{first:%Y-%m}":
        raise OutsideWindow(
            f"{period}: the law of {system.country.title} is modelled from {first:%Y-%m}; "
            "ask for that month or a later one."
        )
    return period
