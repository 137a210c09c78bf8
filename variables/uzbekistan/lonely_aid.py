"""Monthly aid to lonely old people and lonely persons with disability, from May 2024."""

from openfisca_country.law import MONTH, Person, Variable, round_to_unit, where


class is_lonely_person(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has no children, spouse or parents, nor anyone appointed to give care"
    labels = {
        "uz": "Yolg'iz: farzandi, turmush o'rtog'i, ota-onasi yo'q",
        "ru": "Одинокий: нет детей, супруга и родителей",
    }
    reference = "PKM119"


class old_or_severely_disabled(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of general pension age, or with disability of group I or II"
    labels = {
        "uz": "Pensiya yoshida yoki I yoki II guruh nogironligi bor",
        "ru": "Пенсионного возраста или с инвалидностью I или II группы",
    }
    reference = "PKM119"

    def formula_2024_05(person, period):
        """Of pension age, or of group I or II."""
        return person("reached_general_pension_age", period) | person("has_severe_disability", period)


class lonely_aid_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the monthly aid to lonely persons"
    labels = {"uz": "Yolg'izlarga moddiy yordamga haqli", "ru": "Имеет право на помощь одиноким"}
    reference = "PKM119"

    def formula_2024_05(person, period):
        """Living, lonely, in need of another's care, old or disabled (PKM119)."""
        return (
            person("is_living", period)
            & person("is_lonely_person", period)
            & person("needs_care", period)
            & person("old_or_severely_disabled", period)
        )


class lonely_aid(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Monthly aid to lonely persons"
    labels = {"uz": "Yolg'izlarga moddiy yordam", "ru": "Материальная помощь одиноким"}
    unit = "currency/month"
    reference = "PKM119"

    def formula_2024_05(person, period, parameters):
        """One minimum consumption expenditure; 20 % of it for residents of care centres (PKM119)."""
        law = parameters(period)
        aid = law.lonely_aid.multiple * law.base.minimum_consumption_expenditure
        share = where(person("lives_in_care_centre", period), law.lonely_aid.care_centre_share, 1)
        return where(person("lonely_aid_eligible", period), round_to_unit(aid * share), 0)
