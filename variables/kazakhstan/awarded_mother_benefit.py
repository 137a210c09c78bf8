"""Benefit of mothers who hold an award for many children."""

from openfisca_country.law import MONTH, Enum, Person, Variable, where


class MaternalAward(Enum):
    none = "None"
    kumis_alka = "Kumis alka (silver pendant)"
    altyn_alka = "Altyn alka (golden pendant)"
    mother_heroine = "Title of Mother Heroine"
    maternal_glory_1 = "Order of Maternal Glory, first class"
    maternal_glory_2 = "Order of Maternal Glory, second class"


class maternal_award(Variable):
    value_type = Enum
    possible_values = MaternalAward
    default_value = MaternalAward.none
    entity = Person
    definition_period = MONTH
    label = "Award held as a mother of many children"
    labels = {"kk": "Көпбалалы ананың наградасы", "ru": "Награда многодетной матери"}
    reference = ["CHILD2005", "SC2023"]


class holds_maternal_award(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Holds an award of mothers of many children"
    labels = {"kk": "Көпбалалы ана наградасымен марапатталған", "ru": "Награждена как многодетная мать"}
    reference = ["CHILD2005", "SC2023"]

    def formula(person, period):
        """Any of the five."""
        award = person("maternal_award", period)
        return award != award.possible_values.none


class awarded_mother_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the benefit of mothers with an award"
    labels = {
        "kk": "Марапатталған анаға берілетін жәрдемақы алуға құқылы",
        "ru": "Имеет право на пособие награждённой матери",
    }
    reference = ["CHILD2005", "SC2023"]

    def formula_2018_07(person, period):
        """Living, and holding the award; income plays no part, nor does the large-family benefit."""
        return person("is_living", period) & person("holds_maternal_award", period)


class awarded_mother_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Benefit of mothers with an award"
    labels = {
        "kk": "Марапатталған анаға берілетін мемлекеттік жәрдемақы",
        "ru": "Государственное пособие награждённой матери",
    }
    unit = "currency/month"
    reference = ["CHILD2005", "SC2023"]

    def formula_2018_07(person, period, parameters):
        """By the Kumis alka, or by the Altyn alka and the awards equal to it."""
        law = parameters(period).awarded_mother_benefit
        award = person("maternal_award", period)
        kinds = award.possible_values
        coefficient = where(award == kinds.kumis_alka, law.kumis_alka, law.altyn_alka)
        amount = coefficient * parameters(period).base.monthly_calculation_index
        return where(person("awarded_mother_benefit_eligible", period), amount, 0)
