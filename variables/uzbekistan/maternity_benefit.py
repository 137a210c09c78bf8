"""Maternity benefit: from the employer, and the state in the private sector, to 2025; from social insurance since."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    clip,
    days_between,
    first_day,
    in_month,
    last_day,
    on_the_day,
    round_to_unit,
    select,
    where,
)

# What the woman or her employer states


class months_with_employer(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of service with the present employer at the start of the leave"
    unit = "month"
    reference = "PKM314 item 35"


class months_in_private_employment(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of formal employment in the private sector without a break of more than a month"
    unit = "month"
    reference = "UP175"


class maternity_daily_divisor(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    default_value = 30
    label = "Days a month counts as in the pay for a day of leave; 30 is our own choice, the law's number was not found"
    unit = "day"
    reference = "SOCREG"


# The leave


class maternity_leave_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Days of maternity leave"
    unit = "day"
    reference = "LC Art. 404"

    def formula_2015_09(person, period, parameters):
        """70 days before and 56 after the birth, or 70 where it is complicated or of two or more children."""
        law = parameters(period).maternity_benefit.leave
        complicated = person("complicated_or_multiple_birth", period)
        return law.days_before + where(complicated, law.days_after_complicated, law.days_after)


class maternity_leave_days_before_month(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Days of the leave that passed before the month"
    unit = "day"
    reference = "LC Art. 404"

    def formula(person, period):
        """From the first day of leave to the day before the month."""
        passed = days_between(person("maternity_leave_start", period), first_day(period))
        return clip(passed, 0, person("maternity_leave_days", period))


class maternity_leave_days_to_end_of_month(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Days of the leave that have passed by the end of the month"
    unit = "day"
    reference = "LC Art. 404"

    def formula(person, period):
        """From the first day of leave to the last day of the month."""
        passed = days_between(person("maternity_leave_start", period), last_day(period)) + 1
        return clip(passed, 0, person("maternity_leave_days", period))


# The conditions


class on_maternity_leave(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "On maternity leave on at least a day of the month"
    labels = {"uz": "Homiladorlik va tug'ish ta'tilida", "ru": "Находится в отпуске по беременности и родам"}
    reference = "LC Art. 404"

    def formula(person, period):
        """Days of the leave lie in the month."""
        before = person("maternity_leave_days_before_month", period)
        return person("maternity_leave_days_to_end_of_month", period) > before


class works_formally_for_employer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Works formally for an employer"
    labels = {"uz": "Ish beruvchida rasman ishlaydi", "ru": "Официально работает у работодателя"}
    reference = ["LC Art. 404", "REG1136"]

    def formula(person, period):
        """In formal work that is not self-employment or the person's own farm."""
        status = person("activity_status", period)
        kinds = status.possible_values
        on_own_account = (status == kinds.self_employed) | (status == kinds.farmer)
        return person("is_formally_employed", period) & ~on_own_account


class insured_under_social_insurance(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Insured under state social insurance, by formal work or a voluntary contribution"
    labels = {
        "uz": "Davlat ijtimoiy sug'urtasi bilan qamrab olingan",
        "ru": "Участник государственного социального страхования",
    }
    reference = ["SOCINS", "UP206"]

    def formula_2026(person, period):
        """Formal workers are insured without a contribution of their own; others by the voluntary one."""
        return person("is_formally_employed", period) | person("is_voluntarily_insured", period)


class has_maternity_insurance_record(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has the insurance record that maternity benefit needs"
    labels = {"uz": "Kamida 10 oylik sug'urta stajiga ega", "ru": "Имеет страховой стаж не менее 10 месяцев"}
    reference = "SOCREG"

    def formula_2026(person, period, parameters):
        """At least ten months; the record on the first day of leave counts, to be stated for each month of it."""
        return person("insured_months", period) >= parameters(period).maternity_benefit.insurance.minimum_months


class maternity_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to maternity benefit"
    labels = {"uz": "Homiladorlik va tug'ish nafaqasiga haqli", "ru": "Имеет право на пособие по беременности и родам"}
    reference = ["LC Art. 404", "SOCREG"]

    def formula_2015_09(person, period):
        """On leave from formal work for an employer."""
        return person("on_maternity_leave", period) & person("works_formally_for_employer", period)

    def formula_2026(person, period):
        """On leave, insured, and with at least ten months of record."""
        return (
            person("on_maternity_leave", period)
            & person("insured_under_social_insurance", period)
            & person("has_maternity_insurance_record", period)
        )


# The amount for the leave


class maternity_rate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Share of the average wage paid during maternity leave"
    unit = "/1"
    reference = ["LC Art. 404", "PKM314 item 35", "SOCREG"]

    def formula_2015_09(person, period, parameters):
        """The whole average wage; from the new Labour Code at least 75 % of it."""
        return person.filled_array(parameters(period).maternity_benefit.employer.rate)

    def formula_2024_05_31(person, period, parameters):
        """75 %, or the whole after more than twelve months with the present employer (PKM314 item 35)."""
        law = parameters(period).maternity_benefit.employer
        long_service = person("months_with_employer", period) > law.long_service.months
        return where(long_service, law.long_service.rate, law.rate)

    def formula_2026(person, period, parameters):
        """75 % after 10 to 24 months of record, 85 % after 25 to 60, 100 % after 61 or more."""
        law = parameters(period).maternity_benefit.insurance
        record = person("insured_months", period)
        return select(
            [record >= law.long_record_months, record >= law.middle_record_months, record >= law.minimum_months],
            [law.rate.long_record, law.rate.middle_record, law.rate.short_record],
            default=0,
        )


class maternity_monthly_amount(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Maternity benefit for a full month"
    labels = {"uz": "To'liq oy uchun nafaqa", "ru": "Пособие за полный месяц"}
    unit = "currency/month"
    reference = ["LC Art. 404", "SOCREG"]

    def formula(person, period):
        """The share of the average monthly wage."""
        return person("maternity_rate", period) * person("previous_average_wage", period)


class maternity_total(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Maternity benefit for the whole leave"
    labels = {"uz": "Butun ta'til uchun nafaqa", "ru": "Пособие за весь отпуск"}
    unit = "currency"
    reference = ["LC Art. 404", "SOCREG"]

    def formula(person, period):
        """The monthly amount for each day of leave, a month counted as so many days."""
        days = person("maternity_leave_days", period)
        amount = person("maternity_monthly_amount", period)
        return round_to_unit(amount * days / person("maternity_daily_divisor", period))


class maternity_leave_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pay for the days of maternity leave in the month"
    labels = {"uz": "Oydagi ta'til kunlari uchun nafaqa", "ru": "Пособие за дни отпуска в этом месяце"}
    unit = "currency/month"
    reference = ["LC Art. 404", "SOCREG"]

    def formula(person, period):
        """What is due to the end of the month less what was due before it, so that the months add up to the total."""
        total = person("maternity_total", period)
        days = person("maternity_leave_days", period)
        due = round_to_unit(total * person("maternity_leave_days_to_end_of_month", period) / days)
        due_before = round_to_unit(total * person("maternity_leave_days_before_month", period) / days)
        return due - due_before


# The state's grant in the private sector, September 2022 to December 2025


class maternity_leave_begins_in_month(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2025-12-31"
    label = "Maternity leave begins in the month"
    labels = {"uz": "Ta'til shu oyda boshlanadi", "ru": "Отпуск начинается в этом месяце"}
    reference = "UP175"

    def formula_2022_09(person, period):
        """The grant is paid once, with the first day of leave."""
        return in_month(person("maternity_leave_start", period), period)


class works_in_private_sector(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2025-12-31"
    label = "Works formally in the private sector"
    labels = {"uz": "Xususiy sektorda rasman ishlaydi", "ru": "Официально работает в частном секторе"}
    reference = "UP175"

    def formula_2022_09(person, period):
        """Formally, for an employer that is neither a budget organisation nor a state firm."""
        sector = person("employer_sector", period)
        kinds = sector.possible_values
        private = (sector == kinds.private) | (sector == kinds.farm_cooperative)
        return person("works_formally_for_employer", period) & private


class employed_long_enough_in_private_sector(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2025-12-31"
    label = "Employed in the private sector for at least the months the grant needs"
    labels = {"uz": "Xususiy sektorda kamida 6 oy ishlagan", "ru": "Проработала в частном секторе не менее 6 месяцев"}
    reference = "UP175"

    def formula_2022_09(person, period, parameters):
        """Six months or more, without a break of more than one month."""
        law = parameters(period).maternity_benefit.private_sector
        return person("months_in_private_employment", period) >= law.minimum_months


class private_sector_maternity_grant_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2025-12-31"
    label = "Entitled to the state's maternity grant in the private sector"
    labels = {
        "uz": "Xususiy sektordagi davlat homiladorlik nafaqasiga haqli",
        "ru": "Имеет право на государственное пособие по беременности в частном секторе",
    }
    reference = "UP175"

    def formula_2022_09(person, period):
        """Goes on leave in the month from the private sector, after at least six months of formal work there."""
        return (
            person("maternity_leave_begins_in_month", period)
            & person("works_in_private_sector", period)
            & person("employed_long_enough_in_private_sector", period)
        )


class private_sector_maternity_grant(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2025-12-31"
    label = "The state's one-off maternity grant in the private sector"
    labels = {
        "uz": "Xususiy sektordagi bir martalik davlat homiladorlik nafaqasi",
        "ru": "Единовременное государственное пособие по беременности в частном секторе",
    }
    unit = "currency/month"
    reference = "UP175"

    def formula_2022_09(person, period, parameters):
        """Four times the minimum consumption expenditure of the first day of leave."""
        start = person("maternity_leave_start", period)
        times = on_the_day(parameters, start, period, lambda law: law.maternity_benefit.private_sector.amount)
        expenditure = on_the_day(parameters, start, period, lambda law: law.base.minimum_consumption_expenditure)
        return where(person("private_sector_maternity_grant_eligible", period), round_to_unit(times * expenditure), 0)


class maternity_benefit(Variable):
    label = "Maternity benefit"
    labels = {"uz": "Homiladorlik va tug'ish nafaqasi", "ru": "Пособие по беременности и родам"}
    reference = ["LC Art. 404", "UP175", "SOCREG"]

    def formula_2015_09(person, period):
        """The pay for the days of leave in the month, and the private-sector grant."""
        leave_pay = where(person("maternity_benefit_eligible", period), person("maternity_leave_pay", period), 0)
        return leave_pay + person("private_sector_maternity_grant", period)
