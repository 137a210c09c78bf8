"""The example a newcomer runs first: the script, the mapping and the notebook work as the guide says."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import nbclient
import nbformat
import polars as pl
import pytest

from openfisca_country.law.catalogue import load_country
from openfisca_country.population.example.survey import survey
from openfisca_country.population.tables.blocks import load_block
from openfisca_country.population.tables.staging import stage

EXAMPLE = Path(__file__).parents[2] / "examples" / "population"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_survey", EXAMPLE / "make_survey.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def call(script: ModuleType, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["make_survey.py", *arguments])
    code: int = script.main()
    return code


def test_the_script_writes_the_survey_as_it_is(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(script, monkeypatch, "mongolia", str(tmp_path), "--period", "2027") == 0
    assert capsys.readouterr().out == f"3,246 persons in 825 households, in {tmp_path}\n"
    persons, households = survey("mongolia", period="2027")
    assert pl.read_parquet(tmp_path / "persons.parquet").equals(pl.DataFrame(persons))
    assert pl.read_parquet(tmp_path / "households.parquet").equals(pl.DataFrame(households))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("uzbekstan", "x"), "Did you mean"),
        (("mongolia", "x", "--period", "soon"), "must be a month or a year"),
        (("mongolia", "/proc/none"), "/proc/none"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    script: ModuleType,
    arguments: tuple[str, ...],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call(script, monkeypatch, *arguments) == 1
    told = capsys.readouterr().err
    assert told.startswith("Error: ")
    assert sentence in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("period", ["2026", "2026-03"])
def test_the_mapping_brings_an_offices_tables_back_to_the_vocabulary(
    script: ModuleType, period: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told in codes, thousands and years, the people are the same as in the survey itself."""
    assert call(script, monkeypatch, "kazakhstan", str(tmp_path / "raw"), "--raw", "--period", period) == 0
    law = load_country("kazakhstan")
    mapping = tmp_path / "mapping.yaml"
    day = {"2026": "2026-12-31", "2026-03": "2026-03-31"}[period]
    mapping.write_text((EXAMPLE / "mapping.yaml").read_text().replace("2026-12-31", day))
    mapped = stage(law, tmp_path / "raw", period, tmp_path / "mapped", mapping)
    assert (mapped.persons, mapped.report.refused_persons) == (3246, 0)
    plain = stage(law, survey("kazakhstan", period=period), period, tmp_path / "plain", EXAMPLE / "keep.yaml")
    one, other = load_block(law, mapped, 0), load_block(law, plain, 0)
    assert one.household_ids.to_pylist() == other.household_ids.to_pylist()
    assert sum(one.design["weight"].to_pylist()) == pytest.approx(57_867, abs=1)
    assert len(set(one.design["stratum"].to_pylist())) == len(set(other.design["stratum"].to_pylist())) == 7
    for name in ("sex", "marital_status", "activity_status", "self_employment_income", "farm_income", "is_rural"):
        assert _cells(one.block, name) == pytest.approx(_cells(other.block, name)), name


def _cells(block: Any, name: str) -> list[float]:
    (stated,) = block.stated[name].values()
    return sorted(float(each) for each in stated.values)


def test_the_notebook_runs_from_top_to_bottom() -> None:
    notebook = nbformat.read(EXAMPLE / "impact.ipynb", as_version=4)
    nbformat.validate(notebook)
    kept = [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]
    client = nbclient.NotebookClient(
        notebook, timeout=100, kernel_name="python3", resources={"metadata": {"path": str(EXAMPLE)}}
    )
    client.execute()
    ran = [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]
    assert ran[0][0].text == "3,246 persons in 825 households\n"
    assert ran[-1][0].data["text/plain"] == "['impact.html', 'impact.xlsx']"
    assert [len(each) for each in ran] == [len(each) for each in kept]  # what is kept is what one gets
    text = str(ran)
    assert "Full benefit below 1.25 times the minimum consumption" in text
    assert "<svg" in text


def test_what_the_notebook_keeps_is_light_and_speaks_of_no_machine() -> None:
    text = (EXAMPLE / "impact.ipynb").read_text("utf-8")
    assert len(text) < 120_000
    assert not re.search(r"/home/|/root/|/tmp/|site-packages", text)


def test_every_command_of_the_guide_names_files_that_are_there() -> None:
    text = (EXAMPLE / "README.md").read_text("utf-8")
    for path in set(re.findall(r"examples/population/[\w.]+", text)):
        assert (EXAMPLE.parents[1] / path).exists(), path
    for name in re.findall(r"\]\(([\w.]+)\)", text):
        assert (EXAMPLE / name).exists(), name
    for country, reform in re.findall(r"impact (\w+) .*--reform (\w+)", text):
        assert (EXAMPLE.parents[1] / "reforms" / country / f"{reform}.yaml").exists(), reform
