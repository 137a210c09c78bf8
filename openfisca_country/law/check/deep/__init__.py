"""What of the law can be found only by running it: unclear cases, months without a rule, numbers without a case."""

from openfisca_country.law.check.deep.choices import check_declared
from openfisca_country.law.check.deep.dead import check_dead
from openfisca_country.law.check.deep.overlaps import check_choices
from openfisca_country.law.check.deep.regimes import check_regimes
from openfisca_country.law.check.finding import Finding
from openfisca_country.law.check.sources import read_sources
from openfisca_country.law.check.trace import follow
from openfisca_country.law.system import CountrySystem

__all__ = ["check_deeply"]


def check_deeply(system: CountrySystem, *, verbose: bool = False) -> list[Finding]:
    """Run a country's law on invented households and on its own cases, and look at what comes of it.

    Args:
        system: the country's current law (not a reform).
        verbose: add notes: single values that no case rests on, months that could not be searched.

    Returns:
        What was found, by place; the same every time for the same law.

    """
    sources = read_sources(system)
    traces = [follow(formula) for formula in sources.formulas]
    found = [
        *check_declared(system, sources),
        *check_regimes(system, traces),
        *check_choices(system, sources, traces, verbose=verbose),
        *check_dead(system, traces, verbose=verbose),
    ]
    return sorted(dict.fromkeys(found), key=lambda finding: (finding.place, finding.kind, finding.message))
