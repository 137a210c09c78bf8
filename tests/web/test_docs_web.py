"""What the pages about the web API say is what a server does."""

import dataclasses
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from openfisca_country.web.listening import Serving
from openfisca_country.web.security import new_key
from openfisca_country.web.settings import PREFIX, Settings
from tests.web.servers import Server, running

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "web-api.md").read_text(encoding="utf-8")
THREATS = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(\w+)(?: (\d+))?\n(.*?)```", re.DOTALL)
ADDRESS = "http://127.0.0.1:5000"
KEY, LINE = new_key("docs")


@dataclass(frozen=True)
class Example:
    """A request of the page, and the answer it shows."""

    command: str
    status: int
    kind: str
    shown: str


def _examples(text: str) -> list[Example]:
    blocks = [match.groups() for match in BLOCK.finditer(text)]
    return [
        Example(command, int(status or 200), kind, shown)
        for (language, _, command), (kind, status, shown) in pairwise(blocks)
        if language == "bash" and command.startswith("curl ")
    ]


BEFORE, KEYS = PAGE.split("\n## Keys\n")
OPEN_EXAMPLES, KEYED_EXAMPLES = _examples(BEFORE), _examples(KEYS)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running("--workers", "1") as server:
        yield server


@pytest.fixture(scope="module")
def keyed_server() -> Iterator[Server]:
    with running("--workers", "1", api_keys=LINE) as server:
        yield server


def test_every_request_of_the_page_is_among_the_examples() -> None:
    assert PAGE.count("```bash\ncurl ") == len(OPEN_EXAMPLES) + len(KEYED_EXAMPLES)
    assert len(OPEN_EXAMPLES) >= 7


def _check(example: Example, server: Server) -> None:
    command = example.command.replace(ADDRESS, server.address)
    command = command.replace("curl ", "curl --silent --show-error --write-out '\\n%{http_code}' ", 1)
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, timeout=60, env={**os.environ, "KEY": KEY}, check=True
    )
    text, _, status = done.stdout.rpartition("\n")
    assert int(status) == example.status, text
    if example.kind == "ndjson":
        lines, shown = text.strip().splitlines(), example.shown.strip().splitlines()
        assert len(lines) == len(shown)
        for line, wanted in zip(lines, shown, strict=True):
            _holds(json.loads(line), json.loads(wanted))
    else:
        _holds(json.loads(text), json.loads(example.shown))


def _holds(found: Any, shown: Any, place: str = "") -> None:
    """See that an answer holds what is shown of it; ``…`` stands for anything, at the end of a list for more."""
    if shown == "…":
        return
    if isinstance(shown, dict):
        assert isinstance(found, dict), place
        for key, value in shown.items():
            assert key in found, f"{place}.{key}"
            _holds(found[key], value, f"{place}.{key}")
    elif isinstance(shown, list) and shown and isinstance(shown[0], dict):
        wanted = [each for each in shown if each != "…"]
        assert len(found) == len(shown) or (len(found) > len(wanted) and shown[-1] == "…"), place
        for number, (each, value) in enumerate(zip(found, wanted, strict=False)):
            _holds(each, value, f"{place}.{number}")
    else:
        assert found == shown, place


@pytest.mark.parametrize("example", OPEN_EXAMPLES, ids=lambda example: example.command.split()[-1][-40:])
def test_a_request_gives_what_the_page_shows(example: Example, server: Server) -> None:
    _check(example, server)


@pytest.mark.parametrize("example", KEYED_EXAMPLES, ids=["with a key", "without a key"])
def test_keys_do_what_the_page_shows(example: Example, keyed_server: Server) -> None:
    _check(example, keyed_server)


def test_the_python_of_the_page_runs(server: Server) -> None:
    (code,) = (text for language, _, text in BLOCK.findall(PAGE) if language == "python")
    done = subprocess.run(
        [sys.executable, "-c", code.replace(ADDRESS, server.address)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "'market_income': 1000000.0" in done.stdout


def test_the_table_of_settings_has_each_with_its_default() -> None:
    told = dict(re.findall(rf"^\| `{PREFIX}(\w+)` \| (\S+) \|", PAGE, re.MULTILINE))
    settings = {
        each.name.upper(): each.default for each in [*dataclasses.fields(Serving), *dataclasses.fields(Settings)]
    }
    assert set(told) == {*settings, "API_KEYS_FILE"}
    for name, default in settings.items():
        if default == ():
            assert told[name] == "none", name
        else:
            assert told[name].strip("`") == (f"{default:g}" if isinstance(default, float) else str(default)), name


def test_the_example_environment_is_one_that_can_be_read() -> None:
    text = (ROOT / "deploy" / "openfisca-country.env").read_text(encoding="utf-8")
    pairs = re.findall(rf"^#?({PREFIX}\w+)=(.*)$", text, re.MULTILINE)
    environment = {name: value for name, value in pairs if name != f"{PREFIX}API_KEYS_FILE"}
    assert len(environment) > 3
    assert Settings.from_environment(environment).proxies == 1
    assert Serving.from_environment(environment).port == 5000


def test_each_threat_names_a_test_that_there_is() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", THREATS)
    rows = [
        line for line in THREATS.splitlines() if line.startswith("| ") and not line.startswith(("| threat", "|---"))
    ]
    assert len(rows) >= 15
    for row in rows:
        assert re.search(r"`tests/[\w/]+\.py::\w+`", row), row
    for path, name in named:
        assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), f"{path}::{name}"


def test_the_image_drops_its_rights_and_watches_its_health() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    last_stage = lines[max(number for number, line in enumerate(lines) if line.startswith("FROM ")) :]
    users = [line.split()[1] for line in last_stage if line.startswith("USER ")]
    assert users
    assert users[-1] not in ("root", "0")
    assert any("HEALTHCHECK" in line for line in last_stage)
    assert all(re.search(r"python:3\.\d+-slim", line) for line in lines if line.startswith("FROM "))
