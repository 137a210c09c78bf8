"""A run gives what the law gives each household alone, whatever the blocks, the order of rows and the workers."""

import datetime
import json
import math
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

import numpy
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from openfisca_country import calculate
from openfisca_country.law import InputError, LawError, OutsideWindow, ReformError
from openfisca_country.population.finish import read_result
from openfisca_country.population.progress import Watch
from openfisca_country.population.run import run, run_laws
from openfisca_country.population.run_results import RunResult
from openfisca_country.population.tables.data_report import DataReport
from tests.population.people import invented

SHARES = "tests.population.reforms.Shares"


@pytest.fixture(scope="module")
def people() -> tuple[pa.Table, pa.Table]:
    return invented(120)


def content(result: RunResult) -> tuple[pa.Table, pa.Table]:
    """Return both tables, sorted by their ids."""
    persons = result.persons().sort_by("person_id")
    return persons, result.households().sort_by("household_id")


def bits(table: pa.Table) -> dict[str, Any]:
    """Return every cell by column, numbers by their bits: minus zero is not zero."""
    found = {}
    for name in table.column_names:
        column = table[name].combine_chunks()
        cells = column.fill_null(0).to_numpy().view(numpy.int64) if column.type == pa.float64() else column
        found[name] = (cells.tolist(), column.is_null().tolist())
    return found


def situation(people: tuple[pa.Table, pa.Table], household: int) -> dict[str, Any]:
    """Return one household of the tables as the situation of `calculate`."""
    persons, households = people
    home = {"head": [], "spouse": [], "children": [], "others": []}
    plural = {"child": "children", "other": "others"}
    members: dict[str, dict[str, Any]] = {}
    for row in persons.filter(pc.equal(persons["household_id"], household)).to_pylist():
        name = row["person_id"]
        home[plural.get(row["role"], row["role"])].append(name)
        facts = members[name] = {}
        for column, value in row.items():
            if column in ("person_id", "household_id", "role") or value is None:
                continue
            variable, _, month = column.partition("@")
            shown = value.isoformat() if isinstance(value, datetime.date) else value
            if month:
                facts[variable] = {**{m: facts[variable] for m in MONTHS if variable in facts}, month: shown}
            else:
                facts[variable] = shown
    facts_of_home = {"is_rural": households["is_rural"][household].as_py()}
    return {"persons": members, "households": {"home": {**{k: v for k, v in home.items() if v}, **facts_of_home}}}


MONTHS = tuple(f"2026-{month:02d}" for month in range(1, 13))


@pytest.mark.parametrize("household", [3, 17, 58])
def test_a_household_gets_what_it_gets_alone(people: tuple[pa.Table, pa.Table], household: int) -> None:
    names = ["disposable_income", "child_allowance", "child_allowance_eligible", "old_age_pension", "income_tax"]
    result = run("uzbekistan", people, "2026", variables=names)
    alone = situation(people, household)
    alone["households"]["home"] |= dict.fromkeys(names[:3])
    for facts in alone["persons"].values():
        facts.update(dict.fromkeys(names[3:]))
    answer = calculate("uzbekistan", alone, "2026").situation
    row = next(each for each in result.households().to_pylist() if each["household_id"] == str(household))
    for name in names[:3]:
        assert row[name] == sum(answer["households"]["home"][name].values()), name
    rows = [each for each in result.persons().to_pylist() if each["household_id"] == str(household)]
    assert {each["person_id"] for each in rows} == set(answer["persons"])
    for each in rows:
        for name in names[3:]:
            assert each[name] == pytest.approx(sum(answer["persons"][each["person_id"]][name].values()), abs=1e-6)


@pytest.mark.parametrize("country", ["uzbekistan", "mongolia", "kazakhstan"])
def test_blocks_order_and_workers_change_nothing(country: str, tmp_path: Path) -> None:
    people = invented(10)
    whole = run(country, people, "2026", tmp_path / "whole", households_per_block=4000)
    expected = [bits(each) for each in content(whole)]
    assert expected[1]["household_id"][0] == sorted(str(each) for each in range(10))
    draw = numpy.random.default_rng(5)
    shuffled = tuple(table.take(pa.array(draw.permutation(table.num_rows))) for table in people)
    others = {
        "one household a block": {"households_per_block": 1, "tables": people},
        "four": {"households_per_block": 4, "tables": shuffled},
        "two workers": {"households_per_block": 4, "tables": people, "workers": 2},
    }
    for name, options in others.items():
        other = run(country, options.pop("tables"), "2026", tmp_path / name, **options)
        assert [bits(each) for each in content(other)] == expected, name
        assert other.totals == whole.totals, name


def test_totals_are_those_of_the_tables(people: tuple[pa.Table, pa.Table]) -> None:
    result = run("uzbekistan", people, "2026-03", households_per_block=11)
    weights = dict(
        zip(*(result.households([name])[name].to_pylist() for name in ("household_id", "weight")), strict=True)
    )
    total = {each.name: each for each in result.totals}
    rows = result.persons(["household_id", "income_tax"]).to_pylist()
    taxed = [(weights[each["household_id"]], each["income_tax"]) for each in rows if each["income_tax"]]
    assert taxed
    assert total["income_tax"].amount == pytest.approx(math.fsum(weight * tax for weight, tax in taxed), rel=1e-15)
    assert total["income_tax"].recipients == pytest.approx(math.fsum(weight for weight, _ in taxed), rel=1e-15)
    assert total["income_tax"].observed == len(taxed)


def test_a_year_adds_money_counts_months_and_keeps_the_last_state(people: tuple[pa.Table, pa.Table]) -> None:
    names = ["income_tax", "child_allowance_eligible", "age"]
    result = run("uzbekistan", people, "2026", variables=names, monthly=True)
    columns = {each.name: each for each in result.columns}
    assert (columns["income_tax"].unit, columns["income_tax"].meaning) == ("currency/year", "total of the months")
    assert columns["income_tax@2026-05"].unit == "currency/month"
    for each in result.persons().to_pylist():
        assert each["income_tax"] == reduce(add, (each[f"income_tax@{month}"] for month in MONTHS), 0.0)
        assert each["age"] == each["age@2026-12"]
    homes = result.households().to_pylist()
    assert {0, 12} < {each["child_allowance_eligible"] for each in homes}
    for each in homes:
        assert each["child_allowance_eligible"] == sum(each[f"child_allowance_eligible@{month}"] for month in MONTHS)


def test_a_wage_of_one_month_goes_before_that_of_every_month(people: tuple[pa.Table, pa.Table]) -> None:
    result = run("uzbekistan", people, "2026", variables=["wage"], monthly=True)
    given = {each["person_id"]: each for each in people[0].to_pylist()}
    for each in result.persons().to_pylist():
        stated = given[each["person_id"]]
        usual = stated["wage"] or 0.0
        assert each["wage@2026-04"] == usual
        assert each["wage@2026-05"] == (usual if stated["wage@2026-05"] is None else stated["wage@2026-05"])


def test_a_household_without_a_result_is_left_out_and_named(tmp_path: Path, people: tuple[pa.Table, pa.Table]) -> None:
    result = run(
        "uzbekistan", people, "2026-03", tmp_path / "out", [SHARES], ["share_of_wages"], households_per_block=13
    )
    earners = {str(each["household_id"]) for each in people[0].to_pylist() if each["wage"]}
    everyone = {str(each) for each in range(120)}
    assert set(result.households()["household_id"].to_pylist()) == earners
    assert set(result.persons()["household_id"].to_pylist()) == earners
    assert result.refused == len(everyone - earners) > 0
    lines = (tmp_path / "out" / "refused-results.csv").read_text().splitlines()
    assert lines[0] == "household_id,person_id,law,variable,period,reason"
    assert {line.split(",")[0] for line in lines[1:]} == everyone - earners
    assert lines[1].endswith("share_of_wages in 2026-03 is not a number: its rule divides by zero.")


def test_laws_are_compared_on_the_same_households(tmp_path: Path, people: tuple[pa.Table, pa.Table]) -> None:
    laws = {"current": [], "shares": [SHARES]}
    found = run_laws(
        "uzbekistan", people, "2026-03", laws, tmp_path / "out", variables=["share_of_wages", "income_tax"]
    )
    now, then = found["current"].persons(), found["shares"].persons()
    assert now["person_id"].to_pylist() == then["person_id"].to_pylist()
    assert now["income_tax"].to_pylist() == then["income_tax"].to_pylist()
    assert now["share_of_wages"].null_count == now.num_rows
    assert then["share_of_wages"].null_count == 0
    assert any("share_of_wages" in each for each in found["current"].warnings)
    assert (tmp_path / "out" / "shares" / "persons" / "part-00000.parquet").is_file()
    assert found["shares"].stamp.reforms == (SHARES,)


def test_what_the_law_does_not_have_is_null_and_not_zero(people: tuple[pa.Table, pa.Table]) -> None:
    result = run("uzbekistan", people, "2026-03", variables=["funeral_grant", "old_age_pension"])
    persons = result.persons()
    assert persons["funeral_grant"].null_count == persons.num_rows
    assert persons["old_age_pension"].null_count == 0
    assert any("funeral_grant" in each and "no value" in each for each in result.warnings)


def test_a_whole_run_is_not_staged_again(
    tmp_path: Path, people: tuple[pa.Table, pa.Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("uzbekistan", people, "2026-03", tmp_path / "out", variables=["wage"])

    def staged(*_: Any, **__: Any) -> None:
        raise AssertionError("the tables were staged")

    monkeypatch.setattr("openfisca_country.population.run.stage", staged)
    told: list[DataReport] = []
    watch = Watch()
    monkeypatch.setattr(watch, "read", told.append)
    again = run("uzbekistan", people, "2026-03", tmp_path / "out", variables=["wage"], watch=watch)
    assert again == first
    assert told == [first.data_report]
    with pytest.raises(AssertionError, match="the tables were staged"):
        run("uzbekistan", people, "2026-03", tmp_path / "other", variables=["wage"])


def test_tables_that_another_command_left_staged_are_not_taken(
    tmp_path: Path, people: tuple[pa.Table, pa.Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("openfisca_country.population.run._results", killed)
        with pytest.raises(KeyboardInterrupt):
            run("uzbekistan", invented(5), "2026-03", tmp_path / "out", variables=["wage"])
    assert (tmp_path / "out" / ".work" / "staged" / "staged.json").is_file()
    found = run("uzbekistan", people, "2026-03", tmp_path / "out", variables=["wage"])
    assert found.persons_done == people[0].num_rows


def test_a_whole_run_is_read_again_and_not_done_again(tmp_path: Path, people: tuple[pa.Table, pa.Table]) -> None:
    first = run("uzbekistan", people, "2026-03", tmp_path / "out")
    part = tmp_path / "out" / "persons" / "part-00000.parquet"
    written = part.stat().st_mtime_ns
    assert run("uzbekistan", people, "2026-03", tmp_path / "out") == first
    assert part.stat().st_mtime_ns == written
    assert read_result(tmp_path / "out") == first
    assert not (tmp_path / "out" / ".work").exists()
    told = json.loads((tmp_path / "out" / "run.json").read_text())
    assert told["schema"] == "run/1"
    assert [each["name"] for each in told["columns"]] == [each.name for each in first.columns]
    assert pq.read_schema(part).names[:3] == ["person_id", "household_id", "role"]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"period": "2026-04"}, "another period"),
        ({"reforms": [SHARES]}, "other reforms"),
        ({"variables": ["wage"]}, "other variables"),
        ({"tables": invented(121)}, "other tables"),
    ],
)
def test_another_command_on_the_same_folder_is_refused(
    tmp_path: Path, people: tuple[pa.Table, pa.Table], change: dict[str, Any], word: str
) -> None:
    command: dict[str, Any] = {"tables": people, "period": "2026-03", "output": tmp_path / "out"}
    run("uzbekistan", **command)
    with pytest.raises(InputError, match=word):
        run("uzbekistan", **{**command, **change})


def test_a_folder_of_other_files_is_left_alone(tmp_path: Path, people: tuple[pa.Table, pa.Table]) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(InputError, match="holds other files"):
        run("uzbekistan", people, "2026-03", tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["thesis.txt"]


def test_without_an_output_the_files_go_with_the_result(people: tuple[pa.Table, pa.Table]) -> None:
    result = run("uzbekistan", people, "2026-03", variables=["wage"])
    folder = Path(result.folder)
    assert result.persons().num_rows == people[0].num_rows
    del result
    assert not folder.exists()


@pytest.mark.parametrize(
    ("change", "error", "sentence"),
    [
        ({"period": "2001"}, OutsideWindow, "modelled from 2015-09"),
        ({"period": "2026-13"}, InputError, 'no month "2026-13"'),
        ({"variables": ["income_taxx"]}, InputError, 'Did you mean "income_tax"'),
        ({"reforms": ["nothing_such"]}, ReformError, "is not a reform of Uzbekistan"),
        ({"workers": 0}, InputError, "expected one worker or more"),
        ({"households_per_block": 0}, InputError, "expected one household or more"),
        ({"engine": "spark"}, InputError, "expected one of local, dask"),
        ({"engine": "dask"}, InputError, "needs the address of a scheduler"),
        ({"scheduler": "tcp://127.0.0.1:1"}, InputError, "add --engine dask"),
    ],
)
def test_what_cannot_be_run_is_told(
    people: tuple[pa.Table, pa.Table], change: dict[str, Any], error: type[LawError], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        run("uzbekistan", **{"tables": people, "period": "2026-03", **change})
