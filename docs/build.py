"""Write each country's page from its law, and the README's table of countries: `make docs`."""

import inspect
import re
from collections import Counter
from pathlib import Path

from openfisca_country import countries, programmes, reforms
from openfisca_country.household import results
from openfisca_country.household.curves import BenefitStep, Cliff, Curve, Flip, Incentives
from openfisca_country.household.missing import Missing, MissingFact, Prospect
from openfisca_country.law.catalogue import Change, CountrySummary, ReformSummary, load_country
from openfisca_country.law.history import ActInLaw, ChangeOfLaw, Provision
from openfisca_country.law.instruments import Instrument
from openfisca_country.law.programmes import Programme, dated_values
from openfisca_country.population.impact_results import Estimate, Impact, IndicatorRow
from openfisca_country.population.run_results import OutputColumn, RunResult, Total
from openfisca_country.population.tables.data_report import DataReport
from openfisca_country.report.pages import countries_overview, country_page

RESULTS = (
    results.Calculation,
    results.Comparison,
    results.ComparedLine,
    results.Explanation,
    results.Condition,
    results.Figure,
    results.Step,
    results.TurningChange,
    Missing,
    Prospect,
    MissingFact,
    results.Line,
    results.Assumption,
    results.Stamp,
    ChangeOfLaw,
    ActInLaw,
    Provision,
    Instrument,
    CountrySummary,
    Programme,
    ReformSummary,
    Change,
    Incentives,
    Curve,
    Cliff,
    BenefitStep,
    Flip,
    RunResult,
    OutputColumn,
    Total,
    Impact,
    IndicatorRow,
    Estimate,
    DataReport,
)
ROOT = Path(__file__).parent.parent
START, END = "<!-- countries -->\n", "<!-- end of countries -->"


def pages() -> dict[Path, str]:
    """Return every generated page, by its path."""
    summaries = countries()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    before, rest = readme.split(START)
    found = {ROOT / "README.md": before + START + countries_overview(summaries) + END + rest.split(END)[1]}
    for summary in summaries:
        system = load_country(summary.name)
        acts = {
            name: f"[{act.title}]({act.link})" if act.link else act.title
            for name, act in system.book.instruments.items()
        }
        found[ROOT / "docs" / "countries" / f"{summary.name}.md"] = country_page(
            summary,
            programmes(summary.name),
            reforms(summary.name),
            Counter(str(value.metadata.get("confidence")) for value in dated_values(system.parameters)),
            acts,
        )
    found[ROOT / "docs" / "json.md"] = json_page()
    return found


def json_page() -> str:
    """Write the parts of each JSON answer, from the docstrings of the typed results."""
    lines = [
        "# The answers as JSON",
        "",
        "Every command prints JSON with `--format json`. An object starts with `schema`, the name and version of",
        "its form, such as `explanation/1`: store it with the answer. A version changes when a part is renamed,",
        "removed or comes to mean something else; new parts may join without notice. Days are text (`2026-05-31`),",
        "amounts numbers in whole units of the national currency. This page is made from the code (`make docs`).",
        "",
    ]
    for kind in RESULTS:
        title, _, rest = (inspect.getdoc(kind) or "").partition("\n\n")
        lines += [f"## {kind.__name__}", "", " ".join(title.split()), "", "| part | what it is |", "|---|---|"]
        attributes = rest.partition("Attributes:\n")[2].partition("\n\n")[0]
        for name, text in re.findall(r"^    (\w+): ((?:.|\n        )+)", attributes, re.MULTILINE):
            lines.append(f"| `{name}` | {' '.join(text.split())} |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
