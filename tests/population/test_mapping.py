"""`mapping.yaml`: other people's columns become the vocabulary, and everything that does not fit is told at once."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from openfisca_country.law import InputError
from openfisca_country.law.catalogue import load_country
from openfisca_country.population.tables.blocks import LoadedBlock, load_block
from openfisca_country.population.tables.mapping import load_mapping, parse_mapping
from tests.population.tables import finding, households, persons, refused, staged


def loaded(found: Any) -> LoadedBlock:
    return load_block(load_country("uzbekistan"), found, 0)


def values(found: Any, variable: str, period: str | None = None) -> list[Any]:
    """What is stated of a variable, person by person in the order of their ids; nothing where nothing is."""
    layer = loaded(found).block.stated[variable][period]
    listed = layer.values.decode_to_str() if hasattr(layer.values, "decode_to_str") else layer.values
    kept = [True] * len(listed) if layer.mask is None else layer.mask
    return [
        (value.item() if hasattr(value, "item") else value) if keep else None
        for value, keep in zip(listed, kept, strict=True)
    ]


def test_a_survey_with_its_own_names_and_codes(tmp_path: Path) -> None:
    people = pd.DataFrame(
        {
            "hhid": [7, 7, 8],
            "indid": [1, 2, 1],
            "relation": [1, 3, 9],
            "q12": [18.0, None, 1200.0],
            "sexo": ["M", "F", "F"],
            "studies": [2, 1, 2],
            "shoe_size": [44, 30, 40],
        }
    )
    homes = pd.DataFrame({"hhid": [7, 8], "hhweight": [10.5, 2.0], "geo1": ["N", "S"], "urbrur": [1, 2], "ea": [3, 4]})
    mapping = """
    persons:
      person_id: [hhid, indid]
      household_id: hhid
      role: {column: relation, recode: {1: head, 2: spouse, 3: child, default: other}}
      variables:
        wage: {column: q12, unit: thousand, period: year}
        sex: {column: sexo, recode: {M: male, F: female}}
        is_student: {column: studies, recode: {1: true, 2: false}}
    households:
      household_id: hhid
      weight: hhweight
      stratum: [geo1, urbrur]
      cluster: ea
      variables:
        is_rural: {column: urbrur, recode: {1: false, 2: true}}
      keep: [geo1]
    """
    found = staged(tmp_path, (people, homes), mapping)
    block = loaded(found)
    assert block.person_ids.to_pylist() == ["7-1", "7-2", "8-1"]
    assert block.block.roles.tolist() == [0, 2, 3]
    assert values(found, "wage") == [1500.0, None, 100000.0]  # 18 thousand a year are 1,500 a month
    assert values(found, "sex") == ["male", "female", "female"]
    assert values(found, "is_student") == [False, True, False]
    assert values(found, "is_rural") == [False, True]
    assert block.design.to_pylist() == [
        {"household_id": "7", "weight": 10.5, "stratum": "N-1", "cluster": "3", "geo1": "N"},
        {"household_id": "8", "weight": 2.0, "stratum": "S-2", "cluster": "4", "geo1": "S"},
    ]
    columns = {(each.entity, each.taken_as): each for each in found.report.columns}
    assert columns["persons", "wage"].how == "an amount a year, made one a month: × 1,000 ÷ 12"
    assert columns["persons", "wage"].minimum == 1500.0
    assert columns["persons", "person_id"].how == "joined: hhid + indid"
    assert [each.name for each in found.report.columns if not each.taken_as] == ["shoe_size"]
    assert finding(found, "column ignored").sentence.startswith("Column shoe_size of persons is ignored: ")


@pytest.mark.parametrize(
    ("rule", "amount"),
    [
        ("{column: q, period: month}", 1200.0),
        ("{column: q, period: year}", 100.0),
        ("{column: q, period: quarter}", 400.0),
        ("{column: q, period: week}", 5200.0),  # 52 weeks a year, 12 months
        ("{column: q, period: fortnight}", 2600.0),
        ("{column: q, period: day}", 36500.0),
        ("{column: q, unit: hundred}", 120000.0),
        ("{column: q, unit: million}", 1200000000.0),
        ("{column: q, times: 0.5}", 600.0),
        ("{column: q, times: 2, unit: thousand, period: year}", 200000.0),
    ],
)
def test_amounts_are_brought_to_the_unit_and_the_month(tmp_path: Path, rule: str, amount: float) -> None:
    found = staged(tmp_path, (persons(q=[1200.0]), households(1)), f"persons: {{variables: {{wage: {rule}}}}}")
    assert values(found, "wage") == [amount]


def test_a_yearly_variable_takes_a_year_as_it_is(tmp_path: Path) -> None:
    system = load_country("mongolia")
    yearly = next(
        each.name
        for each in system.variables.values()
        if str(each.definition_period) == "year" and each.unit == "currency/year" and each.entity.key == "person"
    )
    from openfisca_country.population.tables.staging import stage

    mapping = parse_mapping(f"persons: {{variables: {{{yearly}@2026: {{column: q, period: month}}}}}}")
    found = stage(system, (persons(q=[100.0]), households(1)), "2026", tmp_path / "staged", mapping)
    block = load_block(system, found, 0).block
    assert block.stated[yearly]["2026"].values.tolist() == [1200.0]


def test_shares_given_in_percent(tmp_path: Path) -> None:
    mapping = "persons: {variables: {working_capacity_loss: {column: q, unit: percent}}}"
    assert values(staged(tmp_path, (persons(q=[45, 7]), households(2)), mapping), "working_capacity_loss") == [
        0.45,
        0.07,
    ]


def test_a_column_of_one_month(tmp_path: Path) -> None:
    mapping = "persons: {variables: {wage@2026-03: {column: q, unit: thousand}, wage: w}}"
    found = staged(tmp_path, (persons(q=[1.5], w=[7.0]), households(1)), mapping)
    assert (values(found, "wage", "2026-03"), values(found, "wage")) == ([1500.0], [7.0])


def test_codes_that_are_not_listed_refuse_their_rows(tmp_path: Path) -> None:
    mapping = "persons: {variables: {sex: {column: q, recode: {1: male, 2: female, 9: null}}}}"
    found = staged(tmp_path, (persons(q=[1, 2, 9, 3, None]), households(5)), mapping)
    assert values(found, "sex") == ["male", "female", None, None]
    assert refused(found)["sex: expected one of the codes recoded"] == 1
    reasons = (tmp_path / "staged" / "refused-persons.csv").read_text()
    assert '4,p3,h3,"sex: expected one of the codes recoded, got 3.0"' in reasons


def test_codes_in_a_csv_are_matched_as_they_are_written(tmp_path: Path) -> None:
    """A number in the mapping is matched by its value (survey programs write 1 as 1.0), a text letter by letter."""
    (tmp_path / "persons.csv").write_text(
        "person_id,household_id,role,q\n1,A,head,1\n2,B,head,1.0\n3,C,head,01\n4,D,head,no\n5,E,head,No\n"
    )
    (tmp_path / "households.csv").write_text("household_id\nA\nB\nC\nD\nE\n")
    mapping = "persons: {variables: {is_student: {column: q, recode: {1: true, no: false}}}}"
    found = staged(tmp_path, tmp_path, mapping)
    assert values(found, "is_student") == [True, True, True, False]
    text = "persons: {variables: {is_student: {column: q, recode: {'01': true, default: false}}}}"
    assert values(staged(tmp_path / "b", tmp_path, text), "is_student") == [False, False, True, False, False]


def test_codes_for_not_known(tmp_path: Path) -> None:
    mapping = """
    persons:
      missing: [-9]
      variables:
        wage: {column: q, missing: [999999, 888888]}
    """
    found = staged(tmp_path, (persons(q=[5, -9, 999999, 888888], insured_months=[1, 2, -9, 3]), households(4)), mapping)
    assert values(found, "wage") == [5.0, None, None, None]
    assert values(found, "insured_months") == [1, 2, None, 3]


def test_days_written_otherwise(tmp_path: Path) -> None:
    mapping = "persons: {variables: {birth_date: {column: q, format: '%d.%m.%Y'}}}"
    found = staged(tmp_path, (persons(q=["12.05.1990", "31.02.1990", "1990-05-12"]), households(3)), mapping)
    assert list(map(str, values(found, "birth_date"))) == ["1990-05-12"]
    assert refused(found)["birth_date: expected a day of the calendar written as 1990-05-12"] == 2


@pytest.mark.parametrize(
    ("rule", "born"),
    [
        # 30 on 15 March 2026: born from 16 March 1995 to 15 March 1996; the middle is half a year before
        ("{column: q, from: age, on: 2026-03-15}", "1995-09-15"),
        ("{column: q, from: age, on: told}", "1994-08-28"),
        ("{column: q, from: birth_year}", "0030-07-01"),
    ],
)
def test_a_birth_date_of_an_age(tmp_path: Path, rule: str, born: str) -> None:
    mapping = f"persons: {{ignore: [told], variables: {{birth_date: {rule}}}}}"
    if "birth_year" in rule:
        people, born = persons(q=[1985], told=["2025-02-28"]), "1985-07-01"
    else:
        people = persons(q=[30], told=["2025-02-28"])
    found = staged(tmp_path, (people, households(1)), mapping)
    assert list(map(str, values(found, "birth_date"))) == [born]
    assert "the birthday is assumed" in finding(found, "birth date assumed").sentence


def test_birthdays_spread_over_the_year_that_is_possible(tmp_path: Path) -> None:
    count = 730
    people = persons(q=[30] * count)
    mapping = "persons: {variables: {birth_date: {column: q, from: age, on: 2026-03-15, birthday: spread}}}"
    born = sorted(map(str, values(staged(tmp_path / "a", (people, households(count)), mapping), "birth_date")))
    assert born[0] >= "1995-03-16"
    assert born[-1] <= "1996-03-15"
    by_month = pd.Series(born).str[:7].value_counts()
    assert len(by_month) == 13  # both halves of March among them
    assert by_month.drop(["1995-03", "1996-03"]).between(30, 95).all()  # 61 a month are expected
    again = staged(tmp_path / "b", (people.iloc[::-1], households(count)), mapping)
    assert sorted(map(str, values(again, "birth_date"))) == born


def test_a_child_born_in_the_last_year_is_born_by_its_last_day(tmp_path: Path) -> None:
    mapping = "persons: {variables: {birth_date: {column: q, from: birth_year}}}"
    tables = persons(q=[2026, 2027]), households(2)
    found = staged(tmp_path, tables, mapping, period="2026-03")
    assert list(map(str, values(found, "birth_date"))) == ["2026-03-31"]
    assert found.report.refused_persons == 1


@pytest.mark.parametrize("age", [-1, 131, 30.5, "thirty"])
def test_what_is_no_age(tmp_path: Path, age: Any) -> None:
    mapping = "persons: {variables: {birth_date: {column: q, from: age, on: 2026-03-15}}}"
    found = staged(tmp_path, (persons(q=[str(age), "30"]), households(2)), mapping)
    assert refused(found)["birth_date: expected an age in whole years from 0 to 130"] == 1


def faults(tmp_path: Path, mapping: str, **columns: list[Any]) -> list[str]:
    """All that is wrong with a mapping of a table, a sentence each, without the name of its file."""
    with pytest.raises(InputError) as error:
        staged(tmp_path, (persons(**(columns or {"q": [1]})), households(1, area=["x"])), mapping)
    told = [str(each) for each in error.value.errors]
    assert all(each.startswith("mapping.yaml: ") and each.endswith((".", "?")) for each in told)
    return [each.removeprefix("mapping.yaml: ") for each in told]


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    mapping = """
    persons:
      person_id: pid
      colour: red
      role: {column: role, recode: {head: boss, default: other}}
      variables:
        waeg: q
        wage: {column: qq, unit: thousend}
        wage@2026-13: q
        is_rural: q
        sex: {column: q, recode: {1: men}}
        insured_months: {column: q, recode: {1: 1.5}}
        birth_date: {column: q, from: age}
        remittances: {colum: q}
      ignore: [nothing]
    households:
      keep: [areaa, weight]
      decimal: semicolon
    village: {}
    """
    assert faults(tmp_path, mapping) == [
        "village: is not a key known here. There are: persons, households.",
        "persons.colour: is not a key known here. There are: file, household_id, variables, ignore, missing, decimal, "
        "delimiter, person_id, role.",
        'persons.variables.wage.unit: expected one of one, hundred, thousand, million, percent; got "thousend". '
        'Did you mean "thousand"?',
        "persons.variables.birth_date: an age needs `on:`, the day it was told (2026-03-15) or the column that holds "
        "that day.",
        'persons.variables.remittances.colum: is not a key known here. Did you mean "column"? There are: column, '
        "recode, unit, period, times, missing, format, from, on, birthday.",
        "persons.variables.remittances: names no column.",
        'households.decimal: expected one of point, comma; got "semicolon".',
        'persons.person_id: there is no column "pid".',
        'persons.ignore: there is no column "nothing".',
        'persons.role: recode: head becomes "boss", and role takes one of head, spouse, child, other.',
        'persons.variables.waeg: "waeg" is not a variable of persons. Did you mean "wage"?',
        'persons.variables.wage: there is no column "qq". Did you mean "q"?',
        'persons.variables.wage@2026-13: "2026-13" is not a period: a column of one period is called wage@2026-01.',
        "persons.variables.is_rural: is_rural is a variable of households, not of persons.",
        'persons.variables.sex: recode: 1 becomes "men", and sex takes one of female, male.',
        'persons.variables.insured_months: recode: 1 becomes "1.5", and insured_months takes whole numbers.',
        'households.keep: there is no column "areaa". Did you mean "area"?',
        'households.keep: "weight" means something in the results already: rename it.',
    ]


@pytest.mark.parametrize(
    ("mapping", "columns", "fault"),
    [
        (
            "persons: {variables: {wage: q, other_income: q}}",
            {"q": [1]},
            'persons.variables.other_income: "q" is mapped to wage already: keep one of the two.',
        ),
        (
            "persons: {variables: {wage: q}}",
            {"q": [1], "wage": [2]},
            'persons.variables.wage: "q" is mapped to wage, and a column wage is there too: `ignore:` one.',
        ),
        (
            "persons: {variables: {sex: q}}",
            {"q": [1]},
            'persons.variables.sex: column "q" holds whole numbers, and sex takes one of female, male. '
            "Say what its codes mean with `recode:`, such as {1: female}.",
        ),
        (
            "persons: {variables: {birth_date: q}}",
            {"q": [35]},
            'persons.variables.birth_date: column "q" holds whole numbers, and birth_date takes days. '
            "An age makes a birth_date with `from: age`.",
        ),
        (
            "persons: {variables: {wage: q}}",
            {"q": [True]},
            'persons.variables.wage: column "q" holds true and false, and wage takes numbers.',
        ),
        (
            "persons: {variables: {wage: q}}",
            {"q": [[1, 2]]},
            'persons.variables.wage: column "q" holds neither texts nor numbers, and wage takes numbers.',
        ),
        (
            "persons: {variables: {insured_months: {column: q, period: year}}}",
            {"q": [1]},
            "persons.variables.insured_months: `period:` is for amounts of money that flow, "
            "and the unit of insured_months is month.",
        ),
        (
            "persons: {variables: {sex: {column: q, unit: thousand, recode: {1: male}}}}",
            {"q": [1]},
            "persons.variables.sex: `unit:` does not go with `recode:`.",
        ),
        (
            "persons: {variables: {wage@2026: q}}",
            {"q": [1]},
            "persons.variables.wage@2026: wage is a value of a month, not of a year: "
            "a column of one period is called wage@2026-01.",
        ),
        (
            "persons: {variables: {sex@2026-01: {column: q, recode: {1: male}}}}",
            {"q": [1]},
            "persons.variables.sex@2026-01: sex does not change over time: its column is called sex, without a period.",
        ),
        (
            "persons: {variables: {wage: {column: q, from: age, on: 2026-03-15}}}",
            {"q": [1]},
            "persons.variables.wage: `from: age` makes a birth_date, and nothing else.",
        ),
        (
            "persons: {variables: {birth_date: {column: q, from: age, on: tolld}}}",
            {"q": [1], "told": ["2026-01-01"]},
            'persons.variables.birth_date.on: there is no column "tolld". Did you mean "told"?',
        ),
        (
            "persons: {person_id: born}",
            {"born": [pd.Timestamp("2020-01-01")]},
            "persons.person_id: an id is a text or a whole number.",
        ),
        (
            "persons: {variables: {role: q}, role: role}",
            {"q": ["head"]},
            "persons.variables.role: stands twice: here and as persons.role; keep one.",
        ),
        (
            "persons: {variables: {wage: {column: q, times: 0}}}",
            {"q": [1]},
            "persons.variables.wage.times: expected a number above zero, got 0.",
        ),
        (
            "persons: 5",
            {"q": [1]},
            "persons: expected a section with some of file, household_id, variables, ignore, missing, decimal, delimiter, person_id, role; got 5.",
        ),
    ],
)
def test_one_thing_wrong(tmp_path: Path, mapping: str, columns: Any, fault: str) -> None:
    assert faults(tmp_path, mapping, **columns) == [fault]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("persons: {}\npersons: {}", "mapping: is not sound YAML: line 2: `persons` stands twice."),
        ("persons: [", "mapping: is not sound YAML: line 1: expected the node content, but found '<stream end>'."),
        (
            "on: 2026-02-31",
            "mapping: is not sound YAML: a value in it cannot be read, such as a day outside the calendar.",
        ),
        ("? [1]\n: 2", "mapping: is not sound YAML: line 1: a list or section cannot be a key."),
    ],
)
def test_what_is_no_yaml(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as error:
        parse_mapping(text)
    assert str(error.value) == sentence


def test_a_mapping_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_mapping(tmp_path / "none.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"persons: {file: \xe9}")
    with pytest.raises(InputError, match="is not a UTF-8 text file"):
        load_mapping(tmp_path / "latin.yaml")
