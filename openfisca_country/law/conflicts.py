"""Where reforms that are laid one upon the other say different things of the same part of the law."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from openfisca_core.reforms import Reform as CoreReform
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.law.errors import LawError
from openfisca_country.law.other_date import EVER, LawOf
from openfisca_country.law.overlay import Series, Stretch, day_before
from openfisca_country.law.reform import changed_series, changed_variables
from openfisca_country.law.values import find_parameter


@dataclass(frozen=True)
class Conflict:
    """Two reforms that set the same parameter, or replace the same rule, on the same dates.

    Attributes:
        earlier: the reform that is laid over the law first.
        later: the one laid over it, which wins.
        what: path of the parameter, or name of the variable.
        kind: ``parameter`` or ``variable``.
        start: first day on which they differ.
        end: last day; nothing where they differ for good.
        builds: True where the later value is worked out from the earlier one, which is then not lost.

    """

    earlier: str
    later: str
    what: str
    kind: str
    start: str
    end: str | None
    builds: bool = False

    @property
    def sentence(self) -> str:
        """The conflict as a warning."""
        when = f"from {self.start} to {self.end}" if self.end else f"from {self.start} on"
        when = when.replace(f"from {EVER} on", "throughout")
        if self.builds:
            return f"{self.later} works out {self.what} from the value that {self.earlier} sets, {when}."
        does = {"parameter": "set", "variable": "replace the rule of"}[self.kind]
        return f"{self.earlier} and {self.later} both {does} {self.what} {when}: {self.later}, the later one, wins."


def stacked(system: TaxBenefitSystem) -> list[TaxBenefitSystem]:
    """Return the reforms that a system is made of, the first laid over the law first."""
    found = []
    while isinstance(system, CoreReform):
        if not isinstance(system, LawOf):
            found.append(system)
        system = system.baseline
    return found[::-1]


def conflicts(reforms: Sequence[TaxBenefitSystem]) -> list[Conflict]:
    """Find what two or more reforms change differently; nothing is changed by asking.

    Args:
        reforms: systems that reforms made, in the order in which they are laid one upon the other.

    Returns:
        One conflict for each pair of reforms and each parameter or variable. Reforms that set the same value agree.

    """
    if len(reforms) < 2:
        return []
    claims = [(str(reform.name), _values(reform), _rules(reform)) for reform in reforms]
    found = []
    for (earlier, old, old_rules), (later, new, new_rules) in combinations(claims, 2):
        for path in new:
            if path in old:
                found += list(_over_values(earlier, later, path, old[path], new[path]))
        for name in new_rules:
            if name in old_rules:
                start = max(old_rules[name], new_rules[name])
                found.append(Conflict(earlier, later, name, "variable", start, None))
    return found


def _over_values(earlier: str, later: str, path: str, old: Series, new: Series) -> Iterator[Conflict]:
    lost: list[tuple[str, str | None]] = []
    built: list[tuple[str, str | None]] = []
    for after in new:
        for before in old:
            shared = _overlap(before, after)
            if shared is None:
                continue
            if after.taken_on is not None and before.holds(after.taken_on):
                built.append(shared)
            elif before.value != after.value:
                lost.append(shared)
    for days, builds in ((lost, False), (built, True)):
        if days:
            ends = [end for _, end in days]
            last = None if None in ends else max(end for end in ends if end)
            yield Conflict(earlier, later, path, "parameter", min(start for start, _ in days), last, builds)


def _overlap(one: Stretch, other: Stretch) -> tuple[str, str | None] | None:
    start = max(one.start, other.start)
    end = min((each.end for each in (one, other) if each.end is not None), default=None)
    return None if end is not None and end < start else (start, end)


def _values(reform: TaxBenefitSystem) -> dict[str, Series]:
    """Return what a reform says of each parameter; where it does not say so by date, what differs from its baseline."""
    said: dict[str, Series] = getattr(reform, "changes", {}) if "changes" in vars(reform) else {}
    found = dict(said)
    for path in changed_series(reform):
        if path not in found:
            found[path] = _differences(reform, path)
    return found


def _differences(reform: TaxBenefitSystem, path: str) -> Series:
    try:
        new, old = (find_parameter(each.parameters, path) for each in (reform, reform.baseline))
    except LawError:  # a new parameter, or part of a scale
        return [Stretch(EVER, None, reform.name)]
    days = sorted({entry.instant_str for each in (new, old) for entry in each.values_list})
    following = [*(day_before(day) for day in days[1:]), None]
    return [
        Stretch(day, end, new.get_at_instant(day))
        for day, end in zip(days, following, strict=True)
        if new.get_at_instant(day) != old.get_at_instant(day)
    ]


def _rules(reform: TaxBenefitSystem) -> dict[str, str]:
    """Return the variables whose rule a reform changes, with the first day on which it does."""
    before = reform.baseline.variables
    found = {}
    for name in changed_variables(reform):
        old = before.get(name)
        same_kind = old is not None and old.is_neutralized == reform.variables[name].is_neutralized
        found[name] = _first_difference(old, reform.variables[name]) if same_kind else EVER
    return found


def _first_difference(old: Any, new: Any) -> str:
    days = sorted({*old.formulas, *new.formulas})
    return next((day for day in days if _in_force(old, day) is not _in_force(new, day)), EVER)


def _in_force(variable: Any, day: str) -> Any:
    return next((formula for start, formula in reversed(variable.formulas.items()) if start <= day), None)
