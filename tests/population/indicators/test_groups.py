"""How the population is cut."""

from pathlib import Path
from typing import Any

import numpy
import polars
import pytest

from openfisca_country.population.indicators.collapse import collapse
from openfisca_country.population.indicators.groups import HOUSEHOLD_TYPES, Group, household_types
from tests.population.indicators.small import study

LAW = {"current": {"disposable_income": [100.0, 50.0], "benefits": [0.0, 0.0]}}


def members(group: Group, facts: dict[str, list[Any]]) -> list[list[float]]:
    """Return the persons of each household in each part."""
    size = numpy.array(facts["size"], dtype=numpy.float64)
    return [group.members(place, size).tolist() for place in range(len(group.parts))]


@pytest.mark.parametrize(
    ("size", "children", "adults", "over_60", "spouses", "kind"),
    [
        (1, 0, 1, 0, 0, "single adult"),
        (1, 0, 1, 1, 0, "older people"),
        (2, 0, 2, 2, 1, "older people"),
        (2, 0, 2, 1, 1, "couple without children"),
        (2, 0, 2, 0, 0, "others without children"),
        (3, 1, 2, 0, 1, "couple with 1 or 2 children"),
        (5, 3, 2, 0, 1, "couple with 3 or more children"),
        (2, 1, 1, 0, 0, "lone parent"),
        (2, 1, 1, 1, 0, "lone parent"),
        (4, 1, 3, 1, 1, "others with children"),
        (3, 1, 2, 1, 0, "others with children"),
        (1, 1, 0, 0, 0, "others with children"),
    ],
)
def test_types_of_household(size: int, children: int, adults: int, over_60: int, spouses: int, kind: str) -> None:
    facts = {"size": [size], "children": [children], "adults": [adults], "over_60": [over_60], "spouses": [spouses]}
    (found,) = household_types(polars.DataFrame(facts)).tolist()
    assert HOUSEHOLD_TYPES[found] == kind


def test_kept_columns_of_text_cut_the_population(tmp_path: Path) -> None:
    facts = {"size": [2, 3], "region": ["north", "south"], "tenure": ["owner", None], "rooms": [3, 4]}
    found = study(tmp_path, facts, LAW).groups
    assert [part.level for part in found["region"].parts] == ["north", "south"]
    assert [part.level for part in found["tenure"].parts] == ["not stated", "owner"]
    assert members(found["tenure"], facts) == [[0, 3], [2, 0]]
    assert "rooms" not in found


def test_a_column_that_says_the_same_of_all_is_no_cut(tmp_path: Path) -> None:
    assert "region" not in study(tmp_path, {"size": [1, 1], "region": ["north", "north"]}, LAW).groups


def test_deciles_rank_persons_by_income_a_member(tmp_path: Path) -> None:
    """Four households of 5 persons: two and a half persons a decile; the middle person of a household places it."""
    law = {"current": {"disposable_income": [40.0, 10.0, 30.0, 20.0], "benefits": [0.0] * 4}}
    found = study(tmp_path, {"size": [5, 5, 5, 5]}, law).groups["decile"]
    assert found.codes is not None
    assert (found.codes + 1).tolist() == [9, 2, 7, 4]


def test_the_poor_are_below_the_first_line(tmp_path: Path) -> None:
    """Per member 50 and 16.7 with 100 as the line: both; 30 as the line: the second."""
    found = study(tmp_path, {"size": [2, 3]}, LAW, line=30).groups["poor"]
    assert members(found, {"size": [2, 3]}) == [[0, 3], [2, 0]]


def test_households_are_counted_from_their_persons(tmp_path: Path) -> None:
    """Two parts as a run writes them: facts and amounts by household, in the order of the households' table."""
    persons = polars.DataFrame(
        {
            "person_id": ["a1", "a2", "a3", "b1"],
            "household_id": ["a", "a", "a", "b"],
            "role": ["head", "spouse", "child", "head"],
            "age": [40, 61, 7, 70],
            "sex": ["male", "female", "female", "female"],
            "disability_group": ["none", "group_3", "child", "none"],
            "activity_status": ["employee", "unemployed", "inactive", "inactive"],
            "wage": [10.0, None, None, 0.0],
            "old_age_pension": [0.0, 3.0, None, 5.0],
            "unemployment_benefit": [0.0, 1.0, 0.0, 0.0],
            "disability_benefit": [0.0, 0.0, 0.0, 0.0],
            "personal_benefits": [0.0, 4.0, 0.0, 5.0],
            "employee_contributions": [1.0, 0.0, 0.0, 0.0],
        }
    )
    households = polars.DataFrame({"household_id": ["b", "a"], "weight": [2.0, 1.0], "child_benefit": [0.0, 9.0]})
    for part, chosen in enumerate((["b"], ["a"])):
        for name, table in (("persons", persons), ("households", households)):
            folder = tmp_path / "run" / "current" / name
            folder.mkdir(parents=True, exist_ok=True)
            rows = table.filter(polars.col("household_id").is_in(chosen))
            rows.write_parquet(folder / f"part-{part:05d}.parquet")
    amounts = {"old_age_pension": "persons", "child_benefit": "households"}
    found = collapse(tmp_path / "run", tmp_path / "small", ["current"], amounts, "2026-03")
    names = ("household_id", "weight", "size", "children", "adults", "over_60", "spouses", "workers", "age 65+")
    assert found.facts(*names).rows() == [("b", 2.0, 1, 0, 1, 1, 0, 0, 1), ("a", 1.0, 3, 1, 2, 1, 1, 1, 0)]
    people = ("sex female", "disabled", "severely disabled", "unemployed")
    assert found.facts(*people).rows() == [(1, 0, 0, 0), (2, 2, 1, 1)]
    assert found.of_law("current", "old_age_pension").tolist() == [5, 3]
    assert found.of_law("current", "persons: old_age_pension").tolist() == [1, 1]
    assert found.of_law("current", "child_benefit").tolist() == [0, 9]
    assert found.of_law("current", "of pension age with pension").tolist() == [1, 0]
    assert found.of_law("current", "unemployed with benefit").tolist() == [0, 1]
    assert found.of_law("current", "own benefit or contributes").tolist() == [1, 2]
    assert found.of_law("current", "no such benefit").tolist() == [0, 0]


def test_groups_of_persons_count_members(tmp_path: Path) -> None:
    facts = {"size": [3, 2], "children": [1, 0], "sex female": [2, 0], "sex male": [1, 2]}
    found = study(tmp_path, facts, LAW).groups
    assert members(found["sex"], facts) == [[2, 0], [1, 2]]
    assert members(found["people"], facts)[0] == [1, 0]
