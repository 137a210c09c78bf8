"""What a page says first of a reform: its cost, who gains and who loses, what becomes of poverty and inequality."""

from dataclasses import dataclass

from openfisca_country.population.impact_results import Estimate, GainersRow, Impact, IndicatorRow, PovertyLine
from openfisca_country.report import impact_numbers as numbers
from openfisca_country.report.page_words import day_in_words

NET_COST = "net_cost"


@dataclass(frozen=True)
class Answer:
    """What the page says first of a reform.

    Attributes:
        law: its key.
        sentence: what it costs, who gains and who loses.
        leads: what becomes of poverty and inequality, a sentence each.

    """

    law: str
    sentence: str
    leads: tuple[str, ...]


def answer(impact: Impact, reform: str) -> Answer:
    """Tell what a reform does, in a sentence or three."""
    when = day_in_words(impact.period)
    net = next((line.differences.get(reform) for line in impact.budget if line.name == NET_COST), None)
    told = f"“{impact.titles.get(reform) or reform}” {_cost(net, impact.currency)} in {when}"
    everyone = next((row for row in impact.gainers if row.reform == reform and row.group == "all"), None)
    if everyone is not None:
        told += f"; {_who(everyone)}"
    main = (
        *((impact.row("poverty_headcount", subject=line.name), _poverty(impact, line)) for line in impact.lines),
        (impact.row("gini"), "the Gini coefficient"),
    )
    leads = [_moves(row, reform, name) for row, name in main if row is not None]
    return Answer(reform, f"{told}.", tuple(lead for lead in leads if lead))


def _poverty(impact: Impact, line: PovertyLine) -> str:
    return "poverty" if len(impact.lines) == 1 else f"poverty ({line.label})"


def _cost(net: Estimate | None, currency: str) -> str:
    if net is None or net.value is None:
        return "changes the budget by an amount that is not told"
    if not net.value:
        return "costs nothing"
    return f"{'costs' if net.value > 0 else 'saves'} {numbers.big(abs(net.value))} {currency}"


def _who(row: GainersRow) -> str:
    gain, lose = row.gaining.value, row.losing.value
    if gain is None or lose is None:
        return "who gains and who loses rests on too few households to be told"
    if not gain and not lose:
        return "nobody gains or loses"
    parts = []
    for share, word, none in ((gain, "gain", "nobody gains"), (lose, "lose", "nobody loses")):
        parts.append(f"{numbers.percent(share)} of persons {word}" if share else none)
    return " and ".join(parts).replace(" of persons lose", " lose")


def _moves(row: IndicatorRow, reform: str, name: str) -> str:
    after, difference = row.reforms.get(reform), row.differences.get(reform)
    if after is None or difference is None or row.baseline.value is None or after.value is None:
        return ""
    name = f"{name[0].upper()}{name[1:]}"
    now = numbers.told(row.baseline, row.indicator, row.unit)
    if not difference.value:
        return f"{name} stays at {now}."
    reach = numbers.interval(difference, row.indicator, row.unit, signed=True)
    then = numbers.told(after, row.indicator, row.unit)
    text = f"{name}: {then} instead of {now}" if then != now else f"{name} stays at about {now}"
    text += f" ({numbers.change(difference, row.indicator, row.unit)}"
    text += f"; 95 %: {reach})" if reach else ")"
    return f"{text}." if numbers.sure(difference) else f"{text}, a difference that may be chance."
