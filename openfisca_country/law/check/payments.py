"""Each amount that a programme names says what it is to a budget, once."""

from collections import Counter
from collections.abc import Iterator

from openfisca_core.periods import DateUnit

from openfisca_country.law.check.finding import Finding, place
from openfisca_country.law.errors import nearest
from openfisca_country.law.programmes import NOT_COUNTED, PAYMENTS, Programme
from openfisca_country.law.system import CountrySystem


def check_payments(system: CountrySystem) -> Iterator[Finding]:
    """Find amounts of money that programmes leave unmarked, mark twice, or mark though they are no money of a month."""
    programmes = system.book.programmes
    marked = Counter(
        (kind, name) for each in programmes.values() for kind, names in each.payments.items() for name in names
    )
    known = {name.removeprefix("-") for _, name in marked}
    for name, programme in programmes.items():
        where = place(system.country.home, system.country.parameters / name / "index.yaml", name)
        for message in (*_faults(system, programme), *_unmarked(system, programme, known), *_twice(programme, marked)):
            yield Finding("programme", where, message)


def _faults(system: CountrySystem, programme: Programme) -> Iterator[str]:
    for kind, names in programme.payments.items():
        if kind not in PAYMENTS:
            yield f'`payments:` has "{kind}": write one of {", ".join(PAYMENTS)}.'
        for name in (each.removeprefix("-") for each in names):
            if name not in system.variables:
                yield f'`payments:` names "{name}", which is no variable.{nearest(name, system.variables)}'
            elif kind != NOT_COUNTED and not _is_money_of_a_month(system, name):
                yield f"`payments:` names {name}, which is not an amount of currency a month."
    if programme.insured and programme.insured not in system.variables:
        hint = nearest(programme.insured, system.variables)
        yield f'`insured:` names "{programme.insured}", which is no variable.{hint}'


def _unmarked(system: CountrySystem, programme: Programme, known: set[str]) -> Iterator[str]:
    for name in programme.variables:
        if name in system.variables and name not in known and _is_money_of_a_month(system, name):
            yield f"`payments:` does not say what {name} is to a budget: put it under one of {', '.join(PAYMENTS)}."


def _twice(programme: Programme, marked: Counter[tuple[str, str]]) -> Iterator[str]:
    for kind, names in programme.payments.items():
        for name in names:
            if marked[kind, name] > 1:
                yield f"`payments:` names {name} more than once under {kind}, here or in another programme."


def _is_money_of_a_month(system: CountrySystem, name: str) -> bool:
    variable = system.variables[name]
    money = variable.value_type is float and variable.unit == "currency/month"
    return bool(money and variable.definition_period == DateUnit.MONTH)
