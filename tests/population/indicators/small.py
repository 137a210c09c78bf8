"""Populations small enough to work out by hand."""

from pathlib import Path

import numpy
import polars

from openfisca_country.population.impact_results import PovertyLine
from openfisca_country.population.indicators.collapse import Collapsed
from openfisca_country.population.indicators.design import Sample, draw_up
from openfisca_country.population.indicators.prepare import ALL_BENEFITS, study_of
from openfisca_country.population.indicators.statistic import Numbers
from openfisca_country.population.indicators.study import PER_MEMBER, Study


def numbers(*values: float) -> Numbers:
    return numpy.array(values, dtype=numpy.float64)


def sample(
    weight: Numbers, stratum: list[str] | None = None, cluster: list[str] | None = None, census: bool = False
) -> Sample:
    drawn, _ = draw_up(
        weight,
        None if stratum is None else numpy.array(stratum),
        None if cluster is None else numpy.array(cluster),
        census,
    )
    return drawn


FACTS = ("size", "children", "adults", "over_60", "spouses", "workers")


def study(
    folder: Path,
    facts: dict[str, list[object]],
    laws: dict[str, dict[str, list[float]]],
    line: float = 100.0,
    months: int = 1,
) -> Study:
    """Write households as `collapse` does, and draw up their study; what is not told of them is 0, their weight 1."""
    count = len(facts["size"])
    columns: dict[str, list[object]] = {name: [0] * count for name in FACTS}
    columns |= {"household_id": [str(each) for each in range(count)], "weight": [1.0] * count}
    columns |= {"adults": facts["size"], **facts}
    _write(folder / "facts", columns)
    for law, amounts in laws.items():
        _write(folder / law, amounts)
    found, _ = study_of(
        Collapsed(folder),
        laws=tuple(laws),
        months=months,
        lines=[PovertyLine("line", "The line", line)],
        benefits=[ALL_BENEFITS],
        scale=PER_MEMBER,
        census="cluster" not in facts and "stratum" not in facts,
        variables=frozenset(),
        by=(),
    )
    return found


def _write(folder: Path, columns: dict[str, list[object]] | dict[str, list[float]]) -> None:
    folder.mkdir(parents=True)
    polars.DataFrame(columns).write_parquet(folder / "part-00000.parquet")
