"""Unemployment benefit: the Law on employment of 2020, and Decree UP-126 from November 2025."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Person,
    Variable,
    add_days,
    add_months,
    add_weeks,
    calendar_months_between,
    days_in_force,
    days_in_month,
    first_day,
    happened,
    maximum,
    minimum,
    month_of,
    round_to_unit,
    select,
    where,
)

# What the claimant states, or the employment service records


class worked_months_in_lookback(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months worked in the five years before the employment contract ended"
    unit = "month"
    reference = "UP126 item 3"


class unemployment_weeks_already_paid(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Weeks of unemployment benefit already paid in the 12 months before registration"
    unit = "week"
    reference = "EMP2020"


class failed_to_appear(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Did not appear at the employment service within ten days, without good reason"
    reference = "EMP2020 Art. 45"


class keeps_in_touch(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Seeks work and visits the labour office at least every two weeks"
    reference = "EMP2020"


class unemployment_benefit_breach_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day of an unjustified absence from an arranged interview, or of a refusal of suitable work, while paid"
    unit = "date"
    reference = "UP126 item 3"


class start_up_support_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day a business or household-plot subsidy, or a microloan of the Employment Fund, was received"
    unit = "date"
    reference = "EMP2020"


class average_wage_stop(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Average wage that the benefit may not exceed; zero for no such stop (its meaning in the law is open)"
    unit = "currency/month"
    reference = "EMP2020"


# The three kinds of claimant, to October 2025


class lost_job_recently(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2025-10-31"
    label = "Lost job and pay within the last 12 months before registration"
    reference = "EMP2020"

    def formula_2020_10_21(person, period, parameters):
        """The job was lost no more than 12 months before registration."""
        law = parameters(period).unemployment_benefit.dismissed
        lost = person("job_loss_date", period)
        registered = person("unemployment_registration_date", period)
        return happened(lost) & (lost <= registered) & (registered <= add_months(lost, law.months))


class returns_after_long_break(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2025-10-31"
    label = "Returns to the labour market after a break of more than a year"
    reference = "EMP2020"

    def formula_2020_10_21(person, period, parameters):
        """Has worked, and the job was lost more than 12 months before registration."""
        law = parameters(period).unemployment_benefit.dismissed
        lost = person("job_loss_date", period)
        return happened(lost) & (person("unemployment_registration_date", period) > add_months(lost, law.months))


class seeks_first_job(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2025-10-31"
    label = "Has never worked, or cannot prove any service"
    reference = "EMP2020"

    def formula(person, period):
        """No earlier job has a date."""
        return ~happened(person("job_loss_date", period))


# The conditions


class of_age_to_be_unemployed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Old enough to be recognised as unemployed"
    reference = "EMP2020"

    def formula_2020_10_21(person, period, parameters):
        """Has reached the age of 16."""
        return person("age", period) >= parameters(period).unemployment_benefit.minimum_age


class has_pension_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a right to a pension"
    reference = "EMP2020 Art. 45"

    def formula(person, period):
        """An old-age, disability or survivors' pension is due."""
        return (
            (person("old_age_pension", period) > 0)
            | (person("disability_pension", period) > 0)
            | (person("survivor_pension", period) > 0)
        )


class not_placed_in_suitable_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Not placed in suitable work within the days of the job search"
    reference = "EMP2020 Art. 45"

    def formula(person, period):
        """No suitable job was found."""
        return ~person("suitable_job_found", period)


class not_excluded_from_unemployment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Not excluded: few refusals, appeared in time, no full-time study, no right to a pension"
    reference = "EMP2020 Art. 45"

    def formula_2020_10_21(person, period, parameters):
        """Fewer than two unjustified refusals, appeared within ten days, no full-time study, no pension right."""
        law = parameters(period).unemployment_benefit
        return (
            (person("refusals_of_suitable_work", period) < law.refusals_allowed)
            & ~person("failed_to_appear", period)
            & ~person("is_student", period)
            & ~person("has_pension_right", period)
        )


class recognised_as_unemployed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Recognised as unemployed"
    labels = {"uz": "Ishsiz deb e'tirof etilgan", "ru": "Признан безработным"}
    reference = "EMP2020 Art. 45"

    def formula_2020_10_21(person, period):
        """Of age, registered, not placed in suitable work, and not excluded (EMP2020 Art. 45)."""
        return (
            person("of_age_to_be_unemployed", period)
            & person("is_registered_unemployed", period)
            & person("not_placed_in_suitable_work", period)
            & person("not_excluded_from_unemployment", period)
        )


class employment_contract_ended(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employment contract has ended"
    labels = {"uz": "Mehnat shartnomasi bekor qilingan", "ru": "Трудовой договор прекращён"}
    reference = "UP126 item 3"

    def formula(person, period):
        """The contract ended on or before the day of the claim."""
        lost = person("job_loss_date", period)
        return happened(lost) & (lost <= person("unemployment_registration_date", period))


class worked_qualifying_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Worked at least the qualifying months in the look-back window"
    labels = {"uz": "Oxirgi besh yilda kamida 18 oy ishlagan", "ru": "Отработал не менее 18 месяцев за пять лет"}
    reference = "UP126 item 3"

    def formula_2025_11(person, period, parameters):
        """At least 18 months worked in the last five years."""
        law = parameters(period).unemployment_benefit
        return person("worked_months_in_lookback", period) >= law.qualifying_months


class claimed_within_window(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Claimed within the months allowed after the end of the contract"
    labels = {"uz": "Muddatida murojaat qilgan", "ru": "Обратился в срок"}
    reference = "UP126 item 3"

    def formula_2025_11(person, period, parameters):
        """The claim was made within six months of the end of the contract."""
        law = parameters(period).unemployment_benefit
        deadline = add_months(person("job_loss_date", period), law.claim_window_months)
        return person("unemployment_registration_date", period) <= deadline


class requalified_for_repeat_award(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A first award, or enough further service since the previous one"
    labels = {
        "uz": "Birinchi tayinlash yoki yetarli yangi ish staji",
        "ru": "Первое назначение или достаточный новый стаж",
    }
    reference = "UP126 item 3"

    def formula_2025_11(person, period, parameters):
        """No previous award, or at least 12 further months of service since it ended."""
        law = parameters(period).unemployment_benefit
        return ~happened(person("previous_unemployment_award_end", period)) | (
            person("months_worked_since_previous_award", period) >= law.requalification_months
        )


class meets_unemployment_duties(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Meets the duties of a claimant"
    labels = {"uz": "Ishsizning majburiyatlarini bajaradi", "ru": "Выполняет обязанности безработного"}
    reference = ["EMP2020", "UP126 item 3"]

    def formula_2020_10_21(person, period):
        """Seeks work and visits the labour office at least every two weeks."""
        return person("keeps_in_touch", period)

    def formula_2025_11(person, period):
        """A breach stops payment from the first day of the following month (UP126 item 3)."""
        breach = person("unemployment_benefit_breach_date", period)
        return person("keeps_in_touch", period) & (month_of(first_day(period)) <= month_of(breach))


# Duration


class unemployment_benefit_maximum_weeks(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    end = "2025-10-31"
    label = "Longest payment in any 12 months"
    unit = "week"
    reference = ["EMP1998", "EMP2020"]

    def formula(person, period, parameters):
        """26 weeks; to October 2020, 13 weeks for first-time job-seekers."""
        law = parameters(period).unemployment_benefit
        return where(person("seeks_first_job", period), law.first_time_seeker.maximum_weeks, law.maximum_weeks)


class unemployment_benefit_start(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "Day from which unemployment benefit accrues"
    unit = "date"
    reference = ["EMP2020", "UP126 item 3"]

    def formula_2020_10_21(person, period):
        """From the first day of registration as a job-seeker."""
        return person("unemployment_registration_date", period)

    def formula_2025_11(person, period, parameters):
        """From the day after the ten days of the job search."""
        law = parameters(period).unemployment_benefit
        return add_days(person("unemployment_registration_date", period), law.job_offer_days)


class unemployment_benefit_end(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    end = "2025-10-31"
    label = "Last day for which unemployment benefit can be paid"
    unit = "date"
    reference = "EMP2020"

    def formula_2020_10_21(person, period):
        """The end of the longest payment, or the day before a job, a start-up subsidy or a microloan."""
        weeks = maximum(
            person("unemployment_benefit_maximum_weeks", period) - person("unemployment_weeks_already_paid", period), 0
        )
        full_term = add_days(add_weeks(person("unemployment_registration_date", period), weeks), -1)
        day_before_event = add_days(
            minimum(person("job_start_date", period), person("start_up_support_date", period)), -1
        )
        return minimum(full_term, day_before_event)


class unemployment_benefit_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    end = "2025-10-31"
    label = "Days of the month for which unemployment benefit is due"
    unit = "day"
    reference = "EMP2020"

    def formula_2020_10_21(person, period):
        """The days of the month that lie between the first and the last day of payment."""
        return days_in_force(
            person("unemployment_benefit_start", period), person("unemployment_benefit_end", period), period
        )


class unemployment_benefit_month(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Which month of unemployment benefit this is; zero before the first"
    unit = "month"
    reference = "UP126 item 3"

    def formula_2025_11(person, period):
        """A month of benefit is paid with the calendar month in which it begins."""
        start = person("unemployment_benefit_start", period)
        return maximum(calendar_months_between(start, first_day(period)) + 1, 0)


class unemployment_benefit_within_duration(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Within the time for which unemployment benefit is paid"
    labels = {"uz": "Nafaqa to'lanadigan muddat ichida", "ru": "В пределах срока выплаты"}
    reference = ["EMP2020", "UP126 item 3"]

    def formula_2020_10_21(person, period):
        """At least one day of the month lies within 26 weeks in 12 months."""
        return person("unemployment_benefit_days", period) > 0

    def formula_2025_11(person, period, parameters):
        """The first to the third month, before a new job or a start-up subsidy."""
        law = parameters(period).unemployment_benefit
        month = person("unemployment_benefit_month", period)
        ended = minimum(person("job_start_date", period), person("start_up_support_date", period))
        return (month >= 1) & (month <= law.maximum_months) & (first_day(period) < ended)


# Entitlement


class unemployment_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to unemployment benefit"
    labels = {"uz": "Ishsizlik nafaqasiga haqli", "ru": "Имеет право на пособие по безработице"}
    reference = ["EMP2020", "UP126 item 3"]

    def formula_2020_10_21(person, period):
        """Recognised as unemployed, meeting the duties, within the duration, and under a social contract where required."""
        return (
            person("recognised_as_unemployed", period)
            & person("meets_unemployment_duties", period)
            & person("unemployment_benefit_within_duration", period)
            & person("social_contract_satisfied", period)
        )

    def formula_2025_11(person, period):
        """Contract ended, enough work behind, claimed in time, recognised as unemployed, requalified (UP126 item 3)."""
        return (
            person("employment_contract_ended", period)
            & person("worked_qualifying_months", period)
            & person("claimed_within_window", period)
            & person("recognised_as_unemployed", period)
            & person("requalified_for_repeat_award", period)
            & person("meets_unemployment_duties", period)
            & person("unemployment_benefit_within_duration", period)
        )


class unemployment_benefit_full_month(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2025-10-31"
    label = "Unemployment benefit for a full month"
    unit = "currency/month"
    reference = "EMP2020"

    def formula_2020_10_21(person, period, parameters):
        """Half the average wage but at least the minimum wage; the flat amounts for the other two kinds of claimant."""
        law = parameters(period).unemployment_benefit
        minimum_wage = parameters(period).base.minimum_wage
        half = maximum(law.rate.month_1 * person("previous_average_wage", period), law.dismissed.floor * minimum_wage)
        stop = person("average_wage_stop", period)
        wage_related = where(stop > 0, minimum(half, stop), half)
        return select(
            [person("lost_job_recently", period), person("returns_after_long_break", period)],
            [wage_related, law.long_break.amount * minimum_wage],
            default=law.first_time_seeker.amount * minimum_wage,
        )


class unemployment_benefit(Variable):
    label = "Unemployment benefit"
    labels = {"uz": "Ishsizlik nafaqasi", "ru": "Пособие по безработице"}
    reference = ["EMP2020", "UP126 item 3"]

    def formula_2020_10_21(person, period):
        """The monthly amount, for the days due in the month."""
        amount = person("unemployment_benefit_full_month", period)
        share = person("unemployment_benefit_days", period) / days_in_month(period)
        return where(person("unemployment_benefit_eligible", period), round_to_unit(amount * share), 0)

    def formula_2025_11(person, period, parameters):
        """75 % of the average wage in the first month, 50 % in the second and third, capped (UP126 item 3)."""
        law = parameters(period).unemployment_benefit
        rate = where(person("unemployment_benefit_month", period) == 1, law.rate.month_1, law.rate.later_months)
        cap = law.cap * parameters(period).base.minimum_wage
        amount = minimum(rate * person("previous_average_wage", period), cap)
        return where(person("unemployment_benefit_eligible", period), round_to_unit(amount), 0)
