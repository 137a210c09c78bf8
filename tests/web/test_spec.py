"""The specification: sound OpenAPI 3.1, of every route and no other, more than openfisca-core's, its examples true."""

import copy
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from openfisca_web_api.loader.spec import build_openAPI_specification

from openfisca_country.law.catalogue import country_names, load_country
from openfisca_country.web.app import create_app
from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings
from tests.web.contract import Contract

KEY = ("clinic", "0" * 64)


@pytest.fixture(scope="module", params=country_names())
def alone(request: pytest.FixtureRequest) -> Any:
    """A country alone, at the root."""
    return create_app([request.param]).test_client()


def routes(app: Any) -> set[tuple[str, str]]:
    """Every route of an app and its methods, names of its parts left out."""
    return {
        (re.sub(r"<[^>]*>", "{}", str(rule)), method.lower())
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }


def described(spec: Any) -> set[tuple[str, str]]:
    """Every operation of a specification."""
    return {(re.sub(r"{[^}]*}", "{}", path), method) for path, item in spec["paths"].items() for method in item}


def operations(spec: Any) -> Iterator[tuple[str, str, Any]]:
    for path, item in spec["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def test_the_specification_of_a_country_is_sound(alone: Any) -> None:
    answer = alone.get("/spec")
    assert answer.status_code == 200
    assert answer.json["openapi"].startswith("3.1")
    assert answer.json["servers"] == [{"url": "http://localhost"}]
    assert [str(error) for error in OpenAPIV31SpecValidator(answer.json).iter_errors()] == []


def test_it_is_of_every_route_and_of_no_other(alone: Any, client: Any) -> None:
    assert described(alone.get("/spec").json) == routes(alone.application)
    assert described(client.get("/spec").json) == routes(client.application)


def test_the_specification_of_several_countries_is_sound(client: Any) -> None:
    spec = client.get("/spec").json
    assert [str(error) for error in OpenAPIV31SpecValidator(spec).iter_errors()] == []
    names = [operation["operationId"] for _, _, operation in operations(spec)]
    assert len(names) == len(set(names))
    for country in country_names():
        own = client.get(f"/{country}/spec").json
        assert own["servers"] == [{"url": f"http://localhost/{country}"}]
        assert described(own) == {
            (path.removeprefix(f"/{country}") or "/", method)
            for path, method in described(spec)
            if path.startswith(f"/{country}/")
        }


def test_each_country_of_several_has_its_own_variables(client: Any) -> None:
    schemas = client.get("/spec").json["components"]["schemas"]
    for country in country_names():
        own = load_country(country)
        persons = {name for name, each in own.variables.items() if each.entity.plural == "persons"}
        assert set(schemas[f"{country.title()}Person"]["properties"]) == persons


def test_it_holds_all_that_the_specification_of_openfisca_core_holds(alone: Any) -> None:
    (name,) = alone.get("/ready").json["countries"]
    served = Served(load_country(name), "")
    core = build_openAPI_specification(served.data)
    ours = alone.get("/spec").json
    assert set(core["paths"]) <= set(ours["paths"])
    for path, item in core["paths"].items():
        for method, operation in item.items():
            assert ours["paths"][path][method]["operationId"] == operation["operationId"]
            assert "200" in ours["paths"][path][method]["responses"]
    assert {tag["name"] for tag in core["tags"]} <= {tag["name"] for tag in ours["tags"]}
    for kind in ("schemas", "headers"):
        assert set(core["components"][kind]) <= set(ours["components"][kind])
    for entity in ("Person", "Household"):
        theirs = set(core["components"]["schemas"][entity]["properties"])
        assert theirs <= set(ours["components"]["schemas"][entity]["properties"])


def test_every_example_works(alone: Any) -> None:
    spec = alone.get("/spec").json
    contract = Contract(spec)
    tried = 0
    for path, method, operation in operations(spec):
        address = path
        query = {}
        for parameter in operation["parameters"]:
            if "example" in parameter and parameter["in"] == "path":
                address = address.replace(f"{{{parameter['name']}}}", parameter["example"])
            elif "example" in parameter:
                query[parameter["name"]] = parameter["example"]
        kind, content = next(iter(operation.get("requestBody", {}).get("content", {"": {}}).items()))
        example = content.get("example")
        body = example if isinstance(example, str) or example is None else json.dumps(example)
        answer = alone.open(address, method=method, query_string=query, data=body, content_type=kind or None)
        assert answer.status_code in (200, 300), (path, answer.get_data(as_text=True)[:500])
        contract.check(path, method, answer)
        tried += 1
    assert tried == len(described(spec))


def test_the_examples_ask_of_a_family_and_are_answered_with_an_amount(alone: Any) -> None:
    spec = alone.get("/spec").json
    example = spec["paths"]["/calculate"]["post"]["requestBody"]["content"]["application/json"]["example"]
    ((name, household),) = alone.post("/calculate", json=example).json["households"].items()
    (amount,) = household["disposable_income"].values()
    assert example["households"][name]["disposable_income"] == dict.fromkeys(household["disposable_income"])
    assert amount > 0


def test_keys_are_described_where_they_are_asked_for(alone: Any) -> None:
    (name,) = alone.get("/ready").json["countries"]
    guarded = create_app([name], Settings(api_keys=(KEY,)))
    assert guarded.test_client().get("/spec").status_code == 401
    with guarded.test_request_context():
        from openfisca_country.web.spec import specification

        spec = specification(Served(load_country(name), ""), Settings(api_keys=(KEY,)))
    assert set(spec["components"]["securitySchemes"]) == {"bearer", "key"}
    for path, _, operation in operations(spec):
        assert ("401" in operation["responses"]) is (path not in ("/health", "/ready"))
    assert "securitySchemes" not in alone.get("/spec").json["components"]
    assert [str(error) for error in OpenAPIV31SpecValidator(spec).iter_errors()] == []


def test_a_wrong_answer_would_be_found(uzbekistan: Any) -> None:
    """The check of the other tests can fail: an answer that lacks a part does not pass."""
    spec = uzbekistan.get("/spec").json
    answer = uzbekistan.get("/acts")
    Contract(spec).check("/acts", "get", answer)
    narrower = copy.deepcopy(spec)
    narrower["components"]["schemas"]["Instrument"]["properties"]["title"] = {"type": "integer"}
    with pytest.raises(AssertionError, match="title"):
        Contract(narrower).check("/acts", "get", answer)


def test_a_client_made_from_it_works(uzbekistan: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = uzbekistan.get("/spec").json
    (tmp_path / "spec.json").write_text(json.dumps(spec), encoding="utf-8")
    (tmp_path / "plain.yaml").write_text("post_hooks: []\n")
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    places = ["--path", "spec.json", "--output-path", "made_client", "--config", "plain.yaml"]
    made = subprocess.run([*command, *places], cwd=tmp_path, capture_output=True, text=True, timeout=100, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    monkeypatch.syspath_prepend(str(tmp_path))
    client = import_module("made_client").Client(
        base_url="http://localhost", httpx_args={"transport": httpx.WSGITransport(app=uzbekistan.application)}
    )
    body = spec["paths"]["/compare"]["post"]["requestBody"]["content"]["application/json"]["example"]
    question = import_module("made_client.models").CompareBody.from_dict(body)
    answer = import_module("made_client.api.answers.compare").sync(client=client, body=question)
    told = uzbekistan.post("/compare", json=body).json
    assert answer.stamp.verified.isoformat() == told["stamp"]["verified"]
    assert [line.variable for line in answer.lines] == [line["variable"] for line in told["lines"]]
    assert answer.to_dict() == told
    acts = import_module("made_client.api.law.acts").sync(client=client)
    assert acts[0].id in load_country("uzbekistan").book.instruments
    wrong = import_module("made_client.api.law.act").sync(client=client, act_id="no such act")
    assert wrong.status == 404
