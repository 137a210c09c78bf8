"""A reform is an overlay: whatever it says, the law it is laid over never changes."""

import copy
import datetime
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from openfisca_country.law import ReformError
from openfisca_country.law.catalogue import load_country
from openfisca_country.law.overlay import day_after
from openfisca_country.law.programmes import leaf_parameters
from openfisca_country.law.proposed import check_changes
from openfisca_country.law.reform import apply_document
from openfisca_country.law.reform_file import Neutralise, ReformFile

LAW = load_country("uzbekistan")
SEARCH = settings(max_examples=150, deadline=None)
WINDOW = LAW.book.start
NUMBERS = {
    each.name: each
    for each in leaf_parameters(LAW.parameters)
    if "[" not in each.name and not any(isinstance(entry.value, bool) for entry in each.values_list)
}
RULES = sorted(name for name, variable in LAW.variables.items() if variable.formulas)
BASES = [name for name in NUMBERS if name.startswith("base.")]

DAY = st.dates(WINDOW, datetime.date(2040, 12, 31)).map(str)
NUMBER = st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e12, 1e12, allow_nan=False))
WAYS = st.one_of(
    NUMBER.map(lambda value: {"value": value}),
    st.none().map(lambda value: {"value": value}),
    NUMBER.map(lambda by: {"multiply": by}),
    NUMBER.map(lambda by: {"add": by}),
    st.fixed_dictionaries(
        {"index": st.fixed_dictionaries({"by": st.sampled_from(BASES), "from": DAY}, optional={"round": st.just(100)})}
    ),
)
CHANGE = st.tuples(WAYS, st.one_of(st.none(), DAY)).map(
    lambda said: {**said[0], **({"until": said[1]} if said[1] else {})}
)
CHANGES = st.dictionaries(
    st.sampled_from(sorted(NUMBERS)), st.dictionaries(DAY, CHANGE, min_size=1, max_size=3), min_size=1, max_size=3
)
NEUTRALISED = st.lists(
    st.builds(Neutralise, st.sampled_from(RULES), st.just("variable"), st.one_of(st.none(), DAY)), max_size=2
).map(tuple)


def picture(system: Any) -> Any:
    """Everything of the law that a reform might spoil."""
    numbers = {
        each.name: [(entry.instant_str, entry.value, entry.metadata) for entry in each.values_list]
        for each in leaf_parameters(system.parameters)
    }
    rules = {
        name: (variable, variable.label, variable.end, dict(variable.formulas))
        for name, variable in system.variables.items()
    }
    return numbers, rules


NUMBERS_BEFORE, RULES_BEFORE = picture(LAW)
NUMBERS_BEFORE = copy.deepcopy(NUMBERS_BEFORE)


def applied(changes: Any, neutralised: Any = ()) -> Any:
    """Apply a reform; nothing where it is refused."""
    document = ReformFile("any", "uzbekistan", "Any", "", "", changes, "any.yaml", neutralise=neutralised)
    try:
        system = apply_document(LAW, document)
    except ReformError:
        event("refused")
        return None
    event("applied")
    return system


@SEARCH
@given(CHANGES, NEUTRALISED, DAY)
def test_the_law_never_changes(changes: Any, neutralised: Any, day: str) -> None:
    system = applied(changes, neutralised)
    if system is not None:
        system.get_parameters_at_instant(day)
    assert picture(LAW) == (NUMBERS_BEFORE, RULES_BEFORE)
    base = LAW.get_parameters_at_instant(day).base
    assert base.minimum_wage == LAW.parameters.base.minimum_wage.get_at_instant(day)


@SEARCH
@given(CHANGES, DAY)
def test_a_value_is_the_reforms_where_it_says_one_and_the_laws_everywhere_else(changes: Any, day: str) -> None:
    system = applied(changes)
    if system is None:
        return
    said = check_changes(LAW.parameters, changes, WINDOW.isoformat(), "any")
    reformed = {each.name: each for each in leaf_parameters(system.parameters)}
    for path, parameter in NUMBERS.items():
        edges = [
            edge for each in said.get(path, ()) for edge in (each.start, each.end, each.end and day_after(each.end))
        ]
        for when in (day, *filter(None, edges)):
            proposed = [each.value for each in said.get(path, ()) if each.holds(when)]
            expected = proposed[0] if proposed else parameter.get_at_instant(when)
            assert reformed[path].get_at_instant(when) == expected


@SEARCH
@given(st.sampled_from(sorted(NUMBERS)), DAY, NUMBER)
def test_every_valid_value_is_read_back(path: str, day: str, value: float) -> None:
    system = applied({path: {day: value}})
    if system is not None:
        node: Any = system.parameters
        for step in path.split("."):
            node = node.children[step]
        assert node.get_at_instant(day) == value
