"""Proposed law: a reform is an overlay on a system, from a YAML file or from Python."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openfisca_core.errors import VariableNameConflictError
from openfisca_core.parameters import ParameterNode
from openfisca_core.reforms import Reform as CoreReform
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.law.errors import ReformError, nearest
from openfisca_country.law.neutralise import giving_nothing, named_variables
from openfisca_country.law.overlay import Series, copied, overlay
from openfisca_country.law.programmes import leaf_parameters
from openfisca_country.law.proposed import Proposed, check_changes
from openfisca_country.law.provisions import check_provisions
from openfisca_country.law.reform_class import check_own_parameters, class_at, class_in_file
from openfisca_country.law.reform_file import ReformFile, ReformProvision, Switch, read_reform
from openfisca_country.law.system import CountrySystem, InstantCache, cite_variables, shielded

ReformLike = str | ReformFile
"""A reform as functions take it: the name of one that ships, a path, a dotted Python path, or a document as read."""


class Reform(InstantCache, CoreReform):
    """A reform in Python: say what changes in ``apply``.

    ``apply`` may add, update, replace or neutralise variables, and call ``change_parameters`` and ``add_parameters``.
    State ``title`` and ``reference`` on the class: they are what a reader sees.

    A class may declare ``parameters = {"name": default}``, parameters of its own that a reform file may set as it
    switches the reform on. ``apply`` finds them, set or not, in ``own_parameters``.
    """

    title: str = ""
    reference: str = ""
    sponsor: str = ""
    link: str = ""
    own_parameters: Mapping[str, Any] = {}
    document: ReformFile | None = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        # Every system has `parameters`, the numbers of the law: what the class declares steps aside.
        if isinstance(declared := cls.__dict__.get("parameters"), dict):
            cls.own_parameters = declared
            delattr(cls, "parameters")

    def __init__(self, baseline: TaxBenefitSystem, own_parameters: Mapping[str, Any] | None = None) -> None:
        self._at_instant: dict[str, Any] = {}
        self.changes: dict[str, Series] = {}
        self.neutralised: dict[str, str] = {}
        self.own_parameters = {**type(self).own_parameters, **(own_parameters or {})}
        super().__init__(baseline)
        cite_variables(self.variables, self.book)

    @property
    def place(self) -> str:
        """Where the reform stands, for messages."""
        return type(self).__name__

    def apply(self) -> None:
        """Change the law; the reform's own class says how."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it changes: define apply().")

    def change_parameters(self, changes: Proposed) -> None:
        """Lay new values over the baseline's, which stay as they are.

        Args:
            changes: for each parameter path, the new value from each date on, as in a reform file:
                ``{"pension.age.female": {"2027-01-01": 56}}``.

        Raises:
            ReformError: as for a reform in YAML.

        """
        law = self.base_tax_benefit_system.parameters
        checked = check_changes(self.parameters, changes, self.book.start.isoformat(), self.place, law)
        self.changes.update(checked)
        cited = {"reference": [{"title": self.reference or self.title, "href": self.link}]}
        self.parameters = overlay(self.parameters, checked, cited)
        self._at_instant = {}

    def add_parameters(self, name: str, content: Mapping[str, Any]) -> None:
        """Add a group of parameters that the law does not have; the baseline keeps its own.

        Args:
            name: of the group, at the top of the tree.
            content: as OpenFisca writes a group in YAML: each parameter with ``values`` by date.

        Raises:
            ReformError: the law it is laid over has a group of this name.

        """
        tree = copied(self.parameters)
        if name in tree.children:
            raise ReformError(f'{self.place}: the law has parameters named "{name}" already.')
        tree.add_child(name, ParameterNode(name, data=dict(content)))
        self.parameters = tree
        self._at_instant = {}


class FileReform(Reform):
    """The system that a reform file makes of a baseline."""

    def __init__(self, baseline: TaxBenefitSystem, document: ReformFile) -> None:
        self.document: ReformFile = document
        self.title = document.title
        self.reference = document.reference
        self.sponsor = document.sponsor
        self.link = document.link
        self.provisions: tuple[ReformProvision, ...] = ()
        super().__init__(baseline)
        self.name = document.name
        self.key = document.name

    @property
    def place(self) -> str:
        """The name of the file."""
        return self.document.place

    def apply(self) -> None:
        """Lay the file's values over the baseline's, and let what it neutralises give nothing."""
        self.change_parameters(self.document.changes)
        self.named = named_variables(self, self.document.neutralise, self.place)
        for entry in self.document.neutralise:
            for name in self.named[entry.name]:
                self.variables[name] = giving_nothing(self.variables[name], entry.start, self.title)
                self.neutralised[name] = min(self.neutralised.get(name, "9999"), entry.start or "")


def shipped_reforms(folder: Path) -> dict[str, Path]:
    """Return the reforms that ship with a country, by name: its YAML files and its Python files."""
    found = [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("*.py"))] if folder.is_dir() else []
    return {path.stem: path for path in found if path.stem != "__init__"}


def name_of(reform: ReformLike) -> str:
    """Return what an answer calls a reform: as it was named, or by the name of its document."""
    return reform.name if isinstance(reform, ReformFile) else reform


def apply_reform(baseline: CountrySystem, reform: ReformLike) -> TaxBenefitSystem:
    """Make the system that a reform makes of a baseline, which stays as it is.

    Args:
        baseline: the system to lay the reform over; may itself be a reform.
        reform: the name of one that ships, the path of a YAML file, a dotted Python path, or a document already read.

    Raises:
        ReformError: there is no such reform, or it cannot be applied.

    """
    if isinstance(reform, ReformFile):
        return apply_document(baseline, reform)
    shipped = shipped_reforms(baseline.country.reforms)
    path = Path(reform)
    if reform in shipped:
        path = shipped[reform]
        if path.suffix == ".py":
            return _apply_class(baseline, class_in_file(path), reform)
    elif path.suffix not in {".yaml", ".yml"}:
        if "." in reform and "/" not in reform:
            return _apply_class(baseline, class_at(reform), reform)
        raise ReformError(
            f'"{reform}" is not a reform of {baseline.country.title}, a .yaml file or a Python path.'
            f"{nearest(reform, shipped)} `openfisca-country reforms {baseline.country.name}` lists those that ship."
        )
    return apply_document(baseline, read_reform(path))


def apply_document(baseline: CountrySystem, document: ReformFile) -> FileReform:
    """Make the system that a reform file makes of a baseline, which stays as it is.

    Reforms that the file switches on come first; its own values and what it neutralises are laid over them.

    Raises:
        ReformError: the file is for another country, or says what cannot be.

    """
    if document.country != baseline.country.name:
        raise ReformError(f"{document.place}: this reform is for {document.country}, not for {baseline.country.name}.")
    law: Any = baseline
    parts = {}
    for switch in document.switch_on:
        law = parts[switch.reform] = _switched_on(law, switch, f"{document.place}: switch_on: {switch.reform}")
    system = FileReform(law, document)
    within = {name: (*changed_series(part), *changed_variables(part)) for name, part in parts.items()}
    system.baseline = baseline
    for part in parts.values():
        system.changes = {**getattr(part, "changes", {}), **system.changes}
    if document.provisions:
        changed = [*changed_series(system), *changed_variables(system)]
        system.provisions = check_provisions(document, changed, {**system.named, **within})
    return system


def _switched_on(law: CountrySystem, switch: Switch, place: str) -> TaxBenefitSystem:
    shipped = shipped_reforms(law.country.reforms)
    in_python = [name for name, path in shipped.items() if path.suffix == ".py"]
    if switch.reform not in in_python:
        if switch.reform in shipped:
            raise ReformError(f"{place}: this reform is a YAML file; name it with `--reform` beside this one.")
        raise ReformError(f"{place}: no reform of this name ships.{nearest(switch.reform, in_python)}")
    found = class_in_file(shipped[switch.reform])
    check_own_parameters(getattr(found, "own_parameters", {}), switch.parameters, place)
    return _apply_class(law, found, switch.reform, switch.parameters)


def _apply_class(
    baseline: CountrySystem, found: type[CoreReform], name: str, own: Mapping[str, Any] | None = None
) -> TaxBenefitSystem:
    guarded = baseline if issubclass(found, Reform) else shielded(baseline)
    try:
        system = found(guarded, own) if own else found(guarded)
    except VariableNameConflictError as error:
        variable = str(error).split('"')[1]
        raise ReformError(f'{name}: it adds the variable "{variable}", which the law has already.') from None
    system.baseline = baseline
    system.name = getattr(found, "name", None) or name.rsplit(".", 1)[-1]
    return system


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
