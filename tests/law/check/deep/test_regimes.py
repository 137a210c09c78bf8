"""Rules by date."""

from openfisca_country.law.check import Finding
from tests.law.check.deep.faults import amount, condition, found_deeply, with_law
from tests.law.check.faults import PARAMETERS, VARIABLES, found_after

INDEX = f"{PARAMETERS}/index.yaml"
ALLOWANCE = f"{VARIABLES}: fish_allowance"
FIRST = (
    VARIABLES,
    '    def formula(household, period, parameters):\n        """The amount for each',
    '    def formula_2021_05_02(household, period, parameters):\n        """The amount for each',
)


def regimes(root, *edits):
    return [each for each in found_deeply(root, *edits) if each.kind == "regime"]


def test_months_of_a_programme_before_its_first_rule(tmp_path):
    (found,) = regimes(tmp_path, FIRST)
    assert found == Finding(
        "regime",
        ALLOWANCE,
        "From 2020-01-01 to 2021-05-01 no formula of `fish_allowance` applies, and `window:` says that the programme"
        " runs: add the rule, or correct the window.",
    )


def test_months_of_one_of_two_amounts_that_may_be_granted(tmp_path):
    both = (INDEX, "[fish_allowance,", "[fish_allowance, probe,")
    right = condition("probe_eligible", 'household("catch_within_limit", period)')
    (found,) = regimes(tmp_path, both, *with_law(right, amount("return 0")))
    assert found.message == (
        "From 2020-01-01 to 2023-12-31 no formula of `probe` applies, and `probe_eligible` has one that may grant it:"
        " begin and end both together."
    )


def test_a_window_that_begins_within_a_month(tmp_path):
    window = (INDEX, "from: 2020-01-01", "from: 2021-04-15")
    assert regimes(tmp_path / "within", FIRST, window)[0].message.startswith("From 2021-05-01 to 2021-05-01 no formula")
    later = (INDEX, "from: 2020-01-01", "from: 2021-05-02")
    assert regimes(tmp_path / "later", FIRST, later) == []


def test_months_of_a_programme_after_its_last_rule(tmp_path):
    end = (VARIABLES, '    label = "Fish allowance"\n', '    label = "Fish allowance"\n    end = "2025-12-31"\n')
    (found,) = regimes(tmp_path, end)
    assert found.message.startswith("From 2026-01-01 no formula of `fish_allowance` applies, and ")
    window = (INDEX, "from: 2020-01-01", "from: 2020-01-01, to: 2025-12-31")
    assert regimes(tmp_path / "ended", end, window) == []


def test_a_programme_that_pays_nothing_has_a_rule_for_a_result(tmp_path):
    variables = (INDEX, "[fish_allowance, fish_allowance_eligible]", "[fish_allowance_eligible, probe]")
    assert regimes(tmp_path, variables, *with_law(amount("return 0"))) == []


def test_a_formula_without_a_month(tmp_path):
    within = (
        "\n\n    def formula_2024_05_02(household, period):\n        return 0\n"
        "\n    def formula_2024_05_20(household, period):\n        return 0\n\n\n"
    )
    assert regimes(tmp_path, *with_law(amount("return 0").rstrip() + within)) == [
        Finding(
            "regime",
            f"{VARIABLES}: probe.formula_2024_05_02",
            "This formula never applies: no month begins between 2024-05-02 and 2024-05-19, its last day;"
            " remove it, or correct its date.",
        )
    ]


def test_a_formula_that_is_over_before_the_window(tmp_path):
    old = amount("return 0").replace("formula_2024(", "formula_2012(").rstrip()
    both = old + "\n\n    def formula_2019(household, period):\n        return 0\n\n\n"
    (found,) = regimes(tmp_path, *with_law(both))
    assert found.message == (
        "This formula never applies: it is over before 2020-01-01, the first day of modelled law;"
        " remove it, or correct its date."
    )


def test_the_plain_check_does_not_look(tmp_path):
    assert "regime" not in {each.kind for each in found_after(tmp_path, FIRST)}
