"""Write the example survey with a country's wages: `python examples/population/make_survey.py uzbekistan survey/`."""

import argparse
import sys
from pathlib import Path

import polars as pl
import pyarrow.parquet

from openfisca_country.law import LawError
from openfisca_country.population.example.survey import survey

RELATION = {"head": 1, "spouse": 2, "child": 3, "other": 4}
MARITAL_STATUS = {
    "married": "Married/in union",
    "single": "Single/never married",
    "divorced": "Divorced/separated",
    "widowed": "Widowed",
}


def main() -> int:
    """Write persons and households; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("country")
    parser.add_argument("folder", type=Path, help="where persons and households go")
    parser.add_argument("--census", action="store_true", help="the 57,867 households of the census, not the sample")
    parser.add_argument("--seed", type=int, default=2023)
    parser.add_argument("--period", default="2026", help="ages are those of its last day (default: 2026)")
    parser.add_argument("--raw", action="store_true", help="as a survey office would give it: for mapping.yaml")
    told = parser.parse_args()
    try:
        persons, households = survey(told.country, told.census, told.seed, told.period)
        told.folder.mkdir(parents=True, exist_ok=True)
        if told.raw:
            as_an_office_gives_it(pl.DataFrame(persons), pl.DataFrame(households), told.folder)
        else:
            pyarrow.parquet.write_table(persons, told.folder / "persons.parquet")
            pyarrow.parquet.write_table(households, told.folder / "households.parquet")
    except (LawError, OSError) as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    print(f"{persons.num_rows:,} persons in {households.num_rows:,} households, in {told.folder}")
    return 0


def as_an_office_gives_it(persons: pl.DataFrame, households: pl.DataFrame, folder: Path) -> None:
    """Write two CSV files with names, codes and units of their own, which mapping.yaml turns into the vocabulary."""
    last_month = persons.columns[-1]  # the month columns stand last
    month = pl.lit(last_month.split("@")[1]).str.to_date("%Y-%m").dt.month_end()
    on_the_last_day = month.dt.year() - pl.col("birth_date").dt.year()
    birthday_to_come = month.dt.strftime("%m%d") < pl.col("birth_date").dt.strftime("%m%d")
    persons.select(
        hid="household_id",
        idno=pl.col("person_id").str.split("-").list.last(),
        relation=pl.col("role").replace_strict(RELATION),
        sex=pl.col("sex").str.to_titlecase(),
        age=on_the_last_day - birthday_to_come.cast(pl.Int32),
        marstat=pl.col("marital_status").replace_strict(MARITAL_STATUS),
        activity=pl.col("activity_status").str.to_uppercase(),
        formal=pl.col("is_formally_employed").cast(pl.Int8),
        wage_thousand=pl.when(pl.col(last_month) == 0).then(0).otherwise(pl.col("wage")) / 1000,
        own_account_thousand=pl.col("self_employment_income") / 1000,
        farm_thousand_year=pl.col("farm_income") * 12 / 1000,
    ).write_csv(folder / "persons.csv")
    households.select(
        hid="household_id",
        hhweight="weight",
        geo1="geo1",
        urbrur=pl.when("is_rural").then(pl.lit("Rural")).otherwise(pl.lit("Urban")),
        ea="cluster",
        quint_nat="quint_nat",
    ).write_csv(folder / "households.csv")


if __name__ == "__main__":
    sys.exit(main())
