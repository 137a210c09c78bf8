"""How the numbers of a population are written: rounded to what can be read, with their sign, and told when withheld."""

import re

from openfisca_country.population.impact_results import Estimate
from openfisca_country.report.words import MINUS, amount

WITHHELD = ".."
NOTHING = "–"
STEPS = ((1e12, "trn"), (1e9, "bn"), (1e6, "m"))
UNIT = re.compile(r"(?<=\d) (?:(?:m|bn|trn)\b(?: [A-Z]{3}\b)?|pp\b|%|[A-Z]{3}\b)")
FACTORS = frozenset({"gini", "s80_s20", "palma", "theil", "cgh", "benefit_cost_ratio", "targeting_differential"})
"""Indicators in the unit ``/1`` that are told as a number; the others are told in per cent."""
COARSE = frozenset({"s80_s20", "palma", "cgh", "benefit_cost_ratio"})
"""Of these, those that two decimals tell."""
FINE = 0.01  # a smaller difference of the others is told with four decimals


def big(value: float) -> str:
    """Write a large amount in three or four figures.

    >>> big(1_234_567_890), big(-45_600_000), big(3_400_000_000_000), big(12_345.6), big(999_960_000)
    ('1.23 bn', '−45.6 m', '3.4 trn', '12,346', '1 bn')
    """
    size = abs(value)
    for step, word in STEPS:
        if size >= step * 0.9995:
            told = size / step
            return (
                f"{MINUS if value < 0 else ''}{amount(round(told, 2 if told < 10 else 1 if told < 100 else 0))} {word}"
            )
    return amount(float(round(value)))


def percent(value: float) -> str:
    """Write a share in per cent with one decimal, two where it is small.

    >>> percent(0.1234), percent(-0.05), percent(0.0012), percent(0.0), percent(1.0)
    ('12.3 %', '−5.0 %', '0.12 %', '0.0 %', '100.0 %')
    """
    share = 100 * value
    digits = 2 if 0 < abs(share) < 0.995 else 1
    text = f"{abs(share):.{digits}f}"
    return f"{MINUS if share < 0 and text.strip('0.') else ''}{text} %"


def figure(value: float, indicator: str, unit: str) -> str:
    """Write the value of an indicator.

    >>> figure(0.312, "poverty_headcount", "/1"), figure(0.312, "gini", "/1"), figure(2150000.4, "", "currency/month")
    ('31.2 %', '0.312', '2,150,000')
    """
    if unit == "currency":
        return big(value)
    if unit != "/1":
        return amount(float(round(value)))
    if indicator in FACTORS:
        text = f"{abs(value):.{2 if indicator in COARSE else 3}f}"
        return f"{MINUS if value < 0 and text.strip('0.') else ''}{text}"
    return percent(value)


def told(estimate: Estimate, indicator: str, unit: str) -> str:
    """Write an estimate: ``..`` where it is withheld, a dash where there is none."""
    if estimate.withheld:
        return WITHHELD
    return NOTHING if estimate.value is None else figure(estimate.value, indicator, unit)


def points(value: float, indicator: str, unit: str) -> str:
    """Write a difference with its sign; that of two shares in percentage points.

    >>> points(-0.0123, "poverty_headcount", "/1"), points(0.0041, "gini", "/1"), points(0.0, "gini", "/1")
    ('−1.2 pp', '+0.0041', '=')
    >>> points(1500.0, "", "currency/month"), points(-2.5e9, "", "currency"), points(0.000004, "gini", "/1")
    ('+1,500', '−2.5 bn', '≈ 0')
    """
    if value == 0:
        return "="
    text = figure(abs(value), indicator, unit)
    if unit == "/1" and indicator in FACTORS and indicator not in COARSE and abs(value) < FINE:
        text = f"{abs(value):.4f}"
    if not text.strip("0., %"):
        return "≈ 0"
    return f"{MINUS if value < 0 else '+'}{text.replace(' %', ' pp')}"


def change(estimate: Estimate | None, indicator: str, unit: str) -> str:
    """Write the estimate of a difference."""
    if estimate is None or (estimate.value is None and not estimate.withheld):
        return NOTHING
    return WITHHELD if estimate.withheld or estimate.value is None else points(estimate.value, indicator, unit)


def interval(estimate: Estimate | None, indicator: str, unit: str, signed: bool = False) -> str:
    """Write the 95 % interval; nothing where there is no sampling error.

    >>> interval(Estimate(0.1, 0.01, 0.08, 0.12, 200), "poverty_headcount", "/1")
    '8.0 to 12.0 %'
    >>> interval(Estimate(-0.01, 0.005, -0.02, 0.0, 200), "poverty_headcount", "/1", signed=True)
    '−2.0 to 0 pp'
    """
    if estimate is None or estimate.low is None or estimate.high is None or estimate.withheld:
        return ""
    if estimate.error == 0:
        return ""
    if signed:
        ends = [points(end, indicator, unit) for end in (estimate.low, estimate.high)]
        ends = ["0" if end in ("=", "≈ 0") else end for end in ends]
    else:
        ends = [figure(end, indicator, unit) for end in (estimate.low, estimate.high)]
    for tail in (" %", " pp"):
        if ends[1].endswith(tail):
            ends[0] = ends[0].removesuffix(tail)
        elif ends[0].endswith(tail):
            ends = [ends[0].removesuffix(tail), ends[1] + tail]
    return f"{ends[0]} to {ends[1]}"


def sure(estimate: Estimate | None) -> bool:
    """Tell whether a difference is there beyond what chance could do: its interval leaves out zero, or has no width."""
    if estimate is None or estimate.value is None or estimate.value == 0:
        return False
    if estimate.low is None or estimate.high is None:
        return True
    return estimate.low > 0 or estimate.high < 0


def counted(count: int, thing: str) -> str:
    """Write how many there are of something.

    >>> counted(1, "household"), counted(1200, "household")
    ('1 household', '1,200 households')
    """
    return f"{amount(count)} {thing}{'' if count == 1 else 's'}"


def unbroken(text: str) -> str:
    """Keep a number, its unit and its currency on one line.

    >>> unbroken("saves 37.2 bn UZS (−2.4 pp) in 2026").replace("\N{NO-BREAK SPACE}", "_")
    'saves 37.2_bn_UZS (−2.4_pp) in 2026'
    """
    return UNIT.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text)
