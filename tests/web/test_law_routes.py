"""The law itself over the wire: programmes, reforms, acts, changes and countries, as the Python functions tell them."""

import json
from typing import Any

import pytest

import openfisca_country
from openfisca_country.law.catalogue import country_names, load_country
from openfisca_country.report.as_json import as_json
from tests.web.contract import Contract


def told(result: Any) -> Any:
    return json.loads(as_json(result))


@pytest.fixture(scope="module")
def contract(uzbekistan: Any) -> Contract:
    return Contract(uzbekistan.get("/spec").json)


@pytest.mark.parametrize("country", country_names())
@pytest.mark.parametrize("name", ["programmes", "reforms"])
def test_lists_are_those_of_the_python_functions(client: Any, country: str, name: str) -> None:
    assert client.get(f"/{country}/{name}").json == told(getattr(openfisca_country, name)(country))


@pytest.mark.parametrize("country", country_names())
def test_every_act_of_the_register_can_be_asked_for(client: Any, country: str) -> None:
    register = client.get(f"/{country}/acts").json
    assert [act["id"] for act in register] == list(load_country(country).book.instruments)
    for act in register:
        assert client.get(f"/{country}/acts/{act['id']}").json == told(openfisca_country.act(country, act["id"]))


def test_the_lists_are_as_the_specification_says(uzbekistan: Any, contract: Contract) -> None:
    for path in ("/programmes", "/reforms", "/acts", "/countries"):
        contract.check(path, "get", uzbekistan.get(path))
    contract.check("/acts/{actID}", "get", uzbekistan.get("/acts/UP126"))
    contract.check("/changes", "get", uzbekistan.get("/changes?from=2015-09&to=2027-01"))


def test_changes_between_two_dates(uzbekistan: Any) -> None:
    answer = uzbekistan.get("/changes?from=2025-06&to=2026-02-28")
    assert answer.json == told(openfisca_country.changes("uzbekistan", "2025-06", "2026-02-28"))
    paths = {change["path"] for change in answer.json if change["day"] == "2026-02-01"}
    assert "social_register.borderline.rate_tier_1" in paths


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("", {"query from", "query to"}),
        ("from=2024-01", {"query to"}),
        ("from=2024-01&to=2023-01", {"query from"}),
        ("from=2024-01&to=2024-01", {"query from"}),
        ("from=2024-13&to=2024-02-30", {"query from", "query to"}),
        ("from=2024&to=2025", {"query from", "query to"}),
        ("from=9999-12&to=10000-01", {"query from", "query to"}),
        ("from=0000-00&to=-1", {"query from", "query to"}),
        ("from=2024-01&from=2024-02&to=2025-01", {"query from"}),
        ("from=2024-W01&to=2024-01-1x", {"query from", "query to"}),
        ("from=%00&to=%FF", {"query from", "query to"}),
        ("from=2024-01&to=2025-01&til=1", {"query"}),
    ],
)
def test_dates_that_are_none_are_refused(uzbekistan: Any, contract: Contract, query: str, places: set[str]) -> None:
    answer = uzbekistan.get(f"/changes?{query}")
    assert answer.status_code == 422
    assert {error["place"] for error in answer.json["errors"]} == places
    contract.check("/changes", "get", answer)


@pytest.mark.parametrize("name", ["UP12", "a/b", "..%2F..%2Fetc%2Fpasswd", "%00", "x" * 5000, "%F0%9F%98%80"])
def test_an_act_that_is_none_is_refused(uzbekistan: Any, contract: Contract, name: str) -> None:
    answer = uzbekistan.get(f"/acts/{name}")
    assert answer.status_code == 404
    assert len(answer.get_data()) < 2000
    contract.check("/acts/{actID}", "get", answer)


def test_the_nearest_act_is_offered(uzbekistan: Any) -> None:
    assert uzbekistan.get("/acts/UP12").json["errors"][0]["nearest"] == "UP126"


def test_the_countries_are_those_served(client: Any, uzbekistan: Any) -> None:
    assert client.get("/countries").json == told(openfisca_country.countries())
    assert [each["name"] for each in uzbekistan.get("/countries").json] == ["uzbekistan"]


@pytest.mark.parametrize("path", ["/programmes", "/reforms", "/acts", "/acts/UP126", "/countries"])
def test_a_query_that_says_nothing_is_refused(uzbekistan: Any, path: str) -> None:
    answer = uzbekistan.get(f"{path}?reform=smooth_borderline")
    assert answer.status_code == 422
    assert answer.mimetype == "application/problem+json"
