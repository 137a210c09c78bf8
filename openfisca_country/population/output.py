"""The parts that a run writes: one file a block and table, whole or absent, and a note that the block is done."""

import csv
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from fractions import Fraction
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from openfisca_country.law import LawError
from openfisca_country.population.plan import Key
from openfisca_country.population.work import BlockResults, Refused, Sums

WORK = ".work"
"""The folder of what a run needs until it is whole; it goes once it is."""

REFUSED_FILE = "refused-results.csv"


@dataclass(frozen=True)
class BlockSummary:
    """What a run must know of a block that is done.

    Attributes:
        number: of the block.
        persons: in its parts.
        households: in its parts.
        refused: households without results.
        sums: by law and column.
        not_modelled: by law.

    """

    number: int
    persons: int
    households: int
    refused: tuple[Refused, ...]
    sums: dict[str, dict[str, Sums]] = field(hash=False)
    not_modelled: dict[str, frozenset[Key]] = field(hash=False)


def part_file(folder: Path, law: str, table: str, number: int) -> Path:
    """Return where a part of the results of a law stands; a law without a name has no folder of its own."""
    return folder / law / table / f"part-{number:05d}.parquet"


def write_block(folder: Path, number: int, results: BlockResults) -> BlockSummary:
    """Write the parts of a block, and then that it is done.

    A part is written under another name first, so that one that is there is whole.

    Raises:
        LawError: the folder cannot be written.

    """
    for name, found in results.laws.items():
        for table, rows in (("persons", found.persons), ("households", found.households)):
            with _in_place_of(folder, part_file(folder, name, table, number)) as path:
                pq.write_table(rows, path, compression="zstd")
    one = next(iter(results.laws.values()))
    summary = BlockSummary(
        number=number,
        persons=one.persons.num_rows,
        households=one.households.num_rows,
        refused=results.refused,
        sums={name: each.sums for name, each in results.laws.items()},
        not_modelled={name: each.not_modelled for name, each in results.laws.items()},
    )
    with _in_place_of(folder, _note(folder, number)) as path:
        path.write_text(json.dumps(_plain(summary)), encoding="utf-8")
    return summary


def summaries(folder: Path) -> dict[int, BlockSummary]:
    """Return the blocks that are done, by number."""
    found = [_summary(json.loads(note.read_text(encoding="utf-8"))) for note in _notes(folder)]
    return {each.number: each for each in found}


def forget_parts(folder: Path) -> None:
    """Remove parts that no block stands behind: those of a run that was killed before its first block was done."""
    for part in folder.rglob("part-*.parquet"):
        if WORK not in part.relative_to(folder).parts:
            part.unlink()


def any_done(folder: Path) -> bool:
    """Tell whether some block is done."""
    return bool(_notes(folder))


def write_text(folder: Path, path: Path, text: str) -> None:
    """Write a file of text, whole or not at all."""
    with _in_place_of(folder, path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def write_refused(path: Path, refused: list[Refused]) -> None:
    """Write the households without results, each with the reason; nothing where there are none."""
    if not refused:
        return
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow([*(each.name for each in fields(Refused)), "reason"])
        for each in refused:
            table.writerow([*asdict(each).values(), each.reason])


@contextmanager
def _in_place_of(folder: Path, path: Path) -> Iterator[Path]:
    temporary = folder / WORK / "unfinished" / f"{os.getpid()}-{'-'.join(path.relative_to(folder).parts)}"
    try:
        temporary.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
        temporary.replace(path)
    except OSError as error:
        raise LawError(f"{folder}: cannot be written ({error.strerror or error}).") from None


def _notes(folder: Path) -> list[Path]:
    return sorted((folder / WORK / "done").glob("*.json"))


def _note(folder: Path, number: int) -> Path:
    return folder / WORK / "done" / f"{number:05d}.json"


def _plain(summary: BlockSummary) -> dict[str, Any]:
    return {
        "number": summary.number,
        "persons": summary.persons,
        "households": summary.households,
        "refused": [asdict(each) for each in summary.refused],
        "sums": {
            law: {name: [str(each.total), str(each.recipients), each.observed] for name, each in sums.items()}
            for law, sums in summary.sums.items()
        },
        "not_modelled": {law: sorted(keys) for law, keys in summary.not_modelled.items()},
    }


def _summary(read: dict[str, Any]) -> BlockSummary:
    return BlockSummary(
        number=read["number"],
        persons=read["persons"],
        households=read["households"],
        refused=tuple(Refused(**each) for each in read["refused"]),
        sums={
            law: {name: Sums(Fraction(total), Fraction(weight), count) for name, (total, weight, count) in sums.items()}
            for law, sums in read["sums"].items()
        },
        not_modelled={
            law: frozenset((name, when) for name, when in keys) for law, keys in read["not_modelled"].items()
        },
    )
