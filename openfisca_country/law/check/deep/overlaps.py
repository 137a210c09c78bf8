"""Cases of a rule that hold at once though they choose differently, and households for which none holds."""

import zlib
from collections.abc import Iterable, Iterator

import numpy
from openfisca_core.periods import DateUnit

from openfisca_country.law.check.deep.choices import Choice, Seen, choices_of, families_of
from openfisca_country.law.check.deep.crowd import Crowd
from openfisca_country.law.check.deep.drawing import Field, plain_household
from openfisca_country.law.check.deep.judging import Evidence, Pair, Question, RuleFailure, fails, judge
from openfisca_country.law.check.deep.reach import by_variable, months_between, numbers_on, parameters_of, reach_of
from openfisca_country.law.check.deep.search import search
from openfisca_country.law.check.deep.witness import in_words, smallest
from openfisca_country.law.check.finding import Finding, place
from openfisca_country.law.check.gaps import in_use
from openfisca_country.law.check.sources import Sources, file_of
from openfisca_country.law.check.trace import Trace
from openfisca_country.law.system import CountrySystem

Group = tuple[list[Choice], str, str]
"""The choices of one formula or family, the first day on which they are made, and the first on which they are not."""

Key = tuple[str, str]
"""A variable, and the case that counts where others hold as well: said once, whatever version of the formula."""


def check_choices(
    system: CountrySystem, sources: Sources, traces: Iterable[Trace], *, verbose: bool = False
) -> Iterator[Finding]:
    """Search every choice of the law for a household in which it is not clear what counts.

    Args:
        system: the country's current law.
        sources: its files of variables.
        traces: its formulas as they are written.
        verbose: note each month that could not be searched, and why.

    """
    traces = list(traces)
    found: dict[Key, Finding] = {}
    for choices, start, end in _groups(system, sources, traces):
        for question in _questions(system, by_variable(traces), choices, start, end):
            generator = numpy.random.default_rng(zlib.crc32(f"{choices[0].cases} {question.period}".encode()))
            try:
                for evidence in search(question, generator):
                    for pair, household in _faults(evidence):
                        key = (evidence.choice.variable, evidence.choice.cases[pair[0]] if pair else "")
                        said = None if key in found else _finding(question, evidence, pair, household)
                        if said is not None:
                            found[key] = said
            except RuleFailure as failure:
                if fails(question, plain_household(question.field)):  # this law is not modelled in this month
                    if verbose:
                        message = f"This rule was not searched for {question.period}: {_flat(failure.error)}."
                        yield Finding("note", _place(system, choices[0]), message)
                else:
                    found.setdefault((choices[0].variable, "fails"), _failure(question, choices[0], failure))
    yield from found.values()


def _groups(system: CountrySystem, sources: Sources, traces: list[Trace]) -> Iterator[Group]:
    for _, versions in by_variable(traces).items():
        for trace, following in zip(versions, [*versions[1:], None], strict=True):
            choices = [each for each in choices_of(system, trace.formula) if not (each.ordered and each.covered)]
            start, end = in_use(system, trace, following)
            if choices and start < end:
                yield choices, str(start), str(end)
    for source in sources.files.values():
        for family in families_of(source):
            if all(name in system.variables for name in family.cases):
                yield [family], str(system.book.start), "9999-12-31"


def _questions(
    system: CountrySystem, traces: dict[str, list[Trace]], choices: list[Choice], start: str, end: str
) -> Iterator[Question]:
    names = choices[0].cases if choices[0].body is None else (choices[0].variable,)
    yearly = system.variables[names[0]].definition_period == DateUnit.YEAR
    for month in months_between(system, reach_of(system, traces, names, end), start, end):
        day = f"{month}-01"
        reach = reach_of(system, traces, names, day)
        numbers = numbers_on(system, parameters_of(system, reach), day)
        field = Field(system, reach.inputs, numbers, numpy.datetime64(day))
        yield Question(field, reach, {each.place: each for each in choices}, month[:4] if yearly else month)


def _faults(evidence: Evidence) -> Iterator[tuple[Pair | None, Crowd]]:
    """Return what is wrong with a choice: two cases at once, unless one is plainly a special case put first."""
    for (first, second), household in evidence.overlaps.items():
        is_special = not evidence.chosen[first, second]
        if evidence.choice.exclusive or not (is_special or evidence.choice.ordered):
            yield (first, second), household
    if evidence.uncovered is not None:
        yield None, evidence.uncovered


def _shows(seen: Seen, pair: Pair | None) -> bool:
    holds, values = seen.conditions, seen.values
    if pair is None:
        return not holds.any(axis=0).all()
    first, second = pair
    counts = holds[first] & ~holds[:first].any(axis=0)
    return bool((counts & holds[second] & (values[first] != values[second])).any())


def _finding(question: Question, evidence: Evidence, pair: Pair | None, household: Crowd) -> Finding | None:
    """Say what was found, of the smallest household that shows it; nothing if it shows it only among others."""
    choice, system = evidence.choice, question.field.system

    def shows(crowd: Crowd) -> bool:
        judged = [] if fails(question, crowd) else judge(question, crowd)[0]
        return any(_shows(each.seen, pair) for place, each in judged if place == choice.place)

    if not shows(household):  # the rule of another's day was at work
        return None
    who = in_words(system, smallest(question.field, household, shows))
    if pair is None:
        cases = ", ".join(f"`{each}`" for each in choice.cases)
        message = f"None of the cases {cases} holds in {question.period} for {who}: say what then holds in `default=`."
        return Finding("uncovered", _place(system, choice), message)
    first, second = (f"`{choice.cases[each]}`" for each in pair)
    message = f"{first} and {second} hold at once in {question.period} for {who}: {_advice(evidence, pair)}."
    return Finding("overlap", _place(system, choice), message)


def _advice(evidence: Evidence, pair: Pair) -> str:
    choice = evidence.choice
    if choice.body is None:
        return "let them exclude each other, as EXCLUSIVE says"
    order = f'say that the first goes before with ORDERED = {{"{choice.variable}"}} in this file'
    if choice.exclusive or evidence.alone[pair[1], pair[0]]:
        return f"let them exclude each other, or {order}"
    return f"the second was never seen to hold without the first; put the narrower case first, or {order}"


def _failure(question: Question, choice: Choice, failure: RuleFailure) -> Finding:
    household = smallest(question.field, failure.household, lambda crowd: fails(question, crowd))
    who = in_words(question.field.system, household)
    message = f"This rule fails in {question.period} for {who}: {_flat(failure.error)}."
    return Finding("uncovered", _place(question.field.system, choice), message)


def _flat(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__


def _place(system: CountrySystem, choice: Choice) -> str:
    if choice.body is None:
        return place(system.country.home, file_of(system.variables[choice.variable]), choice.variable)
    return place(system.country.home, choice.body.source.path, choice.body.name)
