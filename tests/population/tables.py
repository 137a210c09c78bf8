"""Small tables for the tests of staging, and what is staged of them."""

from pathlib import Path
from typing import Any

import pandas as pd

from openfisca_country.law.catalogue import load_country
from openfisca_country.population.tables.data_report import Finding
from openfisca_country.population.tables.mapping import parse_mapping
from openfisca_country.population.tables.staging import Staged, stage

PERIOD = "2026"


def csv(path: Path, text: str) -> Path:
    """Write a table as it would be typed: a line a row, blanks around it cut."""
    path.write_text("\n".join(line.strip() for line in text.strip().splitlines()) + "\n", encoding="utf-8")
    return path


def persons(**columns: list[Any]) -> pd.DataFrame:
    """A head a household, called p0 in h0 and so on, with some columns more."""
    count = len(next(iter(columns.values()))) if columns else 1
    ids = [f"p{number}" for number in range(count)]
    return pd.DataFrame(
        {"person_id": ids, "household_id": [f"h{number}" for number in range(count)], "role": "head", **columns}
    )


def households(count: int, **columns: list[Any]) -> pd.DataFrame:
    return pd.DataFrame({"household_id": [f"h{number}" for number in range(count)], "weight": 1.0, **columns})


def staged(tmp_path: Path, tables: Any, mapping: str | None = None, period: str = PERIOD, **options: Any) -> Staged:
    """Stage tables under the law of Uzbekistan."""
    rules = None if mapping is None else parse_mapping(mapping, "mapping.yaml")
    return stage(load_country("uzbekistan"), tables, period, tmp_path / "staged", rules, **options)


def refused(found: Staged) -> dict[str, int]:
    """Return the kinds of rows refused, each with how many."""
    return {finding.kind: finding.count for finding in found.report.findings if finding.refused}


def finding(found: Staged, kind: str) -> Finding:
    (one,) = [each for each in found.report.findings if each.kind == kind]
    return one
