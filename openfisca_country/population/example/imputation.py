"""Who the people of the example survey are: role, dates, schooling, disability. What the survey lacks is drawn by rule.

Each draw has a stream of its own, named by what is drawn, so that a new column leaves the others as they were.
"""

import zlib
from dataclasses import dataclass
from typing import Any

import numpy
import polars as pl
from numpy.typing import NDArray

ADULT = 18
SCHOOL = range(7, ADULT)
STUDENT = range(ADULT, 23)
SECONDARY_YEARS = 11
DAYS = 365
COUPLE_GAP = 20  # years between spouses, at most
PARENT_GAP = (15, 45)  # years between parent and child
MARRIED = "Married/in union"
SINGLE = "Single/never married"
MARITAL_STATUS = {MARRIED: "married", SINGLE: "single", "Divorced/separated": "divorced", "Widowed": "widowed"}
# Shares with a recognised disability, by group, as registers and pension rolls of Uzbekistan count them in 2025-2026:
# 167,411 of 12.1 million children; 0.79 million of 25.6 million adults, more among the old.
CHILD_DISABILITY = 0.014
DISABILITY = {"group_1": (0.003, 0.010), "group_2": (0.012, 0.030), "group_3": (0.010, 0.015)}
OLD = 60
AT_WORK, NOT_AT_WORK = 0.4, 1.8  # how much rarer, and more frequent, disability is among those at work and the others
CAPACITY_LOSS = {"none": 0.0, "child": 0.0, "group_1": 0.9, "group_2": 0.7, "group_3": 0.4}

Column = NDArray[Any]


@dataclass(frozen=True)
class Draws:
    """Streams of random numbers, one a name.

    Attributes:
        seed: the same seed and name give the same numbers.
        count: how many each stream gives: one a person.

    """

    seed: int
    count: int

    def _stream(self, name: str) -> numpy.random.Generator:
        return numpy.random.Generator(
            numpy.random.PCG64(numpy.random.SeedSequence([self.seed, zlib.crc32(name.encode())]))
        )

    def uniform(self, name: str) -> NDArray[numpy.float64]:
        """Draw numbers from 0 to 1, 1 left out; shape (count,)."""
        return self._stream(name).random(self.count)

    def normal(self, name: str) -> NDArray[numpy.float64]:
        """Draw standard normal numbers; shape (count,)."""
        return self._stream(name).standard_normal(self.count)


def with_roles(people: pl.DataFrame) -> pl.DataFrame:
    """Give each person a role: one head a household, perhaps a spouse, their children, and others.

    The head is the adult listed first, or the oldest where there is no adult. The spouse is the first married person
    of the other sex, at most 20 years older or younger than a married head. A child was never married and is 15 to 45
    years younger than the head or the spouse; an older parent is taken for a grandparent if, for a minor, somebody
    else in the household who was married is of the age to be the parent.

    Args:
        people: one row a person, sorted by household and order: ``hid``, ``idno``, ``sex``, ``age``, ``marstat``.

    Returns:
        The same rows with the column ``role``.

    """
    age, married = pl.col("age"), pl.col("marstat") == MARRIED
    listed = pl.when(age >= ADULT).then(pl.col("idno")).otherwise(10_000 - 10 * age + pl.col("idno"))
    people = people.with_columns(_head=listed == listed.min().over("hid"))

    def of_head(what: pl.Expr) -> pl.Expr:
        return what.filter(pl.col("_head")).first().over("hid")

    partner = (
        ~pl.col("_head")
        & married
        & of_head(married)
        & (pl.col("sex") != of_head(pl.col("sex")))
        & ((age - of_head(age)).abs() <= COUPLE_GAP)
        & (age >= PARENT_GAP[0])
    )
    people = people.with_columns(_partner=partner)
    people = people.with_columns(
        _spouse=pl.col("_partner") & (pl.col("idno") == pl.col("idno").filter(pl.col("_partner")).min().over("hid"))
    )
    spouse_age = age.filter(pl.col("_spouse")).first().over("hid")
    older, older_than_spouse = of_head(age) - age, (spouse_age - age).fill_null(-1)
    rest = ~pl.col("_head") & ~pl.col("_spouse")
    between = rest & (pl.col("marstat") != SINGLE)
    of_couple = older.is_between(*PARENT_GAP) | older_than_spouse.is_between(*PARENT_GAP)
    raised = (age < ADULT) & (older > PARENT_GAP[1]) & ~between.any().over("hid")
    child = rest & (pl.col("marstat") == SINGLE) & (of_couple | raised)
    role = (
        pl.when(pl.col("_head"))
        .then(pl.lit("head"))
        .when(pl.col("_spouse"))
        .then(pl.lit("spouse"))
        .when(child)
        .then(pl.lit("child"))
        .otherwise(pl.lit("other"))
    )
    return people.with_columns(role=role).drop("_head", "_partner", "_spouse")


def who_they_are(people: pl.DataFrame, draws: Draws, end: numpy.datetime64) -> dict[str, Column]:
    """Return what a person is born with or learns, as columns of the vocabulary.

    Args:
        people: with roles.
        draws: of the survey.
        end: the month on whose last day the ages hold.

    Returns:
        By variable: one cell a person.

    """
    age = people["age"].to_numpy()
    schooled = people["yrs_school"].fill_null(0).to_numpy() >= SECONDARY_YEARS
    at_work = (people["act_status"] == "Employed").to_numpy()
    outside = (people["act_status"] == "Inactive").to_numpy()
    group = _disability(age, at_work, draws.uniform("disability"))
    return {
        "birth_date": _birth_date(age, draws.uniform("birth"), end),
        "sex": people["sex"].str.to_lowercase().to_numpy(),
        "marital_status": people["marstat"].replace_strict(MARITAL_STATUS).to_numpy(),
        "is_student": (numpy.isin(age, SCHOOL) & ~at_work) | (numpy.isin(age, STUDENT) & outside & schooled),
        "disability_group": group,
        "working_capacity_loss": pl.Series(group).replace_strict(CAPACITY_LOSS, return_dtype=pl.Float64).to_numpy(),
    }


def _birth_date(age: Column, drawn: Column, end: numpy.datetime64) -> Column:
    """Draw a day of the year before the birthday that is due, so that the age holds on the last day of the month."""
    next_month = (end + 1 - 12 * age.astype("timedelta64[M]")).astype("datetime64[D]")
    born: Column = next_month - 1 - (drawn * DAYS).astype("timedelta64[D]")
    return born


def _disability(age: Column, at_work: Column, drawn: Column) -> Column:
    group = numpy.full(len(age), "none", dtype="<U7")
    factor = numpy.where(age >= OLD, 1.0, numpy.where(at_work, AT_WORK, NOT_AT_WORK))
    reached = numpy.zeros(len(age))
    for name, (younger, older) in DISABILITY.items():
        share = numpy.where(age >= OLD, older, younger) * factor
        group[(age >= ADULT) & (drawn >= reached) & (drawn < reached + share)] = name
        reached += share
    group[(age < ADULT) & (drawn < CHILD_DISABILITY)] = "child"
    return group
