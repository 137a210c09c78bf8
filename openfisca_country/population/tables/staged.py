"""What staging leaves behind, and how a later run finds it."""

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path

from openfisca_country.population.tables.data_report import DataReport

_STAGED = "staged.json"


@dataclass(frozen=True)
class Staged:
    """Tables that were checked, sorted and cut.

    Attributes:
        folder: where they stand.
        blocks: how many.
        households: in all of them.
        persons: in all of them.
        report: what was found in the tables.
        digest: of the tables, the mapping, the country, the period and the size of blocks: the same digest, the same
            blocks.

    """

    folder: Path
    blocks: int
    households: int
    persons: int
    report: DataReport
    digest: str


def write_staged(staged: Staged) -> None:
    """Write what was staged, last of all and in one go: a folder with this file is whole."""
    content = {**dataclasses.asdict(staged), "folder": None}
    path = staged.folder / f"{_STAGED}.new"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1, default=str), encoding="utf-8")
    path.replace(staged.folder / _STAGED)


def read_staged(folder: Path) -> Staged | None:
    """Return what was staged in a folder; nothing if staging has not come to its end there."""
    try:
        content = json.loads((folder / _STAGED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return Staged(**{**content, "folder": folder, "report": DataReport.from_plain(content["report"])})
