"""Proposed law: a reform is an overlay on a system, from a YAML file or from Python."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import yaml
from openfisca_core.parameters import Parameter, ParameterNode
from openfisca_core.parameters.config import Loader
from openfisca_core.reforms import Reform as CoreReform
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.law.errors import LawError, ReformError, nearest
from openfisca_country.law.instruments import read_day
from openfisca_country.law.overlay import Changes, overlay
from openfisca_country.law.programmes import leaf_parameters
from openfisca_country.law.system import CountrySystem, InstantCache, cite_variables, shielded
from openfisca_country.law.values import find_parameter

KEYS = {"name", "country", "title", "reference", "description", "parameters"}


class Reform(InstantCache, CoreReform):
    """A reform in Python: say what changes in ``apply``.

    ``apply`` may add, update, replace or neutralise variables, and call ``change_parameters``.
    State ``title`` and ``reference`` on the class: they are what a reader sees.
    """

    title: str = ""
    reference: str = ""

    def __init__(self, baseline: TaxBenefitSystem) -> None:
        self._at_instant: dict[str, Any] = {}
        self.changes: dict[str, dict[str, Any]] = {}
        super().__init__(baseline)
        cite_variables(self.variables, self.book)

    @property
    def place(self) -> str:
        """Where the reform stands, for messages."""
        return type(self).__name__

    def apply(self) -> None:
        """Change the law; the reform's own class says how."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it changes: define apply().")

    def change_parameters(self, changes: Changes) -> None:
        """Lay new values over the baseline's, which stay as they are.

        Args:
            changes: for each parameter path, the new value from each date on:
                ``{"pension.age.female": {"2027-01-01": 56}}``.

        Raises:
            ReformError: as for a reform in YAML.

        """
        checked = check_changes(self.parameters, changes, self.book.start.isoformat(), self.place)
        self.changes.update(checked)
        self.parameters = overlay(
            self.parameters, checked, {"reference": [{"title": self.reference or self.title, "href": ""}]}
        )
        self._at_instant = {}


@dataclass(frozen=True)
class ReformFile:
    """A reform as data.

    Attributes:
        name: by which commands call it.
        country: whose law it changes.
        title: one line for people.
        reference: the draft, or who proposes it.
        description: what it is for.
        changes: for each parameter path, the new value from each date on.
        place: the file it was read from, for messages.

    """

    name: str
    country: str
    title: str
    reference: str
    description: str
    changes: dict[str, dict[str, Any]] = field(hash=False)
    place: str = ""


class FileReform(Reform):
    """The system that a reform file makes of a baseline."""

    def __init__(self, baseline: TaxBenefitSystem, document: ReformFile) -> None:
        self.document = document
        self.title = document.title
        self.reference = document.reference
        super().__init__(baseline)
        self.name = document.name
        self.key = document.name

    @property
    def place(self) -> str:
        """The name of the file."""
        return self.document.place

    def apply(self) -> None:
        """Lay the file's values over the baseline's."""
        self.change_parameters(self.document.changes)


def read_reform(path: Path) -> ReformFile:
    """Read a reform file.

    Raises:
        ReformError: the file is not YAML, lacks a part, or has one that no reform has.

    """
    place = path.name
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" near line {mark.line + 1}" if mark else ""
        raise ReformError(f"{place}: this is not a YAML file{line}.") from None
    except OSError as error:
        raise ReformError(f"{path}: cannot be read ({error.strerror}).") from None
    if not isinstance(content, dict):
        raise ReformError(f"{place}: a reform is a list of `key: value` lines, starting with `name:`.")
    for key in content:
        if key not in KEYS:
            raise ReformError(f'{place}: "{key}" is not a part of a reform.{nearest(str(key), KEYS)}')
    for key in ("name", "country", "title", "parameters"):
        if not content.get(key):
            raise ReformError(f"{place}: `{key}:` is missing.")
    if not isinstance(content["parameters"], dict):
        raise ReformError(f"{place}: `parameters:` lists paths, each with new values by date.")
    return ReformFile(
        name=str(content["name"]),
        country=str(content["country"]),
        title=str(content["title"]),
        reference=str(content.get("reference") or ""),
        description=str(content.get("description") or ""),
        changes=content["parameters"],
        place=place,
    )


def check_changes(
    parameters: ParameterNode, changes: Mapping[str, Any], window: str, place: str
) -> dict[str, dict[str, Any]]:
    """Check a reform's changes against the law they change; return them with plain values by date.

    Raises:
        ReformError: an unknown parameter, a wrong type or unit, a date before the law's window, or no change at all.

    """
    return {
        str(path): _check_series(parameters, str(path), values, window, f"{place}: {path}")
        for path, values in changes.items()
    }


def _check_series(parameters: ParameterNode, path: str, values: Any, window: str, place: str) -> dict[str, Any]:
    try:
        parameter = find_parameter(parameters, path)
    except LawError as error:
        raise ReformError(f"{place}: {error}") from None
    if not isinstance(values, Mapping) or not values:
        raise ReformError(f"{place}: give each new value with its date, as in `2027-01-01: 0.5`.")
    checked = {}
    for day, given in values.items():
        where = f"{place}.{day}"
        if len(str(day)) != len("2027-01-01") or not _is_day(str(day)):
            raise ReformError(f"{where}: this is not a date; write it as 2027-01-01.")
        if str(day) < window:
            raise ReformError(f"{where}: the modelled law starts on {window}; choose a later date.")
        checked[str(day)] = _check_value(parameter, given, where)
    if all(parameter.get_at_instant(day) == value for day, value in checked.items()) and not any(
        entry.instant_str > min(checked) and entry.instant_str not in checked for entry in parameter.values_list
    ):
        raise ReformError(f"{place}: this changes nothing: the law already says so on {', '.join(checked)}.")
    return checked


def _is_day(text: str) -> bool:
    try:
        return read_day(text, "") is not None
    except LawError:
        return False


def _check_value(parameter: Parameter, given: Any, place: str) -> Any:
    value = given
    if isinstance(given, Mapping):
        unit = given.get("unit")
        own = parameter.metadata.get("unit")
        if unit is not None and unit != own:
            raise ReformError(f"{place}: this parameter is in {own}, not in {unit}; convert the value.")
        if "value" not in given or set(given) - {"value", "unit"}:
            raise ReformError(f"{place}: write the value alone, or as {{value: …, unit: {own}}}.")
        value = given["value"]
    if value is None:
        return None
    present = next((entry.value for entry in parameter.values_list if entry.value is not None), 0.0)
    expected = bool if isinstance(present, bool) else list if isinstance(present, list) else float
    if expected is float and isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return value
    if expected is not float and isinstance(value, expected):
        return value
    words = {bool: "true or false", list: "a list", float: "a number"}
    raise ReformError(f'{place}: expected {words[expected]}, as the present {present}; got "{value}".')


def shipped_reforms(folder: Path) -> dict[str, Path]:
    """Return the reforms that ship with a country, by name: its YAML files and its Python files."""
    found = [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("*.py"))] if folder.is_dir() else []
    return {path.stem: path for path in found if path.stem != "__init__"}


def apply_reform(baseline: CountrySystem, reform: str) -> TaxBenefitSystem:
    """Make the system that a reform makes of a baseline, which stays as it is.

    Args:
        baseline: the system to lay the reform over; may itself be a reform.
        reform: the name of one that ships, the path of a YAML file, or a dotted Python path.

    Raises:
        ReformError: there is no such reform, or it cannot be applied.

    """
    shipped = shipped_reforms(baseline.country.reforms)
    path = Path(reform)
    if reform in shipped:
        path = shipped[reform]
        if path.suffix == ".py":
            return _apply_class(baseline, _class_in_file(path), reform)
    elif path.suffix not in {".yaml", ".yml"}:
        if "." in reform and "/" not in reform:
            return _apply_class(baseline, _class_at(reform), reform)
        raise ReformError(
            f'"{reform}" is not a reform of {baseline.country.title}, a .yaml file or a Python path.'
            f"{nearest(reform, shipped)} `openfisca-country reforms {baseline.country.name}` lists those that ship."
        )
    document = read_reform(path)
    if document.country != baseline.country.name:
        raise ReformError(f"{document.place}: this reform is for {document.country}, not for {baseline.country.name}.")
    return FileReform(baseline, document)


def _apply_class(baseline: CountrySystem, found: type[CoreReform], name: str) -> TaxBenefitSystem:
    guarded = baseline if issubclass(found, Reform) else shielded(baseline)
    system = found(guarded)
    system.baseline = baseline
    system.name = getattr(found, "name", None) or name.rsplit(".", 1)[-1]
    return system


def _class_at(dotted: str) -> type[CoreReform]:
    module, _, name = dotted.rpartition(".")
    try:
        found = getattr(import_module(module), name)
    except (ImportError, AttributeError):
        raise ReformError(f'"{dotted}" cannot be imported: write it as package.module.ClassName.') from None
    if not (isinstance(found, type) and issubclass(found, CoreReform)):
        raise ReformError(f'"{dotted}" is not a reform: it must subclass openfisca_country.law.Reform.')
    return found


def _class_in_file(path: Path) -> type[CoreReform]:
    spec = spec_from_file_location(f"openfisca_country_reform_{path.parent.name}_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ReformError(f"{path.name}: cannot be loaded.")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found = [
        each
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, CoreReform) and each.__module__ == module.__name__
    ]
    if len(found) != 1:
        raise ReformError(f"{path.name}: a reform file in Python defines exactly one reform; this has {len(found)}.")
    return found[0]


def changed_series(system: TaxBenefitSystem) -> list[str]:
    """Return the paths of the parameters in which a reformed system differs from its baseline."""
    before = {parameter.name: parameter for parameter in leaf_parameters(system.baseline.parameters)}
    return [
        parameter.name
        for parameter in leaf_parameters(system.parameters)
        if parameter.name not in before
        or (parameter is not before[parameter.name] and parameter.values_list != before[parameter.name].values_list)
    ]


def changed_variables(system: TaxBenefitSystem) -> list[str]:
    """Return the names of the variables whose rule a reformed system changes, adds or neutralises."""
    before = system.baseline.variables
    return sorted(
        name
        for name, variable in system.variables.items()
        if name not in before
        or variable.is_neutralized != before[name].is_neutralized
        or dict(variable.formulas) != dict(before[name].formulas)
    )
