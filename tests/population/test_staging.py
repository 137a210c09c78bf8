"""Staging: the same people give the same blocks, whatever the order of rows, and the same answers as one by one."""

import hashlib
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import numpy
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openfisca_country.engine import ROLES, evaluate
from openfisca_country.household.simulation import HouseholdSimulation
from openfisca_country.household.situation import read_situation
from openfisca_country.law import InputError
from openfisca_country.law.catalogue import load_country
from openfisca_country.population.tables import kinds
from openfisca_country.population.tables.blocks import load_block
from openfisca_country.population.tables.staging import Staged, read_staged, stage
from tests.household.test_properties import households as situations
from tests.population.tables import households, persons, staged

ASKED = [
    (name, month)
    for month in ("2026-02", "2026-03")
    for name in ("child_allowance", "market_income", "disposable_income", "net_wage", "age", "sex", "birth_date")
]
SEARCH = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
KEYS = {"head": "head", "spouse": "spouse", "children": "child", "others": "other"}


def tables_of(content: dict[str, Any]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Write a situation as tables: a row a person, a row a household."""
    of = {
        person: {"household_id": household, "role": KEYS[role]}
        for household, entry in content["households"].items()
        for role, members in entry.items()
        for person in members
    }
    rows = [{"person_id": name, **of[name], **facts} for name, facts in content["persons"].items()]
    return pd.DataFrame(rows).convert_dtypes(), pd.DataFrame({"household_id": list(content["households"])})


def answers_of(found: Staged, system: Any) -> dict[tuple[str, str, str], Any]:
    """Evaluate every block; by id, variable and month."""
    cells = {}
    for number in range(found.blocks):
        loaded = load_block(system, found, number)
        answered = evaluate(system, loaded.block, ASKED).values
        for (name, month), array in answered.items():
            ids = loaded.person_ids if system.variables[name].entity.is_person else loaded.household_ids
            for one, value in zip(ids.to_pylist(), numpy.asarray(array), strict=True):
                cells[one, name, month] = value.item() if value.dtype.kind != "M" else str(value)
    return cells


@SEARCH
@given(situations("a"), situations("b"), situations("c"), st.integers(1, 4), st.randoms(use_true_random=False))
def test_a_table_gives_what_the_same_people_get_one_household_at_a_time(
    tmp_path_factory: Any, a: Any, b: Any, c: Any, size: int, order: random.Random
) -> None:
    system = load_country("uzbekistan")
    crowd = {kind: {**a[kind], **b[kind], **c[kind]} for kind in ("persons", "households")}
    people, homes = tables_of(crowd)
    rows = list(range(len(people)))
    order.shuffle(rows)
    folder = tmp_path_factory.mktemp("tables")
    found = stage(system, (people.iloc[rows], homes), "2026", folder / "staged", households_per_block=size)
    assert (found.persons, found.households) == (len(people), 3)
    cells = answers_of(found, system)
    for each in (a, b, c):
        situation = read_situation(system, each)
        simulation = HouseholdSimulation(system, situation)
        for name, month in ASKED:
            array = simulation.ask(name, month)
            for one, value in zip(situation.ids(system.variables[name].entity.plural), array, strict=True):
                plain = numpy.asarray(value)
                expected = plain.item() if plain.dtype.kind != "M" else str(value)
                assert cells[one, name, month] == expected, (one, name, month)


def three_hundred(order: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A hundred households of three, the same ones in any order."""
    draw = random.Random(7)
    rows = [
        {
            "person_id": f"p{household}-{place}",
            "household_id": f"h{household}",
            "role": ("head", "child", "child")[place],
            "wage": draw.choice([None, draw.uniform(0, 5e6)]),
            "wage@2026-03": draw.choice([None, 12.5]),
            "sex": draw.choice(["male", "female", None]),
            "is_student": draw.choice([True, False, None]),
            "birth_date": f"{draw.randint(1950, 2020)}-0{draw.randint(1, 9)}-15",
            "insured_months": draw.choice([None, draw.randint(0, 300)]),
        }
        for household in range(100)
        for place in range(3)
    ]
    homes = [{"household_id": f"h{number}", "weight": 1 + number / 3, "stratum": number % 4} for number in range(100)]
    shuffle = random.Random(order)
    shuffle.shuffle(rows)
    shuffle.shuffle(homes)
    return pd.DataFrame(rows).convert_dtypes(), pd.DataFrame(homes)


def content_of(found: Staged) -> dict[str, str]:
    files = sorted((found.folder / "blocks").iterdir())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_order_of_rows_leaves_every_file_as_it_is(tmp_path: Path) -> None:
    contents = [
        content_of(staged(tmp_path / str(order), three_hundred(order), households_per_block=30)) for order in (1, 2)
    ]
    assert len(contents[0]) == 8  # 100 households of 30 a block: four files of persons, four of households
    assert contents[0] == contents[1]


def test_threads_leave_every_file_as_it_is(tmp_path: Path) -> None:
    one, more = (
        staged(tmp_path / str(threads), three_hundred(1), households_per_block=9, threads=threads) for threads in (1, 3)
    )
    assert len(content_of(one)) == 24
    assert content_of(one) == content_of(more)
    assert one.report == more.report


@pytest.mark.parametrize(("most", "sizes"), [(30, [25] * 4), (40, [34, 34, 32]), (60, [50, 50]), (100, [100])])
def test_no_more_blocks_than_needed_are_about_the_same_size(tmp_path: Path, most: int, sizes: list[int]) -> None:
    found = staged(tmp_path, three_hundred(1), households_per_block=most)
    loaded = [load_block(load_country("uzbekistan"), found, number).block for number in range(found.blocks)]
    assert [block.households for block in loaded] == sizes
    assert [block.persons for block in loaded] == [3 * size for size in sizes]
    assert all(block.members.max() == block.households - 1 for block in loaded)


def test_the_size_of_blocks_leaves_every_answer_as_it_is(tmp_path: Path) -> None:
    system = load_country("uzbekistan")
    answers = [
        answers_of(staged(tmp_path / str(size), three_hundred(1), households_per_block=size), system)
        for size in (1, 7, 100)
    ]
    assert len(answers[0]) == 2 * (3 * 100 + 4 * 300)
    assert answers[0] == answers[1] == answers[2]


def test_households_of_whom_the_same_rare_facts_are_stated_stand_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = load_country("uzbekistan")
    people, homes = three_hundred(1)
    in_their_order = answers_of(staged(tmp_path / "by id", (people, homes), households_per_block=100), system)
    monkeypatch.setattr(kinds, "MANY", 1)
    rare = people.assign(is_student=people["household_id"].isin(["h5", "h50"]))
    sizes = []
    for name, most in (("whole", 100), ("cut", 25)):
        found = staged(tmp_path / name, (rare, homes), households_per_block=most)
        loaded = [load_block(system, found, number) for number in range(found.blocks)]
        order = [each for one in loaded for each in one.household_ids.to_pylist()]
        assert order[-2:] == ["h5", "h50"]
        assert order[:-2] == sorted(order[:-2])
        sizes.append([bool(one.block.stated["is_student"][None].values.any()) for one in loaded])
    assert sizes == [[True], [False, False, False, True]]
    by_kind = answers_of(staged(tmp_path / "by kind", (people, homes), households_per_block=25), system)
    assert by_kind == in_their_order


def test_a_block_holds_people_household_by_household(tmp_path: Path) -> None:
    people = pd.DataFrame(
        {
            "person_id": ["b", "a", "c", "10", "9"],
            "household_id": ["02", "02", "02", "1", "1"],
            "role": ["child", "head", "child", "other", "spouse"],
            "wage": [1.0, None, 3.0, 4.0, None],
            "sex": ["male", "female", None, "male", "male"],
            "birth_date": ["2020-01-31", None, "1999-12-31", "1950-06-01", "1970-01-01"],
            "insured_months": [1, 2, 3, 4, 5],
            "is_student": [True, False, None, True, False],
            "remittances": [None, None, None, None, None],
        }
    )
    homes = pd.DataFrame({"household_id": ["1", "02"], "weight": [2.5, 1.5], "stratum": ["north", "south"]})
    loaded = load_block(load_country("uzbekistan"), staged(tmp_path, (people, homes)), 0)
    block = loaded.block
    assert loaded.household_ids.to_pylist() == ["02", "1"]  # in the order of texts
    assert loaded.person_ids.to_pylist() == ["a", "b", "c", "9", "10"]  # by role, then by id
    assert block.members.tolist() == [0, 0, 0, 1, 1]
    assert [ROLES[role] for role in block.roles] == ["head", "child", "child", "spouse", "other"]
    assert (block.persons, block.households) == (5, 2)
    wage = block.stated["wage"][None]
    assert wage.mask.tolist() == [False, True, True, False, True]
    assert wage.values[wage.mask].tolist() == [1.0, 3.0, 4.0]
    sex = block.stated["sex"][None]
    assert sex.mask.tolist() == [True, True, False, True, True]
    assert [each.name for each in sex.values.decode()[sex.mask]] == ["female", "male", "male", "male"]
    born = block.stated["birth_date"][None]
    assert born.values.dtype == "datetime64[D]"
    assert born.values[born.mask].astype(str).tolist() == ["2020-01-31", "1999-12-31", "1970-01-01", "1950-06-01"]
    months = block.stated["insured_months"][None]
    assert (months.mask, months.values.dtype, months.values.tolist()) == (None, "int64", [2, 1, 3, 5, 4])
    student = block.stated["is_student"][None]
    assert student.values.dtype == bool
    assert student.values[student.mask].tolist() == [False, True, False, True]
    assert "remittances" not in block.stated  # nothing is stated by a column without a value
    assert loaded.design.to_pydict() == {
        "household_id": ["02", "1"],
        "weight": [1.5, 2.5],
        "stratum": ["south", "north"],
    }
    assert block.stated["weight"][None].values.tolist() == [1.5, 2.5]


def test_a_column_of_one_month_stands_beside_that_of_every_month(tmp_path: Path) -> None:
    tables = persons(wage=[100.0], **{"wage@2026-03": [250.0]}), households(1)
    system = load_country("uzbekistan")
    block = load_block(system, staged(tmp_path, tables), 0).block
    asked = [("wage", f"2026-0{month}") for month in (2, 3, 4)]
    assert [array.item() for array in evaluate(system, block, asked).values.values()] == [100.0, 250.0, 100.0]


def test_without_weights_each_household_stands_for_itself(tmp_path: Path) -> None:
    found = staged(tmp_path, (persons(wage=[1, 2]), pd.DataFrame({"household_id": ["h0", "h1"]})))
    loaded = load_block(load_country("uzbekistan"), found, 0)
    assert loaded.design["weight"].to_pylist() == [1.0, 1.0]
    assert "weight" not in loaded.block.stated


def test_what_was_staged_is_found_again(tmp_path: Path) -> None:
    tables = persons(wage=[1, -2]), households(2)
    found = staged(tmp_path, tables)
    written = {path: path.stat().st_mtime_ns for path in (found.folder / "blocks").iterdir()}
    assert read_staged(found.folder) == found
    assert staged(tmp_path, tables) == found
    assert {path: path.stat().st_mtime_ns for path in (found.folder / "blocks").iterdir()} == written


def test_a_folder_of_other_tables_is_left_alone(tmp_path: Path) -> None:
    found = staged(tmp_path, (persons(wage=[1]), households(1)))
    before = content_of(found)
    for other in (
        lambda: staged(tmp_path, (persons(wage=[2]), households(1))),
        lambda: staged(tmp_path, (persons(wage=[1]), households(1)), period="2025"),
        lambda: staged(tmp_path, (persons(wage=[1]), households(1)), households_per_block=5),
        lambda: staged(tmp_path, (persons(wage=[1]), households(1)), mapping="persons: {ignore: [wage]}"),
    ):
        with pytest.raises(
            InputError, match="holds other tables, or the same for another mapping, period or block size"
        ):
            other()
    assert content_of(found) == before


def test_a_folder_in_which_staging_was_cut_short_is_staged_anew(tmp_path: Path) -> None:
    whole = content_of(staged(tmp_path / "whole", three_hundred(1), households_per_block=30))
    folder = tmp_path / "short" / "staged"
    (folder / "blocks").mkdir(parents=True)
    (folder / "work").mkdir()
    (folder / "blocks" / "persons-00000.parquet").write_bytes(b"half a fi")
    (folder / "blocks" / "persons-00099.parquet").write_bytes(b"of another size of blocks")
    (folder / "notes.txt").write_text("the user's own")
    found = staged(tmp_path / "short", three_hundred(1), households_per_block=30)
    assert content_of(found) == whole
    assert not (folder / "work").exists()
    assert (folder / "notes.txt").read_text() == "the user's own"


def test_staged_json_is_the_last_thing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("openfisca_country.population.tables.staging.report_on", killed)
    with pytest.raises(KeyboardInterrupt):
        staged(tmp_path, three_hundred(1))
    assert (tmp_path / "staged" / "blocks" / "persons-00000.parquet").exists()
    assert read_staged(tmp_path / "staged") is None


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "staged").write_text("a file")
    with pytest.raises(InputError, match=r"staged: cannot be written: .*\.$"):
        staged(tmp_path, three_hundred(1))
    assert (tmp_path / "staged").read_text() == "a file"


def test_too_little_memory_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^the tables need more memory than 1MB: allow staging more"):
        staged(tmp_path, three_hundred(1), memory="1MB")
    assert read_staged(tmp_path / "staged") is None


PEOPLE = """
COPY (SELECT 'p' || i AS person_id, 'h' || (hash(i // 4) % 1000000007) || '-' || (i // 4) AS household_id,
      CASE i % 4 WHEN 0 THEN 'head' WHEN 1 THEN 'spouse' ELSE 'child' END AS role,
      DATE '1990-01-01' - CAST(hash(i) % 9000 AS INTEGER) AS birth_date, CAST(hash(i + 1) % 5000000 AS DOUBLE) AS wage,
      CAST(hash(i + 2) % 700000 AS DOUBLE) AS farm_income, hash(i + 3) % 2 = 0 AS is_student,
      CASE WHEN hash(i + 4) % 2 = 0 THEN 'male' ELSE 'female' END AS sex FROM range({persons}) t(i) ORDER BY hash(i))
TO '{folder}/persons.parquet';
COPY (SELECT DISTINCT household_id, 1.5 AS weight FROM read_parquet('{folder}/persons.parquet'))
TO '{folder}/households.parquet';
"""
MEASURED = """
import re, sys
from pathlib import Path
from openfisca_country.law.catalogue import load_country
from openfisca_country.population.tables.staging import stage
found = stage(load_country("uzbekistan"), sys.argv[1], "2026", Path(sys.argv[2]), memory="100MB")
# What `resource` tells of a new process includes what its parent holds; this does not.
print(found.persons, int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


def test_memory_does_not_grow_with_the_population(tmp_path: Path) -> None:
    """Half a million persons more, of some 150 bytes each in a table and as many while it is sorted."""
    peaks = []
    for count in (500_000, 1_000_000):
        folder = tmp_path / str(count)
        folder.mkdir()
        duckdb.connect(config={"threads": 2}).execute(PEOPLE.format(persons=count, folder=folder))
        command = [sys.executable, "-c", MEASURED, str(folder), str(folder / "staged")]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=110)
        persons_staged, peak = map(int, done.stdout.split())
        assert persons_staged == count
        peaks.append(peak)
    assert peaks[1] - peaks[0] < 80  # MB
    assert (
        json.loads((tmp_path / "1000000" / "staged" / "staged.json").read_text())["blocks"] == 32
    )  # 250,000 households, 8,000 a block
