"""What the lint finds, and where."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from openfisca_core.parameters import Parameter

from openfisca_country.law.country import packaged_law
from openfisca_country.law.errors import LawError
from openfisca_country.law.instruments import read_day

KINDS = {
    "value": "a number without what it must carry: description, real date, unit, act, confidence",
    "instrument": "an act that is unknown, incomplete or never cited",
    "date": "a value dated outside the life of its act",
    "unit": "a unit that is missing or not in the country's list",
    "variable": "a variable without label or reference, or two that read the same",
    "programme": "a programme whose page is incomplete",
    "layout": "parameters, formulas and cases of a programme that do not come in threes",
    "unread": "a parameter that no formula reads",
    "path": "a formula that reads a parameter or asks a variable that does not exist",
    "gap": "a parameter without a value on a day on which a formula reads it",
    "number": "a number or a date of the law in Python",
    "operation": "a formula that does more than law may",
    "untested": "a variable that no case touches",
    "circle": "formulas that wait for each other",
    "twice": "a variable or formula of which only the last counts, because it stands twice",
    "overlap": "cases of a rule of which two hold at once, and it is not stated which counts",
    "uncovered": "a household for which no case of a rule holds, or for which the rule fails",
    "regime": "a month of a programme without a rule, or a formula that never applies",
    "dead": "a number that no case of the law rests on",
    "note": "no fault: what a deep check could not look at, or did not find tested",
}


@dataclass(frozen=True)
class Finding:
    """One fault of the law as it is encoded.

    Attributes:
        kind: one of ``KINDS``.
        place: file, relative to the law's home, a colon, and the name in it.
        message: one sentence that says what is wrong and what to do.

    """

    kind: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def place(home: Path, file: str | Path, name: str = "") -> str:
    """Say where something stands.

    Args:
        home: the folder that holds the country's law.
        file: the file or folder.
        name: what in it; nothing for the file as a whole.

    """
    path = Path(file).absolute()
    roots = (home.absolute(), packaged_law().absolute())
    root = next((each for each in roots if path.is_relative_to(each)), None)
    shown = path.relative_to(root).as_posix() if root else str(path)
    return f"{shown}: {name}" if name else shown


def place_of_value(home: Path, parameter: Parameter, day: str = "") -> str:
    """Say where a parameter stands, or its value of a day."""
    return place(home, parameter.file_path, f"{parameter.name}[{day}]" if day else parameter.name)


def day_of(text: str) -> datetime.date | None:
    """Read the date of a value; nothing where it is no real day."""
    try:
        return read_day(text, "")
    except LawError:
        return None
