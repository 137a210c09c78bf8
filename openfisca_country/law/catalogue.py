"""Which countries there are, and what each one's law and proposed law consist of."""

import datetime
import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

import openfisca_country
from openfisca_country.law.check import Finding, check_country
from openfisca_country.law.check.deep import check_deeply
from openfisca_country.law.country import Country, packaged_law
from openfisca_country.law.errors import LawError, nearest
from openfisca_country.law.overlay import day_before
from openfisca_country.law.programmes import Programme
from openfisca_country.law.provisions import outside_provisions
from openfisca_country.law.reform import (
    ReformLike,
    apply_reform,
    changed_series,
    changed_variables,
    name_of,
    shipped_reforms,
)
from openfisca_country.law.reform_file import ReformFile, ReformProvision
from openfisca_country.law.system import CountrySystem
from openfisca_country.law.values import find_parameter


@dataclass(frozen=True)
class CountrySummary:
    """A country as `countries` lists it.

    Attributes:
        name: by which commands call it.
        title: in English.
        iso: ISO 3166-1 alpha-2.
        currency: ISO 4217.
        law_from: first day of modelled law.
        verified: the day up to which the law was checked.
        programmes: how many are modelled.
        reforms: how many ship.

    """

    name: str
    title: str
    iso: str
    currency: str
    law_from: datetime.date
    verified: datetime.date
    programmes: int
    reforms: int


@dataclass(frozen=True)
class Change:
    """One value that a reform changes.

    Attributes:
        path: of the parameter.
        label: what it is.
        unit: of both values.
        day: from when the new value holds.
        old: the value of the law it is laid over, on that day.
        new: the proposed value.
        until: last day of the new value where the law returns after it.

    """

    path: str
    label: str
    unit: str
    day: str
    old: Any
    new: Any
    until: str | None = None


@dataclass(frozen=True)
class ReformSummary:
    """A reform that ships, and what it changes.

    Attributes:
        name: by which commands call it.
        title: one line.
        reference: the draft, or where the proposal stands.
        description: what it is for.
        changes: parameters, old beside new.
        variables: variables whose rule it changes or adds.
        sponsor: who proposes it.
        link: where the draft can be read.
        provisions: of the draft, each with the parameters and variables it changes.
        outside_provisions: changes that no provision names, where there are provisions.
        neutralised: those of the variables that give nothing, with the first day; an empty text for the whole time.
        own_parameters: of a reform in Python, with their defaults; a reform file may set them.

    """

    name: str
    title: str
    reference: str
    description: str
    changes: tuple[Change, ...]
    variables: tuple[str, ...]
    sponsor: str
    link: str
    provisions: tuple[ReformProvision, ...]
    outside_provisions: tuple[str, ...]
    neutralised: dict[str, str] = field(hash=False)
    own_parameters: dict[str, Any] = field(hash=False)


def country_names() -> list[str]:
    """Return the countries of this package: each module that has a folder of parameters of its own name."""
    folders = {path.name for path in (packaged_law() / "parameters").iterdir() if path.is_dir()}
    modules = {module.name for module in pkgutil.iter_modules(openfisca_country.__path__)}
    return sorted(folders & modules)


def load_country(country: str | CountrySystem) -> CountrySystem:
    """Load a country's law, once per process.

    Args:
        country: its name (``uzbekistan``), the dotted path of another country package, or a system already loaded.

    Raises:
        LawError: there is no such country; the nearest name is offered.

    """
    return country if isinstance(country, CountrySystem) else _load(country)


@cache
def _load(name: str) -> CountrySystem:
    known = country_names()
    if name not in known and "." not in name:
        raise LawError(
            f'"{name}" is not a country of this package.{nearest(name, known)} There are: {", ".join(known)}.'
        )
    path = f"openfisca_country.{name}" if name in known else name
    try:
        module = import_module(path)
    except ImportError:
        raise LawError(f'"{name}" is neither a country of this package nor a Python package.') from None
    if not hasattr(module, "CountryTaxBenefitSystem"):
        raise LawError(f'"{name}" is a Python package, but not a country: it has no CountryTaxBenefitSystem.')
    system = module.CountryTaxBenefitSystem()
    if not isinstance(system, CountrySystem):
        raise LawError(f'"{name}" is a country package, but not built on openfisca_country.law.CountrySystem.')
    return system


def reformed(baseline: CountrySystem, reforms: Sequence[ReformLike]) -> TaxBenefitSystem:
    """Lay reforms over a country's law, one upon the other in the order given; the law itself stays as it is."""
    system: Any = baseline
    for reform in reforms:
        system = apply_reform(system, reform)
    return system


def country_of(system: TaxBenefitSystem) -> Country:
    """Return the country of a system or of a reform over it."""
    country: Country = system.country
    return country


def countries() -> list[CountrySummary]:
    """List the countries, with the window of their law.

    >>> [country.iso for country in countries() if country.name == "uzbekistan"]
    ['UZ']
    """
    return [summary_of(load_country(name)) for name in country_names()]


def summary_of(system: CountrySystem) -> CountrySummary:
    """Tell of a country what `countries` lists."""
    country = system.country
    return CountrySummary(
        name=country.name,
        title=country.title,
        iso=country.iso,
        currency=country.currency,
        law_from=system.book.start,
        verified=country.verified,
        programmes=len(system.book.programmes),
        reforms=len(shipped_reforms(country.reforms)),
    )


def programmes(country: str | CountrySystem) -> list[Programme]:
    """List a country's programmes by branch of social security.

    >>> "unemployment_benefit" in [programme.name for programme in programmes("uzbekistan")]
    True
    """
    return list(load_country(country).book.programmes.values())


def reforms(country: str | CountrySystem) -> list[ReformSummary]:
    """List the reforms that ship with a country, and what each changes, old value beside new."""
    system = load_country(country)
    return [describe_reform(system, name) for name in shipped_reforms(system.country.reforms)]


def describe_reform(baseline: CountrySystem, reform: ReformLike) -> ReformSummary:
    """Apply a reform and tell what it changes."""
    system = apply_reform(baseline, reform)
    document: ReformFile | None = getattr(system, "document", None)
    changes, variables = tuple(_changes(system)), tuple(changed_variables(system))
    provisions: tuple[ReformProvision, ...] = getattr(system, "provisions", ())
    changed = dict.fromkeys([*(change.path for change in changes), *variables])
    return ReformSummary(
        name=document.name if document else str(system.name or name_of(reform)),
        title=document.title if document else str(getattr(system, "title", "") or system.name),
        reference=str(getattr(system, "reference", "") or ""),
        description=" ".join((document.description if document else type(system).__doc__ or "").split()),
        changes=changes,
        variables=variables,
        sponsor=str(getattr(system, "sponsor", "") or ""),
        link=str(getattr(system, "link", "") or ""),
        provisions=provisions,
        outside_provisions=outside_provisions(provisions, changed),
        neutralised=dict(getattr(system, "neutralised", {})),
        own_parameters=dict(getattr(system, "own_parameters", {})),
    )


def _changes(system: TaxBenefitSystem) -> list[Change]:
    changes = []
    for path in changed_series(system):
        new = find_parameter(system.parameters, path)
        try:
            old = find_parameter(system.baseline.parameters, path)
        except LawError:
            old = None
        label, unit = new.description or path, str(new.metadata.get("unit", ""))
        following: Any = None
        listed = []
        for entry in new.values_list:
            day = entry.instant_str
            before = old.get_at_instant(day) if old else None
            if before != entry.value:
                returns = (
                    following is not None and old and old.get_at_instant(following) == new.get_at_instant(following)
                )
                until = day_before(following) if returns else None
                listed.append(Change(path, label, unit, day, before, entry.value, until))
            following = day
        changes += listed[::-1]
    return changes


def check(
    country: str | CountrySystem | None = None, *, deep: bool = False, verbose: bool = False
) -> dict[str, list[Finding]]:
    """Run the law's own lint on a country, or on all of them.

    Args:
        country: which; all where none is named.
        deep: run the law too, on invented households and on its own cases.
        verbose: with ``deep``, add notes, of kind ``note``: they are no faults.

    Returns:
        For each country, what was found; an empty list where nothing was.

    """
    systems = [load_country(country)] if country is not None else [load_country(name) for name in country_names()]
    return {
        system.country.name: [*check_country(system), *(check_deeply(system, verbose=verbose) if deep else ())]
        for system in systems
    }
