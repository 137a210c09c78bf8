"""Reforms that come in a body: numbers only, checked as a file is, gone with the request. No code comes in by the wire."""

import gc
import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import openfisca_country
from openfisca_country.law.catalogue import load_country
from openfisca_country.law.programmes import leaf_parameters
from openfisca_country.law.reform import FileReform, shipped_reforms
from openfisca_country.web.inline import MOST_CHARACTERS
from tests.web.contract import Contract

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "uzbekistan"
FAMILY = json.loads((EXAMPLES / "borderline_family.json").read_text(encoding="utf-8"))
ONE = {
    "persons": {"ali": {"birth_date": "1990-05-12", "wage": 1_000_000}},
    "households": {"home": {"head": ["ali"]}},
}
MONTH, DAY = "2027-01", "2027-01-01"
SECOND_CHILD = "child_allowance.second_child"
PATHS = [parameter.name for parameter in leaf_parameters(load_country("uzbekistan").parameters)]


def reform(name: str = "mine", **parts: Any) -> dict[str, Any]:
    return {"name": name, "title": "Mine", **parts}


def rate(share: float, name: str = "mine") -> dict[str, Any]:
    return reform(name, parameters={"income_tax.rate": {DAY: share}})


def tax(client: Any, *reforms: Any, variable: str = "income_tax") -> Any:
    """The income tax on a wage of a million, or what leads to it."""
    body = {"situation": ONE, "period": MONTH, "variable": variable, "reforms": list(reforms)}
    answer = client.post("/explain", json=body)
    assert answer.status_code == 200, answer.get_data(as_text=True)[:500]
    return answer.json["value"]


def allowance(client: Any, *reforms: Any) -> dict[str, Any]:
    """The allowance of the family under each reform: 0.75 of 360,000 and 165,000 under current law."""
    answer = client.post("/compare", json={"situation": FAMILY, "period": MONTH, "reforms": list(reforms)})
    assert answer.status_code == 200, answer.get_data(as_text=True)[:500]
    (line,) = [each for each in answer.json["lines"] if each["variable"] == "child_allowance"]
    assert line["baseline"] == {MONTH: 393_750}
    return {name: amounts[MONTH] for name, amounts in line["reforms"].items()}


def refused(client: Any, *reforms: Any, path: str = "/compare") -> dict[str, Any]:
    body = {"situation": ONE, "period": MONTH, "reforms": list(reforms)}
    body |= {"variable": "income_tax"} if path == "/explain" else {}
    answer = client.post(path, json=body)
    assert answer.status_code == 422, answer.get_data(as_text=True)[:500]
    assert answer.mimetype == "application/problem+json"
    assert len(answer.get_data()) < 20_000
    return {error["place"]: error for error in answer.json["errors"]}


def test_values_relative_to_the_law_with_an_end_and_programmes_that_end(uzbekistan: Any) -> None:
    """As in a file: 360,000 + 2 x 165,000; 360,000 + 165,000 + 35,000; past its end; nothing at all."""
    found = allowance(
        uzbekistan,
        reform("doubled", parameters={SECOND_CHILD: {DAY: {"multiply": 2}}}),
        reform("more", parameters={SECOND_CHILD: {DAY: {"add": 35_000}}}),
        reform("over", parameters={SECOND_CHILD: {"2026-06-01": {"value": 0, "until": "2026-12-31"}}}),
        reform("ended", neutralise=[{"programme": "child_allowance", "from": DAY}]),
    )
    assert found == {"doubled": 0.75 * 690_000, "more": 0.75 * 560_000, "over": 0.75 * 525_000, "ended": 0}


def test_a_number_that_a_reform_ends_leaves_no_answer_and_no_failure(uzbekistan: Any) -> None:
    ended = reform(parameters={SECOND_CHILD: {DAY: None}})
    assert allowance(uzbekistan, ended) == {"mine": None}
    body = {"situation": FAMILY, "period": MONTH}
    known = uzbekistan.post("/missing", json=body).json["prospects"]
    answer = uzbekistan.post("/missing", json={**body, "reforms": [ended]})
    assert answer.status_code == 200
    assert "child_allowance" in {each["variable"] for each in known}
    assert "child_allowance" not in {each["variable"] for each in answer.json["prospects"]}


def test_yaml_says_the_same_as_an_object(uzbekistan: Any) -> None:
    text = (
        f"name: yam\ncountry: uzbekistan\ntitle: Doubled\nparameters:\n  {SECOND_CHILD}:\n    {DAY}: {{multiply: 2}}\n"
    )
    assert allowance(uzbekistan, text) == {"yam": 517_500}


@pytest.mark.parametrize("name", sorted(shipped_reforms(load_country("uzbekistan").country.reforms)))
def test_a_reform_file_that_ships_can_be_sent_as_it_is(uzbekistan: Any, name: str) -> None:
    """Under another name it makes of the family what it makes under its own."""
    path = shipped_reforms(load_country("uzbekistan").country.reforms)[name]
    if path.suffix == ".py":  # a rule that is switched on by its name is no code on the wire
        sent: Any = reform("sent", switch_on=[name])
    else:
        sent = path.read_text(encoding="utf-8").replace(f"name: {name}", "name: sent", 1)
    body = {"situation": FAMILY, "period": "2027-01", "reforms": [name, sent]}
    lines = uzbekistan.post("/compare", json=body).json["lines"]
    assert lines
    assert all(line["reforms"][name] == line["reforms"]["sent"] for line in lines)


def test_reforms_are_laid_one_upon_the_other_where_the_function_does_so(uzbekistan: Any) -> None:
    assert (
        tax(uzbekistan, rate(0.2, "first"), reform("then", parameters={"income_tax.rate": {DAY: {"add": 0.1}}}))
        == 300_000
    )


def test_provisions_name_what_the_reform_changes(uzbekistan: Any) -> None:
    provision = {"title": "A higher tax", "article": "Art. 1", "changes": ["income_tax.rate"]}
    assert tax(uzbekistan, {**rate(0.3), "provisions": [provision]}) == 300_000
    wrong = {**provision, "changes": ["income_tax.rat"]}
    assert (
        "does not change income_tax.rat"
        in refused(uzbekistan, {**rate(0.3), "provisions": [wrong]})["reforms.0"]["problem"]
    )


def test_every_wrong_number_is_told_in_its_place(uzbekistan: Any) -> None:
    errors = refused(
        uzbekistan,
        reform(
            parameters={
                "income_tax.rat": {DAY: 0.2},
                "income_tax.rate": {DAY: "a fifth"},
                SECOND_CHILD: {"2010-01-01": 1},
                "child_allowance.further_child": {"2027-W01-1": 1},
                "base.minimum_wage": {DAY: {"multiply": 1e300}},
                "child_allowance.one_child_from_3": {DAY: 275_000},
            }
        ),
    )
    assert set(errors) == {
        f"reforms.0.parameters.{path}"
        for path in (
            *("income_tax.rat", "income_tax.rate", SECOND_CHILD, "child_allowance.further_child"),
            *("base.minimum_wage", "child_allowance.one_child_from_3"),
        )
    }
    assert errors["reforms.0.parameters.income_tax.rat"]["nearest"] == "income_tax.rate"
    assert "changes nothing" in errors["reforms.0.parameters.child_allowance.one_child_from_3"]["problem"]


@pytest.mark.parametrize(
    "attack",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "file.yaml",
        "reforms/uzbekistan/means_test_125.yaml",
        "means_test_125.yaml",
        "os.system",
        "openfisca_country.law",
        "openfisca_country.reforms.uzbekistan.borderline_taper.borderline_taper",
        "borderline_taper.py",
        "__init__",
        "http://example.org/reform.yaml",
        "",
        "\u0000",
        "x" * 1_000_000,
        "!!python/object/apply:os.system ['touch pwned']",
        "name: x\ntitle: y\ncountry: uzbekistan\nparameters: !!python/object/apply:os.system ['touch pwned']",
        "name: x\ntitle: y\ncountry: uzbekistan\nparameters: !!python/name:os.system",
        "name: !local x\ntitle: y\n",
        "name: &a x\ntitle: *a\n",
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]",
        "name: x\n---\nname: y\n",
        "name: x\nname: y\n",
        "[" * 50_000 + "\n",
        "{a: " * 50_000 + "\n",
        "name: x\ntitle: y\n? [a]\n: b\n",
        "name: x\ntitle: y\nparameters:\n  income_tax.rate: {2027-01-01: " + "9" * 6000 + "}",
        "name: x\ntitle: y\nparameters:\n  income_tax.rate: {2027-01-01: .inf}",
        "name: x\ntitle: y\nparameters:\n  income_tax.rate: {2027-01-01: .nan}",
        "- a\n- b\n",
        "\ufeff\n",
        "name: x\n" + "# much\n" * MOST_CHARACTERS,
        reform(switch_on=["os.system"]),
        reform(switch_on=["../../../etc/passwd"]),
        reform(switch_on=["means_test_125"]),
        reform(switch_on=[{"reform": "borderline_taper", "parameters": {"apply": "os.system"}}]),
        reform(switch_on=[{"reform": "borderline_taper", "parameters": {"share_at_upper_limit": "1"}}]),
        reform(neutralise=["__class__"]),
        reform(parameters={"__class__": {DAY: 1}}),
        reform(parameters={"income_tax.__dict__": {DAY: 1}}),
        reform(parameters={"": {DAY: 1}}),
        reform(parameters=[1]),
        reform(code="import os"),
        reform("mine\r\nSet-Cookie: a=b", parameters={"income_tax.rate": {DAY: 0.2}}),
        reform("../x", parameters={"income_tax.rate": {DAY: 0.2}}),
        reform("means_test_125", parameters={"income_tax.rate": {DAY: 0.2}}),
        reform(country="mongolia", parameters={"income_tax.rate": {DAY: 0.2}}),
        reform(title={"a": 1}, parameters={"income_tax.rate": {DAY: 0.2}}),
        reform(parameters={"income_tax.rate": {DAY: 10**400}}),
        reform(
            parameters={"income_tax.rate": {f"{year}-01-01": 0.2 for year in range(2027, 9999)}, "x": {}}
            | {f"a{n}": {DAY: 1} for n in range(3000)}
        ),
        reform(link="javascript:alert(1)", parameters={"income_tax.rate": {DAY: 0.2}}),
        {},
        None,
        7,
    ],
    ids=lambda attack: str(attack)[:40],
)
@pytest.mark.parametrize("path", ["/compare", "/explain"])
def test_what_is_no_reform_is_refused_and_nothing_is_run(
    uzbekistan: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attack: Any, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.yaml").write_text(yaml.safe_dump(rate(0.2)))
    started = time.perf_counter()
    errors = refused(uzbekistan, attack, path=path)
    assert time.perf_counter() - started < 5
    assert all(place.startswith("reforms") for place in errors)
    assert [each.name for each in tmp_path.iterdir()] == ["file.yaml"]


def test_the_same_name_twice_is_refused(uzbekistan: Any) -> None:
    assert "reforms.1" in refused(uzbekistan, rate(0.2), rate(0.3))
    assert "reforms.1" in refused(uzbekistan, "means_test_125", "means_test_125")
    assert "reforms" in refused(uzbekistan, *(rate(0.2, f"r{number}") for number in range(21)))


def test_a_thousand_reforms_leave_current_law_as_it_is(uzbekistan: Any) -> None:
    """Each request sees its own rate and no other's; between them stands the rate of the law, 12 %."""
    before = openfisca_country.explain("uzbekistan", FAMILY, "child_allowance", MONTH)
    for number in range(1, 1001):
        share = 0.12 + number / 10_000
        assert tax(uzbekistan, rate(share), variable="wage_tax_rate") == share
        if number % 50 == 0:
            assert tax(uzbekistan) == 120_000
    assert openfisca_country.explain("uzbekistan", FAMILY, "child_allowance", MONTH) == before


def test_requests_at_the_same_time_do_not_see_each_other(uzbekistan: Any) -> None:
    app = uzbekistan.application

    def ask(number: int) -> tuple[Any, Any]:
        client = app.test_client()
        mine = tax(client, rate(number / 10_000), variable="wage_tax_rate")
        return mine, tax(client, variable="wage_tax_rate")

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(ask, range(1, 201)))
    assert found == [(number / 10_000, 0.12) for number in range(1, 201)]


def test_nothing_of_a_reform_stays(uzbekistan: Any) -> None:
    def alive() -> int:
        gc.collect()
        return sum(isinstance(each, FileReform) or _is_neutralised(each) for each in gc.get_objects())

    before = alive()
    for number in range(4):
        ended = reform(f"r{number}", neutralise=["child_allowance"])
        assert allowance(uzbekistan, ended, rate(0.2, "other"))[f"r{number}"] == 0
    assert alive() == before


def _is_neutralised(each: Any) -> bool:
    return isinstance(each, FunctionType) and each.__qualname__.startswith("giving_nothing.")


NUMBERS = st.one_of(
    st.integers(-(2**60), 2**60),
    st.floats(),
    st.sampled_from([0, -1, 0.5, 1e15, -1e15, 2**53, 1e-300, 240, True, None, "1", [1], {}]),
)
VALUES = st.one_of(
    NUMBERS,
    st.fixed_dictionaries(
        {"multiply": NUMBERS}, optional={"round": NUMBERS, "until": st.sampled_from([DAY, "9999-12-31"])}
    ),
    st.fixed_dictionaries({"add": NUMBERS}, optional={"round": NUMBERS}),
    st.fixed_dictionaries(
        {"index": st.fixed_dictionaries({"by": st.sampled_from(PATHS), "from": st.sampled_from(["2024-01-01", DAY])})}
    ),
)
DAYS = st.sampled_from(["2015-09-01", "2025-06-01", DAY, "2026-12-31", "9999-12-31"])


@given(
    changes=st.dictionaries(
        st.sampled_from(PATHS), st.dictionaries(DAYS, VALUES, min_size=1, max_size=2), min_size=1, max_size=4
    )
)
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_numbers_are_answered_or_refused(uzbekistan: Any, changes: dict[str, Any]) -> None:
    """Numbers that no law ever had lead to an answer or a refusal, never to a failure or to what is no number."""
    body = {"situation": FAMILY, "period": MONTH, "reforms": [reform(parameters=changes)]}
    text = json.dumps(body)
    if "NaN" in text or "Infinity" in text:
        assert uzbekistan.post("/compare", data=text, content_type="application/json").status_code == 400
        return
    contract = Contract(uzbekistan.get("/spec").json)
    for path, more in (("/compare", {}), ("/explain", {"variable": "child_allowance"})):
        answer = uzbekistan.post(path, json={**body, **more})
        assert answer.status_code in (200, 422), (path, changes, answer.get_data(as_text=True)[:400])
        contract.check(path, "post", answer)
