"""The stamp, in the headers of every answer about a country: which package, which core, which law."""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from urllib.parse import quote

from flask import Response, g

from openfisca_country.web.served import Served

NO_REFORM = "none"


def note_law(reforms: Sequence[str], law_of: str | None = None) -> None:
    """Keep in mind, until the answer is stamped, which law it is given under."""
    month, _, index = (law_of or "").partition(":")
    date = [f"law of {month} by {index}" if index else f"law of {month}"] if month else []
    g.reforms = [quote(each, safe=" ,:/") for each in (*date, *reforms)]


def stamp(served: Served) -> dict[str, str]:
    """Return the headers of the stamp.

    Returns:
        ``Country-Package`` and ``Country-Package-Version`` as OpenFisca's own API gives them; the version of
        openfisca-core; the day the law was last verified; the law of another date and the reforms applied, in their
        order, or ``none``; what no header can hold is percent-encoded.

    """
    return {
        "Country-Package": served.package["name"],
        "Country-Package-Version": served.package["version"],
        "OpenFisca-Core-Version": _core(),
        "Law-Verified": served.system.country.verified.isoformat(),
        "Reforms": ", ".join(g.get("reforms") or [NO_REFORM]),
    }


@cache
def _core() -> str:
    return version("openfisca-core")


def put_stamp(response: Response, served: Served) -> Response:
    """Stamp an answer."""
    response.headers.update(stamp(served))
    return response
