"""The sentences of a report, made from typed results."""

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from openfisca_country.household.curves import Curve, Incentives, Kind
from openfisca_country.household.dossier import Dossier, Gain
from openfisca_country.household.members import Member, StatedFact
from openfisca_country.household.results import Cell
from openfisca_country.report.words import MINUS, NO_SUCH_DAY, amount, measured

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
CODE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:)]")
MOST_NAMED = 3
CALENDAR = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def day_in_words(text: str) -> str:
    """Write a day, a month or a year of the calendar as it is read.

    >>> day_in_words("2026-03-05"), day_in_words("2026-03"), day_in_words("2026"), day_in_words("9999-12-31")
    ('5 March 2026', 'March 2026', '2026', 'never')
    >>> day_in_words("2009-05-28/29")
    '2009-05-28/29'
    """
    if text == NO_SUCH_DAY:
        return "never"
    if not CALENDAR.fullmatch(text):
        return text
    parts = text.split("-")
    words = [str(int(parts[2]))] if len(parts) > 2 else []
    if len(parts) > 1:
        words.append(MONTHS[int(parts[1]) - 1])
    return " ".join([*words, parts[0]])


def span_in_words(months: Sequence[str]) -> str:
    """Write months, of which successive ones are told by the first and the last.

    >>> span_in_words(["2027-03", "2027-04", "2027-05"]), span_in_words(["2027-01"])
    ('March to May 2027', 'January 2027')
    >>> span_in_words(["2027-01", "2027-02", "2027-08"]), span_in_words(["2026-12", "2027-01"])
    ('January and February, August 2027', 'December 2026 and January 2027')
    """
    runs: list[list[str]] = []
    for month in months:
        if runs and _number(month) == _number(runs[-1][-1]) + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    one_year = len({month[:4] for month in months}) == 1
    told = []
    for run in runs:
        first, last = day_in_words(run[0]), day_in_words(run[-1])
        if one_year:
            first, last = first.split(" ")[0], last.split(" ")[0]
        joined = " and " if len(run) == 2 else " to "
        told.append(first if first == last else f"{first}{joined}{last}")
    return f"{', '.join(told)} {months[0][:4]}" if one_year else ", ".join(told)


def months_alone(months: Sequence[str]) -> str:
    """Write months of one year without it.

    >>> months_alone(["2027-03", "2027-04", "2027-05"])
    'March to May'
    """
    return span_in_words(months).removesuffix(f" {months[0][:4]}")


def _number(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:7]) if len(month) == len("2026-03") else 12 * int(month[:4])


def per_cent(before: float, after: float) -> str:
    """Write a change in per cent, with its sign; nothing where there was nothing before.

    >>> per_cent(22_010_000, 26_810_000), per_cent(1000, 985), per_cent(1000, 999.6), per_cent(0, 5)
    ('+22 %', '−1.5 %', '−0.04 %', '')
    """
    if before <= 0:
        return ""
    change = 100 * (after - before) / before
    digits = 0 if abs(change) >= 10 else 1 if abs(change) >= 0.1 else 2
    return f"{'+' if change > 0 else MINUS}{amount(round(abs(change), digits))} %"


def answers(dossier: Dossier) -> list[tuple[str, str]]:
    """Return the answer of the page: one sentence a law, each with the name of its law."""
    return [(gain.law, answer(dossier, gain)) for gain in dossier.gains]


def answer(dossier: Dossier, gain: Gain) -> str:
    """Tell in one sentence what a household would have more or less."""
    title = dossier.comparison.titles[gain.law]
    several = len({each.household for each in dossier.gains}) > 1
    people = sum(1 for member in dossier.members if member.role)
    who = f"the household {gain.household}" if several else "this family" if people > 1 else "this person"
    when = f"in {day_in_words(dossier.period)}"
    under = f"Under “{title}”"
    if gain.before is None or gain.after is None:
        return f"{under} {who} cannot be compared {when}: part of the law is not modelled."
    more = gain.after - gain.before
    if not more:
        return (
            f"{under} nothing changes for {who} {when}."
            if not _moves(dossier, gain)
            else (f"{under} {who} would have as much {when} as today, but in other months.")
        )
    change = per_cent(gain.before, gain.after)
    told = f"{amount(abs(more))} {dossier.comparison.currency} {'more' if more > 0 else 'less'} {when}"
    return f"{under} {who} would have {told}{f' ({change})' if change else ''}."


def _moves(dossier: Dossier, gain: Gain) -> bool:
    """Tell whether some line differs in some month, though the whole does not."""
    lines = [line for line in dossier.comparison.lines if line.id == gain.household]
    return any(line.reforms[gain.law] != line.baseline for line in lines)


def walk_answer(result: Incentives, curve: Curve) -> str:
    """Tell in one sentence where under a law more leaves the household with less."""
    law = f"Under “{curve.title}”" if curve.title else "Under current law"
    falls = [cliff for cliff in curve.cliffs if cliff.kind is not Kind.END]
    more = "one more child" if result.variable == "children" else "earning more"
    if not falls:
        return f"{law} {more} never leaves this family with less."
    places = ", ".join(amount(cliff.at) for cliff in falls[:-1])
    places = f"{places} and {amount(falls[-1].at)}" if places else amount(falls[-1].at)
    unit = {"children": "children", "hours": "hours a month"}.get(result.variable, f"{result.currency} a month")
    return f"{law} {more} leaves this family with less beyond {places} {unit}."


def person_in_words(member: Member) -> str:
    """Tell who a person is.

    >>> person_in_words(Member("Aziza", "child", "home", None, 2, "female", ()))
    'child, female, 2 years'
    """
    told = [{"other": "other relative"}.get(member.role, member.role), member.sex]
    if member.age is not None:
        told.append(f"{member.age} {'year' if member.age == 1 else 'years'}")
    elif member.born:
        told.append(f"born {day_in_words(member.born.isoformat())}")
    return ", ".join(each for each in told if each)


def fact_in_words(fact: StatedFact) -> str:
    """Tell a stated fact: a statement as it stands, a number with its unit, values by period with their periods.

    >>> spans = ((3200000.0, "2026-09", "2026-11"), (0.0, "2026-12", "2026-12"))
    >>> fact_in_words(StatedFact("Gross wage", "UZS/month", spans))
    'Gross wage: 3,200,000 UZS a month (September to November 2026), 0 (December 2026)'
    >>> fact_in_words(StatedFact("Works formally", "", ((True, "", ""),)))
    'Works formally'
    """
    if len(fact.spans) == 1 and fact.spans[0][0] is True and not fact.spans[0][1]:
        return fact.label
    told = []
    for value, first, last in fact.spans:
        unit = fact.unit if value else ""
        when = f" ({span_of(first, last)})" if first else ""
        told.append(f"{value_in_words(value, unit)}{when}")
    return f"{fact.label}: {', '.join(told)}"


def span_of(first: str, last: str) -> str:
    """Write a span from one period to another."""
    return day_in_words(first) if first == last else span_in_words_between(first, last)


def span_in_words_between(first: str, last: str) -> str:
    """Write a span by its ends.

    >>> span_in_words_between("2026-09", "2026-11"), span_in_words_between("2026-12", "2027-02")
    ('September to November 2026', 'December 2026 to February 2027')
    """
    start, end = day_in_words(first), day_in_words(last)
    return f"{start.removesuffix(first[:4]).strip() if first[:4] == last[:4] else start} to {end}"


def value_in_words(value: Cell, unit: str) -> str:
    """Write a value, a day of the calendar in words."""
    if isinstance(value, str):
        return day_in_words(value) if DAY.fullmatch(value) else value
    return measured(value, unit)


def linked(text: str) -> Markup:
    """Escape a text; make its web addresses links, and what stands between backticks code.

    >>> print(linked("<b>, see https://lex.uz/a?b=1&c, or `rate`."))
    &lt;b&gt;, see <a href="https://lex.uz/a?b=1&amp;c">https://lex.uz/a?b=1&amp;c</a>, or <code>rate</code>.
    """
    parts: list[str] = []
    end = 0
    for found in LINK.finditer(text):
        parts += [_plain(text[end : found.start()]), Markup('<a href="{0}">{0}</a>').format(found[0])]
        end = found.end()
    return Markup("").join([*parts, _plain(text[end:])])


def _plain(text: str) -> Markup:
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(text))))


def assumed_value(value: Cell) -> str:
    """Write a value taken for a fact that was not given.

    >>> assumed_value("not_stated"), assumed_value(False), assumed_value("9999-12-31")
    ('not stated', 'no', 'never')
    """
    return value_in_words(value.replace("_", " ") if isinstance(value, str) else value, "")


def few(names: Sequence[str]) -> str:
    """Name a few, and count the others.

    >>> few(["Ali"]), few(["Ali", "Zulfiya"]), few(["Ali", "Aziza", "Bekzod", "Malika"])
    ('Ali', 'Ali, Zulfiya', 'Ali, Aziza and 2 more')
    """
    return ", ".join(names) if len(names) <= MOST_NAMED else f"{', '.join(names[:2])} and {len(names) - 2} more"


def whose(name: str, dossier: Dossier) -> str:
    """Name whose an amount is: a person by the id, the only household of a situation as such."""
    homes = {member.household for member in dossier.members}
    return "the household" if homes == {name} else name


def cited(acts: Iterable[str], known: Iterable[str]) -> Markup:
    """Write citations, each a link to its act among the references where it stands there."""
    names = set(known)
    told = []
    for act in acts:
        name = act.split(" ")[0]
        told.append(Markup('<a href="#act-{}">{}</a>').format(name, act) if name in names else escape(act))
    return Markup("; ").join(told)
