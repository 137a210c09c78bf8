"""Atlantis with a reform in Python that has parameters of its own, and drafts of reforms of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from openfisca_country.law import CountrySystem, apply_reform
from tests.law.drafts import HEADER, PART
from tests.law.fictional import load, write, write_country


@pytest.fixture(scope="session")
def atlantis(tmp_path_factory: pytest.TempPathFactory) -> CountrySystem:
    country = write_country(tmp_path_factory.mktemp("law"))
    write(country.home, "reforms/atlantis/part.py", PART)
    return load(country)


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[str], str]:
    """Write a draft, given as what follows its header, and return its path."""

    def save(text: str) -> str:
        path = tmp_path / "draft.yaml"
        path.write_text(HEADER + text, encoding="utf-8")
        return str(path)

    return save


@pytest.fixture
def draft(atlantis: CountrySystem, saved: Callable[[str], str]) -> Callable[[str], Any]:
    """Apply a draft."""
    return lambda text: apply_reform(atlantis, saved(text))
