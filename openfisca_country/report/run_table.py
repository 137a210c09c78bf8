"""A run as a terminal table: what the law pays and takes over the whole population, and to how many."""

from itertools import groupby

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from openfisca_country.population.run_results import RunResult, Total
from openfisca_country.report.terminal import plain_table
from openfisca_country.report.words import amount, month

MAIN = ("market_income", "benefits", "taxes_and_contributions", "disposable_income")
NUMBERS = ("total", "recipients", "in the tables")


def run_table(result: RunResult) -> RenderableType:
    """Lay out the answer of `run`: the main sums, then what each programme comes to, then where the tables stand."""
    heading = f"{result.country}, {month(result.period)}, {result.currency}"
    parts: list[RenderableType] = [Text(heading, style="bold")]
    of = {each.name: each for each in result.totals}
    main = [of[name] for name in MAIN if name in of]
    programmes = [each for each in result.totals if each.programme and each.name not in MAIN and each.observed]
    if main:
        parts.append(Padding(_table(main), (0, 0, 1, 2)))
    if programmes:
        parts.append(Padding(_by_programme(programmes), (0, 0, 1, 2)))
    if not main and not programmes:
        parts.append(Padding(_table([each for each in result.totals if each.observed]), (0, 0, 1, 2)))
    parts += [Text(f"• {each}", style="yellow") for each in result.warnings]
    parts.append(Text.from_markup(_told(result)))
    return Group(*parts)


def _told(result: RunResult) -> str:
    told = f"{result.persons_done:,} persons in {result.households_done:,} households: [bold]{escape(result.folder)}[/]"
    left_out = [
        (result.data_report.refused_households, "refused-households.csv"),
        (result.data_report.refused_persons, "refused-persons.csv"),
        (result.refused, "refused-results.csv"),
    ]
    named = [f"{count:,} in {file}" for count, file in left_out if count]
    return f"{told}\n[yellow]Left out: {', '.join(named)}.[/]" if named else told


def _table(totals: list[Total]) -> RenderableType:
    table = plain_table("", "total", "recipients", "", "in the tables", numbers=NUMBERS)
    for each in totals:
        table.add_row(*_row(each))
    return table


def _by_programme(totals: list[Total]) -> RenderableType:
    table = plain_table("programme", "total", "recipients", "", "in the tables", numbers=NUMBERS)
    for title, group in groupby(totals, key=lambda each: each.programme):
        found = list(group)
        if len(found) == 1:
            table.add_row(escape(title), *_row(found[0])[1:])
            continue
        table.add_row(escape(title))
        for each in found:
            table.add_row(*("  " + cell if at == 0 else cell for at, cell in enumerate(_row(each))))
    return table


def _row(total: Total) -> tuple[str, ...]:
    return (
        escape(total.label),
        amount(float(round(total.amount))),
        amount(float(round(total.recipients))),
        total.table,
        amount(total.observed),
    )
