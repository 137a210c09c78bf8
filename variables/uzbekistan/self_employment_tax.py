"""Taxes and contributions of the self-employed, and of those who insure themselves voluntarily."""

from openfisca_country.law import (
    MONTH,
    MONTHS_IN_YEAR,
    YEAR,
    Person,
    Variable,
    calendar_months_between,
    first_day,
    round_to_unit,
    where,
)

# What the person states


class pays_year_of_social_tax(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Pays, in this month, the voluntary social tax of the self-employed for a year of service"
    reference = "PP4742"


class is_voluntarily_insured(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Pays the voluntary contribution to state social insurance"
    reference = "UP206"


# Turnover tax, from 2026


class turnover_within_limit(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "The year's turnover is within the limit of the turnover tax"
    labels = {"uz": "Yillik aylanma belgilangan chegaradan oshmaydi", "ru": "Годовой оборот не превышает предел"}
    reference = "PP247"

    def formula_2026(person, period, parameters):
        """Up to one thousand million sums."""
        return person("yearly_turnover", period) <= parameters(period).self_employment_tax.turnover.limit


class turnover_tax(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Turnover tax of the year"
    labels = {"uz": "Yillik aylanma solig'i", "ru": "Налог с оборота за год"}
    unit = "currency/year"
    reference = "PP247"

    def formula_2026(person, period, parameters):
        """1 % of the turnover, where it is within the limit."""
        tax = round_to_unit(parameters(period).self_employment_tax.turnover.rate * person("yearly_turnover", period))
        return where(person("turnover_within_limit", period), tax, 0)


class turnover_tax_of_month(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "A month's part of the turnover tax"
    labels = {"uz": "Aylanma solig'ining oylik qismi", "ru": "Месячная часть налога с оборота"}
    unit = "currency/month"
    reference = "PP247"

    def formula_2026(person, period):
        """The year's tax spread evenly, so that twelve months add up to it."""
        tax = person("turnover_tax", period.this_year)
        months_before = calendar_months_between(first_day(period.this_year), first_day(period))
        due_before = round_to_unit(tax * months_before / MONTHS_IN_YEAR)
        return round_to_unit(tax * (months_before + 1) / MONTHS_IN_YEAR) - due_before


# Social tax


class self_employed_social_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Voluntary social tax of the self-employed for a year of service"
    labels = {
        "uz": "O'zini o'zi band qilgan shaxsning ixtiyoriy ijtimoiy solig'i",
        "ru": "Добровольный социальный налог самозанятого",
    }
    unit = "currency/month"
    reference = ["PP4742", "SELFEMP2021", "SELFEMP2025"]

    def formula_2020_07(person, period, parameters):
        """The least sum for a year, in the month in which it is paid."""
        least = parameters(period).self_employment_tax.self_employed.year_of_service
        amount = round_to_unit(least * parameters(period).base.base_calculation_unit)
        return where(person("pays_year_of_social_tax", period), amount, 0)


class pensioner_or_disabled_entrepreneur(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a pensioner or has a disability"
    labels = {"uz": "Pensioner yoki nogironligi bor", "ru": "Пенсионер или лицо с инвалидностью"}
    reference = "TAX"

    def formula_2025_03(person, period):
        """A right to a pension, or any recognised disability."""
        group = person("disability_group", period)
        return person("has_pension_right", period) | (group != group.possible_values.none)


class entrepreneur_social_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Least social tax of an individual entrepreneur"
    labels = {
        "uz": "Yakka tartibdagi tadbirkorning ijtimoiy solig'i",
        "ru": "Социальный налог индивидуального предпринимателя",
    }
    unit = "currency/month"
    reference = "TAX"

    def formula_2025_03(person, period, parameters):
        """One base calculation unit a month; half of one for pensioners and persons with disability."""
        law = parameters(period).self_employment_tax.entrepreneur
        units = where(person("pensioner_or_disabled_entrepreneur", period), law.least_reduced, law.least)
        amount = round_to_unit(units * parameters(period).base.base_calculation_unit)
        return where(person("is_individual_entrepreneur", period), amount, 0)


class voluntary_insurance_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Voluntary contribution to state social insurance"
    labels = {"uz": "Ixtiyoriy ijtimoiy sug'urta badali", "ru": "Добровольный взнос в социальное страхование"}
    unit = "currency/month"
    reference = "UP206"

    def formula_2026(person, period, parameters):
        """At least 5 % of the minimum wage a month."""
        least = parameters(period).self_employment_tax.voluntary_insurance.least
        amount = round_to_unit(least * parameters(period).base.minimum_wage)
        return where(person("is_voluntarily_insured", period), amount, 0)


# Together


class self_employment_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Taxes and contributions the person pays without an employer"
    labels = {"uz": "Shaxsning o'zi to'laydigan soliq va badallar", "ru": "Налоги и взносы, уплачиваемые самим лицом"}
    unit = "currency/month"
    reference = ["PP4742", "TAX", "PP247", "UP206"]

    def formula_2020_07(person, period):
        """Turnover tax, social tax of the self-employed and of entrepreneurs, and the voluntary contribution."""
        return (
            person("turnover_tax_of_month", period)
            + person("self_employed_social_tax", period)
            + person("entrepreneur_social_tax", period)
            + person("voluntary_insurance_contribution", period)
        )


class taxes_and_contributions(Variable):
    label = "Income tax and social contributions paid by the members"
    labels = {"uz": "Soliqlar va badallar", "ru": "Налоги и взносы"}
    reference = ["TAX", "PP247"]

    def formula_2020_07(household, period):
        """Income tax, the workers' own contributions, and what the self-employed pay."""
        return household.sum(
            household.members("income_tax", period)
            + household.members("employee_contributions", period)
            + household.members("self_employment_tax", period)
        )
