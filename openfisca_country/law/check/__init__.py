"""The law's own lint: what a country's law must keep to, checked without running it."""

from openfisca_country.law.check.cases import check_cases
from openfisca_country.law.check.circles import check_circles
from openfisca_country.law.check.constructs import check_constructs
from openfisca_country.law.check.finding import KINDS, Finding
from openfisca_country.law.check.gaps import check_gaps
from openfisca_country.law.check.instruments import check_instruments
from openfisca_country.law.check.literals import check_literals
from openfisca_country.law.check.payments import check_payments
from openfisca_country.law.check.programmes import check_layout, check_programmes
from openfisca_country.law.check.reads import check_reads
from openfisca_country.law.check.sources import read_sources
from openfisca_country.law.check.trace import follow
from openfisca_country.law.check.twice import check_twice
from openfisca_country.law.check.units import check_units
from openfisca_country.law.check.values import check_dates, check_values
from openfisca_country.law.check.variables import check_variables
from openfisca_country.law.system import CountrySystem

__all__ = ["KINDS", "Finding", "check_country"]


def check_country(system: CountrySystem) -> list[Finding]:
    """Check a country's law as it is written; nothing is computed.

    Args:
        system: the country's current law (not a reform).

    Returns:
        What was found, by place; empty where the law keeps to its own rules.

    """
    sources = read_sources(system)
    traces = [follow(formula) for formula in sources.formulas]
    found = [
        *check_values(system),
        *check_dates(system),
        *check_instruments(system),
        *check_units(system),
        *check_variables(system),
        *check_programmes(system),
        *check_payments(system),
        *check_layout(system),
        *check_reads(system, traces),
        *check_gaps(system, traces),
        *check_literals(system, sources),
        *check_constructs(system, sources, traces),
        *check_cases(system),
        *check_circles(system, traces),
        *check_twice(system, sources),
    ]
    return sorted(dict.fromkeys(found), key=lambda finding: (finding.place, finding.kind, finding.message))
