"""What the documentation says is what the law and the commands do."""

import re
import runpy
import shlex
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from openfisca_country.cli import main

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def commands() -> list[Any]:
    """Every command of this package that a page shows in a block of code."""
    found = []
    for page in PAGES:
        for block in re.findall(r"```(?:sh|console|)\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            for line in block.splitlines():
                text = line.strip().removeprefix("$ ")
                if text.startswith("openfisca-country "):
                    found.append(pytest.param(text, id=f"{page.name}: {text}"))
    return found


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_documentation_runs(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, shlex.split(command, comments=True)[1:])
    assert result.exit_code == 0, result.output
    assert result.output.strip()


def test_the_generated_pages_are_up_to_date() -> None:
    for path, text in runpy.run_path(str(ROOT / "docs" / "build.py"))["pages"]().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is out of date: run `make docs`"


def test_every_link_of_the_documentation_leads_somewhere() -> None:
    for page in [*PAGES, *sorted((ROOT / "docs" / "countries").glob("*.md"))]:
        for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
