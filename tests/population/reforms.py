"""Proposed law for tests: rules that the law itself does not have."""

from openfisca_country.law import MONTH, Household, Person, Reform, Variable


class share_of_wages(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Share of the wages of the household"
    unit = "/1"

    def formula(person, period):
        """Divides by zero where nobody in the household earns a wage."""
        return person("wage", period) / person.household("wages_of_household", period)


class wages_of_household(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Wages of the household"
    unit = "currency/month"

    def formula(household, period):
        """Add up the members' wages."""
        return household.sum(household.members("wage", period))


class Shares(Reform):
    """A rule that has no answer for households without wages."""

    title = "Shares of wages"
    reference = "a test"

    def apply(self):
        """Add the rules."""
        self.add_variable(wages_of_household)
        self.add_variable(share_of_wages)
