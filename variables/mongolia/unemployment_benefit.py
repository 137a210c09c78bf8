"""Unemployment benefit from the Social Insurance Fund: the law of 1994 to 2023, the law of 2023 from 2024."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    MONTHS_IN_YEAR,
    NEVER,
    Person,
    Variable,
    add_days,
    add_months,
    add_working_days,
    add_years,
    clip,
    first_day,
    happened,
    last_day,
    maximum,
    minimum,
    on_the_day,
    round_to_unit,
    select,
    where,
    working_days_between,
)

# What the claimant states, or the employment and insurance offices record


class unemployment_insured_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of unemployment premiums, paid as a compulsorily insured employee, before the job was lost"
    unit = "month"
    reference = ["UB1994 Art. 2", "BEN2023"]


class unemployment_insured_months_in_a_row(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "The last of these months that follow one another without a gap, up to the loss of the job"
    unit = "month"
    reference = ["UB1994 Art. 2", "BEN2023"]


class employer_settlement_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day of the final settlement with the employer; where none is stated, the day the employment ended"
    unit = "date"
    reference = ["UB1994 Art. 5", "BEN2023"]


class has_valid_reason_for_late_registration(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A valid reason kept the person from registering earlier"
    reference = ["UB1994 Art. 5", "BEN2023"]


class lost_full_time_job(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "The job that was lost was a full-time one"
    labels = {"mn": "Бүтэн цагийн ажлаас гарсан"}
    reference = "UBPROC2021"


class skipped_arranged_temporary_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Skipped temporary paid work arranged by the employment office"
    reference = ["UB1994", "BEN2023"]


class missed_insured_training(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Did not attend the vocational training paid by the insurer"
    reference = ["UB1994", "BEN2023"]


class prison_sentence_start_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day a prison sentence under a final judgment began"
    unit = "date"
    reference = ["UB1994", "BEN2023"]


class years_without_unemployment_claim(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Years in a row in which no worker of the employer claimed unemployment benefit"
    unit = "year"
    reference = "UB1994"


# The conditions


class employment_contract_ended(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employment has ended"
    labels = {"mn": "Хөдөлмөрийн харилцаа дуусгавар болсон"}
    reference = ["UB1994 Art. 2", "BEN2023"]

    def formula(person, period):
        """The employment ended on or before the day of registration."""
        lost = person("job_loss_date", period)
        return happened(lost) & (lost <= person("unemployment_registration_date", period))


class worked_qualifying_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Paid unemployment premiums for at least the qualifying months"
    labels = {"mn": "Хуульд заасан хугацаанаас доошгүй сар ажилгүйдлийн даатгалын шимтгэл төлсөн"}
    reference = ["UB1994 Art. 2", "BEN2023"]

    def formula_2005(person, period, parameters):
        """At least 24 months of premiums before the job was lost."""
        law = parameters(period).unemployment_benefit
        return person("unemployment_insured_months", period) >= law.qualifying_months


class worked_last_months_in_a_row(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Paid the premiums of the last months before the loss of the job without a gap"
    labels = {"mn": "Ажилгүй болохын өмнөх сүүлийн саруудад шимтгэлийг тасралтгүй төлсөн"}
    reference = ["UB1994 Art. 2", "BEN2023"]

    def formula_2005(person, period, parameters):
        """The last 9 months of premiums are in a row."""
        law = parameters(period).unemployment_benefit
        return person("unemployment_insured_months_in_a_row", period) >= law.qualifying_last_months


class claimed_within_window(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Registered within the days allowed after settling with the employer"
    labels = {"mn": "Ажил олгогчтой тооцоо дууссанаас хойш хуулийн хугацаанд бүртгүүлсэн"}
    reference = ["UB1994 Art. 5", "BEN2023"]

    def formula_2005(person, period, parameters):
        """Within 14 days of the settlement, or within three months where a valid reason delayed it."""
        law = parameters(period).unemployment_benefit
        settlement = person("employer_settlement_date", period)
        settled = where(happened(settlement), settlement, person("job_loss_date", period))
        deadline = where(
            person("has_valid_reason_for_late_registration", period),
            add_months(settled, law.registration_months_with_reason),
            add_days(settled, law.registration_days),
        )
        return person("unemployment_registration_date", period) <= deadline


class recognised_as_unemployed(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Registered as a job-seeker with the employment office or, where there is none, the insurance office"
    labels = {"mn": "Ажил хайгч иргэнээр бүртгэгдсэн"}
    reference = ["UB1994 Art. 5", "BEN2023", "EP2011"]

    def formula(person, period):
        """The office has the person on its register."""
        return person("is_registered_unemployed", period)


class requalified_for_repeat_award(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A first award, or enough further months of premiums since the previous one"
    labels = {"mn": "Тэтгэмжийг анх удаа авч байгаа, эсвэл дахин авахад шаардагдах сарын шимтгэл төлсөн"}
    reference = ["UB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """No previous award, or at least 12 further months of premiums since it ended."""
        law = parameters(period).unemployment_benefit
        return ~happened(person("previous_unemployment_award_end", period)) | (
            person("months_worked_since_previous_award", period) >= law.requalification_months
        )


class meets_unemployment_duties(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Meets the duties of a claimant: suitable jobs, arranged temporary work and training are not turned down"
    labels = {"mn": "Тэтгэмж авагчийн үүргээ биелүүлж байгаа"}
    reference = ["UB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """Fewer than two refusals, no temporary paid work skipped, no training of the insurer missed."""
        law = parameters(period).unemployment_benefit
        return (
            (person("refusals_of_suitable_work", period) < law.refusals_allowed)
            & ~person("skipped_arranged_temporary_work", period)
            & ~person("missed_insured_training", period)
        )


# The working days of the award


class unemployment_benefit_maximum_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Working days for which unemployment benefit is awarded"
    unit = "working_day"
    reference = ["UB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """76; 40 for those who left at own request or were dismissed for repeated or serious breach of discipline."""
        law = parameters(period).unemployment_benefit.duration
        reason = person("job_loss_reason", period)
        kinds = reason.possible_values
        own_doing = (reason == kinds.own_request) | (reason == kinds.breach)
        return where(own_doing, law.days_after_leaving, law.days)


class unemployment_benefit_start(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "Day from which the working days of unemployment benefit are counted"
    unit = "date"
    reference = ["UB1994", "BEN2023"]

    def formula(person, period):
        """The day of registration."""
        return person("unemployment_registration_date", period)


class unemployment_benefit_end(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "Last day for which unemployment benefit can be paid"
    unit = "date"
    reference = ["UB1994", "BEN2023"]

    def formula(person, period):
        """The last of the working days awarded, or the day before a job or a prison sentence began."""
        days = person("unemployment_benefit_maximum_days", period)
        full_term = add_working_days(person("unemployment_benefit_start", period), days - 1)
        ended = minimum(person("job_start_date", period), person("prison_sentence_start_date", period))
        return minimum(full_term, add_days(ended, -1))


class unemployment_benefit_spell_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Working days of the whole spell for which unemployment benefit is due"
    unit = "working_day"
    reference = ["UB1994", "BEN2023"]

    def formula(person, period):
        """From the first day to the last, both counted."""
        after_end = add_days(person("unemployment_benefit_end", period), 1)
        days = working_days_between(person("unemployment_benefit_start", period), after_end)
        return clip(days, 0, person("unemployment_benefit_maximum_days", period))


class unemployment_benefit_days_before_month(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Working days of the spell that passed before the month"
    unit = "working_day"
    reference = ["UB1994", "BEN2023"]

    def formula(person, period):
        """From the first day of the spell to the day before the month."""
        passed = working_days_between(person("unemployment_benefit_start", period), first_day(period))
        return clip(passed, 0, person("unemployment_benefit_spell_days", period))


class unemployment_benefit_days_to_end_of_month(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Working days of the spell that have passed by the end of the month"
    unit = "working_day"
    reference = ["UB1994", "BEN2023"]

    def formula(person, period):
        """From the first day of the spell to the last day of the month."""
        next_month = add_days(last_day(period), 1)
        passed = working_days_between(person("unemployment_benefit_start", period), next_month)
        return clip(passed, 0, person("unemployment_benefit_spell_days", period))


class unemployment_benefit_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Working days of the month for which unemployment benefit is due"
    unit = "working_day"
    reference = ["UB1994", "BEN2023"]

    def formula(person, period):
        """Those passed by the end of the month less those passed before it."""
        before = person("unemployment_benefit_days_before_month", period)
        return person("unemployment_benefit_days_to_end_of_month", period) - before


class unemployment_benefit_within_duration(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Within the working days for which unemployment benefit is paid"
    labels = {"mn": "Тэтгэмж олгох ажлын өдөр энэ сард байгаа"}
    reference = ["UB1994", "BEN2023"]

    def formula(person, period):
        """At least a working day of the month lies between the first and the last day of payment."""
        return person("unemployment_benefit_days", period) > 0


# Entitlement


class unemployment_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to unemployment benefit"
    labels = {"mn": "Ажилгүйдлийн тэтгэмж авах эрхтэй"}
    reference = ["UB1994 Art. 2", "UBPROC2021", "BEN2023"]

    def formula_2005(person, period):
        """Employment ended, 24 months of premiums and the last 9 in a row, registered in time, duties met."""
        return (
            person("employment_contract_ended", period)
            & person("worked_qualifying_months", period)
            & person("worked_last_months_in_a_row", period)
            & person("claimed_within_window", period)
            & person("recognised_as_unemployed", period)
            & person("requalified_for_repeat_award", period)
            & person("meets_unemployment_duties", period)
            & person("unemployment_benefit_within_duration", period)
        )

    def formula_2021_07_21(person, period):
        """The same, and the job that was lost was a full-time one (UBPROC2021)."""
        return (
            person("employment_contract_ended", period)
            & person("worked_qualifying_months", period)
            & person("worked_last_months_in_a_row", period)
            & person("claimed_within_window", period)
            & person("recognised_as_unemployed", period)
            & person("lost_full_time_job", period)
            & person("requalified_for_repeat_award", period)
            & person("meets_unemployment_duties", period)
            & person("unemployment_benefit_within_duration", period)
        )


# The amount


class unemployment_benefit_rate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Share of the average wage paid as unemployment benefit"
    unit = "/1"
    reference = ["UB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """45 % under five insured years, 50 % under ten, 60 % under fifteen, 70 % from fifteen."""
        law = parameters(period).unemployment_benefit
        record = person("insured_months", period)
        years = law.insured_years
        return select(
            [
                record >= years.highest * MONTHS_IN_YEAR,
                record >= years.third * MONTHS_IN_YEAR,
                record >= years.second * MONTHS_IN_YEAR,
            ],
            [law.rate.highest, law.rate.third, law.rate.second],
            default=law.rate.lowest,
        )


class unemployment_benefit_full_month(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Unemployment benefit for a full month"
    labels = {"mn": "Бүтэн сард ногдох ажилгүйдлийн тэтгэмж"}
    unit = "currency/month"
    reference = ["UB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """The share of the average wage, at least three quarters of the minimum wage of the day of registration."""
        floor = on_the_day(
            parameters,
            person("unemployment_registration_date", period),
            period,
            lambda law: law.unemployment_benefit.floor * law.base.minimum_wage.monthly,
            since=add_years(first_day(period), -1),  # no award runs for a year
        )
        share = person("unemployment_benefit_rate", period)
        return maximum(share * person("previous_average_wage", period), floor)


class unemployment_benefit_entitlement(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Unemployment benefit for the whole spell"
    labels = {"mn": "Нийт хугацаанд олгох ажилгүйдлийн тэтгэмж"}
    unit = "currency"
    reference = ["UB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """The amount of a full month, divided by 21.2, for each working day of the spell."""
        divisor = parameters(period).unemployment_benefit.month_working_days
        days = person("unemployment_benefit_spell_days", period)
        amount = person("unemployment_benefit_full_month", period) * days / divisor
        return where(person("unemployment_benefit_eligible", period), round_to_unit(amount), 0)


class unemployment_benefit(Variable):
    label = "Unemployment benefit"
    labels = {"mn": "Ажилгүйдлийн тэтгэмж"}
    reference = ["UB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """What is due to the end of the month less what was due before it, so that the months add up to the whole."""
        divisor = parameters(period).unemployment_benefit.month_working_days
        full_month = person("unemployment_benefit_full_month", period)
        due = round_to_unit(full_month * person("unemployment_benefit_days_to_end_of_month", period) / divisor)
        due_before = round_to_unit(full_month * person("unemployment_benefit_days_before_month", period) / divisor)
        return where(person("unemployment_benefit_eligible", period), due - due_before, 0)


# The employer's premium, to 2023


class employer_unemployment_premium_discount(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2023-12-31"
    label = "Cut in the employer's unemployment premium after years without a claim"
    unit = "/1"
    reference = "UB1994"

    def formula_2005(person, period, parameters):
        """10 % after five years in a row in which none of the employer's workers claimed."""
        law = parameters(period).unemployment_benefit.employer_discount
        return where(person("years_without_unemployment_claim", period) >= law.years, law.rate, 0)
