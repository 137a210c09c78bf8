"""The package as people get it: a wheel in an empty environment elsewhere, and an editable install."""

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FAMILY = ROOT / "examples" / "uzbekistan" / "family_in_need.json"

REFORM = "name: draft\ncountry: uzbekistan\ntitle: A draft\nparameters: {unemployment_benefit.maximum_months: {2026-01-01: 6}}\n"

LINKS = """
from openfisca_country.uzbekistan import CountryTaxBenefitSystem
from openfisca_web_api.loader.variables import build_variable
system = CountryTaxBenefitSystem()
print(build_variable(system.variables["wage"], system.get_package_metadata())["source"])
"""


def run(*command: object, cwd: Path, code: int = 0) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout without what is built or installed in it."""
    copy = tmp_path_factory.mktemp("checkout") / "openfisca-country"
    shutil.copytree(
        ROOT,
        copy,
        ignore=shutil.ignore_patterns(".git", ".venv", "build", "dist", "*.egg-info", "__pycache__", ".*_cache"),
    )
    return copy


def environment(home: Path) -> Path:
    venv.create(home, with_pip=True)
    return home / "bin"


def every_command(tools: Path, elsewhere: Path) -> None:
    """Run every command away from the checkout, and see that it answers."""
    elsewhere.mkdir()
    family = shutil.copy(FAMILY, elsewhere / "family.json")
    reform = elsewhere / "draft.yaml"
    reform.write_text(REFORM)
    command = tools / "openfisca-country"
    assert "uzbekistan" in run(command, "countries", cwd=elsewhere)
    assert "Unemployment benefit" in run(command, "programmes", "uzbekistan", cwd=elsewhere)
    assert "longer_unemployment_benefit" in run(command, "reforms", "uzbekistan", cwd=elsewhere)
    found = run(command, "calculate", "uzbekistan", family, "--period", "2027-03", "--format", "json", cwd=elsewhere)
    assert any(line["variable"] == "child_allowance" for line in json.loads(found)["lines"])
    assert "draft" in run(
        command, "compare", "uzbekistan", family, "--reform", reform, "--period", "2027", cwd=elsewhere
    )
    assert "Conditions" in run(
        command, "explain", "uzbekistan", family, "child_allowance", "--period", "2027-03", cwd=elsewhere
    )
    assert "nothing found" in run(command, "check", "uzbekistan", cwd=elsewhere)
    change = "unemployment_benefit.maximum_months=6@2027-01-01"
    assert "maximum_months" in run(command, "reform", "new", "draft", "uzbekistan", change, cwd=elsewhere)


@pytest.mark.slow
def test_a_wheel_in_an_empty_environment_carries_the_law_and_runs_every_command(source: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path / "dist", source, cwd=tmp_path)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    tools = environment(tmp_path / "venv")
    run(tools / "python", "-m", "pip", "install", "--quiet", f"{wheel}[web]", cwd=tmp_path)
    every_command(tools, tmp_path / "elsewhere")
    link = run(tools / "python", "-c", LINKS, cwd=tmp_path / "elsewhere").strip()
    path = link.split("/blob/")[1].split("/", 1)[1].split("#")[0]
    assert (ROOT / path).is_file(), link


@pytest.mark.slow
def test_an_editable_install_runs_every_command(source: Path, tmp_path: Path) -> None:
    tools = environment(tmp_path / "venv")
    run(tools / "python", "-m", "pip", "install", "--quiet", "--editable", source, cwd=tmp_path)
    every_command(tools, tmp_path / "elsewhere")
