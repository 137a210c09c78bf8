"""Reading a situation's JSON: nothing is taken that JSON does not know, and no key twice."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from openfisca_country.household.belonging import kind_of
from openfisca_country.household.inputs import shown
from openfisca_country.law import InputError

DEPTH = 20
"""How many levels a JSON text may have; a situation has four."""


def load_situation(path: Path) -> dict[str, Any]:
    """Read a situation from a JSON file, as it stands.

    Raises:
        InputError: the file cannot be read, is not JSON, names a key twice, or holds NaN or Infinity.

    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError("", f"{path}: cannot be read ({error.strerror}).") from None
    return parse_situation(content, str(path))


def parse_situation(text: str | bytes, name: str, depth: int = DEPTH) -> dict[str, Any]:
    """Read a situation from JSON.

    Args:
        text: JSON, in UTF-8 if it is bytes.
        name: where it came from, for the message.
        depth: how many levels it may have.

    Raises:
        InputError: it is not JSON, nested deeper, names a key twice, or holds NaN or Infinity.

    """
    try:
        content = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        if not content.strip():
            raise InputError("", "is empty; a situation starts with { and has persons and households.")
        parsed = json.loads(content, object_pairs_hook=_no_twins, parse_constant=_no_constant)
        if _is_deeper(parsed, depth):
            raise InputError("", "is nested too deeply to be a situation.", f"at most {depth} levels")
    except UnicodeDecodeError:
        raise InputError("", f"{name}: is not a UTF-8 text file.") from None
    except json.JSONDecodeError as error:
        raise InputError("", f"{name}: is not JSON: line {error.lineno}, column {error.colno}: {error.msg}.") from None
    except InputError as error:
        raise InputError("", f"{name}: {error}", error.expected, error.got) from None
    except RecursionError:
        raise InputError("", f"{name}: is nested too deeply to be a situation.", f"at most {depth} levels") from None
    except ValueError:
        raise InputError("", f"{name}: holds a number with too many digits.") from None
    if not isinstance(parsed, dict):
        raise no_situation(parsed, f"{name}: ")
    return parsed


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        twin, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise InputError("", f"{shown(twin)} stands twice in the same object; keep one.")
    return content


def _no_constant(constant: str) -> Any:
    raise InputError(
        "", f"{constant} is not a number that can be used; leave the line out if it is not known.", "a number", constant
    )


def _is_deeper(content: Any, depth: int) -> bool:
    level = [content]
    for _ in range(depth):
        level = [
            child
            for each in level
            for child in (each.values() if isinstance(each, dict) else each if isinstance(each, list) else ())
            if isinstance(child, dict | list)
        ]
    return bool(level)


def no_situation(content: Any, before: str = "") -> InputError:
    """Return the error of what is no object at all."""
    problem = f"{before}a situation is an object with persons and households, not {kind_of(content)}."
    return InputError("", problem, "an object with persons and households", kind_of(content))
