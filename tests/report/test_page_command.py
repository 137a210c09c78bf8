"""The commands that write a page."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from openfisca_country.cli import main
from tests.report.reading import Page, household


@pytest.fixture
def situation(tmp_path: Path) -> str:
    path = tmp_path / "household.json"
    path.write_text(json.dumps(household()))
    return str(path)


def test_the_command_writes_one_file_and_prints_as_before(situation: str, drafts: list[str], tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    command = ["compare", "uzbekistan", situation, "--reform", drafts[0], "--period", "2026-03"]
    plain = CliRunner().invoke(main, [*command, "--format", "json"])
    result = CliRunner().invoke(main, [*command, "--format", "json", "--html", str(file)])
    assert (result.exit_code, result.stdout) == (0, plain.stdout)
    assert "this family would have 3,000,000 UZS more in March 2026" in Page(file.read_text(encoding="utf-8")).text


def test_a_file_that_cannot_be_written_is_one_sentence(situation: str, drafts: list[str], tmp_path: Path) -> None:
    place = str(tmp_path / "nowhere" / "report.html")
    command = ["compare", "uzbekistan", situation, "--reform", drafts[0], "--period", "2026-03", "--html", place]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert f"Error: {place}: cannot be written (No such file or directory)." in result.output


def test_without_the_extra_the_command_says_what_to_install(
    situation: str, drafts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [name for name in sys.modules if name.startswith("openfisca_country.report.")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    result = CliRunner().invoke(
        main, ["compare", "uzbekistan", situation, "--reform", drafts[0], "--period", "2026-03", "--html", "x.html"]
    )
    assert result.exit_code == 1
    assert "Error: --html needs jinja2: pip install 'openfisca-country[report]'." in result.output
