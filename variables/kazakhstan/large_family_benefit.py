"""Large-family benefit: four or more children living together, from 2020."""

from openfisca_country.law import MONTH, Household, Person, Variable, where

# The children


class is_large_family_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a child of the family under 18, or a full-time student under 23"
    labels = {
        "kk": "18 жасқа толмаған бала немесе 23 жасқа толмаған күндізгі бөлім студенті",
        "ru": "Ребёнок до 18 лет или студент-очник до 23 лет",
    }
    reference = ["CHILD2005", "SC2023"]

    def formula_2020(person, period, parameters):
        """Living with the family, on the first day of the month."""
        law = parameters(period).large_family_benefit
        age = person("age", period)
        studies = person("is_student", period) & (age < law.student_age)
        return person.has_role(Household.CHILD) & person("is_living", period) & ((age < law.child_age) | studies)


class large_family_children(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Children of the family under 18, and full-time students under 23"
    unit = "child"
    reference = ["CHILD2005", "SC2023"]

    def formula_2020(household, period):
        """How many live together."""
        return household.sum(household.members("is_large_family_child", period))


# Entitlement


class has_four_children(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Four or more children live together in the family"
    labels = {
        "kk": "Отбасында төрт және одан көп бала бірге тұрады",
        "ru": "В семье четверо и более совместно проживающих детей",
    }
    reference = ["CHILD2005", "SC2023"]

    def formula_2020(household, period, parameters):
        """At least four."""
        return household("large_family_children", period) >= parameters(period).large_family_benefit.minimum_children


class large_family_benefit_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Entitled to the large-family benefit"
    labels = {
        "kk": "Көпбалалы отбасыларға берілетін жәрдемақы алуға құқылы",
        "ru": "Имеет право на пособие многодетным семьям",
    }
    reference = ["CHILD2005", "SC2023"]

    def formula_2020(household, period):
        """Four or more children; income plays no part."""
        return household("has_four_children", period)


class large_family_benefit(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Large-family benefit"
    labels = {
        "kk": "Көпбалалы отбасыларға берілетін мемлекеттік жәрдемақы",
        "ru": "Государственное пособие многодетным семьям",
    }
    unit = "currency/month"
    reference = ["CHILD2005", "SC2023"]

    def formula_2020(household, period, parameters):
        """By the table for four to seven children; the same amount for each child where there are eight or more."""
        law = parameters(period).large_family_benefit
        children = household("large_family_children", period)
        indices = where(
            children >= law.eight_or_more.from_children,
            law.eight_or_more.amount_per_child * children,
            law.amount.calc(children),
        )
        amount = indices * parameters(period).base.monthly_calculation_index
        return where(household("large_family_benefit_eligible", period), amount, 0)
