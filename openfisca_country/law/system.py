"""A country's law as an OpenFisca tax-benefit system: what every OpenFisca tool takes as it is."""

import copy
import datetime
import os
from bisect import bisect_right
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from importlib.resources import files
from pathlib import Path
from typing import Any

from openfisca_core.parameters import Parameter, ParameterNode
from openfisca_core.periods import Instant, Period
from openfisca_core.periods import instant as read_instant
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable as CoreVariable

from openfisca_country.law.country import Country
from openfisca_country.law.entities import ENTITIES
from openfisca_country.law.errors import LawError
from openfisca_country.law.instruments import Instrument, read_citations, read_day, read_instruments
from openfisca_country.law.programmes import Programme, cited_acts, dated_values, leaf_parameters, read_programmes
from openfisca_country.law.units import Unit, read_units
from openfisca_country.law.variable import make_exact

DISTRIBUTION = "openfisca-country"
REPOSITORY = "https://github.com/openfisca/openfisca-country"


class VariableRegister(dict[str, CoreVariable]):
    """The variables of a system, each made exact as it enters.

    Baseline, reforms in code, neutralised and updated variables all pass through here, whoever wrote their class.
    """

    def __setitem__(self, name: str, variable: CoreVariable) -> None:
        make_exact(variable)
        if isinstance(variable.label, tuple):  # OpenFisca wraps the label of a neutralised variable by mistake
            variable.label = "".join(variable.label)
        super().__setitem__(name, variable)

    def copy(self) -> "VariableRegister":
        """Return a register that a reform may change without touching this one."""
        return VariableRegister(self)


class InstantCache:
    """Parameters as of a day, built once a system and edition: the same object for all days between two changes."""

    parameters: ParameterNode | None
    _at_instant: dict[str, Any]
    _editions: tuple[ParameterNode, list[str]] | None = None

    def get_parameters_at_instant(self, instant: str | int | Period | Instant) -> Any:
        """Return the parameters as they stood on a day, or on the first day of a period."""
        if self.parameters is None:
            return None
        day = str(instant.start if isinstance(instant, Period) else instant)
        found = self._at_instant.get(day)
        if found is None:
            edition = self._last_change(self.parameters, str(read_instant(day)))
            found = self._at_instant.get(edition)
            if found is None:
                found = self._at_instant[edition] = self.parameters.get_at_instant(edition)
            self._at_instant[day] = found
        return found

    def _last_change(self, parameters: ParameterNode, day: str) -> str:
        """Return the last day up to a day on which any number of the law changed, or the day if none did."""
        if self._editions is None or self._editions[0] is not parameters:
            self._editions = parameters, sorted({value.instant_str for value in dated_values(parameters)})
        before = bisect_right(self._editions[1], day)
        return self._editions[1][before - 1] if before else day


@dataclass(frozen=True)
class LawBook:
    """What stands around the numbers: window, instruments, units, programmes."""

    start: datetime.date
    instruments: dict[str, Instrument]
    units: dict[str, Unit]
    programmes: dict[str, Programme]


class CountrySystem(InstantCache, TaxBenefitSystem):
    """The law of one country; a country's module subclasses it and says which country."""

    country: Country
    book: LawBook

    def __init__(self) -> None:
        super().__init__(ENTITIES)
        self._at_instant = {}
        self.variables = VariableRegister()
        self.add_variables_from_directory(str(files("openfisca_country.variables") / "common"))
        self.shared_variables = frozenset(self.variables)
        self.outputs = frozenset(name for name, each in self.variables.items() if _is_output(each))
        self.national_variables: set[str] = set()
        self.add_variables_from_directory(str(self.country.variables))
        self.load_parameters(str(self.country.parameters))
        self.book = read_book(self.parameters)
        cite_variables(self.variables, self.book)
        self.open_api_config = {"simulation_example": _example(self.country)}

    def add_variable(self, variable: type[CoreVariable]) -> CoreVariable:
        """Add a variable; a country's class of a shared name refines the shared one (its formula, its acts)."""
        name = variable.__name__
        if hasattr(self, "national_variables"):  # the shared vocabulary is in place: this is the country's own
            refines = name in self.shared_variables and name not in self.national_variables
            self.national_variables.add(name)
            return self.load_variable(variable, update=refines)
        return self.load_variable(variable, update=False)

    def preprocess_parameters(self, parameters: ParameterNode) -> ParameterNode:
        """Resolve the citations of every value to OpenFisca's ``{title, href}`` as parameters are loaded."""
        instruments = read_instruments(parameters.metadata.get("instruments") or {})
        for parameter in leaf_parameters(parameters):
            resolve_references(parameter, instruments)
        return parameters

    def clone(self) -> "CountrySystem":
        """Return an independent copy, parameters read anew."""
        new = super().clone()
        new._at_instant = {}
        new.national_variables = set(self.national_variables)
        return new  # type: ignore[no-any-return]  # openfisca-core is untyped

    def apply_reform(self, reform_path: str) -> TaxBenefitSystem:
        """Apply a reform in Python by its dotted path, on a copy that protects this system."""
        return TaxBenefitSystem.apply_reform(shielded(self), reform_path)

    def get_package_metadata(self) -> dict[str, str]:
        """Return OpenFisca's package metadata, with source links that hold in a checkout and in a wheel alike."""
        name, version, url = distribution()
        return {"name": name, "version": version, "repository_url": url, "location": str(self.country.home)}

    def add_variables_from_directory(self, directory: str) -> None:
        """Load every variable of a folder and those below it, in the order of names on every machine."""
        for path in sorted(Path(directory).glob("**/*.py")):
            self.add_variables_from_file(os.fspath(path))


def _is_output(variable: CoreVariable) -> bool:
    """Tell the harmonised outputs, which a country refines, from inputs: both may have no formula."""
    return Path(variable.introspection_data[0]).name == "outputs.py"


def distribution() -> tuple[str, str, str]:
    """Return name, version and repository of this package as installed."""
    try:
        found = metadata(DISTRIBUTION)
    except PackageNotFoundError:
        return DISTRIBUTION, "0.0.0", REPOSITORY
    return DISTRIBUTION, str(found["Version"]), REPOSITORY


def shielded(system: TaxBenefitSystem) -> TaxBenefitSystem:
    """Return a view of a system whose parameters a reform may spoil without touching the system's own.

    OpenFisca hands a reform the very parameter tree of its baseline; a reform that edits it in place would edit both.
    """
    shield = copy.copy(system)
    shield.parameters = system.parameters.clone()
    shield.variables = VariableRegister({name: copy.copy(each) for name, each in system.variables.items()})
    shield._at_instant = {}
    return shield


def read_book(parameters: ParameterNode) -> LawBook:
    """Read window, instruments, units and programmes from the metadata of a country's parameters."""
    window = (parameters.metadata.get("window") or {}).get("from")
    start = read_day(window, "index.yaml: window.from")
    if start is None:
        raise LawError("index.yaml: metadata.window.from is missing: name the first day of modelled law.")
    return LawBook(
        start=start,
        instruments=read_instruments(parameters.metadata.get("instruments") or {}),
        units=read_units(parameters.metadata.get("units") or {}),
        programmes=read_programmes(parameters),
    )


def resolve_references(parameter: Parameter, instruments: dict[str, Instrument]) -> None:
    """Turn each value's citation into ``{title, href}``; keep the citation as written beside it.

    A citation that cannot be resolved stays as it is: `check` names it.
    """
    by_date = {}
    inherited = dict(parameter.metadata)
    for entry in parameter.values_list:
        entry.metadata = {**inherited, **entry.metadata}
        cited = entry.metadata.get("reference")
        if not cited or any(name not in instruments for name in cited_acts({"reference": cited})):
            continue
        entry.metadata["citation"] = cited
        entry.metadata["reference"] = [each.as_reference() for each in read_citations(cited, instruments)]
        by_date[entry.instant_str] = entry.metadata["reference"]
    if by_date:
        parameter.metadata["reference"] = by_date


def cite_variables(variables: VariableRegister, book: LawBook) -> None:
    """Resolve the references of variables where they cite the register; keep what they cite as ``citations``.

    A variable that has its citations keeps them: a reform shares the variables it does not change.
    """
    for variable in variables.values():
        if hasattr(variable, "citations"):
            continue
        variable.citations = []
        resolved = []
        for text in variable.reference or []:
            if text.split(" ")[0] in book.instruments:
                (citation,) = read_citations(text, book.instruments)
                variable.citations.append(citation)
                resolved.append(f"{citation.title}: {citation.instrument.link}")
            else:
                resolved.append(text)
        if variable.citations:
            variable.reference = resolved


def _example(country: Country) -> dict[str, Any]:
    month = f"{country.verified:%Y-%m}"
    return {
        "persons": {
            "parent": {"birth_date": {"ETERNITY": "1990-05-12"}, "wage": {month: 1000}},
            "child": {"birth_date": {"ETERNITY": "2020-02-03"}},
        },
        "households": {"home": {"head": ["parent"], "children": ["child"], "disposable_income": {month: None}}},
    }
