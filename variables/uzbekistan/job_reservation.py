"""Jobs that larger employers reserve for people who find work hard to get."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    minimum,
    where,
    whole,
)


class employer_set_quota(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Reserved jobs set for the employer"
    unit = "person"
    reference = "UP126 item 3"


class victim_of_domestic_violence(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has suffered domestic violence"
    reference = "UP126 item 3"


class grew_up_without_parental_care(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "An orphan, or left without parental care"
    reference = "UP126 item 3"


class of_reserved_job_groups(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of a group for which jobs are reserved"
    labels = {"uz": "Ish o'rni zaxiralanadigan toifadan", "ru": "Из категории, для которой резервируются места"}
    reference = "UP126 item 3"

    def formula(person, period):
        """Disability, domestic violence, a register family, an orphan or without parental care."""
        return (
            person("has_recognised_disability", period)
            | person("victim_of_domestic_violence", period)
            | person("in_register_family", period)
            | person("grew_up_without_parental_care", period)
        )


class reserved_job_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May be placed in a reserved job"
    labels = {
        "uz": "Zaxiralangan ish o'rniga joylashtirilishi mumkin",
        "ru": "Может быть устроен на зарезервированное место",
    }
    reference = "UP126 item 3"

    def formula_2025_11(person, period):
        """Of a group listed, registered with the employment service and without work."""
        return person("of_reserved_job_groups", period) & person("unemployed_or_job_seeker", period)


class employer_must_reserve_jobs(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is large enough to reserve jobs"
    labels = {"uz": "Ish beruvchi ish o'rni zaxiralashi shart", "ru": "Работодатель обязан резервировать места"}
    reference = "UP126 item 3"

    def formula_2025_11(person, period, parameters):
        """More than 100 staff."""
        return person("employer_staff", period) > parameters(period).job_reservation.staff_over


class reserved_jobs(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Jobs that the employer must reserve"
    labels = {"uz": "Zaxiralanadigan ish o'rinlari", "ru": "Резервируемые рабочие места"}
    unit = "person"
    reference = "UP126 item 3"

    def formula_2025_11(person, period, parameters):
        """At most three in a hundred of the staff, rounded down, and at most the number set."""
        law = parameters(period).job_reservation
        limit = whole(law.share * person("employer_staff", period))
        quota = minimum(limit, person("employer_set_quota", period))
        return where(person("employer_must_reserve_jobs", period), quota, 0)
