"""Reading a situation: everything that is wrong is told at once, each thing once, in its place, with what to do."""

import json
import pickle
from types import MappingProxyType
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openfisca_country.cli import main
from openfisca_country.household import belonging, situation
from openfisca_country.household.cells import CellReader
from openfisca_country.household.simulation import block_of
from openfisca_country.household.situation import Given, parse_situation, read_situation
from openfisca_country.law import InputError, InputErrors


def told(system: Any, content: Any, period: str | None = None) -> list[str]:
    """Return every fault of a situation, in its order."""
    with pytest.raises(InputErrors) as refusal:
        read_situation(system, content, period)
    return [str(error) for error in refusal.value.errors]


def faults(system: Any, content: Any) -> tuple[InputError, ...]:
    with pytest.raises(InputErrors) as refusal:
        read_situation(system, content)
    return refusal.value.errors


def alone(**entry: Any) -> dict[str, Any]:
    return {"persons": {"ali": entry}, "households": {"home": {"head": ["ali"]}}}


def test_everything_that_is_wrong_is_told_at_once(uzbekistan: Any) -> None:
    content = {
        "persons": {
            "ali": {"waeg": 1, "wage": {"2026-03": "much", "2026-13": 5, "2026-04": 1}, "sex": 1},
            "vali": {"is_student": "yes", "birth_date": "2026-04-01"},
        },
        "households": {"home": {"head": ["ali"], "weight": -1}, "hut": {"others": ["vali", "ali"]}},
        "family": {},
    }
    assert told(uzbekistan, content, "2026-03") == [
        "family: a situation has only persons and households.",
        'persons.ali.waeg: "waeg" is not a variable of persons. Did you mean "wage"?',
        'persons.ali.wage.2026-03: expected a number, got "much". Numbers stand without quotes, and are not worked out.',
        'persons.ali.wage.2026-13: there is no month "2026-13": months go from 01 to 12.',
        "persons.ali.sex: expected one of female, male; got 1.",
        'persons.vali.is_student: expected true or false, got "yes".',
        "households.home.weight: expected an amount of zero or more, got -1.",
        'households.hut.others: "ali" is already in households.home as head.',
        "persons.vali.birth_date: 2026-04-01 lies after 2026-03-31, the last day asked.",
    ]


@pytest.mark.parametrize(
    ("content", "sentences"),
    [
        pytest.param(
            {"persons": {"ali": {}, "vali": {}}, "households": {"h": {"head": ["ali"], "children": ["valli"]}}},
            ['households.h.children: "valli" is not one of the persons. Did you mean "vali"?'],
            id="a misspelt person is not missing too",
        ),
        pytest.param(
            {"persons": {"ali": {}, "vali": {}}, "households": {"h": {"head": ["ali"], "childern": ["vali"]}}},
            ['households.h.childern: "childern" is not a role or a variable of households. Did you mean "children"?'],
            id="a misspelt role leaves nobody missing",
        ),
        pytest.param(
            {"persons": {"ali": {}, "vali": {}}, "households": {"h": {"haed": ["ali"]}}},
            [
                'households.h.haed: "haed" is not a role or a variable of households. Did you mean "head"?',
                "persons.vali: is in no household: list this person under head, spouse, children, others of one.",
            ],
            id="but who is not listed there is",
        ),
        pytest.param(
            {"person": {"ali": {}}, "households": {"h": {"head": ["ali"]}}},
            ['person: a situation has only persons and households. Did you mean "persons"?'],
            id="misspelt persons are not missing too",
        ),
        pytest.param(
            {"persons": {"ali": {}}, "households": {"h": {"head": {"ali": 1}}}},
            ["households.h.head: expected a list of person ids, got an object."],
            id="where a role cannot be read nobody is missing",
        ),
        pytest.param(
            {"persons": {"ali": {}, "vali": {}}, "households": {"h": {"head": ["ali"]}, "i": []}},
            ["households.i: expected an object of variables, got a list."],
            id="where a household cannot be read nobody is missing",
        ),
        pytest.param(
            {"persons": {"ali": {}, "vali": {}}, "households": {"h": {"head": ["ali"], "others": ["xyz"]}}},
            [
                'households.h.others: "xyz" is not one of the persons.',
                "persons.vali: is in no household: list this person under head, spouse, children, others of one.",
            ],
            id="two names that are not alike are two faults",
        ),
        pytest.param(
            {"persons": {"ali": {}}, "households": {"h": {"head": ["ali"]}, "i": {"weight": 2}}},
            [
                "households.i: has no members: list them under head, spouse, children, others, "
                "or leave the household out."
            ],
            id="a household of nobody",
        ),
        pytest.param(
            {"persons": {"ali": {}}, "households": {"h": {"children": ["ali", "ali"]}}},
            ['households.h.children: "ali" is already in households.h as child.'],
            id="a person twice in one list",
        ),
        pytest.param({}, ["persons", "households"], id="nothing"),
        pytest.param({"persons": None, "households": 3}, ["persons", "households"], id="null and a number"),
    ],
)
def test_each_fault_is_told_once(uzbekistan: Any, content: Any, sentences: list[str]) -> None:
    found = told(uzbekistan, content)
    assert found == sentences or [sentence.split(":")[0] for sentence in found] == sentences


def test_axes_are_referred_to_incentives(uzbekistan: Any) -> None:
    content = {**alone(), "axes": [[{"name": "wage", "min": 0, "max": 10, "count": 3}]]}
    assert told(uzbekistan, content) == [
        "axes: a situation has only persons and households. To walk a fact along a range, as axes do, ask `incentives`."
    ]


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        ({"waeg": 1}, ("persons.ali.waeg", "a variable of persons", '"waeg"', "wage")),
        ({"wage": True}, ("persons.ali.wage", "a number", "true", "")),
        ({"wage": [1]}, ("persons.ali.wage", "a number", "a list", "")),
        ({"wage": {"2026-03": {"a": 1}}}, ("persons.ali.wage.2026-03", "a number", "an object", "")),
        ({"wage": 1e308}, ("persons.ali.wage", "a number up to 9007199254740992", "1e+308", "")),
        ({"wage": 10**400}, ("persons.ali.wage", "a number up to 9007199254740992", "a number of too many digits", "")),
        ({"wage": float("inf")}, ("persons.ali.wage", "a number", "inf", "")),
        ({"wage": {"2026": 1}}, ("persons.ali.wage.2026", "a month", "a year", "")),
        ({"wage": {}}, ("persons.ali.wage", "a value or null", "an empty object", "")),
        ({"sex": 0}, ("persons.ali.sex", "one of female, male", "0", "")),
        ({"sex": "femal"}, ("persons.ali.sex", "one of female, male", '"femal"', "female")),
        ({"birth_date": "2026-02-30"}, ("persons.ali.birth_date", "a day of the calendar", '"2026-02-30"', "")),
        ({"birth_date": {"2026-03": "1990-01-01"}}, ("persons.ali.birth_date.2026-03", "ETERNITY", '"2026-03"', "")),
        ({"insured_months": 2.5}, ("persons.ali.insured_months", "a whole number", "2.5", "")),
        ({"weight": 1}, ("persons.ali.weight", "a variable of persons", "a variable of households", "")),
    ],
)
def test_a_fault_says_in_fields_what_its_sentence_says(
    uzbekistan: Any, entry: dict[str, Any], fields: tuple[str, ...]
) -> None:
    (error,) = faults(uzbekistan, alone(**entry))
    assert (error.place, error.expected, error.got, error.nearest) == fields
    assert error.got.strip('"') in str(error)
    assert (f'Did you mean "{error.nearest}"?' in error.problem) == bool(error.nearest)


def test_ids_may_be_any_text(uzbekistan: Any) -> None:
    ids = ["a/b", "a.b", "Дилноза", "O‘g‘il", "子", "أحمد", "a b", "#1", "x" * 200, "2026-03", "persons", "0"]
    content = {"persons": {each: {"wage": 1} for each in ids}, "households": {"дом/1": {"others": ids}}}
    situation = read_situation(uzbekistan, content)
    assert situation.persons == tuple(ids)
    assert situation.position("persons", "子") == 4
    assert set(situation.members) == {0}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "persons: the id of a person is empty: give each person a name or a number of its own."),
        ("  ", "persons: the id of a person is empty: give each person a name or a number of its own."),
        ("x" * 201, "persons: the id of a person has 201 characters: 200 are the most."),
        ("a\nb", r'persons: the id of a person holds a control character or half of one: "a\nb".'),
        ("\x1b[31mali", r'persons: the id of a person holds a control character or half of one: "\x1b[31mali".'),
        ("\ud83d", r'persons: the id of a person holds a control character or half of one: "\ud83d".'),
        (5, "persons: the id of a person is a text, got 5."),
    ],
)
def test_ids_that_are_refused(uzbekistan: Any, name: Any, sentence: str) -> None:
    content = {"persons": {name: {}}, "households": {"home": {"head": [name]}}}
    assert told(uzbekistan, content)[0] == sentence


def test_no_fault_breaks_its_line_or_cannot_be_written(uzbekistan: Any) -> None:
    (sentence,) = told(uzbekistan, alone(**{"wa\nge\x1b\ud83d": 1}))
    assert sentence.startswith(r"persons.ali.wa\nge\x1b\ud83d: ")
    assert sentence.encode()


def test_a_long_name_is_cut_short(uzbekistan: Any) -> None:
    (sentence,) = told(uzbekistan, alone(**{"w" * 1_000_000: 1}))
    assert len(sentence) < 500


def test_reading_stops_at_the_thousandth_fault(uzbekistan: Any) -> None:
    content = {
        "persons": {f"p{number}": {f"fact {number}": 1} for number in range(3000)},
        "households": {f"h{number}": {"head": [f"q{number}"]} for number in range(3000)},
    }
    with pytest.raises(InputErrors) as refusal:
        read_situation(uzbekistan, content)
    first, *lines, more = str(refusal.value).splitlines()
    assert first == "1000 faults, where reading stopped:"
    assert len(lines) == 20
    assert more == "  and 980 more"


def test_the_command_line_tells_each_fault_on_a_line_of_its_own(tmp_path: Any) -> None:
    path = tmp_path / "situation.json"
    path.write_text(json.dumps(alone(wage=-1, waeg=1)))
    result = CliRunner().invoke(main, ["calculate", "uzbekistan", str(path), "--period", "2026-03"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "Error: 2 faults:",
        "  persons.ali.wage: expected an amount of zero or more, got -1.",
        '  persons.ali.waeg: "waeg" is not a variable of persons. Did you mean "wage"?',
    ]


def test_errors_survive_the_way_to_another_process() -> None:
    one = InputError("persons.ali", "is wrong.", "right", "wrong", "nearly")
    other = InputErrors([one, InputError("b", "is wrong too.")])
    for error in (one, other):
        back = pickle.loads(pickle.dumps(error))
        assert (type(back), str(back), vars(back)["nearest"]) == (type(error), str(error), "nearly")
    assert [str(each) for each in other.errors] == ["persons.ali: is wrong.", "b: is wrong too."]


def test_a_text_may_be_bytes_and_only_so_deep() -> None:
    text = json.dumps(alone(wage={"2026-03": 5}))
    assert parse_situation(text.encode(), "x") == parse_situation(text, "x") == json.loads(text)
    assert parse_situation(b"\xef\xbb\xbf" + text.encode(), "x", depth=4) == json.loads(text)
    with pytest.raises(InputError, match="x: is nested too deeply: expected at most 3 levels"):
        parse_situation(text, "x", depth=3)
    with pytest.raises(InputError, match="x: is nested too deeply"):
        parse_situation('{"a": ' + "[" * 900 + "]" * 900 + "}", "x")
    with pytest.raises(InputError, match="x: is not text in UTF-8: byte 14 does not belong there"):
        parse_situation(b'{"persons": "\xff"}', "x")


def test_every_twin_and_constant_of_a_text_is_told_with_its_place() -> None:
    text = '{"persons": {"ali": {"wage": {"2026-03": NaN, "2026-03": 1}, "wage": [1, -Infinity]}}, "a:b": {"x": 1, "x": 2}}'
    with pytest.raises(InputErrors) as refusal:
        parse_situation(text, "FILE")
    assert sorted(str(each).partition(" is ")[0].partition(" stands ")[0] for each in refusal.value.errors) == [
        'FILE: 2026-03: "2026-03"',  # it stands in the wage that the second one took the place of
        'FILE: a:b.x: "x"',
        "FILE: persons.ali.wage.1: -Infinity",
        'FILE: persons.ali.wage: "wage"',
    ]


def test_colons_within_texts_are_no_twins() -> None:
    text = '{"a:b": {"c": "::", "d": [{"e": ":"}, {"e": null}]}}'
    assert parse_situation(text, "x") == json.loads(text)


def test_half_of_a_character_is_refused() -> None:
    with pytest.raises(InputError, match="x: holds half of a character"):
        parse_situation(r'{"persons": {"\ud800": {}}}', "x")
    assert parse_situation(r'{"\ud83d\ude00": 1}', "x") == {"\U0001f600": 1}


SOUND = {
    "persons": {
        "ali": {
            "birth_date": {"ETERNITY": "1990-05-12"},
            "wage": {"2026-03": 5, "2026-02": 7.5, "2026-01": None},
            "is_student": {"2026-03": True},
            "net_wage": None,
        },
        "vali": {"sex": "male", "birth_date": "2020-02-03", "wage": 1, "insured_months": {"2026-03": 3}},
        "guli": {"wage": {"2026-02": 0}, "birth_date": {"ETERNITY": "1990-05-12"}, "net_wage": {"2026-03": None}},
        "nobody known": {},
    },
    "households": {
        "home": {"head": "ali", "children": ["vali"], "disposable_income": {"2026-03": None, "2026-04": None}},
        "hut": {"others": ["guli"], "head": ["nobody known"], "weight": 2, "disposable_income": {"2026-04": None}},
    },
}


def test_read_at_once_or_one_by_one_a_situation_is_the_same(uzbekistan: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = read_situation(uzbekistan, SOUND, "2026-03")
    read_one_by_one: list[str] = []
    monkeypatch.setattr(CellReader, "_read_at_once", lambda *_: read_one_by_one.append("cells"))
    monkeypatch.setattr(belonging, "_at_once", lambda *_: read_one_by_one.append("members"))
    one_by_one = read_situation(uzbekistan, SOUND, "2026-03")
    assert read_one_by_one == ["cells", "cells", "members"]
    assert one_by_one == at_once
    assert one_by_one.given == at_once.given
    for name, by_period in one_by_one.stated.items():
        assert list(by_period) == list(at_once.stated[name])
        for period, cells in by_period.items():
            assert [*map(type, cells.values)] == [*map(type, at_once.stated[name][period].values)]


@pytest.mark.parametrize(
    "entry",
    [
        {"sex": {"eternity": "male"}},
        {"sex": {"ETERNITY": "male"}, "birth_date": {"Eternity": "1990-05-12"}},
        {"wage": MappingProxyType({"2026-03": 5})},
    ],
)
def test_what_is_unusual_and_right_is_read(uzbekistan: Any, entry: dict[str, Any]) -> None:
    situation = read_situation(uzbekistan, alone(**entry), keep=True)
    usual = {
        key: {("ETERNITY" if name.isalpha() else name): each for name, each in value.items()}
        for key, value in entry.items()
    }
    assert situation == read_situation(uzbekistan, alone(**usual))
    assert situation.source == alone(**usual)


def test_a_situation_that_may_be_kept_is_kept(uzbekistan: Any) -> None:
    content = alone(wage={"2026-03": 5})
    assert read_situation(uzbekistan, content, keep=True).source["persons"]["ali"] is content["persons"]["ali"]
    assert read_situation(uzbekistan, content).source["persons"]["ali"] is not content["persons"]["ali"]


def test_what_is_read_is_its_own(uzbekistan: Any) -> None:
    content = alone(wage={"2026-03": 5}, sex="male")
    situation = read_situation(uzbekistan, content)
    content["persons"]["ali"]["wage"]["2026-03"] = 6
    content["households"]["home"]["head"].append("vali")
    assert situation.source == {
        "persons": {"ali": {"wage": {"2026-03": 5}, "sex": "male"}},
        "households": {"home": {"head": ["ali"]}},
    }
    assert situation.given == (
        Given("persons", "ali", "wage", "2026-03", 5.0),
        Given("persons", "ali", "sex", None, 1),
    )


def test_a_value_under_two_spellings_of_eternity(uzbekistan: Any) -> None:
    content = alone(sex={"ETERNITY": "male", "eternity": "female"})
    assert told(uzbekistan, content) == ["persons.ali.sex.eternity: stands twice; keep one."]


def test_several_situations_make_one_block(uzbekistan: Any) -> None:
    first = read_situation(uzbekistan, alone(wage={"2026-03": 5}))
    other = {
        "persons": {"ali": {"wage": 7, "sex": "male"}, "vali": {"wage": {"2026-03": 8}}},
        "households": {"hut": {"children": ["ali"]}, "home": {"spouse": ["vali"]}},
    }
    block = block_of(uzbekistan, first, read_situation(uzbekistan, other))
    assert (block.persons, block.households) == (3, 3)
    assert block.members.tolist() == [0, 1, 2]
    assert block.roles.tolist() == [0, 2, 1]
    march, always = block.stated["wage"]["2026-03"], block.stated["wage"][None]
    assert (march.values.tolist(), march.mask.tolist()) == ([5, 0, 8], [True, False, True])
    assert (always.values[1], always.mask.tolist()) == (7, [False, True, False])
    assert block.stated["sex"][None].mask.tolist() == [False, True, False]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
)
WORDS = st.sampled_from(
    [
        "ali",
        "wage",
        "sex",
        "birth_date",
        "head",
        "children",
        "weight",
        "2026",
        "2026-03",
        "2026-13",
        "ETERNITY",
        "",
        "axes",
    ]
) | st.text(max_size=3)
VALUES = JSON | WORDS | st.lists(WORDS, max_size=3) | st.dictionaries(WORDS, JSON, max_size=3)
ENTRIES = JSON | st.dictionaries(WORDS, st.dictionaries(WORDS, VALUES, max_size=4) | JSON, max_size=3)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["persons", "households"]) | WORDS, ENTRIES, max_size=3) | JSON)
def test_rubbish_is_refused_and_never_stumbled_over(uzbekistan: Any, content: Any) -> None:
    found: tuple[InputError, ...] = ()
    situation = None
    try:
        situation = read_situation(uzbekistan, content, "2026-03")
    except InputError as error:
        found = error.errors
    assert bool(situation) != bool(found)
    for each in found:
        assert "\n" not in str(each)
        assert str(each).encode()
        assert each.problem.endswith((".", "?"))
    if situation:
        assert len(situation.members) == len(situation.persons) == len(content["persons"])
        assert set(situation.members) == set(range(len(situation.households)))


IDS = st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "\u200eh", "", " ", "\u00a0", "x" * 201])
FACTS = {
    "wage": st.sampled_from([0, 5, 2.5]),
    "sex": st.sampled_from(["male", "female"]),
    "birth_date": st.sampled_from(["1990-05-12", "2020-02-29"]),
    "is_student": st.booleans(),
    "weight": st.sampled_from([1, 2.5]),
}
ODD = st.sampled_from([-1, None, True, "male", "1990-05-12", "2026-04-01", "1990-02-30", [], {}, 2**60, 1.0])
PERIODS = st.sampled_from(["2026-03", "2026-02", "ETERNITY"]) | st.sampled_from(["2026", "eternity", "2026-13"])
ROLES = st.sampled_from(["children", "others", "child", "other", "spouse", "head", "haed"])


@st.composite
def rough(draw: st.DrawFn) -> dict[str, Any]:
    """A situation that is nearly sound: now and then anything of it is odd, or wrong."""

    def odd(often: int = 12) -> bool:
        return draw(st.integers(1, often)) == 1

    def entry(names: list[str]) -> dict[str, Any]:
        found = {}
        for name in draw(st.lists(st.sampled_from(names), unique=True, max_size=2)):
            value = draw(ODD if odd() else FACTS[name])
            period = draw(PERIODS) if odd() else "ETERNITY" if name in ("sex", "birth_date") else "2026-03"
            more = {draw(PERIODS): value} if odd() else {}
            found[name] = {period: value, **more} if draw(st.booleans()) else value
        return found

    persons = {
        name: entry([*FACTS][: 5 if odd() else 4]) for name in draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    }
    homes: dict[str, Any] = {}
    for name in persons:
        home = homes.setdefault(draw(st.sampled_from("ab")), entry([*FACTS][0 if odd() else 4 :]))
        role = draw(ROLES)
        alone = role not in home and odd(4)
        listed = home.setdefault(role, name if alone else [])
        if isinstance(listed, list) and not odd(20):
            listed.append(draw(IDS) if odd(20) else name)
    return {"persons": persons, "households": homes}


def outcome(system: Any, content: Any) -> Any:
    """Return what is read of a situation, or every fault with all that is told of it."""
    try:
        found = read_situation(system, content, "2026-03")
    except InputError as error:
        return [(each.place, each.problem, each.expected, each.got, each.nearest) for each in error.errors]
    return found, found.given, [*found.stated], [[*each] for each in found.stated.values()]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rough())
def test_what_is_read_at_once_is_what_is_read_one_by_one(uzbekistan: Any, content: Any) -> None:
    at_once = outcome(uzbekistan, content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CellReader, "_read_at_once", lambda *_: False)
        patch.setattr(belonging, "_at_once", lambda *_: None)
        patch.setattr(situation, "_are_plain", lambda _: False)
        assert outcome(uzbekistan, content) == at_once
