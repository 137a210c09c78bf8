"""One household under several laws: current law first, then the law of other dates, then each reform on its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from openfisca_country.household.run import Run, SituationLike, start
from openfisca_country.law import CountrySystem
from openfisca_country.law.catalogue import ReformSummary, describe_reform, load_country
from openfisca_country.law.instruments import Instrument
from openfisca_country.law.reform import ReformLike

CURRENT = ""
"""The name under which current law stands among the runs."""


@dataclass(frozen=True)
class Laws:
    """The same situation and period, once a law.

    Attributes:
        system: current law.
        runs: by the law's name, current law first, under ``CURRENT``.
        titles: by name, of all but current law.
        summaries: what each reform changes, by name.

    """

    system: CountrySystem
    runs: dict[str, Run] = field(hash=False)
    titles: dict[str, str] = field(hash=False)
    summaries: dict[str, ReformSummary] = field(hash=False)

    @property
    def baseline(self) -> Run:
        """The run under current law."""
        return self.runs[CURRENT]

    @property
    def others(self) -> dict[str, Run]:
        """The runs under every other law."""
        return {name: run for name, run in self.runs.items() if name != CURRENT}

    def labels(self, names: Iterable[str]) -> dict[str, str]:
        """Return the labels of variables, each from the first law that has it."""
        systems = [run.system for run in self.runs.values()]
        return {
            name: next(str(each.variables[name].label or name) for each in systems if name in each.variables)
            for name in names
        }

    def instruments(self, cited: Iterable[str]) -> dict[str, Instrument]:
        """Return the acts that some citations name, in the order of the register."""
        names = {each.split(" ")[0] for text in cited for each in text.split("; ") if each}
        return {name: each for name, each in self.system.book.instruments.items() if name in names}


def under_each_law(
    country: str | CountrySystem,
    situation: SituationLike,
    reforms: Sequence[ReformLike] = (),
    period: str | None = None,
    laws_of: tuple[str, ...] | list[str] = (),
) -> Laws:
    """Set out under current law and under each other law; arguments and errors as for `compare`."""
    system = load_country(country)
    runs = {CURRENT: start(system, situation, period)}
    titles, summaries = {}, {}
    for month in laws_of:
        run = start(system, situation, period, law_of=month)
        runs[run.system.name] = run
        titles[run.system.name] = run.system.title
    for reform in reforms:
        summary = describe_reform(system, reform)
        runs[summary.name] = start(system, situation, period, [reform])
        titles[summary.name] = summary.title
        summaries[summary.name] = summary
    return Laws(system, runs, titles, summaries)
