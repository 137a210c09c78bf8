"""What registers would hold of the people of the example survey: service, job loss, births, a breadwinner lost."""

from typing import Any

import numpy
import polars as pl

from openfisca_country.population.example.imputation import ADULT, MARRIED, Column, Draws
from openfisca_country.population.example.imputation_work import WORKING_AGE

NEVER = numpy.datetime64("9999-12-31", "D")
LAST_CAREER_AGE = 60
REFORM_YEAR = 1998  # of pensions in Kazakhstan: service before it is counted apart
FORMAL_BEFORE = 0.7  # of adults outside formal work, those who have had some
DENSITY = {True: (0.5, 1.0), False: (0.2, 0.9)}  # share of a career in formal work: employees now, others
LOOKBACK = 60  # months: what a country counts back from the loss of a job
REGISTERED = 0.5  # of the unemployed
MOTHERS = (WORKING_AGE, 49)
LEAVE_BEFORE, LEAVE = 70, 126  # days of maternity leave: before the birth, in all
PREGNANCY = 280
CLAIM_AFTER = 14
MONTHS = 12
SMALL_CHILD = 3


def records(people: pl.DataFrame, known: dict[str, Column], draws: Draws, end: numpy.datetime64) -> dict[str, Column]:
    """Return records of work, job loss and births, as columns of the vocabulary; month columns are ``wage@2026-05``.

    Args:
        people: with roles.
        known: what the earlier steps of the imputation gave, ``_pay`` among it.
        draws: of the survey.
        end: the month on whose last day the ages hold; job losses and births are of the twelve months up to it.

    Returns:
        By variable: one cell a person.

    """
    served = _service(people, known, draws, end)
    mothers = _births(people, known)
    lost = _job_loss(known, served, draws, end)
    off_work = _months_off(known, mothers, lost, end)
    return served | mothers | {name: cells for name, cells in lost.items() if not name.startswith("_")} | off_work


def _service(people: pl.DataFrame, known: dict[str, Column], draws: Draws, end: numpy.datetime64) -> dict[str, Column]:
    age = people["age"].to_numpy()
    start = numpy.maximum(ADULT, people["yrs_school"].fill_null(0).to_numpy() + 7)
    employee = known["is_formally_employed"]
    career = numpy.clip(numpy.minimum(age, LAST_CAREER_AGE) - start, 0, None)
    low, high = (numpy.where(employee, DENSITY[True][end], DENSITY[False][end]) for end in (0, 1))
    worked = employee | (draws.uniform("formal before") < FORMAL_BEFORE)
    density = numpy.where(worked, low + (high - low) * draws.uniform("density"), 0.0)
    years = numpy.floor(density * career)
    born = int(str(end)[:4]) - age
    before = numpy.clip(REFORM_YEAR - born - start, 0, career)
    row = numpy.floor(draws.uniform("row") * 10 * MONTHS)
    months = (MONTHS * years).astype(int)
    return {
        "service_years": years,
        "service_years_before_1998": numpy.floor(density * before),
        "insured_months": months,
        "insured_months_in_a_row": numpy.where(employee, numpy.minimum(months, row), 0).astype(int),
        "pension_reference_wage": numpy.where(years > 0, known["_pay"], 0.0),
    }


def _job_loss(
    known: dict[str, Column], served: dict[str, Column], draws: Draws, end: numpy.datetime64
) -> dict[str, Column]:
    """Give the unemployed with a record a job that ended on the last day of a month; register half of them."""
    months = served["insured_months"]
    unemployed = known["activity_status"] == "unemployed"
    had_job = unemployed & (months > 0)
    # the last of the twelve months is left out: whoever loses a job then has a wage in all of them
    after = numpy.floor(draws.uniform("job loss") * MONTHS).astype(int)
    first = end - (MONTHS - 1) + after.astype("timedelta64[M]")
    lost = numpy.where(had_job, first.astype("datetime64[D]") - numpy.timedelta64(1, "D"), NEVER)
    registered = unemployed & (draws.uniform("registered") < REGISTERED)
    since = first.astype("datetime64[D]") + numpy.timedelta64(9, "D")
    held = numpy.where(had_job, months, 0)
    formal = known["is_formally_employed"]
    return {
        "job_loss_date": lost,
        "is_registered_unemployed": registered,
        "unemployment_registration_date": numpy.where(registered, since, NEVER),
        "previous_average_wage": numpy.where(had_job | formal, known["_pay"], 0.0),
        "worked_months_in_lookback": numpy.minimum(held, LOOKBACK),
        "unemployment_insured_months": held,
        "unemployment_insured_months_in_a_row": numpy.minimum(
            held, numpy.floor(draws.uniform("row") * LOOKBACK)
        ).astype(int),
        "_had_job": had_job,
        "_idle_from": numpy.where(had_job, after, MONTHS),
    }


def _births(people: pl.DataFrame, known: dict[str, Column]) -> dict[str, Column]:
    """Find the mother of each household's youngest child under one, and give her the dates that hang on the birth."""
    age, role = pl.col("age"), pl.col("role")
    people = people.with_columns(
        _born=pl.Series(known["birth_date"]).cast(pl.Date), _small=(age < SMALL_CHILD) & role.is_in(["child"])
    )
    infant = age == 0
    likely = (pl.col("sex") == "Female") & age.is_between(*MOTHERS)
    rank = pl.when(role.is_in(["head", "spouse"])).then(0).when(pl.col("marstat") == MARRIED).then(100).otherwise(
        200
    ) + pl.col("idno")
    found = people.select(
        mother=likely & infant.any().over("hid") & (rank == rank.filter(likely).min().over("hid")),
        born=pl.col("_born").filter(infant).max().over("hid"),
        order=(role == "child").sum().over("hid"),
        carer=likely & role.is_in(["head", "spouse"]) & pl.col("_small").any().over("hid"),
        orphaned=(role == "child")
        & (age < ADULT)
        & ((role == "head") & (pl.col("marstat") == "Widowed")).any().over("hid"),
    )
    mother = found["mother"].fill_null(False).to_numpy()
    born = numpy.where(mother, found["born"].to_numpy().astype("datetime64[D]"), NEVER)
    employee, inactive = known["is_formally_employed"], known["activity_status"] == "inactive"
    carer, orphaned = found["carer"].to_numpy() & inactive, found["orphaned"].to_numpy()
    head_pay = pl.DataFrame({"hid": people["hid"], "role": people["role"], "pay": known["_pay"]}).select(
        pl.col("pay").filter(role == "head").first().over("hid")
    )["pay"]

    def shifted(days: int, whom: Any) -> Column:
        return numpy.where(whom, born + numpy.timedelta64(days, "D"), NEVER)

    return {
        "childbirth_date": born,
        "childbirth_order": numpy.where(mother, numpy.maximum(found["order"].to_numpy(), 1), 1).astype(int),
        "birth_grant_claim_date": shifted(CLAIM_AFTER, mother),
        "is_pregnant": mother,
        "pregnancy_start_date": shifted(-PREGNANCY, mother),
        "maternity_leave_start": shifted(-LEAVE_BEFORE, mother & employee),
        "cares_for_small_or_disabled_child": carer,
        "cares_for_member_in_need": carer,
        "lost_breadwinner": orphaned,
        "deceased_reference_wage": numpy.where(orphaned, head_pay.to_numpy(), 0.0),
    }


def _months_off(
    known: dict[str, Column], mothers: dict[str, Column], lost: dict[str, Column], end: numpy.datetime64
) -> dict[str, Column]:
    """Return the wage of the unemployed while they still had one, and none in the months of leave or after the loss.

    The column ``wage`` is what is earned in a month of work; a month column holds 0 for those who do not work in it,
    and not-a-number (not stated) for everyone else.
    """
    leave = mothers["maternity_leave_start"]
    columns = {"wage": numpy.where(lost["_had_job"], known["_pay"], known["wage"])}
    for place in range(MONTHS):
        month = end - (MONTHS - 1) + place
        first = month.astype("datetime64[D]")
        on_leave = (leave != NEVER) & (leave <= first) & (first < leave + numpy.timedelta64(LEAVE, "D"))
        off = on_leave | (lost["_idle_from"] <= place)
        columns[f"wage@{month}"] = numpy.where(off, 0.0, numpy.nan)
    return columns
