"""A law as other processes, and other machines, can load it: by its name, and the text of its reforms."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.law import CountrySystem, LawError
from openfisca_country.law.catalogue import country_names, load_country
from openfisca_country.law.country import packaged_law
from openfisca_country.law.reform import apply_document, apply_reform, shipped_reforms
from openfisca_country.law.reform_file import ReformFile, read_reform

CLASS = "CountryTaxBenefitSystem"
"""What the module of a country calls its law."""

ReformLike = str | Path | ReformFile


@dataclass(frozen=True)
class Law:
    """What a process must be told to load a law.

    Attributes:
        country: its name, or the dotted path of its package.
        reforms: laid one upon the other; one that ships or is in Python by its name, a file by what it says.

    """

    country: str
    reforms: tuple[str | ReformFile, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the reforms, as a stamp tells them."""
        return tuple(each if isinstance(each, str) else each.name for each in self.reforms)


def law_of(system: CountrySystem, reforms: Iterable[ReformLike] = ()) -> Law:
    """Return a country's law with reforms, ready to be told to other processes; files are read here and now.

    Raises:
        LawError: the country cannot be loaded by name, or a file cannot be read.

    """
    module, name = type(system).__module__, system.country.name
    if type(system) is not getattr(import_module(module), CLASS, None):
        raise LawError(f"{system.country.title}: name the country, so that other processes can load its law too.")
    country = name if name in country_names() and module == f"openfisca_country.{name}" else module
    return Law(country, tuple(_told(each) for each in reforms))


def _told(reform: ReformLike) -> str | ReformFile:
    if isinstance(reform, ReformFile):
        return reform
    return read_reform(Path(reform)) if Path(reform).suffix in {".yaml", ".yml"} else str(reform)


@lru_cache(maxsize=16)
def load_law(law: Law) -> TaxBenefitSystem:
    """Load a law, once per process.

    Raises:
        LawError: there is no such country.
        ReformError: a reform does not exist or cannot be applied.

    """
    system: Any = load_country(law.country)
    for reform in law.reforms:
        system = apply_document(system, reform) if isinstance(reform, ReformFile) else apply_reform(system, reform)
    return system


@lru_cache(maxsize=16)
def digest(law: Law) -> str:
    """Return a number that differs where the text of the law or of a reform differs."""
    system = load_country(law.country)
    country = system.country
    shared = packaged_law() / "variables" / "common"
    found = hashlib.sha256()
    for folder in (country.parameters, country.variables, shared):
        for path in sorted(each for each in folder.rglob("*") if each.suffix in {".py", ".yaml", ".csv"}):
            found.update(path.relative_to(folder).as_posix().encode())
            found.update(path.read_bytes())
    shipped = shipped_reforms(country.reforms)
    for reform in law.reforms:
        if isinstance(reform, ReformFile):
            found.update(repr(reform).encode())
        else:
            found.update(shipped[reform].read_bytes() if reform in shipped else _source(reform))
    return found.hexdigest()


def _source(dotted: str) -> bytes:
    module = import_module(dotted.rpartition(".")[0])
    return dotted.encode() + (Path(module.__file__).read_bytes() if module.__file__ else b"")
