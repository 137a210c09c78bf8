"""The deep check as people call it."""

import json

import pytest
from click.testing import CliRunner

from openfisca_country.cli import main
from openfisca_country.law import catalogue
from tests.law.check.deep.faults import written
from tests.law.check.faults import CASES

OLD = (CASES, "  period: 2022-03\n", "  period: 2024-03\n")


@pytest.fixture
def run(tmp_path, monkeypatch):
    def call(*arguments, edits=()):
        system = written(tmp_path, *edits)
        monkeypatch.setattr(catalogue, "load_country", lambda _: system)
        return CliRunner().invoke(main, ["check", "atlantis", *arguments])

    return call


def test_clean(run):
    result = run("--deep", "--verbose")
    assert (result.exit_code, result.output) == (0, "✓ atlantis: nothing found\n")


def test_faults(run):
    result = run("--deep", edits=[(CASES, "  output: {fish_allowance: 900}", "  output: {catch_within_limit: true}")])
    assert result.exit_code == 1
    assert "✗ atlantis: 1 found" in result.output
    assert "fish_allowance.factor.shallow" in result.output


def test_what_is_noted_is_no_fault(run):
    result = run("--deep", "--verbose", edits=[OLD])
    assert result.exit_code == 0
    assert "✓ atlantis: nothing found\nNote: parameters/atlantis/base/fish_unit.yaml: base.fish_unit[2020-01-01]:" in (
        result.output
    )


def test_as_json(run):
    result = run("--deep", "--verbose", "--format", "json", edits=[OLD])
    assert [each["kind"] for each in json.loads(result.output)["atlantis"]] == ["note", "note"]


def test_the_plain_check_stays_plain(run):
    assert run(edits=[OLD]).exit_code == 0
