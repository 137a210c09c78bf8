"""A country as it is served: its law, the reforms that ship with it, and what OpenFisca's own API tells of it."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_web_api.loader.entities import build_entities
from openfisca_web_api.loader.parameters import build_parameters
from openfisca_web_api.loader.variables import build_variables

from openfisca_country.household.inputs import shown
from openfisca_country.household.run import check_window, law_of_another_date
from openfisca_country.law import CountrySystem, InputError
from openfisca_country.law.catalogue import reformed
from openfisca_country.law.errors import did_you_mean, nearest_name
from openfisca_country.law.reform import shipped_reforms

KEPT = 32  # laws other than the current one that stay ready, a country


class Served:
    """One country as served.

    Attributes:
        name: of the country.
        system: its current law.
        prefix: of its routes: ``/uzbekistan``, or nothing where it is the only one.

    """

    def __init__(self, system: CountrySystem, prefix: str) -> None:
        self.name = system.country.name
        self.system = system
        self.prefix = prefix
        self._law = lru_cache(maxsize=KEPT)(self._make_law)

    @cached_property
    def package(self) -> dict[str, str]:
        """The package's metadata, in OpenFisca's form."""
        return self.system.get_package_metadata()

    @cached_property
    def variables(self) -> dict[str, Any]:
        """Every variable in OpenFisca's form, by name."""
        return dict(build_variables(self.system, self.package))

    @cached_property
    def parameters(self) -> dict[str, Any]:
        """Every parameter in OpenFisca's form, by its path with slashes."""
        return dict(build_parameters(self.system, self.package))

    @cached_property
    def entities(self) -> dict[str, Any]:
        """The entities in OpenFisca's form."""
        return dict(build_entities(self.system))

    @property
    def data(self) -> dict[str, Any]:
        """What openfisca-core's `build_data` gives, but for its specification of the API: ours stands in its place."""
        return {
            "tax_benefit_system": self.system,
            "country_package_metadata": self.package,
            "openAPI_spec": None,
            "parameters": self.parameters,
            "variables": self.variables,
            "entities": self.entities,
        }

    @cached_property
    def reforms(self) -> tuple[str, ...]:
        """The names of the reforms that ship."""
        return tuple(shipped_reforms(self.system.country.reforms))

    def check_reforms(self, names: Sequence[str]) -> tuple[str, ...]:
        """Let through the names of reforms that ship, and nothing else: no path, no Python.

        Raises:
            InputError: a name is none of theirs, and the nearest is offered, or it stands twice.

        """
        for number, name in enumerate(names):
            if name in names[:number]:
                raise InputError("reform", f"{shown(name)} stands twice; keep one.", "each reform once", shown(name))
            if name not in self.reforms:
                near = nearest_name(name, self.reforms)
                problem = (
                    f"{shown(name)} is not a reform that ships with {self.system.country.title}."
                    f"{did_you_mean(near)} {self.prefix}/reforms lists them."
                )
                raise InputError("reform", problem, "the name of a reform that ships", shown(name), near)
        return tuple(names)

    def law(
        self, reforms: Sequence[str] = (), law_of: str | None = None, period: str | None = None
    ) -> TaxBenefitSystem:
        """Return the law that a request asks for, ready-made where it was asked before.

        Args:
            reforms: names of reforms that ship, laid one upon the other.
            law_of: a month whose law is applied, as for `calculate`; that of the period by default.
            period: to whose prices the amounts of another date are raised; the current month by default.

        Raises:
            InputError: the month, the period or a name is wrong.
            OutsideWindow: one of them lies before the law that is modelled.
            ReformError: a reform cannot be laid upon the others.

        """
        names = self.check_reforms(reforms)
        if not names and law_of is None:
            return self.system
        return self._law(names, law_of, check_window(self.system, period) if law_of is not None else "")

    def _make_law(self, reforms: tuple[str, ...], law_of: str | None, period: str) -> TaxBenefitSystem:
        law: Any = self.system if law_of is None else law_of_another_date(self.system, law_of, period)
        return reformed(law, reforms)
