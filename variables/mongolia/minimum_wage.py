"""The least wage for a month's work, and whether a wage reaches it."""

from openfisca_country.law import MONTH, Person, Variable, where


class hours_paid(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Hours paid in the month, where the wage is by the hour; zero for a full month"
    labels = {"mn": "Цагийн хөлсөөр ажилласан цаг"}
    unit = "hour"
    reference = "MWL2010"


class least_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Least wage for the month's work"
    labels = {"mn": "Тухайн сарын хөдөлмөрийн хөлсний доод хэмжээ"}
    unit = "currency/month"
    reference = "MWL2010"

    def formula(person, period, parameters):
        """The minimum wage of the month."""
        return person.filled_array(parameters(period).base.minimum_wage.monthly)

    def formula_2008(person, period, parameters):
        """The minimum wage of the month or, where hours are stated, that of the hour for each."""
        law = parameters(period).base.minimum_wage
        hours = person("hours_paid", period)
        return where(hours > 0, law.hourly * hours, law.monthly)


class wage_reaches_minimum(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The wage, where there is one, is at least the minimum wage"
    labels = {"mn": "Цалин хөдөлмөрийн хөлсний доод хэмжээнээс багагүй"}
    reference = "MWL2010"

    def formula(person, period):
        """No wage, or one of at least the least wage."""
        wage = person("wage", period)
        return (wage <= 0) | (wage >= person("least_wage", period))
