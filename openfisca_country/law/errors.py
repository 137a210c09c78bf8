"""The errors a user may meet: each is one sentence that says where and what to do."""

import difflib
from collections.abc import Iterable


class LawError(ValueError):
    """Something the user gave, or the law as encoded, cannot be used as it is."""


class InputError(LawError):
    """A household, table or option is wrong; ``place`` says where (``persons.ali.wage.2026-13``)."""

    def __init__(self, place: str, problem: str) -> None:
        self.place = place
        self.problem = problem
        super().__init__(f"{place}: {problem}" if place else problem)


class ReformError(LawError):
    """A reform names something that does not exist, or changes it in a way it cannot be changed."""


class OutsideWindow(LawError):
    """The period lies before the first law that is modelled."""


class NotModelled(LawError):
    """The law exists at that date, but its rule or number is not encoded."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint at the nearest known name, ready to end a sentence with.

    >>> nearest("waeg", ["wage", "weight"])
    ' Did you mean "wage"?'
    >>> nearest("zzz", ["wage"])
    ''
    """
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f' Did you mean "{close[0]}"?' if close else ""
