"""Columns named in the vocabulary: what a household may state, a table may state, and nothing else."""

import datetime
from pathlib import Path
from typing import Any

import numpy
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from openfisca_country.household.inputs import check_value
from openfisca_country.law import InputError
from openfisca_country.law.catalogue import load_country
from openfisca_country.population.tables.blocks import load_block
from tests.population.tables import finding, households, persons, refused, staged

SEARCH = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
LIMIT = 2**53
WHOLE = st.one_of(st.integers(-3, 400), st.integers(LIMIT - 2, LIMIT + 2), st.integers(-(2**62), 2**62))
NUMBERS = st.one_of(st.floats(), st.floats(-1, 1e7), WHOLE.map(float))
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)
DAYS = st.one_of(
    st.dates(max_value=datetime.date(2026, 12, 31)).map(str),
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True),
    st.sampled_from(["1990-02-30", "0000-01-01", "1990-5-12", "12.05.1990", "2024-02-29", "2023-02-29", "infinity"]),
)


def of_a_household(variable: Any, values: list[Any]) -> list[Any]:
    """What a household may state: the value as its variable holds it; nothing where it is refused."""
    found = []
    for value in values:
        try:
            found.append(check_value(variable, value, "here"))
        except InputError:
            found.append(None)
    return found


def of_a_table(tmp_path: Path, name: str, column: Any) -> list[Any]:
    """What a table with these cells states, cell by cell; nothing where the row is refused."""
    system = load_country("uzbekistan")
    count = len(column)
    table = pa.table(
        {
            "person_id": [str(each) for each in range(count)],
            "household_id": [str(each) for each in range(count)],
            "role": ["head"] * count,
            name: column,
        }
    )
    try:
        found = staged(tmp_path, (table, pa.table({"household_id": table["household_id"]})))
    except InputError as error:
        if "no household is left" not in str(error):
            raise
        return [None] * count
    loaded = load_block(system, found, 0)
    layer = loaded.block.stated[name][None]
    values = numpy.asarray(layer.values)
    plain = [value.item() for value in values]
    by_id = dict(zip(loaded.person_ids.to_pylist(), plain, strict=True))
    return [by_id.get(str(each)) for each in range(count)]


def agree(tmp_path_factory: Any, name: str, values: list[Any], column: Any) -> None:
    variable = load_country("uzbekistan").variables[name]
    assert of_a_table(tmp_path_factory.mktemp("table"), name, column) == of_a_household(variable, values)


@SEARCH
@given(st.lists(NUMBERS, min_size=20, max_size=20))
@example([float("nan"), float("inf"), float("-inf"), -0.01, 0.0, float(LIMIT), float(LIMIT + 2), 1e300])
def test_amounts_are_what_they_are_in_a_household(tmp_path_factory: Any, values: list[float]) -> None:
    agree(tmp_path_factory, "wage", values, pa.array(values, pa.float64(), from_pandas=False))
    agree(tmp_path_factory, "insured_months", values, pa.array(values, pa.float64(), from_pandas=False))


@SEARCH
@given(st.lists(WHOLE, min_size=20, max_size=20))
@example([LIMIT, LIMIT + 1, -1, 0, LIMIT + 2])
def test_whole_numbers_are_what_they_are_in_a_household(tmp_path_factory: Any, values: list[int]) -> None:
    for name in ("wage", "insured_months"):
        agree(tmp_path_factory, name, values, pa.array(values, pa.int64()))
        agree(tmp_path_factory, name, values, pa.array([str(value) for value in values]))


@SEARCH
@given(st.lists(st.floats(-1, 1e12), min_size=20, max_size=20))
def test_amounts_written_out_are_read_to_the_last_digit(tmp_path_factory: Any, values: list[float]) -> None:
    agree(tmp_path_factory, "wage", values, pa.array([repr(value) for value in values]))


@SEARCH
@given(st.lists(st.one_of(st.sampled_from(["male", "female", "Male", "none"]), TEXTS), min_size=20, max_size=20))
def test_choices_are_what_they_are_in_a_household(tmp_path_factory: Any, values: list[str]) -> None:
    agree(tmp_path_factory, "sex", values, pa.array(values))


@SEARCH
@given(st.lists(DAYS, min_size=20, max_size=20))
def test_days_are_what_they_are_in_a_household(tmp_path_factory: Any, values: list[str]) -> None:
    variable = load_country("uzbekistan").variables["birth_date"]
    last = datetime.date(2026, 12, 31)
    wanted = [value if value is None or value <= last else None for value in of_a_household(variable, values)]
    assert of_a_table(tmp_path_factory.mktemp("table"), "birth_date", pa.array(values)) == wanted


@pytest.mark.parametrize(
    ("column", "wanted"),
    [
        (pa.array([True, False]), [True, False]),
        (pa.array([1, 0, 2, -1]), [True, False, None, None]),
        (pa.array([1.0, 0.0, 0.5]), [True, False, None]),
        (pa.array(["true", "False", "TRUE", "1", "0", "yes", "t"]), [True, False, True, True, False, None, None]),
    ],
)
def test_true_and_false_are_written_in_few_ways(tmp_path: Path, column: Any, wanted: list[Any]) -> None:
    assert of_a_table(tmp_path, "is_student", column) == wanted


@pytest.mark.parametrize("kind", [pa.int8(), pa.uint64(), pa.float32(), pa.decimal128(12, 3)])
def test_numbers_of_every_width(tmp_path: Path, kind: Any) -> None:
    assert of_a_table(tmp_path, "wage", pa.array([100, 7], pa.int8()).cast(kind)) == [100.0, 7.0]


def test_a_category_is_a_text(tmp_path: Path) -> None:
    column = pa.array(["male", "femal", "female"]).dictionary_encode()
    assert of_a_table(tmp_path, "sex", column) == [1, None, 0]


def test_an_instant_is_its_day(tmp_path: Path) -> None:
    column = pa.array([datetime.datetime(1990, 5, 12, 23, 59)], pa.timestamp("ns"))
    assert of_a_table(tmp_path, "birth_date", column) == [datetime.date(1990, 5, 12)]


def test_nobody_is_born_after_the_last_day_of_the_period(tmp_path: Path) -> None:
    tables = persons(birth_date=["2026-03-31", "2026-04-01"]), households(2)
    found = staged(tmp_path, tables, period="2026-03")
    assert refused(found)["birth_date: expected a day up to 2026-03-31, the last day of the period"] == 1
    assert found.persons == 1
    assert staged(tmp_path / "year", tables, period="2026").persons == 2


def test_columns_that_are_no_part_of_the_vocabulary_are_told(tmp_path: Path) -> None:
    people = persons(waeg=[1], **{"Wage": [2], "wagee@2026-03": [3], "is_rural": [True]})
    found = staged(tmp_path, (people, households(1, colour=["red"])))
    told = {each.sentence for each in found.report.findings if each.kind == "column ignored"}
    assert told == {
        'Column waeg of persons is ignored: "waeg" is not in the vocabulary. Did you mean "wage"?',
        'Column Wage of persons is ignored: "Wage" is not in the vocabulary. Did you mean "wage"?',
        'Column wagee@2026-03 of persons is ignored: "wagee@2026-03" is not in the vocabulary. Did you mean "wage"?',
        "Column is_rural of persons is ignored: is_rural is a variable of households, not of persons.",
        'Column colour of households is ignored: "colour" is not in the vocabulary.',
    }
    assert load_block(load_country("uzbekistan"), found, 0).block.stated.keys() == {"weight"}


@pytest.mark.parametrize(
    ("column", "sentence"),
    [
        (
            "wage@2026",
            "persons.wage@2026: wage is a value of a month, not of a year: a column of one period is called wage@2026-01.",
        ),
        (
            "wage@2026-00",
            'persons.wage@2026-00: "2026-00" is not a period: a column of one period is called wage@2026-01.',
        ),
        ("wage@", 'persons.wage@: "" is not a period: a column of one period is called wage@2026-01.'),
        (
            "wage@9999-01",
            'persons.wage@9999-01: "9999-01" is not a period: a column of one period is called wage@2026-01.',
        ),
        (
            "sex@2026-01",
            "persons.sex@2026-01: sex does not change over time: its column is called sex, without a period.",
        ),
    ],
)
def test_a_period_of_another_length(tmp_path: Path, column: str, sentence: str) -> None:
    with pytest.raises(InputError) as error:
        staged(tmp_path, (persons(**{column: [1]}), households(1)))
    assert str(error.value) == sentence


def test_a_result_that_is_given_goes_before_the_rule_and_is_told(tmp_path: Path) -> None:
    found = staged(tmp_path, (persons(age=[7]), households(1)))
    assert finding(found, "result given").sentence == (
        "age is given by column age: the value goes before the rule of the law."
    )
    assert load_block(load_country("uzbekistan"), found, 0).block.stated["age"][None].values.tolist() == [7]


@pytest.mark.parametrize("missing", ["role", "household_id", "person_id"])
def test_what_every_table_has(tmp_path: Path, missing: str) -> None:
    people = persons(wage=[1]).drop(columns=missing)
    with pytest.raises(InputError, match=f'persons.{missing}: there is no column "{missing}".* Name it in a mapping'):
        staged(tmp_path, (people, households(1)))


def test_names_that_would_mean_something_in_sql(tmp_path: Path) -> None:
    odd = ['a "quoted" name', "it's", "select", "a;b", "person_id; DROP TABLE persons", "__c0", "__v0", "row"]
    people = pd.concat([persons(wage=[3.0]), pd.DataFrame({name: ["x'; --"] for name in odd})], axis=1)
    homes = households(1).assign(**{"kept 'one'": ["y\"'"]})
    mapping = 'persons: {variables: {other_income: {column: "it\'s", recode: {"x\'; --": 5}}}}\n'
    mapping += "households: {keep: [\"kept 'one'\"]}"
    loaded = load_block(load_country("uzbekistan"), staged(tmp_path, (people, homes), mapping), 0)
    assert loaded.block.stated["other_income"][None].values.tolist() == [5.0]
    assert loaded.design["kept 'one'"].to_pylist() == ["y\"'"]
