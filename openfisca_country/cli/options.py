"""What the commands share: their options, how a result is printed, how an error is told."""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from openfisca_country.law import LawError
from openfisca_country.report import terminal
from openfisca_country.report.as_json import as_json

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


def print_result(result: Any, form: str, layout: Command) -> None:
    """Print a result as JSON, or laid out for the terminal."""
    if form == "json":
        click.echo(as_json(result))
    else:
        terminal.show(layout(result))


def plain(text: str) -> Any:
    """Read a value of the command line as JSON, or else as the text it is: true, 12, employee."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def pages() -> Any:
    """Load what makes web pages, which the extra `report` installs."""
    try:
        return import_module("openfisca_country.report.page")
    except ModuleNotFoundError as error:
        if str(error.name).startswith("openfisca_country"):
            raise
        raise LawError(f"--html needs {error.name}: pip install 'openfisca-country[report]'.") from None


def write(path: str, page: str) -> None:
    """Write a page to a file, and say so on standard error."""
    try:
        Path(path).write_text(page, encoding="utf-8")
    except OSError as error:
        raise LawError(f"{path}: cannot be written ({error.strerror}).") from None
    click.echo(f"Written: {path}", err=True)
