"""A country's page of the documentation, made from the law itself so that it cannot claim more than is there."""

from collections import Counter

from openfisca_country.law import Programme
from openfisca_country.law.catalogue import CountrySummary, ReformSummary
from openfisca_country.report.words import amount


def country_page(
    summary: CountrySummary,
    programmes: list[Programme],
    reforms: list[ReformSummary],
    confidences: Counter[str],
    acts: dict[str, str],
) -> str:
    """Write the state of a country's law as Markdown.

    Args:
        summary: the country.
        programmes: with their gaps.
        reforms: that ship.
        confidences: how many values of each confidence.
        acts: title and link of each act, by id, as Markdown.

    """
    values = sum(confidences.values())
    shares = ", ".join(f"{count} {word}" for word, count in confidences.most_common())
    lines = [
        f"# {summary.title}: the state of the law",
        "",
        "This page is made from the law as encoded (`make docs`); do not edit it.",
        "",
        f"Amounts in {summary.currency}. Law modelled from {summary.law_from}, verified up to {summary.verified}. "
        f"{len(programmes)} programmes, {values} dated values ({shares}), {len(reforms)} reforms.",
        "",
        "An answer before a programme's first month is *not modelled* or *not in the law*, never zero; "
        "an answer after the day of verification carries a warning. "
        "Every answer carries the weakest confidence of the values it rests on.",
        "",
    ]
    branch = ""
    for programme in programmes:
        if programme.branch != branch:
            branch = programme.branch
            lines += [f"## {branch.capitalize()}", ""]
        lines += _programme(programme)
    lines += ["## Reforms", ""]
    for reform in reforms:
        lines += [f"- **`{reform.name}`**: {reform.title}. {reform.description}".rstrip()]
    cited = sorted({act for programme in programmes for act in programme.acts})
    lines += ["", "## Acts", ""]
    lines += [f"- `{act}`: {acts[act]}" for act in cited if act in acts]
    return "\n".join(lines) + "\n"


def _programme(programme: Programme) -> list[str]:
    names = ", ".join(f"{label} ({language})" for language, label in programme.labels.items())
    window = f"from {programme.start}" if programme.start else ""
    window += f" to {programme.end}" if programme.end else ""
    lines = [
        f"### {programme.title}",
        "",
        f"`{programme.name}`, {window}{'; older law is not modelled' if programme.older_law else ''}. "
        f"For: {programme.beneficiaries}.",
        "",
    ]
    if names:
        lines += [f"{names}.", ""]
    lines += [f"Results: {', '.join(f'`{name}`' for name in programme.variables)}.", ""]
    if programme.acts:
        lines += [f"Acts: {', '.join(f'`{act}`' for act in programme.acts)}.", ""]
    if programme.gaps:
        lines += ["Not modelled:", "", *[f"- {gap}" for gap in programme.gaps], ""]
    return lines


def countries_overview(summaries: list[CountrySummary]) -> str:
    """Write one Markdown table of the countries, as the README shows it."""
    lines = ["| country | currency | law from | verified | programmes | reforms |", "|---|---|---|---|---|---|"]
    lines += [
        f"| [{each.title}](docs/countries/{each.name}.md) | {each.currency} | {each.law_from:%Y-%m} | {each.verified} "
        f"| {amount(each.programmes)} | {amount(each.reforms)} |"
        for each in summaries
    ]
    return "\n".join(lines) + "\n"
