"""A law that keeps to its rules is found to do so, soon."""

import re
import shutil
from pathlib import Path

from openfisca_country.law.check import KINDS, Finding, check_country
from tests.law.check.faults import CASES, VARIABLES, found_after
from tests.law.fictional import load, write_country


def test_nothing_is_found_in_a_clean_country(tmp_path):
    assert found_after(tmp_path) == []


def test_an_installed_package_without_cases_is_clean_too(tmp_path):
    country = write_country(tmp_path)
    shutil.rmtree(country.tests)
    assert check_country(load(country)) == []


def test_a_country_may_be_written_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = found_after(Path("here"), (VARIABLES, '    label = "Waters the household fishes"\n', ""))
    assert [finding.place for finding in found] == [f"{VARIABLES}: waters"]


def test_a_finding_reads_as_place_and_message():
    finding = Finding("unit", "parameters/atlantis/base/fish_unit.yaml: base.fish_unit", "This value has no unit.")
    assert str(finding) == "parameters/atlantis/base/fish_unit.yaml: base.fish_unit: This value has no unit."


def test_findings_come_by_place_each_once(tmp_path):
    found = found_after(
        tmp_path,
        (VARIABLES, '    label = "Waters the household fishes"\n', ""),
        (VARIABLES, "return household.sum(young &", "young = young & 3 & 3\n        return household.sum(young &"),
        (CASES, "    fish_allowance_children: 1\n", ""),
    )
    assert [(finding.kind, finding.place) for finding in found] == [
        ("untested", f"{VARIABLES}: fish_allowance_children"),
        ("number", f"{VARIABLES}: fish_allowance_children.formula"),
        ("variable", f"{VARIABLES}: waters"),
    ]
    assert all(finding.kind in KINDS and re.search(r"[.?]$", finding.message) for finding in found)
