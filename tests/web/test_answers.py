"""`/compare`, `/explain`, `/missing` and `/incentives` answer what the Python functions of these names return."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

import openfisca_country
from openfisca_country.law.catalogue import country_names, load_country
from openfisca_country.report.as_json import as_json
from openfisca_country.web.app import create_app
from openfisca_country.web.settings import Settings
from tests.web.contract import Contract

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
FAMILY = json.loads((EXAMPLES / "uzbekistan" / "borderline_family.json").read_text(encoding="utf-8"))
JANUARY = "2027-01"
PATHS = ("/compare", "/explain", "/missing", "/incentives")
NEEDED = {"/explain": {"variable": "child_allowance"}, "/compare": {"reforms": ["smooth_borderline"]}}


@pytest.fixture(scope="module")
def contract(uzbekistan: Any) -> Contract:
    return Contract(uzbekistan.get("/spec").json)


def told(result: Any) -> Any:
    """A result as the command line writes it."""
    return json.loads(as_json(result))


def asked(client: Any, path: str, **body: Any) -> Any:
    answer = client.post(path, json={"situation": FAMILY, "period": JANUARY, **body})
    assert answer.status_code == 200, answer.get_data(as_text=True)[:800]
    return answer


def refused(client: Any, path: str, body: Any, status: int = 422) -> dict[str, Any]:
    """The errors of a refusal, by place."""
    answer = client.post(path, json=body)
    assert answer.status_code == status, answer.get_data(as_text=True)[:800]
    assert answer.mimetype == "application/problem+json"
    assert answer.json["errors_total"] == len(answer.json["errors"])
    return {error["place"]: error for error in answer.json["errors"]}


@pytest.mark.parametrize(
    ("path", "arguments"),
    [
        ("/compare", {"reforms": ["smooth_borderline", "means_test_125"], "laws_of": ["2024-06"]}),
        ("/explain", {"variable": "child_allowance"}),
        ("/explain", {"variable": "income_tax", "of": "Otabek", "reforms": ["smooth_borderline"]}),
        ("/explain", {"variable": "child_allowance", "law_of": "2024-06", "language": "uz"}),
        ("/missing", {}),
        ("/missing", {"reforms": ["smooth_borderline"]}),
        ("/incentives", {"points": 20}),
        ("/incentives", {"of": "Otabek", "hourly_wage": 20000, "points": 10, "facts": {"is_student": False}}),
        ("/incentives", {"children": [0, 1, 3], "reforms": ["smooth_borderline"]}),
    ],
)
def test_an_answer_is_that_of_the_python_function(
    uzbekistan: Any, contract: Contract, path: str, arguments: dict[str, Any]
) -> None:
    answer = asked(uzbekistan, path, **arguments)
    function = getattr(openfisca_country, path[1:])
    assert answer.json == told(function("uzbekistan", FAMILY, period=JANUARY, **arguments))
    contract.check(path, "post", answer)


def test_a_range_is_written_from_and_to(uzbekistan: Any) -> None:
    answer = asked(uzbekistan, "/incentives", **{"from": 1_000_000, "to": 2_000_000, "points": 4})
    assert answer.json["values"] == [1_000_000, 1_250_000, 1_500_000, 1_750_000, 2_000_000]


def test_a_whole_number_may_be_written_with_a_point(uzbekistan: Any) -> None:
    assert asked(uzbekistan, "/incentives", points=2.0, to=4).json["values"] == [0, 2, 4]
    assert asked(uzbekistan, "/incentives", children=[0.0, 1.0]).json["values"] == [0, 1]


def test_what_a_wage_leaves_is_what_the_law_says(uzbekistan: Any) -> None:
    """12 % of income tax is all that is withheld (the social contribution is the employer's)."""
    body = {"from": 2_000_000, "to": 3_000_000, "points": 2}
    (curve,) = asked(uzbekistan, "/incentives", **body, of="Otabek").json["curves"]
    assert curve["taxes"] == [240_000, 300_000, 360_000]


def test_a_compared_allowance_is_what_the_law_says(uzbekistan: Any) -> None:
    """Two children, one under three: 360,000 + 165,000, and three quarters of it in the first tier."""
    reform = {
        "name": "nine_tenths",
        "title": "Nine tenths in the first tier",
        "parameters": {"social_register.borderline.rate_tier_1": {"2027-01-01": 0.9}},
    }
    lines = asked(uzbekistan, "/compare", reforms=[reform]).json["lines"]
    (line,) = [each for each in lines if each["variable"] == "child_allowance"]
    assert line["baseline"] == {JANUARY: 0.75 * 525_000}
    assert line["reforms"] == {"nine_tenths": {JANUARY: 0.9 * 525_000}}


@pytest.mark.parametrize("country", country_names())
def test_every_country_answers_under_its_name(client: Any, country: str) -> None:
    situation = load_country(country).open_api_config["simulation_example"]
    answer = client.post(f"/{country}/explain", json={"situation": situation, "variable": "disposable_income"})
    assert answer.status_code == 200
    assert answer.json["stamp"]["country"] == country
    assert answer.json == told(openfisca_country.explain(country, situation, "disposable_income"))


def test_the_stamp_stands_in_the_headers(uzbekistan: Any) -> None:
    answer = asked(uzbekistan, "/compare", reforms=["smooth_borderline"], laws_of=["2024-06"])
    assert answer.headers["Reforms"] == "law of 2024-06, smooth_borderline"
    assert answer.headers["Law-Verified"] == answer.json["stamp"]["verified"]
    assert asked(uzbekistan, "/missing").headers["Reforms"] == "none"


def test_all_that_is_wrong_is_told_at_once(uzbekistan: Any) -> None:
    family = copy.deepcopy(FAMILY)
    family["persons"]["Otabek"]["waeg"] = 1
    family["persons"]["Sardor"]["birth_date"] = "2019-02-30"
    errors = refused(
        uzbekistan,
        "/incentives",
        {
            "situation": family,
            "period": "2027-13",
            "reforms": ["smooth_boderline", {"name": "x", "title": "X", "parameters": {"child_allowance.second": {}}}],
            "laws_of": ["1900-01"],
            "points": "10",
            "end": 5,
            "of": "Otabeg",
            "variable": "wages",
        },
    )
    assert set(errors) == {
        "situation.persons.Otabek.waeg",
        "situation.persons.Sardor.birth_date",
        "period",
        "reforms.0",
        "reforms.1.parameters.child_allowance.second",
        "laws_of.0",
        "points",
        "end",
        "of",
        "variable",
    }
    nearest = {place: error.get("nearest") for place, error in errors.items()}
    assert nearest["situation.persons.Otabek.waeg"] == "wage"
    assert nearest["reforms.0"] == "smooth_borderline"
    assert nearest["end"] == "to"
    assert nearest["of"] == "Otabek"
    assert nearest["variable"] == "wage"
    assert errors["points"]["got"] == '"10"'
    assert errors["points"]["expected"] == "a whole number"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("part", ["situation", "period", "reforms", "laws_of", "variable", "points", "children"])
@pytest.mark.parametrize("value", [True, 7.5, -1, "2**99999999", ["x", 3, None], {"a": {"b": [1]}}])
def test_a_part_that_is_of_another_type_is_refused_in_its_place(
    uzbekistan: Any, contract: Contract, path: str, part: str, value: Any
) -> None:
    body = {"situation": FAMILY, **NEEDED.get(path, {}), part: value}
    answer = uzbekistan.post(path, json=body)
    assert answer.status_code == 422
    assert {error["place"].split(".")[0] for error in answer.json["errors"]} == {part}
    contract.check(path, "post", answer)


def test_nothing_but_the_situation_and_the_variable_is_needed(uzbekistan: Any) -> None:
    assert set(refused(uzbekistan, "/explain", {})) == {"situation", "variable"}
    assert set(refused(uzbekistan, "/missing", {"period": None})) == {"situation"}
    assert "at least one reform" in refused(uzbekistan, "/compare", {"situation": FAMILY})["reforms"]["problem"]
    assert uzbekistan.post("/missing", json={"situation": FAMILY, "reforms": None, "period": None}).status_code == 200


def test_a_query_beside_the_body_is_refused(uzbekistan: Any) -> None:
    answer = uzbekistan.post("/missing?period=2027-01", json={"situation": FAMILY})
    assert answer.status_code == 422
    assert "period" in answer.json["detail"]


@pytest.mark.parametrize("path", PATHS)
def test_a_month_before_the_law_is_refused(uzbekistan: Any, path: str) -> None:
    errors = refused(uzbekistan, path, {"situation": FAMILY, **NEEDED.get(path, {}), "period": "2010-01"})
    assert "2015-09" in errors["period"]["problem"]


def test_a_fault_that_only_the_function_finds_has_its_place_too(uzbekistan: Any) -> None:
    base = {"situation": FAMILY, "period": JANUARY}
    assert set(refused(uzbekistan, "/incentives", {**base, "from": 5, "to": 4})) == {"to"}
    assert set(refused(uzbekistan, "/incentives", {**base, "hourly_wage": -1})) == {"hourly_wage"}
    assert set(refused(uzbekistan, "/incentives", {**base, "children": [0, 99]})) == {"children"}
    assert set(refused(uzbekistan, "/incentives", {**base, "facts": {"is_studnet": True}})) == {"facts"}
    assert set(refused(uzbekistan, "/incentives", {**base, "period": "2027"})) == {"period"}
    assert set(refused(uzbekistan, "/explain", {**base, "variable": "wage", "of": "home"})) == {"of"}
    wrong = copy.deepcopy(FAMILY)
    wrong["households"]["home"]["children"].remove("Laylo")
    assert set(refused(uzbekistan, "/missing", {"situation": wrong})) == {"situation.persons.Laylo"}


def test_more_people_or_steps_than_the_server_allows_are_refused() -> None:
    narrow = create_app(["uzbekistan"], Settings(max_persons_explained=3, max_points=50)).test_client()
    errors = refused(narrow, "/missing", {"situation": FAMILY})
    assert errors["situation.persons"]["expected"] == "at most 3"
    assert errors["situation.persons"]["got"] == "4"
    small = {"persons": {"a": {"birth_date": "1990-01-01"}}, "households": {"h": {"head": ["a"]}}}
    assert refused(narrow, "/incentives", {"situation": small, "points": 51})["points"]["got"] == "51"
    assert narrow.post("/incentives", json={"situation": small, "to": 100, "points": 50}).status_code == 200


def test_an_answer_that_takes_too_long_is_ended() -> None:
    hasty = create_app(["uzbekistan"], Settings(seconds=0.05)).test_client()
    body = {"situation": FAMILY, "period": "2027", "reforms": ["smooth_borderline"]}
    answer = hasty.post("/compare", json=body)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) >= 1
