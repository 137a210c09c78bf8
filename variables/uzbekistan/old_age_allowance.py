"""Allowance for old people without the service for a pension: the Cabinet regulation of 2011 and the yearly decrees."""

from openfisca_country.law import MONTH, MONTHS_IN_YEAR, Person, Variable, round_to_unit, where


class has_child_disabled_since_childhood(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A mother of a child disabled since childhood"
    reference = "PKM107"


# Conditions


class reached_old_age_allowance_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has reached the age for the old-age allowance"
    labels = {"uz": "Yoshga doir nafaqa yoshiga yetgan", "ru": "Достиг возраста для пособия по возрасту"}
    reference = "PKM107"

    def formula_2015_09(person, period, parameters):
        """Men at 65, women at 60 (PKM107)."""
        law = parameters(period).old_age_allowance.age
        sex = person("sex", period)
        years = where(sex == sex.possible_values.female, law.female, law.male)
        return person("age_in_months", period) >= round_to_unit(years * MONTHS_IN_YEAR)

    def formula_2019_03(person, period, parameters):
        """Men at 65, women at 60, mothers of a child disabled since childhood at 55 (PKM107)."""
        law = parameters(period).old_age_allowance.age
        sex = person("sex", period)
        female = sex == sex.possible_values.female
        by_sex = where(female, law.female, law.male)
        mother = female & person("has_child_disabled_since_childhood", period)
        years = where(mother, law.mother_of_disabled_child, by_sex)
        return person("age_in_months", period) >= round_to_unit(years * MONTHS_IN_YEAR)


class lacks_service_for_pension(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lacks the insured work for an old-age pension"
    labels = {"uz": "Pensiya uchun zarur ish stajiga ega emas", "ru": "Не имеет стажа, нужного для пенсии"}
    reference = ["PENS Art. 8", "PKM107"]

    def formula_2015_09(person, period):
        """Less than seven years of insured work."""
        return ~person("has_minimum_insured_work", period)


class draws_no_pension(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Draws no pension"
    labels = {"uz": "Pensiya olmaydi", "ru": "Не получает пенсии"}
    reference = ["PENS Art. 1", "PKM107"]

    def formula_2015_09(person, period):
        """Neither an old-age nor a disability nor a survivors' pension is paid."""
        return person("draws_no_pension_of_own", period) & (person("survivor_pension", period) <= 0)


class draws_no_pension_of_own(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Draws no old-age or disability pension"
    labels = {
        "uz": "Yoshga doir yoki nogironlik pensiyasini olmaydi",
        "ru": "Не получает пенсии по возрасту или инвалидности",
    }
    reference = ["PENS Art. 1", "PKM107"]

    def formula_2015_09(person, period):
        """Neither an old-age nor a disability pension is paid."""
        return (person("old_age_pension", period) <= 0) & (person("disability_pension", period) <= 0)


class has_no_income_of_own(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Neither works for pay nor has another source of income, alimony aside"
    labels = {"uz": "Ishlamaydi va boshqa daromad manbai yo'q", "ru": "Не работает и не имеет иного источника дохода"}
    reference = "PKM107"

    def formula_2015_09(person, period):
        """No wage, self-employment, farm, property or other income (PKM107)."""
        income = (
            person("wage", period)
            + person("self_employment_income", period)
            + person("farm_income", period)
            + person("property_income", period)
            + person("other_income", period)
        )
        return income <= 0


class old_age_allowance_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a right to the old-age allowance"
    labels = {"uz": "Yoshga doir nafaqa olish huquqiga ega", "ru": "Имеет право на пособие по возрасту"}
    reference = "PKM107"

    def formula_2015_09(person, period):
        """Living, old enough, without the service for a pension, without a pension, without own income (PKM107)."""
        return (
            person("is_living", period)
            & person("reached_old_age_allowance_age", period)
            & person("lacks_service_for_pension", period)
            & person("draws_no_pension", period)
            & person("has_no_income_of_own", period)
        )


# Entitlement


class old_age_allowance_calculated(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Old-age allowance before the choice of one allowance"
    unit = "currency/month"
    reference = ["PKM107", "UP91"]

    def formula_2015_09(person, period, parameters):
        """The flat amount of the decree."""
        return where(person("old_age_allowance_right", period), parameters(period).old_age_allowance.amount, 0)


class old_age_allowance_chosen(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The old-age allowance is the highest of the allowances due, of which one is paid"
    labels = {"uz": "Yoshga doir nafaqa tanlangan", "ru": "Выбрано пособие по возрасту"}
    reference = "PKM107"

    def formula_2015_09(person, period):
        """Only one of the allowances is paid; a disability allowance of the same sum goes first."""
        return person("old_age_allowance_calculated", period) > person("disability_allowance_calculated", period)

    def formula_2022_04(person, period):
        """Only one of the allowances is paid, the allowance for the care of a disabled child among them."""
        own = person("old_age_allowance_calculated", period)
        return (own > person("disability_allowance_calculated", period)) & (
            own >= person("child_disability_carer_allowance_calculated", period)
        )


class old_age_allowance_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the old-age allowance"
    labels = {"uz": "Yoshga doir nafaqaga haqli", "ru": "Имеет право на выплату пособия по возрасту"}
    reference = "PKM107"

    def formula_2015_09(person, period):
        """Living, old enough, without service, pension or own income, and no higher allowance chosen."""
        return (
            person("is_living", period)
            & person("reached_old_age_allowance_age", period)
            & person("lacks_service_for_pension", period)
            & person("draws_no_pension", period)
            & person("has_no_income_of_own", period)
            & person("old_age_allowance_chosen", period)
        )


class old_age_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Old-age allowance"
    labels = {"uz": "Yoshga doir nafaqa", "ru": "Пособие по возрасту"}
    unit = "currency/month"
    reference = ["PKM107", "UP91"]

    def formula_2015_09(person, period):
        """The flat amount, where it is due."""
        return where(person("old_age_allowance_eligible", period), person("old_age_allowance_calculated", period), 0)
