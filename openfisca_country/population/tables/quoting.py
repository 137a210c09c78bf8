"""Names and values as they stand in SQL."""

import datetime
from typing import Any


def quoted(name: str) -> str:
    """Return the name of a column, whatever it holds.

    >>> print(quoted('net "real" wage'))
    "net ""real"" wage"
    """
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


def text(value: str) -> str:
    """Return a text as a literal.

    >>> print(text("l'eau"))
    'l''eau'
    """
    escaped = value.replace("'", "''")
    return f"'{escaped}'"


def literal(value: Any) -> str:
    """Return a text, a number, a day, true or false, or nothing, as a literal.

    >>> print(literal(None), literal(True), literal(1.5), literal("a"))
    NULL TRUE 1.5 'a'
    """
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.date):
        return f"DATE '{value.isoformat()}'"
    return text(value) if isinstance(value, str) else repr(value)
