"""A country is folders and a module: one built in a temporary place runs every command, the machinery untouched."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from openfisca_country.cli import main
from tests.law.fictional import write_country

MODULE = """
import datetime
from pathlib import Path
from openfisca_country.law import Country, CountrySystem


class CountryTaxBenefitSystem(CountrySystem):
    country = Country(
        name="atlantis", title="Atlantis", iso="XA", currency="XAT", languages=("el",),
        verified=datetime.date({day}), root=Path({root!r}),
    )
"""


@pytest.fixture
def atlantis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    country = write_country(tmp_path / "law")
    package = tmp_path / "packages" / "sunken"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    day = country.verified
    (package / "atlantis.py").write_text(
        MODULE.format(root=str(country.home), day=f"{day.year}, {day.month}, {day.day}")
    )
    monkeypatch.syspath_prepend(str(package.parent))
    for name in ("sunken", "sunken.atlantis"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return "sunken.atlantis"


@pytest.fixture
def family(tmp_path: Path) -> str:
    path = tmp_path / "family.json"
    path.write_text(
        json.dumps(
            {
                "persons": {"mother": {"birth_date": "1990-01-01"}, "child": {"birth_date": "2020-01-01"}},
                "households": {"home": {"head": ["mother"], "children": ["child"]}},
            }
        )
    )
    return str(path)


def answer(*arguments: str) -> Any:
    result = CliRunner().invoke(main, [*arguments, "--format", "json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_every_command_runs_on_a_country_from_elsewhere(atlantis: str, family: str) -> None:
    assert [each["name"] for each in answer("programmes", atlantis)] == ["fish_allowance"]
    assert {each["name"] for each in answer("reforms", atlantis)} == {"more_fish", "fish_for_all"}
    assert answer("check", atlantis) == {"atlantis": []}
    lines = answer("calculate", atlantis, family, "--period", "2025-03")["lines"]
    assert {line["variable"]: line["values"] for line in lines}["fish_allowance"] == {"2025-03": 900}
    compared = answer("compare", atlantis, family, "--reform", "more_fish", "--period", "2026-02")["lines"]
    assert [
        line["baseline"] != line["reforms"]["more_fish"] for line in compared if line["variable"] == "fish_allowance"
    ]
    explained = answer("explain", atlantis, family, "fish_allowance", "--period", "2025-03")
    assert (explained["value"], explained["confidence"]) == (900, "press")
