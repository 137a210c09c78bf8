"""How far a number of the law may be trusted."""

from collections.abc import Iterable
from enum import IntEnum


class Confidence(IntEnum):
    """Where a value was read, from strongest to weakest."""

    OFFICIAL = 3  # the act itself, or an authority's page
    SUMMARY = 2  # a professional summary, a textbook, an international organisation
    PRESS = 1  # a news report
    INFERRED = 0  # worked out from other figures

    @classmethod
    def read(cls, word: str) -> "Confidence":
        """Read one of ``official``, ``summary``, ``press``, ``inferred``; raise ``KeyError`` for another word."""
        return cls[word.upper()]

    @property
    def word(self) -> str:
        """The word as it stands in the parameter files."""
        return self.name.lower()


def weakest(found: Iterable[Confidence]) -> Confidence | None:
    """Return the weakest of several confidences; nothing if there is none."""
    return min(found, default=None)
