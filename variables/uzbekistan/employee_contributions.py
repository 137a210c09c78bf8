"""Workers' pension contribution: 8 % of the wage to 2018, none since."""

from openfisca_country.law import Variable, round_to_unit


class employee_contributions(Variable):
    label = "Social contributions paid by the worker"
    labels = {"uz": "Xodim to'laydigan ijtimoiy badallar", "ru": "Взносы работника"}
    reference = ["TAXOLD", "TAX"]

    def formula_2015_09(person, period, parameters):
        """8 % of the wage, abolished on 1 January 2019."""
        return round_to_unit(parameters(period).employee_contributions.rate * person("wage", period))
