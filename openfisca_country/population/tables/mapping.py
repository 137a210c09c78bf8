"""`mapping.yaml`, how the columns of someone's own tables become the vocabulary: read to its end, then judged."""

import datetime
import math
from pathlib import Path
from typing import Any

from openfisca_country.law import InputError, nearest
from openfisca_country.population.tables.mapping_text import read_yaml
from openfisca_country.population.tables.rules import (
    BIRTHDAYS,
    DECIMALS,
    HOUSEHOLDS,
    MADE_FROM,
    PERIODS_IN_YEAR,
    PERSONS,
    UNITS,
    Mapping,
    Rule,
    TableMapping,
)

__all__ = ["Mapping", "load_mapping", "parse_mapping"]

_SHARED = ("file", "household_id", "variables", "ignore", "missing", "decimal", "delimiter")
_KEYS = {
    PERSONS: (*_SHARED, "person_id", "role"),
    HOUSEHOLDS: (*_SHARED, "weight", "stratum", "cluster", "keep"),
}
_RULE_KEYS = ("column", "recode", "unit", "period", "times", "missing", "format", "from", "on", "birthday")


def load_mapping(source: Mapping | Path | str | None) -> Mapping:
    """Read a mapping.

    Args:
        source: the path of a YAML file, a mapping that was read, or nothing.

    Raises:
        InputError: the file cannot be read, is not YAML, or names a key twice.

    """
    if source is None:
        return Mapping()
    if isinstance(source, Mapping):
        return source
    path = Path(source)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError("", f"{path}: cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise InputError("", f"{path}: is not a UTF-8 text file.") from None
    return parse_mapping(text, path.name)


def parse_mapping(text: str, name: str = "mapping") -> Mapping:
    """Read a mapping from YAML text; ``name`` says where it came from. Errors as for `load_mapping`."""
    reader = _Reader()
    content = reader.section(read_yaml(text, name), "", (PERSONS, HOUSEHOLDS))
    tables = {entity: reader.table(content[entity], entity) for entity in (PERSONS, HOUSEHOLDS) if entity in content}
    return Mapping(name=name, tables=tables, faults=tuple(reader.faults), text=text)


class _Reader:
    """Reads section by section, and goes on after a fault so that all are told at once."""

    def __init__(self) -> None:
        self.faults: list[InputError] = []

    def fault(self, place: str, problem: str) -> None:
        self.faults.append(InputError(place, problem))

    def section(self, content: Any, place: str, known: tuple[str, ...]) -> dict[str, Any]:
        """Return the entries of a section whose keys are known."""
        if content is None:
            return {}
        if not isinstance(content, dict):
            self.fault(place, f"expected a section with some of {', '.join(known)}; got {_shown(content)}.")
            return {}
        for key in content:
            if key not in known:
                self.fault(
                    f"{place}.{key}" if place else str(key),
                    f"is not a key known here.{nearest(str(key), known)} There are: {', '.join(known)}.",
                )
        return {key: value for key, value in content.items() if key in known}

    def table(self, content: Any, entity: str) -> TableMapping:
        entries = self.section(content, entity, _KEYS[entity])
        variables: dict[str, Rule] = {}
        for name in ("role", "weight"):
            if entries.get(name) is not None:
                self.add(variables, name, entries[name], f"{entity}.{name}")
        listed = entries.get("variables") or {}
        if not isinstance(listed, dict):
            self.fault(f"{entity}.variables", f"expected variables, each with its column; got {_shown(listed)}.")
            listed = {}
        for name, entry in listed.items():
            place = f"{entity}.variables.{name}"
            if name in variables:
                self.fault(place, f"stands twice: here and as {entity}.{name}; keep one.")
            else:
                self.add(variables, str(name), entry, place)
        ids = {}
        for name in ("person_id", "household_id", "stratum", "cluster"):
            if entries.get(name) is not None:
                ids[name] = self.names(entries[name], f"{entity}.{name}")
        return TableMapping(
            file=self.text(entries.get("file"), f"{entity}.file"),
            ids=ids,
            variables=variables,
            keep=self.names(entries.get("keep"), f"{entity}.keep"),
            ignore=self.names(entries.get("ignore"), f"{entity}.ignore"),
            missing=self.codes(entries.get("missing"), f"{entity}.missing"),
            decimal=self.word(entries.get("decimal"), DECIMALS, f"{entity}.decimal") or "point",
            delimiter=self.text(entries.get("delimiter"), f"{entity}.delimiter"),
        )

    def add(self, variables: dict[str, Rule], name: str, entry: Any, place: str) -> None:
        if isinstance(entry, str):
            entry = {"column": entry}
        entries = self.section(entry, place, _RULE_KEYS)
        if not entries:
            if isinstance(entry, dict):
                self.fault(place, "names no column.")
            return
        if not isinstance(entries.get("column"), str):
            self.fault(place, f"names no column: write `column:` and its name, not {_shown(entries.get('column'))}.")
            return
        made_from = self.word(entries.get("from"), MADE_FROM, f"{place}.from")
        recode, default, has_default = self.recode(entries, place)
        variables[name] = Rule(
            column=entries["column"],
            recode=recode,
            default=default,
            has_default=has_default,
            unit=self.word(entries.get("unit"), tuple(UNITS), f"{place}.unit"),
            period=self.word(entries.get("period"), tuple(PERIODS_IN_YEAR), f"{place}.period"),
            times=self.factor(entries.get("times"), f"{place}.times"),
            missing=self.codes(entries.get("missing"), f"{place}.missing"),
            form=self.text(entries.get("format"), f"{place}.format"),
            made_from=made_from,
            on=self.day(entries, made_from, place),
            birthday=self.word(entries.get("birthday"), BIRTHDAYS, f"{place}.birthday") or "middle",
            place=place,
        )

    def recode(self, entries: dict[str, Any], place: str) -> tuple[dict[Any, Any] | None, Any, bool]:
        codes = entries.get("recode")
        if codes is None:
            return None, None, False
        if not isinstance(codes, dict) or not codes:
            self.fault(f"{place}.recode", f"expected codes, each with its value; got {_shown(codes)}.")
            return None, None, False
        rest = {code: value for code, value in codes.items() if code != "default"}
        for code in rest:
            if not _is_code(code):
                self.fault(f"{place}.recode", f"a code is a number or a text, not {_shown(code)}; put it in quotes.")
        return rest, codes.get("default"), "default" in codes

    def day(self, entries: dict[str, Any], made_from: str, place: str) -> datetime.date | str:
        on = entries.get("on", "")
        if made_from == "age" and on in ("", None):
            self.fault(place, "an age needs `on:`, the day it was told (2026-03-15) or the column that holds that day.")
        if made_from != "age" and on not in ("", None):
            self.fault(f"{place}.on", "stands only beside `from: age`.")
        if "birthday" in entries and not made_from:
            self.fault(f"{place}.birthday", "stands only beside `from:`.")
        if not isinstance(on, str | datetime.date) and on is not None:
            self.fault(f"{place}.on", f"expected a day as 2026-03-15 or the name of a column, got {_shown(on)}.")
            return ""
        return on or ""

    def names(self, value: Any, place: str) -> tuple[str, ...]:
        listed = [] if value is None else [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
            self.fault(place, f"expected the name of a column, or a list of them; got {_shown(value)}.")
            return ()
        return tuple(listed)

    def codes(self, value: Any, place: str) -> tuple[Any, ...]:
        listed = [] if value is None else value if isinstance(value, list) else [value]
        for code in listed:
            if isinstance(code, bool) or not _is_code(code):
                self.fault(place, f"expected codes (numbers or texts), got {_shown(code)}.")
                return ()
        return tuple(listed)

    def text(self, value: Any, place: str) -> str:
        if value is not None and not isinstance(value, str):
            self.fault(place, f"expected a text, got {_shown(value)}.")
            return ""
        return value or ""

    def word(self, value: Any, known: tuple[str, ...], place: str) -> str:
        if value is None:
            return ""
        if value not in known:
            hint = nearest(value, known) if isinstance(value, str) else ""
            self.fault(place, f"expected one of {', '.join(known)}; got {_shown(value)}.{hint}")
            return ""
        return str(value)

    def factor(self, value: Any, place: str) -> float:
        if value is None:
            return 1.0
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
            self.fault(place, f"expected a number above zero, got {_shown(value)}.")
            return 1.0
        return float(value)


def _is_code(value: Any) -> bool:
    return isinstance(value, str | int) or (isinstance(value, float) and math.isfinite(value))


def _shown(value: Any) -> str:
    kinds = {dict: "a section", list: "a list", type(None): "nothing"}
    return kinds.get(type(value), f'"{value}"' if isinstance(value, str) else str(value))
