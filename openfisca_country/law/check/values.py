"""Each number of the law carries its description, date, unit, act and confidence, and lies in the life of its act."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from openfisca_country.law.check.finding import Finding, day_of, place_of_value
from openfisca_country.law.confidence import Confidence
from openfisca_country.law.instruments import Instrument
from openfisca_country.law.programmes import cited_acts, leaf_parameters
from openfisca_country.law.system import CountrySystem
from openfisca_country.law.values import read_confidence

WORDS = ", ".join(f"`{each.word}`" for each in Confidence)


def check_values(system: CountrySystem) -> Iterator[Finding]:
    """Find parameters without description, and values without a real date, a unit, an act or a confidence."""
    home = system.country.home
    for parameter in leaf_parameters(system.parameters):
        if not parameter.description and "[" not in parameter.name:  # the brackets of a scale share its description
            yield Finding(
                "value",
                place_of_value(home, parameter),
                "This parameter has no description: say in `description:` what the number is.",
            )
        for entry in parameter.values_list:
            for message in _lacks(entry.instant_str, entry.metadata):
                yield Finding("value", place_of_value(home, parameter, entry.instant_str), message)


def _lacks(day: str, metadata: Mapping[str, Any]) -> Iterator[str]:
    if day_of(day) is None:
        yield f'"{day}" is not a day: write the day the value came into force as 2026-01-31.'
    if not metadata.get("unit"):
        yield "This value has no unit: add `unit:` to the metadata of the file."
    if not metadata.get("reference"):
        yield "This value cites no act: add `reference:` with the act and the article to its metadata."
    if not metadata.get("confidence"):
        yield f"This value has no confidence: add `confidence:` ({WORDS}) to its metadata."
    elif read_confidence(dict(metadata)) is None:
        yield f'"{metadata["confidence"]}" is not a confidence: write one of {WORDS}.'


def check_dates(system: CountrySystem) -> Iterator[Finding]:
    """Find values dated outside the life of an act they cite."""
    for parameter in leaf_parameters(system.parameters):
        for entry in parameter.values_list:
            day = day_of(entry.instant_str)
            for act in cited_acts(entry.metadata):
                instrument = system.book.instruments.get(act)
                if day is None or instrument is None or _may_be_dated(day, entry.value, instrument):
                    continue
                yield Finding(
                    "date",
                    place_of_value(system.country.home, parameter, entry.instant_str),
                    f"{act} {_life(instrument)}: date the value within that life, cite the act that set it on this day,"
                    " or correct `in_force:` in the register.",
                )


def _may_be_dated(day: datetime.date, value: Any, instrument: Instrument) -> bool:
    ends_with_act = value is None and instrument.end is not None and day == instrument.end + datetime.timedelta(days=1)
    return instrument.in_force(day) or ends_with_act


def _life(instrument: Instrument) -> str:
    start = f" from {instrument.start}" if instrument.start else ""
    end = f" to {instrument.end}" if instrument.end else ""
    return f"was in force{start}{end}"
