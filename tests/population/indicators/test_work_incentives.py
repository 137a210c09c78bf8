"""What work leaves a family with, in Uzbekistan, where the law takes 12 % of a wage and nothing of an entrepreneur."""

from typing import Any

import numpy
import polars
import pytest

from openfisca_country.engine import Block, Stated
from openfisca_country.law.catalogue import load_country
from openfisca_country.population.impact import impact
from openfisca_country.population.impact_results import Impact
from openfisca_country.population.indicators.work_incentives import rates, sound
from openfisca_country.population.indicators.workers import Workers, copies, earning_more, not_working, workers_of

MONTH = "2026-03"
SYSTEM: Any = load_country("uzbekistan")
STATUSES: Any = SYSTEM.variables["activity_status"].possible_values


def statuses(*names: str) -> Any:
    variable = SYSTEM.variables["activity_status"]
    return STATUSES.encode(numpy.array([STATUSES[name].name for name in names])).astype(variable.dtype, copy=False)


def block() -> Block:
    """Return two households, their members mixed: an employee with a farmer who earns a wage too, and a seamstress."""
    births = numpy.array(["1990-01-01", "1985-01-01", "1992-01-01", "2015-01-01"], dtype="datetime64[D]")
    person: dict[str, Any] = {
        "birth_date": births,
        "wage": numpy.array([5e6, 0.0, 2e6, 0.0]),
        "self_employment_income": numpy.array([0.0, 4e6, 0.0, 0.0]),
        "remittances": numpy.array([9e6, 9e6, 0.0, 0.0]),
        "is_formally_employed": numpy.array([True, True, False, False]),
        "activity_status": statuses("employee", "self_employed", "farmer", "inactive"),
    }
    stated: dict[str, dict[str | None, Stated]] = {name: {None: Stated(values)} for name, values in person.items()}
    stated["wage"]["2026-02"] = Stated(numpy.array([3e6, 0.0, 0.0, 0.0]), numpy.array([True, False, False, False]))
    stated["is_rural"] = {None: Stated(numpy.array([True, False]))}
    return Block(
        persons=4,
        households=2,
        members=numpy.array([0, 1, 0, 1]),
        roles=numpy.array([0, 0, 1, 2], dtype=numpy.int8),
        stated=stated,
    )


def values(found: Block, name: str, period: str | None = None) -> list[Any]:
    array = found.stated[name][period].values
    return [each.name for each in array.decode()] if hasattr(array, "decode") else numpy.asarray(array).tolist()


def test_not_working_is_no_earnings_in_any_month_no_contract_and_unemployed() -> None:
    found = not_working(block(), numpy.array([0, 1]))
    assert values(found, "wage") == [0, 0, 2e6, 0]
    assert values(found, "wage", "2026-02") == [0, 0, 0, 0]
    assert values(found, "self_employment_income") == [0, 0, 0, 0]
    assert values(found, "is_formally_employed") == [False, False, False, False]
    assert values(found, "activity_status") == ["unemployed", "unemployed", "farmer", "inactive"]
    assert values(found, "remittances") == [9e6, 9e6, 0, 0]


def test_a_farmer_without_the_wage_is_still_a_farmer() -> None:
    assert values(not_working(block(), numpy.array([2])), "activity_status")[2] == "farmer"


def test_what_the_tables_do_not_state_is_not_made_up() -> None:
    plain = block()
    for name in ("activity_status", "is_formally_employed"):
        del plain.stated[name]
    assert set(not_working(plain, numpy.array([0])).stated) == set(plain.stated)


def test_earning_more_is_three_percent_of_what_is_earned() -> None:
    found = earning_more(block(), numpy.array([0, 1]))
    assert values(found, "wage") == pytest.approx([5.15e6, 0, 2e6, 0])
    assert values(found, "wage", "2026-02")[0] == pytest.approx(3.09e6)
    assert values(found, "self_employment_income") == pytest.approx([0, 4.12e6, 0, 0])


def test_people_are_not_changed_where_they_stand() -> None:
    people = block()
    not_working(people, numpy.array([0]))
    earning_more(people, numpy.array([0]))
    assert values(people, "wage") == [5e6, 0, 2e6, 0]
    assert values(people, "activity_status")[0] == "employee"


def test_each_worker_gets_a_copy_of_the_household() -> None:
    """The two earners of the first household, and the seamstress of the second with her child."""
    found, places = copies(SYSTEM, block(), numpy.array([0, 2, 1]))
    assert (found.persons, found.households) == (6, 3)
    assert found.members.tolist() == [0, 0, 1, 1, 2, 2]
    assert found.roles.tolist() == [0, 1, 0, 1, 0, 2]
    assert places.tolist() == [0, 3, 4]
    assert values(found, "wage") == [5e6, 2e6, 5e6, 2e6, 0, 0]
    assert values(found, "activity_status")[4:] == ["self_employed", "inactive"]
    assert values(found, "is_rural") == [True, True, False]
    assert found.stated["wage"]["2026-02"].mask is not None
    assert found.stated["wage"]["2026-02"].mask.tolist() == [True, False, True, False, False, False]


def test_incomes_of_each_worker() -> None:
    """5,000,000 and 2,000,000 less 12 %; 4,000,000 without tax; remittances of 9,000,000, so that nobody has aid."""
    found = workers_of(SYSTEM, block(), MONTH)
    assert found.persons.tolist() == [0, 1, 2]
    assert found.earnings.tolist() == [5e6, 4e6, 2e6]
    given = 9e6
    assert (found.working - given).tolist() == [0.88 * 7e6, 4e6, 0.88 * 7e6]
    assert (found.not_working - given).tolist() == [0.88 * 2e6, 0, 0.88 * 5e6]
    assert (found.earning_more - given).tolist() == pytest.approx([0.88 * 7.15e6, 4.12e6, 0.88 * 7.06e6])


def test_the_rates_of_workers() -> None:
    """One keeps 88 of 100; one has 30 of 100 more and loses everything above; one has no income at work to compare."""
    ones = numpy.ones(3)
    workers = Workers(
        persons=numpy.arange(3),
        households=numpy.arange(3),
        age=30 * ones,
        sex=numpy.array(["male", "female", "male"]),
        earnings=100 * ones,
        working=numpy.array([88.0, 100.0, 0.0]),
        not_working=numpy.array([0.0, 70.0, 0.0]),
        earning_more=numpy.array([90.64, 97.0, 3.0]),
    )
    assert sound(workers).tolist() == [True, True, False]
    found = {name: each[:2].tolist() for name, each in rates(workers).items()}
    assert found["net_replacement_rate"] == pytest.approx([0, 0.7])
    assert found["participation_tax_rate"] == pytest.approx([0.12, 0.7])
    assert found["high_participation_tax"] == [0, 1]
    assert found["marginal_tax_rate"] == pytest.approx([0.12, 2])
    assert found["high_marginal_tax"] == [0, 1]


MEN, WOMEN = 40, 35


def people() -> tuple[polars.DataFrame, polars.DataFrame]:
    """Return men of 41 with a wage, weight 1, and women of 58 who earn the same on their own, weight 2.

    All have remittances too, so that without work nobody has aid.
    """
    persons: list[dict[str, Any]] = [
        {"sex": "male", "birth_date": "1985-02-01", "wage": 8e6, "self_employment_income": 0.0} for _ in range(MEN)
    ]
    persons += [
        {"sex": "female", "birth_date": "1968-02-01", "wage": 0.0, "self_employment_income": 8e6} for _ in range(WOMEN)
    ]
    ids = [f"p{number:02}" for number in range(len(persons))]
    table = polars.DataFrame(persons).with_columns(
        polars.Series("person_id", ids),
        polars.Series("household_id", ids),
        polars.lit("head").alias("role"),
        polars.lit(5e6).alias("remittances"),
        polars.col("birth_date").str.to_date(),
    )
    weights = [1.0] * MEN + [2.0] * WOMEN
    return table, polars.DataFrame({"household_id": ids, "weight": weights, "cluster": ids})


@pytest.fixture(scope="module", params=[1, 2])
def found(request: pytest.FixtureRequest) -> Impact:
    options: dict[str, Any] = {"workers": request.param, "households_per_block": 20}
    return impact("uzbekistan", people(), MONTH, ["smooth_borderline"], work_incentives=True, **options)


@pytest.mark.parametrize("indicator", ["participation_tax_rate", "marginal_tax_rate"])
def test_rates_by_sex_and_age(found: Impact, indicator: str) -> None:
    def told(group: str, level: str) -> float | None:
        row = found.row(indicator, group, level)
        assert row is not None
        return row.baseline.value

    assert told("sex", "male") == told("age", "25-54") == pytest.approx(0.12)
    assert told("sex", "female") == told("age", "55-64") == pytest.approx(0, abs=1e-9)
    assert told("all", "all") == pytest.approx(0.12 * MEN / (MEN + 2 * WOMEN))
    assert told("age", "65+") is None


def test_the_error_is_that_of_the_sample(found: Impact) -> None:
    """Of a ratio of totals over units drawn one by one: sqrt(n / (n-1) sum (w (x - mean))^2) / sum w."""
    row = found.row("participation_tax_rate")
    assert row is not None
    weight = numpy.repeat([1.0, 2.0], [MEN, WOMEN])
    rate = numpy.repeat([0.12, 0.0], [MEN, WOMEN])
    mean = (weight * rate).sum() / weight.sum()
    count = len(weight)
    error = numpy.sqrt(count / (count - 1) * ((weight * (rate - mean)) ** 2).sum()) / weight.sum()
    assert row.baseline.error == pytest.approx(error, rel=1e-6)
    assert row.baseline.observations == count


def test_children_are_no_workers_of_their_own_age(found: Impact) -> None:
    assert [row.level for row in found.series("participation_tax_rate", "age")] == ["18-24", "25-54", "55-64", "65+"]
