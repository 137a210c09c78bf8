"""The answer of `impact` as flat tables, one a family: what the workbook and the Parquet files hold."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet

from openfisca_country.population.impact_results import CURRENT, GAIN_CLASSES, Estimate, Impact
from openfisca_country.report.impact_flat import COUNT, FACTOR, MONEY, SHARE, Column, FlatTable, as_arrow
from openfisca_country.report.impact_numbers import FACTORS
from openfisca_country.report.impact_words import FAMILIES, OTHERS, family_of, law_name, reforms_of

KIND_OF_UNIT = {"persons": COUNT, "households": COUNT, "/1": SHARE}


def impact_tables(impact: Impact) -> tuple[FlatTable, ...]:
    """Return every result in flat tables: the budget, each family of indicators, deciles, gainers, kinds of household.

    Args:
        impact: whose numbers are laid out; none is computed.

    """
    found = [_budget(impact)]
    found += [_indicators(impact, family) for family in (*FAMILIES, OTHERS)]
    found += [_deciles(impact), _gainers(impact), _patterns(impact), _lorenz(impact)]
    return tuple(table for table in found if table.rows)


def write_tables(impact: Impact, folder: Path) -> list[Path]:
    """Write the tables as Parquet files, one a family, into a folder that is made if need be; return the files.

    A withheld number is missing, and the column of its name with ``_withheld`` is true.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for table in impact_tables(impact):
        path = folder / f"{table.name.lower().replace(' ', '_').replace('.', '_')}.parquet"
        pyarrow.parquet.write_table(as_arrow(table), path)
        paths.append(path)
    return paths


def _laws(impact: Impact, name: str, title: str, kind: str) -> list[Column]:
    """Return a column a law."""
    return [Column(f"{name}{law}", f"{title}{law_name(impact, law)}", kind) for law in impact.laws]


def _compared(impact: Impact, kind: str) -> list[Column]:
    columns = _laws(impact, "", "", kind)
    return columns + [
        Column(f"difference_{law}", f"Difference: {law_name(impact, law)}", kind) for law in reforms_of(impact)
    ]


def _by_law(impact: Impact, found: Mapping[str, Estimate]) -> Iterator[Estimate | None]:
    return (found.get(law) for law in impact.laws)


def _budget(impact: Impact) -> FlatTable:
    columns = [
        Column("name", "Variable"),
        Column("label", "Payment, tax or contribution"),
        Column("programme", "Programme"),
    ]
    columns += [Column("kind", "Kind"), *_compared(impact, MONEY)]
    columns += _laws(impact, "share_", "Share: ", SHARE) + _laws(impact, "persons_", "Persons: ", COUNT)
    columns += _laws(impact, "households_", "Households: ", COUNT)
    rows = (
        (
            line.name,
            line.label,
            line.programme,
            "total" if line.part == "total" else line.kind,
            *_by_law(impact, line.amounts),
            *(line.differences.get(law) for law in reforms_of(impact)),
            *_by_law(impact, line.share),
            *_by_law(impact, line.persons),
            *_by_law(impact, line.households),
        )
        for line in impact.budget
    )
    return FlatTable("Budget", f"Budget of {impact.period}, {impact.currency}", tuple(columns), tuple(rows))


def _indicators(impact: Impact, family: str) -> FlatTable:
    columns = (
        Column("indicator", "Name"),
        Column("label", "Indicator"),
        Column("unit", "Unit"),
        Column("subject", "Subject"),
        Column("subject_label", "About"),
        Column("group", "Cut by"),
        Column("level", "Part"),
        Column("level_label", "Part in words"),
        *_compared(impact, ""),
    )
    chosen = [row for row in impact.rows if family_of(row.indicator) == family]
    rows = (
        (
            row.indicator,
            row.label,
            row.unit.replace("currency", impact.currency),
            row.subject,
            row.subject_label,
            row.group,
            row.level,
            row.level_label,
            *_by_law(impact, {CURRENT: row.baseline, **row.reforms}),
            *(row.differences.get(law) for law in reforms_of(impact)),
        )
        for row in chosen
    )
    kinds = tuple(FACTOR if row.indicator in FACTORS else KIND_OF_UNIT.get(row.unit, MONEY) for row in chosen)
    return FlatTable(family, family, columns, tuple(rows), kinds)


def _reform(impact: Impact, reform: str) -> tuple[str, str]:
    return reform, law_name(impact, reform)


REFORM = (Column("reform", "Reform"), Column("title", "Title"))


def _deciles(impact: Impact) -> FlatTable:
    columns = (
        *REFORM,
        Column("decile", "Decile", COUNT),
        Column("income", "Income now, a member and month", MONEY),
        Column("gain", "Average gain, a member and month", MONEY),
        Column("relative", "As a share of income", SHARE),
    )
    rows = ((*_reform(impact, row.reform), row.decile, row.income, row.gain, row.relative) for row in impact.deciles)
    title = f"Average gain by tenth of the population, {impact.currency}"
    return FlatTable("Deciles", title, columns, tuple(rows))


def _gainers(impact: Impact) -> FlatTable:
    columns = (
        *REFORM,
        Column("group", "Cut by"),
        Column("level", "Part"),
        Column("level_label", "Part in words"),
        *(Column(_plain(name), name[0].upper() + name[1:], SHARE) for name in GAIN_CLASSES),
        Column("gaining", "All who gain", SHARE),
        Column("losing", "All who lose", SHARE),
        Column("average_gain", "Average change of a household, a month", MONEY),
        Column("average_gain_of_gainers", "Of those who gain", MONEY),
        Column("average_loss_of_losers", "Of those who lose", MONEY),
    )
    rows = (
        (
            *_reform(impact, row.reform),
            row.group,
            row.level,
            row.level_label,
            *(row.shares.get(name) for name in GAIN_CLASSES),
            row.gaining,
            row.losing,
            row.average_gain,
            row.average_gain_of_gainers,
            row.average_loss_of_losers,
        )
        for row in impact.gainers
    )
    title = f"Persons by what changes for their household; amounts in {impact.currency}"
    return FlatTable("Gainers and losers", title, columns, tuple(rows))


def _plain(name: str) -> str:
    """Write words as a name.

    >>> _plain("gains more than 5 %"), _plain("unchanged")
    ('gains_more_than_5', 'unchanged')
    """
    return "_".join(name.replace("%", "").split())


def _patterns(impact: Impact) -> FlatTable:
    columns = (
        *REFORM,
        Column("side", "Side"),
        Column("household_type", "Household"),
        Column("children", "Children"),
        Column("work", "Work"),
        Column("region", "Where"),
        Column("households", "Households", COUNT),
        Column("share", "Share of that side", SHARE),
        Column("average_change", "Average change, a month", MONEY),
    )
    rows: Iterable[tuple[Any, ...]] = (
        (
            *_reform(impact, row.reform),
            row.side,
            row.household_type,
            row.children,
            row.work,
            row.region,
            row.households,
            row.share,
            row.average_change,
        )
        for row in impact.patterns
    )
    title = f"The kinds of households behind gains and losses; amounts in {impact.currency}"
    return FlatTable("Household types", title, columns, tuple(rows))


def _lorenz(impact: Impact) -> FlatTable:
    columns = (
        Column("law", "Law"),
        Column("title", "Title"),
        Column("population", "Share of persons", SHARE),
        Column("income", "Share of income", SHARE),
    )
    rows = (
        (curve.law, law_name(impact, curve.law), persons, income)
        for curve in impact.lorenz
        for persons, income in zip(curve.population, curve.income, strict=True)
    )
    return FlatTable("Lorenz curves", "Share of income of the poorest so many persons", columns, tuple(rows))
