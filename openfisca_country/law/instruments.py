"""The register of instruments, and the citations that point into it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openfisca_country.law.errors import LawError


@dataclass(frozen=True)
class Instrument:
    """An act of law.

    Attributes:
        id: the short name that values cite (``UP126``).
        title: in English.
        original: in the language of the act, where known.
        number: as published (``UP-126``), where known.
        adopted: day of adoption; may be a year or a month where no more is known.
        start: first day in force; nothing where unknown.
        end: last day in force; nothing while in force.
        link: where it can be read.

    """

    id: str
    title: str
    original: str
    number: str
    adopted: str
    start: datetime.date | None
    end: datetime.date | None
    link: str

    def in_force(self, day: datetime.date) -> bool:
        """Tell whether the act was in force on a day; an unknown end is taken as open."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class Citation:
    """A place in an act: ``UP126 item 3``."""

    instrument: Instrument
    article: str

    @property
    def title(self) -> str:
        """The act and the article, for people."""
        act = self.instrument.title
        if self.instrument.number and self.instrument.number not in act:
            act = f"{act} ({self.instrument.number})"
        return f"{act}, {self.article}" if self.article else act

    @property
    def short(self) -> str:
        """The act's short name and the article."""
        return f"{self.instrument.id} {self.article}".strip()

    def as_reference(self) -> dict[str, str]:
        """Return OpenFisca's usual form."""
        return {"title": self.title, "href": self.instrument.link}


def read_instruments(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Instrument]:
    """Read the register from the metadata of a country's ``index.yaml``."""
    return {name: _read_instrument(str(name), entry) for name, entry in entries.items()}


def _read_instrument(name: str, entry: Mapping[str, Any]) -> Instrument:
    life = entry.get("in_force") or {}
    return Instrument(
        id=name,
        title=str(entry.get("title", "")),
        original=str(entry.get("original") or ""),
        number=str(entry.get("number") or ""),
        adopted=str(entry.get("adopted") or ""),
        start=read_day(life.get("from"), f"instruments.{name}.in_force.from"),
        end=read_day(life.get("to"), f"instruments.{name}.in_force.to"),
        link=str(entry.get("link") or ""),
    )


def read_day(text: Any, place: str) -> datetime.date | None:
    """Read a day of a register; nothing stays nothing."""
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(str(text))
    except ValueError:
        raise LawError(f'{place}: "{text}" is not a day; write it as 2026-01-31.') from None


def read_citations(reference: Any, instruments: Mapping[str, Instrument]) -> list[Citation]:
    """Resolve ``UP126 item 3``, or a list of such, in the register.

    Raises:
        LawError: a cited instrument is not in the register.

    """
    texts = [reference] if isinstance(reference, str) else list(reference or [])
    citations = []
    for text in texts:
        name, _, article = str(text).strip().partition(" ")
        if name not in instruments:
            raise LawError(f'"{name}" (cited as "{text}") is not in the register of instruments.')
        citations.append(Citation(instruments[name], article.strip()))
    return citations
