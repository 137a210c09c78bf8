"""The whole API against its own specification: invented requests, right and wrong ones, each answered as described."""

from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings

from openfisca_country.web.app import create_app

FACTS = ("birth_date", "wage", "is_student", "disability_group", "income_tax")
OF_HOUSEHOLDS = ("head", "spouse", "children", "others", "disposable_income")
"""So few variables that requests are invented in a moment; those left out are of the same few kinds."""

OFF = {"enabled": False}
CONFIG = schemathesis.Config.from_dict(
    {
        "generation": {"deterministic": True},
        "phases": {"coverage": {"enabled": True}},
        # A household that is well-formed may still be impossible: then it is refused with 422, and told why.
        "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", 300, 404, 422, 503]}},
        # Of a stream the specification can say no more than that it is one.
        "operations": [
            {
                "include-operation-id": "calculateBatch",
                "checks": {"positive_data_acceptance": OFF, "negative_data_rejection": OFF},
            }
        ],
    }
)


@schemathesis.hook
def before_load_schema(context: Any, raw_schema: dict[str, Any]) -> None:
    for name, kept in (("Person", FACTS), ("Household", OF_HOUSEHOLDS)):
        schema = raw_schema["components"]["schemas"][name]
        schema["properties"] = {key: schema["properties"][key] for key in kept}


@schemathesis.serializer("application/x-ndjson")
def lines(context: Any, value: Any) -> bytes:
    return str(value).encode("utf-8", "surrogatepass")


@schemathesis.serializer("application/vnd.apache.arrow.stream")
def arrow(context: Any, value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


APP = create_app(["uzbekistan"])
API = schemathesis.openapi.from_wsgi("/spec", APP, config=CONFIG)


@API.parametrize()
@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case: schemathesis.Case) -> None:
    case.call_and_validate()
