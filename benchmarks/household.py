"""One household, a month: from a situation to every answer, the system already loaded."""

from rivals import from_index, ours, report

OURS = """
import json, time
from openfisca_country import calculate
from openfisca_country.law.catalogue import load_country
load_country("uzbekistan")
family = {
    "persons": {
        "a": {"birth_date": "1985-01-01", "wage": 3000000},
        "b": {"birth_date": "1987-01-01"},
        "c": {"birth_date": "2019-01-01"},
    },
    "households": {"h": {"head": ["a"], "spouse": ["b"], "children": ["c"]%s}},
}
def once():
    start = time.perf_counter()
    calculate("uzbekistan", family, "2026-03")
    return time.perf_counter() - start
once()
print(json.dumps([once() for _ in range(15)]))
"""

PLAIN = """
import json, time
from openfisca_core.simulations import SimulationBuilder
from {module} import CountryTaxBenefitSystem
system = CountryTaxBenefitSystem()
def once():
    family = {family}
    start = time.perf_counter()
    simulation = SimulationBuilder().build_from_entities(system, family)
    simulation.calculate({variable!r}, {period!r})
    return time.perf_counter() - start
once()
print(json.dumps([once() for _ in range(15)]))
"""

UZBEK = {
    "persons": {
        "a": {"birth_date": {"ETERNITY": "1985-01-01"}, "wage": {"2026-03": 3000000}},
        "b": {"birth_date": {"ETERNITY": "1987-01-01"}},
        "c": {"birth_date": {"ETERNITY": "2019-01-01"}},
    },
    "households": {"h": {"head": ["a"], "spouse": ["b"], "children": ["c"]}},
}
TEMPLATE = {
    "persons": {
        "a": {"birth": {"ETERNITY": "1985-01-01"}, "salary": {"2017-03": 3000}},
        "b": {"birth": {"ETERNITY": "1987-01-01"}},
        "c": {"birth": {"ETERNITY": "2010-01-01"}},
    },
    "households": {"h": {"adults": ["a", "b"], "children": ["c"]}},
}
FRANCE = {
    "individus": {
        "a": {"date_naissance": {"ETERNITY": "1985-01-01"}, "salaire_de_base": {"2023-03": 3000}},
        "b": {"date_naissance": {"ETERNITY": "1987-01-01"}},
        "c": {"date_naissance": {"ETERNITY": "2015-01-01"}},
    },
    "familles": {"f": {"parents": ["a", "b"], "enfants": ["c"]}},
    "foyers_fiscaux": {"i": {"declarants": ["a", "b"], "personnes_a_charge": ["c"]}},
    "menages": {"m": {"personne_de_reference": ["a"], "conjoint": ["b"], "enfants": ["c"]}},
}


def main() -> None:
    """Measure our `calculate`, with and without reasons, and the plain way of each package."""
    mine, template, france = ours(), from_index("openfisca-country-template"), from_index("openfisca-france")

    def plain(module: str, family: object, variable: str, period: str) -> str:
        return PLAIN.format(module=module, family=family, variable=variable, period=period)

    report(
        "one household, one amount asked: our `calculate` (checks, assumptions, confidence, stamp)",
        [
            (mine, OURS % ', "disposable_income": None'),
            (mine, plain("openfisca_country.uzbekistan", UZBEK, "disposable_income", "2026-03")),
            (template, plain("openfisca_country_template", TEMPLATE, "disposable_income", "2017-03")),
            (france, plain("openfisca_france", FRANCE, "salaire_net", "2023-03")),
        ],
    )
    report("one household, every entitlement", [(mine, OURS % "")])


if __name__ == "__main__":
    main()
