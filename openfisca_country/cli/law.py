"""Commands about the law itself: what there is, what changes it, whether it holds together."""

from pathlib import Path

import click

import openfisca_country
from openfisca_country.cli.options import FORMAT, print_result
from openfisca_country.law import LawError
from openfisca_country.report import terminal
from openfisca_country.report.reforms_table import reforms_table


@click.command()
@FORMAT
def countries(form: str) -> None:
    """List the countries: currency, window of modelled law, date last verified."""
    print_result(openfisca_country.countries(), form, terminal.countries_table)


@click.command()
@click.argument("country")
@FORMAT
def programmes(country: str, form: str) -> None:
    """List a country's programmes: branch, who each is for, its variables, its acts."""
    print_result(openfisca_country.programmes(country), form, terminal.programmes_table)


@click.command()
@click.argument("country")
@FORMAT
def reforms(country: str, form: str) -> None:
    """List the reforms that ship, and what each changes, old value beside new."""
    print_result(openfisca_country.reforms(country), form, reforms_table)


@click.group()
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


@click.command()
@click.argument("country", required=False)
@click.option("--deep", is_flag=True, help="Run the law too: cases that overlap, months without a rule, dead numbers.")
@click.option("--verbose", is_flag=True, help="With --deep, note single values that no case of the law rests on.")
@FORMAT
@click.pass_context
def check(ctx: click.Context, country: str | None, deep: bool, verbose: bool, form: str) -> None:
    """Run the law's own lint: dates, units, references, labels, unread numbers, missing cases."""
    found = openfisca_country.check(country, deep=deep, verbose=verbose)
    faults = {name: [each for each in findings if each.kind != "note"] for name, findings in found.items()}
    print_result(found, form, lambda _: terminal.findings_text(list(faults.items())))
    for note in (each for findings in found.values() for each in findings if each.kind == "note" and form == "table"):
        click.echo(f"Note: {note}")
    ctx.exit(1 if any(faults.values()) else 0)


@click.command()
@click.argument("country")
@click.option("--from", "start", metavar="DATE", required=True, help="A day or a month: the old law.")
@click.option("--to", "end", metavar="DATE", required=True, help="A day or a month: the new law.")
@FORMAT
def changes(country: str, start: str, end: str, form: str) -> None:
    """List what changed in the law between two dates: values old beside new, rules that took over, with the acts."""
    print_result(openfisca_country.changes(country, start, end), form, terminal.changes_table)


@click.command()
@click.argument("country")
@click.argument("name", metavar="ACT")
@FORMAT
def act(country: str, name: str, form: str) -> None:
    """List every number, rule and condition that rests on an act, by article."""
    print_result(openfisca_country.act(country, name), form, terminal.act_table)
