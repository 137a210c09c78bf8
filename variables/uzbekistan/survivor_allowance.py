"""Survivors' allowance: incapable dependants of a deceased who had no right to a pension."""

from openfisca_country.law import MONTH, Household, Person, Variable, maximum, where

# Conditions


class deceased_without_pension_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The deceased breadwinner had no right to a pension"
    labels = {"uz": "Marhum boquvchi pensiya huquqiga ega emas edi", "ru": "Умерший кормилец не имел права на пенсию"}
    reference = "PKM107"

    def formula(person, period):
        """The deceased had not the service that gives a survivors' pension."""
        return ~person("deceased_had_pension_right", period)


class draws_no_other_allowance(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Draws no other allowance of which only one is paid"
    labels = {"uz": "Boshqa ijtimoiy nafaqa olmaydi", "ru": "Не получает другого социального пособия"}
    reference = "PKM107"

    def formula_2015_09(person, period):
        """No old-age allowance, and no disability allowance but one since childhood."""
        disability = (person("disability_allowance", period) > 0) & ~person("disability_from_childhood", period)
        return (person("old_age_allowance", period) <= 0) & ~disability

    def formula_2022_04(person, period):
        """No old-age or care allowance, and no disability allowance but one since childhood."""
        disability = (person("disability_allowance", period) > 0) & ~person("disability_from_childhood", period)
        care = person("child_disability_carer_allowance", period) > 0
        return (person("old_age_allowance", period) <= 0) & ~disability & ~care


class survivor_allowance_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to a survivors' allowance"
    labels = {
        "uz": "Boquvchisini yo'qotganlik nafaqasiga haqli",
        "ru": "Имеет право на пособие по случаю потери кормильца",
    }
    reference = ["PENS Art. 19", "PKM107"]

    def formula_2020_09(person, period):
        """Living, bereaved, incapable, the deceased without a pension right; no own pension, no other allowance."""
        return (
            person("is_living", period)
            & person("lost_breadwinner", period)
            & person("incapable_dependant", period)
            & person("deceased_without_pension_right", period)
            & person("draws_no_pension_of_own", period)
            & person("draws_no_other_allowance", period)
        )


# Amount


class survivor_allowance_dependants(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Dependants for whom a survivors' allowance is paid"
    unit = "person"
    reference = "PKM107"

    def formula_2020_09(household, period):
        """Members who are entitled."""
        return household.sum(household.members("survivor_allowance_eligible", period))


class survivor_allowance_of_family(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Survivors' allowance of the family, all dependants together"
    labels = {
        "uz": "Oilaning boquvchisini yo'qotganlik nafaqasi",
        "ru": "Пособие семьи по случаю потери кормильца",
    }
    unit = "currency/month"
    reference = ["UP6038", "UP6241", "UP91"]

    def formula_2020_09(household, period, parameters):
        """One sum for one, two, or three and more dependants."""
        law = parameters(period).survivor_allowance
        return law.before_july_2021.calc(household("survivor_allowance_dependants", period))

    def formula_2021_07(household, period, parameters):
        """The amount for the first dependant, and a step for each next one."""
        law = parameters(period).survivor_allowance
        number = household("survivor_allowance_dependants", period)
        return where(number > 0, law.first + law.each_next * (number - 1), 0)


class survivor_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Survivors' allowance"
    labels = {"uz": "Boquvchisini yo'qotganlik nafaqasi", "ru": "Пособие по случаю потери кормильца"}
    unit = "currency/month"
    reference = ["PKM107", "UP91"]

    def formula_2020_09(person, period):
        """An equal share of the family's allowance for each dependant."""
        number = maximum(person.household("survivor_allowance_dependants", period), 1)
        share = person.household("survivor_allowance_of_family", period) / number
        return where(person("survivor_allowance_eligible", period), share, 0)
