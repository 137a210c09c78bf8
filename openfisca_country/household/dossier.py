"""`dossier`: all that a report on a proposal shows of one household, as one typed result."""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openfisca_country.household.calculate import TOTALS
from openfisca_country.household.compare import compared
from openfisca_country.household.crowd import NET, TAXES, benefits_of, earner, of_household
from openfisca_country.household.curves import Incentives, acts_of
from openfisca_country.household.incentives import incentives
from openfisca_country.household.laws import Laws, under_each_law
from openfisca_country.household.members import Member, members
from openfisca_country.household.reasons import ChangedRule, Reason, reasons, rules_of
from openfisca_country.household.results import ComparedLine, Comparison
from openfisca_country.household.run import Run, SituationLike
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS, load_situation
from openfisca_country.household.sources import leaves
from openfisca_country.law import CountrySystem, InputError, NotModelled, ReformError
from openfisca_country.law.catalogue import ReformSummary
from openfisca_country.law.instruments import Instrument

AT_WORK = {"activity_status": "employee", "is_formally_employed": True, "is_registered_unemployed": False}
EARNINGS = "Own income after taxes"


@dataclass(frozen=True)
class Source:
    """One source of a household's disposable income; the sources of a month add up to it.

    Attributes:
        variable: of a benefit; ``market_income`` for all that is earned, less taxes and contributions.
        label: in words.
        values: by month, in currency.

    """

    variable: str
    label: str
    values: dict[str, float] = field(hash=False)


@dataclass(frozen=True)
class Gain:
    """What one household has over the whole period under current law and under another.

    Attributes:
        law: name of the reform or date.
        household: id.
        before: disposable income under current law; nothing where it is not modelled.
        after: under the other law.

    """

    law: str
    household: str
    before: float | None
    after: float | None


@dataclass(frozen=True)
class Dossier:
    """The answer of `dossier`.

    Attributes:
        period: asked.
        comparison: amounts under each law, by month.
        summaries: each reform and what it changes, by name.
        rules: that each reform words otherwise, by its name, as they stand in the last month of the period.
        gains: disposable income over the period, a law and household each.
        members: the household in words.
        sources: of disposable income, by law; current law under the empty name.
        reasons: for each entitlement that differs under a law.
        incentives: along the wage of the earner, in the first month that differs; nothing where no wage matters.
        instruments: every act cited by the reasons and cliffs, by id.

    """

    period: str
    comparison: Comparison
    summaries: dict[str, ReformSummary] = field(hash=False)
    rules: dict[str, tuple[ChangedRule, ...]] = field(hash=False)
    gains: tuple[Gain, ...]
    members: tuple[Member, ...]
    sources: dict[str, tuple[Source, ...]] = field(hash=False)
    reasons: tuple[Reason, ...]
    incentives: Incentives | None
    instruments: dict[str, Instrument] = field(hash=False)


def dossier(
    country: str | CountrySystem,
    situation: SituationLike,
    reforms: tuple[str, ...] | list[str] = (),
    period: str | None = None,
    laws_of: tuple[str, ...] | list[str] = (),
) -> Dossier:
    """Gather what a report on proposals shows of one household; arguments and errors as for `compare`.

    What the situation asks for with ``null`` is left aside: a report shows every entitlement.
    """
    if not reforms and not laws_of:
        raise ReformError("name at least one reform, or another date, to compare current law with.")
    content = load_situation(Path(situation)) if isinstance(situation, str | Path) else situation
    content = without_questions(content)
    laws = under_each_law(country, content, reforms, period, laws_of)
    comparison = compared(laws)
    differing = [line for line in entitlements(laws.baseline, comparison.lines) if line.differs]
    told = tuple(
        reason
        for line in differing
        for name, run in laws.others.items()
        for reason in reasons(line, name, laws.baseline, run)
    )
    walk = _incentives(laws, comparison, differing, content, list(reforms), list(laws_of))
    rules = {name: tuple(rules_of(laws, name)) for name in laws.summaries}
    cited = [
        *_citations(told, [rule for each in rules.values() for rule in each]),
        *acts_of(walk.curves if walk else ()),
    ]
    return Dossier(
        period=laws.baseline.period,
        comparison=comparison,
        summaries=laws.summaries,
        rules=rules,
        gains=tuple(
            Gain(name, line.id, line.total(), line.total(name))
            for name in laws.titles
            for line in comparison.lines
            if line.variable == NET
        ),
        members=members(laws.baseline),
        sources=_sources(laws),
        reasons=told,
        incentives=walk,
        instruments=laws.instruments(cited),
    )


def without_questions(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return a situation without what it leaves open with ``null``."""
    kept = copy.deepcopy(dict(content))
    for entity in (PERSONS, HOUSEHOLDS):
        for entry in kept[entity].values() if isinstance(kept.get(entity), dict) else ():
            if isinstance(entry, dict):
                _drop_questions(entry)
    return kept


def _drop_questions(entry: dict[str, Any]) -> None:
    for key, value in list(entry.items()):
        if isinstance(value, dict):
            entry[key] = {period: cell for period, cell in value.items() if cell is not None}
        if value is None or (value and entry[key] == {}):
            del entry[key]


def entitlements(run: Run, lines: tuple[ComparedLine, ...]) -> list[ComparedLine]:
    """Return the lines that are not merely the sum of others."""
    shown = {line.variable for line in lines}
    kept = []
    for line in lines:
        parts = {part.variable for part in leaves(run.system, line.variable, run.months[0], run.simulation.stated)}
        if line.variable not in TOTALS and not parts - {line.variable} & shown:
            kept.append(line)
    return kept


def _sources(laws: Laws) -> dict[str, tuple[Source, ...]]:
    """Take disposable income apart by month under each law; nothing where a number of a law is not modelled."""
    try:
        found = {name: _sources_of(run) for name, run in laws.runs.items()}
    except NotModelled:
        return {}
    shown = {source.variable for each in found.values() for source in each if any(source.values.values())}
    return {name: tuple(each for each in sources if each.variable in shown) for name, sources in found.items()}


def _sources_of(run: Run) -> list[Source]:
    homes = range(len(run.situation.households))

    def total(name: str, month: str) -> float:
        return float(sum(of_household(run.simulation, name, month, home)[0] for home in homes))

    earned = {month: total("market_income", month) - total(TAXES, month) for month in run.months}
    parts = dict.fromkeys(part for month in run.months for part in benefits_of(run, month))
    variables = run.system.variables
    return [
        Source("market_income", EARNINGS, earned),
        *(
            Source(
                part.variable,
                variables[part.variable].label or part.variable,
                {month: part.sign * total(part.variable, month) for month in run.months},
            )
            for part in parts
        ),
    ]


def _incentives(
    laws: Laws,
    comparison: Comparison,
    differing: list[ComparedLine],
    content: Mapping[str, Any],
    reforms: list[str],
    laws_of: list[str],
) -> Incentives | None:
    """Walk the wage of the earner in the first month that differs; nothing where no wage matters."""
    run = laws.baseline
    months = [
        month for month in run.months for line in comparison.lines if line.variable == NET and _differs(line, month)
    ]
    month = months[0] if months else run.months[0]
    person = earner(run, month)
    facts: dict[str, Any] = {}
    if not run.simulation.ask("wage", month).any():  # nobody works: then a wage means taking up work
        person = next((line.id for line in differing if line.entity == PERSONS), person)
        facts = AT_WORK
    try:
        return incentives(laws.system, content, person, period=month, reforms=reforms, laws_of=laws_of, facts=facts)
    except (InputError, NotModelled):
        return None


def _differs(line: ComparedLine, month: str) -> bool:
    return any(values.get(month) != line.baseline.get(month) for values in line.reforms.values())


def _citations(told: tuple[Reason, ...], rules: Iterable[ChangedRule]) -> list[str]:
    """Return every citation of reasons and rules."""
    cited = [act for reason in told for act in reason.acts]
    for reason in told:
        cited += [act for condition in reason.conditions for act in condition.acts]
        cited += [figure.act for condition in reason.conditions for figure in condition.figures]
        cited += [act for changed in reason.figures for act in changed.acts]
        cited += [act for rule in reason.rules for act in rule.acts]
    return [*cited, *(act for rule in rules for act in rule.acts)]
