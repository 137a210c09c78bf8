"""Health, readiness, counters, time limits, and several requests at once in one process."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from openfisca_country.law.catalogue import load_country
from openfisca_country.web import deadline, health
from openfisca_country.web.app import create_app
from openfisca_country.web.settings import Settings
from tests.web.servers import Server, running

SAMPLES = {
    "requests": "openfisca_country_requests_total",
    "seconds": "openfisca_country_request_seconds_count",
    "refusals": "openfisca_country_refusals_total",
    "households": "openfisca_country_households_total",
    "persons": "openfisca_country_persons_total",
    "in_flight": "openfisca_country_requests_in_flight",
}


def family(wage: int, households: int = 1) -> dict[str, Any]:
    """Two people a household, one of them with a wage."""
    persons, homes = {}, {}
    for number in range(households):
        persons[f"a{number}"] = {"birth_date": {"ETERNITY": "1990-05-12"}, "wage": {"2026-03": wage}}
        persons[f"b{number}"] = {"birth_date": {"ETERNITY": "1992-05-12"}}
        homes[f"h{number}"] = {"head": [f"a{number}"], "spouse": [f"b{number}"], "market_income": {"2026-03": None}}
    return {"persons": persons, "households": homes}


def samples(text: str) -> dict[tuple[str, ...], float]:
    """Read the counters: by name and the values of the labels."""
    return {
        (sample.name, *(sample.labels[name] for name in sorted(sample.labels))): sample.value
        for group in text_string_to_metric_families(text)
        for sample in group.samples
    }


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running("uzbekistan", "--workers", "2") as server:
        yield server


def test_the_counters_of_two_workers_add_up(server: Server) -> None:
    before = samples(server.ask("/metrics")[2])
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda number: server.ask("/calculate", family(number, 3)), range(40)))
    assert [status for status, _, _ in answers] == [200] * 40
    assert server.ask("/calculate", {"persons": 1})[0] == 422
    after = samples(server.ask("/metrics")[2])

    def grown(*key: str) -> float:
        return after[key] - before.get(key, 0)

    assert grown(SAMPLES["requests"], "/calculate", "200") == 40
    assert grown(SAMPLES["requests"], "/calculate", "422") == 1
    assert grown(SAMPLES["seconds"], "/calculate") == 41
    assert grown(SAMPLES["households"], "uzbekistan") == 40 * 3
    assert grown(SAMPLES["persons"], "uzbekistan") == 40 * 6
    assert sum(grown(*key) for key in after if key[0] == SAMPLES["refusals"]) == 1
    assert after[SAMPLES["in_flight"],] == 1  # the one that asks


def test_both_workers_answered(server: Server) -> None:
    """Else the sums above would say nothing of several processes."""
    folders = {
        line.split()[-1].rsplit("/", 1)[0]
        for worker in server.workers()
        for line in Path(f"/proc/{worker}/maps").read_text().splitlines()
        if "openfisca-country-counts-" in line
    }
    (folder,) = folders
    counted = {path.name for path in Path(folder).glob("counter_*.db")}
    assert {f"counter_{worker}.db" for worker in server.workers()} <= counted


def test_health_needs_no_law_and_readiness_does() -> None:
    app = create_app(["uzbekistan"])
    client = app.test_client()
    assert client.get("/health").json == {"status": "alive"}
    assert client.get("/ready").json == {"status": "ready", "countries": ["uzbekistan"]}


def test_a_law_that_does_not_answer_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(["uzbekistan"])
    system = load_country("uzbekistan")
    broken = {"persons": {"a": {"wage": {"2026-03": "much"}}}, "households": {"h": {"head": ["a"]}}}
    monkeypatch.setattr(system, "open_api_config", {"simulation_example": broken})
    answer = app.test_client().get("/ready")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert answer.json["errors"][0]["place"] == "uzbekistan"
    assert app.test_client().get("/health").status_code == 200


def test_an_example_left_open_is_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    system = load_country("uzbekistan")
    assert health.trouble(system) == ""
    filled = type("Filled", (), {"unanswered": ("child_benefit",)})()
    monkeypatch.setattr(health, "fill", lambda system, content: filled)
    assert "leaves its own example open" in health.trouble(system)


def test_several_requests_at_once_in_one_process_do_not_mix() -> None:
    """Each thread asks for families of its own wage, and gets that wage back."""
    app = create_app(["uzbekistan"])

    def ask(wage: int) -> bool:
        answer = app.test_client().post("/calculate", json=family(wage, 5))
        return {home["market_income"]["2026-03"] for home in answer.json["households"].values()} == {wage}

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(1_000_000, 1_000_200)))


def test_work_that_takes_too_long_is_ended_where_it_stands() -> None:
    began = time.monotonic()
    with pytest.raises(deadline.TimeIsOver):
        _work_within(0.2)
    assert time.monotonic() - began < 20


def _work_within(seconds: float) -> None:
    with deadline.within(seconds):
        while True:
            try:
                _work(30)
            except Exception:  # such as a library may have: it swallows what it meets
                continue


def test_work_that_ends_in_time_hears_nothing_of_it() -> None:
    for _ in range(200):
        with deadline.within(0.5):
            pass
    time.sleep(0.05)
    assert threading.active_count() < 50


def test_a_stream_is_bounded_part_by_part_and_broken_off_where_a_part_takes_too_long() -> None:
    app = create_app(["uzbekistan"], Settings(seconds=1))

    @app.get("/slow")
    def slow() -> Any:
        def parts() -> Iterator[bytes]:
            for _ in range(4):
                _work(0.4)
                yield b"part\n"
            _work(30)
            yield b"never\n"

        return app.response_class(parts(), mimetype="application/x-ndjson")

    deadline.install(app, Settings(seconds=1))
    answer = app.test_client().get("/slow")
    assert answer.status_code == 200
    got = []
    with pytest.raises(deadline.CutShort):
        got.extend(answer.iter_encoded())
    assert got == [b"part\n"] * 4  # 1.6 seconds in all: each had its own second


def _work(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        sum(range(100))


def test_a_view_that_takes_too_long_is_answered_503() -> None:
    app = create_app(["uzbekistan"])
    app.add_url_rule("/endless", "endless", lambda: _work(60))
    deadline.install(app, Settings(seconds=1))
    answer = app.test_client().get("/endless")
    assert answer.status_code == 503
    assert answer.mimetype == "application/problem+json"
    assert answer.headers["Retry-After"] == "1"
    assert app.test_client().get("/health").status_code == 200


def test_refusals_are_counted_by_kind() -> None:
    client = create_app(["uzbekistan"]).test_client()
    before = samples(client.get("/metrics").text)
    client.get("/no/such/address")
    client.get("/no/such/other")
    after = samples(client.get("/metrics").text)
    key = (SAMPLES["refusals"], "There is nothing at this address")
    assert after[key] - before.get(key, 0) == 2
