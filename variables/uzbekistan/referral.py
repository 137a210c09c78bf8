"""Referral: which member must be sent where, and by when."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Person,
    Variable,
    add_days,
    add_months,
    as_day,
    first_day,
    last_day,
    where,
)

# What the services record


class registration_notice_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day of the notice that the person is registered as a job-seeker"
    unit = "date"
    reference = "ORD202311"


class plan_names_notebook_help(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The individual plan names help from a notebook"
    reference = ["PKM35", "PKM312"]


# Members of poor families, from February 2026


class in_poor_family_with_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Belongs to a poor family whose application has been examined"
    labels = {
        "uz": "Arizasi ko'rib chiqilgan kambag'al oila a'zosi",
        "ru": "Член бедной семьи, чьё заявление рассмотрено",
    }
    reference = "UP258"

    def formula_2026_02(person, period):
        """A member of a poor family of the Social Register, its application examined."""
        household = person.household
        return (
            person("is_family_member", period)
            & household("is_poor_family", period)
            & household("application_examined", period)
        )


class without_required_formal_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Able to work, and without the formal work that is required"
    labels = {
        "uz": "Mehnatga layoqatli, talab etilgan rasmiy ishi yo'q",
        "ru": "Способен работать, но не имеет требуемой официальной работы",
    }
    reference = "UP258"

    def formula_2026_02(person, period):
        """Able-bodied, not exempt, without formal work."""
        return person("is_able_to_work", period) & ~person("works_formally", period)


class referral_to_employment_centre(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "To be referred to the employment centre"
    labels = {"uz": "Bandlik markaziga yuboriladi", "ru": "Направляется в центр занятости"}
    reference = "UP258"

    def formula_2026_02(person, period):
        """A member of a poor family with benefit, able to work and without formal work."""
        return person("in_poor_family_with_benefit", period) & person("without_required_formal_work", period)


class referral_deadline(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "Last day by which formal work must be found"
    labels = {"uz": "Rasmiy ish topish muddati", "ru": "Срок, до которого нужна официальная работа"}
    unit = "date"
    reference = "UP258"

    def formula_2026_02(person, period, parameters):
        """The last day of the six months of a first award; a family suspended before has no such time."""
        grace = parameters(period).social_register.employment_grace_months
        months_left = grace - person.household("months_as_poor_family", period) + 1
        end_of_grace = add_days(add_months(first_day(period), months_left), -1)
        deadline = where(person.household("suspended_before", period), first_day(period), end_of_grace)
        return where(person("referral_to_employment_centre", period), deadline, as_day(NEVER))


# Job-seekers


class appearance_deadline(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "Last day for appearing at the employment service after the notice"
    labels = {"uz": "Bandlik xizmatiga kelish muddati", "ru": "Срок явки в службу занятости"}
    unit = "date"
    reference = "ORD202311"

    def formula_2023_11_03(person, period, parameters):
        """Three days after the notice."""
        law = parameters(period).referral
        return add_days(person("registration_notice_date", period), law.appearance_days)


class job_offer_deadline(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "Last day for offering suitable work to a job-seeker"
    labels = {"uz": "Maqbul ish taklif qilish muddati", "ru": "Срок предложения подходящей работы"}
    unit = "date"
    reference = "EMP2020 Art. 45"

    def formula_2020_10_21(person, period, parameters):
        """Ten days after registration."""
        law = parameters(period).unemployment_benefit
        return add_days(person("unemployment_registration_date", period), law.job_offer_days)


class due_for_suitable_job_offer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is to be offered suitable work"
    labels = {"uz": "Maqbul ish taklif qilinadi", "ru": "Должна быть предложена подходящая работа"}
    reference = "EMP2020 Art. 45"

    def formula_2020_10_21(person, period):
        """A job-seeker whose ten days are not over on the first of the month, or begin in it."""
        registered = person("unemployment_registration_date", period)
        return (
            (registered <= last_day(period))
            & (person("job_offer_deadline", period) >= first_day(period))
            & ~person("works_formally", period)
            & person("not_placed_in_suitable_work", period)
        )


class due_for_recognition_as_unemployed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is to be recognised as unemployed"
    labels = {"uz": "Ishsiz deb e'tirof etilishi kerak", "ru": "Должен быть признан безработным"}
    reference = "EMP2020 Art. 45"

    def formula_2020_10_21(person, period):
        """The ten days end by the end of the month without suitable work, and nothing excludes the person."""
        return (
            (person("job_offer_deadline", period) <= last_day(period))
            & person("of_age_to_be_unemployed", period)
            & person("not_placed_in_suitable_work", period)
            & person("not_excluded_from_unemployment", period)
            & ~person("works_formally", period)
            & ~person("is_registered_unemployed", period)
        )


class referral_to_training(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "To be sent to training"
    labels = {"uz": "O'qishga yuboriladi", "ru": "Направляется на обучение"}
    reference = "EMP2020"

    def formula_2020_10_21(person, period):
        """Recognised as unemployed, and in need of training."""
        return person("recognised_as_unemployed", period) & person("needs_training", period)


class has_occupation_in_demand(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has an occupation in demand"
    labels = {"uz": "Talab yuqori kasbga ega", "ru": "Имеет востребованную профессию"}
    reference = "EMP2020"

    def formula(person, period):
        """No training is needed."""
        return ~person("needs_training", period)


class referral_to_vacancies(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "To be sent to vacancies"
    labels = {"uz": "Bo'sh ish o'rinlariga yuboriladi", "ru": "Направляется на вакансии"}
    reference = "EMP2020"

    def formula_2020_10_21(person, period):
        """Recognised as unemployed, with an occupation in demand."""
        return person("recognised_as_unemployed", period) & person("has_occupation_in_demand", period)


class referral_to_reserved_job(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "To be sent to a reserved job"
    labels = {"uz": "Zaxiralangan ish o'rniga yuboriladi", "ru": "Направляется на зарезервированное место"}
    reference = "UP126 item 3"

    def formula_2025_11(person, period):
        """May be placed in a job that employers with more than 100 staff reserve."""
        return person("reserved_job_eligible", period)


# Individual plans


class covered_by_individual_plan(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of a register family, or in the youth notebook"
    labels = {"uz": "Reyestr oilasidan yoki yoshlar daftarida", "ru": "Из семьи реестра или в молодёжной тетради"}
    reference = ["UP258", "PKM35", "PKM312"]

    def formula_2026_02(person, period):
        """A plan is drawn up for each family of the Social Register, and for young people of the notebook."""
        return person("in_register_family", period) | person("youth_notebook_eligible", period)


class referral_to_individual_plan(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "An individual plan is to be drawn up"
    labels = {"uz": "Individual reja tuziladi", "ru": "Составляется индивидуальный план"}
    reference = ["UP258", "PKM35", "PKM312"]

    def formula_2026_02(person, period):
        """Where a plan covers the person."""
        return person("covered_by_individual_plan", period)


class notebook_help_without_application(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Receives the notebook help named in the plan without an application"
    labels = {"uz": "Rejadagi daftar yordamini arizasiz oladi", "ru": "Получает помощь тетради по плану без заявления"}
    reference = ["PKM35", "PKM312"]

    def formula_2026_02(person, period):
        """The plan takes the place of the application."""
        return person("covered_by_individual_plan", period) & person("plan_names_notebook_help", period)
