"""The example survey: the World Bank's synthetic households of an imaginary country, with a country's wages.

The data are ``hld_sample_wb_2023``, ``ind_sample_wb_2023`` and ``hld_pop_wb_2023`` of the package svy: World Bank
(2023), Synthetic Data for Household Surveys and Census, https://doi.org/10.48529/78M1-AE09, under the World Bank
synthetic microdata terms. Nobody in them is a real person. What they lack (incomes by source, disability, records of
insurance) is drawn by the rules of `RULES`: the survey shows how a population runs, and says nothing of a country.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import numpy
import polars as pl
import pyarrow as pa
import svy
import yaml

from openfisca_country.law.catalogue import load_country
from openfisca_country.law.errors import LawError, nearest
from openfisca_country.population.example.imputation import ADULT, Column, Draws, who_they_are, with_roles
from openfisca_country.population.example.imputation_records import NEVER, records
from openfisca_country.population.example.imputation_rules import RULES
from openfisca_country.population.example.imputation_work import Levels, work_and_income

__all__ = ["RULES", "Levels", "survey"]

KEPT = ("geo1", "quint_nat", "tot_exp", "pc_exp")
"""Columns of the survey that no law reads, kept beside the households."""

LARGEST = 10  # persons: larger households of the census share their donors


def survey(
    country: str, census: bool = False, seed: int = 2023, period: str = "2026", levels: Levels | None = None
) -> tuple[pa.Table, pa.Table]:
    """Return the example survey, or the census behind it, as tables that `run` and `impact` take.

    The sample has 825 households and 3,246 persons, with the design of the survey: weights that add up to the 57,867
    households and about 223,800 persons of the imaginary country, strata (first-level area by urban and rural) and
    clusters (enumeration areas). Weights are not scaled to the country whose law is applied.

    The census is in the data as households only. Each takes the persons of a sampled household of the same size,
    urban or rural, and national quintile of expenditure, drawn at random (a hot deck); where there is none, of the
    same size and area, and then of the size nearest to it.

    Args:
        country: whose vocabulary and wage level are taken.
        census: every household of the census, with weight 1, instead of the sample.
        seed: of all that is drawn: the same seed gives the same tables, to the byte.
        period: a month or a year: ages are those of its last day; births and job losses are of the twelve months up
            to it. A run over an earlier period would find people who are not born yet.
        levels: wages and formality; by default those known of the country.

    Returns:
        Persons and households: an id, then variables of the country's vocabulary, then what is kept of the survey.

    Raises:
        LawError: the country or its wage level is not known, or the period is neither a month nor a year.

    """
    end = _last_month(period)
    known = load_country(country).variables
    levels = levels or _levels(country)
    people = with_roles(_people(census, seed))
    draws = Draws(seed, people.height)
    who = who_they_are(people, draws, end)
    work = work_and_income(people, draws, levels)
    held = records(people, who | work, draws, end)
    columns = {name: cells for name, cells in (who | work | held).items() if name.split("@")[0] in known}
    return _persons(people, columns), _households(people, work, known)


def _last_month(period: str) -> numpy.datetime64:
    if not re.fullmatch(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?", period):
        raise LawError(f"The period of the survey must be a month or a year, as 2026-03 or 2026, not {period}.")
    return numpy.datetime64(period if "-" in period else f"{period}-12", "M")


def _levels(country: str) -> Levels:
    stated = yaml.safe_load((files("openfisca_country.population.example") / "survey_levels.yaml").read_text("utf-8"))
    if country not in stated:
        raise LawError(
            f"The example survey has no wage level for {country}, only for {', '.join(stated)}; "
            f"give one: survey({country!r}, levels=Levels(…)).{nearest(country, stated)}"
        )
    return Levels(**{name: stated[country][name] for name in Levels.__dataclass_fields__})


@cache
def _raw(name: str) -> pl.DataFrame:
    return svy.datasets.load(name, source="bundled")


def _people(census: bool, seed: int) -> pl.DataFrame:
    """Return one row a person in the order of households and of persons within, with the household's columns."""
    sampled = _raw("hld_sample_wb_2023").rename({"hhweight": "weight"})
    persons = _raw("ind_sample_wb_2023").drop("geo1", "geo2", "ea", "urbrur", "hhweight")
    if not census:
        joined = persons.join(sampled, on="hid")
    else:
        households = _with_donors(_raw("hld_pop_wb_2023").with_columns(weight=pl.lit(1.0)), sampled, seed)
        joined = persons.rename({"hid": "donor"}).join(households, on="donor").drop("donor")
    return joined.sort("hid", "idno")


def _with_donors(households: pl.DataFrame, sampled: pl.DataFrame, seed: int) -> pl.DataFrame:
    """Give each household of the census the sampled household (``donor``) whose persons it takes."""
    households = households.sort("hid")
    drawn = Draws(seed, households.height).uniform("donor")
    size = pl.min_horizontal(pl.col("hhsize"), LARGEST).alias("_size")
    households = households.with_columns(size, _drawn=pl.Series(drawn), donor=pl.lit(None, dtype=pl.String))
    donors = sampled.sort("hid").select(size, "urbrur", "quint_nat", donor="hid")
    for keys in (["_size", "urbrur", "quint_nat"], ["_size", "urbrur"], ["_size"]):
        pool = donors.group_by(keys, maintain_order=True).agg(pl.col("donor").alias("_pool"))
        households = households.join(pool, on=keys, how="left", maintain_order="left")
        place = (pl.col("_drawn") * pl.col("_pool").list.len()).floor().cast(pl.Int64)
        households = households.with_columns(donor=pl.col("donor").fill_null(pl.col("_pool").list.get(place)))
        households = households.drop("_pool")
    return households.drop("_size", "_drawn")


def _persons(people: pl.DataFrame, columns: dict[str, Column]) -> pa.Table:
    ids = people.select(person_id=pl.format("{}-{}", "hid", "idno"), household_id="hid", role="role").to_arrow()
    arrays: dict[str, Any] = {name: ids[name].cast(pa.string()) for name in ids.column_names}
    for name, cells in columns.items():
        missing = cells == NEVER if cells.dtype.kind == "M" else numpy.isnan(cells) if "@" in name else None
        arrays[name] = pa.array(cells, mask=missing)
    return pa.table(arrays)


def _worse_off(households: pl.DataFrame, children: pl.Series) -> pl.Series:
    """Return the share of all children who live in households that spend less a head; one cell a household."""
    counted = households.select("hid", "pc_exp", children=children * households["weight"]).sort("pc_exp", "hid")
    below = counted.with_columns(share=(pl.col("children").cum_sum() - pl.col("children")) / pl.col("children").sum())
    return households.join(below.select("hid", "share"), on="hid", maintain_order="left")["share"]


def _households(people: pl.DataFrame, work: dict[str, Column], known: Any) -> pa.Table:
    people = people.with_columns(_plot=pl.Series(work["farm_income"] > 0))
    rows = people.group_by("hid", maintain_order=True).agg(
        pl.col("weight", "geo1", "urbrur", "ea", "quint_nat", "tot_exp", "pc_exp").first(), pl.col("_plot").any()
    )
    rural = pl.col("urbrur") == "Rural"
    minors = pl.Series(numpy.array(people["age"]) < ADULT)
    children = people.with_columns(_minor=minors).group_by("hid", maintain_order=True).agg(pl.col("_minor").sum())
    told = {"has_household_plot": rows["_plot"], "share_of_children_worse_off": _worse_off(rows, children["_minor"])}
    chosen = rows.select(
        pl.col("hid").alias("household_id"),
        pl.col("weight").cast(pl.Float64),
        (pl.format("{} {}", "geo1", "urbrur")).alias("stratum"),
        pl.col("ea").cast(pl.String).alias("cluster"),
        rural.alias("is_rural"),
        *(cells.alias(name) for name, cells in told.items() if name in known),
        *KEPT,
    )
    table = chosen.to_arrow()
    strings = pa.schema(
        [
            pa.field(
                each.name,
                pa.string() if pa.types.is_large_string(each.type) or pa.types.is_string_view(each.type) else each.type,
            )
            for each in table.schema
        ]
    )
    return table.cast(strings)
