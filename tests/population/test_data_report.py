"""The data report: every row is either taken or refused with its reason, and nothing is assumed in silence."""

import contextlib
import csv as csv_files
import io
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy
import pandas as pd
import pytest
from openfisca_core.errors import ParameterNotFoundError
from rich.console import Console

from openfisca_country.engine import Block, BlockSimulation
from openfisca_country.law import InputError
from openfisca_country.law.catalogue import load_country
from openfisca_country.population.tables.assumed import inputs_read
from openfisca_country.population.tables.blocks import load_block
from openfisca_country.population.tables.data_report import DataReport
from openfisca_country.report.data_report_table import data_report_table
from tests.population.tables import csv, finding, households, persons, refused, staged

MESSY_PERSONS = """
    person_id,household_id,role,wage,birth_date,is_student
    1,A,head,100,1990-05-12,false
    2,A,child,,2020-01-01,true
    3,B,head,-5,1990-05-12,
    4,B,child,,2020-01-01,
    5,C,head,5,1990-05-12,
    6,C,head,5,1991-05-12,
    7,D,spouse,5,1990-05-12,
    7,D,child,5,1990-05-12,
    8,E,boss,5,1990-05-12,
    9,Z,head,5,1990-05-12,
    ,A2,head,5,1990-05-12,
    11,,head,5,1990-05-12,
    12,F,,5,1990-05-12,
    13,G,spouse,7,1970-05-12,
    14,H,head,5,1990-05-12,
    15,I,head,5,1990-05-12,
    16,J,spouse,5,1990-05-12,
    17,J,spouse,5,1990-05-12,
"""
MESSY_HOUSEHOLDS = """
    household_id,weight
    A,10
    A2,1
    B,1
    C,1
    D,1
    E,1
    F,1
    G,4
    H,
    H2,1
    I,-1
    J,1
    J2,1
    J2,1
"""


@pytest.fixture
def messy(tmp_path: Path) -> Any:
    csv(tmp_path / "persons.csv", MESSY_PERSONS)
    csv(tmp_path / "households.csv", MESSY_HOUSEHOLDS)
    return staged(tmp_path, tmp_path)


def rows(found: Any, entity: str) -> dict[int, str]:
    with (found.folder / f"refused-{entity}.csv").open() as file:
        return {int(row["row"]): row["reason"] for row in csv_files.DictReader(file)}


def test_every_refused_person_stands_in_the_file_with_the_reason(messy: Any) -> None:
    assert rows(messy, "persons") == {
        3: 'wage: expected an amount of zero or more, got "-5"',
        4: "another person of the household is refused: 3",
        5: "the household is refused: role: expected one head at most, got 2",
        6: "the household is refused: role: expected one head at most, got 2",
        7: 'person_id: expected an id of one row, got "7" in 2 rows',
        8: 'person_id: expected an id of one row, got "7" in 2 rows',
        9: 'role: expected one of head, spouse, child, other, got "boss"',
        10: 'household_id: expected one of the households, got "Z"',
        11: "person_id: expected an id, got nothing",
        12: "household_id: expected an id, got nothing",
        13: "role: expected a value, got nothing",
        15: "the household is refused: weight: expected a value, got nothing",
        16: 'the household is refused: weight: expected an amount of zero or more, got "-1"',
        17: "the household is refused: role: expected one spouse at most, got 2",
        18: "the household is refused: role: expected one spouse at most, got 2",
    }


def test_every_refused_household_stands_in_the_file_with_the_reason(messy: Any) -> None:
    assert rows(messy, "households") == {
        2: "a person of it is refused: one without an id",
        3: "a person of it is refused: 3",
        4: "role: expected one head at most, got 2",
        5: "a person of it is refused: 7",
        6: "a person of it is refused: 8",
        7: "a person of it is refused: 12",
        9: "weight: expected a value, got nothing",
        10: 'household_id: expected an id that persons name, got "H2"',
        11: 'weight: expected an amount of zero or more, got "-1"',
        12: "role: expected one spouse at most, got 2",
        13: 'household_id: expected an id of one row, got "J2" in 2 rows; '
        'household_id: expected an id that persons name, got "J2"',
        14: 'household_id: expected an id of one row, got "J2" in 2 rows; '
        'household_id: expected an id that persons name, got "J2"',
    }


def test_rows_are_taken_or_refused_and_none_is_lost(messy: Any) -> None:
    report = messy.report
    assert (report.persons, report.households) == (3, 2)
    assert report.persons + report.refused_persons == 18
    assert report.households + report.refused_households == 14
    assert (report.refused_persons, report.refused_households) == (
        len(rows(messy, "persons")),
        len(rows(messy, "households")),
    )
    loaded = load_block(load_country("uzbekistan"), messy, 0)
    assert loaded.person_ids.to_pylist() == ["1", "2", "13"]
    assert loaded.household_ids.to_pylist() == ["A", "G"]


def test_findings_count_rows_and_name_a_few(messy: Any) -> None:
    twins = finding(messy, "person_id: expected an id of one row")
    assert (twins.count, twins.ids, twins.refused) == (2, ("7",), True)
    assert finding(messy, "person_id: expected an id").ids == ("row 11",)
    headless = finding(messy, "household without head")
    assert (headless.count, headless.ids, headless.refused) == (1, ("G",), False)
    own = {kind: count for kind, count in refused(messy).items() if "refused household" not in kind}
    assert sum(count for kind, count in own.items() if kind.startswith("role: expected one of")) == 1
    assert refused(messy)["person of a refused household"] == 7
    assert refused(messy)["household of a refused household"] == 5


def test_columns_are_summed_up_over_the_rows_taken(messy: Any) -> None:
    columns = {each.name: each for each in messy.report.columns if each.entity == "persons"}
    assert (columns["wage"].minimum, columns["wage"].maximum, columns["wage"].missing) == (7.0, 100.0, 1)
    assert columns["wage"].unit == "currency/month"
    assert (columns["birth_date"].minimum, columns["birth_date"].maximum) == ("1970-05-12", "2020-01-01")
    assert columns["is_student"].levels == (("false", 1), ("true", 1))
    assert columns["is_student"].missing == 1


def test_inputs_that_nobody_states_are_assumed_and_told(messy: Any) -> None:
    assumed = {each.variable: each for each in messy.report.assumed}
    assert assumed["wage"].count == 1  # of the child, whose cell is empty
    assert assumed["is_student"].count == 1
    assert "birth_date" not in assumed
    assert (assumed["sex"].value, assumed["sex"].count) == ("female", 3)
    assert "income_tax" not in assumed
    assert all(each.programmes for each in assumed.values())
    system = load_country("uzbekistan")
    assert set(assumed) <= set(inputs_read(system, "2026"))
    assert all(not system.variables[name].formulas for name in assumed)


@pytest.mark.parametrize("country", ["uzbekistan", "mongolia"])
def test_what_programmes_read_is_what_a_trace_of_each_alone_sees(country: str) -> None:
    system = load_country(country)
    expected: dict[str, set[str]] = {}
    for programme in system.book.programmes.values():
        nobody = Block(1, 1, numpy.zeros(1, dtype=numpy.intp), numpy.zeros(1, dtype=numpy.int8), {})
        simulation: Any = BlockSimulation(system, nobody)
        simulation.trace = True
        for name in programme.variables:
            unit = system.variables[name].definition_period
            with contextlib.suppress(ParameterNotFoundError):
                simulation.ask(name, {"month": "2021-03", "year": "2021"}.get(str(unit), "ETERNITY"))
        nodes = list(simulation.tracer.trees)
        while nodes:
            node = nodes.pop()
            nodes += node.children
            if not system.variables[node.name].formulas and node.name not in system.outputs:
                expected.setdefault(node.name, set()).add(programme.name)
    found = inputs_read(system, "2021-03")
    assert {name: set(programmes) for name, programmes in found.items()} == expected


def test_the_report_is_the_same_after_it_was_written(messy: Any) -> None:
    written = json.loads(json.dumps(asdict(messy.report), default=str))
    assert DataReport.from_plain(written) == messy.report


def test_nothing_of_a_person_but_an_id_is_in_the_report(messy: Any, tmp_path: Path) -> None:
    people = persons(sex=["a private fact"], wage=[3]).assign(person_id=["the id"])
    more = pd.concat([people, persons(sex=["male"], wage=[123457]).assign(household_id="h1")])
    found = staged(tmp_path / "other", (more, households(2)))
    text = json.dumps(asdict(found.report))
    assert "the id" in text
    assert "a private fact" not in text


def test_tables_of_which_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        staged(tmp_path, (persons(wage=[-1]), households(1)))
    assert str(error.value).startswith(
        "no household is left to evaluate: 1 person refused: wage: expected an amount of zero or more."
    )
    csv(tmp_path / "persons.csv", "person_id,household_id,role")
    csv(tmp_path / "households.csv", "household_id")
    with pytest.raises(InputError, match="no household is left to evaluate: the tables are empty"):
        staged(tmp_path, tmp_path)


def test_households_without_weight_or_design_are_told(tmp_path: Path) -> None:
    found = staged(tmp_path, (persons(wage=[1]), pd.DataFrame({"household_id": ["h0"]})))
    kinds = {each.kind for each in found.report.findings}
    assert {"no weights", "no survey design"} <= kinds
    whole = staged(tmp_path / "whole", (persons(wage=[1]), households(1, stratum=["a"])))
    assert not {"no weights", "no survey design"} & {each.kind for each in whole.report.findings}


def test_the_report_in_the_terminal(messy: Any) -> None:
    console = Console(width=140, record=True, file=io.StringIO())
    console.print(data_report_table(messy.report))
    text = console.export_text()
    assert "3 persons in 2 households" in text
    assert "refused: 15 persons, 12 households" in text
    assert "✗ 2 persons refused: person_id: expected an id of one row. (7, …)" in text
    assert "! 1 household without a head: rules that look at the head find nobody. (G)" in text
    (wage,) = [line for line in text.splitlines() if line.startswith("wage ")]
    assert wage.split() == ["wage", "as", "named", "7", "100", "33%"]
    assert "Assumed, because the tables do not say" in text
