"""Registration of job seekers: vacancies within a day, the status of unemployed after three working days (R214)."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Person,
    Variable,
    add_days,
    add_working_days,
    first_day,
    last_day,
)

# What the person and the career centre state


class job_seeker_application_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day of the application as a job seeker, on the electronic labour exchange or at the career centre"
    labels = {"kk": "Жұмыс іздеуші ретінде өтініш берген күні", "ru": "День подачи заявления как ищущего работу"}
    unit = "date"
    reference = "R214"


# Deadlines


class registered_as_job_seeker(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Registered with the career centre as a job seeker, and without formal work"
    labels = {"kk": "Жұмыс іздеуші ретінде тіркелген", "ru": "Зарегистрирован как ищущий работу"}
    reference = "R214"

    def formula(person, period):
        """The application was made by the end of the month, and there is no formal work."""
        applied = person("job_seeker_application_date", period) <= last_day(period)
        return applied & ~person("is_formally_employed", period)


class job_offer_deadline(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "Last day for offering vacancies to a job seeker"
    labels = {"kk": "Бос орын ұсыну мерзімі", "ru": "Срок предложения вакансий"}
    unit = "date"
    reference = "R214"

    def formula_2023_07(person, period, parameters):
        """One day after the application."""
        law = parameters(period).job_seeker_registration
        return add_days(person("job_seeker_application_date", period), law.vacancy_days)


class due_for_suitable_job_offer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is to be offered vacancies"
    labels = {"kk": "Бос орындар ұсынылуы тиіс", "ru": "Должны быть предложены вакансии"}
    reference = "R214"

    def formula_2023_07(person, period):
        """A job seeker whose day for it is not over on the first of the month, or begins in it."""
        return person("registered_as_job_seeker", period) & (person("job_offer_deadline", period) >= first_day(period))


class recognition_deadline(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "Day by which a job seeker without a suitable job is recognised as unemployed"
    labels = {"kk": "Жұмыссыз деп тану мерзімі", "ru": "Срок присвоения статуса безработного"}
    unit = "date"
    reference = "R214"

    def formula_2023_07(person, period, parameters):
        """Three working days after the application."""
        law = parameters(period).job_seeker_registration
        return add_working_days(person("job_seeker_application_date", period), law.recognition_working_days)


# Recognition as unemployed


class of_age_to_be_unemployed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of the age from which a person can be recognised as unemployed"
    labels = {"kk": "Жұмыссыз деп тануға болатын жаста", "ru": "Достиг возраста, с которого признают безработным"}
    reference = "R214"

    def formula_2023_07(person, period, parameters):
        """Sixteen on the first day of the month."""
        return person("age", period) >= parameters(period).job_seeker_registration.minimum_age


class recognition_is_due(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The working days for finding a suitable job end by the end of the month"
    labels = {"kk": "Лайықты жұмыс іздеу күндері өтті", "ru": "Рабочие дни подбора работы истекли"}
    reference = "R214"

    def formula_2023_07(person, period):
        """Three working days from the application end in the month, or ended before."""
        return person("recognition_deadline", period) <= last_day(period)


class due_for_recognition_as_unemployed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is to be recognised as unemployed"
    labels = {"kk": "Жұмыссыз деп танылуы тиіс", "ru": "Должен быть признан безработным"}
    reference = ["R214", "SC2023 Art. 99"]

    def formula_2023_07(person, period):
        """A job seeker of working age, no full-time student, without a suitable job after three working days."""
        return (
            person("registered_as_job_seeker", period)
            & person("of_age_to_be_unemployed", period)
            & ~person("reached_pension_age", period)
            & ~person("is_student", period)
            & person("recognition_is_due", period)
            & ~person("suitable_job_found", period)
            & ~person("is_registered_unemployed", period)
        )
