"""One block under a law of one programme, by hand: totals, months, what is not a number, what is not in the law."""

import datetime
import math
import random
from pathlib import Path
from typing import Any

import numpy
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openfisca_core.indexed_enums import EnumArray

from openfisca_country.engine import ROLES, Block, Stated
from openfisca_country.law import NEVER, LawError
from openfisca_country.law.catalogue import load_country
from openfisca_country.population.exact import exact_sum
from openfisca_country.population.job import Job, NamedLaw
from openfisca_country.population.laws import Law, digest, law_of
from openfisca_country.population.plan import Column, Meaning, plan_of
from openfisca_country.population.result_cells import Cells, as_array, together
from openfisca_country.population.tables.blocks import LoadedBlock
from openfisca_country.population.tables.data_report import DataReport
from openfisca_country.population.tables.staging import Staged
from openfisca_country.population.work import BlockResults, evaluate_block
from tests.law.fictional import load, write_country

HEAD, CHILD = ROLES.index("head"), ROLES.index("child")
DAY = "datetime64[D]"


@pytest.fixture
def atlantis(tmp_path: Path) -> Any:
    return load(write_country(tmp_path))


def two_households(**stated: dict[str | None, Stated]) -> LoadedBlock:
    """Return a head with a child of five, and a head alone."""
    births = numpy.array(["1990-01-01", "2020-01-01", "1980-01-01"], dtype=DAY)
    block = Block(
        persons=3,
        households=2,
        members=numpy.array([0, 0, 1]),
        roles=numpy.array([HEAD, CHILD, HEAD], dtype=numpy.int8),
        stated={"birth_date": {None: Stated(births)}, **stated},
    )
    design = pa.table({"household_id": ["a", "b"], "weight": [100.0, 250.0], "kept": ["x", "y"]})
    return LoadedBlock(0, block, pa.array(["a1", "a2", "b1"]), pa.array(["a", "b"]), design)


def worked(system: Any, loaded: LoadedBlock, period: str, *names: str, **options: Any) -> BlockResults:
    laws = {"": system}
    return evaluate_block(loaded, laws, plan_of(laws, period, names, **options))


def wages(*values: float) -> Stated:
    return Stated(numpy.array(values))


def test_a_year_by_hand(atlantis: Any) -> None:
    """Three quarters of a fish unit of 1,200 a child and month; half as much again in the deep; none in a rich month."""
    waters = atlantis.variables["waters"].possible_values
    deep = Stated(EnumArray(numpy.array([waters.deep.index, waters.shallow.index], dtype=numpy.int16), waters))
    loaded = two_households(
        wage={None: wages(1000.0, 0.0, 1000.0), "2025-03": wages(10_000.0, 0.0, 1000.0)}, waters={"2025-07": deep}
    )
    names = ("fish_allowance", "fish_allowance_eligible", "waters", "market_income")
    (found,) = worked(atlantis, loaded, "2025", *names, monthly=True).laws.values()
    rows = found.households.to_pylist()
    assert found.households.column_names[:4] == ["household_id", "weight", "kept", "fish_allowance"]
    assert [each["fish_allowance"] for each in rows] == [10 * 900 + 1350, 0]
    assert [each["fish_allowance_eligible"] for each in rows] == [11, 0]
    assert [each["market_income"] for each in rows] == [11 * 1000 + 10_000, 12_000]
    assert [each["waters"] for each in rows] == ["shallow", "shallow"]
    assert [each["waters@2025-07"] for each in rows] == ["deep", "shallow"]
    assert [each["fish_allowance@2025-03"] for each in rows] == [0, 0]
    assert [each["fish_allowance_eligible@2025-03"] for each in rows] == [False, False]
    paid = found.sums["fish_allowance"]
    assert (paid.total, paid.recipients, paid.observed) == (100 * 10_350, 100, 1)


def test_a_month_by_hand(atlantis: Any) -> None:
    (found,) = worked(atlantis, two_households(), "2025-03", "fish_allowance", "age").laws.values()
    assert found.households["fish_allowance"].to_pylist() == [900, 0]
    assert found.persons.to_pylist() == [
        {"person_id": "a1", "household_id": "a", "role": "head", "age": 35},
        {"person_id": "a2", "household_id": "a", "role": "child", "age": 5},
        {"person_id": "b1", "household_id": "b", "role": "head", "age": 45},
    ]


def test_a_result_that_is_stated_goes_before_the_rule_and_stands_alone_where_there_is_none(atlantis: Any) -> None:
    some = Stated(numpy.array([0.0, 7.0, 0.0]), numpy.array([False, True, False]))
    loaded = two_households(old_age_pension={"2025-03": some})
    (found,) = worked(atlantis, loaded, "2025-03", "old_age_pension", "income_tax").laws.values()
    assert found.persons["old_age_pension"].to_pylist() == [None, 7.0, None]
    assert found.persons["income_tax"].to_pylist() == [None, None, None]
    assert found.sums["old_age_pension"].total == 700
    (year,) = worked(atlantis, loaded, "2025", "old_age_pension").laws.values()
    assert year.persons["old_age_pension"].to_pylist() == [None, 7.0, None]


def test_what_is_not_a_number_refuses_the_household_under_every_law(atlantis: Any) -> None:
    loaded = two_households(wage={None: wages(1.0, 0.0, 1.0), "2025-02": wages(1.0, 0.0, math.inf)})
    laws = {"now": atlantis, "then": atlantis}
    results = evaluate_block(loaded, laws, plan_of(laws, "2025", ["fish_allowance", "market_income", "wage"]))
    (refused,) = results.refused
    assert (refused.household_id, refused.person_id, refused.law) == ("b", "", "now")
    assert (refused.variable, refused.period) == ("market_income", "2025-02")
    for each in results.laws.values():
        assert each.households["household_id"].to_pylist() == ["a"]
        assert each.persons["person_id"].to_pylist() == ["a1", "a2"]
        assert each.sums["market_income"].total == 100 * 12


def test_columns_of_a_year_say_what_they_tell(atlantis: Any) -> None:
    plan = plan_of({"": atlantis}, "2025", ["fish_allowance", "fish_allowance_eligible", "waters", "birth_date"])
    told = {each.name: (each.meaning, each.unit, len(each.periods)) for each in plan.columns}
    assert told == {
        "fish_allowance": (Meaning.TOTAL, "currency/year", 12),
        "fish_allowance_eligible": (Meaning.MONTHS, "month", 12),
        "waters": (Meaning.LAST, "", 1),
        "birth_date": (Meaning.ONE, "date", 1),
    }
    assert [when for _, when in plan.asked] == sorted(when for _, when in plan.asked)


def test_a_day_that_never_comes_is_null() -> None:
    column = Column("d", "d", "persons", "", "date", Meaning.ONE, ("ETERNITY",), "date")
    days = numpy.array([NEVER, "2026-05-01"], dtype=DAY)
    assert as_array(column, Cells(days), 2).to_pylist() == [None, datetime.date(2026, 5, 1)]


AMOUNT = Column("wage", "wage", "persons", "", "currency/year", Meaning.TOTAL, ("2026-01",), "float")
HELD = Column("held", "held", "persons", "", "month", Meaning.MONTHS, ("2026-01",), "bool")


@given(st.lists(st.floats(-1e9, 1e9), min_size=2, max_size=12))
def test_months_of_one_value_for_all_add_up_as_those_of_each(values: list[float]) -> None:
    for_all = [Cells(numpy.broadcast_to(numpy.array([each]), (3,))) for each in values]
    of_each = [Cells(numpy.full(3, each)) for each in values]
    one, other = together(AMOUNT, for_all), together(AMOUNT, of_each)
    by_hand = 0.0
    for each in values:
        by_hand += each
    assert one is not None
    assert other is not None
    assert one.values.tobytes() == other.values.tobytes() == numpy.full(3, by_hand).tobytes()
    mixed = together(AMOUNT, [for_all[0], *of_each[1:]])
    assert mixed is not None
    assert mixed.values.tobytes() == one.values.tobytes()


def test_months_without_an_answer_add_nothing() -> None:
    first, no_one = numpy.array([True, False, False]), numpy.array([False, False, False])
    some = together(HELD, [Cells(numpy.array([True, True, True]), first), Cells(numpy.array([True] * 3), no_one)])
    assert some is not None
    assert some.values.tolist()[0] == 1
    assert some.known is not None
    assert some.known.tolist() == first.tolist()
    every = together(HELD, [Cells(numpy.array([True, True, True]), first), Cells(numpy.array([True, False, True]))])
    assert every is not None
    assert every.values.tolist() == [2, 0, 1]
    assert every.known is None


@given(st.lists(st.floats(-1e300, 1e300), max_size=40), st.randoms())
def test_a_sum_is_exact_in_any_order_and_in_any_parts(values: list[float], draw: random.Random) -> None:
    whole = exact_sum(numpy.array(values))
    shuffled = draw.sample(values, len(values))
    cut = draw.randint(0, len(values))
    assert exact_sum(numpy.array(shuffled[:cut])) + exact_sum(numpy.array(shuffled[cut:])) == whole
    assert float(whole) == math.fsum(values)


def job(folder: Path, text_of_law: str) -> Job:
    system = load_country("mongolia")
    law = law_of(system)
    report = DataReport(0, 0, 0, 0, (), (), ())
    plan = plan_of({"": system}, "2026-03", ["wage"])
    return Job((NamedLaw("", law, text_of_law),), plan, Staged(folder / "staged", 1, 1, 1, report, ""), folder)


def test_a_worker_that_does_not_see_the_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(LawError, match="a worker does not see this folder"):
        job(tmp_path, digest(Law("mongolia")))(0)


def test_a_worker_with_another_law_says_so(tmp_path: Path) -> None:
    (tmp_path / "staged").mkdir()
    with pytest.raises(LawError, match="A worker has another text of the law"):
        job(tmp_path, "of yesterday")(0)


def test_a_country_that_cannot_be_named_is_refused(atlantis: Any) -> None:
    with pytest.raises(LawError, match="Atlantis: name the country"):
        law_of(atlantis)
