"""The commands on populations: what they print, what they write, and one sentence for each thing that is wrong."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from openfisca_country.cli import main
from openfisca_country.population import cluster
from openfisca_country.population.replicate import replicate
from openfisca_country.population.run import run
from tests.population.people import invented

HOUSEHOLDS = 30


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    for name, table in zip(("persons", "households"), invented(HOUSEHOLDS), strict=True):
        pq.write_table(table, folder / f"{name}.parquet")
    return folder


def called(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def test_run_prints_totals_and_where_the_tables_are(tables: Path, tmp_path: Path) -> None:
    found = called("run", "uzbekistan", tables, "--period", "2026-03", "--output", tmp_path / "out")
    assert found.exit_code == 0, found.stderr
    expected = {each.name: each for each in run("uzbekistan", tables, "2026-03").totals}["benefits"]
    (line,) = (each for each in found.stdout.splitlines() if "All cash benefits of the household" in each)
    assert f"{round(expected.amount):,}" in line
    assert f"{round(expected.recipients):,}" in line
    assert str(tmp_path / "out") in found.stdout.replace("\n", "")
    assert f"Evaluating {HOUSEHOLDS} households" in found.stderr
    assert f"{HOUSEHOLDS} households in" in found.stderr


def test_quiet_is_quiet(tables: Path, tmp_path: Path) -> None:
    found = called("run", "uzbekistan", tables, "--period", "2026-03", "--output", tmp_path / "out", "--quiet")
    assert (found.exit_code, found.stderr) == (0, "")


def test_run_as_json(tables: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    options = ["--variables", "income_tax, benefits", "--monthly", "--format", "json", "--workers", "2", "--block", "7"]
    found = called("run", "uzbekistan", tables, "--period", "2026", "--output", folder, *options)
    assert found.exit_code == 0, found.stderr
    told = json.loads(found.stdout)
    assert told["schema"] == "runresult/1"
    assert told["folder"] == str(folder)
    assert told["households_done"] == HOUSEHOLDS
    names = pq.read_schema(folder / "persons" / "part-00000.parquet").names
    assert names == [
        "person_id",
        "household_id",
        "role",
        "income_tax",
        *(f"income_tax@2026-{m:02d}" for m in range(1, 13)),
    ]
    assert len(list((folder / "households").iterdir())) == 5  # thirty households, seven at a time


def test_a_reform_is_laid_upon_the_law(tables: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text(
        "name: no_tax\ncountry: uzbekistan\ntitle: No income tax\nneutralise:\n  - {variable: income_tax}\n"
    )
    options = ["--reform", draft, "--variables", "income_tax", "--format", "json", "--quiet"]
    found = called("run", "uzbekistan", tables, "--period", "2026-03", "--output", tmp_path / "out", *options)
    assert found.exit_code == 0, found.stderr
    told = json.loads(found.stdout)
    assert told["stamp"]["reforms"] == ["no_tax"]
    assert told["totals"] == []
    assert told["warnings"] == ["The law has no rule for 2026-03: no value is given of income_tax."]
    assert run("uzbekistan", tables, "2026-03", variables=["income_tax"]).totals[0].amount > 0


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--variables", "income_taxx"], 'income_taxx: there is no such variable. Did you mean "income_tax"?'),
        (["--variables", ","], "--variables: name at least one"),
        (["--period", "2001"], "the law of Uzbekistan is modelled from 2015-09"),
        (["--period", "soon"], '"soon" is not a period'),
        (["--reform", "no_such_reform"], '"no_such_reform" is not a reform of Uzbekistan'),
        (["--reform", "absent.yaml"], "absent.yaml: cannot be read"),
        (["--mapping", "absent.yaml"], "absent.yaml"),
        (["--workers", "0"], "--workers: expected one worker or more, got 0."),
        (["--block", "-1"], "--block: expected one household or more a block, got -1."),
        (["--engine", "dusk"], 'Did you mean "dask"?'),
        (["--engine", "dask"], "--scheduler: the engine dask needs the address of a scheduler"),
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"], "no Dask scheduler answers at tcp://127.0.0.1:1"),
        (["--engine", "dask", "--scheduler", "over there"], "no Dask scheduler answers at over there"),
        (["--scheduler", "tcp://127.0.0.1:1"], "add --engine dask"),
        (["--output", "/proc/nowhere"], "/proc/nowhere: cannot be written"),
    ],
)
def test_wrong_options_get_one_sentence(
    tables: Path, tmp_path: Path, options: list[str], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 2)
    usual = ["--period", "2026-03", "--output", str(tmp_path / "out"), "--quiet"]
    one_sentence(called("run", "uzbekistan", tables, *usual, *options), sentence)


def test_wrong_tables_get_one_sentence(tmp_path: Path) -> None:
    options = ["--period", "2026-03", "--output", tmp_path / "out", "--quiet"]
    one_sentence(called("run", "uzbekistan", tmp_path / "nowhere", *options), "nowhere")
    (tmp_path / "empty").mkdir()
    one_sentence(called("run", "uzbekistan", tmp_path / "empty", *options), "persons")
    for name, table in zip(("persons", "households"), invented(1), strict=True):
        pq.write_table(table.slice(0, 0), tmp_path / "empty" / f"{name}.parquet")
    one_sentence(called("run", "uzbekistan", tmp_path / "empty", *options), "no household is left to evaluate")
    one_sentence(called("run", "atlantis", tmp_path / "empty", *options), '"atlantis" is not a country')


def one_sentence(found: Result, sentence: str) -> None:
    assert found.exit_code == 1
    assert isinstance(found.exception, SystemExit)
    assert found.stdout == ""
    assert found.stderr.startswith("Error: ")
    assert sentence in found.stderr


def test_impact_writes_what_is_asked(tables: Path, tmp_path: Path) -> None:
    files = ["--html", tmp_path / "page.html", "--excel", tmp_path / "book.xlsx", "--output", tmp_path / "out"]
    options = ["--period", "2026-03", "--reform", "smooth_borderline", "--line", "60%", "--show-small", "--quiet"]
    found = called("impact", "uzbekistan", tables, *options, *files, "--format", "json")
    assert found.exit_code == 0, found.stderr
    told = json.loads(found.stdout)
    assert told["schema"] == "impact/1"
    assert told["laws"] == ["current", "smooth_borderline"]
    assert told["minimum_observations"] == 0
    assert "<html" in (tmp_path / "page.html").read_text()
    assert (tmp_path / "book.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "out" / "tables" / "budget.parquet").is_file()
    assert (tmp_path / "out" / "smooth_borderline" / "persons" / "part-00000.parquet").is_file()


@pytest.mark.parametrize("option", ["--excel", "--html"])
def test_a_file_that_cannot_be_written_is_told_before_the_run(tables: Path, tmp_path: Path, option: str) -> None:
    usual = ["--period", "2026-03", "--reform", "smooth_borderline", "--output", tmp_path / "out", "--quiet"]
    found = called("impact", "uzbekistan", tables, *usual, option, tmp_path / "nowhere" / "file")
    one_sentence(found, f"{tmp_path}/nowhere/file: cannot be written (No such file or directory).")
    assert not (tmp_path / "out").exists()


def test_a_run_that_fails_leaves_the_files_it_was_to_write_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "old.xlsx").write_text("of last year")
    files = ["--excel", tmp_path / "old.xlsx", "--html", tmp_path / "new.html"]
    usual = ["--period", "2026-03", "--reform", "smooth_borderline", "--quiet"]
    one_sentence(called("impact", "uzbekistan", tmp_path / "no-tables", *usual, *files), "no-tables")
    assert (tmp_path / "old.xlsx").read_text() == "of last year"
    assert not (tmp_path / "new.html").exists()


def test_impact_needs_a_reform(tables: Path) -> None:
    found = called("impact", "uzbekistan", tables, "--period", "2026-03")
    assert found.exit_code == 2
    assert "--reform" in found.stderr


def test_copies_of_a_population_have_its_totals(tables: Path, tmp_path: Path) -> None:
    replicate(tables, tmp_path / "large", 4)
    small = run("uzbekistan", tables, "2026-03")
    large = run("uzbekistan", tmp_path / "large", "2026-03", households_per_block=17)
    assert (large.households_done, large.persons_done) == (4 * HOUSEHOLDS, 4 * small.persons_done)
    for one, other in zip(small.totals, large.totals, strict=True):
        assert other.amount == pytest.approx(one.amount, rel=1e-12)
        assert other.recipients == pytest.approx(one.recipients, rel=1e-12)
        assert other.observed == 4 * one.observed
