"""The law's cases under tests/<country>/ run as tests of their own, compared to the unit in 64 bits."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openfisca_core.parameters.config import Loader
from openfisca_core.tools.test_runner import OpenFiscaPlugin, YamlFile, YamlItem
from openfisca_core.tools.test_runner import yaml as core_yaml

from openfisca_country.law.catalogue import country_names, load_country

OPTIONS: dict[str, Any] = {}
HAIR = 1e-6  # what is not rounded by law may end in a binary fraction


class ExactItem(YamlItem):
    """A case of the law. OpenFisca's runner compares in 32 bits; money is compared to the unit here."""

    def check_variable(self, variable_name: str, expected_value: Any, period: Any, entity_index: Any = None) -> None:
        if isinstance(expected_value, dict):
            for each, value in expected_value.items():
                self.check_variable(variable_name, value, each, entity_index)
            return
        variable = self.tax_benefit_system.get_variable(variable_name)
        if variable.value_type not in (float, int) or isinstance(expected_value, str):
            super().check_variable(variable_name, expected_value, period, entity_index)
            return
        found = self.simulation.calculate(variable_name, period)
        found = found if entity_index is None else found[[entity_index]]
        wanted = expected_value if isinstance(expected_value, list) else [expected_value] * len(found)
        margin = self.test.absolute_error_margin[variable_name] or HAIR
        assert all(abs(float(a) - float(b)) <= margin for a, b in zip(found, wanted, strict=True)), (
            f"{variable_name}@{period}: {[float(each) for each in found]} differs from {wanted}"
        )


class CasesFile(YamlFile):
    """A file of cases, one item a case, named as the law says."""

    def collect(self) -> Iterator[pytest.Item]:
        cases = core_yaml.load(Path(self.path).read_text(encoding="utf-8"), Loader=Loader)
        for case in cases:
            yield ExactItem.from_parent(
                self,
                name=str(case.get("name", "unnamed")),
                baseline_tax_benefit_system=self.tax_benefit_system,
                test=case,
                options=self.options,
            )


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> CasesFile | None:
    country = file_path.parent.name
    if any(isinstance(each, OpenFiscaPlugin) for each in parent.config.pluginmanager.get_plugins()):
        return None  # `openfisca test` collects the cases itself
    if file_path.suffix != ".yaml" or country not in country_names():
        return None
    return CasesFile.from_parent(parent, path=file_path, tax_benefit_system=load_country(country), options=OPTIONS)


@pytest.fixture(scope="session")
def uzbekistan() -> Any:
    return load_country("uzbekistan")


@pytest.fixture
def examples() -> Path:
    return Path(__file__).parent.parent / "examples"
