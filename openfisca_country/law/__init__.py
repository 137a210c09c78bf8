"""What law is made of: countries, instruments, units, dated values, formulas, reforms.

Formulas import their words from here; everything listed in ``__all__`` is stable.
"""

from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD

from openfisca_country.law.confidence import Confidence, weakest
from openfisca_country.law.conflicts import Conflict, conflicts
from openfisca_country.law.country import Country
from openfisca_country.law.entities import Household, Person
from openfisca_country.law.errors import (
    InputError,
    InputErrors,
    LawError,
    NotModelled,
    OutsideWindow,
    ReformError,
    nearest,
)
from openfisca_country.law.operations import (
    DAYS_IN_WEEK,
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    add_days,
    add_months,
    add_weeks,
    add_working_days,
    add_years,
    as_day,
    brought_forward,
    calendar_months_between,
    clip,
    completed_months,
    completed_years,
    days_between,
    days_in_force,
    days_in_month,
    first_day,
    floor,
    happened,
    in_month,
    last_day,
    maximum,
    minimum,
    month_of,
    on_the_day,
    quarter_before,
    round_to_unit,
    round_up,
    select,
    total_before,
    where,
    whole,
    working_days_between,
    year_of,
)
from openfisca_country.law.programmes import Programme
from openfisca_country.law.reform import Reform, apply_reform
from openfisca_country.law.system import CountrySystem
from openfisca_country.law.values import DatedValue
from openfisca_country.law.variable import NEVER, Variable

MONTH = DateUnit.MONTH
YEAR = DateUnit.YEAR
ETERNITY = DateUnit.ETERNITY

__all__ = [
    "ADD",
    "DAYS_IN_WEEK",
    "ETERNITY",
    "MONTH",
    "MONTHS_IN_QUARTER",
    "MONTHS_IN_YEAR",
    "NEVER",
    "YEAR",
    "Confidence",
    "Conflict",
    "Country",
    "CountrySystem",
    "DatedValue",
    "Enum",
    "Household",
    "InputError",
    "InputErrors",
    "LawError",
    "NotModelled",
    "OutsideWindow",
    "Person",
    "Programme",
    "Reform",
    "ReformError",
    "Variable",
    "add_days",
    "add_months",
    "add_weeks",
    "add_working_days",
    "add_years",
    "apply_reform",
    "as_day",
    "brought_forward",
    "calendar_months_between",
    "clip",
    "completed_months",
    "completed_years",
    "conflicts",
    "days_between",
    "days_in_force",
    "days_in_month",
    "first_day",
    "floor",
    "happened",
    "in_month",
    "last_day",
    "maximum",
    "minimum",
    "month_of",
    "nearest",
    "on_the_day",
    "quarter_before",
    "round_to_unit",
    "round_up",
    "select",
    "total_before",
    "weakest",
    "where",
    "whole",
    "working_days_between",
    "year_of",
]
