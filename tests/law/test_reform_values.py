"""What a reform file may say of a number: relative to the law, with an end; each worked out by hand, and each refusal."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from openfisca_country.law import CountrySystem, LawError, ReformError, apply_reform
from openfisca_country.law.other_date import LawOf
from tests.law.drafts import AMOUNT, FLAT, HEADER, UNIT, said, values

Save = Callable[[str], str]
Apply = Callable[[str], Any]


@pytest.mark.parametrize(
    ("day", "change", "value"),
    [
        ("2022-01-01", "{multiply: 1.1}", 1_100),  # exactly: 1.1 in binary times 1,000 would be 1,100.0000000000002
        ("2026-01-01", "{multiply: 1.1}", 1_320),
        ("2026-01-01", "{multiply: 1.077, round: 100}", 1_300),  # 1,292.4
        ("2026-01-01", "{add: 50}", 1_250),
        ("2026-01-01", "{add: -0.5, unit: XAT/month}", 1_199.5),
        ("2026-01-01", "{value: 1500, unit: XAT/month}", 1_500),
    ],
)
def test_a_value_worked_out_from_the_law_of_that_day(draft: Apply, day: str, change: str, value: float) -> None:
    assert values(draft(said(UNIT, f"{day}: {change}")), UNIT, day) == [value]


@pytest.mark.parametrize(
    ("index", "value"),
    [
        ("{by: base.fish_unit, from: 2022-01-01}", 0.6),  # the half unit of 2022, times 1,200 over 1,000
        ("{by: base.fish_unit, from: 2023-01-01}", 0.5),
        ("{by: base.fish_unit, from: 2024-01-01}", 0.75),
        ("{by: base.fish_unit, from: 2022-01-01, round: 0.25}", 0.5),
        ("{by: base.fish_unit, from: 2022-01-01, round: 0.2}", 0.6),
    ],
)
def test_an_index_carries_the_value_of_its_first_day_forward(draft: Apply, index: str, value: float) -> None:
    system = draft(said(AMOUNT, f"2025-01-01: {{index: {index}}}", "2027-01-01: 9"))
    assert values(system, AMOUNT, "2025") == [value]


def test_halves_round_upward(draft: Apply) -> None:
    assert values(draft(said(UNIT, "2026-01-01: {multiply: 1.125, round: 100}")), UNIT, "2026") == [1_400]  # 1,350


def test_a_relative_change_rests_on_the_law_it_is_laid_over(
    atlantis: CountrySystem, draft: Apply, tmp_path: Path
) -> None:
    """On a reform it is laid over, and not on what the same file says of the base."""
    first = draft(said(UNIT, "2026-01-01: 2000"))
    second = tmp_path / "second.yaml"
    second.write_text(HEADER + said(UNIT, "2027-01-01: {multiply: 1.5}"))
    assert values(apply_reform(first, str(second)), UNIT, "2026", "2027") == [2_000, 3_000]
    both = said(UNIT, "2026-01-01: {add: 100}", "2027-01-01: {add: 100}")
    assert values(draft(both), UNIT, "2026", "2027") == [1_300, 1_300]


def test_the_law_of_another_date_can_be_multiplied(atlantis: CountrySystem, tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(HEADER + said(UNIT, "2026-01-01: {multiply: 2}"))
    law: Any = LawOf(atlantis, datetime.date(2022, 1, 1))
    assert values(apply_reform(law, str(path)), UNIT, "2025", "2026") == [1_000, 2_000]


def test_after_its_end_the_law_returns_with_its_own_later_values(draft: Apply) -> None:
    system = draft(said(AMOUNT, "2021-01-01: {value: 6, until: 2022-12-31}"))
    assert values(system, AMOUNT, "2020", "2021", "2022-12-31", "2023", "2024") == [0.5, 6, 6, 0.5, 0.75]


def test_a_later_value_comes_after_the_law_has_returned(draft: Apply) -> None:
    system = draft(said(AMOUNT, "2021-01-01: {multiply: 2, until: 2021-12-31}", "2026-01-01: {add: 1}"))
    assert values(system, AMOUNT, "2021", "2022", "2024", "2026", "2030") == [1, 0.5, 0.75, 1.75, 1.75]


def test_an_end_on_the_eve_of_the_next_value_lets_nothing_return(draft: Apply) -> None:
    system = draft(said(AMOUNT, "2025-01-01: {value: 6, until: 2025-12-31}", "2026-01-01: 7"))
    assert values(system, AMOUNT, "2025", "2026", "2030") == [6, 7, 7]


def test_before_the_first_value_of_the_law_there_is_none_to_return_to(draft: Apply) -> None:
    path = "fish_allowance.factor.deep"
    system = draft(said(path, "2021-01-01: {value: 2, until: 2021-12-31}"))
    (deep,) = (system.parameters.fish_allowance.factor.deep,)
    assert [deep.get_at_instant(f"{year}-06-01") for year in (2020, 2021, 2022, 2024)] == [None, 2, None, 1.5]


def test_an_end_that_never_comes(draft: Apply) -> None:
    assert values(draft(said(AMOUNT, "2026-01-01: {value: 6, until: 9999-12-31}")), AMOUNT, "2099") == [6]


@pytest.mark.parametrize(
    ("path", "line", "sentence"),
    [
        (UNIT, "2026-01-01: {multiply: six}", '.2026-01-01: expected a number to multiply by; got "six".'),
        (UNIT, "2026-01-01: {multiply: true}", '.2026-01-01: expected a number to multiply by; got "True".'),
        (UNIT, "2026-01-01: {multiply: .inf}", '.2026-01-01: expected a number to multiply by; got "inf".'),
        (UNIT, "2026-01-01: {add: six}", '.2026-01-01: expected a number to add; got "six".'),
        (
            FLAT,
            "2026-01-01: {multiply: 2}",
            ".2026-01-01: the law has no value to multiply on 2026-01-01; write the value itself.",
        ),
        (
            FLAT,
            "2026-01-01: {add: 2}",
            ".2026-01-01: the law has no value to add to on 2026-01-01; write the value itself.",
        ),
        (UNIT, "2026-01-01: {multiply: 2, add: 1}", ".2026-01-01: say one of `multiply` and `add`, not both."),
        (UNIT, "2026-01-01: {multipy: 2}", '.2026-01-01: "multipy" is not a part of a value. Did you mean "multiply"?'),
        (
            UNIT,
            "2026-01-01: {value: 2, untill: 2027-01-01}",
            '.2026-01-01: "untill" is not a part of a value. Did you mean "until"?',
        ),
        (
            UNIT,
            "2026-01-01: {until: 2027-01-01}",
            ".2026-01-01: write the value alone, or as {value: …, unit: XAT/month}.",
        ),
        (UNIT, "2026-01-01: {add: 2, round: 10}", ".2026-01-01: `round` says nothing beside `add`; leave it out."),
        (
            UNIT,
            "2026-01-01: {multiply: 2, unit: XAT/month}",
            ".2026-01-01: `unit` says nothing beside `multiply`; leave it out.",
        ),
        (
            UNIT,
            "2026-01-01: {add: 2, unit: FU}",
            ".2026-01-01: this parameter is in XAT/month, not in FU; convert the value.",
        ),
        (
            UNIT,
            "2026-01-01: {multiply: 2, round: 0}",
            '.2026-01-01.round: expected a positive number, such as 1000; got "0".',
        ),
        (UNIT, "2026-01-01: {multiply: 1}", ": this changes nothing: the law already says so on 2026-01-01."),
        # until
        (
            UNIT,
            "2026-01-01: {value: 2, until: 2027}",
            ".2026-01-01.until: this is not a date; write it as 2027-01-01.",
        ),
        (UNIT, "2026-01-01: {value: 2, until: 2025-12-31}", ".2026-01-01: this ends on 2025-12-31, before it begins."),
        (
            UNIT,
            "2026-01-01: {value: 2, until: 2027-01-01}\n    2027-01-01: 3",
            ".2026-01-01: this holds until 2027-01-01, but the next value begins on 2027-01-01.",
        ),
        (
            UNIT,
            "2020-06-01: {value: 1000, until: 2022-12-31}",
            ": this changes nothing: the law already says so on 2020-06-01.",
        ),
        # index
        (
            AMOUNT,
            "2026-01-01: {index: base.fish_unit}",
            ".2026-01-01: write an index as {by: <path of a parameter>, from: <date>}.",
        ),
        (
            AMOUNT,
            "2026-01-01: {index: {by: base.fish_unit}}",
            ".2026-01-01: write an index as {by: <path of a parameter>, from: <date>}.",
        ),
        (
            AMOUNT,
            "2026-01-01: {index: {by: base.fish_unit, from: 2022-01-01, rund: 1}}",
            '.2026-01-01: "rund" is not a part of an index. Did you mean "round"?',
        ),
        (
            AMOUNT,
            "2026-01-01: {index: {by: base.fish_units, from: 2022-01-01}}",
            '.2026-01-01.index.by: There is no parameter "base.fish_units". Did you mean "base.fish_unit"?',
        ),
        (
            AMOUNT,
            "2026-01-01: {index: {by: base, from: 2022-01-01}}",
            '.2026-01-01.index.by: "base" is a group of parameters, not one: name one of those in it.',
        ),
        (
            AMOUNT,
            "2026-01-01: {index: {by: base.fish_unit, from: 2022}}",
            ".2026-01-01.index.from: this is not a date; write it as 2027-01-01.",
        ),
        (
            AMOUNT,
            "2026-01-01: {index: {by: base.fish_unit, from: 2026-01-01}}",
            ".2026-01-01: the index counts from 2026-01-01, which does not lie before 2026-01-01.",
        ),
        (
            AMOUNT,
            "2026-01-01: {index: {by: base.fish_unit, from: 2019-01-01}}",
            ".2026-01-01: the law has no value to index on 2019-01-01; choose a later `from`.",
        ),
        (
            AMOUNT,
            "2026-01-01: {index: {by: fish_allowance.factor.deep, from: 2022-01-01}}",
            ".2026-01-01: fish_allowance.factor.deep has no value to index by on 2022-01-01.",
        ),
        (
            AMOUNT,
            "2026-01-01: {index: {by: fish_allowance.flat, from: 2022-01-01}}",
            ".2026-01-01: fish_allowance.flat has no value to index by on 2026-01-01.",
        ),
        (
            AMOUNT,
            "2026-01-01: {index: {by: base.fish_unit, from: 2022-01-01, round: many}}",
            '.2026-01-01.index.round: expected a positive number, such as 1000; got "many".',
        ),
    ],
)
def test_a_change_that_cannot_be(draft: Apply, path: str, line: str, sentence: str) -> None:
    with pytest.raises(ReformError) as refusal:
        draft(said(path, line))
    assert str(refusal.value) == f"draft.yaml: {path}{sentence}"


@pytest.mark.parametrize("way", ["multiply: 2", "add: 1", "index: {by: base.minimum_wage, from: 2024-01-01}"])
def test_only_a_number_is_changed_relatively(uzbekistan: Any, tmp_path: Path, way: str) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(
        HEADER.replace("atlantis", "uzbekistan") + said("unemployment_benefit.taxable", f"2027-01-01: {{{way}}}")
    )
    with pytest.raises(LawError) as refusal:
        apply_reform(uzbekistan, str(path))
    word = way.partition(":")[0]
    assert str(refusal.value) == (
        f"draft.yaml: unemployment_benefit.taxable.2027-01-01: only a number can be changed by `{word}`; "
        "the present value is False."
    )
