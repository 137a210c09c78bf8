"""A job: what a process must be told to do any block of a run, here or on another machine."""

from dataclasses import dataclass
from pathlib import Path

from openfisca_country.law import LawError
from openfisca_country.law.system import distribution
from openfisca_country.population.laws import Law, digest, load_law
from openfisca_country.population.output import BlockSummary, write_block
from openfisca_country.population.plan import Plan
from openfisca_country.population.tables.blocks import load_block
from openfisca_country.population.tables.staging import Staged
from openfisca_country.population.work import evaluate_block


@dataclass(frozen=True)
class NamedLaw:
    """A law, and the name of its folder among the results.

    Attributes:
        name: of the folder; empty where the results stand in the folder of the run itself.
        law: how it is loaded.
        digest: of its text, where the run was started.

    """

    name: str
    law: Law
    digest: str


@dataclass(frozen=True)
class Job:
    """What is to be done with every block.

    Attributes:
        laws: to evaluate it under.
        plan: what is asked.
        staged: where the blocks stand.
        folder: of the results.

    """

    laws: tuple[NamedLaw, ...]
    plan: Plan
    staged: Staged
    folder: Path

    def __call__(self, number: int) -> BlockSummary:
        """Do a block: load it, evaluate it under each law, write its parts.

        Raises:
            LawError: this process has another law, does not see the folder, or cannot do the block.

        """
        try:
            return self._done(number)
        except MemoryError:
            raise LawError(f"Block {number} does not fit into memory: ask for fewer households a block.") from None
        except LawError as error:
            raise LawError(str(error)) from None  # errors with parts of their own do not travel between processes

    def _done(self, number: int) -> BlockSummary:
        if not self.staged.folder.is_dir():
            raise LawError(
                f"{self.folder}: a worker does not see this folder: choose one on storage that all workers share."
            )
        for each in self.laws:
            if digest(each.law) != each.digest:
                raise LawError(
                    f"A worker has another text of the law (openfisca-country {distribution()[1]}): "
                    "install the same on all machines."
                )
        systems = {each.name: load_law(each.law) for each in self.laws}
        loaded = load_block(next(iter(systems.values())), self.staged, number)
        return write_block(self.folder, number, evaluate_block(loaded, systems, self.plan))
