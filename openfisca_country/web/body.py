"""Reading a body: its type, size and text are checked before anything looks at what it says."""

import re
from collections.abc import Mapping
from typing import Any

from flask import Request

from openfisca_country.household.cells import place_of
from openfisca_country.household.inputs import short
from openfisca_country.household.json_text import read_text
from openfisca_country.law import MONTHS_IN_YEAR, InputError, InputErrors
from openfisca_country.web.problems import Fault, Problem, faults, refuse
from openfisca_country.web.settings import Settings

JSON = "application/json"
NOT_JSON = "The body is not JSON that can be used"
TOO_LARGE = "The body is too large"
WRONG_TYPE = "The body is not of a type that this address takes"
TOO_MUCH = "The request asks for more than this server answers at once"
PERIOD_FORM = re.compile(r"[0-9]{4}(-[0-9]{2})?")
ENTITIES = ("persons", "households")
MOST_MEMBERS = 1_000
"""How many persons a household may have: those of one are evaluated together, and memory goes with them."""
MOST_ANSWERS = 1_000_000


def read_json(request: Request, settings: Settings) -> dict[str, Any]:
    """Read the JSON object that a request carries.

    Args:
        request: as it came.
        settings: the limits of the server.

    Raises:
        Problem: 415 for a type or an encoding other than JSON as it is, 413 for one too large, 400 for what is no
            JSON, nested too deeply, or names a key twice, 422 for JSON that is no object.

    """
    check_type(request, JSON)
    most = settings.max_body_bytes
    # One byte more than is taken is read of a body whose length is not told: werkzeug would cut it in silence.
    request.max_content_length = most + 1
    text = request.get_data(cache=False) if (request.content_length or 0) <= most else b""
    if len(text) > most or (request.content_length or 0) > most:
        expected = f"at most {most} bytes"
        refuse(413, TOO_LARGE, "body", f"is larger than the {most} bytes that this server takes.", expected=expected)
    return read_object(text, settings)


def check_type(request: Request, *types: str) -> str:
    """Return the type of a body, if it is one of those taken, and not compressed.

    Raises:
        Problem: 415.

    """
    encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding != "identity":
        sentence = f'bodies are taken as they are, not compressed: send it without "{short(encoding)}".'
        fault = Fault("header Content-Encoding", sentence, "identity", short(encoding))
        raise Problem(415, WRONG_TYPE, [fault], {"Accept-Encoding": "identity"})
    if request.mimetype not in types:
        wanted, got = " or ".join(types), short(request.mimetype) or "nothing"
        sentence = f"expected {wanted}, got {got}: name the type of the body."
        raise Problem(415, WRONG_TYPE, [Fault("header Content-Type", sentence, wanted, got)], {"Accept": wanted})
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8"):
        sentence = f"expected text in utf-8, got {short(charset)}."
        refuse(415, WRONG_TYPE, "header Content-Type", sentence, expected="utf-8", got=short(charset))
    return request.mimetype


def read_object(text: bytes, settings: Settings) -> dict[str, Any]:
    """Read a JSON object from bytes; errors as for `read_json`, without those of type and size."""
    content = _parsed(text, settings.max_depth)
    if not isinstance(content, dict):
        got = "a list" if isinstance(content, list) else "a single value"
        refuse(422, NOT_JSON, "body", f"expected an object, got {got}.", expected="an object", got=got)
    return content


def _parsed(text: bytes, depth: int) -> Any:
    if not text.strip():
        refuse(400, NOT_JSON, "body", "is empty: send a JSON object.")
    try:
        return read_text(text, depth)
    except InputErrors as errors:
        raise Problem(400, NOT_JSON, faults(errors)) from None
    except InputError as error:
        raise Problem(400, NOT_JSON, faults(error.at("body"))) from None


def check_size(
    content: Mapping[str, Any], settings: Settings, period: str | None = None, most_persons: int | None = None
) -> int:
    """Refuse a situation with more persons or households, or with more asked, than the server answers at once.

    Args:
        content: a situation, not checked yet.
        settings: the limits of the server.
        period: asked beside it, a month or a year; not checked yet.
        most_persons: where the answer is a longer one; ``settings.max_persons`` by default.

    Returns:
        How many months are asked.

    Raises:
        Problem: 422.

    """
    persons, households = (each if isinstance(each := content.get(name), dict) else {} for name in ENTITIES)
    _check_count("persons", len(persons), most_persons or settings.max_persons, "persons")
    _check_count("households", len(households), most_persons or settings.max_persons, "households")
    for name, entry in households.items():
        members = entry.values() if isinstance(entry, dict) else ()
        count = sum([len(each) for each in members if type(each) is list])
        if count > MOST_MEMBERS:
            _check_count(place_of("households", name), count, MOST_MEMBERS, "persons in a household")
    asked = _asked(content)
    months_of = {each: _months(each or period or "") for each in asked}
    months = {month for each in (*months_of.values(), _months(period or "")) for month in each}
    answers = sum(count * max(1, len(months_of[each])) for each, count in asked.items())
    _check_count("body", len(months), settings.max_periods, "months to be asked")
    _check_count("body", answers, MOST_ANSWERS, "answers")
    return len(months)


def _check_count(place: str, count: int, most: int, things: str) -> None:
    if count > most:
        sentence = f"expected at most {most} {things}, got {count}: send several requests, or use /calculate/batch."
        refuse(422, TOO_MUCH, place, sentence, expected=f"at most {most}", got=str(count))


def _asked(content: Mapping[str, Any]) -> dict[str, int]:
    """Return under which periods there are nulls, and how many; under no text, those that stand without a period."""
    found: dict[str, int] = {}
    entities = [each for each in content.values() if isinstance(each, dict)]
    for entry in [each for entity in entities for each in entity.values() if isinstance(each, dict)]:
        for cell in entry.values():
            if cell is None:
                found[""] = found.get("", 0) + 1
            elif type(cell) is dict and None in cell.values():
                for period, value in cell.items():
                    if value is None:
                        found[period] = found.get(period, 0) + 1
    return found


def _months(period: str) -> tuple[str, ...]:
    """Return the months of a period; none of what is no period: whoever reads the situation says so."""
    if not PERIOD_FORM.fullmatch(period):
        return ()
    return (period,) if "-" in period else tuple(f"{period}-{month:02}" for month in range(1, MONTHS_IN_YEAR + 1))
