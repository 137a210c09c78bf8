"""`explain`: why, or why not — each condition with its figures, the act, and how far to trust it."""

import datetime
from collections import defaultdict
from collections.abc import Sequence

from openfisca_country.household.calculate import in_words as unit_in_words
from openfisca_country.household.results import Condition, Explanation, Figure, Status, Step
from openfisca_country.household.run import Run, SituationLike, start
from openfisca_country.household.simulation import cell, household_of
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS
from openfisca_country.household.trace import confidences
from openfisca_country.household.turning import turning_changes
from openfisca_country.law import CountrySystem, InputError, nearest, weakest
from openfisca_country.law.catalogue import country_of
from openfisca_country.law.reading import conjunction, in_words
from openfisca_country.law.reform import ReformLike

NOT = defaultdict(lambda: "Not the case:", ru="Не должно быть так:", uz="Bunday bo'lmasligi kerak:")
DEPTH = 4  # how far a refusal is followed down to the figures that decide it


def explain(
    country: str | CountrySystem,
    situation: SituationLike,
    variable: str,
    period: str | None = None,
    reforms: Sequence[ReformLike] = (),
    of: str | None = None,
    language: str | None = None,
    law_of: str | None = None,
) -> Explanation:
    """Explain one variable of one person or household: why, or why not.

    Args:
        country: its name, or its system.
        situation: as for `calculate`.
        variable: what to explain: an amount, or a condition.
        period: a month (of a year, the first month with a value is explained); the current month by default.
        reforms: as for `calculate`.
        of: whose: the id of a person or household. By default the one it is not zero for, else the one that comes
            closest: the most conditions met.
        language: ISO 639-1 code of a language of the country; statements that have no label in it stay English.
        law_of: as for `calculate`.

    Returns:
        The answer with its conditions, figures, acts, assumptions and confidence.

    Raises:
        InputError: there is no such variable, person or language; the nearest name is offered.
        OutsideWindow, ReformError: as for `calculate`.

    """
    run = start(country, situation, period, reforms, law_of)
    languages = ("en", *country_of(run.system).languages)
    if language is not None and language not in languages:
        raise InputError("", f'"{language}" is not a language of this country: choose one of {", ".join(languages)}.')
    known = run.system.variables
    if variable not in known:
        raise InputError("", f'"{variable}" is not a variable of this law.{nearest(variable, known)}')
    entity = known[variable].entity.plural
    ids = run.situation.ids(entity)
    if of is not None and of not in ids:
        raise InputError("", f'"{of}" is not one of the {entity}.{nearest(of, ids)} There are: {", ".join(ids)}.')
    when, position = _cell_to_explain(run, variable, entity, of)
    return Teller(run, language or "en").explanation(variable, when, entity, position)


def _cell_to_explain(run: Run, name: str, entity: str, of: str | None) -> tuple[str, int]:
    periods = run.periods(run.system.variables[name])
    positions = [run.situation.position(entity, of)] if of else list(range(len(run.situation.ids(entity))))
    best: tuple[int, str, int] | None = None
    for when in periods:
        for position in positions:
            value, _ = run.value(name, when, position)
            if value:
                return when, position
            score = _conditions_met(run, name, when, entity, position)
            if best is None or score > best[0]:
                best = (score, when, position)
    assert best is not None
    return best[1], best[2]


def _conditions_met(run: Run, name: str, when: str, entity: str, position: int) -> int:
    if run.law_status(name, when) is not None:
        return 0
    teller = Teller(run)
    return sum(condition.met for condition in teller.conditions(name, when, entity, position))


def _rests_on_assumed(conditions: tuple[Condition, ...]) -> bool:
    """Tell whether every condition that fails does so by a fact that was not given: then nothing is known."""
    failed = [condition for condition in conditions if not condition.met]
    return bool(failed) and all(
        any(figure.assumed for figure in condition.figures) or _rests_on_assumed(condition.parts)
        for condition in failed
    )


class Teller:
    """Tells the walk of one run in the words of the law."""

    def __init__(self, run: Run, language: str = "en") -> None:
        self.run = run
        self.language = language
        self.walk = run.walk
        self.variables = run.system.variables
        self.currency = country_of(run.system).currency

    def label(self, name: str) -> str:
        """Return a variable's label in the language asked, or in English where it has none."""
        variable = self.variables[name]
        return str(getattr(variable, "labels", {}).get(self.language) or variable.label or name)

    def explanation(self, name: str, when: str, entity: str, position: int) -> Explanation:
        """Tell everything about one cell."""
        run, variable = self.run, self.variables[name]
        value, status = run.value(name, when, position)
        modelled = status not in (Status.NOT_IN_LAW, Status.NOT_MODELLED)
        cells = [(name, when, entity, position)] if modelled else []
        visits = run.visits(cells)
        conditions = self.conditions(name, when, entity, position) if modelled else ()
        if value is False and conditions:
            status = Status.NOT_ELIGIBLE
        if status is Status.NOT_ELIGIBLE and _rests_on_assumed(conditions):
            status = Status.NOT_KNOWN
        return Explanation(
            country=country_of(run.system).title,
            currency=self.currency,
            variable=name,
            label=self.label(name),
            id=run.situation.ids(entity)[position],
            period=when,
            value=value,
            unit=unit_in_words(variable.unit or "", self.currency),
            status=status,
            rule=in_words(variable.get_formula(when)),
            acts=self.acts(name, when),
            conditions=conditions,
            figures=self.figures(name, when, entity, position) if modelled else (),
            steps=self.steps(name, when, entity, position) if modelled else (),
            turning=turning_changes(run, (name, when, entity, position))
            if status in (Status.NOT_ELIGIBLE, Status.NOT_KNOWN)
            else (),
            assumed=run.assumed(visits, cells),
            warnings=run.warnings(visits) + self._status_in_words(name, when, status),
            confidence=run.confidence(visits),
            stamp=run.stamp(),
        )

    def _status_in_words(self, name: str, when: str, status: Status) -> tuple[str, ...]:
        programme = self.run.programme_named(name)
        title = programme.title if programme else self.variables[name].label
        if status is Status.NOT_IN_LAW:
            return (f"{title}: the law of {when} has no such rule.",)
        if status is Status.NOT_MODELLED:
            gaps = " ".join(programme.gaps) if programme else ""
            return (f"{title}: the law of {when} is not modelled. {gaps}".strip(),)
        return ()

    def conditions(self, name: str, when: str, entity: str, position: int) -> tuple[Condition, ...]:
        """Return the conditions of an amount or of a conjunction, in the order of the article."""
        eligible = f"{name}_eligible"
        asked = {child.name: child for child in self.walk.node(name, when).children}
        if eligible in asked:
            child = asked[eligible]
            plural = self.variables[eligible].entity.plural
            return self.conditions(eligible, str(child.period), plural, self._position(entity, position, plural))
        formula = self.variables[name].get_formula(when)
        terms = conjunction(formula) if formula is not None else ()
        if not terms and self.variables[name].value_type is bool and formula is not None:
            return (self._condition(name, True, when, entity, position, DEPTH),)
        return tuple(
            self._condition(term.variable, term.wanted, str(asked[term.variable].period), entity, position, DEPTH)
            for term in terms
            if term.variable in asked
        )

    def _condition(self, name: str, wanted: bool, when: str, entity: str, position: int, depth: int) -> Condition:
        variable = self.variables[name]
        plural = variable.entity.plural
        own = self._position(entity, position, plural)
        met = bool(self.walk.node(name, when).value[own]) is wanted
        stated = self.run.simulation.is_stated(name, when, own)
        formula = None if stated else variable.get_formula(when)
        terms = conjunction(formula) if formula is not None and depth else ()
        asked = {child.name: str(child.period) for child in self.walk.node(name, when).children}
        parts = tuple(
            self._condition(term.variable, term.wanted, asked[term.variable], plural, own, depth - 1)
            for term in terms
            if term.variable in asked
        )
        label = self.label(name)
        visits = list(self.walk.visits([(name, when, plural, own)]))
        found = weakest(confidences(self.walk, visits))
        return Condition(
            variable=name,
            statement=label if wanted else f"{NOT[self.language]} {label[0].lower()}{label[1:]}",
            met=met,
            figures=() if parts else self.figures(name, when, plural, own),
            parts=parts,
            acts=self.acts(name, when),
            confidence=found.word if found is not None else None,
        )

    def figures(self, name: str, when: str, entity: str, position: int) -> tuple[Figure, ...]:
        """Return what a rule looked at: facts of the household first, then numbers of the law."""
        if self.run.simulation.is_stated(name, when, position) or not self.variables[name].formulas:
            return (self._fact(name, when, position),)
        facts = [
            fact
            for child in self.walk.node(name, when).children
            if child.name != f"{name}_eligible"
            for fact in self._facts(child.name, str(child.period), entity, position)
        ]
        numbers = [
            Figure(
                label=number.label,
                value=number.value,
                unit=number.unit,
                source=number.path,
                act="; ".join(number.acts),
                confidence=number.confidence.word if number.confidence is not None else None,
                assumed=False,
            )
            for number in self.walk.numbers_of_law(name, when)
        ]
        return tuple(dict.fromkeys([*facts, *numbers]))

    def _facts(self, name: str, when: str, entity: str, position: int) -> list[Figure]:
        plural = self.variables[name].entity.plural
        if entity == HOUSEHOLDS and plural == PERSONS:
            members = [index for index, home in enumerate(self.run.situation.members) if home == position]
            return [self._fact(name, when, member, of_member=True) for member in members]
        return [self._fact(name, when, self._position(entity, position, plural))]

    def _fact(self, name: str, when: str, position: int, of_member: bool = False) -> Figure:
        variable = self.variables[name]
        label = self.label(name)
        asked_now = self.walk.node(name, when)
        if of_member:
            label = f"{label} ({self.run.situation.persons[position]})"
        if len(when) == 7 and when not in self.run.months:
            label = f"{label}, {when}"
        return Figure(
            label=label,
            value=cell(variable, asked_now.value, position),
            unit=unit_in_words(variable.unit or "", self.currency),
            source=name,
            act="",
            confidence=None,
            assumed=not variable.formulas and not self.run.simulation.is_stated(name, when, position),
        )

    def steps(self, name: str, when: str, entity: str, position: int) -> tuple[Step, ...]:
        """Return the intermediate amounts that the amount was worked out from, with their own figures."""
        if self.run.simulation.is_stated(name, when, position):
            return ()
        found = []
        for child in self.walk.node(name, when).children:
            variable = self.variables[child.name]
            plural = variable.entity.plural
            numeric = variable.value_type in (float, int) and variable.formulas
            if not numeric or (entity == HOUSEHOLDS and plural == PERSONS):
                continue
            own = self._position(entity, position, plural)
            moment = str(child.period)
            found.append(
                Step(
                    variable=child.name,
                    label=self.label(child.name),
                    value=cell(variable, child.value, own),
                    unit=unit_in_words(variable.unit or "", self.currency),
                    rule=in_words(variable.get_formula(moment)),
                    figures=self.figures(child.name, moment, plural, own),
                    acts=self.acts(child.name, moment),
                )
            )
        return tuple({step.variable: step for step in found}.values())

    def acts(self, name: str, when: str) -> tuple[str, ...]:
        """Return where a rule stands: the acts its words name, else those of its acts that were in force."""
        citations = getattr(self.variables[name], "citations", None) or []
        day = datetime.date(int(when[:4]), int(when[5:7]) if len(when) == 7 else 1, 1) if when[:4].isdigit() else None
        rule = in_words(self.variables[name].get_formula(when))
        named = [each.short for each in citations if each.short in rule]
        if named:
            return tuple(named)
        in_force = [each for each in citations if day is None or each.instrument.in_force(day)]
        return tuple(each.short for each in (in_force or citations))

    def _position(self, entity: str, position: int, wanted: str) -> int:
        if entity == wanted:
            return position
        return household_of(self.run.situation, entity, position) if wanted == HOUSEHOLDS else position
