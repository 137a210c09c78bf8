"""A run that is killed goes on where it was, and its results are those of a run that was never disturbed."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from openfisca_country.law import LawError
from openfisca_country.population import folder as folders
from openfisca_country.population.run import run
from tests.population.people import invented

HOUSEHOLDS = 80
COMMAND = "from openfisca_country.cli import main; main()"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    for name, table in zip(("persons", "households"), invented(HOUSEHOLDS), strict=True):
        pq.write_table(table, folder / f"{name}.parquet")
    return folder


@pytest.fixture(scope="module")
def undisturbed(tables: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("undisturbed") / "out"
    run("uzbekistan", tables, "2026-03", folder, households_per_block=1)
    return files(folder)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def started(tables: Path, folder: Path, workers: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", COMMAND, "run", "uzbekistan", str(tables), "--period", "2026-03"]
    options = ["--output", str(folder), "--block", "1", "--workers", str(workers), "--quiet"]
    return subprocess.Popen(command + options, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def done(folder: Path) -> int:
    return len(list((folder / ".work" / "done").glob("*.json")))


def wait_for(blocks: int, folder: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while done(folder) < blocks and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)


@pytest.mark.parametrize("workers", [1, 2])
def test_killed_at_any_moment_it_goes_on(
    tables: Path, undisturbed: dict[str, bytes], tmp_path: Path, workers: int
) -> None:
    draw = random.Random(workers)
    folder = tmp_path / "out"
    process = started(tables, folder, workers)
    time.sleep(draw.uniform(0.3, 1.5))  # while it loads, or reads the tables
    process.kill()
    process.communicate()
    before = done(folder)
    for _ in range(3):
        process = started(tables, folder, workers)
        wait_for(before + draw.randint(2, 7), folder, process)
        time.sleep(draw.random() / 5)
        process.kill()
        _, err = process.communicate()
        assert process.returncode == -signal.SIGKILL, f"it ended before it could be killed: {err.decode()}"
        now = done(folder)
        assert now > before, "what was done is done"
        assert not (folder / "run.json").exists()
        before = now
    last = started(tables, folder, workers)
    _, err = last.communicate(timeout=120)
    assert last.returncode == 0, err
    assert files(folder) == undisturbed
    ids = [
        each for path in (folder / "households").iterdir() for each in pq.read_table(path)["household_id"].to_pylist()
    ]
    assert sorted(ids) == sorted(str(each) for each in range(HOUSEHOLDS))


def test_what_is_done_is_not_done_again(tables: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    process = started(tables, folder, 1)
    wait_for(3, folder, process)
    process.kill()
    process.communicate()
    parts = {path: path.stat().st_mtime_ns for path in (folder / "persons").iterdir()}
    whole = [path for path in parts if (folder / ".work" / "done" / f"{path.stem[5:]}.json").exists()]
    assert len(whole) >= 3
    run("uzbekistan", tables, "2026-03", folder, households_per_block=1)
    assert {path: path.stat().st_mtime_ns for path in whole} == {path: parts[path] for path in whole}


def test_interrupted_it_says_how_to_go_on(tables: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    process = started(tables, folder, 2)
    wait_for(2, folder, process)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err.decode().strip().splitlines()[-1] == (
        f"Error: Stopped. What is done stays in {folder}: the same command goes on from there."
    )
    run("uzbekistan", tables, "2026-03", folder)  # with another size of blocks: those of the first command hold
    assert files(folder) == undisturbed


def test_no_process_outlives_a_killed_run(tables: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    process = started(tables, folder, 2)
    wait_for(2, folder, process)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert len(children) == 2
    process.kill()
    process.communicate()
    until = time.monotonic() + 20
    while any(_runs(int(each)) for each in children) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(_runs(int(each)) for each in children)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
        return "zombie" not in Path(f"/proc/{process}/status").read_text()
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_two_runs_do_not_write_into_one_folder(tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "PATIENCE", 0.1)
    with folders.held(tmp_path / "out"), pytest.raises(LawError, match="another run is writing into this folder"):
        run("uzbekistan", tables, "2026-03", tmp_path / "out")
