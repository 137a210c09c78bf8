"""Applying a reform of one number: our overlay from a YAML file, beside openfisca-core's own way on the same law."""

from importlib.metadata import version

from rivals import Rival, ours, report

LAW = """
import json, tempfile, time
from pathlib import Path
from openfisca_core.reforms import Reform
from openfisca_country.law import apply_reform
from openfisca_country.uzbekistan import CountryTaxBenefitSystem
law = CountryTaxBenefitSystem()

def timed(apply):
    times = []
    for _ in range(20):
        start = time.perf_counter()
        system = apply()
        times.append(time.perf_counter() - start)
    assert system.get_parameters_at_instant("2027-01-01").unemployment_benefit.maximum_months == 6
    assert law.get_parameters_at_instant("2027-01-01").unemployment_benefit.maximum_months == 3
    print(json.dumps(times))
"""

YAML = """
path = Path(tempfile.mkdtemp()) / "draft.yaml"
path.write_text('''
name: draft
country: uzbekistan
title: Six months
parameters: {unemployment_benefit.maximum_months: {2027-01-01: 6}}
''')
timed(lambda: apply_reform(law, str(path)))
"""

CORE = """
def longer(parameters):
    parameters.unemployment_benefit.maximum_months.update(period="year:2027:100", value=6)
    return parameters

class Longer(Reform):
    def apply(self):
        self.modify_parameters(longer)

timed(lambda: Longer(law))
"""


def main() -> None:
    """Measure from the file, or the class, to a reformed system, on the law of Uzbekistan."""
    we = ours()
    core = Rival("core's own modify_parameters", we.python, version("openfisca-core"))
    report("apply a reform", [(we, LAW + YAML), (core, LAW + CORE)])


if __name__ == "__main__":
    main()
