"""The law at rest: what its rules give for anybody of whom no more is stated than certain facts, whatever those are.

Of most of what a law can ask nothing is known of a household: then everybody has the default, and what rules make of
defaults alone is the same for all. It is worked out once, whoever is evaluated.
"""

from collections import Counter
from dataclasses import dataclass
from threading import RLock
from typing import Any
from weakref import WeakKeyDictionary, proxy

from openfisca_core.parameters import ParameterNodeAtInstant
from openfisca_core.periods import Period
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.taxscales import TaxScaleLike

from openfisca_country.engine.alike import any_one, stretched
from openfisca_country.engine.rules import Rule, read_period, rules_of, table_of
from openfisca_country.law import ETERNITY
from openfisca_country.law.unknown import NotAlikeError, Unknown, of_unknown, same_bits

Names = frozenset[str]

MOST_SETS, MOST_PERIODS, MOST_COUNTS = 32, 60, 64
"""Sets of facts, periods of a set, and numbers of people, of which what was worked out is kept."""


class Rest:
    """What a variable is for everybody.

    Attributes:
        value: as the variable holds it, shape (1,).

    """

    __slots__ = ("_arrays", "value")

    def __init__(self, value: Any) -> None:
        self.value = value
        self._arrays: dict[int, Any] = {}

    def over(self, count: int) -> Any:
        """Return the value of so many, read-only; the same array for all who ask for so many."""
        array = self._arrays.get(count)
        if array is None:
            if len(self._arrays) >= MOST_COUNTS:
                self._arrays.clear()
            array = self._arrays[count] = stretched(self.value, count)
        return array


Found = dict[str, Rest | Unknown | None]
"""By variable: what it is for everybody; an unknown where that depends on who they are; nothing if none can say."""


def _is_of(period: Period, variable: Any) -> bool:
    """Tell whether a period is of the length that a variable is defined for."""
    return variable.definition_period == ETERNITY or (period[0] == variable.definition_period and period[2] == 1)


@dataclass(frozen=True, slots=True)
class _Work:
    """The last time a rule was worked out: under which law, on what, and what it gave."""

    rule: Rule
    reads: dict[str, Rest | Unknown]
    result: Rest | Unknown


class AtRest:
    """One law at rest, where certain facts may be stated of anybody.

    Args:
        system: the law.
        stated: the variables that may be stated.
        wider: the same law where more may be stated: what is known there is known here.

    Attributes:
        differ: rules that were seen to look at what differs among many people, in whatever block.

    """

    def __init__(self, system: TaxBenefitSystem, stated: Names, wider: "AtRest | None" = None) -> None:
        self.differ: set[Any] = set() if wider is None else set(wider.differ)
        self._system = proxy(system)
        self._stated = stated
        self._wider = wider
        self._rules = rules_of(system)
        self._found: dict[Period, Found] = {}
        self._latest: dict[str, Rest] = {}
        self._unknowns: dict[str, Unknown] = {}
        self._worked: dict[str, _Work] = {}
        self._reads: dict[str, Rest | Unknown] = {}
        self._open: set[tuple[str, Period]] = set()
        self._lock = RLock()
        self._anybody = any_one(self._look)

    def found(self, period: Period) -> Found:
        """Return what was worked out for a period so far; a table to be filled by `rest`."""
        return table_of(self._found, period, MOST_PERIODS)

    def rest(self, name: str, period: Period) -> Rest | Unknown | None:
        """Return what a variable is for everybody, or that it depends on who they are."""
        found = self.found(period)
        if name not in found:
            known = None if self._wider is None else self._wider.rest(name, period)
            if isinstance(known, Rest):
                found[name] = known
            else:
                with self._lock:
                    found[name] = self._work_out(name, period)
        return found[name]

    def _work_out(self, name: str, period: Period) -> Rest | Unknown | None:
        variable = self._system.variables.get(name)
        if variable is None or (name, period) in self._open or not _is_of(period, variable):
            return None
        if name in self._stated:
            return self._unknown(variable)
        rule = self._rules.rule(variable, period)
        if rule is None:
            return self._kept(name, variable.default_array(1))
        last = self._worked.get(name)
        if last is None or not self._finds_the_same(last, rule, period):
            last = self._run(variable, rule, period)
        return None if last is None else last.result

    def _run(self, variable: Any, rule: Rule, period: Period) -> "_Work | None":
        outer, self._reads = self._reads, {}
        self._open.add((variable.name, period))
        try:
            result = self._by_rule(variable, rule, period)
        except Exception:  # what cannot be said of nobody in particular is said of those it is about
            return None
        else:
            work = self._worked[variable.name] = _Work(rule, self._reads, result)
            return work
        finally:
            self._open.discard((variable.name, period))
            self._reads = outer

    def _finds_the_same(self, last: "_Work", rule: Rule, period: Period) -> bool:
        if not rule.is_as(last.rule):
            return False
        return all(self.rest(name, period) is each for name, each in last.reads.items())

    def _by_rule(self, variable: Any, rule: Rule, period: Period) -> Rest | Unknown:
        value = rule.applied(variable, self._anybody[variable.entity.key], 1, period, self._law_at)
        return self._unknown(variable) if isinstance(value, Unknown) else self._kept(variable.name, value)

    def _law_at(self, period: Any) -> "_Law":
        return _Law(self._system.get_parameters_at_instant(period))

    def _look(self, name: str, period: Any) -> Any:
        rest = self.rest(name, period if isinstance(period, Period) else read_period(period))
        if rest is None:
            raise NotAlikeError
        self._reads[name] = rest
        return rest if isinstance(rest, Unknown) else rest.value

    def _unknown(self, variable: Any) -> Unknown:
        """Return the same unknown in every period."""
        found = self._unknowns.get(variable.name)
        if found is None:
            found = self._unknowns[variable.name] = Unknown(variable.default_array(1))
        return found

    def _kept(self, name: str, value: Any) -> Rest:
        """Return the same thing in every period in which a variable has the same value."""
        last = self._latest.get(name)
        if last is None or not same_bits(last.value, value):
            last = self._latest[name] = Rest(value)
        return last


class _Law:
    """A part of the law whose scales can be asked of what is unknown."""

    def __init__(self, node: Any) -> None:
        self._node = node

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._node, name)
        if isinstance(found, ParameterNodeAtInstant):
            return _Law(found)
        return _Scale(found) if isinstance(found, TaxScaleLike) else found


class _Scale:
    """A scale that can be asked of what is unknown."""

    def __init__(self, scale: Any) -> None:
        self.calc = of_unknown(scale.calc)


class _Sets:
    """The sets of facts that were stated under a law, and the law at rest for those that came more than once."""

    def __init__(self) -> None:
        self.seen: Counter[Names] = Counter()
        self.at_rest: dict[Names, AtRest] = {}


_KNOWN: WeakKeyDictionary[TaxBenefitSystem, _Sets] = WeakKeyDictionary()


def at_rest(system: TaxBenefitSystem, stated: Names, many: bool, usual: Names | None = None) -> AtRest | None:
    """Return a law at rest, as far as it was looked at.

    Args:
        system: the law.
        stated: the variables that may be stated.
        many: whether it is for so many people that it pays at once; for a few, it pays from the second time on.
        usual: these and more, where they are stated of others who come before or after.

    """
    sets = _KNOWN.get(system)
    if sets is None:
        sets = _KNOWN[system] = _Sets()
    found = sets.at_rest.get(stated)
    if found is None:
        if len(sets.seen) >= MOST_SETS:
            sets.seen.clear()
            sets.at_rest.clear()
        sets.seen[stated] += 1
        if many or sets.seen[stated] > 1:
            wider = None if usual is None or usual == stated else at_rest(system, usual, many)
            found = sets.at_rest[stated] = AtRest(system, stated, wider)
    return found
