"""One fault put into Atlantis, and what the lint says of it."""

import textwrap
from collections.abc import Sequence
from pathlib import Path

from openfisca_country.law.check import Finding, check_country
from tests.law.fictional import edit, load, write_country

PARAMETERS = "parameters/atlantis/fish_allowance"
REGISTER = "parameters/atlantis/index.yaml"
VARIABLES = "variables/atlantis/fish_allowance.py"
CASES = "tests/atlantis/fish_allowance.yaml"


Edit = tuple[str, str, str]
"""A file of the law, a text that stands in it once, and what to write instead."""


def found_after(root: Path, *edits: Edit) -> list[Finding]:
    """Write Atlantis, put faults into it, and check it."""
    country = write_country(root)
    for each in edits:
        edit(country, *each)
    return check_country(load(country))


def found_in_formula(
    root: Path, body: str, before: str = "", after: str = "", edits: Sequence[Edit] = ()
) -> list[Finding]:
    """Check Atlantis with one more variable, ``probe``.

    Args:
        root: where to write it.
        body: the lines of its formula.
        before: what stands before its class: imports, helpers, other variables.
        after: what stands after its formula in the class.
        edits: other faults.

    """
    probe = f"""
{before}

class probe(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Probe"
    unit = "currency/month"
    reference = "SEA2020"

    def formula(household, period, parameters):
{textwrap.indent(body, " " * 8)}

{textwrap.indent(after, " " * 4)}
class child_benefit"""
    touched = (CASES, "    child_benefit: 1350", "    child_benefit: 1350\n    probe: 0")
    return found_after(root, (VARIABLES, "\nclass child_benefit", probe), touched, *edits)


def said(findings: list[Finding]) -> list[str]:
    return [finding.message for finding in findings]
