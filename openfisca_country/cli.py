"""The commands. They speak terminal and nothing else: what they print is made of typed results."""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click

import openfisca_country
from openfisca_country.law import LawError
from openfisca_country.report import terminal
from openfisca_country.report.as_json import as_json
from openfisca_country.report.incentives_table import incentives_table
from openfisca_country.report.reforms_table import reforms_table

Command = Callable[..., Any]


class Refusal(click.ClickException):
    """An error told in one sentence, exit code 1."""

    def show(self, file: Any = None) -> None:
        """Print the sentence to standard error."""
        click.echo(f"Error: {self.message}", file=file or sys.stderr)


class Commands(click.Group):
    """The group of commands: any error of input or law is one sentence, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except LawError as error:
            raise Refusal(str(error)) from None


FORMAT = click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="How to print the answer."
)
PERIOD = click.option("--period", metavar="PERIOD", help="A month (2026-03) or a year (2026); by default this month.")
REFORM = click.option(
    "--reform",
    "reforms",
    multiple=True,
    metavar="R",
    help="A reform that ships, a .yaml file or a Python path; may be repeated.",
)


HTML = click.option("--html", type=click.Path(dir_okay=False), metavar="FILE", help="Write it as one web page too.")
LAW_OF = click.option(
    "--law-of",
    metavar="MONTH",
    help="Apply the law of another month (2024-06; 2024-06:base.minimum_wage raises its amounts).",
)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="openfisca-country")
def main() -> None:
    """Law as code for social protection and employment services.

    Calculate what a household is entitled to, compare current law with a reform, and explain every answer.
    """


def _print(result: Any, form: str, layout: Command) -> None:
    if form == "json":
        click.echo(as_json(result))
    else:
        terminal.show(layout(result))


def _plain(text: str) -> Any:
    """Read a value of the command line as JSON, or else as the text it is: true, 12, employee."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _pages() -> Any:
    """Load what makes web pages, which the extra `report` installs."""
    try:
        return import_module("openfisca_country.report.page")
    except ModuleNotFoundError as error:
        if str(error.name).startswith("openfisca_country"):
            raise
        raise LawError(f"--html needs {error.name}: pip install 'openfisca-country[report]'.") from None


def _write(path: str, page: str) -> None:
    try:
        Path(path).write_text(page, encoding="utf-8")
    except OSError as error:
        raise LawError(f"{path}: cannot be written ({error.strerror}).") from None
    click.echo(f"Written: {path}", err=True)


@main.command()
@FORMAT
def countries(form: str) -> None:
    """List the countries: currency, window of modelled law, date last verified."""
    _print(openfisca_country.countries(), form, terminal.countries_table)


@main.command()
@click.argument("country")
@FORMAT
def programmes(country: str, form: str) -> None:
    """List a country's programmes: branch, who each is for, its variables, its acts."""
    _print(openfisca_country.programmes(country), form, terminal.programmes_table)


@main.command()
@click.argument("country")
@FORMAT
def reforms(country: str, form: str) -> None:
    """List the reforms that ship, and what each changes, old value beside new."""
    _print(openfisca_country.reforms(country), form, reforms_table)


@main.group()
def reform() -> None:
    """Write proposed law."""


@reform.command("new")
@click.argument("name")
@click.argument("country")
@click.argument("changes", nargs=-1, required=True, metavar="PATH=VALUE[@DATE]")
@click.option("--title", default="", help="One line for people; made of NAME by default.")
@click.option(
    "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write it there instead of printing it."
)
def new_reform(name: str, country: str, changes: tuple[str, ...], title: str, output: str | None) -> None:
    """Draft a reform file that sets parameters; without a DATE from the next 1 January on.

    Each PATH and VALUE is checked against the law. FILE must not be there yet.
    """
    text = openfisca_country.new_reform(name, country, changes, title)
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        with Path(output).open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise LawError(f"{output}: this file is there already; choose another name.") from None
    except OSError as error:
        raise LawError(f"{output}: cannot be written ({error.strerror}).") from None
    click.echo(f"Written: {output}", err=True)


@main.command()
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
        _print(openfisca_country.missing(country, situation, period, reforms), form, terminal.missing_table)
        return
    result = openfisca_country.calculate(country, situation, period, reforms, law_of)
    _print(result, form, terminal.calculation_table)


@main.command()
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
        _write(html, _pages().comparison_page(openfisca_country.dossier(country, situation, reforms, period, laws_of)))
    result = openfisca_country.compare(country, situation, reforms, period, laws_of)
    _print(result, form, terminal.comparison_table)


@main.command()
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
    _print(result, form, terminal.explanation_text)


@main.command()
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
    stated = {name: _plain(value) for name, _, value in (each.partition("=") for each in facts)}
    result = openfisca_country.incentives(country, situation, reforms=reforms, children=counts, facts=stated, **asked)
    if html:
        _write(html, _pages().incentives_page(result))
    _print(result, form, incentives_table)


@main.command()
@click.argument("country", required=False)
@click.option("--deep", is_flag=True, help="Run the law too: cases that overlap, months without a rule, dead numbers.")
@click.option("--verbose", is_flag=True, help="With --deep, note single values that no case of the law rests on.")
@FORMAT
@click.pass_context
def check(ctx: click.Context, country: str | None, deep: bool, verbose: bool, form: str) -> None:
    """Run the law's own lint: dates, units, references, labels, unread numbers, missing cases."""
    found = openfisca_country.check(country, deep=deep, verbose=verbose)
    faults = {name: [each for each in findings if each.kind != "note"] for name, findings in found.items()}
    _print(found, form, lambda _: terminal.findings_text(list(faults.items())))
    for note in (each for findings in found.values() for each in findings if each.kind == "note" and form == "table"):
        click.echo(f"Note: {note}")
    ctx.exit(1 if any(faults.values()) else 0)


@main.command()
@click.argument("country")
@click.option("--from", "start", metavar="DATE", required=True, help="A day or a month: the old law.")
@click.option("--to", "end", metavar="DATE", required=True, help="A day or a month: the new law.")
@FORMAT
def changes(country: str, start: str, end: str, form: str) -> None:
    """List what changed in the law between two dates: values old beside new, rules that took over, with the acts."""
    _print(openfisca_country.changes(country, start, end), form, terminal.changes_table)


@main.command()
@click.argument("country")
@click.argument("name", metavar="ACT")
@FORMAT
def act(country: str, name: str, form: str) -> None:
    """List every number, rule and condition that rests on an act, by article."""
    _print(openfisca_country.act(country, name), form, terminal.act_table)
