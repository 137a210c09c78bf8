"""The language of an answer is the one that is asked for, among those the law is labelled in."""

import json
from pathlib import Path
from typing import Any

import pytest

from openfisca_country.law.catalogue import load_country

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
FAMILY = json.loads((EXAMPLES / "uzbekistan" / "borderline_family.json").read_text(encoding="utf-8"))
BODY = {"situation": FAMILY, "period": "2027-01"}
ALLOWANCE = {"en": "Child allowance", "uz": "Bolalar nafaqasi", "ru": "Детское пособие"}


def explained(client: Any, header: str | None, **body: Any) -> Any:
    headers = {} if header is None else {"Accept-Language": header}
    answer = client.post("/explain", json={**BODY, "variable": "child_allowance", **body}, headers=headers)
    assert answer.status_code == 200
    return answer


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "en"),
        ("", "en"),
        ("uz", "uz"),
        ("ru-RU, en;q=0.5", "ru"),
        ("uz-Latn-UZ, uz;q=0.8, en;q=0.5", "uz"),
        ("UZ-latn-uz;q=0.4, ru;q=0.3", "uz"),
        ("en;q=0.2, ru;q=0.8", "ru"),
        ("*", "en"),
        ("en;q=0, *", "uz"),
        ("fr, de;q=0.9", "en"),
        ("fr, ru;q=0.1", "ru"),
        ("mn", "en"),
        ("uz;q=0, ru", "ru"),
        ("ru;q=nonsense;;,,=", "en"),
        ("x" * 5000, "en"),
    ],
)
def test_the_language_asked_for_is_chosen(uzbekistan: Any, header: str | None, language: str) -> None:
    answer = explained(uzbekistan, header)
    assert answer.headers["Content-Language"] == language
    assert "Accept-Language" in answer.headers["Vary"]
    assert answer.json["label"] == ALLOWANCE[language]


def test_the_body_has_the_last_word(uzbekistan: Any) -> None:
    answer = explained(uzbekistan, "ru", language="uz")
    assert answer.headers["Content-Language"] == "uz"
    assert answer.json["label"] == ALLOWANCE["uz"]


def test_a_language_that_the_law_has_no_words_in_is_refused(uzbekistan: Any) -> None:
    answer = uzbekistan.post("/explain", json={**BODY, "variable": "wage", "language": "mn"})
    assert answer.status_code == 422
    assert answer.json["errors"][0]["place"] == "language"
    assert answer.json["errors"][0]["expected"] == "en, uz, ru"


@pytest.mark.parametrize(
    ("path", "more"),
    [("/compare", {"reforms": ["smooth_borderline"]}), ("/missing", {}), ("/incentives", {"children": [0, 2]})],
)
def test_every_label_of_a_variable_follows(uzbekistan: Any, path: str, more: dict[str, Any]) -> None:
    """Beside the labels nothing differs; each label is that of the law, or English where the law has none."""
    english = uzbekistan.post(path, json={**BODY, **more})
    russian = uzbekistan.post(path, json={**BODY, **more}, headers={"Accept-Language": "ru"})
    assert russian.headers["Content-Language"] == "ru"
    variables = load_country("uzbekistan").variables
    differing = list(differences(english.json, russian.json))
    assert len(differing) > 3
    for name, before, after in differing:
        assert before == variables[name].label
        assert after == variables[name].labels["ru"]


def differences(one: Any, other: Any, name: str = "") -> Any:
    """Every text that differs, with the name of the variable it stands beside."""
    if isinstance(one, dict):
        assert one.keys() == other.keys()
        name = one.get("variable", name)
        for key in one:
            yield from differences(one[key], other[key], name if key in ("label", "statement") else key)
    elif isinstance(one, list):
        assert len(one) == len(other)
        for each, twin in zip(one, other, strict=True):
            yield from differences(each, twin, name)
    elif one != other:
        yield name, one, other


def test_programmes_have_titles_in_the_language(uzbekistan: Any) -> None:
    titles = {each.name: each for each in load_country("uzbekistan").book.programmes.values()}
    answer = uzbekistan.get("/programmes", headers={"Accept-Language": "uz"})
    assert answer.headers["Content-Language"] == "uz"
    assert {each["name"]: each["title"] for each in answer.json} == {
        name: each.labels.get("uz", each.title) for name, each in titles.items()
    }


def test_what_is_listed_in_one_language_does_not_stay_for_the_next(uzbekistan: Any) -> None:
    first = uzbekistan.get("/programmes").json
    uzbekistan.get("/programmes", headers={"Accept-Language": "uz"})
    assert uzbekistan.get("/programmes").json == first
