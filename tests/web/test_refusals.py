"""Every bad request is refused with its place and in JSON; none breaks the server or gets a wrong answer."""

import copy
import json
import math
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openfisca_country.web import body, calculate
from openfisca_country.web.app import create_app
from openfisca_country.web.settings import Settings

SEARCH = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
POSTS = ("/calculate", "/calculate?form=full", "/trace")
JSON = "application/json"
LOW = Settings(max_body_bytes=2_000, max_persons=3, max_persons_explained=2, max_periods=13, max_depth=5, max_errors=2)


def family(**ali: Any) -> dict[str, Any]:
    return {
        "persons": {"ali": {"birth_date": "1990-05-12", "net_wage": {"2026-03": None}, **ali}, "zara": {"wage": 1000}},
        "households": {"home": {"head": ["ali"], "spouse": ["zara"], "disposable_income": {"2026-03": None}}},
    }


def with_households(households: Any, **more: Any) -> dict[str, Any]:
    return {**family(), "households": households, **more}


@pytest.fixture(scope="module")
def low() -> Any:
    """A server with low limits."""
    return create_app(["uzbekistan"], LOW).test_client()


def refused(answer: Any, status: int) -> list[dict[str, Any]]:
    """Return the errors of a refusal, which has the form that all have."""
    assert answer.status_code == status, answer.text[:500]
    assert answer.content_type == "application/problem+json"
    told = json.loads(answer.data, parse_constant=pytest.fail)
    assert (told["status"], told["type"]) == (status, "about:blank")
    assert told["title"]
    assert told["detail"]
    assert 1 <= len(told["errors"]) <= told["errors_total"]
    assert all(error["problem"] and "place" in error for error in told["errors"])
    return list(told["errors"])


WRONG_FACTS = [
    ({"wage": [1000]}, "persons.ali.wage", "a list"),
    ({"wage": {"2026-03": [1000]}}, "persons.ali.wage.2026-03", "a list"),
    ({"wage": "2**99999999"}, "persons.ali.wage", '"2**99999999"'),
    ({"wage": "nan"}, "persons.ali.wage", '"nan"'),
    ({"wage": 1e308}, "persons.ali.wage", "1e+308"),
    ({"wage": 10**400}, "persons.ali.wage", None),
    ({"wage": -1}, "persons.ali.wage", "-1"),
    ({"wage": True}, "persons.ali.wage", "true"),
    ({"wage": {"2026-13": 1}}, "persons.ali.wage.2026-13", None),
    ({"wage": {"2026": 1}}, "persons.ali.wage.2026", None),
    ({"wage": {"2026-03": {"2026-03": 1}}}, "persons.ali.wage.2026-03", "an object"),
    ({"wage": {}}, "persons.ali.wage", "an empty object"),
    ({"net_wage": {"2026": None}}, "persons.ali.net_wage.2026", None),
    ({"net_wage": {"ETERNITY": None}}, "persons.ali.net_wage.ETERNITY", None),
    ({"sex": 1}, "persons.ali.sex", "1"),
    ({"sex": "femal"}, "persons.ali.sex", '"femal"'),
    ({"birth_date": "1990-02-30"}, "persons.ali.birth_date", '"1990-02-30"'),
    ({"birth_date": 19900512}, "persons.ali.birth_date", "19900512"),
    ({"birth_date": "2030-01-01"}, "persons.ali.birth_date", None),
    ({"birth_date": {"2026-01": "1990-05-12"}}, "persons.ali.birth_date.2026-01", None),
    ({"is_student": "yes"}, "persons.ali.is_student", '"yes"'),
    ({"waeg": 1000}, "persons.ali.waeg", '"waeg"'),
    ({"disposable_income": None}, "persons.ali.disposable_income", None),
]


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(("facts", "place", "got"), WRONG_FACTS, ids=lambda each: str(each)[:40])
def test_a_wrong_fact_is_told_in_its_place(uzbekistan: Any, path: str, facts: Any, place: str, got: str | None) -> None:
    (error,) = refused(uzbekistan.post(path, json=family(**facts)), 422)
    assert error["place"] == place
    assert got is None or error["got"] == got


def test_the_nearest_right_name_is_offered(uzbekistan: Any) -> None:
    (error,) = refused(uzbekistan.post("/calculate", json=family(waeg=1000)), 422)
    assert error["nearest"] == "wage"
    (error,) = refused(uzbekistan.post("/calculate", json=family(sex="femal")), 422)
    assert error["nearest"] == "female"


WRONG_WHOLES = [
    ({}, ["persons", "households"]),
    ({"persons": {}, "households": {}}, ["persons", "households"]),
    ({"persons": [], "households": 1}, ["persons", "households"]),
    ({"persons": {"ali": 1}, "households": {"home": None}}, ["persons.ali", "households.home"]),
    (with_households({"home": {"head": ["ali"]}}), ["persons.zara"]),
    (with_households({"home": {"head": ["ali"], "spouse": ["zara", "ali"]}}), ["households.home.spouse"]),
    (with_households({"home": {"head": ["ali", "zara"]}}), ["households.home.head"]),
    (with_households({"home": {"head": ["ali"], "spouse": ["zara"], "children": ["ali"]}}), ["households.home.children"]),
    (with_households({"a": {"head": ["ali", "zara"]}, "b": {"head": ["zara"]}}), ["households.a.head", "households.b.head"]),
    (with_households({"home": {"head": ["ali"], "spouse": ["zarra"]}}), ["households.home.spouse"]),
    (with_households({"home": {"head": ["ali"], "spouse": [7]}}), ["households.home.spouse"]),
    ({**family(), "axes": [[{"name": "wage", "count": 10**9, "min": 0, "max": 1}]]}, ["axes"]),
]  # fmt: skip


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(("content", "places"), WRONG_WHOLES, ids=lambda each: str(each)[:40])
def test_a_situation_that_is_none_is_told_with_all_that_is_wrong(
    uzbekistan: Any, path: str, content: Any, places: list[str]
) -> None:
    found = {error["place"] for error in refused(uzbekistan.post(path, json=content), 422)}
    assert set(places) <= found
    assert all(any(each.startswith(place.split(".")[0]) for place in places) for each in found)


@pytest.mark.parametrize("path", POSTS)
def test_all_that_is_wrong_is_told_at_once(uzbekistan: Any, path: str) -> None:
    content = family(wage="x", sex=0, waeg=1, birth_date="?")
    content["households"]["home"]["spouse"] = ["zarra"]
    places = [error["place"] for error in refused(uzbekistan.post(path, json=content), 422)]
    assert {f"persons.ali.{key}" for key in ("wage", "sex", "waeg", "birth_date")} <= set(places)
    assert "households.home.spouse" in places


def test_no_more_errors_are_listed_than_the_server_lists_and_all_are_counted(low: Any) -> None:
    answer = low.post("/calculate", json=family(wage="x", sex=0, waeg=1, birth_date="?"))
    assert len(refused(answer, 422)) == 2
    assert answer.json["errors_total"] == 4


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    ("period", "content"),
    [("1990-01", family()), ("1990", family()), (None, family(net_wage={"1990-01": None}))],
)
def test_a_date_before_the_law_is_refused(uzbekistan: Any, path: str, period: str | None, content: Any) -> None:
    query = f"{'&' if '?' in path else '?'}period={period}" if period else ""
    (error,) = refused(uzbekistan.post(path + query, json=content), 422)
    assert "2015-09" in error["problem"]


NO_JSON = [
    (b"", JSON, 400, "body"),
    (b"   ", JSON, 400, "body"),
    (b"{", JSON, 400, "body"),
    (b"wage=1000", JSON, 400, "body"),
    (b"{'persons': {}}", JSON, 400, "body"),
    (b'{"persons": "\xff"}', JSON, 400, "body"),
    ('{"persons": {}}'.encode("utf-16"), JSON, 400, "body"),
    (b'{"persons": {"ali": {"wage": NaN}}}', JSON, 400, "persons.ali.wage"),
    (b'{"persons": {"ali": {"wage": [1, -Infinity]}}}', JSON, 400, "persons.ali.wage.1"),
    (b'{"persons": {"ali": {"wage": ' + b"1" * 5000 + b"}}}", JSON, 400, "body"),
    (b'{"persons": {"ali": {}, "ali": {}}}', JSON, 400, "persons.ali"),
    (b'{"persons": {"ali": {"wage": 1, "wage": 2}}}', JSON, 400, "persons.ali.wage"),
    (b'{"persons": {"ali": {"wage": 1, "wage": 2}}, "persons": {}}', JSON, 400, "persons"),
    (b"[" * 100 + b"]" * 100, JSON, 400, "body"),
    (b'{"a":' * 30 + b"1" + b"}" * 30, JSON, 400, "body"),
    (b"[" * 1_000_000, JSON, 400, "body"),
    (b'{"persons": {"\\ud800": {}}}', JSON, 400, "body"),
    (b"[]", JSON, 422, "body"),
    (b"1", JSON, 422, "body"),
    (b"{}", "text/plain", 415, "header Content-Type"),
    (b"{}", "application/x-www-form-urlencoded", 415, "header Content-Type"),
    (b"{}", None, 415, "header Content-Type"),
    (b"{}", "application/json; charset=utf-16", 415, "header Content-Type"),
]


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(("body", "kind", "status", "place"), NO_JSON, ids=lambda each: str(each)[:30])
def test_a_body_that_is_no_json_is_refused(
    uzbekistan: Any, path: str, body: bytes, kind: str | None, status: int, place: str
) -> None:
    places = [error["place"] for error in refused(uzbekistan.post(path, data=body, content_type=kind), status)]
    assert place in places


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate, gzip", "nonsense"])
@pytest.mark.parametrize("path", [*POSTS, "/calculate/batch"])
def test_a_compressed_body_is_refused(uzbekistan: Any, path: str, encoding: str) -> None:
    answer = uzbekistan.post(path, data=b"{}", content_type=JSON, headers={"Content-Encoding": encoding})
    (error,) = refused(answer, 415)
    assert error["place"] == "header Content-Encoding"
    assert answer.headers["Accept-Encoding"] == "identity"


def test_a_byte_order_mark_does_no_harm(uzbekistan: Any) -> None:
    body = b"\xef\xbb\xbf" + json.dumps(family()).encode()
    assert uzbekistan.post("/calculate", data=body, content_type=JSON).status_code == 200


@pytest.mark.parametrize("path", POSTS)
def test_a_body_that_is_too_large_is_refused(low: Any, path: str) -> None:
    (error,) = refused(low.post(path, json=family(padding="x" * 2_000)), 413)
    assert (error["place"], "2000 bytes" in error["problem"]) == ("body", True)


def test_a_body_whose_length_is_not_told_is_read_no_further_than_is_taken(low: Any) -> None:
    body = json.dumps(family(padding="x" * 2_000)).encode()
    environ = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_LENGTH": ""}
    refused(low.post("/calculate", data=body, content_type=JSON, environ_overrides=environ), 413)


def test_too_many_persons_are_refused(low: Any) -> None:
    people = {name: {"net_wage": {"2026-03": None}} for name in "abcd"}
    content = {"persons": people, "households": {"home": {"others": [*"abcd"]}}}
    for path, most in (("/calculate", 3), ("/calculate?form=full", 2), ("/trace", 2)):
        (error,) = refused(low.post(path, json=content), 422)
        assert (error["place"], error["expected"], error["got"]) == ("persons", f"at most {most}", "4")


def test_too_many_months_are_refused(low: Any) -> None:
    months = [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 8)]
    (error,) = refused(low.post("/calculate", json=family(net_wage=dict.fromkeys(months))), 422)
    assert (error["expected"], error["got"]) == ("at most 13", "14")
    (error,) = refused(low.post("/calculate?period=2024", json=family(net_wage={"2026-02": None})), 422)
    assert error["got"] == "14"  # twelve of the query, two of the body


def test_too_many_households_are_refused(low: Any) -> None:
    content = {"persons": {"a": {}}, "households": {name: {"head": ["a"]} for name in "wxyz"}}
    (error,) = refused(low.post("/calculate", json=content), 422)
    assert (error["place"], error["expected"], error["got"]) == ("households", "at most 3", "4")


@pytest.mark.parametrize("path", ["/calculate", "/calculate/batch"])
def test_a_household_that_is_too_large_is_refused(uzbekistan: Any, path: str) -> None:
    people = {f"p{n}": {} for n in range(1001)}
    content = {"id": 1, "persons": people, "households": {"home": {"others": [*people]}}}
    if path == "/calculate":
        (error,) = refused(uzbekistan.post(path, json=content), 422)
    else:
        answer = uzbekistan.post(path, data=json.dumps(content), content_type="application/x-ndjson")
        (error,) = json.loads(answer.data.splitlines()[0])["errors"]
    assert (error["place"], error["got"]) == ("households.home", "1001")


def test_too_many_answers_are_refused(monkeypatch: pytest.MonkeyPatch, uzbekistan: Any) -> None:
    monkeypatch.setattr(body, "MOST_ANSWERS", 24)
    asked = {"age": None, "net_wage": {"2026-03": None}, "income_tax": {"2026-04": None}}
    assert uzbekistan.post("/calculate?period=2026-03", json=family(**asked)).status_code == 200
    (error,) = refused(uzbekistan.post("/calculate?period=2026", json=family(**asked, is_student=None)), 422)
    # two in every month of the year, and three in a month of their own: disposable_income is asked too
    assert (error["place"], error["got"]) == ("body", "27")


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("period=2026-13", "query period"),
        ("period=", "query period"),
        ("period=2026-03&period=2026-04", "query period"),
        ("period=%D9%A2%D9%A0%D9%A2%D9%A6", "query period"),
        ("perod=2026", "query"),
        ("reform=nothing", "reform"),
        ("reform=openfisca_country.law.Reform", "reform"),
        ("reform=os.system", "reform"),
        ("reform=/etc/passwd", "reform"),
        ("reform=../reforms/uzbekistan/smooth_borderline.yaml", "reform"),
        ("law_of=2026", "law of"),
        ("reform=pension_age_65&reform=pension_age_65", "reform"),
        ("law_of=1990-01", ""),
        ("law_of=2024-06:nothing", ""),
    ],
)
def test_a_wrong_query_is_refused(uzbekistan: Any, path: str, query: str, place: str) -> None:
    (error,) = refused(uzbekistan.post(f"{path}{'&' if '?' in path else '?'}{query}", json=family()), 422)
    assert error["place"] == place


def test_an_unknown_form_is_refused(uzbekistan: Any) -> None:
    (error,) = refused(uzbekistan.post("/calculate?form=fill", json=family()), 422)
    assert (error["place"], error["expected"]) == ("query form", "full")


@pytest.mark.parametrize("path", ["/nothing", "/variable", "/variable/../entities", "/calculate/nothing"])
def test_what_there_is_not_is_told_so(uzbekistan: Any, path: str) -> None:
    refused(uzbekistan.get(path), 404)


def test_a_misspelt_variable_or_parameter_is_told_with_the_nearest(uzbekistan: Any) -> None:
    (error,) = refused(uzbekistan.get("/variable/waeg"), 404)
    assert (error["place"], error["nearest"]) == ("path", "wage")
    (error,) = refused(uzbekistan.get("/parameter/base/minimum_wag"), 404)
    assert error["nearest"] == "base/minimum_wage"


@pytest.mark.parametrize(("method", "path"), [("get", "/calculate"), ("post", "/variables"), ("put", "/trace")])
def test_a_method_that_is_not_taken_is_told_with_those_that_are(uzbekistan: Any, method: str, path: str) -> None:
    answer = getattr(uzbekistan, method)(path)
    refused(answer, 405)
    assert answer.headers["Allow"]


def test_ids_may_hold_slashes_dots_and_any_script(uzbekistan: Any) -> None:
    """OpenFisca's own API takes an id apart at its slashes; here it comes back whole."""
    names = ["a/b", "a.b", "Дилноза", "*", "2026-03", "a//"]
    for name in names:
        content = {
            "persons": {name: {"wage": {"2026-03": 1000}, "net_wage": {"2026-03": None}}},
            "households": {f"{name}/": {"head": [name], "market_income": {"2026-03": None}}},
        }
        answer = uzbekistan.post("/calculate", json=content)
        assert answer.status_code == 200, name
        assert answer.json["persons"][name]["net_wage"] == {"2026-03": 880}
        assert answer.json["households"][f"{name}/"]["market_income"] == {"2026-03": 1000}


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    client = create_app(["uzbekistan"], Settings(seconds=1)).test_client()

    def endless(*_: Any) -> None:
        while True:
            sum(range(1000))

    monkeypatch.setattr(calculate, "fill_in_parts", endless)
    began = time.monotonic()
    answer = client.post("/calculate", json=family())
    assert time.monotonic() - began < 5
    refused(answer, 503)
    assert int(answer.headers["Retry-After"]) >= 1


def test_a_failure_of_the_server_tells_nothing_of_the_body(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    client = create_app(["uzbekistan"]).test_client()

    def failing(_: Any, content: Any, *__: Any) -> None:
        raise RuntimeError(f"secret {content}")

    monkeypatch.setattr(calculate, "fill_in_parts", failing)
    answer = client.post("/calculate", json=family(wage=123_456_789))
    refused(answer, 500)
    assert answer.json["request_id"]
    for text in (answer.text, caplog.text):
        assert "secret" not in text
        assert "123456789" not in text
    assert "RuntimeError at test_refusals.py" in caplog.text


# Whatever is sent, something is answered: JSON that is finite, or a refusal with its places.

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        ["2026-03", "2026", "1990-05-12", "ETERNITY", "female", "ali", "2**9", "nan", "", "\x00", "٢٠٢٦-٠٣"]
    )
)
KEYS = st.text(max_size=5) | st.sampled_from(
    ["persons", "households", "ali", "home", "head", "children", "wage", "sex", "birth_date", "axes", "2026-03", "2026",
     "2026-13", "0000-01", "9999-12", "٢٠٢٦-٠٣", "ETERNITY", "disposable_income", "net_wage", "age", "region"]
)  # fmt: skip
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12
)


@st.composite
def mutated(draw: Any) -> Any:
    """Take a good situation and change one to four places of it."""
    content = copy.deepcopy(family(sex="female", wage=1000, is_student=False))
    for _ in range(draw(st.integers(1, 4))):
        places = list(_places(content))
        parent, key = draw(st.sampled_from(places))
        action = draw(st.sampled_from(["put", "drop", "add", "rename"]))
        if isinstance(parent, list) and action != "put":
            parent.append(draw(SCALARS))
        elif key not in parent and not isinstance(parent, list):
            continue
        elif action == "put":
            parent[key] = draw(ANYTHING)
        elif action == "drop":
            del parent[key]
        else:
            parent[draw(KEYS)] = draw(ANYTHING) if action == "add" else parent.pop(key)
        if not content:
            break
    return content


def _places(content: Any) -> Iterator[tuple[Any, Any]]:
    pairs = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for key, value in list(pairs):
        yield content, key
        yield from _places(value)


def assert_mannered(answer: Any) -> None:
    """See that an answer is JSON, and finite, or a refusal that names its places."""
    assert answer.status_code < 500, answer.text
    if answer.status_code == 200:
        json.loads(answer.data, parse_constant=pytest.fail)
        assert not any(isinstance(each, float) and not math.isfinite(each) for each in _leaves(answer.json))
    else:
        refused(answer, answer.status_code)


def _leaves(content: Any) -> Iterator[Any]:
    pending = [content]
    while pending:
        each = pending.pop()
        if isinstance(each, dict | list):
            pending += each.values() if isinstance(each, dict) else each
        else:
            yield each


@SEARCH
@given(content=mutated() | ANYTHING, path=st.sampled_from(POSTS))
def test_whatever_is_sent_is_answered_or_refused_with_its_place(uzbekistan: Any, content: Any, path: str) -> None:
    assert_mannered(uzbekistan.post(path, data=json.dumps(content), content_type=JSON))


@SEARCH
@given(content=st.lists(mutated() | ANYTHING, max_size=4))
def test_whatever_is_sent_in_a_batch_gets_a_line(uzbekistan: Any, content: list[Any]) -> None:
    given_lines = [{**each, "id": n} if isinstance(each, dict) else each for n, each in enumerate(content)]
    text = "\n".join(map(json.dumps, given_lines))
    answer = uzbekistan.post("/calculate/batch", data=text, content_type="application/x-ndjson")
    assert answer.status_code == 200
    told = [json.loads(line, parse_constant=pytest.fail) for line in answer.data.splitlines()]
    assert len(told) == len(content) + 1
    for each in told[:-1]:
        assert ("situation" in each) != bool(each.get("errors"))
        assert "something went wrong" not in str(each.get("errors"))


@SEARCH
@given(
    body=st.binary(max_size=200),
    kind=st.sampled_from([JSON, "application/x-ndjson", "text/html", "application/vnd.apache.arrow.stream"]),
)
def test_whatever_bytes_are_sent_are_answered_or_refused(uzbekistan: Any, body: bytes, kind: str) -> None:
    for path in ("/calculate", "/calculate/batch?variables=age"):
        answer = uzbekistan.post(path, data=body, content_type=kind)
        assert answer.status_code < 500
        if answer.status_code != 200:
            refused(answer, answer.status_code)
