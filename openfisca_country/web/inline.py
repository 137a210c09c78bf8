"""Reforms that come in a body: names of those that ship, and documents of numbers. No path, no Python, no code."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from openfisca_country.law import InputError, LawError, ReformError, apply_reform
from openfisca_country.law.proposed import check_changes
from openfisca_country.law.reform import ReformLike
from openfisca_country.law.reform_file import ReformFile, ReformLoader, document_of
from openfisca_country.web.served import Served

MOST_REFORMS = 20
MOST_CHARACTERS = 100_000
MOST_VALUES = 10_000
MOST_DEPTH = 10
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
NAME_WORDS = "a name of letters, digits, - and _, starting with a letter, of at most 64 characters"
DOCUMENT = re.compile(r"\n|:(\s|$)")
"""What a document in YAML holds, and a name never does."""

TEXTS = ("name", "country", "title", "sponsor", "source", "reference", "link", "description")


def read_reforms(
    served: Served, law: Any, given: Sequence[Any], stacked: bool
) -> tuple[tuple[ReformLike, ...], tuple[InputError, ...]]:
    """Read the reforms of a body, and see that each can be applied.

    Nothing is kept of what they say: the law each makes lives as long as the request that brought it.

    Args:
        served: the country, and the reforms that ship with it.
        law: that they are laid over.
        given: names of reforms that ship, and documents: JSON objects or YAML texts of the form of a reform file.
        stacked: whether they are laid one upon the other, as `explain` does; `compare` lays each over current law.

    Returns:
        The reforms, as the Python functions take them, and all that is wrong with those that are not among them.

    """
    if len(given) > MOST_REFORMS:
        got = str(len(given))
        sentence = f"expected at most {MOST_REFORMS} reforms, got {got}: send several requests."
        return (), (InputError("reforms", sentence, f"at most {MOST_REFORMS}", got),)
    found: list[ReformLike] = []
    faults: list[InputError] = []
    names: set[str] = set()
    for number, each in enumerate(given):
        place = f"reforms.{number}"
        try:
            reform = read_reform(served, each, place)
            name = reform if isinstance(reform, str) else reform.name
            if name in names:
                raise ReformError(f'"{name}" is the name of another reform in this list; give each its own.')
            names.add(name)
            applied = apply_reform(law, reform)
        except LawError as error:
            faults += _faults(served, each, place, error, law)
        else:
            found.append(reform)
            law = applied if stacked else law
    return tuple(found), tuple(faults)


def read_reform(served: Served, given: Any, place: str) -> ReformLike:
    """Read one reform: a name is let through if a reform of that name ships, a document is read and bounded.

    Raises:
        ReformError: it is neither.

    """
    if isinstance(given, str) and not DOCUMENT.search(given):
        (name,) = served.check_reforms([given])
        return name
    content = _of_yaml(given, place) if isinstance(given, str) else given
    if not isinstance(content, dict):
        raise ReformError(f"{place}: expected the name of a reform that ships, or a reform: an object or a YAML text.")
    if sum(1 for _ in _leaves(content)) > MOST_VALUES:
        raise ReformError(f"{place}: holds more than {MOST_VALUES} values.")
    for key in TEXTS:
        if isinstance(content.get(key), dict | list | bool):
            raise ReformError(f"{place}: {key}: expected a text.")
    document = document_of({"country": served.name, **content}, place)
    if not NAME.fullmatch(document.name):
        raise ReformError(f'{place}: name: expected {NAME_WORDS}, got "{document.name[:60]}".')
    if document.name in served.reforms:
        raise ReformError(f'{place}: name: "{document.name}" is a reform that ships; give this one another name.')
    return document


def _of_yaml(text: str, place: str) -> Any:
    """Read YAML of plain values; what could make much of a short text, or anything but values, is refused unread."""
    if len(text) > MOST_CHARACTERS:
        raise ReformError(f"{place}: is longer than {MOST_CHARACTERS} characters.")
    depth = documents = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise ReformError(f"{place}: anchors and aliases (& and *) are not read; write each value out.")
            if getattr(event, "tag", None):
                raise ReformError(f"{place}: tags (!) are not read; write plain values.")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            documents += isinstance(event, yaml.DocumentStartEvent)
            if depth > MOST_DEPTH:
                raise ReformError(f"{place}: is nested more than {MOST_DEPTH} levels deep.")
            if documents > 1:
                raise ReformError(f"{place}: holds several documents; send one reform a text.")
        return yaml.load(text, Loader=ReformLoader)
    except (yaml.YAMLError, TypeError, ValueError) as error:
        if isinstance(error, LawError):
            raise
        mark = getattr(error, "problem_mark", None)
        line = f" near line {mark.line + 1}" if mark else ""
        raise ReformError(f"{place}: this is not YAML that can be used{line}.") from None


def _leaves(content: Any) -> Iterator[Any]:
    pending = [content]
    while pending:
        each = pending.pop()
        if isinstance(each, dict | list):
            pending += each.values() if isinstance(each, dict) else each
        yield each


def _faults(served: Served, given: Any, place: str, error: LawError, law: Any) -> list[InputError]:
    """Return what is wrong with a reform: each of its parameters that cannot be so, or the one error that was met."""
    try:
        document = read_reform(served, given, place)
    except LawError:
        return [_fault(place, error)]
    if not isinstance(document, ReformFile) or document.switch_on:
        return [_fault(place, error)]
    found = []
    for path, values in document.changes.items():
        where = f"{place}.parameters.{path}"
        try:
            check_changes(law.parameters, {path: values}, law.book.start.isoformat(), place, served.system.parameters)
        except ReformError as each:
            sentence = str(each).removeprefix(f"{place}: ").removeprefix(f"{path}: ")
            found.append(_fault(where, ReformError(sentence)))
    return found or [_fault(place, error)]


def _fault(place: str, error: LawError) -> InputError:
    sentence = str(error).removeprefix(f"{place}: ")
    nearest = re.search(r'Did you mean "([^"]*)"\?', sentence)
    return InputError(place, sentence, nearest=nearest[1] if nearest else "")
