"""Subsidised jobs: public works, youth practice, first job, silver age, contract of generations (SC2023 Art. 111)."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    MONTHS_IN_YEAR,
    NEVER,
    Enum,
    Person,
    Variable,
    add_months,
    add_years,
    calendar_months_between,
    completed_years,
    first_day,
    happened,
    maximum,
    minimum,
    round_to_unit,
    select,
    where,
)


class SubsidisedJob(Enum):
    none = "No subsidised job"
    public_works = "Public works"
    youth_practice = "Youth practice"
    first_job = "First job"
    silver_age = "Silver age"
    contract_of_generations = "Contract of generations"


# What the person, the employer and the career centre state


class subsidised_job(Variable):
    value_type = Enum
    possible_values = SubsidisedJob
    default_value = SubsidisedJob.none
    entity = Person
    definition_period = MONTH
    label = "Subsidised job that the person holds; its pay, where fixed, need not be stated as a wage"
    labels = {"kk": "Субсидияланатын жұмыс орны", "ru": "Субсидируемое рабочее место"}
    reference = ["SUBJOBOLD", "SUBJOB2023"]


class subsidised_job_start_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the subsidised job began"
    unit = "date"
    reference = ["SUBJOBOLD", "SUBJOB2023"]


class studies_finished_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day vocational or higher studies were finished; never for one who is no graduate"
    labels = {"kk": "Оқуын бітірген күні", "ru": "День окончания учебного заведения"}
    unit = "date"
    reference = ["SUBJOBOLD", "SUBJOB2023"]


class has_work_experience(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Had work experience before a first job"
    labels = {"kk": "Жұмыс тәжірибесі болған", "ru": "Имел опыт работы"}
    reference = ["SUBJOBOLD", "SUBJOB2023"]


class works_beside_older_worker(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Works, or is to work, beside a worker near the pension age"
    labels = {"kk": "Зейнет жасына жақын қызметкермен қатар жұмыс істейді", "ru": "Работает рядом с предпенсионером"}
    reference = "SUBJOBOLD"


class contract_of_generations_subsidy_set(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidy for a graduate under a contract of generations, as the career centre set it"
    unit = "currency/month"
    reference = "SUBJOBOLD"


class employer_business_start_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = datetime.date(2000, 1, 1)
    label = "Day the employer's business began"
    unit = "date"
    reference = ["SUBJOB2023", "R395"]


class employer_has_wage_arrears(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer owes wages"
    labels = {"kk": "Жұмыс берушінің жалақы бойынша берешегі бар", "ru": "У работодателя долги по зарплате"}
    reference = ["SUBJOB2023", "R395"]


class employer_pays_social_payments_regularly(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "The employer has made social payments regularly for the months asked"
    labels = {"kk": "Жұмыс беруші әлеуметтік төлемдерді тұрақты төлейді", "ru": "Социальные платежи вносятся регулярно"}
    reference = ["SUBJOB2023", "R395"]


class employer_subsidised_jobs(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Subsidised jobs at the employer"
    unit = "person"
    reference = ["SUBJOB2023", "R395"]


class employer_participants_year_before(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Participants in subsidised jobs at the employer in the year before"
    unit = "person"
    reference = "R395"


class employer_participants_hired(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Of these participants, those hired for good"
    unit = "person"
    reference = "R395"


class employer_keeps_worker_after_subsidy(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "The employer undertakes to keep the worker for the months asked after the subsidy"
    labels = {
        "kk": "Жұмыс беруші субсидиядан кейін қызметкерді қалдыруға міндеттенеді",
        "ru": "Работодатель обязуется сохранить работника после субсидии",
    }
    reference = ["SUBJOBOLD", "SUBJOB2023"]


# The job


class subsidised_job_month(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Which month of the subsidised job this is; zero without one"
    unit = "month"
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula(person, period):
        """The month in which the job begins is the first."""
        job = person("subsidised_job", period)
        month = calendar_months_between(person("subsidised_job_start_date", period), first_day(period)) + 1
        return where(job == job.possible_values.none, 0, maximum(month, 0))


class subsidised_job_entry_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    label = "Day for which age and studies are tested: that on which the job began, or else the first of the month"
    unit = "date"
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula(person, period):
        """The day the job began, where one is held and has begun."""
        job = person("subsidised_job", period)
        start = person("subsidised_job_start_date", period)
        has_begun = (job != job.possible_values.none) & (start <= first_day(period))
        return where(has_begun, start, first_day(period))


class age_at_subsidised_job(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Age in completed years on the day the subsidised job begins"
    labels = {"kk": "Субсидияланатын жұмысқа кіргендегі жасы", "ru": "Возраст на день начала субсидируемой работы"}
    unit = "year"
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula(person, period):
        """Completed years on that day."""
        return completed_years(person("birth_date", period), person("subsidised_job_entry_date", period))


class unemployed_or_in_subsidised_job(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Registered as unemployed, or placed in a subsidised job"
    labels = {
        "kk": "Жұмыссыз ретінде тіркелген немесе субсидияланатын жұмыс орнында",
        "ru": "Зарегистрирован безработным либо на субсидируемом месте",
    }
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula(person, period):
        """On the register of the unemployed, or placed from it."""
        job = person("subsidised_job", period)
        return person("is_registered_unemployed", period) | (job != job.possible_values.none)


# The employer


class employer_in_business_long_enough(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer has been in business for more than twelve months"
    labels = {"kk": "Жұмыс беруші бір жылдан астам жұмыс істейді", "ru": "Работодатель действует более 12 месяцев"}
    reference = ["SUBJOB2023", "R395", "R395S"]

    def formula_2023_07(person, period, parameters):
        """Twelve months were over before the first of the month."""
        law = parameters(period).subsidised_jobs.employer
        return add_months(person("employer_business_start_date", period), law.business_months) < first_day(period)


class subsidised_jobs_within_share_of_staff(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "No more than a fifth of the employer's staff hold subsidised jobs"
    labels = {
        "kk": "Субсидияланатын орындар қызметкерлердің бестен бірінен аспайды",
        "ru": "Субсидируемых мест не более 20 % штата",
    }
    reference = ["SUBJOB2023", "R395"]

    def formula_2023_07(person, period, parameters):
        """At most 20 % of the staff."""
        law = parameters(period).subsidised_jobs.employer
        return person("employer_subsidised_jobs", period) <= law.share_of_staff * person("employer_staff", period)


class employer_hired_enough_participants(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer hired enough of last year's participants for good, or had none"
    labels = {
        "kk": "Жұмыс беруші былтырғы қатысушыларды жеткілікті мөлшерде тұрақты жұмысқа алған",
        "ru": "Работодатель принял на постоянную работу достаточно участников прошлого года",
    }
    reference = "R395"

    def formula_2025_12_12(person, period, parameters):
        """At least 10 % where there were ten or more the year before, else at least one (R395)."""
        law = parameters(period).subsidised_jobs.employer.retention
        before = person("employer_participants_year_before", period)
        hired = person("employer_participants_hired", period)
        asked = where(before >= law.participants, law.share * before, law.least)
        return (before <= 0) | (hired >= asked)


class employer_may_have_subsidised_jobs(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer meets the conditions for subsidised jobs"
    labels = {
        "kk": "Жұмыс беруші субсидияланатын орындар талаптарына сай",
        "ru": "Работодатель отвечает условиям субсидируемых мест",
    }
    reference = ["SUBJOB2023", "R395", "R395S"]

    def formula_2023_07(person, period):
        """In business for over a year, no wage arrears, social payments made, at most 20 % of the staff."""
        return (
            person("employer_in_business_long_enough", period)
            & ~person("employer_has_wage_arrears", period)
            & person("employer_pays_social_payments_regularly", period)
            & person("subsidised_jobs_within_share_of_staff", period)
        )

    def formula_2025_12_12(person, period):
        """In business, no arrears, social payments made, at most 20 % of the staff, enough participants hired (R395)."""
        return (
            person("employer_in_business_long_enough", period)
            & ~person("employer_has_wage_arrears", period)
            & person("employer_pays_social_payments_regularly", period)
            & person("subsidised_jobs_within_share_of_staff", period)
            & person("employer_hired_enough_participants", period)
        )

    def formula_2026_01_28(person, period):
        """While the other paragraphs are suspended, over a year in business is enough (R395S)."""
        return person("employer_in_business_long_enough", period)

    def formula_2026_04(person, period):
        """The suspension has ended; the rules of R395 are taken to hold again."""
        return (
            person("employer_in_business_long_enough", period)
            & ~person("employer_has_wage_arrears", period)
            & person("employer_pays_social_payments_regularly", period)
            & person("subsidised_jobs_within_share_of_staff", period)
            & person("employer_hired_enough_participants", period)
        )


# Public works


class open_to_public_works(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Registered as unemployed, placed in a subsidised job, or a student or senior pupil in free time"
    labels = {
        "kk": "Жұмыссыз немесе оқудан бос уақытында студент, жоғары сынып оқушысы",
        "ru": "Безработный либо студент или старшеклассник в свободное время",
    }
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula(person, period):
        """Students and senior pupils may take part in their free time."""
        return person("unemployed_or_in_subsidised_job", period) | person("is_student", period)


class of_age_for_public_works(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Aged 16 or over"
    labels = {"kk": "16 жасқа толған", "ru": "Достиг 16 лет"}
    reference = "SUBJOB2023"

    def formula_2023_07(person, period, parameters):
        """Sixteen on the first day of the month."""
        return person("age", period) >= parameters(period).subsidised_jobs.public_works.age


class within_public_works_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Holds no subsidised job, or public works within their months"
    labels = {"kk": "Қоғамдық жұмыстардың мерзімі ішінде", "ru": "В пределах срока общественных работ"}
    reference = "SUBJOB2023"

    def formula_2023_07(person, period, parameters):
        """At most twelve months."""
        job = person("subsidised_job", period)
        in_time = person("subsidised_job_month", period) <= parameters(period).subsidised_jobs.public_works.months
        return (job == job.possible_values.none) | ((job == job.possible_values.public_works) & in_time)


class public_works_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May take part in public works"
    labels = {"kk": "Қоғамдық жұмыстарға қатыса алады", "ru": "Может участвовать в общественных работах"}
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula_2022(person, period):
        """Unemployed, or in free time from studies."""
        return person("open_to_public_works", period)

    def formula_2023_07(person, period):
        """From 16 to the pension age, within twelve months, with an employer who meets the conditions."""
        return (
            person("open_to_public_works", period)
            & person("of_age_for_public_works", period)
            & ~person("reached_pension_age", period)
            & person("within_public_works_months", period)
            & person("employer_may_have_subsidised_jobs", period)
        )


class public_works_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pay for public works"
    labels = {"kk": "Қоғамдық жұмыстардың ақысы", "ru": "Оплата общественных работ"}
    unit = "currency/month"
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula_2022(person, period, parameters):
        """The wage stated, and not less than 20 monthly calculation indices, for those in public works."""
        law = parameters(period)
        least = law.subsidised_jobs.public_works.pay * law.base.monthly_calculation_index
        job = person("subsidised_job", period)
        due = person("public_works_eligible", period) & (job == job.possible_values.public_works)
        return where(due, maximum(person("wage", period), least), 0)


# Youth practice


class young_for_youth_practice(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Not older than the age limit of youth practice"
    labels = {"kk": "Жастар практикасының жас шегінен аспаған", "ru": "Не старше предельного возраста практики"}
    reference = ["SUBJOBOLD", "AMEND2022", "SUBJOB2023"]

    def formula_2022(person, period, parameters):
        """29 at most; 35 from 2023."""
        return person("age_at_subsidised_job", period) <= parameters(period).subsidised_jobs.youth_practice.age


class graduated_recently_for_practice(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Finished vocational or higher studies within the last three years"
    labels = {"kk": "Оқуын соңғы үш жылда бітірген", "ru": "Окончил учёбу в последние три года"}
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula_2022(person, period, parameters):
        """A graduate, no more than three years before the practice."""
        law = parameters(period).subsidised_jobs.youth_practice
        finished = person("studies_finished_date", period)
        entry = person("subsidised_job_entry_date", period)
        return happened(finished) & (finished <= entry) & (entry <= add_years(finished, law.years_since_study))


class within_youth_practice_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Holds no subsidised job, or youth practice within its months"
    labels = {"kk": "Жастар практикасының мерзімі ішінде", "ru": "В пределах срока молодёжной практики"}
    reference = ["NATPROJ2021", "SUBJOB2023"]

    def formula_2022(person, period, parameters):
        """At most twelve months."""
        job = person("subsidised_job", period)
        in_time = person("subsidised_job_month", period) <= parameters(period).subsidised_jobs.youth_practice.months
        return (job == job.possible_values.none) | ((job == job.possible_values.youth_practice) & in_time)


class youth_practice_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May take part in youth practice"
    labels = {"kk": "Жастар практикасына қатыса алады", "ru": "Может участвовать в молодёжной практике"}
    reference = ["SUBJOBOLD", "NATPROJ2021", "SUBJOB2023"]

    def formula_2022(person, period):
        """An unemployed young graduate, within the months of practice."""
        return (
            person("unemployed_or_in_subsidised_job", period)
            & person("young_for_youth_practice", period)
            & person("graduated_recently_for_practice", period)
            & person("within_youth_practice_months", period)
        )

    def formula_2023_07(person, period):
        """An unemployed young graduate, within the months of practice, with an employer who meets the conditions."""
        return (
            person("unemployed_or_in_subsidised_job", period)
            & person("young_for_youth_practice", period)
            & person("graduated_recently_for_practice", period)
            & person("within_youth_practice_months", period)
            & person("employer_may_have_subsidised_jobs", period)
        )


class youth_practice_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pay for youth practice"
    labels = {"kk": "Жастар практикасының ақысы", "ru": "Оплата молодёжной практики"}
    unit = "currency/month"
    reference = ["NATPROJ2021", "SUBJOB2023"]

    def formula_2022(person, period, parameters):
        """30 monthly calculation indices, for those in practice."""
        law = parameters(period)
        amount = law.subsidised_jobs.youth_practice.pay * law.base.monthly_calculation_index
        job = person("subsidised_job", period)
        due = person("youth_practice_eligible", period) & (job == job.possible_values.youth_practice)
        return where(due, amount, 0)


# First job


class young_for_first_job(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Not older than the age limit of a first job"
    labels = {"kk": "Алғашқы жұмыс орнының жас шегінен аспаған", "ru": "Не старше предельного возраста первого места"}
    reference = ["SUBJOBOLD", "AMEND2022", "SUBJOB2023"]

    def formula_2022(person, period, parameters):
        """29 at most; 35 from 2023."""
        return person("age_at_subsidised_job", period) <= parameters(period).subsidised_jobs.first_job.age


class within_first_job_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Holds no subsidised job, or a first job within its months"
    labels = {"kk": "Алғашқы жұмыс орнының мерзімі ішінде", "ru": "В пределах срока первого рабочего места"}
    reference = ["NATPROJ2021", "SUBJOB2023"]

    def formula_2022(person, period, parameters):
        """At most eighteen months."""
        job = person("subsidised_job", period)
        in_time = person("subsidised_job_month", period) <= parameters(period).subsidised_jobs.first_job.months
        return (job == job.possible_values.none) | ((job == job.possible_values.first_job) & in_time)


class first_job_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May enter a first job"
    labels = {"kk": "Алғашқы жұмыс орнына кіре алады", "ru": "Может быть принят на первое рабочее место"}
    reference = ["SUBJOBOLD", "NATPROJ2021", "SUBJOB2023"]

    def formula_2022(person, period):
        """Unemployed, young, without work experience, with an employer who keeps the worker after the subsidy."""
        return (
            person("unemployed_or_in_subsidised_job", period)
            & person("young_for_first_job", period)
            & ~person("has_work_experience", period)
            & person("within_first_job_months", period)
            & person("employer_keeps_worker_after_subsidy", period)
        )

    def formula_2023_07(person, period):
        """Unemployed, young, without work experience, with an employer who may and keeps the worker afterwards."""
        return (
            person("unemployed_or_in_subsidised_job", period)
            & person("young_for_first_job", period)
            & ~person("has_work_experience", period)
            & person("within_first_job_months", period)
            & person("employer_keeps_worker_after_subsidy", period)
            & person("employer_may_have_subsidised_jobs", period)
        )


class first_job_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidised wage of a first job"
    labels = {"kk": "Алғашқы жұмыс орнының субсидиясы", "ru": "Субсидируемая зарплата первого рабочего места"}
    unit = "currency/month"
    reference = ["NATPROJ2021", "SUBJOB2023"]

    def formula_2022(person, period, parameters):
        """30 monthly calculation indices, for those in a first job."""
        law = parameters(period)
        amount = law.subsidised_jobs.first_job.pay * law.base.monthly_calculation_index
        job = person("subsidised_job", period)
        due = person("first_job_eligible", period) & (job == job.possible_values.first_job)
        return where(due, amount, 0)


# Silver age


class past_silver_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Older than 50 when the job begins"
    labels = {"kk": "Жасы 50-ден асқан", "ru": "Старше 50 лет"}
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula_2023(person, period, parameters):
        """The fiftieth birthday is past."""
        birthday = add_years(person("birth_date", period), parameters(period).subsidised_jobs.silver_age.age)
        return birthday < person("subsidised_job_entry_date", period)


class within_silver_age_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Holds no subsidised job, or one of silver age within its months"
    labels = {"kk": "«Күміс жас» мерзімі ішінде", "ru": "В пределах срока «Серебряного возраста»"}
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula_2023(person, period, parameters):
        """At most 36 months."""
        job = person("subsidised_job", period)
        in_time = person("subsidised_job_month", period) <= parameters(period).subsidised_jobs.silver_age.months
        return (job == job.possible_values.none) | ((job == job.possible_values.silver_age) & in_time)


class silver_age_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May enter a job of silver age"
    labels = {"kk": "«Күміс жас» жобасына қатыса алады", "ru": "Может участвовать в «Серебряном возрасте»"}
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula_2023(person, period):
        """Unemployed, older than 50 and below the pension age, within three years."""
        return (
            person("unemployed_or_in_subsidised_job", period)
            & person("past_silver_age", period)
            & ~person("reached_pension_age", period)
            & person("within_silver_age_months", period)
        )

    def formula_2023_07(person, period):
        """Unemployed, over 50, below the pension age, with an employer who may and keeps the worker afterwards."""
        return (
            person("unemployed_or_in_subsidised_job", period)
            & person("past_silver_age", period)
            & ~person("reached_pension_age", period)
            & person("within_silver_age_months", period)
            & person("employer_keeps_worker_after_subsidy", period)
            & person("employer_may_have_subsidised_jobs", period)
        )


class silver_age_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage subsidy to the employer of a worker of silver age"
    labels = {"kk": "«Күміс жас» субсидиясы", "ru": "Субсидия по «Серебряному возрасту»"}
    unit = "currency/month"
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula_2023(person, period, parameters):
        """70 % of the wage in the first year, 65 % in the second, 60 % in the third, each up to 30 indices."""
        law = parameters(period)
        share = law.subsidised_jobs.silver_age.rate
        month = person("subsidised_job_month", period)
        rate = select(
            [month <= MONTHS_IN_YEAR, month <= 2 * MONTHS_IN_YEAR],
            [share.first_year, share.second_year],
            default=share.third_year,
        )
        cap = law.subsidised_jobs.silver_age.cap * law.base.monthly_calculation_index
        job = person("subsidised_job", period)
        due = person("silver_age_eligible", period) & (job == job.possible_values.silver_age)
        return where(due, round_to_unit(minimum(rate * person("wage", period), cap)), 0)


# Contract of generations


class young_for_contract_of_generations(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Not older than the age limit of a contract of generations"
    labels = {"kk": "«Ұрпақтар келісімшарты» жас шегінен аспаған", "ru": "Не старше возраста «Контракта поколений»"}
    reference = "SUBJOBOLD"

    def formula_2022(person, period, parameters):
        """29 at most."""
        law = parameters(period).subsidised_jobs.contract_of_generations
        return person("age_at_subsidised_job", period) <= law.age


class graduated_recently_for_contract(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Finished vocational or higher studies within the last two years"
    labels = {"kk": "Оқуын соңғы екі жылда бітірген", "ru": "Окончил учёбу в последние два года"}
    reference = "SUBJOBOLD"

    def formula_2022(person, period, parameters):
        """A graduate, no more than two years before the contract."""
        law = parameters(period).subsidised_jobs.contract_of_generations
        finished = person("studies_finished_date", period)
        entry = person("subsidised_job_entry_date", period)
        return happened(finished) & (finished <= entry) & (entry <= add_years(finished, law.years_since_study))


class within_contract_of_generations_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Holds no subsidised job, or one under a contract of generations within its months"
    labels = {"kk": "«Ұрпақтар келісімшарты» мерзімі ішінде", "ru": "В пределах срока «Контракта поколений»"}
    reference = "SUBJOBOLD"

    def formula_2022(person, period, parameters):
        """At most six months."""
        law = parameters(period).subsidised_jobs.contract_of_generations
        job = person("subsidised_job", period)
        in_time = person("subsidised_job_month", period) <= law.months
        return (job == job.possible_values.none) | ((job == job.possible_values.contract_of_generations) & in_time)


class contract_of_generations_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May work under a contract of generations"
    labels = {"kk": "«Ұрпақтар келісімшартына» қатыса алады", "ru": "Может работать по «Контракту поколений»"}
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula_2022(person, period):
        """An unemployed young graduate who works beside a worker near the pension age."""
        return (
            person("unemployed_or_in_subsidised_job", period)
            & person("young_for_contract_of_generations", period)
            & person("graduated_recently_for_contract", period)
            & person("works_beside_older_worker", period)
            & person("within_contract_of_generations_months", period)
        )

    def formula_2023_07(person, period):
        """An unemployed young graduate beside a worker near the pension age, with an employer who meets the conditions."""
        return (
            person("unemployed_or_in_subsidised_job", period)
            & person("young_for_contract_of_generations", period)
            & person("graduated_recently_for_contract", period)
            & person("works_beside_older_worker", period)
            & person("within_contract_of_generations_months", period)
            & person("employer_may_have_subsidised_jobs", period)
        )


class contract_of_generations_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidy to the employer under a contract of generations"
    labels = {"kk": "«Ұрпақтар келісімшарты» субсидиясы", "ru": "Субсидия по «Контракту поколений»"}
    unit = "currency/month"
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula_2022(person, period):
        """What the career centre set, for those under such a contract."""
        job = person("subsidised_job", period)
        due = person("contract_of_generations_eligible", period) & (job == job.possible_values.contract_of_generations)
        return where(due, person("contract_of_generations_subsidy_set", period), 0)


# What the state and the employer pay


class subsidised_job_fixed_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pay of public works, youth practice or a first job"
    labels = {"kk": "Субсидияланатын жұмыстың ақысы", "ru": "Оплата на субсидируемом месте"}
    unit = "currency/month"
    reference = ["SUBJOBOLD", "NATPROJ2021", "SUBJOB2023"]

    def formula_2022(person, period):
        """The measures whose pay is fixed; only one is held at a time."""
        return (
            person("public_works_pay", period)
            + person("youth_practice_pay", period)
            + person("first_job_subsidy", period)
        )


class subsidised_job_pay_beside_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pay of public works, youth practice or a first job that is not stated as a wage"
    labels = {
        "kk": "Субсидияланатын жұмыстың жалақы ретінде көрсетілмеген ақысы",
        "ru": "Оплата на субсидируемом месте, не указанная как заработная плата",
    }
    unit = "currency/month"
    reference = ["SUBJOBOLD", "NATPROJ2021", "SUBJOB2023"]

    def formula_2022(person, period):
        """Fixed pay as far as it is not stated as a wage."""
        return maximum(person("subsidised_job_fixed_pay", period) - person("wage", period), 0)


class subsidised_job_employer_share(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Part of the wage of a subsidised job that the employer pays"
    labels = {"kk": "Жалақының жұмыс беруші төлейтін бөлігі", "ru": "Часть зарплаты за счёт работодателя"}
    unit = "currency/month"
    reference = ["SUBJOBOLD", "SUBJOB2023"]

    def formula_2022(person, period):
        """The wage above the subsidy, while one is paid; of public works it was not found."""
        subsidy = (
            person("youth_practice_pay", period)
            + person("first_job_subsidy", period)
            + person("silver_age_subsidy", period)
            + person("contract_of_generations_subsidy", period)
        )
        return where(subsidy > 0, maximum(person("wage", period) - subsidy, 0), 0)
