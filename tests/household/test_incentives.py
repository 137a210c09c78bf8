"""`incentives`: a household along a range of one person's wages, and the cliffs found there."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from openfisca_country import calculate, incentives
from openfisca_country.cli import main
from openfisca_country.household import crowd
from openfisca_country.household.curves import Incentives, Kind
from openfisca_country.law import LawError

MONTH = "2027-03"
# Four people and a minimum consumption expenditure of 715,000: 2,860,000 is the line, 4,290,000 one and a half of it.
# Two children of three and more: 275,000 + 165,000 = 440,000 in full, three quarters and a half of it above the line.
FAMILY: dict[str, Any] = {
    "persons": {
        "father": {"birth_date": "1988-02-11", "is_formally_employed": True, "wage": 3_400_000},
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
# A spouse who earns well rules out every means-tested benefit, whatever the wage of the other.
SPOUSE = {"birth_date": "1990-01-01", "wage": 50_000_000}
COUPLE = {
    "persons": {"ali": {"birth_date": "1990-05-12"}, "zebo": SPOUSE},
    "households": {"home": {"head": ["ali"], "spouse": ["zebo"]}},
}
REFORMS = ["smooth_borderline", "borderline_taper"]


@pytest.fixture(scope="module")
def answer() -> Incentives:
    return incentives("uzbekistan", FAMILY, "father", end=6_000_000, period=MONTH, reforms=REFORMS)


def alone(wage: float, reform: str = "") -> dict[str, float]:
    """Every amount of the household in a run of its own, the wage written once for all months."""
    family = copy.deepcopy(FAMILY)
    family["persons"]["father"]["wage"] = wage
    found = calculate("uzbekistan", family, MONTH, [reform] if reform else [])
    return {line.variable: line.total for line in found.lines if line.entity == "households"}


@pytest.mark.parametrize("index", [0, 1, 476, 477, 595, 596, 715, 716, 1000])
def test_a_point_is_what_the_household_gets_alone(answer: Incentives, index: int) -> None:
    for curve in answer.curves:
        single = alone(answer.values[index], curve.law)
        assert curve.net[index] == single["disposable_income"]
        assert curve.taxes[index] == single["taxes_and_contributions"]
        assert curve.benefits["child_allowance"][index] == single.get("child_allowance", 0)
        assert sum(values[index] for values in curve.benefits.values()) == single["benefits"]


def test_both_ends_are_walked_and_the_steps_are_even(answer: Incentives) -> None:
    assert (answer.values[0], answer.values[-1], len(answer.values)) == (0, 6_000_000, 1001)
    assert answer.values[1] == 6_000
    assert [curve.law for curve in answer.curves] == ["", *REFORMS]
    assert (answer.id, answer.label, answer.present) == ("father", "Gross wage from formal employment", 3_400_000)


def test_a_thousand_points_are_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    copies: list[int] = []

    class Counted(crowd.Crowd):
        def __init__(self, system: Any, situation: Any, count: int) -> None:
            copies.append(count)
            super().__init__(system, situation, count)

    monkeypatch.setattr(crowd, "Crowd", Counted)
    incentives("uzbekistan", COUPLE, "ali", end=1_000_000, period=MONTH)
    assert copies == [1002]  # the thousand and one of the range, and the one at zero


def test_the_flat_tax_of_12_per_cent_is_the_marginal_rate_of_people_without_benefits() -> None:
    answer = incentives("uzbekistan", COUPLE, "ali", end=10_000_000, period=MONTH)
    (curve,) = answer.curves
    assert set(curve.marginal_rate[:-1]) == {0.12}
    assert curve.marginal_rate[-1] is None
    assert set(curve.participation_tax_rate[1:]) == {0.12}
    assert curve.participation_tax_rate[0] is None
    assert (curve.benefits, curve.cliffs) == ({}, ())


def test_the_flat_tax_is_the_marginal_rate_of_a_family_between_its_cliffs(answer: Incentives) -> None:
    current = answer.curves[0]
    others = [rate for rate in current.marginal_rate[:-1] if rate != 0.12]
    assert len(others) == 3
    assert min(others) > 1  # each step over a cliff takes more than it earns


def test_the_participation_tax_rate_counts_what_the_family_would_have_without_the_wage(answer: Incentives) -> None:
    """At 4,800,000: tax of 576,000, and the allowance of 440,000 that the family would have had."""
    current = answer.curves[0]
    at = answer.values.index(4_800_000)
    assert current.participation_tax_rate[at] == pytest.approx((576_000 + 440_000) / 4_800_000)


def test_a_cliff_stands_at_exactly_one_and_a_half_times_the_minimum_consumption(answer: Incentives) -> None:
    """4 x 1.5 x 715,000 = 4,290,000 is still within; one more ends a half of 440,000."""
    last = answer.curves[0].cliffs[-1]
    assert (last.kind, last.at, last.to) == (Kind.FALL, 4_290_000, 4_290_001)
    assert (last.before, last.after) == (0.88 * 4_290_000 + 220_000, 4_290_001 - 514_800)
    assert [(step.variable, step.before, step.after) for step in last.benefits] == [("child_allowance", 220_000, 0)]
    (flip,) = last.flips
    assert (flip.variable, flip.before, flip.after, flip.acts) == ("in_borderline_range", True, False, ("UP258",))


def test_each_step_of_the_law_is_a_cliff_named_by_its_condition_or_its_figure(answer: Incentives) -> None:
    first, second, third = answer.curves[0].cliffs
    assert [each.at for each in (first, second, third)] == [2_859_999, 3_575_000, 4_290_000]
    assert first.flips[0].variable == "below_poverty_line"  # what turns from met to failed stands first
    assert [(flip.variable, flip.before, flip.after) for flip in second.flips] == [
        ("register_benefit_share", 0.75, 0.5)
    ]
    assert second.flips[0].acts == ("UP258", "PKM35")


def test_a_loss_is_made_good_where_income_is_again_what_it_was(answer: Incentives) -> None:
    """3,995,200 before the last cliff is 88 % of 4,540,000."""
    assert answer.curves[0].cliffs[-1].recovered == 4_540_000


def test_a_reform_in_the_same_result_has_its_own_cliffs(answer: Incentives) -> None:
    smooth, taper = answer.curves[1:]
    assert [cliff.at for cliff in smooth.cliffs] == [2_859_999, 4_290_000]
    assert smooth.cliffs[-1].benefits[0].before == 275_000
    assert [cliff.kind for cliff in taper.cliffs] == [Kind.END]  # the taper runs out: an end, and no fall
    assert max(rate for rate in taper.marginal_rate if rate is not None) < 1


def test_a_coarse_range_does_not_walk_over_a_cliff() -> None:
    answer = incentives("uzbekistan", FAMILY, "father", end=6_000_000, points=3, period=MONTH)
    assert answer.values == (0, 2_000_000, 4_000_000, 6_000_000)
    assert [cliff.at for cliff in answer.curves[0].cliffs] == [2_859_999, 3_575_000, 4_290_000]


def test_the_wage_holds_in_the_months_that_a_means_test_looks_back_to() -> None:
    family = copy.deepcopy(FAMILY)
    family["persons"]["father"]["wage"] = dict.fromkeys(["2026-11", "2026-12", "2027-01", "2027-02", MONTH], 9_000_000)
    walked = incentives("uzbekistan", family, "father", end=6_000_000, points=2, period=MONTH)
    assert walked.curves[0].benefits["child_allowance"] == (440_000, 330_000, 0)


def test_by_default_the_earner_is_walked_past_the_last_cliff() -> None:
    answer = incentives("uzbekistan", FAMILY, period=MONTH)
    assert answer.id == "father"
    assert answer.values[-1] > 4_290_000
    assert all(float(value).is_integer() for value in answer.values)


def test_along_hours_at_an_hourly_wage() -> None:
    """4,290,000 at 25,000 an hour are 171.6 hours."""
    answer = incentives("uzbekistan", FAMILY, "father", end=200, points=200, period=MONTH, hourly_wage=25_000)
    assert (answer.variable, answer.unit, answer.hourly_wage) == ("hours", "hour/month", 25_000)
    assert answer.curves[0].net[100] == alone(2_500_000)["disposable_income"]
    assert answer.curves[0].marginal_rate[10] == 0.12
    assert answer.curves[0].cliffs[-1].at == 171.6


def test_along_the_number_of_children() -> None:
    """At 3,400,000: for two people and three the line is passed by far; four are borderline, six and more are poor."""
    answer = incentives("uzbekistan", FAMILY, period=MONTH, reforms=["smooth_borderline"], children=range(5))
    assert answer.values == (0, 1, 2, 3, 4)
    assert answer.present == 2
    assert answer.curves[0].benefits["child_allowance"] == (0, 0, 330_000, 550_000, 660_000)
    assert answer.curves[1].benefits["child_allowance"] == (0, 0, 275_000, 550_000, 660_000)
    assert answer.curves[0].net[2] == alone(3_400_000)["disposable_income"]
    assert set(answer.curves[0].marginal_rate) == {None}


def test_facts_that_come_with_work_hold_wherever_the_wage_is_above_zero() -> None:
    claimant = {
        "persons": {
            "rustam": {
                "birth_date": "1985-03-01",
                "is_registered_unemployed": True,
                "job_loss_date": "2025-11-10",
                "unemployment_registration_date": "2025-11-24",
                "worked_months_in_lookback": 30,
                "previous_average_wage": 6_000_000,
            },
            "zebo": SPOUSE,
        },
        "households": {"home": {"head": ["rustam"], "spouse": ["zebo"]}},
    }
    answer = incentives(
        "uzbekistan", claimant, "rustam", end=5_000_000, period="2026-01", facts={"is_registered_unemployed": False}
    )
    (curve,) = answer.curves
    assert curve.benefits["unemployment_benefit"][:2] == (3_000_000, 0)
    (cliff,) = curve.cliffs
    assert (cliff.at, cliff.to) == (0, 1)
    assert cliff.flips[0].variable == "recognised_as_unemployed"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"of": "fathr"}, 'of: "fathr" is not one of the persons. Did you mean "father"?'),
        ({"variable": "waeg"}, 'variable: "waeg" is not a variable of this law. Did you mean "wage"?'),
        ({"variable": "benefits"}, "variable: benefits is not a monthly number of a person, such as wage."),
        ({"variable": "sex"}, "variable: sex is not a monthly number of a person"),
        ({"period": "2027"}, "period: 2027 is a year: name one month, as 2027-01."),
        ({"start": 5, "end": 5}, "end: 5 does not lie above the start of the range, 5."),
        ({"start": -1}, "start: -1 is not a value of zero or more."),
        ({"end": float("nan")}, "end: nan does not lie above"),
        ({"points": 0}, "points: 0 steps: choose from 1 to 100000."),
        ({"hourly_wage": 0}, "hourly wage: 0 is not a wage above zero."),
        ({"variable": "insured_months", "hourly_wage": 5}, "hourly wage: insured_months is no sum of money"),
        ({"facts": {"waeg": 1}}, 'facts: "waeg" is not a variable of this law.'),
        (
            {"facts": {"real_estate_objects": 1}},
            "facts: real_estate_objects is a variable of households, not of a person.",
        ),
        ({"facts": {"is_student": "yes"}}, "facts.is_student: expected true or false"),
        ({"reforms": ["smooth_bordrline"]}, 'Did you mean "smooth_borderline"?'),
        ({"children": [1]}, "children: give at least two numbers of children"),
        ({"children": [0, 21]}, "children: 21 is not a number of children from 0 to 20."),
    ],
)
def test_a_wrong_question_gets_one_sentence(asked: dict[str, Any], told: str) -> None:
    with pytest.raises(LawError) as error:
        incentives("uzbekistan", FAMILY, **{"period": MONTH, **asked})
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_range_that_cannot_be_guessed_is_asked_for() -> None:
    with pytest.raises(LawError, match="say how far the range goes"):
        incentives("uzbekistan", COUPLE, "ali", period=MONTH)
    with pytest.raises(LawError, match="has no child that could be copied"):
        incentives("uzbekistan", COUPLE, period=MONTH, children=range(3))


@pytest.fixture
def family(tmp_path: Path) -> str:
    path = tmp_path / "family.json"
    path.write_text(json.dumps(FAMILY))
    return str(path)


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["incentives", "uzbekistan", *arguments])
    assert result.exit_code == code, result.output
    return result.output


def test_the_command_prints_a_dozen_rows_and_the_cliffs(family: str) -> None:
    told = run(family, "--of", "father", "--period", MONTH, "--to", "6000000", "--reform", "borderline_taper")
    rows = [line for line in told.splitlines() if line.strip()[:1].isdigit() and "%" in line]
    assert len(rows) == 2 * 11
    assert (
        "Beyond 4,290,000: 220,000 UZS less a month (Child allowance 220,000 → 0); made good from 4,540,000 on." in told
    )
    assert "No longer: Family income per member is from one to one and a half times" in told


def test_the_command_answers_in_json(family: str) -> None:
    told = json.loads(run(family, "--period", MONTH, "--to", "100", "--points", "2", "--format", "json"))
    assert told["values"] == [0, 50, 100]
    assert json.loads(run(family, "--period", MONTH, "--children", "3", "--format", "json"))["values"] == [0, 1, 2, 3]


def test_the_command_takes_hours_and_facts(family: str) -> None:
    told = run(family, "--period", MONTH, "--hourly-wage", "25000", "--to", "200", "--with", "is_student=false")
    assert "Beyond 171.6 hours: 220,000 UZS less a month" in told


def test_the_command_refuses_in_one_sentence(family: str) -> None:
    assert run(family, "--of", "x", code=1).startswith('Error: of: "x" is not one of the persons.')
