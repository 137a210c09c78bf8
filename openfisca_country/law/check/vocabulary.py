"""The words formulas are made of: what the law's door exports, and what populations, periods and scales can do."""

import ast

from openfisca_country import law
from openfisca_country.law import operations
from openfisca_country.law.check.sources import SourceFile

DOOR = "openfisca_country.law"
OPERATIONS = {f"{DOOR}.{name}" for name in law.__all__ if hasattr(operations, name)}
ON_THE_DAY = f"{DOOR}.on_the_day"
BROUGHT_FORWARD = f"{DOOR}.brought_forward"
TOTAL_BEFORE = f"{DOOR}.total_before"

# Whom a formula may ask of whom: `person.household`, `household.members`, `household.head`.
POPULATIONS = {
    "household",
    "members",
    "first_person",
    *(role.key for role in law.Household.roles if role.max == 1),
}
OF_POPULATIONS = {
    "all",
    "any",
    "empty_array",
    "filled_array",
    "get_rank",
    "get_role",
    "has_role",
    "max",
    "min",
    "nb_persons",
    "project",
    "sum",
    "value_from_first_person",
    "value_from_partner",
    "value_from_person",
    "value_nth_person",
}
OF_PERIODS = {"intersection", "offset"}
OF_SCALES = {"calc"}


def is_date(node: ast.expr, source: SourceFile) -> bool:
    """Tell whether a call of this makes a date (`literals` reports those)."""
    name = ast.unparse(node)
    first, _, rest = name.partition(".")
    origin = ".".join(filter(None, (source.imports.get(first, ""), rest)))
    return origin in {"datetime.date", "datetime.datetime", "numpy.datetime64"}


def is_foreign(name: str, source: SourceFile) -> bool:
    """Tell whether a name was imported from elsewhere than the law's door and other files of variables."""
    origin = source.imports.get(name)
    if origin is None or origin.startswith("openfisca_country.variables."):
        return False
    door, _, exported = origin.rpartition(".")
    return door != DOOR or exported not in law.__all__
