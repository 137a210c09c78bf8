"""Public works: the pay of volunteers who fight forest and steppe fires."""

from openfisca_country.law import MONTH, Person, Variable, where


class fire_fighting_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Days of the month on which the person fought a forest or steppe fire as a volunteer"
    unit = "day"
    reference = "DEC201707F"


class public_works_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Fought a forest or steppe fire as a volunteer in the month"
    labels = {"mn": "Ой, хээрийн түймэрт сайн дураараа ажилласан"}
    reference = "DEC201707F"

    def formula_2017_07(person, period):
        """At least one day."""
        return person("fire_fighting_days", period) >= 1


class public_works_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pay for public works"
    labels = {"mn": "Нийтийг хамарсан ажлын хөлс"}
    unit = "currency/month"
    reference = "DEC201707F"

    def formula_2017_07(person, period, parameters):
        """An amount a day."""
        amount = parameters(period).public_works.fire_daily * person("fire_fighting_days", period)
        return where(person("public_works_eligible", period), amount, 0)
