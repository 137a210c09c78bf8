"""Reforms laid one upon the other: where they say different things, the answer says which wins."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from openfisca_core.reforms import Reform as CoreReform

from openfisca_country import calculate, explain
from openfisca_country.law import Conflict, CountrySystem, Reform, ReformError, Variable, apply_reform, conflicts
from openfisca_country.law.conflicts import stacked
from openfisca_country.law.other_date import LawOf
from tests.law.drafts import AMOUNT, FAMILY, HEADER, UNIT, said


@pytest.fixture
def written(tmp_path: Path) -> Any:
    """Write drafts with names of their own, and return their paths."""

    def write(**texts: str) -> list[str]:
        paths = []
        for name, text in texts.items():
            path = tmp_path / f"{name}.yaml"
            path.write_text(HEADER.replace("draft", name) + text)
            paths.append(str(path))
        return paths

    return write


def laid(law: Any, paths: list[str]) -> Any:
    for path in paths:
        law = apply_reform(law, path)
    return law


def sentences(law: Any, paths: list[str]) -> list[str]:
    return [each.sentence for each in conflicts(stacked(laid(law, paths)))]


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        (
            ["2026-01-01: 2000"],
            ["2027-01-01: 3000"],
            "one and two both set base.fish_unit from 2027-01-01 on: two, the later one, wins.",
        ),
        (
            ["2027-01-01: 2000"],
            ["2026-01-01: 3000"],
            "one and two both set base.fish_unit from 2027-01-01 on: two, the later one, wins.",
        ),
        (
            ["2026-01-01: {value: 2000, until: 2027-12-31}"],
            ["2027-01-01: 3000"],
            "one and two both set base.fish_unit from 2027-01-01 to 2027-12-31: two, the later one, wins.",
        ),
        (
            ["2026-01-01: 2000", "2027-01-01: 2100", "2028-01-01: 2200"],
            ["2027-01-01: {value: 2000, until: 2028-06-30}"],
            "one and two both set base.fish_unit from 2027-01-01 to 2028-06-30: two, the later one, wins.",
        ),
        (
            ["2026-01-01: 2000"],
            ["2027-01-01: {multiply: 2}"],
            "two works out base.fish_unit from the value that one sets, from 2027-01-01 on.",
        ),
        (
            ["2027-01-01: 2000"],
            ["2026-01-01: {multiply: 2}"],
            "one and two both set base.fish_unit from 2027-01-01 on: two, the later one, wins.",
        ),
        (
            ["2027-01-01: 2000"],
            ["2028-01-01: {index: {by: fish_allowance.amount, from: 2022-01-01}}"],
            "one and two both set base.fish_unit from 2028-01-01 on: two, the later one, wins.",
        ),
        (["2026-01-01: {value: 2000, until: 2026-12-31}"], ["2027-01-01: 3000"], None),
        (["2026-01-01: 2000"], ["2025-01-01: {value: 2000, until: 2026-12-31}"], None),
    ],
)
def test_the_same_parameter(
    atlantis: CountrySystem, written: Any, first: list[str], second: list[str], sentence: str | None
) -> None:
    paths = written(one=said(UNIT, *first), two=said(UNIT, *second))
    assert sentences(atlantis, paths) == ([sentence] if sentence else [])


def test_the_later_one_wins_indeed(atlantis: CountrySystem, written: Any) -> None:
    paths = written(one=said(UNIT, "2027-01-01: 2000"), two=said(UNIT, "2026-01-01: {value: 3000, until: 2027-12-31}"))
    series = laid(atlantis, paths).parameters.base.fish_unit
    assert [series.get_at_instant(f"{year}-01-01") for year in (2025, 2026, 2027, 2028)] == [1_200, 3_000, 3_000, 2_000]


def test_reforms_that_say_the_same_agree(atlantis: CountrySystem, written: Any) -> None:
    """To say what an earlier reform says already is no change of that reform; it is one of the law."""
    same = said(UNIT, "2026-01-01: 2000")
    assert sentences(atlantis, written(one=same, two=same)) == []
    with pytest.raises(ReformError) as refusal:
        laid(atlantis, written(one=same, two=said(UNIT, "2024-01-01: {value: 1200, until: 2024-12-31}")))
    assert str(refusal.value).endswith("this changes nothing: the law already says so on 2024-01-01.")


def test_different_parameters_agree(atlantis: CountrySystem, written: Any) -> None:
    assert sentences(atlantis, written(one=said(UNIT, "2026-01-01: 1"), two=said(AMOUNT, "2026-01-01: 1"))) == []


def test_three_reforms_conflict_in_pairs(atlantis: CountrySystem, written: Any) -> None:
    texts = {name: said(UNIT, f"2026-01-01: {value}") for name, value in [("one", 1), ("two", 2), ("three", 3)]}
    found = conflicts(stacked(laid(atlantis, written(**texts))))
    assert [(each.earlier, each.later) for each in found] == [("one", "two"), ("one", "three"), ("two", "three")]
    assert found[0] == Conflict("one", "two", UNIT, "parameter", "2026-01-01", None)


class fish_allowance(Variable):
    def formula_2027(household, _period):
        """Nothing."""
        return household.filled_array(0)


class NoFish(Reform):
    title = "No fish"

    def apply(self) -> None:
        self.update_variable(fish_allowance)


def test_the_same_rule(atlantis: CountrySystem, written: Any) -> None:
    paths = [*written(one="neutralise: [{programme: fish_allowance, from: 2026-01-01}]\n"), f"{__name__}.NoFish"]
    assert sentences(atlantis, paths) == [
        "one and NoFish both replace the rule of fish_allowance from 2027-01-01 on: NoFish, the later one, wins."
    ]


def test_a_later_rule_takes_the_place_of_a_neutralised_one(atlantis: CountrySystem, written: Any) -> None:
    """From its own first day on; what is neutralised before that day stays so."""
    (path,) = written(one="neutralise: [{programme: fish_allowance, from: 2026-01-01}]\n")
    found = [
        explain(atlantis, FAMILY, "fish_allowance", month, [path, f"{__name__}.NoFish"]).value
        for month in ("2025-12", "2026-12", "2027-01")
    ]
    assert found == [900, None, 0]


def test_switched_on_reforms_count(atlantis: CountrySystem, written: Any) -> None:
    paths = written(one="switch_on: [part]\n", two=said("fish_allowance.child_age", "2026-06-01: 21"))
    assert sentences(atlantis, paths) == [
        "one and two both set fish_allowance.child_age from 2026-06-01 on: two, the later one, wins."
    ]


class InPlace(CoreReform):
    """openfisca-core's own way."""

    def apply(self) -> None:
        def dearer(parameters: Any) -> Any:
            parameters.base.fish_unit.update(start=datetime.date(2028, 1, 1), value=5_000)
            return parameters

        self.modify_parameters(dearer)
        self.neutralize_variable("fish_allowance")


def test_reforms_of_openfisca_core_count(atlantis: CountrySystem, written: Any) -> None:
    paths = written(one=said(UNIT, "2026-01-01: 2000") + "neutralise: [fish_allowance]\n")
    assert sentences(atlantis, [*paths, f"{__name__}.InPlace"]) == [
        "one and InPlace both set base.fish_unit from 2028-01-01 on: InPlace, the later one, wins.",
        "one and InPlace both replace the rule of fish_allowance throughout: InPlace, the later one, wins.",
    ]


def test_the_law_of_another_date_is_no_reform(atlantis: CountrySystem, written: Any) -> None:
    law = LawOf(atlantis, datetime.date(2022, 1, 1))
    assert sentences(law, written(one=said(UNIT, "2026-01-01: 2000"))) == []


def test_asking_changes_nothing(atlantis: CountrySystem, written: Any) -> None:
    system = laid(atlantis, written(one=said(UNIT, "2026-01-01: 1"), two=said(UNIT, "2026-01-01: 2")))
    assert conflicts(stacked(system)) == conflicts(stacked(system))
    assert conflicts([]) == conflicts(stacked(atlantis)) == []


@pytest.mark.parametrize("ask", [calculate, lambda *given: explain(*given[:2], "fish_allowance", *given[2:])])
def test_the_answer_warns(atlantis: CountrySystem, written: Any, ask: Any) -> None:
    paths = written(one=said(AMOUNT, "2026-01-01: 1"), two=said(AMOUNT, "2026-01-01: 2"))
    sentence = f"one and two both set {AMOUNT} from 2026-01-01 on: two, the later one, wins."
    assert sentence in ask(atlantis, FAMILY, "2026-03", paths).warnings
    assert ask(atlantis, FAMILY, "2026-03", paths[:1]).warnings == ()
