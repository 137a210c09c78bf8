"""The same results on a Dask cluster of several processes, one of which is killed on the way."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from openfisca_country.population.progress import Watch
from openfisca_country.population.run import run
from tests.population.people import invented

DRAFT = """
name: more_for_the_second
country: uzbekistan
title: More for the second child
parameters:
  child_allowance.second_child:
    2026-01-01: 300000
"""


@pytest.fixture
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None) as found:
        yield found


class Killer(Watch):
    """Kills one worker once some households are done."""

    def __init__(self, cluster: LocalCluster) -> None:
        with Client(cluster.scheduler_address, set_as_default=False) as client:
            self.processes = set(client.run(os.getpid).values())
        self.killed: list[int] = []

    def advanced(self, households: int) -> None:
        """Kill."""
        if not self.killed:
            self.killed.append(min(self.processes))
            os.kill(self.killed[0], signal.SIGKILL)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_cluster_gives_the_same_bytes_though_a_worker_dies(tmp_path: Path, cluster: LocalCluster) -> None:
    people = invented(200)
    here = run("uzbekistan", people, "2026-03", tmp_path / "here", households_per_block=5)
    killer = Killer(cluster)
    there = run(
        "uzbekistan",
        people,
        "2026-03",
        tmp_path / "there",
        households_per_block=5,
        engine="dask",
        scheduler=cluster.scheduler_address,
        watch=killer,
    )
    assert len(killer.killed) == 1
    assert there.households_done == 200
    assert files(tmp_path / "there") == files(tmp_path / "here")
    assert here.totals == there.totals


def test_workers_need_no_reform_file_and_must_see_the_folder(tmp_path: Path, cluster: LocalCluster) -> None:
    people = invented(20)
    draft = tmp_path / "draft.yaml"
    draft.write_text(DRAFT)
    now = run("uzbekistan", people, "2026-03", variables=["child_allowance"])
    then = run(
        "uzbekistan",
        people,
        "2026-03",
        tmp_path / "out",
        [str(draft)],
        ["child_allowance"],
        engine="dask",
        scheduler=cluster.scheduler_address,
    )
    assert then.stamp.reforms == ("more_for_the_second",)
    paid = now.households(["child_allowance"])["child_allowance"].to_pylist()
    assert then.households(["child_allowance"])["child_allowance"].to_pylist() != paid
