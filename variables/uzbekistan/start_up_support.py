"""Support to start a business: registration, tools, rent of premises, projects of people released from prison."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Person,
    Variable,
    add_months,
    first_day,
    in_month,
    last_day,
    minimum,
    round_to_unit,
    where,
)

# What the person states


class business_registration_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the business was registered"
    unit = "date"
    reference = ["RES201807", "PP4804"]


class tools_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cost of tools and equipment, with documents"
    unit = "currency"
    reference = ["UP6155", "ENTFUND", "PP64"]


class premises_rent(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Rent of premises in the first months of the business, with documents"
    unit = "currency"
    reference = ["PP4804", "ENTFUND"]


class prison_release_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day of release from prison"
    unit = "date"
    reference = ["PKM450", "PP64"]


class project_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cost of a project in business, building or crafts, with documents"
    unit = "currency"
    reference = "PP64"


# Registration of a business, 2018 to February 2021


class registration_grant_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2021-02-02"
    label = "Entitled to the grant for registering a business"
    labels = {
        "uz": "Tadbirkorlikni ro'yxatdan o'tkazish subsidiyasiga haqli",
        "ru": "Право на субсидию на регистрацию бизнеса",
    }
    reference = "RES201807"

    def formula_2018_08(person, period):
        """Registered as unemployed, and wants to start a business."""
        return person("is_registered_unemployed", period) & person("plans_business", period)


class registration_grant(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2021-02-02"
    label = "Grant for registering a business"
    labels = {"uz": "Tadbirkorlikni ro'yxatdan o'tkazish subsidiyasi", "ru": "Субсидия на регистрацию бизнеса"}
    unit = "currency/month"
    reference = "RES201807"

    def formula_2018_08(person, period, parameters):
        """Two minimum wages in the month of registration."""
        grant = parameters(period).start_up_support.registration_grant * parameters(period).base.minimum_wage
        due = person("registration_grant_eligible", period) & person("registers_business_in_month", period)
        return where(due, round_to_unit(grant), 0)

    def formula_2019_09(person, period, parameters):
        """Two base calculation units, which took the place of the minimum wage."""
        grant = parameters(period).start_up_support.registration_grant * parameters(period).base.base_calculation_unit
        due = person("registration_grant_eligible", period) & person("registers_business_in_month", period)
        return where(due, round_to_unit(grant), 0)


class registers_business_in_month(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Registers the business in this month"
    labels = {"uz": "Tadbirkorlik shu oyda ro'yxatdan o'tgan", "ru": "Бизнес зарегистрирован в этом месяце"}
    reference = "RES201807"

    def formula(person, period):
        """The day of registration lies in the month."""
        return in_month(person("business_registration_date", period), period)


# Tools


class has_no_tools_loan_instead(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Not of a register family, for whom a loan takes the place of the tools subsidy"
    labels = {"uz": "Reyestr oilasidan emas", "ru": "Не из семьи реестра"}
    reference = "PP64"

    def formula(person, period):
        """Outside the register of poor families."""
        return ~person("in_register_family", period)


class tools_subsidy_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the tools subsidy"
    labels = {"uz": "Asbob-uskuna subsidiyasiga haqli", "ru": "Право на субсидию на инструменты"}
    reference = ["UP6155", "ENTFUND", "PP64"]

    def formula_2021_02_03(person, period):
        """Unemployed, starting a business or self-employment, under a social contract where required."""
        return (
            person("is_registered_unemployed", period)
            & person("plans_business", period)
            & person("social_contract_satisfied", period)
        )

    def formula_2025_02_18(person, period):
        """As before, but members of register families get a loan instead (PP64)."""
        return (
            person("is_registered_unemployed", period)
            & person("plans_business", period)
            & person("social_contract_satisfied", period)
            & person("has_no_tools_loan_instead", period)
        )


class tools_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Tools subsidy"
    labels = {"uz": "Asbob-uskuna subsidiyasi", "ru": "Субсидия на инструменты"}
    unit = "currency/month"
    reference = ["UP6155", "ENTFUND"]

    def formula_2021_02_03(person, period, parameters):
        """The cost, up to 7 million sum."""
        paid = minimum(person("tools_cost", period), parameters(period).start_up_support.tools.general)
        return where(person("tools_subsidy_eligible", period), round_to_unit(paid), 0)

    def formula_2022_04(person, period, parameters):
        """The cost, up to 7 million sum, for women up to 10 million."""
        law = parameters(period).start_up_support.tools
        sex = person("sex", period)
        cap = where(sex == sex.possible_values.female, law.women, law.general)
        paid = minimum(person("tools_cost", period), cap)
        return where(person("tools_subsidy_eligible", period), round_to_unit(paid), 0)


class tools_loan_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the interest-free tools loan of register families"
    labels = {"uz": "Foizsiz asbob-uskuna ssudasiga haqli", "ru": "Право на беспроцентную ссуду на инструменты"}
    reference = "PP64"

    def formula_2025_02_18(person, period):
        """Of a register family, and wants to start a business."""
        return person("in_register_family", period) & person("plans_business", period)


class tools_loan(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Interest-free tools loan of register families"
    labels = {"uz": "Foizsiz asbob-uskuna ssudasi", "ru": "Беспроцентная ссуда на инструменты"}
    unit = "currency/month"
    reference = "PP64"

    def formula_2025_02_18(person, period, parameters):
        """The cost, up to 50 base calculation units."""
        cap = parameters(period).start_up_support.tools_loan * parameters(period).base.base_calculation_unit
        paid = minimum(person("tools_cost", period), cap)
        return where(person("tools_loan_eligible", period), round_to_unit(paid), 0)


# Rent of premises


class within_first_months_of_business(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Within the first months of the business"
    labels = {"uz": "Tadbirkorlikning dastlabki oylarida", "ru": "Первые месяцы бизнеса"}
    reference = ["PP4804", "ENTFUND"]

    def formula_2020_08_11(person, period, parameters):
        """Registered, and less than three months ago."""
        law = parameters(period).start_up_support.rent
        registered = person("business_registration_date", period)
        return (registered <= last_day(period)) & (first_day(period) < add_months(registered, law.months))


class came_from_unemployment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Was registered as unemployed when the business began"
    reference = ["PP4804", "ENTFUND"]


class rent_help_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to help with the rent of premises"
    labels = {"uz": "Bino ijarasi yordamiga haqli", "ru": "Право на помощь с арендой"}
    reference = ["PP4804", "ENTFUND"]

    def formula_2020_08_11(person, period):
        """Unemployed when starting, in the first three months, under a social contract where required."""
        return (
            person("came_from_unemployment", period)
            & person("within_first_months_of_business", period)
            & person("social_contract_satisfied", period)
        )


class rent_help(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Help with the rent of premises"
    labels = {"uz": "Bino ijarasi yordami", "ru": "Помощь с арендой"}
    unit = "currency/month"
    reference = ["PP4804", "ENTFUND"]

    def formula_2020_08_11(person, period, parameters):
        """The rent of the first months, up to 10 base calculation units."""
        cap = parameters(period).start_up_support.rent.amount * parameters(period).base.base_calculation_unit
        paid = minimum(person("premises_rent", period), cap)
        return where(person("rent_help_eligible", period), round_to_unit(paid), 0)


# Projects of people released from prison


class was_released_from_prison(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has been released from prison"
    labels = {"uz": "Jazoni o'tab chiqqan", "ru": "Освобождён из мест лишения свободы"}
    reference = ["PKM450", "PP64"]

    def formula(person, period):
        """The day of release has come."""
        return person("prison_release_date", period) <= first_day(period)


class released_prisoner_project_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the project subsidy for people released from prison"
    labels = {"uz": "Jazoni o'taganlar loyihasi subsidiyasiga haqli", "ru": "Право на проектную субсидию освобождённым"}
    reference = "PP64"

    def formula_2025_02_18(person, period):
        """Released, and starts a business or a craft."""
        return person("was_released_from_prison", period) & person("plans_business", period)


class released_prisoner_project(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Project subsidy for people released from prison"
    labels = {"uz": "Jazoni o'taganlar loyihasi subsidiyasi", "ru": "Проектная субсидия освобождённым"}
    unit = "currency/month"
    reference = "PP64"

    def formula_2025_02_18(person, period, parameters):
        """The cost of the project, up to 10 minimum wages."""
        cap = parameters(period).start_up_support.released_prisoner_project * parameters(period).base.minimum_wage
        paid = minimum(person("project_cost", period), cap)
        return where(person("released_prisoner_project_eligible", period), round_to_unit(paid), 0)
