"""The answer of `impact` as an Excel workbook: a sheet a family, numbers as numbers, and what they mean."""

from pathlib import Path
from typing import Any

import xlsxwriter

from openfisca_country.law import LawError
from openfisca_country.population.impact_results import CURRENT, Estimate, Impact
from openfisca_country.report.colours import QUIET, RULE
from openfisca_country.report.impact_flat import COUNT, FACTOR, MONEY, SHARE, TEXT, Column, FlatTable
from openfisca_country.report.impact_numbers import WITHHELD
from openfisca_country.report.impact_tables import impact_tables
from openfisca_country.report.impact_words import law_name, population_in_words

FORMATS = {TEXT: "@", MONEY: "#,##0", COUNT: "#,##0", SHARE: "0.0%", FACTOR: "0.000"}
PARTS = (("", "value"), (": standard error", "error"), (": low", "low"), (": high", "high"))
HEAD = 3  # rows above the figures: title, note, headings
WIDEST, NARROWEST, NUMBER_WIDTH = 48, 9, 15
NAMES_OF_PROGRAMS = frozenset({"name", "indicator", "subject", "level", "reform", "law"})
"""Columns that programs read and people need not: folded away at the start."""


def write_workbook(impact: Impact, path: str | Path) -> None:
    """Write all results into one Excel workbook.

    Each sheet starts with its title; the headings stay in sight when it is scrolled, and can be filtered by. A number
    that is withheld stands as ``..``. The last sheets define the indicators, tell what was found in the tables, and
    carry the stamp.

    Args:
        impact: whose numbers are written as they are.
        path: of the workbook; a file that is there is replaced.

    Raises:
        LawError: the file cannot be written.

    """
    # a text that starts with = or http stays a text
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": f"Impact in {impact.country}, {impact.period}"})
    _about(book, impact)
    for table in impact_tables(impact):
        _Sheet(book, table, _note(impact)).write()
    _definitions(book, impact)
    _data(book, impact)
    try:
        book.close()
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        cause = error.args[0] if error.args and isinstance(error.args[0], OSError) else error
        raise LawError(f"{path}: cannot be written ({getattr(cause, 'strerror', None) or cause}).") from None


def _note(impact: Impact) -> str:
    note = f"{impact.country}, {impact.period}. {population_in_words(impact)}."
    if impact.minimum_observations > 1:
        note += f" {WITHHELD} is withheld: fewer than {impact.minimum_observations} households stand behind it."
    return note


class _Sheet:
    """One sheet: a table whose estimates take four columns each, three of them folded away."""

    def __init__(self, book: Any, table: FlatTable, note: str) -> None:
        self.table = table
        self.note = note
        self.sheet = book.add_worksheet(table.name[:31])
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.quiet = book.add_format({"font_color": QUIET})
        self.heading = book.add_format({"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1})
        self.withheld = book.add_format({"font_color": QUIET, "align": "right"})
        self.formats = {kind: book.add_format({"num_format": text}) for kind, text in FORMATS.items()}

    def write(self) -> None:
        """Fill the sheet."""
        names = [each.name for each in self.table.columns]
        seen = next(place for place, name in enumerate(names) if name not in NAMES_OF_PROGRAMS)
        self.sheet.write_string(0, seen, self.table.title, self.title)
        self.sheet.write_string(1, seen, self.note, self.quiet)
        self.sheet.set_row(2, 46)
        column, pinned = 0, 0
        for place, each in enumerate(self.table.columns):
            cells = [row[place] for row in self.table.rows]
            estimates = any(isinstance(cell, Estimate) for cell in cells)
            if not estimates and each.kind == TEXT:
                pinned = column + 1
            column = self.estimates(column, each, cells) if estimates else self.plain(column, each, cells)
        self.sheet.freeze_panes(HEAD, pinned if pinned <= 5 else 0)
        self.sheet.autofilter(HEAD - 1, 0, HEAD - 1 + len(self.table.rows), column - 1)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(HEAD - 1)

    def plain(self, column: int, told: Column, cells: list[Any]) -> int:
        """Write a column of texts or numbers, and return the next."""
        self.sheet.write_string(HEAD - 1, column, told.title, self.heading)
        for row, cell in enumerate(cells):
            self.put(row, column, cell, told.kind)
        widest = max((len(str(cell)) for cell in (*cells, told.title) if cell is not None), default=0)
        width = NUMBER_WIDTH if told.kind != TEXT else min(max(widest + 2, NARROWEST), WIDEST)
        folded = {"hidden": True, "level": 1} if told.name in NAMES_OF_PROGRAMS else {}
        self.sheet.set_column(column, column, width, None, folded)
        return column + 1

    def estimates(self, column: int, told: Column, cells: list[Any]) -> int:
        """Write value, standard error and both ends of the interval of each estimate; return the next column."""
        parts = PARTS if any(isinstance(cell, Estimate) and cell.error is not None for cell in cells) else PARTS[:1]
        for shift, (title, part) in enumerate(parts):
            self.sheet.write_string(HEAD - 1, column + shift, f"{told.title}{title}", self.heading)
            for row, cell in enumerate(cells):
                if isinstance(cell, Estimate) and cell.withheld:
                    self.sheet.write_string(HEAD + row, column + shift, WITHHELD, self.withheld)
                elif isinstance(cell, Estimate):
                    self.put(row, column + shift, getattr(cell, part), told.kind)
            folded = {"hidden": True, "level": 1} if shift else {}
            self.sheet.set_column(column + shift, column + shift, NUMBER_WIDTH, None, folded)
        return column + len(parts)

    def put(self, row: int, column: int, value: Any, kind: str) -> None:
        """Write one cell in the format of its column, or of its row where the column leaves it open."""
        kind = kind or self.table.kinds[row]
        if value is None:
            return
        if isinstance(value, int | float) and not isinstance(value, bool):
            self.sheet.write_number(HEAD + row, column, value, self.formats[kind])
        else:
            self.sheet.write_string(HEAD + row, column, str(value), self.formats[TEXT])


def _about(book: Any, impact: Impact) -> None:
    """Write the first sheet: what was asked, of whom, under which laws, and what a reader must know."""
    stamp = impact.stamp
    lines = [
        ("Country", impact.country),
        ("Period", impact.period),
        ("Currency", impact.currency),
        *(("Current law" if law == CURRENT else f"Reform {law}", law_name(impact, law)) for law in impact.laws),
        ("Population", population_in_words(impact)),
        ("Persons are ranked by", impact.welfare),
        *(
            ("Poverty line", f"{line.label}: {line.value:,.0f} {impact.currency} a person and month")
            for line in impact.lines
        ),
        *(("Note", text) for text in impact.warnings),
        ("Take-up", "Benefits are those the law gives to whoever meets its conditions"),
        (WITHHELD, f"withheld: fewer than {impact.minimum_observations} households stand behind the number"),
        (
            "Folded columns",
            "standard errors, ends of the 95 % intervals, and names for programs: unfold with the + above",
        ),
        ("Law verified up to", str(stamp.verified)),
        ("openfisca-country", str(stamp.package)),
        ("openfisca-core", str(stamp.core)),
    ]
    _listed(book, "About", f"What reforms change in {impact.country}", lines)


def _definitions(book: Any, impact: Impact) -> None:
    labels = {row.indicator: row.label for row in impact.rows}
    lines = [(labels.get(name, name), text) for name, text in impact.definitions.items()]
    _listed(book, "Definitions", "What the indicators are", lines)


def _data(book: Any, impact: Impact) -> None:
    report = impact.data_report
    if report is None:
        return
    lines = [("Found", each.sentence) for each in report.findings]
    lines += [("Assumed", f"{each.label}: {each.value} ({each.count:,} {each.entity})") for each in report.assumed]
    lines += [("Column", f"{each.name}: {each.taken_as or 'not used'}") for each in report.columns]
    _listed(book, "Data", "What was found in the tables", lines)


def _listed(book: Any, name: str, title: str, lines: list[tuple[str, str]]) -> None:
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "bottom": 4, "bottom_color": RULE})
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 100)
    for row, (key, text) in enumerate(lines, start=2):
        sheet.write_string(row, 0, key, wrapped)
        sheet.write_string(row, 1, text, wrapped)
    sheet.freeze_panes(1, 0)
