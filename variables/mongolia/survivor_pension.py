"""Survivors' pension: a share of the deceased's pension for the family, under the Law on pensions of 2023."""

from openfisca_country.law import (
    MONTH,
    MONTHS_IN_YEAR,
    Household,
    Person,
    Variable,
    maximum,
    round_to_unit,
    select,
    where,
    whole,
)

# What the family states, or the social insurance office records


class is_unable_to_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is unable to work, as a spouse, parent or grandparent of the deceased must be"
    labels = {"mn": "Хөдөлмөрийн чадваргүй"}
    reference = "PEN2023"


class deceased_was_pensioner(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The deceased breadwinner drew an old-age or disability pension"
    labels = {"mn": "Нас барсан тэжээгч тэтгэвэр авч байсан"}
    reference = "PEN2023"


class deceased_pension(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension that the deceased breadwinner drew"
    labels = {"mn": "Нас барсан тэжээгчийн авч байсан тэтгэвэр"}
    unit = "currency/month"
    reference = "PEN2023"


class deceased_contribution_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Completed months of the deceased breadwinner's contributions"
    labels = {"mn": "Нас барсан тэжээгчийн шимтгэл төлсөн сар"}
    unit = "month"
    reference = "PEN2023"


class deceased_longest_consecutive_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Longest row of months among the deceased breadwinner's contributions"
    unit = "month"
    reference = "PEN2023"


class deceased_recent_contribution_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of contributions in the deceased breadwinner's last five years"
    unit = "month"
    reference = "PEN2023"


class deceased_recent_consecutive_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Longest row of months among the contributions of the deceased breadwinner's last five years"
    unit = "month"
    reference = "PEN2023"


# Conditions


class incapable_dependant(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A child under 19, or a spouse, parent or grandparent unable to work"
    labels = {"mn": "19 хүртэлх насны хүүхэд, эсвэл хөдөлмөрийн чадваргүй гэр бүлийн гишүүн"}
    reference = "PEN2023"

    def formula_2024(person, period, parameters):
        """Under 19, or unable to work."""
        is_child = person("age", period) < parameters(period).survivor_pension.child_age
        return is_child | person("is_unable_to_work", period)


class deceased_had_full_pension_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The deceased was a pensioner, or had the contributions for a full survivors' pension"
    labels = {"mn": "Нас барсан тэжээгч бүрэн тэтгэврийн эрхтэй байсан"}
    reference = "PEN2023"

    def formula_2024(person, period, parameters):
        """A pension in payment, 20 years, or 36 months in the last five years with 12 of them in a row."""
        law = parameters(period)
        recent = law.survivor_pension.recent_service
        long_service = person("deceased_contribution_months", period) >= round_to_unit(
            law.old_age_pension.service.full * MONTHS_IN_YEAR
        )
        recent_service = (person("deceased_recent_contribution_months", period) >= recent.months) & (
            person("deceased_recent_consecutive_months", period) >= recent.consecutive_months
        )
        return person("deceased_was_pensioner", period) | long_service | recent_service


class deceased_had_proportional_pension_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The deceased had the contributions for a proportional survivors' pension"
    labels = {"mn": "Нас барсан тэжээгч хувь тэнцүүлсэн тэтгэврийн эрхтэй байсан"}
    reference = "PEN2023"

    def formula_2024(person, period, parameters):
        """At least five years, one of them in a row."""
        law = parameters(period).survivor_pension.proportional
        years = person("deceased_contribution_months", period) >= round_to_unit(law.years * MONTHS_IN_YEAR)
        in_a_row = person("deceased_longest_consecutive_months", period) >= round_to_unit(
            law.consecutive_years * MONTHS_IN_YEAR
        )
        return years & in_a_row


class deceased_had_pension_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The deceased breadwinner had the contributions that give a survivors' pension"
    labels = {"mn": "Нас барсан тэжээгч тэтгэврийн эрхтэй байсан"}
    reference = "PEN2023"

    def formula_2024(person, period):
        """For a full or a proportional pension."""
        return person("deceased_had_full_pension_right", period) | person(
            "deceased_had_proportional_pension_right", period
        )


class survivor_pension_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to a survivors' pension"
    labels = {"mn": "Тэжээгчээ алдсаны тэтгэвэр авах эрхтэй"}
    reference = "PEN2023"

    def formula_2024(person, period):
        """Living, bereaved of the breadwinner, a child or unable to work, and the deceased insured long enough."""
        return (
            person("is_living", period)
            & person("lost_breadwinner", period)
            & person("incapable_dependant", period)
            & person("deceased_had_pension_right", period)
        )


# Amount


class deceased_pension_calculated(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension of the deceased breadwinner, drawn or worked out"
    labels = {"mn": "Нас барсан тэжээгчийн тооцсон тэтгэвэр"}
    unit = "currency/month"
    reference = "PEN2023"

    def formula_2024(person, period, parameters):
        """45 % of the wage and 1.5 % for each completed year over 20; in proportion to the months below full service."""
        law = parameters(period).old_age_pension
        wage = person("deceased_reference_wage", period)
        months = person("deceased_contribution_months", period)
        extra_years = maximum(whole(months / MONTHS_IN_YEAR) - law.service.full, 0)
        full = wage * (law.base_rate + law.accrual_per_extra_year * extra_years)
        in_proportion = wage * law.base_rate * months / (law.service.full * MONTHS_IN_YEAR)
        worked_out = where(person("deceased_had_full_pension_right", period), full, in_proportion)
        return where(person("deceased_was_pensioner", period), person("deceased_pension", period), worked_out)


class survivor_pension_dependants(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Members of the family for whom a survivors' pension is paid"
    unit = "person"
    reference = "PEN2023"

    def formula_2024(household, period):
        """Members who are entitled."""
        return household.sum(household.members("survivor_pension_eligible", period))


class survivor_pension_of_family(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Survivors' pension of the family, all members together"
    labels = {"mn": "Өрхийн тэжээгчээ алдсаны тэтгэвэр"}
    unit = "currency/month"
    reference = "PEN2023"

    def formula_2024(household, period, parameters):
        """50, 75 or 100 % of the deceased's pension for one, two, or three and more members."""
        law = parameters(period).survivor_pension
        members = household.members
        entitled = members("survivor_pension_eligible", period)
        pension = household.max(members("deceased_pension_calculated", period) * entitled)
        number = household("survivor_pension_dependants", period)
        rate = select(
            [number >= law.family_size.three_or_more, number >= law.family_size.two, number > 0],
            [law.rate.three_or_more, law.rate.two, law.rate.one],
            default=0,
        )
        return round_to_unit(rate * pension)


class survivor_pension(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Survivors' pension"
    labels = {"mn": "Тэжээгчээ алдсаны тэтгэвэр"}
    unit = "currency/month"
    reference = "PEN2023"

    def formula_2024(person, period):
        """An equal share of the family's pension for each member entitled."""
        number = maximum(person.household("survivor_pension_dependants", period), 1)
        share = person.household("survivor_pension_of_family", period) / number
        return where(person("survivor_pension_eligible", period), share, 0)


class survivor_benefit(Variable):
    label = "Survivors' pension or allowance"
    labels = {"mn": "Тэжээгчээ алдсаны тэтгэвэр"}
    reference = "PEN2023"

    def formula(person, period):
        """The person's share of the family's pension; orphans without one have the social welfare pension."""
        return person("survivor_pension", period)
