"""What the page on tables says is what happens: its tables are taken, its mappings fit them, its Python runs."""

import re
from pathlib import Path
from typing import Any

import pytest

from openfisca_country.law.catalogue import load_country
from openfisca_country.population.tables.blocks import load_block
from openfisca_country.population.tables.rules import PERIODS_IN_YEAR, UNITS
from tests.population.tables import refused, staged

PAGE = (Path(__file__).parents[2] / "docs" / "population-tables.md").read_text(encoding="utf-8")
MAPPINGS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """The tables that the page shows."""
    for name, text in re.findall(r"`(\w+\.csv)`\n\n```csv\n(.*?)```", PAGE, re.DOTALL):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def stated(found: Any, variable: str, period: str | None = None) -> list[Any]:
    layer = load_block(load_country("uzbekistan"), found, 0).block.stated[variable][period]
    values = layer.values.decode_to_str() if hasattr(layer.values, "decode_to_str") else layer.values
    kept = [True] * len(values) if layer.mask is None else layer.mask
    return [str(value) if keep else None for value, keep in zip(values, kept, strict=True)]


def test_the_tables_in_the_vocabulary(tables: Path) -> None:
    found = staged(tables, tables)
    assert (found.persons, found.households, refused(found)) == (3, 2, {})
    assert stated(found, "wage") == ["1500000.0", None, "0.0"]
    assert stated(found, "wage", "2026-03") == ["1800000.0", None, None]


@pytest.mark.parametrize("number", range(len(MAPPINGS)))
def test_every_mapping_fits_the_survey(tables: Path, number: int) -> None:
    found = staged(tables, tables, MAPPINGS[number])
    assert (found.persons, found.households, refused(found)) == (3, 2, {})
    taken = {each.name for each in found.report.columns if each.taken_as}
    assert set(re.findall(r"column: (\w+)", MAPPINGS[number])) <= taken


def test_the_whole_mapping_gives_what_the_page_says(tables: Path) -> None:
    found = staged(tables, tables, MAPPINGS[0])
    assert load_block(load_country("uzbekistan"), found, 0).person_ids.to_pylist() == ["7-1", "7-2", "8-1"]
    assert stated(found, "wage") == ["1500000.0", None, "0.0"]  # 18,000 thousand a year
    assert stated(found, "other_income") == [None, "0.0", "120.0"]
    assert stated(found, "birth_date")[0] == "1991-09-15"
    assert stated(found, "is_rural") == ["False", "True"]


def test_the_python_of_the_page_runs(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tables / "survey").mkdir()
    for name in ("individuals.csv", "dwellings.csv"):
        (tables / name).rename(tables / "survey" / name)
    (tables / "mapping.yaml").write_text(MAPPINGS[0], encoding="utf-8")
    monkeypatch.chdir(tables)
    (block,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, Any] = {}
    exec(block, names)
    assert names["staged"].persons == 3


def test_every_unit_and_period_is_on_the_page() -> None:
    for word in (*UNITS, *PERIODS_IN_YEAR):
        assert f"`{word}`" in PAGE
    for number in (12, 4, 26, 52, 365):
        assert number in PERIODS_IN_YEAR.values()
