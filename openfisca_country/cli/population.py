"""The commands on populations: `run` and `impact`."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from openfisca_country.cli.options import FORMAT, HTML, PERIOD, Refusal, print_result, write
from openfisca_country.law import LawError
from openfisca_country.report import terminal

LAID_UPON = click.option(
    "--reform",
    "reforms",
    multiple=True,
    metavar="R",
    help="A reform that ships, a .yaml file or a Python path; several are laid one upon the other.",
)
BESIDE = click.option(
    "--reform",
    "reforms",
    multiple=True,
    required=True,
    metavar="R",
    help="A reform that ships, a .yaml file or a Python path; several are each compared with current law.",
)
MAPPING = click.option(
    "--mapping", type=click.Path(path_type=Path), metavar="FILE", help="How your columns become the vocabulary (YAML)."
)
WORKERS = click.option("--workers", type=int, default=1, show_default=True, metavar="N", help="Processes to share it.")
BLOCK = click.option(
    "--block",
    "households_per_block",
    type=int,
    default=8000,
    show_default=True,
    metavar="N",
    help="Households a block.",
)
ENGINE = click.option(
    "--engine", default="local", show_default=True, metavar="local|dask", help="This machine, or a Dask cluster."
)
SCHEDULER = click.option("--scheduler", metavar="ADDRESS", help="Of the Dask cluster (tcp://10.0.0.1:8786).")
QUIET = click.option("--quiet", is_flag=True, help="No progress bar, no report on the tables.")


@click.command()
@click.argument("country")
@click.argument("tables", type=click.Path())
@PERIOD
@click.option("--output", required=True, type=click.Path(), metavar="FOLDER", help="Where the results go.")
@LAID_UPON
@click.option("--variables", metavar="A,B", help="Which to answer; those of every programme and the totals by default.")
@MAPPING
@click.option("--monthly", is_flag=True, help="A column for each month of a year too.")
@WORKERS
@BLOCK
@ENGINE
@SCHEDULER
@QUIET
@FORMAT
def run(country: str, tables: str, output: str, variables: str | None, form: str, quiet: bool, **options: Any) -> None:
    """Evaluate a population: TABLES is a folder with persons and households.

    Memory does not grow with the population. A run that is stopped goes on where it was when asked for again.
    """
    evaluate = _needed("openfisca_country.population.run").run
    names = [each.strip() for each in variables.split(",") if each.strip()] if variables is not None else None
    with _stopping(output):
        result = evaluate(country, tables, output=output, variables=names, watch=_watch(quiet, form), **options)
    print_result(result, form, _needed("openfisca_country.report.run_table").run_table)


@click.command()
@click.argument("country")
@click.argument("tables", type=click.Path())
@PERIOD
@BESIDE
@click.option(
    "--line",
    "lines",
    multiple=True,
    metavar="LINE",
    help="A poverty line: an amount a person and month, a parameter, or 60% of the median; may be repeated.",
)
@click.option("--by", multiple=True, metavar="V", help="Cut the population by this variable too; may be repeated.")
@click.option("--census", is_flag=True, help="The tables hold everyone: no sampling errors.")
@click.option(
    "--scale",
    type=click.Choice(["per member", "square root"]),
    default="per member",
    show_default=True,
    help="How a household's income is brought to a person.",
)
@click.option(
    "--work-incentives", is_flag=True, help="Tell what work pays too: each worker once without it, once with 3 % more."
)
@click.option("--show-small", is_flag=True, help="Show numbers that few households stand behind.")
@click.option("--output", type=click.Path(), metavar="FOLDER", help="Keep each household's results, and the tables.")
@HTML
@click.option("--excel", type=click.Path(dir_okay=False), metavar="FILE", help="Write the tables as a workbook too.")
@MAPPING
@WORKERS
@BLOCK
@ENGINE
@SCHEDULER
@QUIET
@FORMAT
def impact(
    country: str,
    tables: str,
    output: str | None,
    show_small: bool,
    html: str | None,
    excel: str | None,
    form: str,
    quiet: bool,
    **options: Any,
) -> None:
    """Tell what reforms do to a population: cost, poverty, inequality, coverage, who gains and who loses."""
    evaluate = _needed("openfisca_country.population.impact").impact
    page: Any = _needed("openfisca_country.report.impact_page", "report") if html is not None else None
    book: Any = _needed("openfisca_country.report.impact_workbook") if excel is not None else None
    for file in (html, excel):
        _check_place(file)
    if show_small:
        options["minimum_observations"] = 0
    with _stopping(output):
        result = evaluate(country, tables, output=output, watch=_watch(quiet, form), **options)
    if output is not None:
        _needed("openfisca_country.report.impact_tables").write_tables(result, Path(output, "tables"))
    if html is not None:
        write(html, page.impact_page(result))
    if excel is not None:
        book.write_workbook(result, Path(excel))
        click.echo(f"Written: {excel}", err=True)
    print_result(result, form, _needed("openfisca_country.report.impact_table").impact_table)


def _check_place(file: str | None) -> None:
    """See that a file can be written before the run that it is to tell of; leave it as it is."""
    if file is None:
        return
    path = Path(file)
    was_there = path.exists()
    try:
        path.open("a").close()
        if not was_there:
            path.unlink()
    except OSError as error:
        raise LawError(f"{file}: cannot be written ({error.strerror}).") from None


@contextmanager
def _stopping(output: str | None) -> Iterator[None]:
    """Tell what is left of a run that the user stops."""
    try:
        yield
    except KeyboardInterrupt:
        kept = f" What is done stays in {output}: the same command goes on from there." if output else ""
        raise Refusal(f"Stopped.{kept}") from None


def _watch(quiet: bool, form: str) -> Any:
    """Return the progress bar; it shows what was found in the tables as soon as it is known."""
    progress = _needed("openfisca_country.population.progress")
    if quiet:
        return progress.SILENT
    if form == "json":  # the report is part of the answer
        return progress.Bar()
    report = _needed("openfisca_country.report.data_report_table")
    return progress.Bar(lambda found: terminal.show(report.data_report_table(found)))


def _needed(module: str, extra: str = "population") -> Any:
    """Load a module whose libraries an extra installs."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if str(error.name).startswith("openfisca_country"):
            raise
        raise LawError(f"This needs {error.name}: pip install 'openfisca-country[{extra}]'.") from None
