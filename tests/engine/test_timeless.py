"""Which rules may be left out in a month in which they would find the same facts and the same numbers."""

from typing import Any

import numpy
import pytest

from openfisca_country.engine import Block, Stated, evaluate
from openfisca_country.engine.rules import rules_of
from openfisca_country.engine.timeless import law_read
from openfisca_country.law import LawError, first_day
from openfisca_country.law.catalogue import load_country
from tests.law.fictional import edit, load, write_country


def by_facts(person: Any, period: Any) -> Any:
    return person("wage", period) + person.household("rent", period)


def by_law(person: Any, period: Any, parameters: Any) -> Any:
    law = parameters(period).allowance
    return law.rate * person("wage", period) + parameters(period).base.amount.small


def by_last_month(person: Any, period: Any) -> Any:
    return person("wage", period.last_month)


def by_the_day(person: Any, period: Any) -> Any:
    return person("birth_date", period) < first_day(period)


def by_law_of_a_day(person: Any, period: Any, parameters: Any) -> Any:
    return person("wage", period) * parameters("2020-01-01").rate + other(parameters)


def by_the_year(person: Any, period: Any) -> Any:
    return person("wage", period, options=["add"])


def other(parameters: Any) -> Any:
    return parameters


@pytest.mark.parametrize(
    ("rule", "read"),
    [
        (by_facts, frozenset()),
        (by_law, {("allowance",), ("base", "amount", "small")}),
        (by_last_month, None),
        (by_the_day, None),
        (by_law_of_a_day, None),
        (by_the_year, None),
    ],
)
def test_what_a_rule_looks_at(rule: Any, read: Any) -> None:
    assert law_read(rule) == read


def test_a_number_that_changes_makes_a_new_edition(tmp_path: Any) -> None:
    """One child, half a fish unit but at least a whole one; the unit rises in 2023, the rule changes in 2024."""
    system = load(write_country(tmp_path))
    variable = system.variables["fish_allowance"]
    months = ["2022-12", "2023-01", "2023-12", "2024-01"]
    answers = evaluate(system, _family(), [("fish_allowance", month) for month in months])
    given = [float(answers.values["fish_allowance", month][0]) for month in months]
    assert given == [1000, 1200, 1200, 900]  # at least one unit (1000, then 1200); from 2024 0.75 of 1200, no floor
    assert rules_of(system).rule(variable, _month("2022-12")).edition is not None


def test_a_rule_in_a_circle_is_an_error(tmp_path: Any) -> None:
    country = write_country(tmp_path)
    rule = 'return household("fish_allowance_children", period) > 0'
    circle = f'{rule} - household("fish_allowance", period)'
    edit(country, "variables/atlantis/fish_allowance.py", rule, circle)
    with pytest.raises(LawError, match=r"fish_allowance asks fish_allowance_eligible asks .* asks fish_allowance\."):
        evaluate(load(country), _family(), [("fish_allowance", "2024-01")])


def test_most_rules_are_timeless() -> None:
    """What the engine saves rests on this: in a year of Uzbek law most rules need not be run each month."""
    system = load_country("uzbekistan")
    rules = [rules_of(system).rule(each, _month("2026-03")) for each in system.variables.values() if each.formulas]
    found = [rule for rule in rules if rule is not None]
    assert sum(rule.edition is not None for rule in found) > 0.7 * len(found)


def _month(text: str) -> Any:
    from openfisca_country.engine.rules import read_period

    return read_period(text)


def _family() -> Block:
    born = numpy.array(["1990-01-01", "2018-01-01"], dtype="datetime64[D]")
    return Block(2, 1, numpy.array([0, 0]), numpy.array([0, 2], dtype=numpy.int8), {"birth_date": {None: Stated(born)}})
