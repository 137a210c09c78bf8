"""The report as a web page: it stands alone, escapes everything, and says what the numbers say."""

import json
import re
from pathlib import Path

import pytest

from openfisca_country import dossier
from openfisca_country.household.dossier import Dossier
from openfisca_country.report.page import comparison_page
from openfisca_country.report.words import amount
from tests.report.reading import CLAIMANT, Page, household


@pytest.fixture(scope="module")
def found(drafts: list[str]) -> Dossier:
    return dossier("uzbekistan", household(), drafts, "2026")


@pytest.fixture(scope="module")
def written(found: Dossier) -> str:
    return comparison_page(found)


@pytest.fixture(scope="module")
def page(written: str) -> Page:
    return Page(written)


def test_the_answer_stands_at_the_top_one_sentence_a_proposal(page: Page) -> None:
    """Today 6,000,000 in January and February, beside 44,000,000 a month of the spouse: 534,000,000."""
    assert "Under “Five months of benefit” this family would have 6,000,000 UZS more in 2026 (+1.1 %)." in page.text
    assert "Under “One month of benefit” this family would have 6,000,000 UZS less in 2026 (−1.1 %)." in page.text
    assert "Unemployment benefit of rustam: 3,000,000 instead of 0 UZS a month, March and April 2026." in page.text
    assert page.text.index("Under “Five months") < page.text.index("The proposals")


def test_a_person_alone_is_no_family(drafts: list[str]) -> None:
    lone = {"persons": {"rustam": {**CLAIMANT, "property_income": 9e9}}, "households": {"home": {"head": ["rustam"]}}}
    text = Page(comparison_page(dossier("uzbekistan", lone, drafts[:1], "2026-03"))).text
    assert "this person would have 3,000,000 UZS more in March 2026 (+0.04 %)." in text


def test_a_reform_that_changes_nothing_says_so(drafts: list[str]) -> None:
    employed = {"persons": {"a": {"birth_date": "1990-01-01", "wage": 5e6}}, "households": {"h": {"head": ["a"]}}}
    text = Page(comparison_page(dossier("uzbekistan", employed, drafts[:1], "2026"))).text
    assert "Under “Five months of benefit” nothing changes for this person in 2026." in text


def test_the_page_stands_alone(written: str, page: Page) -> None:
    for tag, attributes in page.elements:
        assert tag not in {"script", "link", "iframe", "object", "embed", "img", "base"}
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            if name in {"src", "href", "xlink:href", "srcset", "data", "action"}:
                outside = str(value).startswith(("http://", "https://")) and tag == "a" and name == "href"
                assert outside or str(value).startswith("#"), (tag, name, value)
    assert "@import" not in written
    assert not re.search(r"url\((?!#)", written)


def test_it_is_made_for_phones_and_for_paper(written: str, page: Page) -> None:
    metas = [attributes for tag, attributes in page.elements if tag == "meta"]
    assert {"charset": "utf-8"} in metas
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in metas
    assert "size: A4" in written
    assert written.startswith("<!doctype html>")


def test_every_link_within_the_page_leads_somewhere_and_no_name_stands_twice(page: Page) -> None:
    names = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(names) == len(set(names))
    for tag, attributes in page.elements:
        target = str(attributes.get("href", ""))
        if target.startswith("#"):
            assert target[1:] in names, (tag, target)


def test_every_changed_line_and_both_its_amounts_are_there(found: Dossier, page: Page) -> None:
    changed = [line for line in found.comparison.lines if line.differs]
    assert {line.variable for line in changed} == {"unemployment_benefit", "benefits", "disposable_income"}
    for line in changed:
        assert line.label in page.text
        for law in ("", *found.comparison.titles):
            assert amount(line.total(law)) in page.text


def test_every_act_cited_is_a_link_to_its_text(found: Dossier, page: Page) -> None:
    assert "UP126" in found.instruments
    links = {attributes.get("href") for tag, attributes in page.elements if tag == "a"}
    names = {attributes.get("id") for _, attributes in page.elements}
    for act in found.instruments.values():
        assert f"act-{act.id}" in names
        assert act.link in links
        assert act.title in page.text


def test_the_proposal_stands_with_its_source_and_its_change_old_beside_new(page: Page) -> None:
    assert ("a", {"href": "https://example.org/draft?a=1&b=2"}) in page.elements
    assert "Number of months paid 1 November 2025 3 months 5 months" in page.text
    assert "code" in [tag for tag, _ in page.elements]


def test_the_reason_names_the_condition_that_switches_and_the_figure_that_changed(page: Page) -> None:
    assert "Now met: Within the time for which unemployment benefit is paid" in page.text
    assert "No longer met: Within the time for which unemployment benefit is paid" in page.text
    assert "Number of months paid ( UP126 item 3 ) 3 months 5 months" in page.text


def test_the_household_is_told_in_words(page: Page) -> None:
    assert "rustam , head, male, 40 years" in page.text
    assert "Recognised and registered as unemployed by the employment service" in page.text
    assert "Day the last employment ended: 10 November 2025" in page.text


def test_the_months_that_are_alike_stand_together(page: Page) -> None:
    assert "March and April 0 3,000,000 +3,000,000" in page.text
    assert "May to December" in page.text


def test_the_charts_carry_text_and_words_for_those_who_do_not_see_them(page: Page) -> None:
    charts = [attributes for tag, attributes in page.elements if tag == "svg"]
    assert len(charts) == 3 + 2
    assert all(chart["role"] == "img" and chart["aria-label"] for chart in charts)
    assert "Income by month under current law: Own income after taxes" in str(charts[0]["aria-label"])
    assert "Gross wage from formal employment, zebo" in page.text


def test_warnings_assumptions_and_stamp_are_there(found: Dossier, page: Page) -> None:
    assert all(warning in page.text for warning in found.comparison.warnings)
    assert "Not known, and assumed" in page.text
    assert f"openfisca-country {found.comparison.stamp.package}" in page.text
    assert "with five, one, verified up to 31 May 2026" in page.text


def test_the_same_question_gives_the_same_page(found: Dossier, written: str) -> None:
    assert comparison_page(found) == written


def test_the_provisions_of_a_draft_stand_with_what_each_changes(tmp_path: Path) -> None:
    path = tmp_path / "act.yaml"
    draft = {
        "name": "act",
        "country": "uzbekistan",
        "title": "A draft act",
        "sponsor": "the Ministry of Employment",
        "link": "https://example.org/act",
        "parameters": {"unemployment_benefit.maximum_months": {"2025-11-01": 5}},
        "provisions": [
            {
                "title": "Longer payment",
                "article": "Art. 2",
                "text": "Three months become five.",
                "changes": ["unemployment_benefit.maximum_months"],
            }
        ],
    }
    path.write_text(json.dumps(draft))
    read = Page(comparison_page(dossier("uzbekistan", household(), [str(path)], "2026-03")))
    assert "Proposed by the Ministry of Employment." in read.text
    assert ("a", {"href": "https://example.org/act"}) in read.elements
    assert "Art. 2 Longer payment Three months become five." in read.text
    assert read.text.count("1 November 2025 3 months 5 months") == 1


def test_two_households_are_told_apart(drafts: list[str]) -> None:
    asked = household()
    asked["persons"]["ali"] = {"birth_date": "1990-01-01", "wage": 50_000_000}
    asked["households"]["next door"] = {"head": ["ali"]}
    text = Page(comparison_page(dossier("uzbekistan", asked, drafts[:1], "2026"))).text
    assert "the household home would have 6,000,000 UZS more in 2026" in text
    assert "Under “Five months of benefit” nothing changes for the household next door in 2026." in text
