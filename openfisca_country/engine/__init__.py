"""Evaluating law over arrays: a block of people in, one array a variable and period out.

Knows neither situations nor tables: `household` and `population` make blocks of theirs.
"""

from openfisca_country.engine.block import ROLES, Block, Stated
from openfisca_country.engine.evaluate import Answers, evaluate
from openfisca_country.engine.lean import LeanSimulation
from openfisca_country.engine.simulation import BlockSimulation, months_of

__all__ = ["ROLES", "Answers", "Block", "BlockSimulation", "LeanSimulation", "Stated", "evaluate", "months_of"]
