"""Filling what many households ask, together: the answers of `calculate`, without the walk that explains them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.household.filler import Answer, Filler, Unanswered
from openfisca_country.household.run import check_window
from openfisca_country.household.situation import Situation
from openfisca_country.law import InputError, InputErrors, LawError

__all__ = ["Filled", "Refused", "Unanswered", "fill", "fill_each"]


@dataclass(frozen=True)
class Filled:
    """A situation that was answered.

    Attributes:
        id: under which it came; empty where it came alone.
        situation: with its nulls filled, in OpenFisca's own form; amounts in units of the national currency.
        unanswered: what stays ``null``, and why.
        warnings: what the reader must know.

    """

    id: str
    situation: dict[str, Any] = field(hash=False)
    unanswered: tuple[Unanswered, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Refused:
    """A situation that could not be answered.

    Attributes:
        id: under which it came.
        errors: everything that is wrong with it.

    """

    id: str
    errors: tuple[InputError, ...]


def fill(
    system: TaxBenefitSystem, content: Mapping[str, Any], period: str | None = None, *, keep: bool = False
) -> Filled:
    """Fill what one situation asks, of however many households.

    Args:
        system: the law: a country's, or a reform of it.
        content: OpenFisca's situation, already parsed.
        period: a month or a year, in each month of which a bare ``null`` is answered; the current month by default.
        keep: let the answer share with the content what was not asked, instead of copying it: nothing here changes
            either, but whoever does so afterwards changes both.

    Raises:
        InputErrors: everything that is wrong with the situation, or every rule that divides by zero.
        OutsideWindow: a period lies before the law that is modelled.
        LawError: a rule goes in a circle.

    """
    filler = Filler(system, check_window(system, period))
    (answer,) = filler.answers([filler.read(content, keep=keep)])
    if isinstance(answer, InputErrors):
        raise answer
    return _filled("", answer)


def fill_each(
    system: TaxBenefitSystem,
    named: Iterable[tuple[str, Mapping[str, Any]]],
    period: str | None = None,
    block: int = 500,
    *,
    keep: bool = False,
) -> Iterator[Filled | Refused]:
    """Fill what each of many situations asks, a block of them at a time; no more than a block is held.

    Each gets what it gets alone, whatever stands beside it and however large a block is.

    Args:
        system: the law: a country's, or a reform of it.
        named: situations, already parsed, each with an id to tell it by; two may use the same ids within.
        period: as for `fill`.
        block: how many are evaluated together.
        keep: as for `fill`.

    Returns:
        One answer or refusal a situation, in the order given.

    Raises:
        InputError: the period is none, or the block is empty.
        OutsideWindow: the period lies before the law that is modelled.

    """
    if block < 1:
        raise InputError(
            "block", f"expected a number of situations of 1 or more, got {block}.", "1 or more", f"{block}"
        )
    return _by_block(Filler(system, check_window(system, period)), iter(named), block, keep)


def _by_block(
    filler: Filler, named: Iterator[tuple[str, Mapping[str, Any]]], block: int, keep: bool
) -> Iterator[Filled | Refused]:
    while together := list(islice(named, block)):
        outcomes: dict[int, Filled | Refused] = {}
        alike: dict[Any, list[tuple[int, Situation]]] = {}
        for place, (name, content) in enumerate(together):
            try:
                situation = filler.read(content, keep=keep)
            except LawError as error:
                outcomes[place] = _refused(name, error)
            else:
                alike.setdefault(filler.kind_of(situation), []).append((place, situation))
        for group in alike.values():
            answers = _answers(filler, [situation for _, situation in group])
            for (place, _), answer in zip(group, answers, strict=True):
                name = together[place][0]
                outcomes[place] = _filled(name, answer) if isinstance(answer, Answer) else _refused(name, answer)
        yield from (outcomes[place] for place in range(len(together)))


def _answers(filler: Filler, situations: Sequence[Situation]) -> list[Answer | LawError]:
    """Answer situations together; one by one where a rule cannot be run, so that only the culprit is refused."""
    try:
        return list(filler.answers(situations))
    except LawError as error:
        return [error] if len(situations) == 1 else [each for one in situations for each in _answers(filler, [one])]


def _filled(name: str, answer: Answer) -> Filled:
    return Filled(name, answer.situation, answer.unanswered, answer.warnings)


def _refused(name: str, error: LawError) -> Refused:
    return Refused(name, error.errors if isinstance(error, InputError) else (InputError("", str(error)),))
