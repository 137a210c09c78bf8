"""CSV files read with nothing guessed: every cell is text until its variable says what it is."""

import csv
import re
from pathlib import Path

import duckdb

from openfisca_country.law import InputError
from openfisca_country.population.tables.quoting import quoted, text
from openfisca_country.population.tables.rules import TableMapping

DELIMITERS = (",", ";", "\t", "|")


def read_csv(connection: duckdb.DuckDBPyConnection, relation: str, parts: list[Path], mapping: TableMapping) -> None:
    """Make a view of CSV files, by name of their columns.

    Args:
        connection: that will read it.
        relation: name of the view.
        parts: files with the same columns.
        mapping: names the delimiter, or the columns by which it is found.

    Raises:
        InputError: a file is empty or not UTF-8, its first line does not name the columns, or parts differ.

    """
    views = []
    first: list[str] = []
    for part in parts:
        delimiter, names = _header(part, mapping)
        first = first or names
        odd = sorted(set(names) ^ set(first))
        if odd:
            raise InputError(str(part), f'has other columns than {parts[0].name}: "{odd[0]}" is in one of them only.')
        columns = ", ".join(f"{text(name)}: 'VARCHAR'" for name in names)
        views.append(
            f"SELECT {', '.join(map(quoted, first))} FROM read_csv({text(str(part))}, "
            f"auto_detect = false, header = true, delim = {text(delimiter)}, quote = '\"', escape = '\"', "
            f"nullstr = '', strict_mode = true, columns = {{{columns}}})"
        )
    connection.execute(f"CREATE TEMP VIEW {relation} AS {' UNION ALL '.join(views)}")


def _header(path: Path, mapping: TableMapping) -> tuple[str, list[str]]:
    """Return the delimiter and the names of the columns."""
    wanted = mapping.ids.get("household_id", ("household_id",))[0]
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            readings = {}
            for delimiter in [mapping.delimiter] if mapping.delimiter else DELIMITERS:
                file.seek(0)
                readings[delimiter] = [name.strip() for name in next(csv.reader(file, delimiter=delimiter), [])]
    except (UnicodeDecodeError, csv.Error):
        raise InputError(str(path), "is not a UTF-8 text file; save it as CSV UTF-8.") from None
    except TypeError:
        raise InputError(str(path), f'"{mapping.delimiter}" is no delimiter: name one character.') from None
    if not any(any(names) for names in readings.values()):
        raise InputError(str(path), "is empty; its first line names the columns.")
    fitting = {delimiter: names for delimiter, names in readings.items() if wanted in names}
    if not fitting:
        told = f'its first line names no column "{wanted}"; values stand between commas, semicolons, tabs or bars.'
        raise InputError(str(path), told)
    delimiter = max(fitting, key=lambda each: len(fitting[each]))
    names = fitting[delimiter]
    lower = [name.lower() for name in names]
    twins = [name for name in names if lower.count(name.lower()) > 1]
    if twins:
        raise InputError(str(path), f'has two columns "{twins[0]}", capitals or not: rename one.')
    return delimiter, names


def csv_fault(error: Exception) -> str:
    """Return in one sentence why a CSV file could not be read to its end; no cell of it is told."""
    message = str(error)
    line = re.search(r"Line: (\d+)", message)
    found = re.search(r"Expected Number of Columns: (\d+) Found: (\d+)", message)
    file = re.search(r"^\s*file = (.*)$", message, re.MULTILINE)
    where = f"{file[1]}, " if file else ""
    where += f"line {line[1]}: " if line else ""
    if found:
        problem = f"expected {found[1]} values, got {found[2]}; a value that holds the delimiter stands in quotes"
    elif "unterminated quote" in message:
        problem = "a quote is opened and never closed"
    elif "unicode" in message or "utf-8" in message:
        problem = "is not UTF-8 text; save it as CSV UTF-8"
    elif "Maximum line size" in message:
        problem = "the line is longer than a line of a table can be; is a quote never closed?"
    else:
        problem = "the lines do not all end alike, or a quote stands where none can; save it anew as CSV UTF-8"
    return f"{where}{problem}."
