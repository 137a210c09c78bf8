"""The end of a run: the sums of all blocks, what to know of them, and the file that says that the run is whole."""

import datetime
import json
import shutil
from collections.abc import Collection, Iterable
from dataclasses import asdict, fields
from functools import reduce
from importlib.metadata import version
from pathlib import Path
from typing import Any

from openfisca_country.engine import months_of
from openfisca_country.household.results import Stamp
from openfisca_country.household.status import LawStatus
from openfisca_country.law import CountrySystem
from openfisca_country.law.catalogue import country_of
from openfisca_country.law.system import distribution
from openfisca_country.population.folder import RUN_FILE
from openfisca_country.population.job import Job, NamedLaw
from openfisca_country.population.laws import load_law
from openfisca_country.population.output import (
    REFUSED_FILE,
    BlockSummary,
    part_file,
    summaries,
    write_refused,
    write_text,
)
from openfisca_country.population.plan import Column, Key, Plan
from openfisca_country.population.run_results import OutputColumn, RunResult, Total
from openfisca_country.population.tables.data_report import DataReport
from openfisca_country.population.tables.staging import REFUSED_HOUSEHOLDS, REFUSED_PERSONS
from openfisca_country.population.work import Sums

SCHEMA = "run/1"


def stamped(system: CountrySystem) -> dict[str, str]:
    """Return what of a command comes from the installation: the country and the versions."""
    return {"country": system.country.name, "package": distribution()[1], "core": version("openfisca-core")}


def finish(job: Job, command: dict[str, Any]) -> dict[str, RunResult]:
    """Put the blocks together, and say that the run is whole; the first law last, for it stands for all."""
    blocks = [each for _, each in sorted(summaries(job.folder).items())]
    refused = [one for each in blocks for one in each.refused]
    report = job.staged.report
    for name, count in ((REFUSED_PERSONS, report.refused_persons), (REFUSED_HOUSEHOLDS, report.refused_households)):
        if count:
            shutil.copyfile(job.staged.folder / name, job.folder / name)
    write_refused(job.folder / REFUSED_FILE, refused)
    results = {law.name: _result(job, law, blocks) for law in job.laws}
    for law in reversed(job.laws):
        result = results[law.name]
        content = {"schema": SCHEMA, **_plain(result), "command": command}
        text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False, default=str)
        write_text(job.folder, Path(result.folder) / RUN_FILE, text + "\n")
    return results


def finished(folder: Path, laws: Iterable[str]) -> dict[str, RunResult] | None:
    """Return the results of a run that is whole, by the names of its laws; nothing where it is not."""
    files = {law: folder / law / RUN_FILE for law in laws}
    if not all(path.is_file() for path in files.values()):
        return None
    return {name: read_result(path.parent) for name, path in files.items()}


def read_result(folder: Path) -> RunResult:
    """Read the result of a run that is whole from its folder."""
    content = json.loads((folder / RUN_FILE).read_text(encoding="utf-8"))
    known = {each.name: content[each.name] for each in fields(RunResult) if each.name != "folder"}
    stamp = {**known["stamp"], "reforms": tuple(known["stamp"]["reforms"])}
    stamp["verified"] = datetime.date.fromisoformat(stamp["verified"])
    return RunResult(
        **{
            **known,
            "columns": tuple(OutputColumn(**each) for each in known["columns"]),
            "totals": tuple(Total(**each) for each in known["totals"]),
            "warnings": tuple(known["warnings"]),
            "data_report": DataReport.from_plain(known["data_report"]),
            "stamp": Stamp(**stamp),
        },
        folder=str(folder),
    )


def _plain(result: RunResult) -> dict[str, Any]:
    content = asdict(result)
    del content["folder"]  # where it stands is not part of what it says
    return content


def _result(job: Job, law: NamedLaw, blocks: list[BlockSummary]) -> RunResult:
    system = load_law(law.law)
    country = country_of(system)
    missing = {key for each in blocks for key in each.not_modelled[law.name]}
    first = part_file(job.folder, law.name, "persons", 0)
    return RunResult(
        country=country.title,
        currency=country.currency,
        period=job.plan.period,
        persons_done=sum(each.persons for each in blocks),
        households_done=sum(each.households for each in blocks),
        refused=sum(len(each.refused) for each in blocks),
        columns=tuple(
            OutputColumn(each.name, each.entity, each.label, each.unit, str(each.meaning)) for each in job.plan.columns
        ),
        totals=_totals(system, job.plan.columns, [each.sums[law.name] for each in blocks]),
        data_report=job.staged.report,
        warnings=_warnings(job, law, missing),
        stamp=Stamp(distribution()[1], version("openfisca-core"), country.name, law.law.names, country.verified),
        folder=str(first.parent.parent),
    )


def _totals(system: Any, columns: Iterable[Column], blocks: list[dict[str, Sums]]) -> tuple[Total, ...]:
    titles = {name: each.title for each in system.book.programmes.values() for name in each.variables}
    found = []
    for column in columns:
        parts = [sums[column.name] for sums in blocks if column.name in sums]
        if parts and "@" not in column.name:
            whole = reduce(Sums.__add__, parts)
            found.append(
                Total(
                    name=column.name,
                    table=column.entity,
                    label=column.label,
                    programme=titles.get(column.name, ""),
                    unit=column.unit,
                    amount=float(whole.total),
                    recipients=float(whole.recipients),
                    observed=whole.observed,
                )
            )
    return tuple(found)


def _warnings(job: Job, law: NamedLaw, missing: set[Key]) -> tuple[str, ...]:
    """Say what the reader must know: law not verified that far, reforms that conflict, columns without an answer."""
    system = load_law(law.law)
    without = job.plan.unanswered[law.name]
    known = [key for key in job.plan.asked if key in without and key[0] in system.variables]
    found = [*LawStatus(system).warnings(months_of(job.plan.period)[-1], known)]
    found += _told(job.plan, without, "The law has no rule for {period}: no value is given of {names}.", wholly=True)
    found += _told(job.plan, missing, "A number of the law is not encoded for {period}: no value is given of {names}.")
    return tuple(found)


def _told(plan: Plan, keys: Collection[Key], sentence: str, wholly: bool = False) -> list[str]:
    """Tell of variables without an answer, those of the same periods together.

    Args:
        plan: what was asked.
        keys: what has no answer.
        sentence: to tell it in.
        wholly: tell only of variables that have no answer in any period asked.

    """
    asked: dict[str, list[str]] = {}
    for name, period in plan.asked:
        asked.setdefault(name, []).append(period)
    names: dict[str, list[str]] = {}
    for name, periods in asked.items():
        gone = [period for period in periods if (name, period) in keys]
        if gone and (len(gone) == len(periods) or not wholly):
            names.setdefault(gone[0] if len(gone) == 1 else f"{gone[0]} to {gone[-1]}", []).append(name)
    return [sentence.format(period=period, names=", ".join(each)) for period, each in names.items()]
