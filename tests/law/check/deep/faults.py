"""One fault put into Atlantis that only shows when its law is run."""

import textwrap
from pathlib import Path

from openfisca_country.law import Country, CountrySystem
from openfisca_country.law.check import Finding
from openfisca_country.law.check.deep import check_deeply
from tests.law.check.faults import CASES, VARIABLES, Edit
from tests.law.fictional import edit, load, write_country

IMPORTS = '"""Fish allowance: the decree of 2020, and that of 2024."""\n'
BEFORE = "\nclass child_benefit"


def written(root: Path, *edits: Edit) -> CountrySystem:
    """Write Atlantis, put faults into it, and load it."""
    country: Country = write_country(root)
    for each in edits:
        edit(country, *each)
    return load(country)


def found_deeply(root: Path, *edits: Edit, verbose: bool = False) -> list[Finding]:
    """Check Atlantis with faults put into it, by running it."""
    return check_deeply(written(root, *edits), verbose=verbose)


def condition(name: str, formula: str, entity: str = "Household") -> str:
    """Write a condition of the law; its formula is one expression."""
    population = entity.lower()
    return f"""
class {name}(Variable):
    value_type = bool
    entity = {entity}
    definition_period = MONTH
    label = "{name}"
    reference = "SEA2020"

    def formula({population}, period, parameters):
        return {formula}

"""


def amount(body: str, name: str = "probe", entity: str = "Household", attributes: str = "value_type = float") -> str:
    """Write a variable, with the lines of its formula."""
    return f"""
class {name}(Variable):
    {attributes}
    entity = {entity}
    definition_period = MONTH
    label = "{name}"
    unit = "currency/month"
    reference = "SEA2020"

    def formula_2024({entity.lower()}, period, parameters):
        law = parameters(period)
{textwrap.indent(textwrap.dedent(body).strip(), " " * 8)}

"""


def with_law(*classes: str) -> tuple[Edit, ...]:
    """Return the edits that add variables to Atlantis, the words they need, and a case that touches the last."""
    return (
        (VARIABLES, IMPORTS, f"{IMPORTS}from openfisca_country.law import Person, first_day, select\n"),
        (VARIABLES, BEFORE, "\n".join(classes) + BEFORE),
    )


def found_choosing(root: Path, *classes: str, edits: tuple[Edit, ...] = ()) -> list[str]:
    """Return what is said of Atlantis with some more variables."""
    return [f"{each.kind}: {each.message}" for each in found_deeply(root, *with_law(*classes), *edits)]


__all__ = ["BEFORE", "CASES", "IMPORTS", "amount", "condition", "found_choosing", "found_deeply", "with_law", "written"]
