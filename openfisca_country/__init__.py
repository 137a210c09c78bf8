"""Law as code for integrated social protection and employment services.

The functions have the names of the commands, and return typed results:

>>> from openfisca_country import countries
>>> "uzbekistan" in [country.name for country in countries()]
True
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openfisca_country.household.calculate import calculate
    from openfisca_country.household.compare import compare
    from openfisca_country.household.dossier import dossier
    from openfisca_country.household.explain import explain
    from openfisca_country.household.incentives import incentives
    from openfisca_country.household.missing import missing
    from openfisca_country.law.catalogue import check, countries, programmes, reforms
    from openfisca_country.law.draft import new_reform
    from openfisca_country.law.history import act, changes
    from openfisca_country.population.impact import impact
    from openfisca_country.population.run import run

__all__ = [
    "act",
    "calculate",
    "changes",
    "check",
    "compare",
    "countries",
    "dossier",
    "explain",
    "impact",
    "incentives",
    "missing",
    "new_reform",
    "programmes",
    "reforms",
    "run",
]

_HOME = {
    "act": "openfisca_country.law.history",
    "changes": "openfisca_country.law.history",
    "calculate": "openfisca_country.household.calculate",
    "check": "openfisca_country.law.catalogue",
    "compare": "openfisca_country.household.compare",
    "countries": "openfisca_country.law.catalogue",
    "dossier": "openfisca_country.household.dossier",
    "explain": "openfisca_country.household.explain",
    "impact": "openfisca_country.population.impact",
    "incentives": "openfisca_country.household.incentives",
    "missing": "openfisca_country.household.missing",
    "new_reform": "openfisca_country.law.draft",
    "programmes": "openfisca_country.law.catalogue",
    "reforms": "openfisca_country.law.catalogue",
    "run": "openfisca_country.population.run",
}


def __getattr__(name: str) -> Any:
    """Load a function when it is first asked for: a country module needs no more than its law."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
