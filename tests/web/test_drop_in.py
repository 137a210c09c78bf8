"""One country at the root answers as openfisca-core's own API does; where it does not, on purpose, a test says so."""

import json
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openfisca_web_api.app import create_app as core_app

from openfisca_country.engine import months_of
from openfisca_country.law import ETERNITY, MONTH, YEAR
from openfisca_country.law.catalogue import country_names, load_country
from openfisca_country.web.app import create_app

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
YEARS = ("2024", "2025", "2026", "2027")
MONTHS = st.sampled_from(["2022-03", "2025-06", "2025-12", "2026-03", "2026-09"])
SEARCH = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
ROLES = ("head", "spouse", "children", "children", "others")


class Both(NamedTuple):
    """The two servers of one country, and its law."""

    core: Any
    ours: Any
    system: Any

    def get(self, path: str) -> tuple[Any, Any]:
        """Return the answers of both to the same address."""
        return self.core.get(path), self.ours.get(path)

    def post(self, path: str, content: Any) -> tuple[Any, Any]:
        """Return the answers of both to the same body."""
        body = {"data": json.dumps(content), "content_type": "application/json"}
        return self.core.post(path, **body), self.ours.post(path, **body)


def _both(name: str) -> Both:
    system = load_country(name)
    return Both(core_app(system).test_client(), create_app([name]).test_client(), system)


BOTH = {name: _both(name) for name in country_names()}


@pytest.fixture(params=country_names())
def both(request: Any) -> Both:
    return BOTH[request.param]


def test_the_lists_are_the_same(both: Both) -> None:
    for path in ("/variables", "/parameters", "/entities", "/variables/", "/parameters/"):
        core, ours = both.core.get(path, follow_redirects=True), both.ours.get(path)
        assert (ours.status_code, ours.json) == (core.status_code, core.json), path
        assert ours.json


def test_every_variable_is_told_the_same(both: Both) -> None:
    for name in both.system.variables:
        core, ours = both.get(f"/variable/{name}")
        assert (ours.status_code, ours.json) == (core.status_code, core.json), name


def test_every_parameter_is_told_the_same_by_either_of_its_names(both: Both) -> None:
    for parameter in both.system.parameters.get_descendants():
        for name in (parameter.name, parameter.name.replace(".", "/")):
            core, ours = both.get(f"/parameter/{name}")
            assert (ours.status_code, ours.json) == (core.status_code, core.json), name


def test_the_root_welcomes_with_the_same_status(both: Both) -> None:
    core, ours = both.get("/")
    assert ours.status_code == core.status_code
    assert ours.json.keys() == core.json.keys()


def test_the_package_stands_in_the_same_headers(both: Both) -> None:
    core, ours = both.get("/entities")
    for name in ("Country-Package", "Country-Package-Version", "Content-Type"):
        assert ours.headers[name] == core.headers[name]


def test_what_there_is_not_is_not_found_by_either(both: Both) -> None:
    for path in ("/variable/nothing", "/parameter/nothing", "/nothing", "/variable/a/b"):
        core, ours = both.get(path)
        assert (ours.status_code, core.status_code) == (404, 404), path
        assert ours.json["errors"], "ours says it in JSON"


def spelt_out(system: Any, content: dict[str, Any], asked: dict[str, list[str]], month: str) -> dict[str, Any]:
    """Write a situation as OpenFisca's own API takes it: a period for every value; ask variables of everybody."""
    found: dict[str, Any] = {}
    for entity, entries in content.items():
        found[entity] = {}
        for name, entry in entries.items():
            given = {key: _by_period(system, key, value) for key, value in entry.items() if value is not None}
            questions = {
                key: {_period(system.variables[key], month): None} for key in asked[entity] if key not in entry
            }
            found[entity][name] = {**given, **questions}
    return found


def _by_period(system: Any, key: str, value: Any) -> Any:
    if key not in system.variables or isinstance(value, dict):
        return value
    if system.variables[key].definition_period == ETERNITY:
        return {"ETERNITY": value}
    if system.variables[key].definition_period == YEAR:
        return dict.fromkeys(YEARS, value)
    return {month: value for year in YEARS for month in months_of(year)}


def _period(variable: Any, month: str) -> str:
    return {MONTH: month, YEAR: month[:4]}.get(variable.definition_period, "ETERNITY")


def everything(system: Any) -> dict[str, list[str]]:
    """Every variable, by whose it is."""
    return {
        entity: [name for name, each in system.variables.items() if each.entity.plural == entity]
        for entity in ("persons", "households")
    }


def entitlements(system: Any) -> dict[str, list[str]]:
    """The results of every programme and the totals."""
    names = {name for each in system.book.programmes.values() for name in each.variables}
    names |= {"market_income", "benefits", "taxes_and_contributions", "disposable_income", "net_wage"}
    return {entity: [name for name in listed if name in names] for entity, listed in everything(system).items()}


def cells(content: Any) -> Iterator[tuple[tuple[str, str, str, str], Any]]:
    for entity, entries in content.items():
        for name, entry in entries.items():
            for variable, values in entry.items():
                for period, value in values.items() if isinstance(values, dict) else [("", values)]:
                    yield (entity, name, variable, period), value


def assert_the_same(both: Both, content: Any) -> None:
    """Compare the answers of both to /calculate, cell by cell, but for what differs on purpose."""
    asked = {place for place, value in cells(content) if value is None}
    core, ours = both.post("/calculate", content)
    assert core.status_code == 200, core.text[:300]
    assert ours.status_code == 200, ours.text[:300]
    theirs, found = dict(cells(core.json)), dict(cells(ours.json))
    assert found.keys() == theirs.keys()
    unanswered = {place for place in asked if found[place] is None}
    assert int(ours.headers["OpenFisca-Unanswered"]) == len(unanswered)
    for place, value in found.items():
        if place in unanswered:  # what the law does not have is told from what it gives nothing of
            assert _plain(both, place[2], theirs[place]) == _default(both, place[2]), place
        else:
            expected = _plain(both, place[2], theirs[place]) if place in asked else theirs[place]
            assert (type(value), value) == (type(expected), expected), place


def _default(both: Both, name: str) -> Any:
    return both.core.get(f"/variable/{name}").json["defaultValue"]


def _plain(both: Both, name: str, value: Any) -> Any:
    """Return an answer of OpenFisca's own API, its days written as its own input wants them.

    It answers ``Thu, 12 May 1990 00:00:00 GMT`` where it only takes ``1990-05-12``; ours answers what it takes.
    """
    return parsedate_to_datetime(value).date().isoformat() if both.system.variables[name].value_type is date else value


EXAMPLE_FAMILIES = sorted(path for name in country_names() for path in (EXAMPLES / name).glob("*.json"))


@pytest.mark.parametrize("path", EXAMPLE_FAMILIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_example_family_gets_the_same_in_every_variable(path: Path) -> None:
    both = BOTH[path.parent.name]
    family = json.loads(path.read_text(encoding="utf-8"))
    assert_the_same(both, spelt_out(both.system, family, everything(both.system), "2026-03"))


PERSON = st.fixed_dictionaries(
    {
        "birth_date": st.dates(date(1940, 1, 1), date(2021, 12, 31)).map(str),
        "sex": st.sampled_from(["female", "male"]),
        "wage": st.integers(0, 20_000_000) | st.decimals(0, 9_000_000, places=2).map(float),
    },
    optional={
        "remittances": st.integers(0, 5_000_000),
        "service_years": st.integers(0, 45),
        "insured_months": st.integers(0, 400),
        "disability_group": st.sampled_from(["none", "group_1", "group_2", "group_3"]),
        "is_registered_unemployed": st.booleans(),
        "unemployment_registration_date": st.sampled_from(["2021-04-10", "2025-11-20", "2026-02-01"]),
        "job_loss_date": st.sampled_from(["2021-03-01", "2025-11-10", "2026-01-15"]),
        "previous_average_wage": st.integers(0, 20_000_000),
    },
)


@st.composite
def situations(draw: Any) -> dict[str, Any]:
    """Make one to three households, each of one to five."""
    content: dict[str, Any] = {"persons": {}, "households": {}}
    for number in range(draw(st.integers(1, 3))):
        home: dict[str, Any] = {"is_rural": draw(st.booleans())}
        for role, person in zip(ROLES, draw(st.lists(PERSON, min_size=1, max_size=5)), strict=False):
            name = f"{number}-{len(content['persons'])}"
            content["persons"][name] = person
            home.setdefault(role, []).append(name)
        content["households"][f"home {number}"] = home
    return content


@pytest.mark.parametrize("country", country_names())
@SEARCH
@given(content=situations(), month=MONTHS)
def test_any_family_gets_the_same_entitlements(country: str, content: Any, month: str) -> None:
    both = BOTH[country]
    known = {
        entity: {
            name: {key: value for key, value in entry.items() if key in both.system.variables or key in ROLES}
            for name, entry in entries.items()
        }
        for entity, entries in content.items()
    }
    assert_the_same(both, spelt_out(both.system, known, entitlements(both.system), month))


@pytest.mark.parametrize("path", EXAMPLE_FAMILIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_example_family_is_traced_the_same(path: Path) -> None:
    both = BOTH[path.parent.name]
    family = json.loads(path.read_text(encoding="utf-8"))
    for entry in (each for entries in family.values() for each in entries.values()):
        for key in [key for key in entry if key in both.system.variables and both.system.variables[key].formulas]:
            del entry[key]  # a result that is stated for one of several: see the test of it below
    asked = {"persons": ["net_wage", "personal_benefits"], "households": ["disposable_income"]}
    core, ours = (each.json for each in both.post("/trace", spelt_out(both.system, family, asked, "2026-03")))
    assert ours["requestedCalculations"] == core["requestedCalculations"]
    assert ours["entitiesDescription"] == core["entitiesDescription"]
    assert ours["trace"].keys() == core["trace"].keys()
    for key, node in core["trace"].items():
        found, name = ours["trace"][key], key.partition("<")[0]
        assert found.keys() == node.keys()
        assert found["value"] == [_plain(both, name, value) for value in node["value"]], key
        assert (found["dependencies"], found["parameters"]) == (node["dependencies"], node["parameters"]), key


COUPLE = {
    "persons": {"a": {"wage": {"2026-03": 1_271_000}}, "b": {"wage": {"2026-03": 2_542_000}}},
    "households": {"home": {"head": ["a"], "spouse": ["b"]}},
}


def asked_of_couple(**of_a: Any) -> dict[str, Any]:
    """The couple, with more of the first, and the second's net wage asked."""
    first, second = COUPLE["persons"]["a"], COUPLE["persons"]["b"]
    persons = {"a": {**first, **of_a}, "b": {**second, "net_wage": {"2026-03": None}}}
    return {"persons": persons, "households": COUPLE["households"]}


def test_a_result_stated_for_one_leaves_the_rule_in_force_for_the_other() -> None:
    core, ours = BOTH["uzbekistan"].post("/calculate", asked_of_couple(net_wage={"2026-03": 1}))
    assert core.json["persons"]["b"]["net_wage"] == {"2026-03": 0}, "OpenFisca's own takes the default for the other"
    # 12 % income tax: 2,542,000 x 0.88
    assert ours.json["persons"]["b"]["net_wage"] == {"2026-03": 2_236_960}


def test_a_person_of_no_household_is_refused_and_not_put_into_one_alone() -> None:
    content = {**asked_of_couple(), "households": {"home": {"head": ["a"]}}}
    core, ours = BOTH["uzbekistan"].post("/calculate", content)
    assert (core.status_code, ours.status_code) == (200, 422)


def test_text_is_refused_and_not_worked_out() -> None:
    core, ours = BOTH["uzbekistan"].post("/calculate", asked_of_couple(remittances={"2026-03": "2 * 500"}))
    assert (core.status_code, ours.status_code) == (200, 422)


def test_a_number_that_is_none_is_refused() -> None:
    content = asked_of_couple(remittances={"2026-03": float("nan")})
    content["households"] = {"home": {**COUPLE["households"]["home"], "disposable_income": {"2026-03": None}}}
    core, ours = BOTH["uzbekistan"].post("/calculate", content)
    assert core.status_code == 200
    assert "NaN" in core.text
    assert ours.status_code == 400
