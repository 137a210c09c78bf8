"""The effects of reforms as a web page: it stands alone, escapes everything, and says what the results say."""

import re
from pathlib import Path

import pytest

from openfisca_country.population.impact_results import Estimate, PovertyLine
from openfisca_country.report.impact_answer import answer
from openfisca_country.report.impact_page import impact_page
from tests.report.impacts import LEVELS, WITHHELD, gainers, impact, line, row
from tests.report.reading import Page

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">'


@pytest.fixture(scope="module")
def written() -> str:
    return impact_page(impact(2))


@pytest.fixture(scope="module")
def page(written: str) -> Page:
    return Page(written)


def plain(page: Page) -> str:
    return page.text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_answer_stands_at_the_top_one_sentence_a_reform(page: Page) -> None:
    """220.4 less 183.2 bn, and 20 + 18 % of persons; 172.7 less 183.2 bn, and 1 + 30 %."""
    text = plain(page)
    assert "“Child allowance for all” costs 37.2 bn UZS in 2026; 38.0 % of persons gain and 2.0 % lose." in text
    assert "“No indexation of pensions in 2026” saves 10.5 bn UZS in 2026; nobody gains and 31.0 % lose." in text
    assert "Poverty: 13.1 % instead of 15.5 % (−2.4 pp; 95 %: −3.5 to −1.3 pp)." in text
    assert "The Gini coefficient: 0.391 instead of 0.402 (−0.011; 95 %: −0.023 to +0.0008), a difference that" in text


def test_a_reform_that_moves_nothing_says_so() -> None:
    still = impact(
        1,
        budget=(line("net_cost", "Benefits less taxes", [5e9, 5e9], "balance"),),
        gainers=(gainers("first", "all", [0.0, 0.0, 1.0, 0.0, 0.0], "all"),),
        deciles=(),
        rows=(row("gini", "Gini coefficient", [0.4, 0.4], error=0.01),),
    )
    text = plain(Page(impact_page(still)))
    assert "costs nothing in 2026; nobody gains or loses." in text
    assert "The Gini coefficient stays at 0.400." in text
    assert "No household has more or less than under current law." in text


def test_what_rests_on_too_few_households_is_not_told() -> None:
    few = impact(1, gainers=(gainers("first", "all", [None] * 5, "all"),))
    assert answer(few, "first").sentence.endswith("who gains and who loses rests on too few households to be told.")


def test_with_several_lines_each_is_named() -> None:
    lines = (PovertyLine("715000", "Minimum consumption", 715_000.0), PovertyLine("1000000", "A million", 1e6))
    text = plain(Page(impact_page(impact(1, lines=lines))))
    assert "Poverty (Minimum consumption): 13.1 % instead of 15.5 %" in text
    assert "Poverty lines, UZS a person and month: Minimum consumption, 715,000; A million, 1,000,000." in text


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


def test_names_within_the_page_are_unique(page: Page) -> None:
    names = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(names) == len(set(names))


def test_hostile_texts_are_text(tmp_path: Path) -> None:
    bad = impact(
        1,
        country=HOSTILE,
        welfare=HOSTILE,
        titles={"first": HOSTILE},
        warnings=(HOSTILE,),
        definitions={"gini": HOSTILE},
        groups={"geo1": HOSTILE},
        lines=(PovertyLine("715000", HOSTILE, 715_000.0), PovertyLine("other", HOSTILE, 1.0)),
        budget=(line("a", HOSTILE, [1e9, 2e9], programme=HOSTILE),),
        rows=(
            row("poverty_headcount", HOSTILE, [0.1, 0.2], subject="715000", subject_label=HOSTILE),
            *(
                row(
                    "poverty_headcount",
                    HOSTILE,
                    [0.1, 0.2],
                    group="geo1",
                    level=each,
                    level_label=HOSTILE,
                    subject="715000",
                )
                for each in ("a", "b")
            ),
        ),
    )
    written = impact_page(bad)
    page = Page(written)
    assert {tag for tag, _ in page.elements} & {"script", "img"} == set()
    assert not any("onerror" in attributes for _, attributes in page.elements)
    assert written.count("<script") == 0
    assert "alert(1)" in page.text  # told, as text


def test_the_budget_shows_what_changes_and_folds_the_rest(written: str, page: Page) -> None:
    text = plain(page)
    assert text.index("Child allowance Allowance for families with children") < text.index("Other payments, taxes and")
    assert text.index("Other payments, taxes and") < text.index("Personal income tax")
    assert "Paid to nobody" not in text
    assert written.count("+37.2") > 0


def test_a_withheld_number_is_two_dots_in_the_tables_and_a_word_in_the_charts(page: Page) -> None:
    assert "Single adult no children, one works, urban .. 120 −9,000" in plain(page)
    assert page.text.count(".. too few households") == 2


def test_every_part_of_the_population_is_in_the_chart_of_poverty(page: Page) -> None:
    words = page.text
    for label, levels in LEVELS.values():
        assert label in words
        for _, name, _, _ in levels:
            assert all(part in words for part in name.split())


def test_a_group_too_large_for_a_chart_is_left_to_the_tables() -> None:
    many = [
        row("poverty_headcount", "Poverty headcount", [0.1, 0.2], group="geo1", level=str(each), subject="715000",
            level_label=f"district {each}")
        for each in range(40)
    ]  # fmt: skip
    assert "district 39" not in impact_page(impact(1, rows=tuple(many)))


def test_each_chart_tells_those_who_do_not_see_it_what_it_shows(page: Page) -> None:
    labels = [attributes.get("aria-label") for tag, attributes in page.elements if tag == "svg"]
    assert len(labels) == 9
    assert all(labels)
    assert "Average gain as a share of income, by tenth of the population, the poorest first" in labels


def test_data_assumptions_definitions_and_stamp_are_on_the_page(page: Page) -> None:
    text = page.text
    assert "One household has no head <b>and</b> is refused." in text
    assert "Is a citizen of the country: yes (3,246 persons)" in text
    assert "wage; 0 to 52,000,000" in text
    assert "Gini coefficient : Twice the area between the curves ( https://example.org/gini )." in text
    assert {"href": "https://example.org/gini"} in [attributes for tag, attributes in page.elements if tag == "a"]
    assert "Law of Uzbekistan, with first, second, verified up to 31 May 2026." in text
    assert "known from a sample of 825; 1 household could not be taken" in text


def test_a_census_has_no_intervals() -> None:
    flat = [type(each)(**{**vars(each), "baseline": Estimate(each.baseline.value)}) for each in impact(1).rows]
    text = plain(Page(impact_page(impact(1, rows=tuple(flat), deciles=()))))
    assert "13.3 to 17.7 %" not in text
    assert "13.3 to 17.7 %" in plain(Page(impact_page(impact(1))))


def test_the_same_results_give_the_same_page(written: str) -> None:
    assert impact_page(impact(2)) == written


def test_a_whole_page_of_withheld_numbers_can_be_written() -> None:
    hidden = [
        type(each)(
            **{
                **vars(each),
                "baseline": WITHHELD,
                "reforms": dict.fromkeys(each.reforms, WITHHELD),
                "differences": dict.fromkeys(each.differences, WITHHELD),
            }
        )
        for each in impact(1).rows
    ]
    text = plain(Page(impact_page(impact(1, rows=tuple(hidden)))))
    assert "Poverty headcount .." in text
