"""What people earn and receive, a month."""

from openfisca_country.law import MONTH, Household, Person, Variable


class wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Gross wage from formal employment"
    unit = "currency/month"
    reference = "ILO, Resolution concerning the measurement of employment-related income, 16th ICLS (1998)"
    labels = {"ru": "Заработная плата до налогов"}


class self_employment_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income from self-employment, after costs"
    unit = "currency/month"
    reference = "ILO, Resolution concerning household income and expenditure statistics, 17th ICLS (2003)"


class farm_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income from a household plot, livestock or farm, after costs"
    unit = "currency/month"
    reference = "ILO, Resolution concerning household income and expenditure statistics, 17th ICLS (2003)"


class property_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Rent, interest and dividends"
    unit = "currency/month"
    reference = "ILO, Resolution concerning household income and expenditure statistics, 17th ICLS (2003)"


class remittances(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Money received from relatives or others, from abroad included"
    unit = "currency/month"
    reference = "ILO, Resolution concerning household income and expenditure statistics, 17th ICLS (2003)"


class alimony_received(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Alimony and child maintenance received"
    unit = "currency/month"
    reference = "ILO, Resolution concerning household income and expenditure statistics, 17th ICLS (2003)"


class alimony_paid(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Alimony and child maintenance paid to another household"
    unit = "currency/month"
    reference = "ILO, Resolution concerning household income and expenditure statistics, 17th ICLS (2003)"


class other_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Other income that is neither a benefit of this law nor named elsewhere"
    unit = "currency/month"
    reference = "ILO, Resolution concerning household income and expenditure statistics, 17th ICLS (2003)"


class market_income(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Income before benefits, taxes and contributions"
    unit = "currency/month"
    reference = "Canberra Group Handbook on Household Income Statistics, 2nd edition (2011)"
    labels = {"ru": "Доход до пособий и налогов"}

    def formula(household, period):
        """Wages, self-employment, farm, property and other income, remittances and alimony received, less alimony paid."""
        members = household.members
        return household.sum(
            members("wage", period)
            + members("self_employment_income", period)
            + members("farm_income", period)
            + members("property_income", period)
            + members("remittances", period)
            + members("alimony_received", period)
            + members("other_income", period)
            - members("alimony_paid", period)
        )
