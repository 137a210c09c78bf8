"""Survivors' pension: 30 % of the deceased's wage for each incapable dependant, under the Law of 1993, and its minima."""

from openfisca_country.law import MONTH, Household, Person, Variable, maximum, minimum, round_to_unit, where

# What the family states, or the Pension Fund records


class deceased_had_pension_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The deceased breadwinner had the service that gives a survivors' pension"
    labels = {"uz": "Marhum boquvchi pensiya huquqiga ega edi", "ru": "Умерший кормилец имел право на пенсию"}
    reference = "PENS Art. 21"


# Conditions


class incapable_dependant(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "An incapable dependant: a child, a student, disabled, or of pension age"
    labels = {"uz": "Oilaning mehnatga qobiliyatsiz a'zosi", "ru": "Нетрудоспособный член семьи"}
    reference = "PENS Art. 19"

    def formula_2015_09(person, period, parameters):
        """Under 18, a full-time student under 23, of group I or II, a disabled child, or of pension age (PENS Art. 19)."""
        law = parameters(period).survivor_pension.dependant
        age = person("age", period)
        group = person("disability_group", period)
        return (
            (age < law.age_limit)
            | (person("is_student", period) & (age < law.student_age_limit))
            | person("has_severe_disability", period)
            | (group == group.possible_values.child)
            | person("reached_general_pension_age", period)
        )


class survivor_pension_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a right to a survivors' pension"
    labels = {
        "uz": "Boquvchisini yo'qotganlik pensiyasi olish huquqiga ega",
        "ru": "Имеет право на пенсию по случаю потери кормильца",
    }
    reference = "PENS Art. 19"

    def formula_2015_09(person, period):
        """Living, bereaved of the breadwinner, incapable, and the deceased had a right to a pension (PENS Art. 19)."""
        return (
            person("is_living", period)
            & person("lost_breadwinner", period)
            & person("incapable_dependant", period)
            & person("deceased_had_pension_right", period)
        )


class survivor_pension_calculated(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Survivors' pension of one dependant as calculated, before the family's minimum"
    unit = "currency/month"
    reference = "PENSREG item 78 ff."

    def formula_2015_09(person, period, parameters):
        """30 % of the deceased's wage; for a full orphan at least the minimum old-age pension."""
        law = parameters(period)
        cap = law.old_age_pension.wage_cap * law.base.pension_base_value
        share = law.survivor_pension.rate * minimum(person("deceased_reference_wage", period), cap)
        orphan = law.survivor_pension.full_orphan_share * law.base.minimum_old_age_pension
        pension = where(person("lost_both_parents", period), maximum(share, orphan), share)
        return where(person("survivor_pension_right", period), pension, 0)


class survivor_pension_chosen(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The survivors' pension is the highest of the pensions due, of which one is paid"
    labels = {
        "uz": "Boquvchisini yo'qotganlik pensiyasi tanlangan",
        "ru": "Выбрана пенсия по случаю потери кормильца",
    }
    reference = "PENS Art. 4"

    def formula_2015_09(person, period):
        """No pension of one's own, or a lower one; the highest is taken to be chosen (PENS Art. 4)."""
        own = maximum(person("old_age_pension_calculated", period), person("disability_pension_calculated", period))
        return (own <= 0) | (person("survivor_pension_calculated", period) > own)


class survivor_pension_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to a survivors' pension"
    labels = {
        "uz": "Boquvchisini yo'qotganlik pensiyasiga haqli",
        "ru": "Имеет право на выплату пенсии по случаю потери кормильца",
    }
    reference = ["PENS Art. 4", "PENS Art. 19"]

    def formula_2015_09(person, period):
        """Living, bereaved, incapable, the deceased with a right to a pension, and no higher pension chosen."""
        return (
            person("is_living", period)
            & person("lost_breadwinner", period)
            & person("incapable_dependant", period)
            & person("deceased_had_pension_right", period)
            & person("survivor_pension_chosen", period)
        )


# Amount


class survivor_pension_dependants(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Dependants for whom a survivors' pension is paid"
    unit = "person"
    reference = "PENS Art. 19"

    def formula_2015_09(household, period):
        """Members who are entitled."""
        return household.sum(household.members("survivor_pension_eligible", period))


class survivor_pension_of_family(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Survivors' pension of the family, all dependants together"
    labels = {
        "uz": "Oilaning boquvchisini yo'qotganlik pensiyasi",
        "ru": "Пенсия семьи по случаю потери кормильца",
    }
    unit = "currency/month"
    reference = ["PENS Art. 19", "PENS Art. 25", "UP6241"]

    def formula_2015_09(household, period):
        """The pensions of the dependants."""
        members = household.members
        entitled = members("survivor_pension_eligible", period)
        return round_to_unit(household.sum(members("survivor_pension_calculated", period) * entitled))

    def formula_2021_07(household, period, parameters):
        """As before, and at least the minimum for the first dependant with a step for each next one."""
        law = parameters(period).survivor_pension.minimum
        members = household.members
        entitled = members("survivor_pension_eligible", period)
        pensions = household.sum(members("survivor_pension_calculated", period) * entitled)
        number = household("survivor_pension_dependants", period)
        least = where(number > 0, law.first + law.each_next * (number - 1), 0)
        return round_to_unit(maximum(pensions, least))

    def formula_2024_03_18(household, period, parameters):
        """As before, and never below the minimum consumption expenditure (PENS Art. 25)."""
        law = parameters(period)
        members = household.members
        entitled = members("survivor_pension_eligible", period)
        pensions = household.sum(members("survivor_pension_calculated", period) * entitled)
        number = household("survivor_pension_dependants", period)
        steps = law.survivor_pension.minimum.first + law.survivor_pension.minimum.each_next * (number - 1)
        consumption = law.old_age_pension.minimum_consumption_multiple * law.base.minimum_consumption_expenditure
        least = where(number > 0, maximum(steps, consumption), 0)
        return round_to_unit(maximum(pensions, least))


class survivor_pension(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Survivors' pension"
    labels = {"uz": "Boquvchisini yo'qotganlik pensiyasi", "ru": "Пенсия по случаю потери кормильца"}
    unit = "currency/month"
    reference = ["PENS Art. 19", "UP91"]

    def formula_2015_09(person, period):
        """An equal share of the family's pension for each dependant."""
        number = maximum(person.household("survivor_pension_dependants", period), 1)
        share = person.household("survivor_pension_of_family", period) / number
        return where(person("survivor_pension_eligible", period), share, 0)
