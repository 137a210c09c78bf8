"""Preschool aid to employed single parents of register families."""

from openfisca_country.law import MONTH, Household, Person, Variable, round_to_unit, where


class attends_preschool(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Attends a preschool organisation"
    reference = "PKM484"


class is_single_parent_family(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "One parent raises the children alone"
    labels = {"uz": "Yolg'iz ona yoki ota", "ru": "Одинокая мать или отец"}
    reference = "PKM484"

    def formula(household, period):
        """The family has children, a head who is not married, and no spouse."""
        members = household.members
        in_family = members("is_family_member", period)
        status = members("marital_status", period)
        married_head = members.has_role(Household.HEAD) & (status == status.possible_values.married)
        spouse = members.has_role(Household.SPOUSE) & in_family
        return household("has_counted_child", period) & ~household.any(married_head) & ~household.any(spouse)


class single_parent_works_formally(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The head of the family is formally employed"
    labels = {"uz": "Yolg'iz ona yoki ota rasmiy band", "ru": "Одинокий родитель официально занят"}
    reference = "PKM484"

    def formula(household, period):
        """The single parent is the head."""
        members = household.members
        return household.any(members.has_role(Household.HEAD) & members("works_formally", period))


class children_in_preschool(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Children under three in preschool"
    unit = "child"
    reference = "PKM484"

    def formula_2025_08(household, period, parameters):
        """Counted children under three on the first day of the month, attending preschool."""
        law = parameters(period).preschool_aid
        members = household.members
        return household.sum(
            members("is_counted_child", period)
            & members("attends_preschool", period)
            & (members("age", period) < law.child_age)
        )


class has_child_in_preschool(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family has a child under three in preschool"
    labels = {
        "uz": "Maktabgacha ta'lim tashkilotida uch yoshgacha bola bor",
        "ru": "Есть ребёнок до трёх лет в дошкольной организации",
    }
    reference = "PKM484"

    def formula_2025_08(household, period):
        """At least one."""
        return household("children_in_preschool", period) >= 1


class preschool_aid_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Entitled to preschool aid"
    labels = {"uz": "Maktabgacha ta'lim uchun yordamga haqli", "ru": "Имеет право на помощь на дошкольное образование"}
    reference = "PKM484"

    def formula_2025_08(household, period):
        """A register family, a single parent, formally employed, with a child under three in preschool."""
        return (
            household("in_social_register", period)
            & household("is_single_parent_family", period)
            & household("single_parent_works_formally", period)
            & household("has_child_in_preschool", period)
        )


class preschool_aid(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Preschool aid to employed single parents"
    labels = {
        "uz": "Yolg'iz ota-onaga maktabgacha ta'lim uchun moddiy yordam",
        "ru": "Помощь одиноким родителям на дошкольное образование",
    }
    unit = "currency/month"
    reference = "PKM484"

    def formula_2025_08(household, period, parameters):
        """1.5 base calculation units for each child under three in preschool."""
        law = parameters(period).preschool_aid
        one = law.amount * parameters(period).base.base_calculation_unit
        amount = round_to_unit(household("children_in_preschool", period) * one)
        return where(household("preschool_aid_eligible", period), amount, 0)
