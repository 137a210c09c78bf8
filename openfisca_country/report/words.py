"""How numbers, units and dates are written for people."""

from typing import Any

MINUS = "\N{MINUS SIGN}"
NO_SUCH_DAY = "9999-12-31"


def amount(value: Any) -> str:
    """Write a number with groups of three and no more decimals than it has.

    >>> amount(3813000.0), amount(-0.625), amount(None), amount(0.75)
    ('3,813,000', '−0.625', '–', '0.75')
    """
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, int | float):
        return "never" if value == NO_SUCH_DAY else str(value)
    text = f"{abs(value):,.0f}" if float(value).is_integer() else f"{abs(value):,.4f}".rstrip("0").rstrip(".")
    return f"{MINUS if value < 0 and text != '0' else ''}{text}"


def signed(value: float) -> str:
    """Write a difference with its sign; nothing for none.

    >>> signed(127500.0), signed(0.0)
    ('+127,500', '=')
    """
    return "=" if value == 0 else amount(value) if value < 0 else f"+{amount(value)}"


def month(text: str) -> str:
    """Shorten a month to fit a column.

    >>> month("2026-03"), month("2026")
    ("Mar '26", '2026')
    """
    names = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{names[int(text[5:7]) - 1]} '{text[2:4]}" if len(text) == 7 else text


def measured(value: Any, unit: str) -> str:
    """Write a value with its unit, where the unit says something.

    >>> measured(18, "month"), measured(2, "month"), measured(1, "month"), measured(0.5, "/1"), measured(False, "")
    ('18 months', '2 months', '1 month', '0.5', 'no')
    >>> measured(76, "working_day"), measured(3, "MW"), measured(3813000.0, "UZS/month")
    ('76 working days', '3 MW', '3,813,000 UZS a month')
    """
    if isinstance(value, bool) or value is None or unit in ("", "/1", "date", "bool"):
        return amount(value)
    if unit.islower() and "/" not in unit and value != 1:  # what is counted; a currency or an index unit is in capitals
        unit = "children" if unit == "child" else f"{unit}s"
    return f"{amount(value)} {unit.replace('/', ' a ').replace('_', ' ')}"
