"""`incentives` along the number of children: the family with none, one, two, … of them."""

import copy
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy

from openfisca_country.household.cliffs import cells_of
from openfisca_country.household.crowd import NET, TAXES, Amounts, Axis, benefits_of, of_household
from openfisca_country.household.curves import BenefitStep, Cliff, Curve, Incentives, Kind, acts_of
from openfisca_country.household.flips import flips
from openfisca_country.household.laws import CURRENT, Laws, under_each_law
from openfisca_country.household.run import Run, SituationLike, start
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS, load_situation
from openfisca_country.law import CountrySystem, InputError, nearest
from openfisca_country.law.catalogue import country_of
from openfisca_country.law.reform import ReformLike

MOST_CHILDREN = 20
HAIR = 0.5


def by_children(
    country: str | CountrySystem,
    situation: SituationLike,
    children: Iterable[int],
    of: str | None = None,
    period: str | None = None,
    reforms: Sequence[ReformLike] = (),
    laws_of: tuple[str, ...] | list[str] = (),
) -> Incentives:
    """Evaluate a family with each number of children; see `incentives`.

    Args:
        country: its name, or its system.
        situation: with at least one child, of whom further children are copies in all but the name.
        children: numbers of children, each from 0 to 20.
        of: a member of the family, where the situation has several households.
        period: a month.
        reforms: each laid over current law on its own.
        laws_of: months whose law is applied to the period.

    Raises:
        InputError: no child to copy, no such person, or a number that is none of children.

    """
    content = load_situation(Path(situation)) if isinstance(situation, str | Path) else copy.deepcopy(dict(situation))
    given = start(country, content, period)
    home = _household(given, of)
    counts = sorted(set(children))
    for count in counts:
        if isinstance(count, bool) or not isinstance(count, int) or not 0 <= count <= MOST_CHILDREN:
            raise InputError("children", f"{count} is not a number of children from 0 to {MOST_CHILDREN}.")
    if len(counts) < 2:
        raise InputError("children", "give at least two numbers of children to compare.")
    if len(given.period) != len("2026-03"):
        raise InputError("period", f"{given.period} is a year: name one month, as {given.period}-01.")
    present = _children(given, home)
    if not present:
        raise InputError(
            "children", f"{given.situation.households[home]} has no child that could be copied: give it one."
        )
    families = [
        under_each_law(country, _with_children(content, given, home, count), reforms, given.period, laws_of)
        for count in counts
    ]
    return _result(families, counts, home, len(present))


def _household(run: Run, of: str | None) -> int:
    persons = run.situation.persons
    if of is None:
        return 0
    if of not in persons:
        raise InputError(
            "of", f'"{of}" is not one of the persons.{nearest(of, persons)} There are: {", ".join(persons)}.'
        )
    return run.situation.members[persons.index(of)]


def _children(run: Run, home: int) -> list[str]:
    """Return the children of a household, the eldest first."""
    births = run.simulation.ask("birth_date", run.period)
    found = [
        index
        for index, (household, role) in enumerate(zip(run.situation.members, run.situation.roles, strict=True))
        if household == home and role == "child"
    ]
    return [run.situation.persons[index] for index in sorted(found, key=lambda index: births[index])]


def _with_children(content: dict[str, Any], run: Run, home: int, count: int) -> dict[str, Any]:
    """Return the situation with so many children in one household."""
    family = copy.deepcopy(content)
    eldest_first = _children(run, home)
    youngest = eldest_first[-1]
    persons = {name: entry for name, entry in family[PERSONS].items() if name not in eldest_first}
    kept = {name: family[PERSONS][name] for name in eldest_first[:count]}
    for number in range(len(eldest_first) + 1, count + 1):
        name = f"{youngest} {number}"
        while name in content[PERSONS]:
            name += "+"
        kept[name] = copy.deepcopy(content[PERSONS][youngest])
    family[PERSONS] = {**persons, **kept}  # the children last, so that everybody's place is the same in each family
    entry = family[HOUSEHOLDS][run.situation.households[home]]
    entry.pop("child", None)
    entry["children"] = list(kept)
    return family


def _result(families: list[Laws], counts: list[int], home: int, present: int) -> Incentives:
    laws = families[0]
    run = laws.baseline
    country = country_of(run.system)
    month = run.period
    cells = [(NET, month, HOUSEHOLDS, home)]
    last = families[-1].baseline
    visits = last.visits(cells)
    walked = {law: _amounts([family.runs[law] for family in families], home) for law in laws.runs}
    shown = [
        name
        for name in dict.fromkeys(name for each in walked.values() for name in each.benefits)
        if any(each.benefits[name].any() for each in walked.values() if name in each.benefits)
    ]
    curves = tuple(
        _curve(law, laws.titles.get(law, ""), [each.runs[law] for each in families], counts, walked[law], shown, home)
        for law in laws.runs
    )
    return Incentives(
        country=country.title,
        currency=country.currency,
        period=month,
        id=run.situation.households[home],
        variable="children",
        label="Children of the family",
        unit="child",
        hourly_wage=None,
        values=tuple(float(count) for count in counts),
        present=float(present),
        facts={},
        labels=laws.labels(shown),
        curves=curves,
        instruments=laws.instruments(acts_of(curves)),
        assumed=last.assumed(visits, cells),
        warnings=last.warnings(visits),
        confidence=last.confidence(visits),
        stamp=replace(run.stamp(), reforms=tuple(name for name in laws.runs if name != CURRENT)),
    )


def _amounts(runs: list[Run], home: int) -> Amounts:
    month = runs[0].period
    names = [(part.variable, part.sign) for part in benefits_of(runs[0], month)]
    each = [{name: of_household(run.simulation, name, month, home)[0] for name, _ in names} for run in runs]
    return Amounts(
        net=numpy.array([of_household(run.simulation, NET, month, home)[0] for run in runs]),
        taxes=numpy.array([of_household(run.simulation, TAXES, month, home)[0] for run in runs]),
        benefits={name: sign * numpy.array([found[name] for found in each]) for name, sign in names},
    )


def _curve(
    law: str, title: str, runs: list[Run], counts: list[int], found: Amounts, shown: list[str], home: int
) -> Curve:
    nothing: tuple[float | None, ...] = (None,) * len(counts)
    return Curve(
        law=law,
        title=title,
        net=tuple(found.net.tolist()),
        taxes=tuple(found.taxes.tolist()),
        benefits={name: tuple(found.benefits.get(name, numpy.zeros(len(counts))).tolist()) for name in shown},
        marginal_rate=nothing,
        participation_tax_rate=nothing,
        cliffs=tuple(
            cliff
            for index in range(len(counts) - 1)
            for cliff in _cliffs(runs[index], runs[index + 1], counts[index : index + 2], found, index, home)
        ),
    )


def _cliffs(before: Run, after: Run, counts: list[int], found: Amounts, index: int, home: int) -> list[Cliff]:
    """Return the cliff between two numbers of children, where one more leaves less or ends a benefit."""
    had, has = float(found.net[index]), float(found.net[index + 1])
    steps = [
        BenefitStep(name, str(before.system.variables[name].label or name), float(each[index]), float(each[index + 1]))
        for name, each in found.benefits.items()
        if abs(each[index] - each[index + 1]) > HAIR
    ]
    ended = any(step.before > 0 and step.after <= 0 for step in steps)
    if has >= had - HAIR and not ended:
        return []
    axis = Axis("", 0, home, before.period)
    fallen = [step.variable for step in steps if step.after < step.before] or [TAXES]
    cells = [cell for name in fallen for cell in cells_of(before, axis, name)]
    return [
        Cliff(
            kind=Kind.FALL if has < had - HAIR else Kind.END,
            at=float(counts[0]),
            to=float(counts[1]),
            before=had,
            after=has,
            recovered=None,
            benefits=tuple(steps),
            flips=flips(before, after, cells, jumps=False),
        )
    ]
