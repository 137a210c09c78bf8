"""The examples in docstrings hold."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import openfisca_country

LAW = ("openfisca_country.parameters", "openfisca_country.reforms", "openfisca_country.variables")
MODULES = [
    module.name
    for module in pkgutil.walk_packages(openfisca_country.__path__, "openfisca_country.")
    if not module.name.startswith(LAW)
]


@pytest.mark.parametrize("name", ["openfisca_country", *MODULES])
def test_examples_hold(name):
    assert doctest.testmod(import_module(name)).failed == 0
