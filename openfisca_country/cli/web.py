"""The command that serves the web API."""

from importlib import import_module
from typing import Any

import click

from openfisca_country.law import LawError


@click.command()
@click.argument("countries", nargs=-1, metavar="[COUNTRY]…")
@click.option("--host", metavar="HOST", help="Where to listen; by default 127.0.0.1, which this machine alone reaches.")
@click.option("--port", type=click.IntRange(0, 65535), metavar="PORT", help="By default 5000; 0 takes a free one.")
@click.option(
    "--workers", type=click.IntRange(1, 256), metavar="N", help="Processes; by default one for each processor."
)
@click.option("--new-key", metavar="NAME", help="Serve nothing; make an API key for a client of this name.")
def serve(
    countries: tuple[str, ...], host: str | None, port: int | None, workers: int | None, new_key: str | None
) -> None:
    """Serve the law over HTTP: all countries, each under its name, or one alone.

    One country alone answers at the root, as `openfisca serve` does. Limits, keys and origins are set by environment
    variables, OPENFISCA_COUNTRY_…
    """
    if new_key is not None:
        _make_key(new_key)
    else:
        _load("server").serve(countries, host, port, workers)


def _make_key(name: str) -> None:
    key, line = _load("security").new_key(name)
    click.echo("The key, for the client; it is shown this once:", err=True)
    click.echo(key, err=True)
    click.echo("The line for the server, in the file that OPENFISCA_COUNTRY_API_KEYS_FILE names:", err=True)
    click.echo(line)


def _load(name: str) -> Any:
    """Load a part of the web API, which the extra `web` installs."""
    try:
        return import_module(f"openfisca_country.web.{name}")
    except ModuleNotFoundError as error:
        if str(error.name).startswith("openfisca_country"):
            raise
        raise LawError(f"The web API needs {error.name}: pip install 'openfisca-country[web]'.") from None
