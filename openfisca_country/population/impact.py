"""`impact`: what reforms do to a population: cost, poverty, inequality, coverage, who gains and who loses."""

import dataclasses
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openfisca_country.engine import months_of
from openfisca_country.household.run import check_window
from openfisca_country.law import CountrySystem, InputError, nearest
from openfisca_country.law.catalogue import load_country
from openfisca_country.population.impact_results import CURRENT, Impact
from openfisca_country.population.indicators.collapse import collapse
from openfisca_country.population.indicators.cost import payments
from openfisca_country.population.indicators.definitions import DEFINITIONS, PARTS
from openfisca_country.population.indicators.every import indicators_of
from openfisca_country.population.indicators.lines import lines_of
from openfisca_country.population.indicators.prepare import (
    amounts_asked,
    benefits_of,
    count_of,
    facts_asked,
    insured_of,
    study_of,
)
from openfisca_country.population.indicators.sdg import gaps
from openfisca_country.population.indicators.study import PER_MEMBER, SCALES, SQUARE_ROOT
from openfisca_country.population.indicators.work_incentives import work_incentives as incentives
from openfisca_country.population.laws import ReformLike, law_of, load_law
from openfisca_country.population.progress import SILENT, Watch
from openfisca_country.population.run import run_laws
from openfisca_country.population.tables.sources import TablesLike
from openfisca_country.population.tables.staging import stage

WELFARE = {
    PER_MEMBER: "disposable income of the household per member and month",
    SQUARE_ROOT: "disposable income of the household a month, divided by the square root of its members",
}


def impact(
    country: str | CountrySystem,
    tables: TablesLike,
    period: str | None = None,
    reforms: Sequence[ReformLike] = (),
    mapping: Any = None,
    lines: Iterable[str | float] = (),
    by: Sequence[str] = (),
    workers: int = 1,
    output: str | Path | None = None,
    minimum_observations: int = 30,
    scale: str = PER_MEMBER,
    census: bool = False,
    work_incentives: bool = False,
    watch: Watch = SILENT,
    **options: Any,
) -> Impact:
    """Evaluate a population under current law and under each reform, and work out the indicators.

    Args:
        country: its name (``uzbekistan``), or its system.
        tables: a folder with ``persons`` and ``households``, or the two as frames.
        period: a month or a year; the current month by default.
        reforms: each compared with current law on its own: names of reforms that ship, paths of YAML files or dotted
            Python paths.
        mapping: where the columns of the tables have other names or units.
        lines: of poverty, before those of the country's law: an amount a person and month, the path of a parameter, or
            ``60%`` of the median. The first tells the poor from the others.
        by: variables of households to cut the population by, besides region, urban and rural, sex, age, household type,
            decile, and the columns that the mapping keeps.
        workers: processes on this machine.
        output: folder of the results of each household under each law; a folder that is removed by default.
        minimum_observations: a number that fewer households stand behind is withheld; 0 shows all.
        scale: ``per member``, or ``square root`` to divide income by the root of the household's size.
        census: True where the tables hold every household of the country: there is no sampling error then.
        work_incentives: evaluate each worker's household twice more, once without the work and once with a little more
            earnings.
        watch: who watches it go.
        options: as for `run_laws`: ``households_per_block``, ``engine``, ``scheduler``.

    Returns:
        Everything a table, a chart or a page needs. Incomes are those of the law in full take-up.

    Raises:
        InputError: the tables, a line, a cut or an option cannot be used; or there is no reform.
        OutsideWindow: the period lies before the law that is modelled.
        ReformError: a reform does not exist or cannot be applied.

    Example:
        >>> found = impact("uzbekistan", (persons, households), "2026-03", ["smooth_borderline"])  # doctest: +SKIP
        >>> found.row("poverty_headcount", subject=found.lines[0].name).baseline.value  # doctest: +SKIP

    """
    system = load_country(country)
    asked = check_window(system, period)
    _check(reforms, minimum_observations, scale)
    laws = _named(system, reforms)
    handles = {name: law_of(system, each) for name, each in laws.items()}
    systems = {name: load_law(each) for name, each in handles.items()}
    found_lines, warnings = lines_of(system, asked, lines)
    _check_cuts(system, by)
    paid = payments(systems)
    amounts = amounts_asked(systems, paid)
    insured = insured_of(systems)
    options |= {"variables": [*amounts, *facts_asked(system, by, insured)], "mapping": mapping, "workers": workers}
    with tempfile.TemporaryDirectory(prefix="openfisca-country-") as scratch:
        folder = Path(output) if output is not None else Path(scratch, "results")
        runs = run_laws(country, tables, asked, laws, folder, watch=watch, **options)
        if runs[CURRENT].households_done == 0:
            raise InputError("tables", "no household has results: the data report and the refused rows say why.")
        collapsed = collapse(folder, Path(scratch, "collapsed"), laws, amounts, asked, insured)
        vocabulary = frozenset(name for each in systems.values() for name in each.variables)
        study, notes = study_of(
            collapsed,
            laws=tuple(laws),
            months=len(months_of(asked)),
            lines=found_lines,
            benefits=benefits_of(systems, paid),
            scale=scale,
            census=census,
            variables=vocabulary,
            by=tuple(by),
        )
        notes += gaps(study, vocabulary)
        more = []
        if work_incentives:
            staged = stage(system, tables, asked, Path(scratch, "staged"), mapping)
            more = list(incentives(study, handles, staged, asked, Path(scratch, "workers"), workers))
        found = indicators_of(study, paid, minimum_observations, more)
    current = runs[CURRENT]
    refused = current.refused + current.data_report.refused_households
    if refused:
        notes.append(
            f"{refused} households are left out, for reasons that the data report tells; "
            "the weights of the others are not raised for them."
        )
    notes += [
        f"{name} changes nothing for anyone in these tables in {asked}: `openfisca-country reforms` tells from when "
        "it holds, and the data report which facts are assumed."
        for name, each in runs.items()
        if name != CURRENT and each.totals == current.totals
    ]
    return Impact(
        country=system.country.title,
        name=system.country.name,
        currency=system.country.currency,
        period=asked,
        laws=tuple(laws),
        titles={CURRENT: "Current law"} | {name: _title(each) for name, each in systems.items() if name != CURRENT},
        welfare=WELFARE[scale],
        population=count_of(study, refused),
        lines=study.lines,
        groups={name: each.label for name, each in study.groups.items()}
        | {"decile before the benefit": "Decile of current income less the benefit"},
        rows=found.rows,
        budget=found.budget,
        lorenz=found.lorenz,
        deciles=found.deciles,
        gainers=found.gainers,
        patterns=found.patterns,
        minimum_observations=minimum_observations,
        data_report=current.data_report,
        warnings=tuple(dict.fromkeys([*(each for run in runs.values() for each in run.warnings), *warnings, *notes])),
        definitions={name: each.sentence for name, each in DEFINITIONS.items()} | PARTS,
        stamp=dataclasses.replace(current.stamp, reforms=tuple(laws)[1:]),
    )


def _check(reforms: Sequence[ReformLike], minimum: int, scale: str) -> None:
    if isinstance(reforms, str | Path):
        raise InputError("--reform", f'expected a list of reforms, got one text: write ["{reforms}"].')
    if not reforms:
        raise InputError("--reform", "an impact needs at least one reform to compare with current law.")
    if minimum < 0:
        raise InputError("minimum_observations", f"expected 0 or more households, got {minimum}.")
    if scale not in SCALES:
        raise InputError("scale", f'expected one of {", ".join(SCALES)}; got "{scale}".{nearest(scale, SCALES)}')


def _check_cuts(system: CountrySystem, by: Sequence[str]) -> None:
    known = [name for name, each in system.variables.items() if each.entity.plural == "households"]
    for name in by:
        if name not in known:
            raise InputError("by", f'"{name}" is not a variable of households.{nearest(name, known)}')


def _named(system: CountrySystem, reforms: Sequence[ReformLike]) -> dict[str, tuple[ReformLike, ...]]:
    """Return the laws by key: a reform's own name, fit to be that of a folder."""
    laws: dict[str, tuple[ReformLike, ...]] = {CURRENT: ()}
    for reform in reforms:
        (name,) = law_of(system, [reform]).names
        key = re.sub(r"[^\w.-]+", "_", name).strip("._") or "reform"
        if key in laws:
            raise InputError(
                "--reform", f'"{name}" stands twice, or is called like current law: name each reform once.'
            )
        laws[key] = (reform,)
    return laws


def _title(system: Any) -> str:
    document = getattr(system, "document", None)
    return str(document.title if document else getattr(system, "title", "") or system.name)
