"""Web pages that stand alone: one file each, without scripts, and without anything fetched from elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from openfisca_country.household.curves import Cliff, Incentives
from openfisca_country.household.dossier import Dossier
from openfisca_country.household.results import Assumption, ComparedLine
from openfisca_country.law.catalogue import Change, ReformSummary
from openfisca_country.law.reform_file import ReformProvision
from openfisca_country.report import page_words as words
from openfisca_country.report.charts import curve_chart, in_order, income_chart, numbers_of
from openfisca_country.report.colours import accent
from openfisca_country.report.incentives_table import cliff_in_words, flip_in_words, rows_shown, share
from openfisca_country.report.svg import inline
from openfisca_country.report.words import amount, measured, signed

FEW = 3  # of so many changes of one parameter each is shown; of more, the first and the last


@dataclass(frozen=True)
class Series:
    """The changes of one parameter: those shown, each with a note."""

    path: str
    shown: tuple[tuple[Change, str], ...]


def comparison_page(dossier: Dossier) -> str:
    """Write a report on proposals for one household as one HTML file.

    Args:
        dossier: all that it shows.

    Returns:
        A whole document; every text that came from outside is escaped.

    """
    comparison = dossier.comparison
    laws = ["", *comparison.titles]
    return (
        environment()
        .get_template("comparison.html")
        .render(
            dossier=dossier,
            comparison=comparison,
            result=comparison,
            laws=laws,
            names={"": "Current law", **comparison.titles},
            answers=words.answers(dossier),
            groups=_people(comparison.lines),
            spans=alike([line for line in comparison.lines if line.differs], comparison.periods),
            income=_income_charts(dossier, laws),
            changes={name: by_parameter(summary.changes) for name, summary in dossier.summaries.items()},
            walk=dossier.incentives,
            curves=_curve_charts(dossier.incentives),
            stamp=comparison.stamp,
            instruments=dossier.instruments,
        )
    )


def incentives_page(result: Incentives) -> str:
    """Write the answer of `incentives` as one HTML file."""
    return (
        environment()
        .get_template("incentives.html")
        .render(
            result=result,
            walk=result,
            answers=[words.walk_answer(result, curve) for curve in result.curves],
            laws=[curve.law for curve in result.curves],
            names={curve.law: curve.title or "Current law" for curve in result.curves},
            curves=_curve_charts(result),
            stamp=result.stamp,
            instruments=result.instruments,
        )
    )


def environment() -> Environment:
    """Return what the templates of all pages share: their folder, filters and functions."""
    templates = files("openfisca_country.report") / "templates"
    shared = Environment(
        loader=FileSystemLoader(str(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shared.filters |= {
        "amount": amount,
        "signed": signed,
        "measured": measured,
        "value": words.value_in_words,
        "linked": words.linked,
        "day": words.day_in_words,
        "whose": words.whose,
        "heading": lambda name, dossier: words.whose(name, dossier).replace("the household", "The household"),
        "months": words.span_in_words,
        "months_alone": words.months_alone,
        "person": words.person_in_words,
        "assumed": words.assumed_value,
        "few": words.few,
        "fact": words.fact_in_words,
        "share": share,
        "flip": flip_in_words,
    }
    shared.globals |= {
        "accent": accent,
        "cited": words.cited,
        "cliff": cliff_in_words,
        "cliff_groups": cliff_groups,
        "numbers_of": numbers_of,
        "rows": rows_shown,
        "together": together,
        "differs": _differs,
        "per_cent": words.per_cent,
    }
    shared.tests |= {"of_provision": _of_provision, "in_provisions": _in_provisions}
    return shared


def _people(lines: Sequence[ComparedLine]) -> list[tuple[str, list[ComparedLine]]]:
    """Gather lines by whose they are, in their order."""
    groups: dict[str, list[ComparedLine]] = {}
    for line in lines:
        groups.setdefault(line.id, []).append(line)
    return list(groups.items())


def alike(lines: Sequence[ComparedLine], periods: Sequence[str]) -> list[tuple[str, ...]]:
    """Gather successive months in which every line is the same under every law."""
    found: list[tuple[str, ...]] = []
    shown: list[float | None] | None = None
    for when in periods:
        cells = [values.get(when) for line in lines for values in (line.baseline, *line.reforms.values())]
        if cells == shown:
            found[-1] = (*found[-1], when)
        else:
            found.append((when,))
        shown = cells
    return found


def by_parameter(changes: Sequence[Change]) -> list[Series]:
    """Gather the changes of each parameter; of a long series the first and the last are shown."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.path, []).append(change)
    return [Series(path, _shown(each)) for path, each in found.items()]


def _shown(changes: Sequence[Change]) -> tuple[tuple[Change, str], ...]:
    if len(changes) <= FEW:
        return tuple((change, "") for change in changes)
    count = len(changes)
    return (changes[0], f", first of {count} steps"), (changes[-1], f", last of {count} steps")


def _of_provision(series: Series, provision: ReformProvision) -> bool:
    return series.path in provision.changes


def _in_provisions(series: Series, summary: ReformSummary) -> bool:
    return any(_of_provision(series, provision) for provision in summary.provisions)


def _differs(line: ComparedLine, when: str) -> bool:
    return any(values.get(when) != line.baseline.get(when) for values in line.reforms.values())


def cliff_groups(result: Incentives) -> list[tuple[list[int], tuple[Cliff, ...]]]:
    """Gather the laws under which the same is lost at the same places.

    Returns:
        The places of the laws among the curves, and the cliffs of the first of them.

    """
    groups: list[tuple[list[int], tuple[Cliff, ...]]] = []
    for index, curve in enumerate(result.curves):
        for places, cliffs in groups:
            if [_essence(each) for each in cliffs] == [_essence(each) for each in curve.cliffs]:
                places.append(index)
                break
        else:
            groups.append(([index], curve.cliffs))
    return groups


def _essence(cliff: Cliff) -> Any:
    return cliff.kind, cliff.at, cliff.to, cliff.lost, cliff.recovered, cliff.benefits, cliff.flips


def together(assumed: Sequence[Assumption]) -> list[tuple[str, Any, list[str]]]:
    """Gather assumptions of the same value for several people into one."""
    by_value: dict[tuple[str, Any], list[str]] = {}
    for each in assumed:
        by_value.setdefault((each.label, each.value), []).append(each.id)
    return [(label, value, names) for (label, value), names in by_value.items()]


def _income_charts(dossier: Dossier, laws: Sequence[str]) -> dict[str, Markup]:
    months = dossier.comparison.periods
    if not dossier.sources or len(months) < 2:
        return {}
    sources = in_order(dossier.sources)
    top = max(sum(source.values[month] for source in each) for each in sources.values() for month in months)
    if top <= 0:
        return {}
    charts = {}
    for index, law in enumerate(laws):
        named = ", ".join(source.label for source in sources[law])
        title = f"Income by month under {dossier.comparison.titles.get(law, 'current law')}: {named}"
        charts[law] = inline(income_chart(sources[law], accent(index), top * 1.06, months), f"income{index}", title)
    return charts


def _curve_charts(result: Incentives | None) -> dict[str, Markup]:
    if result is None:
        return {}
    whose = f"along {result.label.lower()} of {result.id}"
    return {
        "net": inline(curve_chart(result, "net"), "net", f"Income after taxes and benefits {whose}"),
        "benefits": inline(curve_chart(result, "benefits"), "benefits", f"All benefits {whose}"),
    }
