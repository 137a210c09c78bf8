"""Payout of pension savings from the unified accumulative pension fund, by the rule of its forecast calculator."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    MONTHS_IN_YEAR,
    NEVER,
    Person,
    Variable,
    completed_years,
    first_day,
    in_month,
    last_day,
    maximum,
    on_the_day,
    round_to_unit,
    select,
    where,
    year_of,
)

# What the person states, or the fund records


class pension_savings(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension savings in the accumulative fund on the day the payout begins"
    labels = {"kk": "БЖЗҚ-дағы зейнетақы жинағы", "ru": "Пенсионные накопления в ЕНПФ на день начала выплат"}
    unit = "currency"
    reference = "ENPFPAY"


class savings_payout_start_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the payout of pension savings begins"
    labels = {"kk": "Жинақтан төлем басталған күн", "ru": "День начала выплат из накоплений"}
    unit = "date"
    reference = "ENPFPAY"


class savings_payout_coefficient(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    default_value = 1.0
    label = "Coefficient by which the fund corrects the payout"
    labels = {"kk": "Түзету коэффициенті", "ru": "Поправочный коэффициент"}
    unit = "/1"
    reference = "ENPFPAY"


class savings_used_up(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The pension savings are used up"
    labels = {"kk": "Зейнетақы жинағы таусылған", "ru": "Пенсионные накопления исчерпаны"}
    reference = "ENPFPAY"


# Conditions


class has_pension_savings(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has pension savings that are not used up"
    labels = {"kk": "Таусылмаған зейнетақы жинағы бар", "ru": "Имеет неисчерпанные пенсионные накопления"}
    reference = "ENPFPAY"

    def formula_2023_07(person, period):
        """Some savings when the payout began, and some are left."""
        return (person("pension_savings", period) > 0) & ~person("savings_used_up", period)


class savings_payout_has_begun(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The payout of pension savings has begun"
    labels = {"kk": "Жинақтан төлем басталған", "ru": "Выплаты из накоплений начались"}
    reference = "ENPFPAY"

    def formula_2023_07(person, period):
        """On a day of the month, or before."""
        return person("savings_payout_start_date", period) <= last_day(period)


class funded_payout_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to payouts of pension savings"
    labels = {"kk": "Жинақтан төлем алуға құқығы бар", "ru": "Имеет право на выплаты из накоплений"}
    reference = "ENPFPAY"

    def formula_2023_07(person, period):
        """Living, of pension age, with savings, and the payout has begun."""
        return (
            person("is_living", period)
            & person("reached_pension_age", period)
            & person("has_pension_savings", period)
            & person("savings_payout_has_begun", period)
        )


# Amount


class savings_paid_at_once(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The savings are so small that they are paid at once"
    labels = {"kk": "Жинақ бір жолғы төлеммен беріледі", "ru": "Накопления выплачиваются единовременно"}
    reference = "ENPFPAY"

    def formula_2023_07(person, period, parameters):
        """At most twelve minimum pensions on the day the payout begins."""
        begins = person("savings_payout_start_date", period)
        modelled = year_of(begins) >= parameters(period).funded_payout.first_start_year
        limit = on_the_day(
            parameters,
            begins,
            period,
            read=lambda law: law.base.minimum_pension,
            since=where(modelled, begins, first_day(period)),
        )
        savings = person("pension_savings", period)
        return modelled & (savings <= parameters(period).funded_payout.lump_sum_limit * limit)


class scheduled_payout(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Monthly payout of pension savings by the schedule"
    labels = {"kk": "Кесте бойынша ай сайынғы төлем", "ru": "Ежемесячная выплата по графику"}
    unit = "currency/month"
    reference = "ENPFPAY"

    def formula_2023_07(person, period, parameters):
        """6.5 % of the savings a year, corrected, raised by 5 % each year; at least 0.70 of the subsistence minimum."""
        law = parameters(period).funded_payout
        first_year = person("pension_savings", period) * law.rate * person("savings_payout_coefficient", period)
        years = maximum(completed_years(person("savings_payout_start_date", period), first_day(period)), 0)
        monthly = first_year * (1 + law.yearly_rise) ** years / MONTHS_IN_YEAR
        return maximum(monthly, law.least * parameters(period).base.subsistence_minimum)


class funded_payout(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Payout of pension savings"
    labels = {"kk": "Жинақтан төленетін зейнетақы", "ru": "Пенсия из накоплений"}
    unit = "currency/month"
    reference = "ENPFPAY"

    def formula_2023_07(person, period):
        """Small savings at once, in the month in which the payout begins; others by the schedule."""
        at_once = person("savings_paid_at_once", period)
        amount = select(
            [at_once & in_month(person("savings_payout_start_date", period), period), ~at_once],
            [person("pension_savings", period), person("scheduled_payout", period)],
            default=0,
        )
        return where(person("funded_payout_eligible", period), round_to_unit(amount), 0)
