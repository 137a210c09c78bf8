"""What the terminal shows fits a page and says what matters."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from openfisca_country.cli import main

FAMILY = Path(__file__).parent.parent.parent / "examples" / "uzbekistan" / "family_in_need.json"


def shown(*arguments: str) -> str:
    result = CliRunner().invoke(main, [*arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("variable", ["child_allowance", "unemployment_benefit", "disposable_income", "material_aid"])
@pytest.mark.parametrize("period", ["2027-01", "2027-08"])
def test_reasons_for_a_family_of_six_take_under_fifty_lines(variable: str, period: str) -> None:
    text = shown("explain", "uzbekistan", str(FAMILY), variable, "--period", period)
    assert len(text.splitlines()) < 50


def test_months_that_are_alike_share_a_column() -> None:
    """Unemployment benefit stops after February, child allowance after June: three columns for twelve months."""
    heading = shown("calculate", "uzbekistan", str(FAMILY), "--period", "2027").splitlines()[1]
    assert heading.split() == ["Jan–Feb", "'27", "Mar–Jun", "'27", "Jul–Dec", "'27"]


def test_a_zero_that_is_a_refusal_says_so() -> None:
    text = shown("explain", "uzbekistan", str(FAMILY), "child_allowance", "--period", "2027-08")
    assert "not eligible" in text.splitlines()[0]
    assert "Would be granted if" in text
