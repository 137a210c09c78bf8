"""Write each country's page from its law, and the README's table of countries: `make docs`."""

from collections import Counter
from pathlib import Path

from openfisca_country import countries, programmes, reforms
from openfisca_country.law.catalogue import load_country
from openfisca_country.law.programmes import dated_values
from openfisca_country.report.pages import countries_overview, country_page

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
    return found


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
