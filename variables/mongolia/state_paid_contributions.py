"""Contributions that the State or the benefit fund pays for people without a wage."""

from openfisca_country.law import MONTH, Household, Person, Variable, maximum, round_to_unit, where

# What the person states


class cares_for_small_child_on_leave(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is on leave to care for a child under three"
    labels = {"mn": "Гурав хүртэлх насны хүүхдээ асрах чөлөөтэй"}
    reference = ["PB1994 art. 3(6)", "BEN2023 art. 2.1.4"]


class has_voluntary_maternity_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has earned a right to maternity benefit by voluntary insurance"
    labels = {"mn": "Жирэмсний болон амаржсаны тэтгэмж авах эрх үүссэн сайн дурын даатгуулагч"}
    reference = ["PB1994 art. 3(6)", "BEN2023 art. 2.1.4"]


# Parents of disabled children, from 2024


class family_with_disabled_child_under_18(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A disabled child under 18 lives in the household"
    reference = "GLSI2023"

    def formula_2024(household, period, parameters):
        """A living child with disability, under 18 on the first day of the month."""
        limit = parameters(period).state_paid_contributions.disabled_child_parent.child_age
        members = household.members
        group = members("disability_group", period)
        return household.any(
            members("is_living", period) & (group == group.possible_values.child) & (members("age", period) < limit)
        )


class lives_with_disabled_child_under_18(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lives with a disabled child under 18"
    labels = {"mn": "18 хүртэлх насны хөгжлийн бэрхшээлтэй хүүхэдтэй"}
    reference = "GLSI2023"

    def formula_2024(person, period):
        """At least one such child in the household."""
        return person.household("family_with_disabled_child_under_18", period)


class gives_permanent_care_to_disabled_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gives a disabled child the permanent care it needs under medical supervision"
    labels = {"mn": "Байнгын асаргаа шаардлагатай хөгжлийн бэрхшээлтэй хүүхдээ асардаг"}
    reference = "GLSI2023"

    def formula_2024(person, period):
        """Cares for a disabled child, who needs permanent care."""
        care = person("care_given", period)
        return (care == care.possible_values.disabled_child) & person("needs_permanent_care", period)


class has_no_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has no work"
    labels = {"mn": "Ажил хөдөлмөр эрхэлдэггүй"}
    reference = "GLSI2023"

    def formula(person, period):
        """No wage, nor income from self-employment or a farm."""
        income = person("wage", period) + person("self_employment_income", period) + person("farm_income", period)
        return income <= 0


class state_contribution_for_parent_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The State pays the pension contribution of a parent of a disabled child"
    labels = {"mn": "Хөгжлийн бэрхшээлтэй хүүхдээ асарч буй эцэг, эхийн тэтгэврийн шимтгэлийг төр хариуцна"}
    reference = "GLSI2023"

    def formula_2024(person, period):
        """A parent without work who gives a disabled child under 18 permanent care, insured voluntarily."""
        return (
            person("lives_with_disabled_child_under_18", period)
            & person("gives_permanent_care_to_disabled_child", period)
            & person("has_no_work", period)
            & person("voluntary_insurance_eligible", period)
        )


class state_contribution_for_parent(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension contribution that the State pays for a parent of a disabled child"
    labels = {"mn": "Эцэг, эхийн өмнөөс төрийн төлөх тэтгэврийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = "GLSI2023"

    def formula_2024(person, period, parameters):
        """The pension rate on the minimum wage; the parent pays the rest."""
        rate = parameters(period).state_paid_contributions.disabled_child_parent.rate
        amount = round_to_unit(rate * parameters(period).base.minimum_wage.monthly)
        return where(person("state_contribution_for_parent_eligible", period), amount, 0)


# Mothers on leave, from 2020


class family_with_child_under_3(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family has a child under three"
    reference = ["PB1994 art. 3(6)", "BEN2023 art. 2.1.4"]

    def formula_2020(household, period, parameters):
        """A living child of the family, under three on the first day of the month."""
        limit = parameters(period).state_paid_contributions.mother.child_age
        members = household.members
        return household.any(
            members.has_role(Household.CHILD) & members("is_living", period) & (members("age", period) < limit)
        )


class is_mother_with_child_under_3(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is the mother of a child under three"
    labels = {"mn": "Гурав хүртэлх насны хүүхэдтэй эх"}
    reference = ["PB1994 art. 3(6)", "BEN2023 art. 2.1.4"]

    def formula_2020(person, period):
        """The woman who heads the family, or the wife, where the family has a child under three."""
        sex = person("sex", period)
        parent = person.has_role(Household.HEAD) | person.has_role(Household.SPOUSE)
        female = sex == sex.possible_values.female
        return parent & female & person.household("family_with_child_under_3", period)


class mother_contribution_support_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Half of the mother's contribution is paid for her"
    labels = {"mn": "Хүүхдээ асарч буй эхийн шимтгэлийн 50 хувийг хариуцна"}
    reference = ["PB1994 art. 3(6)", "BEN2023 art. 2.1.4"]

    def formula_2020(person, period):
        """A mother on leave with a child under three, insured voluntarily."""
        return (
            person("is_mother_with_child_under_3", period)
            & person("cares_for_small_child_on_leave", period)
            & person("voluntary_insurance_eligible", period)
        )


class mother_contribution_from_fund(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Part of the mother's contribution that the benefit fund pays"
    labels = {"mn": "Эхийн шимтгэлээс тэтгэмжийн даатгалын сангийн хариуцах хэсэг"}
    unit = "currency/month"
    reference = ["PB1994 art. 3(6)", "BEN2023 art. 2.1.4"]

    def formula_2020(person, period, parameters):
        """Half, where she has a right to maternity benefit."""
        share = parameters(period).state_paid_contributions.mother.fund_share
        entitled = person("mother_contribution_support_eligible", period) & person(
            "has_voluntary_maternity_right", period
        )
        return where(entitled, round_to_unit(share * person("voluntary_contribution_due", period)), 0)

    def formula_2024(person, period, parameters):
        """Half of the pension and benefit parts, where she has a right to maternity benefit (BEN2023 art. 2.1.4)."""
        share = parameters(period).state_paid_contributions.mother.fund_share
        entitled = person("mother_contribution_support_eligible", period) & person(
            "has_voluntary_maternity_right", period
        )
        parts = person("voluntary_pension_contribution", period) + person("voluntary_benefit_contribution", period)
        return where(entitled, round_to_unit(share * parts), 0)


class mother_contribution_from_budget(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Part of the mother's contribution that the State budget pays"
    labels = {"mn": "Эхийн шимтгэлээс улсын төсвийн хариуцах хэсэг"}
    unit = "currency/month"
    reference = ["PB1994 art. 3(6)", "GLSI2023"]

    def formula_2020(person, period, parameters):
        """Half, where she has no right to maternity benefit."""
        share = parameters(period).state_paid_contributions.mother.budget_share
        entitled = person("mother_contribution_support_eligible", period) & ~person(
            "has_voluntary_maternity_right", period
        )
        return where(entitled, round_to_unit(share * person("voluntary_contribution_due", period)), 0)


# Together


class state_paid_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Part of the voluntary contribution that the State or the benefit fund pays"
    labels = {"mn": "Сайн дурын даатгалын шимтгэлээс төр, сангийн хариуцах хэсэг"}
    unit = "currency/month"
    reference = ["PB1994 art. 3(6)", "GLSI2023", "BEN2023 art. 2.1.4"]

    def formula_2020(person, period):
        """What is paid for mothers on leave."""
        return person("mother_contribution_from_fund", period) + person("mother_contribution_from_budget", period)

    def formula_2024(person, period):
        """What is paid for mothers on leave, parents of disabled children or herders: the largest, where several fit."""
        mother = person("mother_contribution_from_fund", period) + person("mother_contribution_from_budget", period)
        parent = person("state_contribution_for_parent", period)
        return maximum(maximum(mother, parent), person("herder_state_contribution", period))
