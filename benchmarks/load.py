"""Loading a country's law: from a fresh interpreter's import to a system ready to calculate."""

from rivals import from_index, ours, report, seconds

SCRIPT = """
import json, time
start = time.perf_counter()
from {module} import CountryTaxBenefitSystem
system = CountryTaxBenefitSystem()
print(json.dumps([time.perf_counter() - start]))
"""

SIZE = """
import json
from {module} import CountryTaxBenefitSystem
system = CountryTaxBenefitSystem()
print(json.dumps([len(system.variables), sum(1 for _ in system.parameters.get_descendants())]))
"""


def main() -> None:
    """Measure import and construction, beside the country template and OpenFisca-France."""
    contestants = [
        (ours(), "openfisca_country.uzbekistan"),
        (from_index("openfisca-country-template"), "openfisca_country_template"),
        (from_index("openfisca-france"), "openfisca_france"),
    ]
    for rival, module in contestants:
        variables, parameters = seconds(rival, SIZE.format(module=module))
        print(f"{rival.name}: {variables:.0f} variables, {parameters:.0f} parameters and folders")
    report("import and load", [(rival, SCRIPT.format(module=module)) for rival, module in contestants])


if __name__ == "__main__":
    main()
