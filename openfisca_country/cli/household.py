"""Commands about one household."""

from typing import Any

import click

import openfisca_country
from openfisca_country.cli.options import FORMAT, HTML, LAW_OF, PERIOD, REFORM, pages, plain, print_result, write
from openfisca_country.report import terminal
from openfisca_country.report.incentives_table import incentives_table


@click.command()
@click.argument("country")
@click.argument("situation", type=click.Path())
@PERIOD
@REFORM
@LAW_OF
@click.option("--missing", "missing", is_flag=True, help="Tell which facts that are not given would change what.")
@FORMAT
def calculate(
    country: str,
    situation: str,
    period: str | None,
    reforms: tuple[str, ...],
    law_of: str | None,
    missing: bool,
    form: str,
) -> None:
    """Fill what SITUATION asks for with null; with nothing asked, every entitlement of the period."""
    if missing:
        print_result(openfisca_country.missing(country, situation, period, reforms), form, terminal.missing_table)
        return
    result = openfisca_country.calculate(country, situation, period, reforms, law_of)
    print_result(result, form, terminal.calculation_table)


@click.command()
@click.argument("country")
@click.argument("situation", type=click.Path())
@REFORM
@click.option("--law-of", "laws_of", multiple=True, metavar="MONTH", help="The law of another month; may be repeated.")
@PERIOD
@HTML
@FORMAT
def compare(
    country: str,
    situation: str,
    reforms: tuple[str, ...],
    laws_of: tuple[str, ...],
    period: str | None,
    html: str | None,
    form: str,
) -> None:
    """Lay current law beside each reform and the law of each other date, for one household, with the difference."""
    if html:
        write(html, pages().comparison_page(openfisca_country.dossier(country, situation, reforms, period, laws_of)))
    result = openfisca_country.compare(country, situation, reforms, period, laws_of)
    print_result(result, form, terminal.comparison_table)


@click.command()
@click.argument("country")
@click.argument("situation", type=click.Path())
@click.argument("variable")
@PERIOD
@REFORM
@LAW_OF
@click.option(
    "--language", metavar="CODE", help="A language of the country (uz, ru, …), where labels exist; else English."
)
@click.option("--of", "of", metavar="ID", help="Whose; by default the one entitled, or the one that comes closest.")
@FORMAT
def explain(
    country: str,
    situation: str,
    variable: str,
    period: str | None,
    reforms: tuple[str, ...],
    of: str | None,
    language: str | None,
    law_of: str | None,
    form: str,
) -> None:
    """Tell why, or why not: each condition met or failed, the figures, the article."""
    result = openfisca_country.explain(country, situation, variable, period, reforms, of, language, law_of)
    print_result(result, form, terminal.explanation_text)


@click.command()
@click.argument("country")
@click.argument("situation", type=click.Path())
@click.option("--of", "of", metavar="ID", help="Whose wage; by default the highest of the household.")
@click.option("--variable", default="wage", show_default=True, metavar="V", help="Another number of the person.")
@click.option("--from", "start", type=float, default=0.0, metavar="A", help="The first value; zero by default.")
@click.option("--to", "end", type=float, metavar="B", help="The last value; by default past the last cliff.")
@click.option("--points", type=int, default=1000, show_default=True, metavar="N", help="Into how many steps it is cut.")
@click.option("--hourly-wage", type=float, metavar="W", help="Walk hours a month, each paid this much.")
@click.option("--with", "facts", multiple=True, metavar="V=X", help="What else holds once the wage is above zero.")
@click.option("--children", type=int, metavar="N", help="Walk from no child to this many, in place of wages.")
@REFORM
@click.option("--period", metavar="MONTH", help="A month (2026-03); by default this month.")
@HTML
@FORMAT
def incentives(
    country: str,
    situation: str,
    children: int | None,
    facts: tuple[str, ...],
    reforms: tuple[str, ...],
    html: str | None,
    form: str,
    **asked: Any,
) -> None:
    """Tell what more work leaves the household with: income, tax rates and cliffs along one person's wages."""
    counts = None if children is None else range(children + 1)
    stated = {name: plain(value) for name, _, value in (each.partition("=") for each in facts)}
    result = openfisca_country.incentives(country, situation, reforms=reforms, children=counts, facts=stated, **asked)
    if html:
        write(html, pages().incentives_page(result))
    print_result(result, form, incentives_table)
