"""Engines do every block once, whoever dies on the way."""

import os
import signal
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from openfisca_country.law import InputError, LawError
from openfisca_country.population import cluster
from openfisca_country.population.engines import in_processes, in_this_process
from openfisca_country.population.output import BlockSummary


@dataclass(frozen=True)
class Deadly:
    """Work that notes each block it does, and ends its own process at some."""

    notes: Path
    once: tuple[int, ...] = ()
    always: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()

    def __call__(self, number: int) -> BlockSummary:
        met = self.notes / f"met-{number}"
        if number in self.always or (number in self.once and not met.exists()):
            met.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if number in self.refused:
            raise LawError(f"Block {number} cannot be.")
        with (self.notes / "done").open("a") as file:
            file.write(f"{number} {os.getpid()}\n")
        return BlockSummary(number, 1, 1, (), {}, {})

    def done(self) -> Counter[int]:
        return Counter(int(line.split()[0]) for line in (self.notes / "done").read_text().splitlines())


def test_one_after_the_other(tmp_path: Path) -> None:
    assert [each.number for each in in_this_process(Deadly(tmp_path), range(4))] == [0, 1, 2, 3]


@pytest.mark.parametrize("workers", [2, 3])
def test_in_processes(tmp_path: Path, workers: int) -> None:
    work = Deadly(tmp_path)
    assert sorted(each.number for each in in_processes(workers)(work, range(40))) == list(range(40))
    assert work.done() == dict.fromkeys(range(40), 1)
    assert str(os.getpid()) not in (tmp_path / "done").read_text().split()


def test_the_blocks_of_a_process_that_dies_are_done_by_another(tmp_path: Path) -> None:
    work = Deadly(tmp_path, once=(7, 23))
    assert sorted(each.number for each in in_processes(2)(work, range(40))) == list(range(40))
    assert set(work.done()) == set(range(40))


def test_a_block_that_kills_twice_is_named_and_no_other(tmp_path: Path) -> None:
    work = Deadly(tmp_path, always=(7,))
    with pytest.raises(LawError, match="The process that does block 7 died twice"):
        list(in_processes(2)(work, range(40)))


def test_an_error_of_a_block_is_told_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(LawError, match=r"^Block 5 cannot be\.$"):
        list(in_processes(2)(Deadly(tmp_path, refused=(5,)), range(40)))


def test_only_a_few_blocks_are_under_way_at_a_time(tmp_path: Path) -> None:
    taken = []

    def numbers():
        for number in range(100):
            taken.append(number)
            yield number

    blocks = in_processes(2)(Deadly(tmp_path), numbers())
    next(blocks)
    assert len(taken) <= 4 + 1
    blocks.close()


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(InputError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1"):
        list(cluster.on_cluster("tcp://127.0.0.1:1")(Deadly(Path()), range(1)))


def test_an_address_that_is_none_is_told() -> None:
    with pytest.raises(InputError, match="no Dask scheduler answers at nowhere special"):
        list(cluster.on_cluster("nowhere special")(Deadly(Path()), range(1)))
