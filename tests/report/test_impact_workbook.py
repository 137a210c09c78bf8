"""Results of a population as a workbook and as Parquet: the numbers themselves, read back."""

from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest

from openfisca_country.law import LawError
from openfisca_country.population.impact_results import Estimate
from openfisca_country.report.impact_flat import as_arrow
from openfisca_country.report.impact_tables import impact_tables, write_tables
from openfisca_country.report.impact_workbook import HEAD, write_workbook
from tests.report.impacts import WITHHELD, impact, row


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("book") / "impact.xlsx"
    write_workbook(impact(2), path)
    return openpyxl.load_workbook(path)


def columns(sheet: Any) -> dict[str, list[Any]]:
    """Return the cells below each heading."""
    headings = [cell.value for cell in sheet[HEAD]]
    rows = list(sheet.iter_rows(min_row=HEAD + 1, values_only=True))
    return {heading: [line[place] for line in rows] for place, heading in enumerate(headings) if heading}


def test_each_family_has_a_sheet_between_what_it_is_about_and_what_it_means(book: Any) -> None:
    assert book.sheetnames == [
        "About", "Budget", "Poverty", "Inequality", "Incomes", "Benefits", "SDG 1.3.1", "Deciles",
        "Gainers and losers", "Household types", "Lorenz curves", "Definitions", "Data",
    ]  # fmt: skip


def test_the_budget_is_there_to_the_last_unit(book: Any) -> None:
    found = columns(book["Budget"])
    lines = impact(2).budget
    assert found["Payment, tax or contribution"] == [each.label for each in lines]
    assert found["Current law"] == [each.amounts["current"].value for each in lines]
    assert found["Child allowance for all"] == [each.amounts["first"].value for each in lines]
    differences = [each.differences["second"].value for each in lines]
    assert found["Difference: No indexation of pensions in 2026"] == differences


def test_indicators_carry_their_errors_and_intervals(book: Any) -> None:
    found = columns(book["Poverty"])
    rows = [each for each in impact(2).rows if each.indicator in ("poverty_headcount", "poverty_gap", "number_of_poor")]
    assert found["Indicator"] == [each.label for each in rows]
    assert found["Current law"] == [each.baseline.value for each in rows]
    assert found["Current law: standard error"] == [each.baseline.error for each in rows]
    high = [each.differences["first"].high for each in rows]
    assert found["Difference: Child allowance for all: high"] == pytest.approx(high)


def test_a_withheld_number_is_two_dots_and_the_sheet_says_what_they_mean(book: Any) -> None:
    found = columns(book["Gainers and losers"])
    richest = [place for place, level in enumerate(found["Part"]) if level == "10"]
    assert len(richest) == 2
    assert {found["Gains more than 5 %"][place] for place in richest} == {".."}
    note = " ".join(str(cell.value) for cell in book["Gainers and losers"][2])
    assert ".. is withheld: fewer than 10 households stand behind it." in note


def test_numbers_are_numbers_with_a_format_that_can_be_read(book: Any) -> None:
    budget = book["Budget"]
    place = [cell.value for cell in budget[HEAD]].index("Current law") + 1
    assert budget.cell(HEAD + 1, place).number_format == "#,##0"
    gainers = book["Gainers and losers"]
    place = [cell.value for cell in gainers[HEAD]].index("All who gain") + 1
    assert gainers.cell(HEAD + 1, place).number_format == "0.0%"
    inequality = book["Inequality"]
    place = [cell.value for cell in inequality[HEAD]].index("Current law") + 1
    assert inequality.cell(HEAD + 1, place).number_format == "0.000"


def test_headings_stay_in_sight(book: Any) -> None:
    for name in book.sheetnames[1:-2]:
        assert book[name].freeze_panes is not None
        assert int("".join(each for each in book[name].freeze_panes if each.isdigit())) == HEAD + 1
        assert book[name].auto_filter.ref.startswith(f"A{HEAD}:")


def test_definitions_data_and_stamp_are_in_the_book(book: Any) -> None:
    text = {name: [str(cell) for line in book[name].values for cell in line if cell] for name in book.sheetnames}
    assert "Gini coefficient" in text["Definitions"]
    assert "Twice the area between the curves (https://example.org/gini)." in text["Definitions"]
    assert "One household has no head <b>and</b> is refused." in text["Data"]
    assert {"0.2.0", "46.0.1", "2026-05-31", "The law was last verified on 31 May 2026."} <= set(text["About"])


def test_a_label_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    hostile = row("gini", '=HYPERLINK("http://evil.example","Gini")', [0.4, 0.3])
    write_workbook(impact(1, rows=(hostile,)), tmp_path / "x.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["Inequality"]
    cell = next(cell for cell in sheet[HEAD + 1] if str(cell.value).startswith("=HYPERLINK"))
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(LawError, match=r"no/such/x\.xlsx: cannot be written \(No such file or directory\)\.$"):
        write_workbook(impact(1), tmp_path / "no/such/x.xlsx")


def test_parquet_has_the_same_numbers_and_says_what_is_withheld(tmp_path: Path) -> None:
    paths = write_tables(impact(1), tmp_path / "tables")
    assert {path.name for path in paths} == {
        "budget.parquet", "poverty.parquet", "inequality.parquet", "incomes.parquet", "benefits.parquet",
        "sdg_1_3_1.parquet", "deciles.parquet", "gainers_and_losers.parquet", "household_types.parquet",
        "lorenz_curves.parquet",
    }  # fmt: skip
    gainers = pyarrow.parquet.read_table(tmp_path / "tables" / "gainers_and_losers.parquet").to_pylist()
    everybody, poorest, richest = gainers[0], gainers[1], gainers[-1]
    assert everybody["gaining"] == pytest.approx(0.38)
    assert (poorest["losing"], poorest["losing_withheld"]) == (0.02, False)
    assert (richest["losing"], richest["losing_withheld"]) == (None, True)
    deciles = pyarrow.parquet.read_table(tmp_path / "tables" / "deciles.parquet")
    assert deciles["gain_error"].to_pylist() == [4000.0] * 10


def test_every_estimate_of_the_indicators_is_in_the_tables() -> None:
    """One row an indicator and part; one cell a law, one a difference."""
    found = impact(2)
    tables = {table.name: table for table in impact_tables(found)}
    kept = [
        line for name in ("Poverty", "Inequality", "Incomes", "Benefits", "SDG 1.3.1") for line in tables[name].rows
    ]
    assert len(kept) == len(found.rows)
    told = [cell for line in kept for cell in line if isinstance(cell, Estimate)]
    wanted = [
        each for line in found.rows for each in (line.baseline, *line.reforms.values(), *line.differences.values())
    ]
    assert sorted(map(repr, told)) == sorted(map(repr, wanted))


def test_a_table_of_withheld_numbers_alone_can_be_written() -> None:
    hidden = row("gini", "Gini coefficient", [0.4, 0.3])
    hidden = type(hidden)(**{**vars(hidden), "baseline": WITHHELD, "reforms": {"first": WITHHELD}})
    table = next(each for each in impact_tables(impact(1, rows=(hidden,))) if each.name == "Inequality")
    arrow = as_arrow(table)
    assert arrow["current"].to_pylist() == [None]
    assert arrow["current_withheld"].to_pylist() == [True]
