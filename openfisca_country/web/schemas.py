"""JSON Schemas of the typed results, made from the dataclasses and what their docstrings say of each part."""

import dataclasses
import datetime
import inspect
import re
import types
import typing
from enum import Enum
from typing import Any

from openfisca_country.report.as_json import schema_of

Schemas = dict[str, dict[str, Any]]

PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    datetime.date: {"type": "string", "format": "date"},
    Any: {},
}


def ref(name: str) -> dict[str, Any]:
    """Return a reference to a schema of the components."""
    return {"$ref": f"#/components/schemas/{name}"}


def schema_for(hint: Any, found: Schemas) -> dict[str, Any]:
    """Return the schema of a type as `report.as_json` writes it.

    Args:
        hint: a type, as annotations give it.
        found: the schemas of the dataclasses met, by name; those met here join them.

    """
    if hint in PLAIN:
        return dict(PLAIN[hint])
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        _add(hint, found)
        return ref(hint.__name__)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"type": "string", "enum": [item.value for item in hint]}
    return _of_parts(hint, typing.get_origin(hint), typing.get_args(hint), found)


def _of_parts(hint: Any, origin: Any, parts: tuple[Any, ...], found: Schemas) -> dict[str, Any]:
    if origin in (typing.Union, types.UnionType):
        return _any_of([schema_for(each, found) for each in parts])
    if origin is dict:
        return {"type": "object", "additionalProperties": schema_for(parts[1], found)}
    if origin is list or (origin is tuple and parts[-1] is Ellipsis):
        return {"type": "array", "items": schema_for(parts[0], found)}
    if origin is tuple:
        items = [schema_for(each, found) for each in parts]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    raise TypeError(f"{hint} has no schema")


def answer_schema(kind: type, found: Schemas) -> dict[str, Any]:
    """Return the schema of a whole answer: the result's own, with the name of its form before it."""
    own = schema_for(kind, found)
    name = f"{kind.__name__}Answer"
    head = {"type": "object", "properties": {"schema": {"const": schema_of(kind)}}, "required": ["schema"]}
    found[name] = {"allOf": [head, own]}
    return ref(name)


def _any_of(schemas: list[dict[str, Any]]) -> dict[str, Any]:
    if all(list(each) == ["type"] for each in schemas):
        return {"type": list(dict.fromkeys(each["type"] for each in schemas))}
    return {"anyOf": schemas}


def _add(kind: type, found: Schemas) -> None:
    if kind.__name__ in found:
        return
    found[kind.__name__] = {}  # a condition holds conditions: it is known before its parts are looked at
    title, parts = described(kind)
    hints = typing.get_type_hints(kind)
    fields = [each.name for each in dataclasses.fields(kind)]
    properties = {}
    for name in fields:
        schema = schema_for(hints[name], found)
        properties[name] = {**schema, "description": parts[name]} if name in parts else schema
    found[kind.__name__] = {"type": "object", "description": title, "properties": properties, "required": fields}


def described(kind: type) -> tuple[str, dict[str, str]]:
    """Return what the docstring of a dataclass says of it, and of each of its parts."""
    title, _, rest = (inspect.getdoc(kind) or "").partition("\n\n")
    attributes = rest.partition("Attributes:\n")[2].partition("\n\n")[0]
    parts = re.findall(r"^    (\w+): ((?:.|\n        )+)", attributes, re.MULTILINE)
    return " ".join(title.split()), {name: " ".join(text.split()) for name, text in parts}
