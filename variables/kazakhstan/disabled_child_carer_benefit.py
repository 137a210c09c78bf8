"""Benefit of those who raise a child with disability."""

from openfisca_country.law import MONTH, Person, Variable, round_up, where


class is_child_with_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a child with disability who has not come of age"
    labels = {"kk": "Мүгедектігі бар кәмелетке толмаған бала", "ru": "Несовершеннолетний ребёнок с инвалидностью"}
    reference = ["CHILD2005", "SC2023"]

    def formula_2015(person, period, parameters):
        """Under 18 and with a recognised disability, whatever its group."""
        group = person("disability_group", period)
        return (
            person("is_living", period)
            & (group != group.possible_values.none)
            & (person("age", period) < parameters(period).disabled_child_carer_benefit.child_age)
        )


class lives_with_disabled_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lives with a child with disability who has not come of age"
    labels = {
        "kk": "Мүгедектігі бар кәмелетке толмаған баламен бірге тұрады",
        "ru": "Живёт с несовершеннолетним ребёнком с инвалидностью",
    }
    reference = ["CHILD2005", "SC2023"]

    def formula_2015(person, period):
        """At least one in the household."""
        return person.household.any(person.household.members("is_child_with_disability", period))


class disabled_child_carer_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the benefit of those who raise a child with disability"
    labels = {
        "kk": "Мүгедектігі бар баланы тәрбиелеушіге берілетін жәрдемақы алуға құқылы",
        "ru": "Имеет право на пособие воспитывающему ребёнка с инвалидностью",
    }
    reference = ["CHILD2005", "SC2023"]

    def formula_2015(person, period):
        """Living, the one who raises the child, living with it."""
        return (
            person("is_living", period)
            & person("is_legal_carer_of_disabled_child", period)
            & person("lives_with_disabled_child", period)
        )


class disabled_child_carer_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Benefit of those who raise a child with disability"
    labels = {
        "kk": "Мүгедектігі бар баланы тәрбиелеушіге берілетін жәрдемақы",
        "ru": "Пособие воспитывающему ребёнка с инвалидностью",
    }
    unit = "currency/month"
    reference = ["CHILD2005", "SC2023"]

    def formula_2015(person, period, parameters):
        """A multiple of the subsistence minimum, rounded up to a whole tenge; paid beside the child's own benefit."""
        share = parameters(period).disabled_child_carer_benefit.amount
        amount = round_up(share * parameters(period).base.subsistence_minimum)
        return where(person("disabled_child_carer_benefit_eligible", period), amount, 0)
