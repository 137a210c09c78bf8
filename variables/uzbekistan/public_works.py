"""Paid public works for the registered unemployed and for job-seekers."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    first_day,
    where,
)


class public_works_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pay for public works by the order of the month"
    unit = "currency/month"
    reference = "PKM799"


class registered_as_job_seeker(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Registered with the employment service and without formal work"
    labels = {"uz": "Ish qidirayotgan shaxs sifatida ro'yxatda", "ru": "Зарегистрирован как ищущий работу"}
    reference = "PKM799"

    def formula(person, period):
        """The day of registration has come, and there is no formal work."""
        registered = person("unemployment_registration_date", period) <= first_day(period)
        return registered & ~person("works_formally", period)


class unemployed_or_job_seeker(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Registered as unemployed or as a job-seeker"
    labels = {"uz": "Ishsiz yoki ish qidiruvchi", "ru": "Безработный или ищущий работу"}
    reference = "PKM799"

    def formula(person, period):
        """Either registration is enough."""
        return person("is_registered_unemployed", period) | person("registered_as_job_seeker", period)


class public_works_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May take part in paid public works"
    labels = {
        "uz": "Haq to'lanadigan jamoat ishlarida qatnasha oladi",
        "ru": "Может участвовать в общественных работах",
    }
    reference = ["PKM799 annex 3", "PKM-SC2021", "UP143"]

    def formula_2017_10_09(person, period):
        """Unemployed or job-seeker, and under a social contract where one is required."""
        return (
            person("unemployed_or_job_seeker", period)
            & person("social_contract_satisfied", period)
            & person("register_contract_satisfied", period)
        )


class public_works_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pay for public works"
    labels = {"uz": "Jamoat ishlari haqi", "ru": "Оплата общественных работ"}
    unit = "currency/month"
    reference = "PKM799 annex 3"

    def formula_2017_10_09(person, period):
        """The pay of the order, for those who may take part."""
        return where(person("public_works_eligible", period), person("public_works_wage", period), 0)
