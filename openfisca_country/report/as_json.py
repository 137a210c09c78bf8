"""Results as JSON: plain values, days as text, names as in the typed results."""

import dataclasses
import datetime
import json
from typing import Any

VERSION = 1


def plain(result: Any) -> Any:
    """Turn a typed result into lists and dictionaries.

    >>> import datetime
    >>> plain((datetime.date(2026, 5, 31), {"wage": 1.0}))
    ['2026-05-31', {'wage': 1.0}]
    """
    if dataclasses.is_dataclass(result) and not isinstance(result, type):
        return {field.name: plain(getattr(result, field.name)) for field in dataclasses.fields(result)}
    if isinstance(result, dict):
        return {str(key): plain(value) for key, value in result.items()}
    if isinstance(result, list | tuple):
        return [plain(each) for each in result]
    if isinstance(result, datetime.date):
        return result.isoformat()
    if isinstance(result, str):
        return str(result)
    return result


def with_schema(result: Any) -> Any:
    """Turn a typed result into plain values, ready to be JSON.

    An object starts with ``schema``, the name and version of its form: ``explanation/1``. A version changes when a part
    is renamed, removed or comes to mean something else; new parts may join without notice.
    """
    content = plain(result)
    if dataclasses.is_dataclass(result) and not isinstance(result, type):
        content = {"schema": schema_of(type(result)), **content}
    return content


def schema_of(kind: type) -> str:
    """Return the name and version of a result's form."""
    return f"{kind.__name__.lower()}/{VERSION}"


def as_json(result: Any) -> str:
    """Write a typed result as JSON text, in the script it is written in; its form is that of `with_schema`."""
    return json.dumps(with_schema(result), ensure_ascii=False, indent=2, allow_nan=False)
