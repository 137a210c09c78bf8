"""Age grant: a sum for older people before Lunar New Year and before Naadam (OLD2017)."""

from openfisca_country.law import MONTH, Person, Variable, calendar_months_between, first_day, select, where

# Conditions


class reached_age_grant_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has reached the age of the age grant"
    labels = {"mn": "65 ба түүнээс дээш настай"}
    reference = "OLD2017"

    def formula_2017_02(person, period, parameters):
        """From the age of 65."""
        return person("age", period) >= parameters(period).age_grant.age.first


class in_age_grant_month(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The age grant is paid in this month, before Lunar New Year or before Naadam"
    labels = {"mn": "Насны хишиг олгох сар"}
    reference = "OLD2017"

    def formula_2017_02(person, period, parameters):
        """February stands for Lunar New Year, whose day moves, and June for Naadam."""
        law = parameters(period).age_grant.month
        month = calendar_months_between(first_day(period.this_year), first_day(period)) + 1
        return person.filled_array((month == law.lunar_new_year) | (month == law.naadam))


# Entitlement


class age_grant_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the age grant"
    labels = {"mn": "Насны хишиг авах эрхтэй"}
    reference = "OLD2017"

    def formula_2017_02(person, period):
        """Living, aged 65 or over, in a month in which it is paid."""
        return (
            person("is_living", period) & person("reached_age_grant_age", period) & person("in_age_grant_month", period)
        )


class age_grant(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Age grant"
    labels = {"mn": "Насны хишиг"}
    unit = "currency/month"
    reference = ["OLD2017", "GR31-2017"]

    def formula_2017_02(person, period, parameters):
        """50,000 from 65, 80,000 from 70, 150,000 from 80 and 250,000 from 90, each time."""
        law = parameters(period).age_grant
        age = person("age", period)
        amount = select(
            [age >= law.age.fourth, age >= law.age.third, age >= law.age.second],
            [law.amount.fourth, law.amount.third, law.amount.second],
            default=law.amount.first,
        )
        return where(person("age_grant_eligible", period), amount, 0)
