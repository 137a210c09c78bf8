"""The rivals of a measurement, each in an environment of its own, timed in turns."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 7


@dataclass(frozen=True)
class Rival:
    """A package to measure.

    Attributes:
        name: of the distribution on the index.
        python: the interpreter that has it.
        version: as installed.

    """

    name: str
    python: Path
    version: str


def ours() -> Rival:
    """Return this package, in the environment that runs the script."""
    return Rival("openfisca-country", Path(sys.executable), _version(Path(sys.executable), "openfisca-country"))


def from_index(name: str) -> Rival:
    """Return a rival from the package index, installed once in an environment of its own."""
    home = Path(tempfile.gettempdir()) / "openfisca-country-benchmarks" / name
    python = home / "bin" / "python"
    if not python.exists():
        print(f"installing {name} …", file=sys.stderr)
        venv.create(home, with_pip=True)
    if not _version(python, name):
        subprocess.run([python, "-m", "pip", "install", "--quiet", name], check=True)
    return Rival(name, python, _version(python, name))


def _version(python: Path, name: str) -> str:
    code = f"import importlib.metadata as m\ntry: print(m.version({name!r}))\nexcept m.PackageNotFoundError: print('')"
    return subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def seconds(rival: Rival, script: str) -> list[float]:
    """Run a script once in a rival's interpreter; it prints a JSON list of seconds."""
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [rival.python, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=tempfile.gettempdir(),
    )
    return [float(each) for each in json.loads(done.stdout.strip().splitlines()[-1])]


def report(title: str, contestants: list[tuple[Rival, str]]) -> None:
    """Let the contestants take turns, and print each median with its ratio to ours, the first."""
    times: list[list[float]] = [[] for _ in contestants]
    for _ in range(ROUNDS):
        for (rival, script), found in zip(contestants, times, strict=True):
            found.append(statistics.median(seconds(rival, script)))
    base = statistics.median(times[0])
    print(f"\n{title} ({ROUNDS} rounds in turn, medians)")
    for (rival, _), found in zip(contestants, times, strict=True):
        middle = statistics.median(found)
        print(
            f"  {rival.name:30} {rival.version:9} {middle * 1000:10.1f} ms   {middle / base:6.2f} x ours"
            f"   ({min(found) * 1000:.1f} to {max(found) * 1000:.1f})"
        )
