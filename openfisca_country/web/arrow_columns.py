"""What the columns of a batch in Arrow mean: who, and what is given of them; and what is asked in return."""

import datetime
from dataclasses import dataclass
from typing import Any

import pyarrow
from openfisca_core.indexed_enums import Enum
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine import months_of
from openfisca_country.household.inputs import check_period, short, shown
from openfisca_country.law import MONTH, YEAR, InputError
from openfisca_country.law.errors import did_you_mean, nearest_name
from openfisca_country.web.problems import Fault, Problem, faults

PERSON, HOUSEHOLD, ROLE, ERROR = "person_id", "household_id", "role", "error"
KEYS = (PERSON, HOUSEHOLD, ROLE)
WRONG = "The columns are not those of a batch"
MOST_ANSWERS = 600
TYPES = {
    float: pyarrow.float64(),
    int: pyarrow.int64(),
    bool: pyarrow.bool_(),
    str: pyarrow.string(),
    Enum: pyarrow.string(),
    datetime.date: pyarrow.date32(),
}


@dataclass(frozen=True)
class Column:
    """A column of answers or of facts.

    Attributes:
        name: as it is headed: ``wage``, or ``wage@2026-03``.
        variable: of the vocabulary.
        entity: ``persons`` or ``households``.
        period: of the value; nothing for one that holds in every period.
        type: of the answers.

    """

    name: str
    variable: str
    entity: str
    period: str | None
    type: Any


def facts(law: TaxBenefitSystem, schema: pyarrow.Schema) -> list[Column]:
    """Read what is given.

    Args:
        law: whose vocabulary it is.
        schema: of the stream: ``person_id``, ``household_id`` and ``role``, then variables of persons or households,
            ``wage`` for every month or ``wage@2026-03`` for one.

    Raises:
        Problem: 422, with every column that is missing, stands twice, is not known, or has a type that is not taken.

    """
    found, errors = [], []
    for name in KEYS:
        if name not in schema.names:
            errors.append(Fault(f"column {name}", "is missing: a batch has person_id, household_id and role."))
    for name in dict.fromkeys(schema.names):
        place = f"column {short(name)}"
        if schema.names.count(name) > 1:
            errors.append(Fault(place, "stands twice; keep one."))
        elif not _is_plain(schema.field(name).type, key=name in KEYS):
            expected = "texts or whole numbers" if name in KEYS else "numbers, texts, true or false, or dates"
            errors.append(Fault(place, f"expected {expected}, got {schema.field(name).type}.", expected))
        elif name not in KEYS:
            text, _, period = name.partition("@")
            try:
                found.append(_column(law, name, text, period or None, place))
            except InputError as error:
                errors += faults(error.at(place))
    lasting = {each.variable for each in found if each.period is None}
    errors += [
        Fault(f"column {each.name}", f"stands beside {each.variable}: give one value for every month, or one a month.")
        for each in found
        if each.period is not None and each.variable in lasting
    ]
    if errors:
        raise Problem(422, WRONG, errors)
    return found


def asked(law: TaxBenefitSystem, variables: str, period: str | None, given: list[Column]) -> list[Column]:
    """Read what is asked.

    Args:
        law: whose vocabulary it is.
        variables: names, separated by commas.
        period: a month or a year; the current month if none is given.
        given: what the stream gives.

    Returns:
        A column a variable, ``wage``; of a monthly variable in a year, one a month, ``wage@2026-01``.

    Raises:
        Problem: 422, with every name that is not known, is given already, or stands twice.

    """
    period = period or f"{datetime.date.today():%Y-%m}"
    names = [each.strip() for each in variables.split(",") if each.strip()]
    stated = {each.variable for each in given}
    errors, found = [], []
    if not names:
        errors.append(Fault("query variables", "is missing: name what is asked, as variables=child_benefit,net_wage."))
    for name in dict.fromkeys(names):
        try:
            variable = _variable(law, name)
        except InputError as error:
            errors += faults(error.at("query variables"))
            continue
        if name in stated:
            errors.append(Fault("query variables", f"{name} is a column of the batch: it is given, not asked."))
        monthly = variable.definition_period == MONTH
        months = months_of(period) if monthly else (period[:4] if variable.definition_period == YEAR else "ETERNITY",)
        heads = [f"{name}@{month}" for month in months] if len(months) > 1 else [name]
        found += [
            Column(head, name, variable.entity.plural, month, TYPES[variable.value_type])
            for head, month in zip(heads, months, strict=True)
        ]
    if len(found) > MOST_ANSWERS:
        sentence = f"asks for {len(found)} columns, expected at most {MOST_ANSWERS}: ask in several batches."
        errors.append(Fault("query variables", sentence, f"at most {MOST_ANSWERS} columns"))
    if errors:
        raise Problem(422, WRONG, errors)
    return found


def _variable(law: TaxBenefitSystem, name: str) -> Any:
    variable = law.variables.get(name)
    if variable is None:
        near = nearest_name(name, law.variables)
        sentence = f"{shown(name)} is not a variable.{did_you_mean(near)}"
        raise InputError("", sentence, "the name of a variable", shown(name), near)
    return variable


def _column(law: TaxBenefitSystem, name: str, text: str, period: str | None, place: str) -> Column:
    variable = _variable(law, text)
    when = check_period(variable, period, place) if period is not None else None
    return Column(name, text, variable.entity.plural, when, TYPES[variable.value_type])


def _is_plain(kind: pyarrow.DataType, *, key: bool) -> bool:
    """Tell whether values of a type are taken as they are."""
    types = pyarrow.types
    if types.is_dictionary(kind):
        return _is_plain(kind.value_type, key=True)
    if types.is_integer(kind) or types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind):
        return True
    return not key and (
        types.is_floating(kind) or types.is_boolean(kind) or types.is_date32(kind) or types.is_null(kind)
    )


def content(column: Column, value: Any) -> Any:
    """Return a value as an answer's column holds it."""
    if value is None or column.type != pyarrow.date32():
        return value
    return datetime.date.fromisoformat(value)
