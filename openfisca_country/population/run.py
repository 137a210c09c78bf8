"""`run`: a population under a country's law, block by block, into tables of results."""

import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import Any

from openfisca_country.household.run import check_window
from openfisca_country.law import CountrySystem, InputError, nearest
from openfisca_country.law.catalogue import load_country
from openfisca_country.population.cluster import on_cluster
from openfisca_country.population.engines import Engine, in_processes, in_this_process
from openfisca_country.population.finish import finish, finished, stamped
from openfisca_country.population.folder import STAGED, begun, check_same, clear, held, note
from openfisca_country.population.job import Job, NamedLaw
from openfisca_country.population.laws import ReformLike, digest, law_of, load_law
from openfisca_country.population.output import WORK, forget_parts, summaries
from openfisca_country.population.plan import plan_of
from openfisca_country.population.progress import SILENT, Watch
from openfisca_country.population.run_results import RunResult
from openfisca_country.population.tables.assumed import inputs_read
from openfisca_country.population.tables.mapping import load_mapping
from openfisca_country.population.tables.sources import TablesLike
from openfisca_country.population.tables.staging import digest_for, read_staged, stage
from openfisca_country.population.work import look_up

HOUSEHOLDS_PER_BLOCK = 8000
ENGINES = ("local", "dask")


def run(
    country: str | CountrySystem,
    tables: TablesLike,
    period: str | None = None,
    output: str | Path | None = None,
    reforms: Sequence[ReformLike] = (),
    variables: Iterable[str] | None = None,
    mapping: Any = None,
    monthly: bool = False,
    workers: int = 1,
    households_per_block: int = HOUSEHOLDS_PER_BLOCK,
    engine: str = "local",
    scheduler: str | None = None,
    watch: Watch = SILENT,
) -> RunResult:
    """Evaluate a population under a country's law.

    Memory depends on the size of a block and the number of workers, not on the population. The results depend on
    neither, nor on the order of the rows. A run that was stopped goes on when it is asked for again.

    Args:
        country: its name (``uzbekistan``), or its system.
        tables: a folder with ``persons`` and ``households``, or the two as frames.
        period: a month (``2026-03``) or a year (``2026``); the current month by default.
        output: folder of the results, new or begun by the same command; without one they stand in a folder that is
            removed together with the result.
        reforms: names of reforms that ship, paths of YAML files or dotted Python paths, laid one upon the other.
        variables: which to answer; those of every programme, the totals and the harmonised outputs by default.
        mapping: a mapping, or the path of a YAML file with one, where the columns have other names or units.
        monthly: add a column for each month of a year.
        workers: processes on this machine.
        households_per_block: how many are evaluated at a time, at most, in each process.
        engine: ``local``, or ``dask`` for the workers of a Dask cluster.
        scheduler: address of the cluster's scheduler; its workers must see ``output`` under the same name.
        watch: who watches it go.

    Returns:
        The totals, what the columns mean, and where the tables stand. An amount of a year is the total of its months;
        a condition, the number of months in which it holds; anything else, as it is in the last month.

    Raises:
        InputError: the tables, the period, a variable or the folder cannot be used; the message says why.
        OutsideWindow: the period lies before the law that is modelled.
        ReformError: a reform does not exist or cannot be applied.
        LawError: a worker died twice of the same block, or the run was stopped.

    """
    laws = {"": tuple(reforms)}
    options = {"variables": variables, "mapping": mapping, "monthly": monthly, "workers": workers, "watch": watch}
    options |= {"households_per_block": households_per_block, "engine": engine, "scheduler": scheduler}
    return run_laws(country, tables, period, laws, output, **options)[""]


def run_laws(
    country: str | CountrySystem,
    tables: TablesLike,
    period: str | None,
    laws: Mapping[str, Sequence[ReformLike]],
    output: str | Path | None = None,
    *,
    variables: Iterable[str] | None = None,
    mapping: Any = None,
    monthly: bool = False,
    workers: int = 1,
    households_per_block: int = HOUSEHOLDS_PER_BLOCK,
    engine: str = "local",
    scheduler: str | None = None,
    watch: Watch = SILENT,
) -> dict[str, RunResult]:
    """Evaluate the same population under several laws, reading each block once.

    Args:
        country: its name, or its system.
        tables: as for `run`.
        period: as for `run`.
        laws: for each law its reforms, none for current law; the name is that of its folder in ``output``.
        output: as for `run`.
        variables: as for `run`; each law's table has them all, null where the law knows no such variable.
        mapping: as for `run`.
        monthly: as for `run`.
        workers: as for `run`.
        households_per_block: as for `run`.
        engine: as for `run`.
        scheduler: as for `run`.
        watch: as for `run`.

    Returns:
        One result a law, by name. A household that has no result under one law is in none of them.

    Raises:
        LawError: as for `run`.

    """
    system = load_country(country)
    asked = check_window(system, period)
    share_out = _engine(engine, workers, scheduler, output)
    if households_per_block < 1:
        raise InputError("--block", f"expected one household or more a block, got {households_per_block}.")
    named = tuple(_named(system, name, reforms) for name, reforms in laws.items())
    systems = {each.name: load_law(each.law) for each in named}
    first: Any = systems[named[0].name]
    plan = plan_of(systems, asked, variables, monthly)
    threads = workers if engine == "local" else None
    ahead: list[Callable[[], Any]] = []
    if threads is not None and threads > 1:
        ahead = [partial(inputs_read, first, asked), partial(look_up, systems, plan)]
    command = {
        **stamped(system),
        "period": asked,
        "laws": {each.name: [*each.law.names, each.digest] for each in named},
        "variables": [each.name for each in plan.columns],
    }

    def into(folder: Path) -> dict[str, RunResult]:
        with held(folder):
            before = begun(folder)
            check_same(folder, before, command)
            watch.reading()
            rules = load_mapping(mapping)
            per_block = before.get("households_per_block", households_per_block)
            digest = digest_for(first, tables, asked, rules, per_block)
            told = {**command, "households_per_block": per_block, "tables": digest}
            check_same(folder, before, told)
            results = finished(folder, laws)
            if results is not None:
                watch.read(next(iter(results.values())).data_report)
            else:
                note(folder, told)
                blocks = folder / WORK / STAGED
                _forget_other(blocks, digest)
                with _meanwhile(ahead):
                    staged = stage(first, tables, asked, blocks, rules, per_block, threads=threads, digest=digest)
                watch.read(staged.report)
                results = _results(Job(named, plan, staged, folder), told, share_out, watch)
            clear(folder)
        return results

    if output is not None:
        return into(Path(output).absolute())
    return _while_kept(into)


def _forget_other(blocks: Path, digest: str) -> None:
    """Remove other tables, staged by a command that did not come to do anything with them."""
    found = read_staged(blocks)
    if found is not None and found.digest != digest:
        rmtree(blocks)


@contextmanager
def _meanwhile(tasks: Iterable[Callable[[], Any]]) -> Iterator[None]:
    """Do on the side what is needed later; where that fails, so will whoever needs it, and tell why."""
    with ThreadPoolExecutor(1) as side:
        for task in tasks:
            side.submit(task)
        yield


def _results(job: Job, command: dict[str, Any], share_out: Engine, watch: Watch) -> dict[str, RunResult]:
    """Do the blocks that are left."""
    done = summaries(job.folder)
    if not done:
        forget_parts(job.folder)
    watch.started(job.staged.households, sum(each.households + len(each.refused) for each in done.values()))
    left = [number for number in range(job.staged.blocks) if number not in done]
    try:
        with closing(share_out(job, left)) as blocks:
            for block in blocks:
                watch.advanced(block.households + len(block.refused))
    finally:
        watch.stopped()
    return finish(job, command)


def _named(system: CountrySystem, name: str, reforms: Sequence[ReformLike]) -> NamedLaw:
    law = law_of(system, reforms)
    load_law(law)
    return NamedLaw(name, law, digest(law))


def _engine(engine: str, workers: int, scheduler: str | None, output: str | Path | None) -> Engine:
    if engine not in ENGINES:
        raise InputError("--engine", f'expected one of {", ".join(ENGINES)}; got "{engine}".{nearest(engine, ENGINES)}')
    if engine == "dask":
        if scheduler is None:
            raise InputError("--scheduler", "the engine dask needs the address of a scheduler: tcp://10.0.0.1:8786.")
        if output is None:
            raise InputError("--output", "the engine dask needs a folder that all workers see.")
        return on_cluster(scheduler)
    if scheduler is not None:
        raise InputError("--scheduler", "only the engine dask has a scheduler: add --engine dask.")
    if workers < 1:
        raise InputError("--workers", f"expected one worker or more, got {workers}.")
    return in_this_process if workers == 1 else in_processes(workers)


def _while_kept(into: Callable[[Path], dict[str, RunResult]]) -> dict[str, RunResult]:
    """Run into a folder that goes when the last of its results goes."""
    folder = tempfile.TemporaryDirectory(prefix="openfisca-country-", ignore_cleanup_errors=True)
    results = into(Path(folder.name))
    for each in results.values():
        weakref.finalize(each, _let_go, folder)
    return results


def _let_go(_: object) -> None:
    """Drop the last hold on a folder: it removes itself."""
