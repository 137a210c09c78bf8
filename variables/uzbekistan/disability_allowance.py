"""Disability allowance: children with disability, those disabled since childhood, and others without service."""

from openfisca_country.law import MONTH, Person, Variable, where


class child_with_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A child with disability under 18"
    labels = {"uz": "18 yoshgacha nogironligi bo'lgan bola", "ru": "Ребёнок с инвалидностью до 18 лет"}
    reference = "PKM107"

    def formula_2015_09(person, period, parameters):
        """Recognised as a child with disability, and under 18."""
        group = person("disability_group", period)
        young = person("age", period) < parameters(period).disability_allowance.child_age
        return (group == group.possible_values.child) & young


class disability_from_childhood(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A child with disability, or disabled since childhood in group I or II"
    labels = {
        "uz": "Nogironligi bo'lgan bola yoki bolalikdan I yoki II guruh nogironligi bor",
        "ru": "Ребёнок с инвалидностью либо инвалид с детства I или II группы",
    }
    reference = "UP91"

    def formula_2015_09(person, period):
        """A child with disability under 18, or an adult of group I or II disabled since childhood."""
        since_childhood = person("disabled_since_childhood", period) & person("has_severe_disability", period)
        return person("child_with_disability", period) | since_childhood


class disabled_for_allowance(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Disabled since childhood, or of group I or II without service"
    labels = {
        "uz": "Bolalikdan nogiron yoki ish stajisiz I yoki II guruh",
        "ru": "Инвалид с детства либо I или II группы без стажа",
    }
    reference = ["PKM107", "UP91"]

    def formula_2015_09(person, period):
        """Since childhood, or of group I or II with no service that gives a pension."""
        without_service = person("has_severe_disability", period) & ~person("insured_against_disability", period)
        return person("disability_from_childhood", period) | without_service


class disability_allowance_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a right to a disability allowance"
    labels = {"uz": "Nogironlik nafaqasi olish huquqiga ega", "ru": "Имеет право на пособие по инвалидности"}
    reference = ["PKM107", "UP91"]

    def formula_2015_09(person, period):
        """Living, disabled in one of the two ways, without an old-age or disability pension."""
        return (
            person("is_living", period)
            & person("disabled_for_allowance", period)
            & person("draws_no_pension_of_own", period)
        )


class disability_allowance_calculated(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Disability allowance before the choice of one allowance"
    unit = "currency/month"
    reference = ["PKM107", "UP91"]

    def formula_2015_09(person, period, parameters):
        """The amount for those disabled since childhood, or that for others unable to work; the same from May 2022."""
        law = parameters(period).disability_allowance
        amount = where(person("disability_from_childhood", period), law.since_childhood, law.unable_to_work)
        return where(person("disability_allowance_right", period), amount, 0)


# Entitlement


class disability_allowance_chosen(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The disability allowance is the highest of the allowances due, of which one is paid"
    labels = {"uz": "Nogironlik nafaqasi tanlangan", "ru": "Выбрано пособие по инвалидности"}
    reference = "PKM107"

    def formula_2015_09(person, period):
        """Nothing else competes with it: an old-age allowance is never higher."""
        return person("disability_allowance_calculated", period) >= person("old_age_allowance_calculated", period)

    def formula_2022_04(person, period):
        """For those disabled since childhood always; for others unless more is due for the care of disabled children."""
        care = person("child_disability_carer_allowance_calculated", period)
        highest = person("disability_allowance_calculated", period) >= care
        return person("disability_from_childhood", period) | highest


class disability_allowance_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to a disability allowance"
    labels = {"uz": "Nogironlik nafaqasiga haqli", "ru": "Имеет право на выплату пособия по инвалидности"}
    reference = ["PKM107", "UP91"]

    def formula_2015_09(person, period):
        """Living, disabled in one of the two ways, without a pension of one's own, and no higher allowance chosen."""
        return (
            person("is_living", period)
            & person("disabled_for_allowance", period)
            & person("draws_no_pension_of_own", period)
            & person("disability_allowance_chosen", period)
        )


class disability_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Disability allowance"
    labels = {"uz": "Nogironlik nafaqasi", "ru": "Пособие по инвалидности"}
    unit = "currency/month"
    reference = ["PKM107", "UP91"]

    def formula_2015_09(person, period):
        """The flat amount, where it is due."""
        amount = person("disability_allowance_calculated", period)
        return where(person("disability_allowance_eligible", period), amount, 0)
