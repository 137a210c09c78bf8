"""The answer of `incentives` as a web page; and names that would do harm if they were not escaped, on both pages."""

import json
from pathlib import Path

from openfisca_country import dossier, incentives
from openfisca_country.report.page import comparison_page, incentives_page
from tests.report.reading import CLAIMANT, Page, household

MALICE = "<script>alert(\"x\")</script> $x^2$ & 'q'"


def test_malicious_names_are_text(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    draft = {
        "name": MALICE,
        "country": "uzbekistan",
        "title": MALICE,
        "reference": "javascript:alert(1)",
        "description": MALICE,
        "parameters": {"unemployment_benefit.maximum_months": {"2025-11-01": 5}},
    }
    path.write_text(json.dumps(draft))
    asked = household(MALICE, "</style><b onclick='x'>")
    asked["persons"][MALICE] = {**CLAIMANT, "wage": 4_000_000}
    asked["persons"]["zebo"]["wage"] = 0
    for text in (
        comparison_page(dossier("uzbekistan", asked, [str(path)], "2026")),
        incentives_page(incentives("uzbekistan", asked, period="2026-03", reforms=[str(path)], end=9e6)),
    ):
        read = Page(text)
        assert "script" not in {tag for tag, _ in read.elements}
        assert "onclick" not in {name for _, each in read.elements for name in each}
        assert "<script" not in text
        assert "javascript:" not in {str(value)[:11] for _, each in read.elements for value in each.values()}
        assert MALICE in read.text


def test_the_page_of_incentives_tells_where_more_work_leaves_less() -> None:
    family = {
        "persons": {
            "father": {"birth_date": "1988-02-11", "wage": 1_000_000, "is_formally_employed": True},
            "mother": {"birth_date": "1991-07-30", "cares_for_small_or_disabled_child": True},
            "elder": {"birth_date": "2018-10-05"},
            "younger": {"birth_date": "2023-10-05"},
        },
        "households": {
            "home": {
                "head": ["father"],
                "spouse": ["mother"],
                "children": ["elder", "younger"],
                "borderline_transfer_date": "2026-12-15",
            }
        },
    }
    answer = incentives("uzbekistan", family, period="2027-03", reforms=["borderline_taper"])
    text = Page(incentives_page(answer)).text
    assert (
        "Under current law earning more leaves this family with less beyond 2,859,999, 3,575,000 and 4,290,000 UZS"
        in text
    )
    assert "Under “A linear taper for borderline families” earning more never leaves this family with less." in text
    assert "Beyond 4,290,000: 220,000 UZS less a month" in text


def test_the_page_along_the_number_of_children_has_no_tax_rates() -> None:
    family = {
        "persons": {"mother": {"birth_date": "1991-07-30", "wage": 1e6}, "child": {"birth_date": "2018-10-05"}},
        "households": {"home": {"head": ["mother"], "children": ["child"]}},
    }
    text = Page(incentives_page(incentives("uzbekistan", family, period="2027-03", children=range(4)))).text
    assert "Under current law one more child never leaves this family with less." in text
    assert "Marginal tax rate" not in text
