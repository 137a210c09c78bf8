"""SDG 1.3.1: who is covered, of whom, counted household by household."""

from pathlib import Path
from typing import Any

import polars
import pytest

from openfisca_country.population.impact import impact
from openfisca_country.population.impact_results import Impact
from openfisca_country.population.indicators.collapse import Collapsed, collapse
from openfisca_country.population.indicators.sdg import gaps, sdg
from tests.population.indicators.small import study

AMOUNTS = dict.fromkeys(("maternity_benefit", "old_age_pension"), "persons")


def collapsed(folder: Path, persons: dict[str, list[Any]], insured: tuple[str, ...] = ()) -> Collapsed:
    """Bring one household down to its row: its members as a run writes them."""
    count = len(persons["age"])
    table = polars.DataFrame({"household_id": ["h"] * count, "role": ["head"] + ["other"] * (count - 1), **persons})
    for entity, rows in (("persons", table), ("households", polars.DataFrame({"household_id": ["h"]}))):
        (folder / "run" / "current" / entity).mkdir(parents=True)
        rows.write_parquet(folder / "run" / "current" / entity / "part-00000.parquet")
    return collapse(folder / "run", folder / "collapsed", ["current"], AMOUNTS, "2026-03", insured)


def counted(found: Collapsed, *names: str) -> list[float]:
    return [found.of_law("current", name)[0] for name in names]


def test_mothers_are_those_who_gave_birth_in_the_period(tmp_path: Path) -> None:
    """On its first and last day, not on the day before or after; two of them with the benefit, and an aunt."""
    births = ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01", None]
    persons = {
        "age": [30, 30, 30, 30, 50],
        "childbirth_date": [None if each is None else each for each in births],
        "maternity_benefit": [9.0, 9.0, 0.0, 9.0, 9.0],
        "old_age_pension": [0.0] * 5,
    }
    table = {**persons, "childbirth_date": polars.Series(births).str.to_date()}
    assert counted(collapsed(tmp_path, table), "gave birth", "gave birth, with benefit") == [2, 1]  # type: ignore[arg-type]


def test_pension_age_is_that_of_the_law(tmp_path: Path) -> None:
    """A woman of 56 has reached it, a man of 59 with a pension has not; over a year it counts months."""
    persons = {
        "age": [56, 59, 67],
        "reached_general_pension_age": [1, 0, 12],
        "old_age_pension": [5.0, 5.0, 0.0],
        "maternity_benefit": [0.0] * 3,
    }
    assert counted(collapsed(tmp_path, persons), "of pension age", "of pension age with pension") == [2, 1]


def test_65_stands_for_an_age_that_the_law_does_not_know(tmp_path: Path) -> None:
    persons = {"age": [64, 65], "old_age_pension": [5.0, 5.0], "maternity_benefit": [0.0] * 2}
    assert counted(collapsed(tmp_path, persons), "of pension age", "of pension age with pension") == [1, 1]


def test_insured_workers_of_all_who_work(tmp_path: Path) -> None:
    """Somebody with a wage and one at work by status, one of them insured; the insured pensioner does not work."""
    persons = {
        "age": [40, 40, 40, 70],
        "wage": [5.0, 0.0, 0.0, 0.0],
        "activity_status": ["employee", "farmer", "inactive", "inactive"],
        "is_insured": [1, 0, 0, 1],
        "old_age_pension": [0.0] * 4,
        "maternity_benefit": [0.0] * 4,
    }
    found = collapsed(tmp_path, persons, ("is_insured",))
    assert counted(found, "employed", "employed, insured against injury") == [2, 1]


@pytest.mark.parametrize(("insured", "known"), [((), False), (("is_insured",), False)])
def test_without_a_condition_of_insurance_nobody_is_counted(
    tmp_path: Path, insured: tuple[str, ...], known: bool
) -> None:
    persons = {"age": [40], "wage": [5.0], "old_age_pension": [0.0], "maternity_benefit": [0.0]}
    assert collapsed(tmp_path, persons, insured).has("current", "employed") is known


AMOUNTS_OF_LAW = {"disposable_income": [500.0, 500.0], "vulnerable": [0.0, 0.0]}


def test_what_cannot_be_computed_has_no_value_and_is_named(tmp_path: Path) -> None:
    found = study(tmp_path, {"size": [1, 2]}, {"current": AMOUNTS_OF_LAW})
    told = {each.indicator: each.by_law["current"].value for each in sdg(found)}
    assert told["sdg_mothers"] != told["sdg_mothers"]  # not a number
    assert told["sdg_work_injury"] != told["sdg_work_injury"]
    said = gaps(found, frozenset())
    assert [text.split(" is ")[0] for text in said[:2]] == [
        "SDG 1.3.1 of mothers with newborns",
        "SDG 1.3.1 of work injury",
    ]
    assert "65" in said[2]


def test_what_can_be_computed_is_no_gap(tmp_path: Path) -> None:
    law = {**AMOUNTS_OF_LAW, "gave birth": [1.0, 1.0], "gave birth, with benefit": [0.0, 1.0]}
    law |= {"employed": [1.0, 0.0], "employed, insured against injury": [0.0, 0.0]}
    found = study(tmp_path, {"size": [1, 2]}, {"current": law})
    told = {each.indicator: each.by_law["current"].value for each in sdg(found)}
    assert (told["sdg_mothers"], told["sdg_work_injury"]) == (0.5, 0)
    assert gaps(found, frozenset({"reached_general_pension_age"})) == []


def women() -> tuple[polars.DataFrame, polars.DataFrame]:
    """Return women alone of 40 to 89, one of each age, of whom none has a pension by her service."""
    ids = [f"w{age}" for age in range(40, 90)]
    persons = polars.DataFrame(
        {
            "person_id": ids,
            "household_id": ids,
            "role": ["head"] * len(ids),
            "sex": ["female"] * len(ids),
            "birth_date": [f"{2026 - age}-01-15" for age in range(40, 90)],
        }
    ).with_columns(polars.col("birth_date").str.to_date())
    return persons, polars.DataFrame({"household_id": ids, "weight": [1.0] * len(ids)})


@pytest.fixture(scope="module")
def uzbekistan() -> Impact:
    return impact("uzbekistan", women(), "2026-03", ["pension_age_65"], minimum_observations=0)


def test_the_gap_stands_in_the_answer(uzbekistan: Impact) -> None:
    for indicator in ("sdg_mothers", "sdg_work_injury"):
        row = uzbekistan.row(indicator)
        assert row is not None
        assert (row.baseline.value, row.baseline.withheld) == (None, False)
    assert sum("SDG 1.3.1" in text for text in uzbekistan.warnings) == 2


def test_women_of_pension_age_are_those_of_55_and_over(uzbekistan: Impact) -> None:
    """35 women, none with service; from the age of the allowance on they have that in place of a pension."""
    row = uzbekistan.row("sdg_older")
    assert row is not None
    assert row.baseline.observations == 35
