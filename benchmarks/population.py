"""A population, twelve months, every programme: ours, plain openfisca-core, and numpy by hand.

    python benchmarks/population.py --persons 10000 100000 1000000

The people are the World Bank's synthetic survey, imputed and copied until there are enough. Each contestant runs in a
process of its own and reports its seconds and its peak memory. Plain openfisca-core is given the same tables and the
same law, holds everybody at once and writes nothing; it is left out where it would not fit into memory. All must
come to the same totals.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from pyarrow import parquet

from openfisca_country.population.example.survey import survey
from openfisca_country.population.replicate import replicate

YEAR = "2026"
SURVEYED = 3246
CORE_BYTES_A_PERSON = 24_000
"""What plain openfisca-core was seen to need: every variable of every month stays."""

COMMON = """
import json, os, resource, sys, threading, time
os.environ["POLARS_MAX_THREADS"] = "1"
import numpy
numpy.seterr(all="ignore")
country, tables, year = sys.argv[1:4]
from openfisca_country.law.catalogue import load_country
system = load_country(country)
watch = time.perf_counter
def peak():
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * 1024
"""

OURS = (
    COMMON
    + """
import tempfile
import pyarrow.parquet as parquet
from openfisca_country.population.run import run
workers = int(sys.argv[4])
asked = sys.argv[5].split(",") if sys.argv[5] else None
start = watch()
with tempfile.TemporaryDirectory() as folder:
    run(country, tables, year, output=folder + "/out", variables=asked, workers=workers)
    whole = watch() - start
    names = asked or ["disposable_income"]
    answers = parquet.read_table(folder + "/out/households", columns=names)
    total = sum(float(numpy.asarray(answers[name]).sum()) for name in names)
print(json.dumps({"whole": whole, "peak": peak(), "total": total}))
"""
)

EVALUATION = (
    COMMON
    + """
import tempfile
from pathlib import Path
from openfisca_country.engine import evaluate
from openfisca_country.population.tables.blocks import load_block
from openfisca_country.population.plan import plan_of
from openfisca_country.population.tables.staging import stage
with tempfile.TemporaryDirectory() as folder:
    staged = stage(system, tables, year, Path(folder))
    loaded = [load_block(system, staged, number).block for number in range(staged.blocks)]
ASKED
evaluate(system, loaded[0], asked)
start, busy, total = watch(), time.process_time(), 0.0
for block in loaded:
    answers = evaluate(system, block, asked)
    total += sum(float(answers.values[key].sum()) for key in asked if key[0] == "disposable_income")
print(json.dumps({"whole": watch() - start, "busy": time.process_time() - busy, "total": total, "peak": peak()}))
"""
)

ASKED = """
from openfisca_country.law import MONTH
months = [f"{year}-{month:02d}" for month in range(1, 13)]
names = dict.fromkeys(name for each in system.book.programmes.values() for name in each.variables)
names |= dict.fromkeys(["disposable_income"])
asked = [
    (name, when)
    for when in (*months, year)
    for name in names
    if (system.variables[name].definition_period == MONTH) == ("-" in when)
]
"""

CORE = (
    COMMON
    + """
from pathlib import Path
import pyarrow.parquet as parquet
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_country.law import ETERNITY, MONTH, YEAR
start = watch()
persons = parquet.read_table(Path(tables) / "persons.parquet").sort_by("household_id")
households = parquet.read_table(Path(tables) / "households.parquet").sort_by("household_id")
ids = numpy.asarray(households["household_id"].to_pylist(), dtype=object)
homes = numpy.unique(numpy.asarray(persons["household_id"].to_pylist()), return_inverse=True)[1]
builder = SimulationBuilder()
builder.create_entities(system)
builder.declare_person_entity("person", numpy.arange(persons.num_rows))
group = builder.declare_entity("household", numpy.arange(households.num_rows))
builder.join_with_persons(group, homes, numpy.asarray(persons["role"].to_pylist()))
simulation = builder.build(system)
def as_held(variable, column):
    values = column.to_numpy(zero_copy_only=False) if variable.value_type is not Enum else None
    if variable.value_type is Enum:
        places = {item.name: item.index for item in variable.possible_values}
        default = variable.default_value.index
        held = [default if each is None else places[each] for each in column.to_pylist()]
        return EnumArray(numpy.array(held, dtype=variable.dtype), variable.possible_values)
    default = variable.default_array(len(column))
    known = ~numpy.asarray(column.is_null())
    default[known] = numpy.asarray(values)[known].astype(default.dtype)
    return default
for table in (persons, households):
    for name in table.column_names:
        plain, _, when = name.partition("@")
        variable = system.variables.get(plain)
        if variable is None:
            continue
        array = as_held(variable, table[name].combine_chunks())
        if when:
            known = ~numpy.asarray(table[name].combine_chunks().is_null())
            array = numpy.where(known, array, as_held(variable, table[plain].combine_chunks()))
            simulation.get_holder(plain).delete_arrays(when)
            simulation.set_input(plain, when, array)
        elif variable.definition_period == ETERNITY:
            simulation.set_input(plain, "ETERNITY", array)
        else:
            for past in range(int(year) - BACK, int(year) + 1):
                months = [f"{past}-{month:02d}" for month in range(1, 13)]
                for period in months if variable.definition_period == MONTH else [str(past)]:
                    simulation.set_input(plain, period, array)
ASKED
simulation.calculate("age", f"{year}-01")
began, busy = watch(), time.process_time()
for name, when in asked:
    simulation.calculate(name, when)
end, busy = watch(), time.process_time() - busy
total = sum(float(simulation.calculate("disposable_income", month).sum()) for month in months)
print(json.dumps({"evaluation": end - began, "busy": busy, "whole": end - start, "peak": peak(), "total": total}))
"""
)

BY_HAND = (
    COMMON
    + """
from pathlib import Path
import pyarrow.parquet as parquet
start = watch()
persons = parquet.read_table(Path(tables) / "persons.parquet", columns=["household_id", "birth_date"])
homes = numpy.unique(numpy.asarray(persons["household_id"].to_pylist()), return_inverse=True)[1]
born = numpy.asarray(persons["birth_date"]).astype("datetime64[D]")
began = watch()
total = numpy.zeros(homes.max() + 1)
for month in range(1, 13):
    first = numpy.datetime64(f"{year}-{month:02d}-01")
    limit = numpy.datetime64(f"{int(year) - 18}-{month:02d}-01")
    total += 100_000.0 * numpy.bincount(homes, weights=(born > limit) & (born <= first))
end = watch()
print(json.dumps({"evaluation": end - began, "whole": end - start, "peak": peak(), "total": float(total.sum())}))
"""
)


def main() -> None:
    """Measure each country at each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--countries", nargs="+", default=["uzbekistan", "mongolia"])
    parser.add_argument("--persons", nargs="+", type=int, default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3, help="of those that take less than a minute")
    asked = parser.parse_args()
    for country in asked.countries:
        for persons in asked.persons:
            with tempfile.TemporaryDirectory() as folder:
                measure(country, people(country, persons, Path(folder)), persons, asked.rounds)


def people(country: str, persons: int, folder: Path) -> Path:
    """Write the survey of a country, copied until there are so many persons."""
    (folder / "survey").mkdir()
    for name, table in zip(("persons", "households"), survey(country), strict=True):
        parquet.write_table(table, folder / "survey" / f"{name}.parquet")
    copies = max(round(persons / SURVEYED), 1)
    replicate(folder / "survey", folder / "people", copies)
    return folder / "people"


def measure(country: str, tables: Path, persons: int, rounds: int) -> None:
    """Let the contestants take turns on one population, and print what each took."""
    count = parquet.ParquetFile(tables / "persons.parquet").metadata.num_rows
    print(f"\n{country}, {count:,} persons, twelve months of {YEAR}", flush=True)
    contestants: dict[str, tuple[str, list[str]]] = {
        "ours, one worker": (OURS, ["1", ""]),
        "ours, two workers": (OURS, ["2", ""]),
    }
    if persons <= 1_000_000:
        contestants["ours, evaluation alone"] = (EVALUATION.replace("ASKED", ASKED), [])
    if count * CORE_BYTES_A_PERSON < 0.8 * os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"):
        contestants["plain openfisca-core"] = (CORE.replace("ASKED", ASKED).replace("BACK", "4"), [])
    else:
        print(f"  plain openfisca-core: left out, it would need some {count * CORE_BYTES_A_PERSON / 1e9:.0f} GB")
    if country == "mongolia":
        contestants["ours, Child Money alone"] = (OURS, ["1", "child_money"])
        contestants["numpy by hand, Child Money"] = (BY_HAND, [])
    found: dict[str, list[dict[str, float]]] = {name: [] for name in contestants}
    for _ in range(rounds if persons <= 100_000 else 1):
        for name, (script, arguments) in contestants.items():
            found[name].append(outcome(script, [country, str(tables), YEAR, *arguments]))
    best = {name: min(runs, key=lambda run: run["whole"]) for name, runs in found.items()}
    for name, run in best.items():
        print(line(name, run, count), flush=True)
    compare(best)


def outcome(script: str, arguments: list[str]) -> dict[str, float]:
    """Run a contestant in a process of its own."""
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"a contestant failed:\n{done.stderr[-2000:]}")
    result: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def line(name: str, run: dict[str, Any], persons: int) -> str:
    """Return one row of the table."""
    evaluation = run.get("evaluation")
    alone = f" (evaluation alone {evaluation:.2f} s, {persons * 12 / evaluation:,.0f})" if evaluation else ""
    rate = persons * 12 / run["whole"]
    return f"  {name:28}{run['whole']:9.2f} s {rate:13,.0f} persons x months/s {run['peak'] / 2**20:9,.0f} MiB{alone}"


def compare(best: dict[str, dict[str, float]]) -> None:
    """Print the ratios, and stop if two that should agree do not."""
    one, two = best["ours, one worker"], best["ours, two workers"]
    print(f"  two workers: {one['whole'] / two['whole']:.2f} times one worker")
    agree("one and two workers", one["total"], two["total"])
    if "plain openfisca-core" in best:
        core, alone = best["plain openfisca-core"], best["ours, evaluation alone"]
        print(f"  plain openfisca-core takes {core['whole'] / one['whole']:.1f} times as long from table to answer,")
        print(f"    {core['evaluation'] / alone['whole']:.1f} times in evaluation alone ", end="")
        print(f"({core['busy'] / alone['busy']:.1f} times the processor's time)")
        agree("plain openfisca-core and ours", core["total"], one["total"])
    if "numpy by hand, Child Money" in best:
        hand, ours = best["numpy by hand, Child Money"], best["ours, Child Money alone"]
        print(f"  Child Money alone takes {ours['whole'] / hand['whole']:.1f} times what numpy by hand takes")
        agree("numpy by hand and ours", hand["total"], ours["total"])


def agree(who: str, one: float, other: float) -> None:
    """Stop if two totals differ by more than adding up in another order can explain."""
    if abs(one - other) > 1e-9 * abs(one):
        sys.exit(f"{who} do not agree: {one:,.2f} and {other:,.2f}")


if __name__ == "__main__":
    main()
