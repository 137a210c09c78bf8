"""A country is an OpenFisca country package: OpenFisca's own tools take it as it is."""

import json
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from openfisca_core.scripts import build_tax_benefit_system
from openfisca_web_api.app import create_app

from openfisca_country.law.catalogue import country_names

ROOT = Path(__file__).parent.parent
OPENFISCA = Path(sys.executable).with_name("openfisca")


@pytest.fixture(scope="module", params=country_names())
def client(request: Any) -> Any:
    return create_app(build_tax_benefit_system(f"openfisca_country.{request.param}", [], [])).test_client()


def test_openfisca_test_runs_the_cases() -> None:
    cases = ROOT / "tests" / "uzbekistan" / "unemployment_benefit.yaml"
    done = subprocess.run(
        [OPENFISCA, "test", "-c", "openfisca_country.uzbekistan", str(cases)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


def test_openfisca_serve_answers() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [OPENFISCA, "serve", "-c", "openfisca_country.uzbekistan", "--bind", f"127.0.0.1:{port}", "--workers", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        body = json.dumps(
            {
                "persons": {"ali": {"wage": {"2026-03": 1271000}, "net_wage": {"2026-03": None}}},
                "households": {"home": {"head": ["ali"]}},
            }
        ).encode()
        answer = _post(f"http://127.0.0.1:{port}/calculate", body)
        assert answer["persons"]["ali"]["net_wage"] == {"2026-03": 1118480}
    finally:
        server.terminate()
        server.wait(timeout=20)


def _post(address: str, body: bytes) -> Any:
    request = urllib.request.Request(address, data=body, headers={"Content-Type": "application/json"})
    for _ in range(100):
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return json.load(answer)
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} did not answer")


def test_every_variable_links_to_its_true_lines(client: Any) -> None:
    for name in client.get("/variables").json:
        link = client.get(f"/variable/{name}").json["source"]
        path, _, lines = link.split("/blob/")[1].split("/", 1)[1].partition("#")
        source = ROOT / path
        assert source.is_file(), link
        first = int(lines.split("-")[0].removeprefix("L"))
        nearby = "\n".join(source.read_text(encoding="utf-8").splitlines()[max(first - 1, 0) : first + 2])
        assert f"class {name}(" in nearby, link


def test_every_parameter_links_to_its_true_file(client: Any) -> None:
    for name in client.get("/parameters").json:
        link = client.get(f"/parameter/{name}").json.get("source", "")
        if link:
            assert (ROOT / link.split("/blob/")[1].split("/", 1)[1]).exists(), link


def test_every_value_shows_its_act_as_title_and_link(client: Any) -> None:
    for name in client.get("/parameters").json:
        parameter = client.get(f"/parameter/{name}").json
        if "values" not in parameter:
            continue
        references = parameter["metadata"]["reference"]
        assert set(references) == set(parameter["values"]), name
        for listed in references.values():
            for reference in listed:
                assert set(reference) == {"title", "href"}
                assert reference["title"], name


def test_the_specification_is_served_with_an_example_that_runs(client: Any) -> None:
    answer = client.get("/spec").json
    example = answer["components"]["schemas"]["SituationOutput"]["example"]
    (disposable,) = example["households"]["home"]["disposable_income"].values()
    assert disposable >= 0
