"""What the specification says of an answer, held against the answer."""

from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

ROOT = "urn:spec"


class Contract:
    """A specification, ready to check answers against."""

    def __init__(self, spec: Any) -> None:
        self.spec = spec
        self.registry = Registry().with_resource(ROOT, Resource.from_contents(spec, DRAFT202012))

    def check(self, path: str, method: str, answer: Any) -> None:
        """See that status, type, headers and body of an answer are as the specification says."""
        operation = self.spec["paths"][path][method]
        responses = operation["responses"]
        assert str(answer.status_code) in responses, f"{path}: {answer.status_code} is not described"
        response = self.resolved(responses[str(answer.status_code)])
        for name in response.get("headers", {}):
            assert name in answer.headers, f"{path}: the header {name} is missing"
        assert answer.mimetype in response["content"], f"{path}: {answer.mimetype} is not described"
        if answer.mimetype.endswith("json") and "ndjson" not in answer.mimetype:
            self.check_body(response["content"][answer.mimetype]["schema"], answer.get_json())

    def check_body(self, schema: Any, body: Any) -> None:
        """See that a body is of a schema of this specification."""
        absolute = {"$ref": f"{ROOT}{schema['$ref']}"} if "$ref" in schema else _absolute(schema)
        errors = list(Draft202012Validator(absolute, registry=self.registry).iter_errors(body))
        assert not errors, f"{errors[0].json_path}: {errors[0].message[:300]}"

    def resolved(self, each: Any) -> Any:
        if "$ref" not in each:
            return each
        found = self.spec
        for step in each["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        return found


def _absolute(content: Any) -> Any:
    if isinstance(content, list):
        return [_absolute(each) for each in content]
    if not isinstance(content, dict):
        return content
    return {
        key: f"{ROOT}{value}" if key == "$ref" and isinstance(value, str) else _absolute(value)
        for key, value in content.items()
    }
