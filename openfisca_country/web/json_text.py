"""Reading JSON that anybody may have sent: nothing is dropped, overwritten or guessed, and it cannot be a bomb."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NoReturn

from openfisca_country.household.cells import place_of
from openfisca_country.household.inputs import shown
from openfisca_country.law.errors import MOST_FAULTS
from openfisca_country.web.problems import Fault, Problem, refuse

NOT_JSON = "The body is not JSON that can be used"


def parse(text: bytes, depth: int) -> Any:
    """Read JSON.

    Args:
        text: in UTF-8.
        depth: how many levels it may have.

    Raises:
        Problem: 400, for what is no JSON, nested deeper, names a key twice, or holds NaN, Infinity, half of a character
            or a number of too many digits; with every place of keys and constants.

    """
    if not text.strip():
        refuse(400, NOT_JSON, "body", "is empty: send a JSON object.")
    reader = _Reader()
    try:
        content = json.loads(text.decode("utf-8-sig"), object_pairs_hook=reader.pairs, parse_constant=reader.constant)
    except UnicodeDecodeError as error:
        refuse(400, NOT_JSON, "body", f"is not text in UTF-8: byte {error.start + 1} does not belong there.")
    except json.JSONDecodeError as error:
        refuse(400, NOT_JSON, "body", f"is not JSON: line {error.lineno}, column {error.colno}: {error.msg}.")
    except RecursionError:
        _refuse_depth(depth)
    except ValueError:  # more digits than Python turns into a number
        refuse(400, NOT_JSON, "body", "holds a number with too many digits.")
    _check_depth(content, depth)
    if reader.twins or reader.constants:
        raise Problem(400, NOT_JSON, islice(reader.faults(content), MOST_FAULTS))
    if b"\\u" in text:
        _check_characters(content)
    return content


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

    def faults(self, content: Any) -> Iterator[Fault]:
        """Return what was noted, each with its place."""
        unseen = dict(self.twins)
        for path, each in _walk(content):
            _, keys = unseen.pop(id(each), (None, ()))
            yield from (_twin(place_of(*path, key), key) for key in keys)
            if isinstance(each, _Constant):
                problem = f"{each.text} is not a number that can be used; leave the line out if it is not known."
                yield Fault(place_of(*path), problem, "a number", each.text)
        for _, keys in unseen.values():  # they stood under a key that stands twice, and were overwritten
            yield from (_twin(place_of(key), key) for key in keys)


def _twin(place: str, key: str) -> Fault:
    return Fault(place, f"{shown(key)} stands twice in the same object; keep one.", "each name once", shown(key))


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


def _check_depth(content: Any, most: int) -> None:
    level = [content]
    for _ in range(most + 1):
        level = [
            child
            for each in level
            for child in (each.values() if isinstance(each, dict) else each if isinstance(each, list) else ())
            if isinstance(child, dict | list)
        ]
        if not level:
            return
    _refuse_depth(most)


def _refuse_depth(most: int) -> NoReturn:
    expected = f"at most {most} levels"
    refuse(400, NOT_JSON, "body", f"is nested too deeply: expected {expected}.", expected=expected)


def _check_characters(content: Any) -> None:
    r"""Refuse half of a character (``\ud83d`` alone): no answer could be written with it."""
    try:
        json.dumps(content, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        refuse(400, NOT_JSON, "body", r"holds half of a character: \ud800 to \udfff stand in pairs only.")
