"""Allowance for the legal representative who cares for a child with disability, from April 2022."""

from openfisca_country.law import MONTH, Household, Person, Variable, where

# Conditions


class child_in_need_of_care(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A child with disability in need of another's care"
    labels = {
        "uz": "O'zgalar parvarishiga muhtoj nogironligi bo'lgan bola",
        "ru": "Ребёнок с инвалидностью, нуждающийся в постороннем уходе",
    }
    reference = "UP74"

    def formula_2022_04(person, period, parameters):
        """Living, a child with disability under 18, in need of another's care."""
        group = person("disability_group", period)
        return (
            person("is_living", period)
            & (group == group.possible_values.child)
            & (person("age", period) < parameters(period).child_disability_carer_allowance.child_age)
            & person("needs_care", period)
        )


class children_in_need_of_care(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Children with disability in need of another's care"
    unit = "child"
    reference = "UP74"

    def formula_2022_04(household, period):
        """How many there are in the household."""
        return household.sum(household.members("child_in_need_of_care", period))


class lives_with_child_in_need_of_care(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lives with a child with disability under 18 in need of another's care"
    labels = {
        "uz": "Parvarishga muhtoj nogironligi bo'lgan bola bilan yashaydi",
        "ru": "Живёт с ребёнком с инвалидностью, нуждающимся в уходе",
    }
    reference = "UP74"

    def formula_2022_04(person, period):
        """At least one such child in the household."""
        return person.household("children_in_need_of_care", period) > 0


class child_disability_carer_allowance_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a right to the allowance for the care of a disabled child"
    labels = {"uz": "Parvarishlash nafaqasi olish huquqiga ega", "ru": "Имеет право на пособие по уходу"}
    reference = "UP74"

    def formula_2022_04(person, period):
        """Living, the legal representative who cares, and a child in need of care."""
        return (
            person("is_living", period)
            & person("is_legal_carer_of_disabled_child", period)
            & person("lives_with_child_in_need_of_care", period)
        )


class child_disability_carer_allowance_calculated(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Allowance for the care of disabled children before the choice of one allowance"
    unit = "currency/month"
    reference = ["UP74", "PKM107"]

    def formula_2022_04(person, period, parameters):
        """The flat amount for each child: each has an allowance of its own."""
        law = parameters(period).child_disability_carer_allowance
        amount = law.amount * person.household("children_in_need_of_care", period)
        return where(person("child_disability_carer_allowance_right", period), amount, 0)


# Entitlement


class child_disability_carer_allowance_chosen(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The care allowance is the highest of the allowances due, of which one is paid"
    labels = {"uz": "Parvarishlash nafaqasi tanlangan", "ru": "Выбрано пособие по уходу"}
    reference = "PKM107"

    def formula_2022_04(person, period):
        """Higher than an old-age allowance, and than a disability allowance that is not one since childhood."""
        own = person("child_disability_carer_allowance_calculated", period)
        disability = where(
            person("disability_from_childhood", period), 0, person("disability_allowance_calculated", period)
        )
        return (own > person("old_age_allowance_calculated", period)) & (own > disability)


class child_disability_carer_allowance_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the allowance for the care of a disabled child"
    labels = {"uz": "Parvarishlash nafaqasiga haqli", "ru": "Имеет право на выплату пособия по уходу"}
    reference = ["UP74", "PKM107"]

    def formula_2022_04(person, period):
        """Living, the legal carer, living with a child in need of care, and no higher allowance chosen."""
        return (
            person("is_living", period)
            & person("is_legal_carer_of_disabled_child", period)
            & person("lives_with_child_in_need_of_care", period)
            & person("child_disability_carer_allowance_chosen", period)
        )


class child_disability_carer_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Allowance for the care of a child with disability"
    labels = {"uz": "Parvarishlash nafaqasi", "ru": "Пособие по уходу за ребёнком с инвалидностью"}
    unit = "currency/month"
    reference = ["UP74", "UP91"]

    def formula_2022_04(person, period):
        """The amount for each child, where it is due."""
        amount = person("child_disability_carer_allowance_calculated", period)
        return where(person("child_disability_carer_allowance_eligible", period), amount, 0)
