"""One row a household: what indicators need of its members, counted and added up once, part by part.

All members of a household have its income per member, so a statistic of persons is one of households, each weighted by
the members it counts. A country's persons thus never stand in memory together: the parts of the results are brought
down to households one after the other, and a column is read when an indicator asks for it.
"""

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy
import polars

from openfisca_country.engine import months_of
from openfisca_country.population.impact_results import CURRENT
from openfisca_country.population.indicators.statistic import Numbers

DESIGN = ("household_id", "weight", "stratum", "cluster")

AGES = {"0-5": (0, 5), "6-17": (6, 17), "18-24": (18, 24), "25-54": (25, 54), "55-64": (55, 64), "65+": (65, 999)}
"""Age groups in completed years: preschool, school, youth, prime age, before and after 65."""

FACTS_OF_PERSONS = (
    "age",
    "sex",
    "disability_group",
    "activity_status",
    "is_registered_unemployed",
    "wage",
    "self_employment_income",
    "farm_income",
    "childbirth_date",
    "reached_general_pension_age",
)
"""Variables of persons by which indicators tell people apart, where the country has them."""

FACTS_OF_HOUSEHOLDS = ("region", "is_rural")
"""Variables of households by which indicators tell them apart, where the country has them."""

PENSION_AGE, OLD = "reached_general_pension_age", 65
"""The condition of who has reached the statutory pension age, and the age that stands for it where a law has none."""

SEVERE = ("group_1", "group_2", "child")
AT_WORK = ("employee", "self_employed", "farmer")
EARNED = ("wage", "self_employment_income", "farm_income")
PENSIONS = ("old_age_pension", "social_pension", "disability_benefit", "survivor_benefit")
CONTRIBUTORY = ("unemployment_benefit", "old_age_pension", "maternity_benefit", "sickness_benefit")


@dataclass(frozen=True)
class Collapsed:
    """Households with what their members add up to, on disk.

    Attributes:
        folder: with a folder ``facts`` of what no law changes, and one a law; rows in the same order in all of them.

    """

    folder: Path

    def facts(self, *names: str) -> polars.DataFrame:
        """Read columns that no law changes."""
        return self._read("facts", names)

    def texts(self) -> frozenset[str]:
        """Return the columns of text that no law changes, the design apart."""
        kinds = polars.read_parquet_schema(parts(self.folder / "facts")[0])
        return frozenset(name for name, kind in kinds.items() if kind == polars.String and name not in DESIGN)

    def knows(self, name: str) -> bool:
        """Tell whether there is a column that no law changes."""
        return name in columns_of(self.folder / "facts")

    def has(self, law: str, name: str) -> bool:
        """Tell whether a law's results have a column."""
        return name in columns_of(self.folder / law)

    def of_law(self, law: str, name: str) -> Numbers:
        """Read a column of a law's results, over the whole period; zero where the law has no such thing."""
        if not self.has(law, name):
            return numpy.zeros(self.facts("size").height)
        found = self._read(law, (name,))[name].cast(polars.Float64).fill_null(0.0).to_numpy()
        return numpy.asarray(found, dtype=numpy.float64)

    def _read(self, folder: str, names: Iterable[str]) -> polars.DataFrame:
        return polars.scan_parquet(parts(self.folder / folder)).select(list(names)).collect()


@lru_cache(maxsize=64)
def columns_of(folder: Path) -> frozenset[str]:
    """Return the names of the columns of a folder of parts."""
    return frozenset(polars.read_parquet_schema(parts(folder)[0]))


def parts(folder: Path) -> list[Path]:
    """List the files of a folder of parts, in their order."""
    return sorted(folder.glob("part-*.parquet"))


def collapse(
    results: Path,
    folder: Path,
    laws: Iterable[str],
    amounts: dict[str, str],
    period: str,
    insured: Iterable[str] = (),
) -> Collapsed:
    """Bring the results of a run down to one row a household.

    Args:
        results: of `run_laws`: a folder a law, each with ``persons`` and ``households`` in parts.
        folder: where to write.
        laws: their keys, current law first.
        amounts: variables to add up, with the entity of each (``persons`` or ``households``).
        period: a month or a year, in which births are looked for.
        insured: conditions of persons who are insured against employment injury.

    """
    asked = _Asked(*_days(period), tuple(insured))
    keys = list(laws)
    for name in ("facts", *keys):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for path in parts(results / keys[0] / "households"):
        order = polars.read_parquet(path, columns=["household_id"])
        for law in keys:
            persons = polars.read_parquet(results / law / "persons" / path.name)
            households = polars.read_parquet(results / law / "households" / path.name)
            if law == CURRENT:
                facts = households.drop([each for each in households.columns if each in amounts])
                facts = facts.join(_facts(persons), on="household_id", how="left", maintain_order="left")
                facts.write_parquet(folder / "facts" / path.name)
            totals = order.join(
                _totals(persons, households, amounts, asked), on="household_id", how="left", maintain_order="left"
            )
            totals.drop("household_id").write_parquet(folder / law / path.name)
    for name in ("facts", *keys):
        _join(folder / name)
    return Collapsed(folder)


def _join(folder: Path) -> None:
    """Make one file of the parts of a folder, in their order: a column is then read ten times as fast."""
    files = parts(folder)
    if len(files) > 1:
        joined = folder / "joined"
        polars.scan_parquet(files).sink_parquet(joined, maintain_order=True)
        for path in files:
            path.unlink()
        joined.rename(files[0])


def _facts(persons: polars.DataFrame) -> polars.DataFrame:
    """Count the members of each household by what they are."""
    known = set(persons.columns)
    age, adult = polars.col("age"), polars.col("age") >= 18  # UN Convention on the Rights of the Child
    counts = {
        "size": polars.len(),
        "children": (~adult).sum(),
        "adults": adult.sum(),
        "over_60": (age >= 60).sum(),  # as the UN counts older persons
        "spouses": (polars.col("role") == "spouse").sum(),
    }
    counts |= {f"age {name}": age.is_between(low, high).sum() for name, (low, high) in AGES.items()}
    if "sex" in known:
        counts |= {f"sex {name}": (polars.col("sex") == name).sum() for name in ("female", "male")}
    if "disability_group" in known:
        counts["disabled"] = (polars.col("disability_group") != "none").sum()
        counts["severely disabled"] = polars.col("disability_group").is_in(SEVERE).sum()
    if known & {"activity_status", "is_registered_unemployed"}:
        counts["unemployed"] = _unemployed(known).sum()
    earned = [polars.col(name).fill_null(0) > 0 for name in EARNED if name in known]
    counts["workers"] = polars.any_horizontal(*earned).sum() if earned else polars.lit(0)
    return persons.group_by("household_id", maintain_order=True).agg(
        [count.cast(polars.Int32).alias(name) for name, count in counts.items()]
    )


def _unemployed(known: set[str]) -> polars.Expr:
    signs = []
    if "activity_status" in known:
        signs.append(polars.col("activity_status") == "unemployed")
    if "is_registered_unemployed" in known:
        signs.append(polars.col("is_registered_unemployed").cast(polars.Float64).fill_null(0) > 0)
    return polars.any_horizontal(*signs)


@dataclass(frozen=True)
class _Asked:
    first: datetime.date
    last: datetime.date
    insured: tuple[str, ...]


def _days(period: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day of a period.

    >>> _days("2026-02")
    (datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))
    """
    months = [datetime.date.fromisoformat(f"{month}-01") for month in months_of(period)]
    last = months[-1]
    return months[0], last.replace(day=calendar.monthrange(last.year, last.month)[1])


def _totals(
    persons: polars.DataFrame, households: polars.DataFrame, amounts: dict[str, str], asked: _Asked
) -> polars.DataFrame:
    """Add up the amounts of each household and count who receives them."""
    own = [name for name, entity in amounts.items() if entity == "persons" and name in persons.columns]
    of_households = [name for name, entity in amounts.items() if entity == "households" and name in households.columns]
    wanted = []
    for name in own:
        wanted.append(polars.col(name).cast(polars.Float64).sum().alias(name))
        wanted.append((polars.col(name).fill_null(0) != 0).sum().cast(polars.Int32).alias(f"persons: {name}"))
    wanted += [
        count.sum().cast(polars.Int32).alias(name) for name, count in _covered(set(persons.columns), asked).items()
    ]
    summed = persons.group_by("household_id", maintain_order=True).agg(wanted)
    return households.select("household_id", *of_households).join(
        summed, on="household_id", how="left", maintain_order="left"
    )


def _covered(known: set[str], asked: _Asked) -> dict[str, polars.Expr]:
    """Return who is covered in his or her own right, by group of SDG indicator 1.3.1, and who belongs to the group."""

    def any_of(names: Iterable[str]) -> polars.Expr:
        found = [polars.col(name).fill_null(0) > 0 for name in names if name in known]
        return polars.any_horizontal(*found) if found else polars.lit(False)

    old = any_of([PENSION_AGE]) if PENSION_AGE in known else polars.col("age") >= OLD
    own = any_of(["personal_benefits"])
    contributes = any_of(["employee_contributions", "employer_contributions"])
    contributory = any_of(CONTRIBUTORY)
    covered = {
        "own benefit or contributes": own | contributes,
        "of pension age": old,
        "of pension age with pension": old & any_of(PENSIONS),
        "vulnerable": (polars.col("age") < 18)
        | (~old & ~contributes & ~contributory)
        | (old & ~any_of(["old_age_pension"])),
        "own social pension": any_of(["social_pension"]),
    }
    if "childbirth_date" in known:
        gave_birth = polars.col("childbirth_date").is_between(asked.first, asked.last).fill_null(value=False)
        covered["gave birth"] = gave_birth
        covered["gave birth, with benefit"] = gave_birth & any_of(["maternity_benefit"])
    insured = [name for name in asked.insured if name in known]
    if insured:
        employed = any_of(EARNED)
        if "activity_status" in known:
            employed |= polars.col("activity_status").is_in(AT_WORK).fill_null(value=False)
        covered["employed"] = employed
        covered["employed, insured against injury"] = employed & any_of(insured)
    if "disability_group" in known:
        severe = polars.col("disability_group").is_in(SEVERE)
        covered["severely disabled with benefit"] = severe & any_of(["disability_benefit"])
    if known & {"activity_status", "is_registered_unemployed"}:
        covered["unemployed with benefit"] = _unemployed(known) & any_of(["unemployment_benefit"])
    return covered
