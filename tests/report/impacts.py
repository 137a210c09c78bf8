"""Results of a population, made by hand: every number is chosen, none is computed."""

import dataclasses
import datetime
from typing import Any

from openfisca_country.household.results import Stamp
from openfisca_country.population.impact_results import (
    CURRENT,
    GAIN_CLASSES,
    BudgetLine,
    DecileGain,
    Estimate,
    GainersRow,
    HouseholdPattern,
    Impact,
    IndicatorRow,
    LorenzCurve,
    PopulationCount,
    PovertyLine,
)
from openfisca_country.population.tables.data_report import AssumedInput, ColumnReport, DataReport, Finding

WITHHELD = Estimate(None, withheld=True)
LINE = PovertyLine("715000", "Minimum consumption", 715_000.0, national=True)


def known(value: float, error: float = 0.0, observations: int = 400) -> Estimate:
    """Return an estimate with its 95 % interval, of a large sample."""
    return Estimate(value, error, value - 1.96 * error, value + 1.96 * error, observations)


def row(
    indicator: str, label: str, values: list[float], unit: str = "/1", error: float = 0.0, **place: str
) -> IndicatorRow:
    """Return one indicator: under current law, then under each reform."""
    keys = ("first", "second")[: len(values) - 1]
    return IndicatorRow(
        indicator=indicator,
        label=label,
        unit=unit,
        group=place.get("group", "all"),
        level=place.get("level", "all"),
        level_label=place.get("level_label", "All"),
        subject=place.get("subject", ""),
        subject_label=place.get("subject_label", ""),
        baseline=known(values[0], error),
        reforms={key: known(value, error) for key, value in zip(keys, values[1:], strict=True)},
        differences={key: known(value - values[0], error / 2) for key, value in zip(keys, values[1:], strict=True)},
    )


def line(name: str, label: str, values: list[float], kind: str = "benefit", programme: str = "") -> BudgetLine:
    """Return one line of the budget: under current law, then under each reform."""
    laws = (CURRENT, "first", "second")[: len(values)]
    amounts = {law: known(value, abs(value) / 20) for law, value in zip(laws, values, strict=True)}
    return BudgetLine(
        name=name,
        label=label,
        kind=kind,
        programme=programme,
        part="programme" if programme else "total",
        total="benefits" if programme and kind == "benefit" else "",
        amounts=amounts,
        differences={law: known(value - values[0]) for law, value in zip(laws[1:], values[1:], strict=True)},
        persons={law: known(12_345.0) for law in laws},
        households={law: known(2_345.0) for law in laws},
        share={law: known(0.25) for law in laws},
    )


def gainers(reform: str, level: str, shares: list[float | None], group: str = "decile") -> GainersRow:
    """Return who gains and loses in one part, by class from the worst to the best."""
    found = {
        name: WITHHELD if share is None else known(share) for name, share in zip(GAIN_CLASSES, shares, strict=True)
    }
    gaining = WITHHELD if shares[3] is None or shares[4] is None else known(shares[3] + shares[4])
    losing = WITHHELD if shares[0] is None or shares[1] is None else known(shares[0] + shares[1])
    label = f"Decile {level}" if group == "decile" else level.capitalize()
    return GainersRow(
        reform, group, level, label, found, gaining, losing, known(20_000.0), known(50_000.0), known(-10_000.0)
    )


LEVELS: dict[str, tuple[str, list[tuple[str, str, float, float]]]] = {
    "geo1": ("Geo1", [("geo_01", "geo 01", 0.06, 0.02), ("geo_02", "geo 02", 0.13, 0.02), ("geo_04", "geo 04", 0.21, 0.03)]),
    "urban or rural": ("Urban and rural", [("rural", "rural", 0.24, 0.025), ("urban", "urban", 0.09, 0.012)]),
    "sex": ("Sex", [("female", "female", 0.16, 0.011), ("male", "male", 0.15, 0.012)]),
    "age": (
        "Age group",
        [("0-17", "0-17", 0.22, 0.016), ("18-59", "18-59", 0.12, 0.01), ("60+", "60 and over", 0.08, 0.02)],
    ),
    "household type": (
        "Household type",
        [
            ("single adult", "Single adult", 0.02, 0.01),
            ("couple with 1 or 2 children", "Couple with 1 or 2 children", 0.1, 0.02),
            ("couple with 3 or more children", "Couple with 3 or more children", 0.28, 0.03),
            ("others with children", "Others with children", 0.19, 0.02),
        ],
    ),
}  # fmt: skip


def report() -> DataReport:
    """Return what was found in the tables."""
    return DataReport(
        persons=3246,
        households=825,
        refused_persons=2,
        refused_households=1,
        columns=(ColumnReport("wage", "persons", "wage", unit="UZS/month", minimum=0.0, maximum=52_000_000.0),),
        assumed=(
            AssumedInput("is_citizen", "persons", "Is a citizen of the country", True, 3246, ("child_allowance",)),
        ),
        findings=(Finding("no head", 1, "One household has no head <b>and</b> is refused.", ("h7",), True),),
    )


def impact(reforms: int = 2, **changes: Any) -> Impact:
    """Return the effects of one or two reforms on a sample of 825 households."""
    keys = ("first", "second")[:reforms]
    laws = (CURRENT, *keys)

    def some(*values: float) -> list[float]:
        return list(values[: reforms + 1])

    subject = {"subject": LINE.name, "subject_label": LINE.label}
    rows = [
        row("mean_income", "Mean disposable income", some(1_950_000, 1_962_000, 1_948_000), "currency/month", 41_000),
        row("poverty_headcount", "Poverty headcount", some(0.155, 0.131, 0.1551), error=0.011, **subject),
        row("poverty_gap", "Poverty gap", some(0.041, 0.0335, 0.041), error=0.004, **subject),
        row("number_of_poor", "Number of poor", some(34_690, 29_320, 34_712), "persons", 2400, **subject),
        row("gini", "Gini coefficient", some(0.402, 0.391, 0.403), error=0.012),
        row("s80_s20", "Income ratio S80/S20", some(8.21, 7.4, 8.3), error=0.5),
        row("coverage", "Coverage", some(0.61, 0.66, 0.61), subject="benefits", subject_label="All cash benefits"),
        row("average_transfer", "Average transfer", some(210_000, 221_000, 209_000), "currency/month",
            subject="benefits", subject_label="All cash benefits"),
        row("coverage", "Coverage", some(0.2, 0.27, 0.19), subject="child_allowance", subject_label="Child allowance"),
        row("sdg_children", "Children covered (SDG 1.3.1)", some(0.44, 0.52, 0.43), error=0.02),
    ]  # fmt: skip
    for group, (_, levels) in LEVELS.items():
        for level, label, share, error in levels:
            rows.append(
                row("poverty_headcount", "Poverty headcount", some(share, share * 0.8, share + 0.002), error=error,
                    group=group, level=level, level_label=label, **subject)
            )  # fmt: skip
    for decile in range(1, 11):
        share = (0.19, 0.16, 0.13, 0.11, 0.1, 0.09, 0.07, 0.06, 0.05, 0.04)[decile - 1]
        rows.append(
            row("benefit_incidence", "Benefit incidence", some(share, share + 0.01 - decile / 550, share), group="decile",
                level=str(decile), level_label=f"Decile {decile}", subject="benefits", subject_label="All cash benefits")
        )  # fmt: skip
    deciles = []
    who = []
    for key in keys:
        sign = 1 if key == "first" else -0.2
        who.append(gainers(key, "all", [0.0, 0.02, 0.6, 0.2, 0.18] if sign > 0 else [0.01, 0.3, 0.69, 0.0, 0.0], "all"))
        for decile in range(1, 11):
            income = 300_000.0 + 380_000 * (decile - 1)
            gain = sign * 42_000.0 * (11 - decile) / 10
            deciles.append(
                DecileGain(key, decile, known(income), known(gain, 4_000.0), known(gain / income, 4_000.0 / income))
            )
            rest = (11 - decile) / 20
            shares: list[float | None] = [0.0, 0.02, 0.98 - rest, rest / 2, rest / 2]
            who.append(gainers(key, str(decile), [None] * 5 if decile == 10 else shares))
    patterns = [
        HouseholdPattern(key, "gains", "couple with 3 or more children", "3 or more", "one works", "rural",
                         known(2_310.0), known(0.314), known(152_000.0))
        for key in keys
    ]  # fmt: skip
    patterns.append(
        HouseholdPattern(
            "first", "loses", "single adult", "0", "one works", "urban", known(120.0), WITHHELD, known(-9_000.0)
        )
    )
    curve = tuple(each / 20 for each in range(21))
    made = Impact(
        country="Uzbekistan",
        name="uzbekistan",
        currency="UZS",
        period="2026",
        laws=laws,
        titles={"first": "Child allowance for all", "second": "No indexation of pensions in 2026"},
        welfare="disposable income per household member",
        population=PopulationCount(223_821.0, 57_867.0, 3246, 825, False, 7, 33, 1),
        lines=(LINE,),
        groups={"all": "All persons", **{group: label for group, (label, _) in LEVELS.items()}, "decile": "Decile"},
        rows=tuple(rows),
        budget=(
            line("child_allowance", "Child allowance", some(91.2e9, 128.4e9, 91.2e9), programme="Allowance for families with children"),
            line("old_age_pension", "Old-age pension from insured work", some(402e9, 402e9, 391.5e9), programme="Old-age pension"),
            line("income_tax_due", "Personal income tax", some(310e9, 310e9, 310e9), "revenue", "Personal income tax"),
            line("never_paid", "Paid to nobody", some(0, 0, 0), programme="Aid"),
            line("benefits", "All cash benefits", some(493.2e9, 530.4e9, 482.7e9)),
            line("net_cost", "Benefits less taxes and contributions", some(183.2e9, 220.4e9, 172.7e9), "balance"),
        ),
        lorenz=tuple(
            LorenzCurve(law, curve, tuple(each ** (2.3 - 0.15 * place) for each in curve)) for place, law in enumerate(laws)
        ),
        deciles=tuple(deciles),
        gainers=tuple(who),
        patterns=tuple(patterns),
        minimum_observations=10,
        data_report=report(),
        warnings=("The law was last verified on 31 May 2026.",),
        definitions={"gini": "Twice the area between the curves (https://example.org/gini).", "budget": "What it costs."},
        stamp=Stamp("0.2.0", "46.0.1", "uzbekistan", keys, datetime.date(2026, 5, 31)),
    )  # fmt: skip
    return dataclasses.replace(made, **changes)
