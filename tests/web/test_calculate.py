"""`/calculate` in OpenFisca's form and in full: the law asked for, its stamp, and thousands of households at once."""

import copy
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from openfisca_country import calculate
from openfisca_country.household.batch import fill, fill_each
from openfisca_country.law.catalogue import country_names, load_country
from openfisca_country.law.errors import InputErrors
from openfisca_country.web import parts
from openfisca_country.web.app import create_app

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def earner(wage: float, **facts: Any) -> dict[str, Any]:
    return {
        "persons": {"ali": {"birth_date": "1990-05-12", "wage": wage, **facts}},
        "households": {"home": {"head": ["ali"]}},
    }


def asked(client: Any, path: str, content: Any) -> Any:
    answer = client.post(path, data=json.dumps(content), content_type="application/json")
    assert answer.status_code == 200, answer.text
    return answer


def test_a_null_without_a_period_is_answered_in_the_period_of_the_query(uzbekistan: Any) -> None:
    answer = asked(uzbekistan, "/calculate?period=2026-03", earner(1000, net_wage=None))
    assert answer.json == earner(1000, net_wage={"2026-03": 880})  # 12 % income tax
    answer = asked(uzbekistan, "/calculate?period=2026", earner(1000, net_wage=None))
    found = answer.json["persons"]["ali"]["net_wage"]
    assert found == {f"2026-{month:02}": 880 for month in range(1, 13)}


def test_what_asks_nothing_comes_back_as_it_is(uzbekistan: Any) -> None:
    content = earner(1000, sex="male")
    answer = asked(uzbekistan, "/calculate", content)
    assert answer.json == content
    assert list(answer.json["persons"]["ali"]) == ["birth_date", "wage", "sex"], "in the order in which it came"


def test_money_is_exact_to_the_unit(uzbekistan: Any) -> None:
    content = {
        "persons": {"ali": {"wage": {"2026-03": 123_456_789}}},
        "households": {"home": {"head": ["ali"], "market_income": {"2026-03": None}}},
    }
    answer = asked(uzbekistan, "/calculate", content)
    assert answer.json["households"]["home"]["market_income"] == {"2026-03": 123_456_789}


WOMAN = {
    "persons": {
        "zara": {"birth_date": "1972-02-10", "sex": "female", "reached_general_pension_age": {"2027-04": None}}
    },
    "households": {"home": {"head": ["zara"]}},
}


def test_a_reform_is_applied_to_the_request_that_names_it_and_to_no_other(uzbekistan: Any) -> None:
    """Current law: 55 years, reached in February 2027; under the reform 55 and a third, not reached in April."""
    paths = ("/calculate", "/calculate?reform=pension_age_65", "/calculate?reform=smooth_borderline", "/calculate")
    found = [asked(uzbekistan, path, WOMAN) for path in paths]
    ages = [each.json["persons"]["zara"]["reached_general_pension_age"]["2027-04"] for each in found]
    assert ages == [True, False, True, True]
    assert [each.headers["Reforms"] for each in found] == ["none", "pension_age_65", "smooth_borderline", "none"]


def test_reforms_are_laid_one_upon_the_other_in_their_order(uzbekistan: Any) -> None:
    path = "/calculate?reform=pension_age_65&reform=smooth_borderline"
    answer = asked(uzbekistan, path, WOMAN)
    assert answer.json["persons"]["zara"]["reached_general_pension_age"]["2027-04"] is False
    assert answer.headers["Reforms"] == "pension_age_65, smooth_borderline"


def test_the_law_of_another_date_is_applied(uzbekistan: Any) -> None:
    content = earner(3_000_000, net_wage={"2026-03": None})
    answer = asked(uzbekistan, "/calculate?law_of=2018-06", content)
    python = calculate("uzbekistan", content, "2026-03", law_of="2018-06")
    assert answer.json == python.situation
    assert answer.json["persons"]["ali"]["net_wage"]["2026-03"] != 2_640_000, "the flat 12 % came in 2019"
    assert answer.headers["Reforms"] == "law of 2018-06"


def test_every_answer_carries_its_stamp(client: Any) -> None:
    stamp = calculate("mongolia", {"persons": {"a": {}}, "households": {"h": {"head": ["a"]}}}, "2026-03").stamp
    for answer in (client.get("/mongolia/variables"), client.post("/mongolia/calculate"), client.get("/mongolia/none")):
        assert answer.headers["Country-Package"] == "openfisca-country"
        assert answer.headers["Country-Package-Version"] == stamp.package
        assert answer.headers["OpenFisca-Core-Version"] == stamp.core
        assert answer.headers["Law-Verified"] == stamp.verified.isoformat()
        assert answer.headers["Reforms"] == "none"
    assert "Law-Verified" not in client.get("/").headers


def test_what_has_no_answer_stays_null_and_is_counted(uzbekistan: Any) -> None:
    answer = asked(uzbekistan, "/calculate", earner(1000, unemployment_benefit={"2016-01": None, "2026-01": None}))
    assert answer.json["persons"]["ali"]["unemployment_benefit"] == {"2016-01": None, "2026-01": 0}
    assert answer.headers["OpenFisca-Unanswered"] == "1"


@pytest.mark.parametrize("country", country_names())
def test_the_full_form_is_what_python_answers(client: Any, country: str) -> None:
    family = json.loads(min((EXAMPLES / country).glob("*.json")).read_text(encoding="utf-8"))
    full = asked(client, f"/{country}/calculate?form=full&period=2026-06", family).json
    python = calculate(country, family, "2026-06")
    assert full["schema"] == "calculation/1"
    assert full["situation"] == python.situation
    assert full["warnings"] == list(python.warnings)
    assert full["confidence"] == python.confidence
    assert [each["values"] for each in full["lines"]] == [each.values for each in python.lines]


def test_each_country_answers_under_its_name(client: Any) -> None:
    content = {
        "persons": {"a": {"wage": {"2026-03": 1_000_000}}},
        "households": {"h": {"head": ["a"], "market_income": {"2026-03": None}}},
    }
    root = client.get("/")
    assert (root.status_code, sorted(root.json["countries"])) == (300, country_names())
    for country in country_names():
        found = asked(client, f"/{country}/calculate", content).json
        assert found["households"]["h"]["market_income"] == {"2026-03": 1_000_000}
        listed = client.get(f"/{country}/variables").json
        assert listed["wage"]["href"].endswith(f"/{country}/variable/wage")
        assert client.get(listed["wage"]["href"]).json["id"] == "wage"
        assert client.get(f"/{country}/").status_code == 300
    assert client.post("/calculate", json=content).status_code == 404


def test_countries_may_be_chosen() -> None:
    client = create_app(["mongolia", "uzbekistan"]).test_client()
    assert client.get("/mongolia/entities").status_code == 200
    assert client.get("/kazakhstan/entities").status_code == 404


def crowd(count: int) -> dict[str, Any]:
    """Make so many households of four."""
    people = {
        f"{n}-{k}": {"birth_date": f"{1985 + 9 * k}-05-12", "wage": 1000 * n} for n in range(count) for k in range(4)
    }
    homes = {
        f"h{n}": {
            "head": [f"{n}-0"], "spouse": [f"{n}-1"], "children": [f"{n}-2", f"{n}-3"], "market_income": {"2026-03": None},
        }
        for n in range(count)
    }  # fmt: skip
    return {"persons": people, "households": homes}


def work(client: Any, content: Any) -> int:
    """Count the calls that a request takes: of Python's functions and of those written in C."""
    body = json.dumps(content)
    calls = 0

    def count(_: Any, event: str, __: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        answer = client.post("/calculate", data=body, content_type="application/json")
    finally:
        sys.setprofile(None)
    assert answer.status_code == 200
    return calls


def test_the_work_grows_with_the_households_and_no_faster(uzbekistan: Any) -> None:
    work(uzbekistan, crowd(2))
    small, large = work(uzbekistan, crowd(200)), work(uzbekistan, crowd(3200))
    assert large < 16 * small


def test_thousands_of_households_each_get_their_own_answer(uzbekistan: Any) -> None:
    found = asked(uzbekistan, "/calculate", crowd(3000)).json["households"]
    assert [found[f"h{n}"]["market_income"]["2026-03"] for n in range(3000)] == [4000 * n for n in range(3000)]


def test_households_are_answered_in_parts_as_they_are_in_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """No part holds more than it may; what is answered, and the order of it, does not tell where the parts were cut."""
    content = crowd(10)
    content["persons"] = dict(sorted(content["persons"].items(), key=lambda each: each[0][::-1]))
    content["persons"]["4-1"]["unemployment_benefit"] = {"2016-01": None, "2026-03": None}
    before = copy.deepcopy(content)
    law, sizes = load_country("uzbekistan"), []

    def counted(system: Any, named: Any, *options: Any, **more: Any) -> Any:
        for name, part in named:
            sizes.append(len(part["households"]))
            yield from fill_each(system, [(name, part)], *options, **more)

    monkeypatch.setattr(parts, "fill_each", counted)
    found = parts.fill_in_parts(law, content, None, 3)
    assert sizes == [3, 3, 3, 1]
    whole = fill(law, content)
    assert json.dumps(found.situation) == json.dumps(whole.situation)
    assert found.unanswered == whole.unanswered
    assert len(found.unanswered) == 1
    assert content == before


def test_what_is_wrong_anywhere_is_told_before_any_part_is_answered() -> None:
    content = crowd(10)
    content["persons"]["1-0"]["wage"] = "much"
    content["households"]["h9"]["children"] = ["9-2", "0-0"]
    with pytest.raises(InputErrors) as error:
        parts.fill_in_parts(load_country("uzbekistan"), content, None, 3)
    places = [each.place for each in error.value.errors]
    assert places == ["persons.1-0.wage", "households.h9.children", "persons.9-3"]
