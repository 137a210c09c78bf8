"""The register of instruments: each act known, complete and cited."""

import pytest

from openfisca_country.law.check import Finding
from tests.law.check.faults import PARAMETERS, REGISTER, VARIABLES, found_after
from tests.law.fictional import FILES

AMOUNT = f"{PARAMETERS}/amount.yaml"
NEW_ACT = (
    REGISTER,
    "    FISH2024:",
    "    FEAST2025: {title: Decree on feasts, link: https://law.example/feast}\n    FISH2024:",
)


def test_an_act_that_a_value_cites_is_in_the_register(tmp_path):
    assert found_after(tmp_path, (AMOUNT, "FISH2024 Art. 2", "FISH2042 Art. 2")) == [
        Finding(
            "instrument",
            f"{AMOUNT}: fish_allowance.amount[2024-01-01]",
            '"FISH2042" is not in the register of instruments: add it to index.yaml. Did you mean "FISH2024"?',
        )
    ]


def test_an_act_that_a_variable_cites_is_in_the_register(tmp_path):
    edit = (VARIABLES, 'reference = "FISH2020 Art. 3"', 'reference = ["FISH2020 Art. 3", "UP126 item 3"]')
    assert found_after(tmp_path, edit) == [
        Finding(
            "instrument",
            f"{VARIABLES}: average_catch",
            '"UP126" is not in the register of instruments: add it to index.yaml.',
        )
    ]


def test_a_slip_in_an_act_without_a_number_is_found_too(tmp_path):
    edits = [
        (REGISTER, "    FISH2024:", "    FEAST: {title: Law of feasts, link: https://law.example/f}\n    FISH2024:"),
        (VARIABLES, 'reference = "FISH2020 Art. 3"', 'reference = ["FEAST Art. 1", "FAEST Art. 2"]'),
    ]
    assert found_after(tmp_path, *edits) == [
        Finding(
            "instrument",
            f"{VARIABLES}: average_catch",
            '"FAEST" is not in the register of instruments: add it to index.yaml. Did you mean "FEAST"?',
        )
    ]


@pytest.mark.parametrize("text", ["ILO Convention No. 102, Art. 40", "ISCED 2011", "Canberra Group Handbook (2011)"])
def test_a_variable_may_cite_what_is_no_act(tmp_path, text):
    assert found_after(tmp_path, (VARIABLES, 'reference = "FISH2020 Art. 3"', f'reference = "{text}"')) == []


@pytest.mark.parametrize(
    ("old", "message"),
    [
        ("      title: Law of the sea\n", "This act has no title: add `title:` in English."),
        ("      link: https://law.example/sea\n", "This act has no link: add `link:` to where it can be read."),
    ],
    ids=["title", "link"],
)
def test_an_act_has_title_and_link(tmp_path, old, message):
    assert found_after(tmp_path, (REGISTER, old, "")) == [Finding("instrument", f"{REGISTER}: SEA2020", message)]


def test_an_act_of_the_register_is_cited(tmp_path):
    assert found_after(tmp_path, NEW_ACT) == [
        Finding(
            "instrument", f"{REGISTER}: FEAST2025", "Nothing cites this act: cite it where it applies, or remove it."
        )
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (f"{PARAMETERS}/index.yaml", "- Payment in kind.", "- Payment in kind (FEAST2025, Art. 3)."),
        ("reforms/atlantis/more_fish.yaml", "Proposal of the fishers", "FEAST2025 draft"),
        (VARIABLES, 'reference = "FISH2020 Art. 3"', 'reference = ["FISH2020 Art. 3", "FEAST2025"]'),
    ],
    ids=["a gap", "a reform", "a variable"],
)
def test_gaps_reforms_and_variables_cite_acts_too(tmp_path, file, old, new):
    assert found_after(tmp_path, NEW_ACT, (file, old, new)) == []
    assert "FEAST2025" not in FILES[file]
