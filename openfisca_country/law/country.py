"""What a country is, before any of its law: identity, and where its law stands."""

import datetime
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path


def packaged_law() -> Path:
    """Return the folder that holds ``parameters/``, ``variables/`` and ``reforms/`` of this package."""
    return Path(str(files("openfisca_country.parameters"))).parent


@dataclass(frozen=True)
class Country:
    """A country whose law is encoded.

    Attributes:
        name: the folder name of its law, also the name of its module (``uzbekistan``).
        title: its name in English.
        iso: ISO 3166-1 alpha-2 code.
        currency: ISO 4217 code; every amount is in whole units of it.
        languages: ISO 639-1 codes of the labels it carries beside English.
        verified: the day up to which the law was checked; a later period is answered with a warning.
        root: the folder with ``parameters/<name>``, ``variables/<name>`` and ``reforms/<name>``.

    """

    name: str
    title: str
    iso: str
    currency: str
    languages: tuple[str, ...]
    verified: datetime.date
    root: Path | None = None

    @property
    def home(self) -> Path:
        """The folder that holds the law: this package's, unless the country brings its own."""
        return self.root or packaged_law()

    @property
    def parameters(self) -> Path:
        """The folder of its parameters."""
        return self.home / "parameters" / self.name

    @property
    def variables(self) -> Path:
        """The folder of its formulas."""
        return self.home / "variables" / self.name

    @property
    def reforms(self) -> Path:
        """The folder of its proposed law."""
        return self.home / "reforms" / self.name

    @property
    def tests(self) -> Path:
        """The folder of its cases, where the law stands in a checkout; an installed package has none."""
        return self.home / "tests" / self.name
