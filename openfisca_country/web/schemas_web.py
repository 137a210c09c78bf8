"""The schemas of what this API takes and answers beside openfisca-core's: questions, reforms, refusals, results."""

from typing import Any

from openfisca_country.household.curves import Incentives
from openfisca_country.household.missing import Missing
from openfisca_country.household.results import Calculation, Comparison, Explanation
from openfisca_country.law.catalogue import CountrySummary, ReformSummary
from openfisca_country.law.history import ActInLaw, ChangeOfLaw
from openfisca_country.law.instruments import Instrument
from openfisca_country.law.programmes import Programme
from openfisca_country.web.asked import PARTS_OF, body_schema
from openfisca_country.web.inline import NAME
from openfisca_country.web.problems import Fault
from openfisca_country.web.schemas import Schemas, answer_schema, described, ref, schema_for

TEXT: dict[str, Any] = {"type": "string"}
SOME_TEXT: dict[str, Any] = {"type": ["string", "number", "null"]}
ONE_VALUE: dict[str, Any] = {"type": ["number", "boolean", "null"]}
VALUE: dict[str, Any] = {"anyOf": [ONE_VALUE, {"type": "array", "items": ONE_VALUE}]}
RELATIVE: dict[str, Any] = {
    "type": "object",
    "description": "A value with its unit, one relative to the law (multiply, add, index), or one that ends (until).",
    "properties": {
        "value": VALUE,
        "unit": TEXT,
        "multiply": {"type": "number"},
        "add": {"type": "number"},
        "index": {
            "type": "object",
            "properties": {"by": TEXT, "from": TEXT, "round": {"type": "number"}},
            "required": ["by", "from"],
            "additionalProperties": False,
        },
        "round": {"type": "number"},
        "until": TEXT,
    },
    "additionalProperties": False,
}


def results() -> Schemas:
    """Return the schemas of every typed result that a route answers."""
    found: Schemas = {}
    answers: tuple[type, ...] = (Calculation, Comparison, Explanation, Missing, Incentives, ActInLaw)
    lists: tuple[type, ...] = (Programme, ReformSummary, Instrument, ChangeOfLaw, CountrySummary)
    for kind in answers:
        answer_schema(kind, found)
    for kind in lists:
        schema_for(kind, found)
    return found


def questions() -> Schemas:
    """Return the schemas of the bodies of the routes that answer with typed results, and of an inline reform."""
    bodies = {f"{name.title()}Body": body_schema(name) for name in PARTS_OF}
    return {**bodies, "InlineReform": _inline_reform()}


def _inline_reform() -> dict[str, Any]:
    texts = dict.fromkeys(("country", "sponsor", "source", "reference", "link", "description"), SOME_TEXT)
    provision = {
        "type": "object",
        "properties": {**dict.fromkeys(("title", "article", "text"), SOME_TEXT), "changes": _list_of(TEXT)},
        "required": ["title", "changes"],
        "additionalProperties": False,
    }
    neutralised = {
        "type": ["object", "string"],
        "properties": dict.fromkeys(("programme", "variable", "from"), SOME_TEXT),
        "additionalProperties": False,
    }
    switch = {
        "type": ["object", "string"],
        "properties": {"reform": TEXT, "parameters": {"type": ["object", "null"]}},
        "required": ["reform"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "description": "A reform as a reform file writes it: numbers by date, programmes that end, provisions.",
        "properties": {
            "name": {"type": "string", "pattern": f"^{NAME.pattern}$"},
            "title": {"type": ["string", "number"]},
            **texts,
            "parameters": {
                "type": ["object", "null"],
                "additionalProperties": {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": {"anyOf": [*VALUE["anyOf"], RELATIVE]},
                },
            },
            "neutralise": {"type": ["array", "null"], "items": neutralised},
            "switch_on": {"type": ["array", "null"], "items": switch},
            "provisions": {"type": ["array", "null"], "items": provision},
        },
        "required": ["name", "title"],
        "additionalProperties": False,
    }


def _list_of(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": schema}


def of_the_server() -> Schemas:
    """Return the schemas of refusals, of streams, and of what a server tells of itself."""
    _, parts = described(Fault)
    fault = {name: {**TEXT, "description": words} for name, words in parts.items()}
    errors = {"errors": _list_of(ref("Fault")), "errors_total": {"type": "integer"}}
    problem = {"type": TEXT, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT, "request_id": TEXT}
    lines = "application/x-ndjson"
    identity = {"type": ["string", "integer"]}
    question = {"type": "object", "properties": {"id": identity}, "required": ["id", "persons", "households"]}
    answer = {"id": identity, "line": {"type": "integer"}, "situation": {"type": "object"}, **errors}
    answer |= {"unanswered": _list_of({"type": "object"}), "summary": {"type": "object"}}
    return {
        "Fault": {
            "type": "object",
            "description": "One thing that is wrong.",
            "properties": fault,
            "required": ["place", "problem"],
        },
        "Problem": {
            "type": "object",
            "description": "A refusal (RFC 9457), with everything that is wrong at once.",
            "properties": {**problem, **errors},
            "required": ["type", "title", "status", "detail", "errors", "errors_total"],
        },
        "Welcome": {"type": "object", "properties": {"welcome": TEXT}, "required": ["welcome"]},
        "WelcomeOfSeveral": {
            "type": "object",
            "properties": {"welcome": TEXT, "countries": {"type": "object", "additionalProperties": TEXT}},
            "required": ["welcome", "countries"],
        },
        "Health": {"type": "object", "properties": {"status": {"const": "alive"}}, "required": ["status"]},
        "Ready": {
            "type": "object",
            "properties": {"status": {"const": "ready"}, "countries": _list_of(TEXT)},
            "required": ["status", "countries"],
        },
        "BatchQuestion": {**question, "description": "A situation with an id, on one line."},
        "BatchQuestions": _stream(lines, "BatchQuestion"),
        "BatchAnswer": {
            "type": "object",
            "description": "A situation with its nulls filled, or its errors; on the last line, the summary.",
            "properties": answer,
        },
        "BatchAnswers": _stream(lines, "BatchAnswer"),
    }


def _stream(media: str, name: str) -> dict[str, Any]:
    words = f"Lines, each of them a {name}."
    return {"type": "string", "description": words, "contentMediaType": media, "contentSchema": ref(name)}
