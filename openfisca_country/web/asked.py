"""What a body asks, beside its situation: which parts it may have, and all that is wrong with them at once."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from openfisca_country.law import InputError
from openfisca_country.law.errors import did_you_mean, nearest_name

LARGEST = 2**53
MOST_LAWS = 20
MOST_CHILDREN = 50


@dataclass(frozen=True)
class Part:
    """A part that a body may have.

    Attributes:
        words: what is expected, in words.
        fits: whether a value is such a thing.
        schema: the same as JSON Schema.
        description: what it is for.
        required: whether a body without it is refused; one that is not may be ``null``, which is as if it were absent.
        read: makes of it what the function takes.

    """

    words: str
    fits: Callable[[Any], bool] = field(hash=False)
    schema: Mapping[str, Any] = field(hash=False)
    description: str
    required: bool = False
    read: Callable[[Any], Any] = field(default=lambda value: value, hash=False)


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -LARGEST <= value <= LARGEST


def _whole(value: Any) -> bool:
    return _number(value) and float(value).is_integer()


def _object(value: Any) -> bool:
    return isinstance(value, dict)


def _list_of(fits: Callable[[Any], bool], most: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and len(value) <= most and all(map(fits, value))


def _is_reform(value: Any) -> bool:
    return isinstance(value, str | dict)


TEXT = {"type": "string"}
MONTH_OF_LAW = {"type": "string", "examples": ["2024-06"]}
AMOUNT = {"type": "number", "minimum": -LARGEST, "maximum": LARGEST}
INLINE = {"$ref": "#/components/schemas/InlineReform"}

PARTS: dict[str, Part] = {
    "situation": Part(
        "an object with persons and households",
        _object,
        {"$ref": "#/components/schemas/SituationInput"},
        "Persons and households, as for /calculate; a value written alone holds in every month.",
        required=True,
    ),
    "period": Part(
        "a text, as 2026-03 or 2026",
        _text,
        {"type": "string", "examples": ["2026-03", "2026"]},
        "A month, or a year shown month by month; the current month by default.",
    ),
    "reforms": Part(
        "a list of names of reforms and of reforms as objects or YAML texts, at most 20",
        _list_of(_is_reform, 20),
        {"type": "array", "maxItems": 20, "items": {"anyOf": [TEXT, INLINE]}},
        "Names of reforms that ship, and reforms written out: an object, or a YAML text of the same form.",
    ),
    "laws_of": Part(
        f"a list of months as texts, at most {MOST_LAWS}",
        _list_of(_text, MOST_LAWS),
        {"type": "array", "maxItems": MOST_LAWS, "items": MONTH_OF_LAW},
        "Months whose law is applied to the period, numbers and rules alike.",
    ),
    "law_of": Part(
        "a month as a text",
        _text,
        MONTH_OF_LAW,
        "A month whose law is applied to the period; 2024-06:PARAMETER raises its amounts as that parameter rose.",
    ),
    "variable": Part("the name of a variable, as a text", _text, TEXT, "Which variable."),
    "of": Part("the id of a person or household, as a text", _text, TEXT, "Whose; chosen if it is not given."),
    "language": Part(
        "a language as a text, as en",
        _text,
        {"type": "string", "examples": ["en"]},
        "ISO 639-1 code; without it Accept-Language is heard.",
    ),
    "from": Part("a number", _number, AMOUNT, "First value of the range; 0 by default."),
    "to": Part("a number", _number, AMOUNT, "Last value; by default a little beyond the last change of a benefit."),
    "points": Part(
        "a whole number",
        _whole,
        {"type": "integer"},
        "Into how many steps the range is cut; 1000 by default.",
        read=int,
    ),
    "hourly_wage": Part("a number", _number, AMOUNT, "With it, the range is in hours a month at so much an hour."),
    "children": Part(
        f"a list of whole numbers, at most {MOST_CHILDREN}",
        _list_of(_whole, MOST_CHILDREN),
        {"type": "array", "maxItems": MOST_CHILDREN, "items": {"type": "integer"}},
        "In place of a range: numbers of children with which the family is evaluated.",
        read=lambda value: [int(each) for each in value],
    ),
    "facts": Part(
        "an object of variables",
        _object,
        {"type": "object"},
        "Other facts of the person that hold wherever the value is above zero.",
    ),
}

PARTS_OF = {
    "compare": ("situation", "period", "reforms", "laws_of"),
    "explain": ("situation", "variable", "period", "reforms", "of", "law_of", "language"),
    "missing": ("situation", "period", "reforms"),
    "incentives": (
        *("situation", "of", "variable", "from", "to", "points", "period"),
        *("reforms", "laws_of", "hourly_wage", "children", "facts"),
    ),
}
REQUIRED = {"explain": ("variable",)}
OTHER_NAMES = {"start": "from", "end": "to", "reform": "reforms"}
"""Names under which people look for a part: those of the Python functions and of the query of /calculate."""


def read_parts(route: str, content: Mapping[str, Any]) -> tuple[dict[str, Any], list[InputError]]:
    """Read the parts of a body.

    Args:
        route: the name of the function that is asked.
        content: the body.

    Returns:
        The parts that are given and of the right type, and all that is wrong with the others.

    """
    known = PARTS_OF[route]
    given: dict[str, Any] = {}
    faults = []
    for name, value in content.items():
        if name not in known:
            right = OTHER_NAMES.get(name, "")
            right = right if right in known else nearest_name(name, known)
            sentence = f"is not a part of this body.{did_you_mean(right)} It has {', '.join(known)}."
            faults.append(InputError(name, sentence, nearest=right))
        elif value is None and not _required(route, name):
            continue
        elif not PARTS[name].fits(value):
            sentence = f"expected {PARTS[name].words}, got {shown(value)}."
            faults.append(InputError(name, sentence, PARTS[name].words, shown(value)))
        else:
            given[name] = PARTS[name].read(value)
    for name in known:
        if _required(route, name) and name not in content:
            faults.append(InputError(name, f"is missing: expected {PARTS[name].words}.", PARTS[name].words))
    return given, faults


def _required(route: str, name: str) -> bool:
    return PARTS[name].required or name in REQUIRED.get(route, ())


def shown(value: Any) -> str:
    """Return what stands in a body in a few words.

    >>> shown([1]), shown("x" * 100), shown(None)
    ('a list', 'a text', 'null')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    if value is None:
        return "null"
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= 60 else "a text"
    return str(value) if math.isfinite(value) and abs(value) < 1e20 else "a number of too many digits"


def body_schema(route: str) -> dict[str, Any]:
    """Return the JSON Schema of a body."""
    properties = {}
    for name in PARTS_OF[route]:
        part = PARTS[name]
        schema: dict[str, Any] = dict(part.schema)
        if not _required(route, name) and "type" in schema:
            schema["type"] = [schema["type"], "null"]
        properties[name] = {**schema, "description": part.description}
    required = [name for name in PARTS_OF[route] if _required(route, name)]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
