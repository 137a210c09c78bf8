"""The errors a user may meet: each is one sentence that says where and what to do."""

import difflib
from collections.abc import Iterable, Sequence

MOST_LINES = 20
"""How many faults are told to people at once; all are kept."""
MOST_FAULTS = 1000
"""After how many faults reading stops: more are of no use to anyone."""
_LONGEST_NAME = 100
_MOST_NAMES = 3000


class LawError(ValueError):
    """Something the user gave, or the law as encoded, cannot be used as it is."""


class InputError(LawError):
    """A household, table or option is wrong.

    Attributes:
        place: where (``persons.ali.wage.2026-13``); empty where it is the whole.
        problem: a sentence.
        expected: what should stand there, where that can be said in a few words.
        got: what stands there, cut short.
        nearest: the right name that is nearest to a wrong one.

    >>> str(InputError("persons.ali.wage", "expected a number, got true.", "a number", "true"))
    'persons.ali.wage: expected a number, got true.'

    """

    def __init__(self, place: str, problem: str, expected: str = "", got: str = "", nearest: str = "") -> None:
        self.place = _on_one_line(place)
        self.problem = _on_one_line(problem)
        self.expected = _on_one_line(expected)
        self.got = _on_one_line(got)
        self.nearest = _on_one_line(nearest)
        super().__init__(place, problem, expected, got, nearest)

    def __str__(self) -> str:
        """Return the sentence, its place before it."""
        return f"{self.place}: {self.problem}" if self.place else self.problem

    @property
    def errors(self) -> tuple["InputError", ...]:
        """Everything that is wrong: this."""
        return (self,)

    def at(self, place: str) -> "InputError":
        """Return the same error in another place."""
        return InputError(place, self.problem, self.expected, self.got, self.nearest)


class InputErrors(InputError):
    """Everything that is wrong with one input, each in its place; as an error of its own it is the first of them.

    >>> print(InputErrors([InputError("a", "is wrong."), InputError("b", "is wrong too.")]))
    2 faults:
      a: is wrong.
      b: is wrong too.
    """

    def __init__(self, errors: Sequence[InputError]) -> None:
        first = errors[0]
        super().__init__(first.place, first.problem, first.expected, first.got, first.nearest)
        self._errors = tuple(errors)
        self.args = (self._errors,)

    @property
    def errors(self) -> tuple[InputError, ...]:
        """Everything that is wrong, in the order in which it was read."""
        return self._errors

    def __str__(self) -> str:
        """Return one sentence a line, and how many there are before them; a single one as it is."""
        count = len(self._errors)
        if count == 1:
            return str(self._errors[0])
        stopped = ", where reading stopped" if count >= MOST_FAULTS else ""
        more = [f"and {count - MOST_LINES} more"] if count > MOST_LINES else []
        lines = [f"{count} faults{stopped}:", *map(str, self._errors[:MOST_LINES]), *more]
        return "\n  ".join(lines)


class Faults:
    """What is found wrong while one input is read to its end."""

    def __init__(self) -> None:
        self._found: list[InputError] = []

    def add(self, error: InputError) -> None:
        """Keep a fault and go on reading; raise `InputErrors` at the thousandth."""
        self._found.append(error)
        if len(self._found) >= MOST_FAULTS:
            self.settle()

    def __len__(self) -> int:
        """Return how many faults were found."""
        return len(self._found)

    def settle(self) -> None:
        """Raise `InputErrors` if anything was found wrong."""
        if self._found:
            raise InputErrors(self._found) from None


class ReformError(LawError):
    """A reform names something that does not exist, or changes it in a way it cannot be changed."""


class OutsideWindow(LawError):
    """The period lies before the first law that is modelled."""


class NotModelled(LawError):
    """The law exists at that date, but its rule or number is not encoded."""


def nearest_name(name: str, known: Iterable[str]) -> str:
    """Return the known name that is nearest to another, or nothing.

    Among thousands of names, or for one longer than any name, none is looked for: that would take too long.

    >>> nearest_name("waeg", ["wage", "weight"])
    'wage'
    """
    names = list(known)
    if len(name) > _LONGEST_NAME or len(names) > _MOST_NAMES:
        return ""
    return next(iter(difflib.get_close_matches(name, names, n=1, cutoff=0.6)), "")


def did_you_mean(name: str) -> str:
    """Return a hint at a name, ready to end a sentence with; nothing for no name."""
    return f' Did you mean "{name}"?' if name else ""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint at the nearest known name, ready to end a sentence with.

    >>> nearest("waeg", ["wage", "weight"])
    ' Did you mean "wage"?'
    >>> nearest("zzz", ["wage"])
    ''
    """
    return did_you_mean(nearest_name(name, known))


def _on_one_line(text: str) -> str:
    """Write line breaks, other control characters and halves of characters as Python does in a text of code."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in text)
