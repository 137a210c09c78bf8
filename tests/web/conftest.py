"""Apps to ask, each made once."""

from typing import Any

import pytest

from openfisca_country.web.app import create_app


@pytest.fixture(scope="session")
def client() -> Any:
    """Every country, each under its name."""
    return create_app().test_client()


@pytest.fixture(scope="session")
def uzbekistan() -> Any:
    """One country, at the root."""
    return create_app(["uzbekistan"]).test_client()
