"""Guaranteed social package: a set of food and household goods for small children of poor families, 2020 to 2022."""

from openfisca_country.law import MONTH, Household, Variable, where


class package_age_children(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    end = "2022-12-31"
    label = "Children of the family of the age of the package, from one to six, both included"
    unit = "child"
    reference = "GSPACK2019"

    def formula_2020(household, period, parameters):
        """How many there are on the first day of the month."""
        law = parameters(period).guaranteed_social_package
        members = household.members
        age = members("age", period)
        of_age = (age >= law.from_age) & (age <= law.to_age)
        return household.sum(of_age & members("is_family_member", period), role=Household.CHILD)


class has_package_age_child(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2022-12-31"
    label = "The family has a child from one to six years old"
    labels = {
        "kk": "Отбасында бір жастан алты жасқа дейінгі бала бар",
        "ru": "В семье есть ребёнок от одного до шести лет",
    }
    reference = "GSPACK2019"

    def formula_2020(household, period):
        """At least one."""
        return household("package_age_children", period) >= 1


class guaranteed_social_package_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2022-12-31"
    label = "Entitled to the guaranteed social package in kind"
    labels = {
        "kk": "Кепілдік берілген әлеуметтік топтама алуға құқылы",
        "ru": "Имеет право на гарантированный социальный пакет",
    }
    reference = "GSPACK2019"

    def formula_2020(household, period):
        """A family with targeted social assistance and a small child."""
        return household("targeted_social_assistance_eligible", period) & household("has_package_age_child", period)


class guaranteed_package_children(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    end = "2022-12-31"
    label = "Children who get the set of food and household goods"
    labels = {
        "kk": "Азық-түлік пен тұрмыстық химия жиынтығын алатын балалар",
        "ru": "Дети, получающие набор продуктов и бытовой химии",
    }
    unit = "child"
    reference = "GSPACK2019"

    def formula_2020(household, period):
        """Each small child of an entitled family."""
        return where(
            household("guaranteed_social_package_eligible", period), household("package_age_children", period), 0
        )
