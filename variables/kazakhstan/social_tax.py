"""Social tax of employers."""

from openfisca_country.law import MONTH, Person, Variable, maximum


class social_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social tax on the wage"
    labels = {"kk": "Әлеуметтік салық", "ru": "Социальный налог"}
    unit = "currency/month"
    reference = ["TC2017", "TC2025"]

    def formula_2018(person, period, parameters):
        """The rate on the wage less the worker's contributions, less the social contribution, never below nothing."""
        tax = parameters(period).social_tax.rate * person("wage_less_contributions", period)
        return maximum(tax - person("social_contribution", period), 0)

    def formula_2026(person, period, parameters):
        """6 % of the wage less the worker's contributions; the social contribution is no longer taken off."""
        return parameters(period).social_tax.rate * person("wage_less_contributions", period)
