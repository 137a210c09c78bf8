"""The commands. They speak terminal and nothing else: what they print is made of typed results."""

import click

from openfisca_country.cli import household, law, population, web
from openfisca_country.cli.options import Commands

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="openfisca-country")
def main() -> None:
    """Law as code for social protection and employment services.

    Calculate what a household is entitled to, compare current law with a reform, and explain every answer.
    """


COMMANDS = (
    law.countries,
    law.programmes,
    law.reforms,
    law.reform,
    law.check,
    law.changes,
    law.act,
    household.calculate,
    household.compare,
    household.explain,
    household.incentives,
    population.run,
    population.impact,
    web.serve,
)

for command in COMMANDS:
    main.add_command(command)
