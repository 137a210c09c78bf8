"""What an operator may set, and how the environment says it: ``OPENFISCA_COUNTRY_MAX_BODY_BYTES=5000000``.

A wrong value, or a name that is no setting, is refused at the start: a limit that was misspelt is no limit.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Self

from openfisca_country.law.errors import LawError, nearest

PREFIX = "OPENFISCA_COUNTRY_"
ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]+)?")
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
KEY = re.compile(rf"(?P<name>{NAME.pattern}):(?P<hash>[0-9a-f]{{64}})")

Keys = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Settings:
    """The limits and guards of the web API.

    Attributes:
        max_body_bytes: longest body; a longer one is answered 413.
        max_persons: most persons in one body; more are answered 422.
        max_persons_explained: most persons of a situation that is compared, explained or walked along wages; more are
            answered 422.
        max_points: most steps of a range of wages; more are answered 422.
        max_periods: most months asked in one body; more are answered 422.
        max_depth: deepest nesting of a JSON body; deeper is answered 400.
        max_errors: most errors listed in one answer, beside their total count.
        seconds: longest time one answer, or one block of a batch, may take; a longer one is answered 503.
        batch_block: households evaluated at a time in a batch.
        batch_line_bytes: longest line of a batch.
        cors_origins: web origins whose pages may ask; none, and no browser of another site may.
        api_keys: name and SHA-256 of each key; none, and no key is asked for.
        hsts_seconds: how long browsers shall keep to HTTPS; 0, and nothing is said: set it only behind TLS.
        proxies: how many proxies of the operator's own stand before the server, whose ``X-Forwarded-`` headers are
            believed.

    """

    max_body_bytes: int = 20_000_000
    max_persons: int = 50_000
    max_persons_explained: int = 30
    max_points: int = 2_000
    max_periods: int = 120
    max_depth: int = 20
    max_errors: int = 100
    seconds: float = 30.0
    batch_block: int = 500
    batch_line_bytes: int = 1_000_000
    cors_origins: tuple[str, ...] = ()
    api_keys: Keys = field(default=(), repr=False)
    hsts_seconds: int = 0
    proxies: int = 0

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Read the settings of an environment, which may hold those of the server too.

        Keys stand in ``OPENFISCA_COUNTRY_API_KEYS``, or one a line in the file that ``OPENFISCA_COUNTRY_API_KEYS_FILE``
        names, each as ``name:SHA-256``.

        Args:
            environment: such as ``os.environ``; names of other programs are left alone.

        Raises:
            LawError: a value cannot be read, or a name with our prefix is no setting.

        """
        return cls(**read(cls, environment, also=("api_keys_file", "host", "port", "workers", "threads")))


def read(cls: type[Any], environment: Mapping[str, str], also: tuple[str, ...] = ()) -> dict[str, Any]:
    """Read the fields of a dataclass that an environment names.

    Args:
        cls: whose fields to read.
        environment: such as ``os.environ``.
        also: names that others read.

    Returns:
        By field, the values that are set.

    Raises:
        LawError: a value cannot be read, or a name with our prefix is no setting.

    """
    defaults = {each.name: each.default for each in fields(cls)}
    known = {PREFIX + name.upper() for name in (*defaults, *also)}
    for name in environment:
        if name.startswith(PREFIX) and name not in known:
            raise LawError(f"{name} is not a setting of the server.{nearest(name, known)}")
    given: dict[str, Any] = {}
    for name, default in defaults.items():
        text = environment.get(PREFIX + name.upper(), "").strip()
        if text:
            given[name] = _read_one(name, text, default)
    if "api_keys" in defaults and (path := environment.get(f"{PREFIX}API_KEYS_FILE", "").strip()):
        given["api_keys"] = (*given.get("api_keys", ()), *_keys_of_file(path))
    return given


def _read_one(name: str, text: str, default: Any) -> Any:
    where = PREFIX + name.upper()
    if name == "api_keys":
        return tuple(_read_key(each, where) for each in text.split(","))
    if name == "cors_origins":
        return tuple(_origin(each.strip(), where) for each in text.split(","))
    if isinstance(default, int | float):
        return _number(text, where, type(default), least=0 if default == 0 else 1)
    return text


def _number(text: str, where: str, kind: type[int] | type[float], least: int) -> int | float:
    expected = "a whole number" if kind is int else "a number"
    try:
        value = kind(text.replace("_", ""))
    except ValueError:
        value = -1
    if not math.isfinite(value) or value < least:
        raise LawError(f'{where}: expected {expected} of {least} or more, got "{text}".')
    return value


def _origin(text: str, where: str) -> str:
    if not ORIGIN.fullmatch(text):
        raise LawError(
            f'{where}: "{text}" is not a web origin; write scheme and host, without a path or a star: '
            "https://case.example.org."
        )
    return text


def _keys_of_file(path: str) -> Keys:
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        raise LawError(f"{PREFIX}API_KEYS_FILE: {path} cannot be read ({reason}).") from None
    keys = tuple(
        _read_key(line, f"{path}, line {number}")
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.lstrip().startswith("#")
    )
    if not keys:
        raise LawError(f"{path} holds no key: make one with `openfisca-country serve --new-key NAME`.")
    return keys


def _read_key(text: str, where: str) -> tuple[str, str]:
    """Read ``name:hash``; what is written there is not repeated, for it may be a key itself."""
    found = KEY.fullmatch(text.strip())
    if not found:
        raise LawError(
            f"{where}: expected a name and a SHA-256 (clinic:64 hexadecimal digits); "
            "make a key with `openfisca-country serve --new-key NAME`."
        )
    return found["name"], found["hash"]
