"""What the people of the example survey do and earn. Wages meet the country's average; ranks follow expenditure."""

from dataclasses import dataclass

import numpy
import polars as pl
from numpy.typing import NDArray

from openfisca_country.population.example.imputation import Column, Draws

WORKING_AGE = 16
LATE = 62
ROUNDING = 1000  # incomes are told in thousands
# The logarithm of pay, by what a person is; a rank of expenditure moves it most, for the survey knows no more.
SCHOOLING, MALE, EXPERIENCE, EXPERIENCE_SQUARED, URBAN, EXPENDITURE, LUCK = 0.05, 0.2, 0.02, -0.0003, 0.1, 0.35, 0.25
LONGEST_CAREER, SCHOOL_START = 45, 6
FORMALITY_BY_EXPENDITURE = 0.3
SELF_EMPLOYED_PAY, FARMER_PAY = 0.7, 0.5  # beside the wage of a like person
FARMERS = {True: 0.65, False: 0.05}  # of those at work without a formal job: rural, urban
PLOT_SHARE, PLOT_PAY = 0.5, 0.08  # rural households with a plot; its income as a share of the average wage
PROPERTY_SHARE, PROPERTY_PAY = 0.10, 0.2  # of the richest fifth
REMITTANCE_SHARES, REMITTANCE_PAY = (0.6, 0.08), 0.3  # of households where nobody works, and of the others


@dataclass(frozen=True)
class Levels:
    """What the survey takes from a country: amounts in its currency, a month.

    Attributes:
        average_wage: gross, formal; the wages of the survey have this mean.
        minimum_wage: no wage is below it.
        formal_share: share of those at work who are formal employees.
        herder_share: share of rural farmers who are herders.

    """

    average_wage: float
    minimum_wage: float
    formal_share: float
    herder_share: float = 0.0


def work_and_income(people: pl.DataFrame, draws: Draws, levels: Levels) -> dict[str, Column]:
    """Return activity and incomes by source, as columns of the vocabulary, and ``_pay``.

    Args:
        people: with roles, and ``pc_exp``, ``urbrur``, ``quint_nat``, ``weight`` of the household.
        draws: of the survey.
        levels: of the country.

    Returns:
        By variable: one cell a person; ``_pay`` is what a formal job would pay each, employed or not, a month.

    """
    rural = (people["urbrur"] == "Rural").to_numpy()
    head = (people["role"] == "head").to_numpy()
    activity = _activity(people, draws, levels)
    employee, self_employed, farmer = (activity == each for each in ("employee", "self_employed", "farmer"))
    pay = _pay(people, draws, levels, employee)
    plot = rural & head & ~farmer & (draws.uniform("plot") < PLOT_SHARE)
    owner = head & (people["quint_nat"] == "richest").to_numpy() & (draws.uniform("property") < PROPERTY_SHARE)
    chance = numpy.where(_nobody(people, employee | self_employed | farmer), *REMITTANCE_SHARES)
    receiver = head & (draws.uniform("remittances") < chance)
    spread = numpy.exp(0.4 * draws.normal("amount") - 0.08)  # its mean is one
    other = levels.average_wage * spread
    return {
        "activity_status": activity,
        "is_formally_employed": employee,
        "wage": numpy.where(employee, pay, 0.0),
        "self_employment_income": _rounded(numpy.where(self_employed, SELF_EMPLOYED_PAY * pay, 0.0)),
        "farm_income": _rounded(numpy.where(farmer, FARMER_PAY * pay, numpy.where(plot, PLOT_PAY * other, 0.0))),
        "property_income": _rounded(numpy.where(owner, PROPERTY_PAY * other, 0.0)),
        "remittances": _rounded(numpy.where(receiver, REMITTANCE_PAY * other, 0.0)),
        "is_herder": farmer & rural & (draws.uniform("herder") < levels.herder_share),
        "_pay": pay,
    }


def _rounded(values: Column) -> NDArray[numpy.float64]:
    rounded: NDArray[numpy.float64] = numpy.round(values / ROUNDING) * ROUNDING
    return rounded


def _nobody(people: pl.DataFrame, what: Column) -> Column:
    """Tell, for each person, whether nobody in the household is something."""
    anybody = people.select("hid", what=pl.Series(what)).select(pl.col("what").any().over("hid"))
    return ~anybody["what"].to_numpy()


def _score(people: pl.DataFrame) -> NDArray[numpy.float64]:
    """Return the logarithm of expenditure a head, as so many standard deviations from its mean."""
    spent = numpy.log(people["pc_exp"].to_numpy())
    score: NDArray[numpy.float64] = (spent - spent.mean()) / spent.std()
    return score


def _activity(people: pl.DataFrame, draws: Draws, levels: Levels) -> Column:
    age = people["age"].to_numpy()
    rural = (people["urbrur"] == "Rural").to_numpy()
    at_work = (people["act_status"] == "Employed").to_numpy() & (age >= WORKING_AGE)
    years = people["yrs_school"].fill_null(0).to_numpy()
    chance = draws.uniform("formality")
    liking = (
        0.15 * years
        + 0.5 * ~rural
        + FORMALITY_BY_EXPENDITURE * _score(people)
        - 2.0 * (age > LATE)
        + numpy.log(chance / (1 - chance))
    )
    formal = at_work & (liking >= _cut(liking[at_work], people["weight"].to_numpy()[at_work], levels.formal_share))
    on_farm = draws.uniform("farm") < numpy.where(rural, FARMERS[True], FARMERS[False])
    activity: Column = numpy.full(len(age), "inactive", dtype="<U13")
    activity[(people["act_status"] == "Unemployed").to_numpy() & (age >= WORKING_AGE)] = "unemployed"
    activity[at_work] = numpy.where(on_farm, "farmer", "self_employed")[at_work]
    activity[formal] = "employee"
    return activity


def _cut(values: Column, weights: Column, share: float) -> float:
    """Return the value from which on the highest make up a share of the weights."""
    order = numpy.argsort(-values, kind="stable")
    reached = numpy.cumsum(weights[order]) / weights.sum()
    return float(values[order][min(int(numpy.searchsorted(reached, share)), len(values) - 1)])


def _pay(people: pl.DataFrame, draws: Draws, levels: Levels, employee: Column) -> NDArray[numpy.float64]:
    """Return log-normal pay, not below the minimum wage, whose mean over employees is the average wage."""
    age = people["age"].to_numpy()
    years = people["yrs_school"].fill_null(0).to_numpy()
    experience = numpy.clip(age - years - SCHOOL_START, 0, LONGEST_CAREER)
    relative = numpy.exp(
        SCHOOLING * years
        + MALE * (people["sex"] == "Male").to_numpy()
        + EXPERIENCE * experience
        + EXPERIENCE_SQUARED * experience**2
        + URBAN * (people["urbrur"] == "Urban").to_numpy()
        + EXPENDITURE * _score(people)
        + LUCK * draws.normal("pay")
    )
    weights = people["weight"].to_numpy()[employee]

    def mean(scale: float) -> float:
        paid = numpy.maximum(scale * relative[employee], levels.minimum_wage)
        return float((paid * weights).sum() / weights.sum())

    low, high = 0.0, levels.average_wage / relative[employee].min()
    for _ in range(60):  # the mean rises with the scale: halve the range until the two ends meet
        middle = (low + high) / 2
        low, high = (middle, high) if mean(middle) < levels.average_wage else (low, middle)
    return _rounded(numpy.maximum(high * relative, levels.minimum_wage))
