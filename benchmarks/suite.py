"""The law's cases: seconds a case, through OpenFisca's own test command."""

import re
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

from rivals import Rival, from_index, ours

ROOT = Path(__file__).parent.parent


def cases_of(rival: Rival) -> Path:
    """Return a rival's own cases, from its source distribution."""
    home = Path(tempfile.gettempdir()) / "openfisca-country-benchmarks" / f"{rival.name}-source"
    if not home.exists():
        home.mkdir(parents=True)
        subprocess.run(
            [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--no-binary",
                ":all:",
                "-d",
                home,
                f"{rival.name}=={rival.version}",
            ],
            check=True,
        )
        with tarfile.open(next(home.glob("*.tar.gz"))) as archive:
            archive.extractall(home, filter="data")
    return next(home.glob("*/tests"))


def run(rival: Rival, package: str, cases: Path) -> tuple[int, float]:
    """Run the cases once; return how many passed and the seconds it took, start-up included."""
    start = time.perf_counter()
    done = subprocess.run(
        [rival.python.parent / "openfisca", "test", "-c", package, cases], capture_output=True, text=True, check=False
    )
    took = time.perf_counter() - start
    passed = re.search(r"(\d+) passed", done.stdout)
    return int(passed[1]) if passed else 0, took


def main() -> None:
    """Measure the whole of our cases, and of the country template's."""
    template = from_index("openfisca-country-template")
    for rival, package, cases in (
        (ours(), "openfisca_country.uzbekistan", ROOT / "tests" / "uzbekistan"),
        (template, "openfisca_country_template", cases_of(template)),
    ):
        count, took = run(rival, package, cases)
        each = 1000 * took / max(count, 1)
        print(f"{rival.name:30} {rival.version:9} {count:5} cases in {took:6.1f} s   {each:6.1f} ms a case")


if __name__ == "__main__":
    main()
