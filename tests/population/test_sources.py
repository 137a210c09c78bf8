"""Where tables come from: every kind of file gives the same people, and no file is guessed at."""

from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet as pq
import pyreadstat
import pytest

from openfisca_country.law import InputError
from openfisca_country.law.catalogue import load_country
from openfisca_country.population.tables.blocks import load_block
from tests.population.tables import csv, finding, households, persons, refused, staged

PERSONS = pd.DataFrame(
    {
        "person_id": ["01", "02", "3"],
        "household_id": ["A", "A", "B"],
        "role": ["head", "child", "head"],
        "wage": [1500000.5, None, 20.0],
        "insured_months": [12.0, 0.0, None],
        "sex": ["female", None, "male"],
        "birth_date": pd.to_datetime(["1990-05-12", "2020-02-29", None]).date,
    }
)
HOUSEHOLDS = pd.DataFrame({"household_id": ["A", "B"], "weight": [2.5, 1.0], "stratum": ["x", "y"]})
TABLES = {"persons": PERSONS, "households": HOUSEHOLDS}


def in_csv(frame: pd.DataFrame, path: Path) -> None:
    frame.to_csv(path, index=False)


def in_arrow(frame: pd.DataFrame, path: Path) -> None:
    pyarrow.feather.write_feather(pa.Table.from_pandas(frame), str(path))


def in_parquet(frame: pd.DataFrame, path: Path) -> None:
    pq.write_table(pa.Table.from_pandas(frame), path)


WRITERS: dict[str, Any] = {
    ".csv": in_csv,
    ".parquet": in_parquet,
    ".arrow": in_arrow,
    ".feather": in_arrow,
    ".dta": pyreadstat.write_dta,
    ".sav": pyreadstat.write_sav,
}


def people(found: Any) -> dict[str, Any]:
    """What was staged of the three persons, in plain values."""
    loaded = load_block(load_country("uzbekistan"), found, 0)
    stated = {name: layers[None] for name, layers in loaded.block.stated.items()}
    values = {
        name: [
            str(value) if keep else None
            for value, keep in zip(
                layer.values.decode_to_str() if name == "sex" else layer.values,
                [True] * len(layer.values) if layer.mask is None else layer.mask,
                strict=True,
            )
        ]
        for name, layer in stated.items()
    }
    return {"ids": loaded.person_ids.to_pylist(), **values, "design": loaded.design.to_pylist()}


EXPECTED = {
    "ids": ["01", "02", "3"],
    "wage": ["1500000.5", None, "20.0"],
    "insured_months": ["12", "0", None],
    "sex": ["female", None, "male"],
    "birth_date": ["1990-05-12", "2020-02-29", None],
    "weight": ["2.5", "1.0"],
    "design": [
        {"household_id": "A", "weight": 2.5, "stratum": "x"},
        {"household_id": "B", "weight": 1.0, "stratum": "y"},
    ],
}


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_every_kind_of_file_gives_the_same_people(tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, frame in TABLES.items():
        WRITERS[suffix](frame, folder / f"{name}{suffix}")
    assert people(staged(tmp_path, folder)) == EXPECTED


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".dta"])
def test_a_folder_of_parts_is_one_table(tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / "tables"
    (folder / "persons").mkdir(parents=True)
    for number, rows in enumerate((PERSONS.iloc[:1], PERSONS.iloc[1:][list(reversed(PERSONS.columns))])):
        WRITERS[suffix](rows, folder / "persons" / f"part-{number}{suffix}")
    in_csv(HOUSEHOLDS, folder / "households.csv")
    assert people(staged(tmp_path, folder)) == EXPECTED


@pytest.mark.parametrize(
    "made",
    [
        lambda frame: frame,
        pl.from_pandas,
        lambda frame: pl.from_pandas(frame).lazy(),
        pa.Table.from_pandas,
    ],
    ids=["pandas", "polars", "polars lazy", "arrow"],
)
def test_tables_in_memory_give_the_same_people(tmp_path: Path, made: Any) -> None:
    assert people(staged(tmp_path, (made(PERSONS), made(HOUSEHOLDS)))) == EXPECTED


def test_a_file_beside_a_table_in_memory(tmp_path: Path) -> None:
    in_csv(PERSONS, tmp_path / "people.csv")
    assert people(staged(tmp_path, {"persons": tmp_path / "people.csv", "households": HOUSEHOLDS})) == EXPECTED


def test_ids_that_are_numbers_are_taken_as_text(tmp_path: Path) -> None:
    people_table = persons(wage=[1, 2]).assign(person_id=[10, 9], household_id=[1.0, 2.0])
    homes = pd.DataFrame({"household_id": ["1", "2"]})
    loaded = load_block(load_country("uzbekistan"), staged(tmp_path, (people_table, homes)), 0)
    assert loaded.person_ids.to_pylist() == ["10", "9"]
    assert loaded.household_ids.to_pylist() == ["1", "2"]


def test_leading_zeros_of_ids_are_kept_and_told_apart(tmp_path: Path) -> None:
    csv(tmp_path / "persons.csv", "person_id,household_id,role\n1,01,head\n2,1,head\n3,001,head")
    csv(tmp_path / "households.csv", "household_id\n01\n1\n2")
    found = staged(tmp_path, tmp_path)
    assert found.households == 2
    assert 'so that "01" is not "1"' in finding(found, "household_id: expected one of the households").sentence


def test_semicolons_tabs_and_the_mark_of_excel_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "persons.csv").write_bytes(
        "\ufeffperson_id;household_id;role;wage\r\n01;A; head ;12.5\r\n\r\n".encode("utf-8")
    )
    (folder / "households.csv").write_text('household_id\tweight\n"A"\t2\n')
    loaded = load_block(load_country("uzbekistan"), staged(tmp_path, folder), 0)
    assert loaded.person_ids.to_pylist() == ["01"]
    assert loaded.block.stated["wage"][None].values.tolist() == [12.5]


def wages(tmp_path: Path, cells: list[str], mapping: str | None = None) -> Any:
    lines = [f"p{number};h{number};head;{cell}" for number, cell in enumerate(cells)]
    csv(tmp_path / "persons.csv", "\n".join(["person_id;household_id;role;wage", *lines]))
    csv(tmp_path / "households.csv", "\n".join(["household_id", *(f"h{number}" for number in range(len(cells)))]))
    return staged(tmp_path, tmp_path, mapping)


def test_a_number_that_could_mean_two_things_refuses_its_row(tmp_path: Path) -> None:
    found = wages(tmp_path, ["5", "1,5", "1.000.000", "1 000", "0x10", "1_000", "12 sum", "NA", "1e3", ""])
    assert refused(found)["wage: expected a number"] == 7
    loaded = load_block(load_country("uzbekistan"), found, 0)
    assert loaded.person_ids.to_pylist() == ["p0", "p8", "p9"]
    assert loaded.block.stated["wage"][None].values[:2].tolist() == [5.0, 1000.0]
    rows = (tmp_path / "staged" / "refused-persons.csv").read_text().splitlines()
    assert rows[:2] == ["row,person_id,household_id,reason", '2,p1,h1,"wage: expected a number, got ""1,5"""']


def test_a_decimal_comma_is_read_where_it_is_said_so(tmp_path: Path) -> None:
    found = wages(tmp_path, ["5", "1,5", "1.5", "1.000,5"], "persons: {decimal: comma}")
    loaded = load_block(load_country("uzbekistan"), found, 0)
    assert loaded.person_ids.to_pylist() == ["p0", "p1"]
    assert loaded.block.stated["wage"][None].values.tolist() == [5.0, 1.5]


def told(tmp_path: Path, tables: Any, mapping: str | None = None) -> str:
    """The one sentence with which tables are refused, the folder shortened."""
    with pytest.raises(InputError) as error:
        staged(tmp_path, tables, mapping)
    sentence = str(error.value)
    assert len(sentence.splitlines()) == 1
    return sentence.replace(str(tmp_path), "FOLDER")


GOOD = b"person_id,household_id,role\n1,A,head\n"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "FOLDER/persons.csv: is empty; its first line names the columns."),
        (
            b"name\nx\n",
            'FOLDER/persons.csv: its first line names no column "household_id"; '
            "values stand between commas, semicolons, tabs or bars.",
        ),
        (GOOD + b"2,B\n", "FOLDER/persons.csv, line 3: expected 3 values, got 2; "),
        (GOOD + b"2,B,head,5\n", "FOLDER/persons.csv, line 3: expected 3 values, got 4; "),
        (GOOD + b'2,"B,head\n', "FOLDER/persons.csv, line 3: a quote is opened and never closed."),
        (GOOD + b"2,\xe9,head\n", "FOLDER/persons.csv: is not a UTF-8 text file; save it as CSV UTF-8."),
        (
            GOOD + b"1,A,head\n" * 2000 + b"2,\xe9,head\n",
            "FOLDER/persons.csv, line 2003: is not UTF-8 text; save it as CSV UTF-8.",
        ),
        (GOOD.decode().encode("utf-16"), "FOLDER/persons.csv: is not a UTF-8 text file; save it as CSV UTF-8."),
        (
            b"person_id,household_id,role,role\n",
            'FOLDER/persons.csv: has two columns "role", capitals or not: rename one.',
        ),
        (
            b"person_id,household_id,role,Role\n1,A,head,x\n",
            'FOLDER/persons.csv: has two columns "role", capitals or not: rename one.',
        ),
        (b"id,household_id,role\n1,A,head\n", 'persons.person_id: there is no column "person_id".'),
    ],
)
def test_a_csv_that_cannot_be_read(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "persons.csv").write_bytes(content)
    in_csv(HOUSEHOLDS, tmp_path / "households.csv")
    found = told(tmp_path, tmp_path)
    assert found.startswith(sentence)
    assert "\xe9" not in found


def test_folders_that_hold_no_tables(tmp_path: Path) -> None:
    assert told(tmp_path, tmp_path / "none") == (
        "FOLDER/none: is no folder; name one that holds persons and households."
    )
    assert told(tmp_path, tmp_path) == (
        "FOLDER: holds no persons: expected persons.parquet, .csv, .arrow, .dta or .sav, or a folder persons of parts."
    )
    in_csv(PERSONS, tmp_path / "persons.csv")
    assert told(tmp_path, tmp_path).startswith("FOLDER: holds no households")
    in_csv(HOUSEHOLDS, tmp_path / "households.csv")
    in_parquet(PERSONS, tmp_path / "persons.parquet")
    assert told(tmp_path, tmp_path) == (
        "FOLDER: holds persons twice, persons.csv and persons.parquet: keep one, or name it with `file:` in a mapping."
    )
    assert staged(tmp_path, tmp_path, "persons: {file: persons.csv}").persons == 3


@pytest.mark.parametrize("suffix", [".parquet", ".arrow", ".dta", ".sav"])
def test_a_file_that_is_not_what_its_name_says(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"persons{suffix}").write_bytes(b"not at all " * 20)
    in_csv(HOUSEHOLDS, tmp_path / "households.csv")
    assert told(tmp_path, tmp_path).startswith(f"FOLDER/persons{suffix}: cannot be read: ")


def test_twins_among_the_columns_of_a_table_in_memory(tmp_path: Path) -> None:
    table = pa.table(
        [["1"], ["A"], ["head"], [1.0], [2.0]], names=["person_id", "household_id", "role", "wage", "Wage"]
    )
    sentence = 'persons: has two columns "wage", capitals or not: rename one.'
    assert told(tmp_path, (table, HOUSEHOLDS)) == sentence
    pq.write_table(table, tmp_path / "persons.parquet")
    in_csv(HOUSEHOLDS, tmp_path / "households.csv")
    assert told(tmp_path, tmp_path) == sentence


def test_a_parquet_file_that_breaks_off_inside(tmp_path: Path) -> None:
    in_parquet(pd.concat([PERSONS] * 2000, ignore_index=True), tmp_path / "persons.parquet")
    in_csv(HOUSEHOLDS, tmp_path / "households.csv")
    content = bytearray((tmp_path / "persons.parquet").read_bytes())
    content[4:400] = b"\xff" * 396
    (tmp_path / "persons.parquet").write_bytes(content)
    assert told(tmp_path, tmp_path).startswith("FOLDER/persons.parquet: cannot be read to its end: ")


def test_parts_that_differ(tmp_path: Path) -> None:
    (tmp_path / "persons").mkdir()
    in_csv(PERSONS, tmp_path / "persons" / "a.csv")
    in_csv(PERSONS.rename(columns={"wage": "income"}), tmp_path / "persons" / "b.csv")
    in_csv(HOUSEHOLDS, tmp_path / "households.csv")
    assert told(tmp_path, tmp_path) == (
        'FOLDER/persons/b.csv: has other columns than a.csv: "income" is in one of them only.'
    )
    (tmp_path / "persons" / "b.csv").unlink()
    in_parquet(PERSONS, tmp_path / "persons" / "b.parquet")
    assert told(tmp_path, tmp_path).startswith("FOLDER/persons: holds parts of several kinds (.csv, .parquet)")


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        ((PERSONS,), "tables: expected a pair, persons and households; got 1 tables."),
        ({"persons": PERSONS}, "tables: expected a folder, or two tables: persons and households."),
        (5, "tables: expected a folder, or two tables: persons and households."),
        ((PERSONS, 5), "households: expected a pandas, polars or Arrow table, got int."),
    ],
)
def test_what_are_no_tables(tmp_path: Path, tables: Any, sentence: str) -> None:
    assert told(tmp_path, tables) == sentence


def test_stata_value_labels_may_stand_in_a_recode(tmp_path: Path) -> None:
    frame = persons(q2=[1.0, 2.0]).drop(columns="role").assign(relation=[1.0, 1.0])
    labels = {"q2": {1: "Erkak", 2: "Ayol"}, "relation": {1: "Head of household"}}
    pyreadstat.write_dta(frame, str(tmp_path / "persons.dta"), variable_value_labels=labels)
    in_csv(households(2), tmp_path / "households.csv")
    mapping = """
    persons:
      role: {column: relation, recode: {Head of household: head}}
      variables:
        sex: {column: q2, recode: {Erkak: male, 2: female}}
    """
    loaded = load_block(load_country("uzbekistan"), staged(tmp_path, tmp_path, mapping), 0)
    assert list(loaded.block.stated["sex"][None].values.decode_to_str()) == ["male", "female"]
    assert told(tmp_path / "wrong", tmp_path, mapping.replace("Erkak", "Erkka")) == (
        'mapping.yaml: persons.variables.sex: recode: "Erkka" is no code of column "q2", which holds numbers. '
        'Did you mean "Erkak"? Its value labels are Erkak, Ayol.'
    )
