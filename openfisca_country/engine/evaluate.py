"""`evaluate`: a block under a law, one array a variable and period."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any

from openfisca_core.errors import ParameterNotFoundError
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine.block import Block
from openfisca_country.engine.lean import LeanSimulation

Key = tuple[str, str]
"""A variable and a period (``2026-03``, ``2026`` or ``ETERNITY``)."""


@dataclass(frozen=True)
class Answers:
    """What was asked of a block.

    Attributes:
        values: by variable and period, one cell a person or household, as the variable holds it. Arrays are read-only,
            and may be the same array in several periods.
        not_modelled: what has no answer, because a number of its law is not encoded for the period.

    """

    values: dict[Key, Any] = field(hash=False)
    not_modelled: frozenset[Key] = frozenset()


def evaluate(system: TaxBenefitSystem, block: Block, asked: Iterable[Key]) -> Answers:
    """Evaluate a law over a block.

    A household gets in a block what it gets alone, to the last bit, whatever else the block holds.

    Args:
        system: the law: a country's, or a reform of it.
        block: people and what is stated of them.
        asked: variables and periods, each of the length the variable is defined for.

    Raises:
        LawError: a rule goes in a circle.

    """
    values, missing = {}, set()
    with _undisturbed(), closing(LeanSimulation(system, block)) as simulation:
        for name, period in asked:
            try:
                values[name, period] = simulation.ask(name, period)
            except ParameterNotFoundError:
                missing.add((name, period))
    return Answers(values, frozenset(missing))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold the garbage collector back: each of its full rounds walks the whole law, and a block leaves it nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
