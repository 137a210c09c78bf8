"""The guards: keys, origins, headers, and a log and a disk that know nothing of who was asked about."""

import io
import json
import logging
import runpy
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from openfisca_country.web import logs
from openfisca_country.web.app import create_app
from openfisca_country.web.security import new_key
from openfisca_country.web.settings import Settings

MARKER = "nasiba31712850123456"
UUID = "0b6f8f0e-6c1d-4a57-9b7e-3f6d5c1a2b90"
FAMILY = {
    "persons": {"ali": {"birth_date": {"ETERNITY": "1990-05-12"}, "wage": {"2026-03": 1_000_000}}},
    "households": {"home": {"head": ["ali"], "market_income": {"2026-03": None}}},
}


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app(["uzbekistan"])


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the process would log, from every logger there is, in the server's form."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.AsJson())
    root, own = logging.getLogger(), logging.getLogger("openfisca_country")
    levels = root.level, own.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    own.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(levels[0])
    own.setLevel(levels[1])


def _with_keys() -> tuple[Any, str]:
    key, line = new_key("clinic")
    settings = Settings.from_environment({"OPENFISCA_COUNTRY_API_KEYS": line})
    return create_app(["uzbekistan"], settings).test_client(), key


def test_with_keys_every_address_asks_for_one_but_those_of_health() -> None:
    client, key = _with_keys()
    opened = {"Authorization": f"Bearer {key}"}
    checked = 0
    for rule in client.application.url_map.iter_rules():
        path = str(rule).replace("<name>", "wage").replace("<path:path>", "x").replace("<path:name>", "x")
        method = "POST" if "POST" in (rule.methods or ()) else "GET"
        status = client.open(path, method=method).status_code
        if path in ("/health", "/ready"):
            assert status == 200, path
            continue
        assert status == 401, path
        assert client.open(path, method=method, headers=opened).status_code != 401, path
        checked += 1
    assert checked > 10
    assert client.get("/no/such/address").status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer "},
        {"Authorization": "Bearer ofc_wrong"},
        {"Authorization": "Basic Y2xpbmljOm9mYw=="},
        {"X-API-Key": "ofc_wrong"},
        {"X-API-Key": "é" * 40},
        {"Authorization": "Bearer " + "0" * 64},
    ],
)
def test_without_the_right_key_the_refusal_says_how_to_ask(headers: dict[str, str]) -> None:
    client, _ = _with_keys()
    answer = client.post("/calculate", json=FAMILY, headers=headers)
    assert answer.status_code == 401
    assert answer.mimetype == "application/problem+json"
    assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="openfisca-country"')
    assert answer.json["errors"][0]["expected"] == "Bearer KEY"


def test_both_headers_carry_a_key() -> None:
    client, key = _with_keys()
    for headers in ({"Authorization": f"Bearer {key}"}, {"Authorization": f"bearer {key}"}, {"X-API-Key": key}):
        assert client.post("/calculate", json=FAMILY, headers=headers).status_code == 200


def test_no_page_of_another_origin_may_ask_unless_it_is_named(app: Flask) -> None:
    origin = {"Origin": "https://evil.example.org"}
    for answer in (
        app.test_client().get("/variable/wage", headers=origin),
        app.test_client().options("/calculate", headers={**origin, "Access-Control-Request-Method": "POST"}),
    ):
        assert not [name for name in answer.headers.keys() if name.startswith("Access-Control-Allow")]  # noqa: SIM118


def test_a_named_origin_may_ask_and_no_other_that_resembles_it() -> None:
    client = create_app(["uzbekistan"], Settings(cors_origins=("https://case.example.org",))).test_client()

    def allowed(origin: str) -> str | None:
        answer = client.get("/variable/wage", headers={"Origin": origin})
        return answer.headers.get("Access-Control-Allow-Origin")

    assert allowed("https://case.example.org") == "https://case.example.org"
    for other in (
        "https://caseXexample.org",
        "https://case.example.org.evil.example",
        "https://evil.example/https://case.example.org",
        "http://case.example.org",
        "https://case.example.org:8443",
        "null",
    ):
        assert allowed(other) is None, other


def test_a_page_may_ask_ahead_without_its_key() -> None:
    key, line = new_key("page")
    settings = Settings.from_environment(
        {"OPENFISCA_COUNTRY_API_KEYS": line, "OPENFISCA_COUNTRY_CORS_ORIGINS": "https://case.example.org"}
    )
    client = create_app(["uzbekistan"], settings).test_client()
    ahead = {
        "Origin": "https://case.example.org",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    answer = client.options("/calculate", headers=ahead)
    assert answer.status_code == 200
    assert "authorization" in answer.headers["Access-Control-Allow-Headers"].lower()
    assert client.post("/calculate", json=FAMILY, headers={"Origin": ahead["Origin"]}).status_code == 401
    asked = client.post("/calculate", json=FAMILY, headers={"Origin": ahead["Origin"], "X-API-Key": key})
    assert asked.status_code == 200
    assert "OpenFisca-Unanswered" in asked.headers["Access-Control-Expose-Headers"]


def test_every_answer_carries_the_guarding_headers(app: Flask) -> None:
    client = app.test_client()
    for answer in (
        client.get("/health"),
        client.get("/variable/wage"),
        client.get("/no/such/address"),
        client.put("/calculate"),
        client.post("/calculate", json=FAMILY),
        client.post("/calculate", data=b"{"),
    ):
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "Strict-Transport-Security" not in answer.headers


def test_what_is_about_a_person_is_kept_by_no_cache(app: Flask) -> None:
    client = app.test_client()
    assert client.post("/calculate", json=FAMILY).headers["Cache-Control"] == "no-store"
    assert client.post("/calculate", data=b"{").headers["Cache-Control"] == "no-store"
    assert "no-store" not in client.get("/variable/wage").headers.get("Cache-Control", "")


def test_browsers_are_kept_to_https_only_where_it_is_set() -> None:
    client = create_app(["uzbekistan"], Settings(hsts_seconds=31_536_000)).test_client()
    assert client.get("/health").headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_forwarded_addresses_are_believed_of_our_own_proxies_alone(app: Flask) -> None:
    forwarded = {"X-Forwarded-Host": "evil.example.org", "X-Forwarded-Proto": "https"}
    assert "evil.example.org" not in app.test_client().get("/variables", headers=forwarded).text
    behind = create_app(["uzbekistan"], Settings(proxies=1)).test_client()
    assert behind.get("/variables", headers=forwarded).json["wage"]["href"].startswith("https://evil.example.org/")


def test_the_id_of_a_request_is_taken_or_made_and_given_back(app: Flask) -> None:
    client = app.test_client()
    assert client.get("/health", headers={"X-Request-Id": UUID}).headers["X-Request-Id"] == UUID
    made = client.get("/health", headers={"X-Request-Id": MARKER}).headers["X-Request-Id"]
    assert logs.REQUEST_ID.fullmatch(made)
    assert made != client.get("/health").headers["X-Request-Id"]
    refused = client.get("/no/such/address", headers={"X-Request-Id": UUID})
    assert refused.json["request_id"] == UUID


def test_a_line_of_the_log_has_the_route_and_not_the_address(app: Flask, written: io.StringIO) -> None:
    app.test_client().get("/variable/wage?x=1", headers={"X-Request-Id": UUID})
    (line,) = (json.loads(line) for line in written.getvalue().splitlines() if "requests" in line)
    assert line["request_id"] == UUID
    assert (line["method"], line["route"]) == ("GET", "/variable/<name>")
    assert line["country"] == "uzbekistan"
    assert line["bytes"] > 0
    assert line["milliseconds"] > 0
    assert set(line) <= {
        *("time", "level", "event", "request_id", "method", "route", "status", "country", "milliseconds", "bytes"),
    }


def _places() -> Iterator[Any]:
    """Bodies with the marker in each place, right and wrong."""
    person = {"birth_date": {"ETERNITY": "1990-05-12"}}
    home = {"head": [MARKER], "disposable_income": {"2026-03": None}}
    yield {"persons": {MARKER: person}, "households": {MARKER: home}}
    yield {"persons": {MARKER: {MARKER: {MARKER: MARKER}}}, "households": {MARKER: {MARKER: MARKER}}}
    yield {"persons": {"a": {"wage": {"2026-03": MARKER}}}, "households": {"h": {"head": ["a"]}}}
    yield {"persons": {"a": {"wage": {MARKER: 1}}}, "households": {"h": {"head": [MARKER]}}}
    yield {"persons": {"a": {"birth_date": MARKER}}, "households": {"h": {"head": ["a"], MARKER: None}}}
    yield {MARKER: {MARKER: [MARKER]}}
    yield [MARKER]
    yield MARKER


def test_no_log_and_no_file_holds_anything_of_a_person(
    written: io.StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    app = create_app(["uzbekistan"])
    sound = list(app.url_map.iter_rules())
    _make_crash(app)
    client = app.test_client()
    headers = {
        "X-Request-Id": MARKER,
        "X-API-Key": MARKER,
        "Authorization": f"Bearer {MARKER}",
        "User-Agent": MARKER,
        "Referer": f"https://{MARKER}/",
        "Accept-Language": MARKER,
        "Cookie": f"{MARKER}={MARKER}",
        "Origin": f"https://{MARKER}.example",
    }
    statuses = set()
    for rule in [*sound, "/crash/<name>", "/<name>"]:
        path = str(rule).replace("<path:", "<").replace("<name>", MARKER).replace("<path>", MARKER)
        for body in _places():
            enveloped = {"situation": body, "variable": MARKER, "period": MARKER, "reforms": [MARKER], MARKER: MARKER}
            for sent in (body, enveloped, {**enveloped, "variable": "disposable_income", "period": "2026-03"}):
                for query in ({}, {"period": MARKER, MARKER: MARKER, "reform": MARKER}):
                    text = json.dumps(sent)
                    kind = "application/x-ndjson" if path.endswith("batch") else "application/json"
                    answer = client.post(path, data=text, content_type=kind, query_string=query, headers=headers)
                    answer.get_data()
                    answer.close()
                    statuses.add(answer.status_code)
        for method in ("GET", MARKER.upper()):
            statuses.add(client.open(path, method=method, query_string={MARKER: MARKER}, headers=headers).status_code)
        statuses.add(client.post(path, data=MARKER.encode() + b"\xff", content_type=MARKER).status_code)
    assert {200, 404, 405, 415, 422, 500} <= statuses  # right, wrong and crashing ones were all among them
    kept = written.getvalue()
    assert '"status": 500' in kept
    assert "RuntimeError at test_security.py:" in kept  # the crash is told, by type and line
    assert MARKER not in kept.lower()
    said = capfd.readouterr()
    assert MARKER not in (said.out + said.err).lower()
    assert list(tmp_path.iterdir()) == []


def _make_crash(app: Flask) -> None:
    @app.route("/crash/<name>", methods=["GET", "POST"])
    def crash(name: str) -> str:
        raise RuntimeError(f"about {name}")


def test_an_error_of_the_log_itself_tells_no_message(written: io.StringIO) -> None:
    try:
        raise ValueError(MARKER)
    except ValueError:
        logging.getLogger("gunicorn.error").exception("Error handling request %s", f"/{MARKER}")
    line = json.loads(written.getvalue())
    assert line["error"].startswith("ValueError at test_security.py:")
    assert MARKER not in written.getvalue()


@pytest.mark.parametrize(
    ("vulnerabilities", "code", "said"),
    [
        ([], 0, "1 of 2 libraries asked about, 0 advisories open"),
        ([{"id": "PYSEC-2024-71", "aliases": ["CVE-2024-1681"]}], 0, "0 advisories open"),
        ([{"id": "PYSEC-2099-1", "aliases": ["CVE-2099-1"]}], 1, "flask-cors 3.0.10 has PYSEC-2099-1"),
        (None, 0, "skipped, for the advisory service cannot be reached"),
    ],
)
def test_the_audit_tells_an_advisory_from_an_accepted_one_and_from_none_asked(
    vulnerabilities: Any, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    skipped = {"name": "openfisca-country", "skip_reason": "not on the index"}
    asked = {"name": "flask-cors", "version": "3.0.10", "vulns": vulnerabilities}
    told = json.dumps({"dependencies": [skipped] + ([] if vulnerabilities is None else [asked])})
    answer = subprocess.CompletedProcess([], 1, stdout=told, stderr="")
    monkeypatch.setattr(subprocess, "run", lambda *arguments, **options: answer)
    audit = runpy.run_path(str(Path(__file__).parents[2] / "deploy" / "audit.py"))
    assert audit["main"]() == code
    assert said in capsys.readouterr().out
