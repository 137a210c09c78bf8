"""The operations of the API, one a route, as OpenAPI describes them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from openfisca_country.web.asked import PARTS_OF
from openfisca_country.web.schemas import ref

JSON = "application/json"
PROBLEM = "application/problem+json"
LINES = "application/x-ndjson"
ARROW = "application/vnd.apache.arrow.stream"

Content = dict[str, dict[str, Any]]

PERIOD = {"type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2]))?$"}
BINARY = {"type": "string", "format": "binary"}
DATE = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"}


@dataclass(frozen=True)
class Operation:
    """One method of one address.

    Attributes:
        path: with names in braces.
        method: in small letters.
        id: of the operation, as openfisca-core's specification calls it where it has it.
        tag: under which it is listed.
        summary: one line.
        content: of the answer, by media type.
        status: of the answer.
        body: of the request, by media type.
        parameters: of path and query.
        refusals: statuses with which it may refuse.
        translated: whether the answer's labels follow ``Accept-Language``.
        described: what the answer is.

    """

    path: str
    method: str
    id: str
    tag: str
    summary: str
    content: Content = field(hash=False)
    status: int = 200
    body: Content | None = field(default=None, hash=False)
    parameters: Sequence[dict[str, Any]] = field(default=(), hash=False)
    refusals: tuple[int, ...] = ()
    translated: bool = False
    described: str = "The answer."


def json_of(schema: dict[str, Any], **more: Any) -> Content:
    """Return content in JSON."""
    return {JSON: {"schema": schema, **more}}


def listed(name: str) -> dict[str, Any]:
    """Return the schema of a list."""
    return {"type": "array", "items": ref(name)}


def _query(name: str, schema: dict[str, Any], description: str, required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "required": required, "schema": schema}


def _path(name: str, description: str, example: str = "") -> dict[str, Any]:
    found = {"name": name, "in": "path", "description": description, "required": True, "schema": {"type": "string"}}
    return {**found, "example": example} if example else found


WHEN = _query("period", PERIOD, "A month or a year, for nulls that stand without one; the current month by default.")
REFORM = _query(
    "reform",
    {"type": "array", "items": {"type": "string"}},
    "The name of a reform that ships; several are laid one upon the other.",
)
LAW_OF = _query("law_of", {"type": "string"}, "A month whose law is applied, numbers and rules alike.")
LAW = (WHEN, REFORM, LAW_OF)
BODY = (400, 413, 415, 422, 503)
QUERY = (422, 503)

CORE = (
    Operation(
        "/", "get", "getRoot", "Documentation", "Say what this is", json_of(ref("Welcome")), 300, described="A welcome."
    ),
    Operation(
        "/variables", "get", "getVariables", "Variables", "List all available variables", json_of(ref("Variables"))
    ),
    Operation(
        *("/variable/{variableID}", "get", "getVariable", "Variables", "Get information about a specific variable"),
        json_of(ref("Variable")),
        parameters=(_path("variableID", "Name of a variable; /variables lists them.", "birth_date"),),
        refusals=(404,),
    ),
    Operation(
        *("/parameters", "get", "getParameters", "Parameters", "List all available parameters"),
        json_of(ref("Parameters")),
    ),
    Operation(
        *(
            "/parameter/{parameterID}",
            "get",
            "getParameter",
            "Parameters",
            "Get information about a specific parameter",
        ),
        json_of(ref("Parameter")),
        parameters=(_path("parameterID", "Path of a parameter, with slashes or dots; /parameters lists them."),),
        refusals=(404,),
    ),
    Operation("/entities", "get", "getEntities", "Entities", "List all available Entities", json_of(ref("Entities"))),
    Operation(
        *("/calculate", "post", "calculate", "Calculations", "Run a simulation"),
        json_of({"anyOf": [ref("SituationOutput"), ref("CalculationAnswer")]}),
        body=json_of(ref("SituationInput")),
        parameters=(*LAW, _query("form", {"type": "string", "enum": ["full"]}, "`full` gives calculation/1 instead.")),
        refusals=BODY,
        described="The situation with its nulls filled; those without an answer stay null, and a header counts them.",
    ),
    Operation(
        *("/trace", "post", "trace", "Calculations", "Explore a simulation's steps in details."),
        json_of(ref("Trace")),
        body=json_of(ref("SituationInput")),
        parameters=LAW,
        refusals=BODY,
    ),
)

BATCH = Operation(
    *("/calculate/batch", "post", "calculateBatch", "Calculations", "Run a simulation a line, of any number of lines"),
    {LINES: {"schema": ref("BatchAnswers")}, ARROW: {"schema": BINARY}},
    body={LINES: {"schema": ref("BatchQuestions")}, ARROW: {"schema": BINARY}},
    parameters=(
        *LAW,
        _query(
            "variables", {"type": "string"}, "For Arrow alone: the variables to add as columns, separated by commas."
        ),
    ),
    refusals=(400, 413, 415, 422, 503),
    described="A stream: what is asked in lines is answered in lines, what is asked in Arrow is answered in Arrow.",
)

ANSWERS = tuple(
    Operation(
        *(f"/{name}", "post", name, "Answers", summary),
        json_of(ref(answer)),
        body=json_of(ref(f"{name.title()}Body")),
        refusals=BODY,
        translated=True,
    )
    for (name, (summary, answer)) in zip(
        PARTS_OF,
        (
            ("Compare current law with reforms and with the law of other dates", "ComparisonAnswer"),
            ("Explain a value: why, or why not", "ExplanationAnswer"),
            ("Tell which missing facts would change which entitlement", "MissingAnswer"),
            ("Walk a household along a range of wages", "IncentivesAnswer"),
        ),
        strict=True,
    )
)

LAW_ROUTES = (
    Operation(
        *("/programmes", "get", "programmes", "Law", "List the programmes"),
        json_of(listed("Programme")),
        refusals=QUERY,
        translated=True,
    ),
    Operation(
        *("/reforms", "get", "reforms", "Law", "List the reforms that ship, and what each changes"),
        json_of(listed("ReformSummary")),
        refusals=QUERY,
        translated=True,
    ),
    Operation(
        *("/acts", "get", "acts", "Law", "List the register of acts"),
        json_of(listed("Instrument")),
        refusals=QUERY,
        translated=True,
    ),
    Operation(
        *("/acts/{actID}", "get", "act", "Law", "Tell an act, and every provision that rests on it"),
        json_of(ref("ActInLawAnswer")),
        parameters=(_path("actID", "Id of an act; /acts lists them."),),
        refusals=(404, *QUERY),
        translated=True,
    ),
    Operation(
        *("/changes", "get", "changes", "Law", "List what changed in the law between two dates"),
        json_of(listed("ChangeOfLaw")),
        parameters=(
            _query("from", DATE, "A day, or a month whose last day is meant: what holds then is the old law.", True),
            _query("to", DATE, "A day or a month: what came into force up to its last day is listed.", True),
        ),
        refusals=QUERY,
        translated=True,
    ),
)

SPEC = Operation(
    *("/spec", "get", "spec", "Documentation", "Provide the API documentation in an OpenAPI format"),
    json_of({"type": "object"}),
)

OF_A_COUNTRY = (*CORE, BATCH, *ANSWERS, *LAW_ROUTES, SPEC)

COUNTRIES = Operation(
    *("/countries", "get", "countries", "Server", "List the countries, with the window of their law"),
    json_of(listed("CountrySummary")),
    refusals=QUERY,
)
OF_THE_SERVER = (
    COUNTRIES,
    Operation(
        *("/health", "get", "health", "Server", "Say that the server lives"),
        json_of(ref("Health")),
    ),
    Operation(
        *("/ready", "get", "ready", "Server", "Say whether the server can answer"),
        json_of(ref("Ready")),
        refusals=(503,),
    ),
    Operation(
        *("/metrics", "get", "metrics", "Server", "Give the counters, for Prometheus"),
        {"text/plain": {"schema": {"type": "string"}}},
    ),
)
OF_SEVERAL = (
    Operation(
        *("/", "get", "getRoot", "Documentation", "Offer the countries"),
        json_of(ref("WelcomeOfSeveral")),
        300,
        described="A welcome.",
    ),
    SPEC,
)
