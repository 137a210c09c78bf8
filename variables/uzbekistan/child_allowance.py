"""Child allowance: for children under 14 to August 2021, then under 18, from 2026 by the Social Register."""

from openfisca_country.law import (
    MONTH,
    Household,
    Person,
    Variable,
    clip,
    maximum,
    round_to_unit,
    select,
    where,
)

# What the family states


class childcare_paid_by_employer(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2021-08-31"
    label = "The mother works where the employer pays the care allowance for a child under two"
    reference = "PKM44"


class award_extension_months(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Months by which the award was extended because a member found work, self-employment or a business"
    unit = "month"
    reference = "UP143"


# Children


class is_counted_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a child of the family below the age limit"
    labels = {"uz": "Oilaning belgilangan yoshdan kichik bolasi", "ru": "Ребёнок семьи младше предельного возраста"}
    reference = ["PKM350", "UP6277", "PKM654 item 35"]

    def formula_2015_09(person, period, parameters):
        """A child of the family under 14, from September 2021 under 18, on the first day of the month."""
        law = parameters(period).child_allowance
        return (
            person.has_role(Household.CHILD)
            & person("is_family_member", period)
            & (person("age", period) < law.age_limit)
        )


class counted_children(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Children of the family below the age limit"
    unit = "child"
    reference = ["PKM350", "UP6277", "PKM654 item 35"]

    def formula_2015_09(household, period):
        """Their number on the first day of the month: a birth or a birthday changes it from the following month."""
        return household.sum(household.members("is_counted_child", period))


class has_counted_child(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family has a child below the age limit"
    labels = {
        "uz": "Oilada belgilangan yoshdan kichik bola bor",
        "ru": "В семье есть ребёнок младше предельного возраста",
    }
    reference = ["PKM350", "UP6277"]

    def formula_2015_09(household, period):
        """At least one child under 14, from September 2021 under 18."""
        return household("counted_children", period) >= 1


class has_child_under_2(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2021-08-31"
    label = "The family has a child under two"
    labels = {"uz": "Oilada ikki yoshgacha bola bor", "ru": "В семье есть ребёнок до двух лет"}
    reference = "DEC202002"

    def formula_2020_02(household, period, parameters):
        """At least one counted child under two on the first day of the month."""
        law = parameters(period).child_allowance.childcare
        members = household.members
        return household.any(members("is_counted_child", period) & (members("age", period) < law.child_age))


class youngest_child_under_3(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The youngest child of the family is under three"
    labels = {"uz": "Oilaning eng kichik bolasi uch yoshga to'lmagan", "ru": "Младшему ребёнку меньше трёх лет"}
    reference = ["UP6277", "UP91 1(c)(i)"]

    def formula_2021_09(household, period, parameters):
        """At least one counted child under three on the first day of the month; of twins one is the youngest."""
        law = parameters(period).child_allowance
        members = household.members
        return household.any(members("is_counted_child", period) & (members("age", period) < law.small_child_age))


# Entitlement


class child_allowance_award_runs(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2026-01-31"
    label = "The award of child allowance has not run out"
    labels = {"uz": "Nafaqa muddati tugamagan", "ru": "Срок назначения пособия не истёк"}
    reference = ["PKM44", "UP6277", "PKM654", "UP143"]

    def formula_2015_09(household, period, parameters):
        """Six months, from September 2021 twelve."""
        return household("benefit_month", period) <= parameters(period).child_allowance.duration_months

    def formula_2025(household, period, parameters):
        """Twelve months and, when a member found work, an extension of up to six (UP143)."""
        law = parameters(period).child_allowance
        extension = clip(household("award_extension_months", period), 0, law.extension_months)
        return household("benefit_month", period) <= law.duration_months + extension


class child_allowance_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Entitled to child allowance"
    labels = {"uz": "Bolalar nafaqasiga haqli", "ru": "Имеет право на детское пособие"}
    reference = ["PKM44", "UP6277", "PKM654", "UP258", "PKM35"]

    def formula_2016(household, period):
        """A low-income family with a child below the age limit, while its award is in payment."""
        return (
            household("is_low_income_family", period)
            & household("has_counted_child", period)
            & household("benefit_has_begun", period)
            & household("child_allowance_award_runs", period)
        )

    def formula_2026_02(household, period):
        """A family in a paid category of the Social Register, with a child below the age limit."""
        return (
            household("in_paid_category", period)
            & household("has_counted_child", period)
            & household("benefit_has_begun", period)
            & household("employment_condition_met", period)
            & household("borderline_months_not_over", period)
        )


# Amount


class childcare_allowance(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    end = "2021-08-31"
    label = "Care allowance for a child under two, part of the child allowance to August 2021"
    labels = {
        "uz": "Bola ikki yoshga to'lgunga qadar parvarish nafaqasi",
        "ru": "Пособие по уходу за ребёнком до двух лет",
    }
    unit = "currency/month"
    reference = ["PKM44", "DEC202002"]

    def formula_2020_02(household, period, parameters):
        """One amount a family, however many children are under two; not where the employer pays."""
        law = parameters(period).child_allowance.childcare
        due = (
            household("child_allowance_eligible", period)
            & household("has_child_under_2", period)
            & ~household("childcare_paid_by_employer", period)
        )
        return where(due, law.amount, 0)


class child_allowance_in_full(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Full child allowance for the children of the family"
    labels = {"uz": "Bolalar nafaqasining to'liq miqdori", "ru": "Полный размер детского пособия"}
    unit = "currency/month"
    reference = ["PKM350", "DEC202002", "UP6277", "UP91 1(c)"]

    def formula_2016(household, period, parameters):
        """Shares, by number of children, of the minimum wage of 1 January (base calculation unit since 2019)."""
        law = parameters(period).child_allowance.under_14.share
        base = parameters(period.this_year).base.base_calculation_unit
        children = household("counted_children", period)
        share = select(
            [children > 2, children == 2, children == 1],
            [law.three_or_more_children, law.two_children, law.one_child],
            default=0,
        )
        return round_to_unit(share * base)

    def formula_2020_02(household, period, parameters):
        """Sums by number of children."""
        law = parameters(period).child_allowance.under_14.amount
        children = household("counted_children", period)
        return select(
            [children > 2, children == 2, children == 1],
            [law.three_or_more_children, law.two_children, law.one_child],
            default=0,
        )

    def formula_2021_09(household, period, parameters):
        """First place, higher if the youngest is under three; second child; third and further children."""
        law = parameters(period).child_allowance
        children = household("counted_children", period)
        first = where(household("youngest_child_under_3", period), law.one_child_under_3, law.one_child_from_3)
        second = where(children > 1, law.second_child, 0)
        beyond_the_second = maximum(children - 2, 0)
        total = first + second + law.further_child * beyond_the_second
        return where(household("has_counted_child", period), total, 0)


class child_allowance(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Child allowance"
    labels = {"uz": "Bolalar nafaqasi", "ru": "Детское пособие"}
    unit = "currency/month"
    reference = ["PKM44", "UP6277", "PKM654", "UP91 1(c)", "UP258", "PKM35"]

    def formula_2016(household, period):
        """The allowance for children under 14."""
        return where(household("child_allowance_eligible", period), household("child_allowance_in_full", period), 0)

    def formula_2020_02(household, period):
        """The allowance for children under 14, and the care allowance beside it."""
        allowance = where(
            household("child_allowance_eligible", period), household("child_allowance_in_full", period), 0
        )
        return allowance + household("childcare_allowance", period)

    def formula_2021_09(household, period):
        """The full amount (UP6277)."""
        return where(household("child_allowance_eligible", period), household("child_allowance_in_full", period), 0)

    def formula_2026_02(household, period):
        """The full amount, or the share of it that a borderline family is paid (UP258)."""
        amount = household("child_allowance_in_full", period) * household("register_benefit_share", period)
        return where(household("child_allowance_eligible", period), round_to_unit(amount), 0)
