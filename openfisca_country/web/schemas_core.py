"""The schemas of openfisca-core's own specification, lifted to OpenAPI 3.1 and made true of what is answered."""

import copy
from pathlib import Path
from typing import Any

import yaml
from openfisca_core.indexed_enums import Enum
from openfisca_web_api.loader.spec import OPEN_API_CONFIG_FILE

from openfisca_country.household.situation import HOUSEHOLDS, PERSONS
from openfisca_country.law import ETERNITY, YEAR, CountrySystem, Household
from openfisca_country.web.schemas import Schemas, ref

DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
PERIODS = {"month": "^[0-9]{4}-(0[1-9]|1[0-2])$", "year": "^[0-9]{4}$", "eternity": "^(?:ETERNITY|eternity)$"}
TEXT_OR_NULL = {"type": ["string", "null"]}
CELLS: dict[str, tuple[str, dict[str, Any]]] = {
    "float": ("Number", {"type": ["number", "null"]}),
    "int": ("WholeNumber", {"type": ["integer", "null"]}),
    "bool": ("Truth", {"type": ["boolean", "null"]}),
    "str": ("Text", {"type": ["string", "null"]}),
    "date": ("Day", {"type": ["string", "null"], "format": "date"}),
}


def core_specification() -> dict[str, Any]:
    """Read openfisca-core's own specification, as it is written before a country is filled in."""
    content: dict[str, Any] = yaml.safe_load(Path(OPEN_API_CONFIG_FILE).read_text(encoding="utf-8"))
    return content


def lifted(schemas: Schemas) -> Schemas:
    """Return core's schemas with what they say of their answers set right.

    Core's own calls an id a number and every default a text, and knows no ``null``: a client made from it would stumble
    over its answers.
    """
    found = {name: dict(schema) for name, schema in schemas.items()}
    values = {"type": ["number", "boolean", "string", "array", "null"]}
    found["Value"] = {**values, "items": {"type": ["string", "number", "boolean"]}}
    found["Values"] = {
        "description": "Values by the day from which they hold; null where the parameter ends.",
        "type": "object",
        "additionalProperties": ref("Value"),
        "propertyNames": {"pattern": DAY},
    }
    found["Brackets"] = {"type": ["object", "null"], "additionalProperties": {"type": ["number", "null"]}}
    found["Formula"] = {
        "type": ["object", "null"],
        "properties": {
            "content": {"type": "string"},
            "source": {"type": "string"},
            "documentation": {"type": "string"},
        },
    }
    parameter = dict(found["Parameter"]["properties"])
    parameter |= {"id": {"type": "string"}, "description": TEXT_OR_NULL, "documentation": {"type": "string"}}
    parameter["subparams"] = {
        "type": "object",
        "additionalProperties": {"type": "object", "properties": {"description": TEXT_OR_NULL}},
    }
    found["Parameter"] = {**found["Parameter"], "properties": parameter, "required": ["id", "description", "metadata"]}
    variable = dict(found["Variable"]["properties"])
    variable |= {
        "defaultValue": {"type": ["string", "number", "boolean"]},
        "references": variable.pop("reference"),
        "documentation": {"type": "string"},
        "possibleValues": {"type": "object", "additionalProperties": {"type": "string"}},
    }
    needed = ["id", "description", "valueType", "defaultValue", "definitionPeriod", "entity"]
    found["Variable"] = {**found["Variable"], "properties": variable, "required": needed}
    described = {"type": "object", "properties": {"description": TEXT_OR_NULL, "href": {"type": "string"}}}
    for name in ("Parameters", "Variables"):
        listed = {**described, "required": ["description", "href"]}
        found[name] = {"type": "object", "additionalProperties": listed}
    found["Roles"] = {
        "type": "object",
        "properties": {"description": TEXT_OR_NULL, "max": {"type": "integer"}, "plural": TEXT_OR_NULL},
    }
    entity = dict(found["Entities"])
    entity["properties"] = {
        "description": {"type": "string"},
        "documentation": {"type": "string"},
        "plural": {"type": "string"},
        "roles": {"type": "object", "additionalProperties": ref("Roles")},
    }
    trace = dict(found["Trace"]["properties"])
    ids = {"type": "array", "items": {"type": "string"}}
    steps = copy.deepcopy(trace["trace"])
    steps["additionalProperties"]["properties"]["parameters"] = {"type": "object"}
    trace["trace"] = steps
    trace["entitiesDescription"] = {**trace["entitiesDescription"], "properties": {PERSONS: ids, HOUSEHOLDS: ids}}
    found["Trace"] = {**found["Trace"], "properties": trace, "required": list(trace)}
    found["Entity"] = {**entity, "required": ["description", "documentation", "plural"]}
    found["Entities"] = {"type": "object", "additionalProperties": ref("Entity")}
    return found


def of_country(system: CountrySystem) -> Schemas:
    """Return the schemas of a country's situation: every variable of its law, with its label."""
    found: Schemas = {}
    for kind, cell in CELLS.values():
        for period, pattern in PERIODS.items():
            found[f"{kind}By{period.title()}"] = _by_period(cell, pattern, kind)
    for entity in system.entities:
        own = system.get_variables(entity)
        properties = {name: _of_variable(variable) for name, variable in sorted(own.items())}
        roles = {} if entity.is_person else _roles()
        found[entity.key.title()] = {
            "type": "object",
            "properties": {**roles, **properties},
            "additionalProperties": False,
        }
    situation = {
        "type": "object",
        "properties": {
            PERSONS: {"type": "object", "minProperties": 1, "additionalProperties": ref("Person")},
            HOUSEHOLDS: {"type": "object", "minProperties": 1, "additionalProperties": ref("Household")},
        },
        "required": [PERSONS, HOUSEHOLDS],
        "additionalProperties": False,
    }
    found["SituationInput"] = situation
    found["SituationOutput"] = dict(situation)
    return found


def _by_period(cell: dict[str, Any], pattern: str, kind: str) -> dict[str, Any]:
    within = {"type": "object", "minProperties": 1, "additionalProperties": cell, "propertyNames": {"pattern": pattern}}
    words = f"{kind} by period, or alone for every period; null asks for it."
    return {"description": words, "anyOf": [cell, within]}


def _of_variable(variable: Any) -> dict[str, Any]:
    unit = variable.definition_period
    period = "eternity" if unit == ETERNITY else "year" if unit == YEAR else "month"
    label = {"description": str(variable.label)} if variable.label else {}
    if variable.value_type is Enum:
        names = [item.name for item in variable.possible_values]
        cell = {"type": ["string", "null"], "enum": [*names, None]}
        return {**_by_period(cell, PERIODS[period], "One of the names"), **label}
    kind, _ = CELLS[variable.value_type.__name__]
    return {**ref(f"{kind}By{period.title()}"), **label}


def _roles() -> dict[str, Any]:
    schema = {"type": ["array", "string"], "items": {"type": "string"}}
    return {
        key: {**schema, "description": f"Ids of persons. {role.doc or ''}".strip()}
        for role in Household.roles
        for key in dict.fromkeys((role.plural or role.key, role.key))
    }
