"""Reading JSON that anybody may have sent: nothing is dropped, overwritten or guessed, and it cannot be a bomb."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from openfisca_country.household.belonging import kind_of
from openfisca_country.household.cells import place_of
from openfisca_country.household.inputs import shown
from openfisca_country.law import InputError, InputErrors
from openfisca_country.law.errors import MOST_FAULTS

DEPTH = 20
"""How many levels a JSON text may have; a situation has four."""


def load_situation(path: Path) -> dict[str, Any]:
    """Read a situation from a JSON file, as it stands.

    Raises:
        InputError: the file cannot be read; otherwise as for `parse_situation`.

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
        InputErrors: it is no JSON that can be used (see `read_text`), or no object.

    """
    try:
        if not text.strip():
            raise InputError("", "is empty; a situation starts with { and has persons and households.")
        parsed = read_text(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text, depth)
    except InputError as error:
        told = [InputError("", f"{name}: {each}", each.expected, each.got) for each in error.errors]
        raise InputErrors(told) from None
    if not isinstance(parsed, dict):
        raise no_situation(parsed, f"{name}: ")
    return parsed


def read_text(text: bytes, depth: int) -> Any:
    """Read JSON.

    Args:
        text: in UTF-8.
        depth: how many levels it may have: an object or a list is one, those within it the next.

    Raises:
        InputErrors: keys that stand twice and NaN or Infinity, each with its place.
        InputError: without a place, where it is about the whole: it is not UTF-8, no JSON, nested deeper, or holds half
            of a character or a number of too many digits.

    """
    constants: list[str] = []
    content = _parsed(text, depth, parse_constant=constants.append)
    keys, levels = _extent(content)
    if levels > depth:
        raise _too_deep(depth)
    # No object has more keys than colons: where there are as many of both, none was overwritten by its twin.
    if constants or keys != text.count(b":"):
        reader = _Reader()
        content = _parsed(text, depth, object_pairs_hook=reader.pairs, parse_constant=reader.constant)
        if reader.twins or reader.constants:
            raise InputErrors(list(islice(reader.faults(content), MOST_FAULTS)))
    if b"\\u" in text:
        _check_characters(content)
    return content


def _parsed(text: bytes, depth: int, **hooks: Any) -> Any:
    try:
        return json.loads(text.decode("utf-8-sig"), **hooks)
    except UnicodeDecodeError as error:
        raise InputError("", f"is not text in UTF-8: byte {error.start + 1} does not belong there.") from None
    except json.JSONDecodeError as error:
        raise InputError("", f"is not JSON: line {error.lineno}, column {error.colno}: {error.msg}.") from None
    except RecursionError:
        raise _too_deep(depth) from None
    except ValueError:  # more digits than Python turns into a number
        raise InputError("", "holds a number with too many digits.") from None


def _extent(content: Any) -> tuple[int, int]:
    """Return how many keys there are in all objects, and how many levels."""
    keys = levels = 0
    level = [content]
    while True:
        objects = [each for each in level if type(each) is dict]
        lists = [each for each in level if type(each) is list]
        if not objects and not lists:
            return keys, levels
        keys += sum(map(len, objects))
        levels += 1
        level = [*chain.from_iterable(map(dict.values, objects)), *chain.from_iterable(lists)]


def _too_deep(depth: int) -> InputError:
    expected = f"at most {depth} levels"
    return InputError("", f"is nested too deeply: expected {expected}.", expected)


class _Constant:
    """NaN or Infinity, which Python's reader takes and JSON does not know."""

    def __init__(self, text: str) -> None:
        self.text = text


class _Reader:
    """Notes, while JSON is read, which objects name a key twice, and whether a constant is not of JSON."""

    def __init__(self) -> None:
        self.twins: dict[int, tuple[dict[str, Any], list[str]]] = {}
        self.constants: dict[str, _Constant] = {}

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        content = dict(pairs)
        if len(content) < len(pairs) and len(self.twins) < MOST_FAULTS:
            counts = Counter(key for key, _ in pairs)
            # The object is kept with them, so that its identity stays its own.
            self.twins[id(content)] = content, [key for key, count in counts.items() if count > 1]
        return content

    def constant(self, text: str) -> _Constant:
        return self.constants.setdefault(text, _Constant(text))

    def faults(self, content: Any) -> Iterator[InputError]:
        """Return what was noted, each with its place."""
        unseen = dict(self.twins)
        for path, each in _walk(content):
            _, keys = unseen.pop(id(each), (None, ()))
            yield from (_twin(place_of(*path, key), key) for key in keys)
            if isinstance(each, _Constant):
                problem = f"{each.text} is not a number that can be used; leave the line out if it is not known."
                yield InputError(place_of(*path), problem, "a number", each.text)
        for _, keys in unseen.values():  # they stood under a key that stands twice, and were overwritten
            yield from (_twin(place_of(key), key) for key in keys)


def _twin(place: str, key: str) -> InputError:
    return InputError(place, f"{shown(key)} stands twice in the same object; keep one.", "each name once", shown(key))


def _walk(content: Any) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Return every object, list and constant within, each with the keys that lead to it."""
    yield (), content
    pending: list[tuple[tuple[Any, ...], Iterator[tuple[Any, Any]]]] = [((), iter(_inside(content)))]
    while pending:
        path, inside = pending[-1]
        key, each = next(inside, (None, pending))
        if each is pending:
            pending.pop()
            continue
        if isinstance(each, dict | list | _Constant):
            yield (*path, key), each
            pending.append(((*path, key), iter(_inside(each))))


def _inside(each: Any) -> Iterable[tuple[Any, Any]]:
    return each.items() if isinstance(each, dict) else enumerate(each) if isinstance(each, list) else ()


def _check_characters(content: Any) -> None:
    r"""Refuse half of a character (``\ud83d`` alone): no answer could be written with it."""
    try:
        json.dumps(content, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise InputError("", r"holds half of a character: \ud800 to \udfff stand in pairs only.") from None


def no_situation(content: Any, before: str = "") -> InputError:
    """Return the error of what is no object at all."""
    problem = f"{before}a situation is an object with persons and households, not {kind_of(content)}."
    return InputError("", problem, "an object with persons and households", kind_of(content))
