"""A reform as a document: the YAML file, read and checked for its form.

What it says of the law is checked as it is applied.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from openfisca_core.parameters.config import date_constructor, dict_no_duplicate_constructor

from openfisca_country.law.errors import ReformError, nearest
from openfisca_country.law.proposed import check_day

HEADER = ("name", "country", "title", "sponsor", "source", "reference", "link", "description", "provisions")
CHANGES = ("parameters", "neutralise", "switch_on")
KEYS = (*HEADER, *CHANGES)
PROVISION_KEYS = ("title", "article", "text", "changes")
NEUTRALISE_KEYS = ("programme", "variable", "from")
SWITCH_KEYS = ("reform", "parameters")


class ReformLoader(yaml.CSafeLoader):
    """Reads plain values only, days as text, and no key twice: a reform may come from anybody."""


ReformLoader.add_constructor("tag:yaml.org,2002:timestamp", date_constructor)
ReformLoader.add_constructor(ReformLoader.DEFAULT_MAPPING_TAG, dict_no_duplicate_constructor)


@dataclass(frozen=True)
class ReformProvision:
    """A provision of a draft, and what it changes.

    Attributes:
        title: one line.
        article: of the draft, where it is numbered.
        text: of the provision, or a summary of it.
        changes: parameter paths, variables, programmes it neutralises or reforms it switches on.

    """

    title: str
    article: str
    text: str
    changes: tuple[str, ...]


@dataclass(frozen=True)
class Neutralise:
    """What is to give nothing.

    Attributes:
        name: of a programme or a variable.
        kind: ``programme`` or ``variable``; empty where the file gives the bare name.
        start: first day on which it gives nothing; nothing for the whole time.

    """

    name: str
    kind: str
    start: str | None


@dataclass(frozen=True)
class Switch:
    """A reform in Python that a file switches on.

    Attributes:
        reform: the name of one that ships.
        parameters: its own parameters where they are not to be the defaults.

    """

    reform: str
    parameters: Mapping[str, Any] = field(hash=False)


@dataclass(frozen=True)
class ReformFile:
    """A reform as data.

    Attributes:
        name: by which commands call it.
        country: whose law it changes.
        title: one line for people.
        reference: the draft, or where the proposal stands.
        description: what it is for.
        changes: for each parameter path, what it says from each date on.
        place: the file it was read from, for messages.
        sponsor: who proposes it.
        link: where the draft can be read.
        provisions: of the draft, each mapped to what it changes.
        neutralise: programmes and variables that are to give nothing.
        switch_on: reforms in Python that are part of this one.

    """

    name: str
    country: str
    title: str
    reference: str
    description: str
    changes: Mapping[str, Any] = field(hash=False)
    place: str = ""
    sponsor: str = ""
    link: str = ""
    provisions: tuple[ReformProvision, ...] = ()
    neutralise: tuple[Neutralise, ...] = ()
    switch_on: tuple[Switch, ...] = ()


def read_reform(path: Path) -> ReformFile:
    """Read a reform file.

    Raises:
        ReformError: the file is not YAML, lacks a part, or has one that no reform has.

    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ReformError(f"{path.name}: this is not a YAML file.") from None
    except OSError as error:
        raise ReformError(f"{path}: cannot be read ({error.strerror}).") from None
    return parse_reform(text, path.name)


def parse_reform(text: str, place: str) -> ReformFile:
    """Read the text of a reform file.

    Args:
        text: YAML.
        place: the name of the file, for messages.

    Raises:
        ReformError: as for `read_reform`.

    """
    try:
        content = yaml.load(text, Loader=ReformLoader)
    except (yaml.YAMLError, TypeError, ValueError) as error:  # a list as a key, a number with too many digits
        mark = getattr(error, "problem_mark", None)
        line = f" near line {mark.line + 1}" if mark else ""
        raise ReformError(f"{place}: this is not a YAML file{line}.") from None
    return document_of(content, place)


def document_of(content: Any, place: str) -> ReformFile:
    """Read a reform that is data already, of the form that a reform file has.

    Args:
        content: names with values, days as text.
        place: where it stands, for messages.

    Raises:
        ReformError: it lacks a part, or has one that no reform has.

    """
    if not isinstance(content, dict):
        raise ReformError(f"{place}: a reform is a list of `key: value` lines, starting with `name:`.")
    _check_keys(content, KEYS, place, "a reform")
    if not any(content.get(key) for key in CHANGES[1:]):
        _need(content, ("name", "country", "title", "parameters"), place)
    _need(content, ("name", "country", "title"), place)
    if not isinstance(content.get("parameters") or {}, dict):
        raise ReformError(f"{place}: `parameters:` lists paths, each with new values by date.")
    if content.get("source") and content.get("reference"):
        raise ReformError(f"{place}: `source:` and `reference:` mean the same; keep one of them.")
    return ReformFile(
        name=str(content["name"]),
        country=str(content["country"]),
        title=str(content["title"]),
        reference=_text(content, "source") or _text(content, "reference"),
        description=_text(content, "description"),
        changes=content.get("parameters") or {},
        place=place,
        sponsor=_text(content, "sponsor"),
        link=_link(_text(content, "link"), place),
        provisions=tuple(_provisions(content.get("provisions"), place)),
        neutralise=tuple(_neutralised(content.get("neutralise"), place)),
        switch_on=tuple(_switches(content.get("switch_on"), place)),
    )


def _check_keys(content: Mapping[str, Any], known: Iterable[str], place: str, what: str) -> None:
    for key in content:
        if key not in known:
            raise ReformError(f'{place}: "{key}" is not a part of {what}.{nearest(str(key), known)}')


def _need(content: Mapping[str, Any], keys: Iterable[str], place: str) -> None:
    for key in keys:
        if not content.get(key):
            raise ReformError(f"{place}: `{key}:` is missing.")


def _text(content: Mapping[str, Any], key: str) -> str:
    return str(content.get(key) or "")


def _link(link: str, place: str) -> str:
    if link and not link.startswith(("https://", "http://")):
        raise ReformError(f'{place}: link: "{link}" is not a link; write it out, as https://law.example/draft.')
    return link


def _listed(given: Any, place: str, hint: str) -> list[Any]:
    if given is None:
        return []
    if not isinstance(given, list):
        raise ReformError(f"{place}: {hint}")
    return given


def _provisions(given: Any, place: str) -> Iterable[ReformProvision]:
    hint = "`provisions:` is a list, each with a `title:` and the `changes:` it makes."
    for number, entry in enumerate(_listed(given, place, hint), start=1):
        where = f"{place}: provision {number}"
        if not isinstance(entry, dict):
            raise ReformError(f"{where}: write it with a `title:` and the `changes:` it makes.")
        _check_keys(entry, PROVISION_KEYS, where, "a provision")
        _need(entry, ("title", "changes"), where)
        names = entry["changes"]
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise ReformError(f"{where}: `changes:` is a list of parameter paths, variables or programmes.")
        yield ReformProvision(str(entry["title"]), _text(entry, "article"), _text(entry, "text"), tuple(names))


def _neutralised(given: Any, place: str) -> Iterable[Neutralise]:
    hint = "`neutralise:` is a list of programmes or variables, as in `- {programme: x, from: 2027-01-01}`."
    for entry in _listed(given, place, hint):
        where = f"{place}: neutralise"
        if isinstance(entry, str):
            yield Neutralise(entry, "", None)
            continue
        if not isinstance(entry, dict):
            raise ReformError(f"{place}: {hint}")
        _check_keys(entry, NEUTRALISE_KEYS, where, "what is neutralised")
        kinds = [kind for kind in ("programme", "variable") if entry.get(kind)]
        if len(kinds) != 1:
            raise ReformError(f"{where}: name either a `programme:` or a `variable:`.")
        (kind,) = kinds
        name = str(entry[kind])
        start = str(entry["from"]) if entry.get("from") is not None else None
        if start is not None:
            check_day(start, f"{where}: {name}.from")
        yield Neutralise(name, kind, start)


def _switches(given: Any, place: str) -> Iterable[Switch]:
    hint = "`switch_on:` is a list of reforms in Python that ship, as in `- {reform: x, parameters: {y: 1}}`."
    for entry in _listed(given, place, hint):
        where = f"{place}: switch_on"
        if isinstance(entry, str):
            yield Switch(entry, {})
            continue
        if not isinstance(entry, dict):
            raise ReformError(f"{place}: {hint}")
        _check_keys(entry, SWITCH_KEYS, where, "a switch")
        _need(entry, ("reform",), where)
        own = entry.get("parameters") or {}
        if not isinstance(own, dict):
            raise ReformError(f"{where}: {entry['reform']}: `parameters:` gives values by name.")
        yield Switch(str(entry["reform"]), own)
