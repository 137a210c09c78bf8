"""Who may ask, and what a browser may do with the answer."""

import hashlib
import hmac
import secrets

from flask import Flask, Response, g, request
from flask_cors import CORS
from werkzeug.middleware.proxy_fix import ProxyFix

from openfisca_country.law import LawError
from openfisca_country.web.problems import Fault, Problem
from openfisca_country.web.settings import NAME, Keys, Settings

OPEN = ("/health", "/ready")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
# What a page of an allowed origin may read of an answer.
EXPOSED = (
    "Country-Package",
    "Country-Package-Version",
    "Law-Verified",
    "OpenFisca-Core-Version",
    "OpenFisca-Unanswered",
    "Reforms",
    "Retry-After",
    "X-Request-Id",
)


def new_key(name: str) -> tuple[str, str]:
    """Make a key for a client.

    Args:
        name: of the client, as logs shall tell it.

    Returns:
        The key, and the line that the server is to hold of it.

    Raises:
        LawError: the name has signs that a list of keys cannot hold.

    """
    if not NAME.fullmatch(name):
        raise LawError(f'"{name}" cannot name a key: use small letters, digits, dots and dashes, such as clinic-3.')
    key = "ofc_" + secrets.token_urlsafe(32)
    return key, f"{name}:{hashed(key)}"


def hashed(key: str) -> str:
    """Return what the server keeps of a key.

    A key is 256 random bits: there is nothing to guess, so a slow hash would protect no better, and would let anyone
    keep the server busy with wrong keys.
    """
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()


def client_of(key: str, keys: Keys) -> str | None:
    """Return the name of the client whose key it is; every key is compared, in the same time."""
    given, found = hashed(key), None
    for name, known in keys:
        if hmac.compare_digest(given, known):
            found = name
    return found


def install(app: Flask, settings: Settings) -> None:
    """Let an app ask for a key, if there are keys, and send the headers that guard an answer."""
    if settings.proxies:
        trusted = settings.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=trusted, x_proto=trusted, x_host=trusted, x_prefix=trusted
        )
    if settings.cors_origins:
        CORS(
            app,
            origins=list(settings.cors_origins),
            methods=["GET", "POST"],
            allow_headers=["Accept-Language", "Authorization", "Content-Type", "X-API-Key", "X-Request-Id"],
            expose_headers=list(EXPOSED),
            max_age=600,
        )

    @app.before_request
    def _ask_for_key() -> None:
        preflight = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
        if settings.api_keys and request.path not in OPEN and not preflight:
            _check(settings.api_keys)

    @app.after_request
    def _guard(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not settings.cors_origins:
            response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.method not in ("GET", "HEAD") or response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store"  # it may be about a person
        if settings.hsts_seconds:
            response.headers["Strict-Transport-Security"] = f"max-age={settings.hsts_seconds}; includeSubDomains"
        return response


def _check(keys: Keys) -> None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    key = token.strip() if scheme.lower() == "bearer" else request.headers.get("X-API-Key", "")
    if not key:
        challenge, sentence = 'Bearer realm="openfisca-country"', "expected a key, as Authorization: Bearer KEY."
    else:
        client = client_of(key, keys)
        if client is not None:
            g.client = client
            return
        challenge = 'Bearer realm="openfisca-country", error="invalid_token"'
        sentence = "the key is not one of this server's; ask its operator for one."
    fault = Fault("header Authorization", sentence, expected="Bearer KEY")
    raise Problem(401, "A key is needed", [fault], {"WWW-Authenticate": challenge})
