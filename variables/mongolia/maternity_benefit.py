"""Maternity benefit from the Social Insurance Fund: four months, paid by their working days."""

import datetime

from openfisca_country.law import (
    MONTH,
    NEVER,
    Person,
    Variable,
    add_days,
    add_months,
    clip,
    first_day,
    last_day,
    round_to_unit,
    where,
    working_days_between,
)

# What the woman or her employer states


class pregnancy_ended_early(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The pregnancy ended early"
    reference = ["PB1994", "BEN2023"]


class pregnancy_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Days that a pregnancy which ended early had lasted"
    unit = "day"
    reference = ["PB1994", "BEN2023"]


class early_child_is_viable(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The child of a pregnancy that ended early is viable"
    reference = ["PB1994", "BEN2023"]


class born_during_childcare_leave(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The child is born during the leave to care for an earlier child, for whom maternity benefit was paid"
    reference = ["PB-A2017", "BEN2023"]


# The leave


class maternity_leave_end(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "Last day of maternity leave that is paid"
    unit = "date"
    reference = ["PB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """The day before four months are over."""
        law = parameters(period).maternity_benefit.duration
        return add_days(add_months(person("maternity_leave_start", period), law.months), -1)

    def formula_2024(person, period, parameters):
        """The day before four months are over, and twenty days more where twins were born."""
        law = parameters(period).maternity_benefit.duration
        four_months = add_months(person("maternity_leave_start", period), law.months)
        extra_days = where(person("children_born", period) > 1, law.extra_days_twins, 0)
        return add_days(four_months, extra_days - 1)


class maternity_leave_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Working days of maternity leave that are paid"
    unit = "working_day"
    reference = ["PB1994", "BEN2023"]

    def formula(person, period):
        """Mondays to Fridays from the first to the last day of the leave."""
        after_end = add_days(person("maternity_leave_end", period), 1)
        return working_days_between(person("maternity_leave_start", period), after_end)


class maternity_leave_days_before_month(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Working days of the leave that passed before the month"
    unit = "working_day"
    reference = ["PB1994", "BEN2023"]

    def formula(person, period):
        """From the first day of leave to the day before the month."""
        passed = working_days_between(person("maternity_leave_start", period), first_day(period))
        return clip(passed, 0, person("maternity_leave_days", period))


class maternity_leave_days_to_end_of_month(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Working days of the leave that have passed by the end of the month"
    unit = "working_day"
    reference = ["PB1994", "BEN2023"]

    def formula(person, period):
        """From the first day of leave to the last day of the month."""
        next_month = add_days(last_day(period), 1)
        passed = working_days_between(person("maternity_leave_start", period), next_month)
        return clip(passed, 0, person("maternity_leave_days", period))


# The conditions


class on_maternity_leave(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "On paid maternity leave on at least a working day of the month"
    labels = {"mn": "Жирэмсний болон амаржсаны амралттай"}
    reference = ["PB1994", "BEN2023"]

    def formula(person, period):
        """Working days of the leave lie in the month."""
        before = person("maternity_leave_days_before_month", period)
        return person("maternity_leave_days_to_end_of_month", period) > before


class pregnancy_counts_for_maternity_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The pregnancy did not end early, or lasted long enough, or the child is viable"
    labels = {"mn": "Жирэмслэлтийн хугацаа тэтгэмж олгох шаардлага хангасан"}
    reference = ["PB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """A pregnancy that ended early counts after 196 days, a shorter one where the child is viable."""
        long_enough = person("pregnancy_days", period) >= parameters(period).maternity_benefit.pregnancy_days
        return ~person("pregnancy_ended_early", period) | long_enough | person("early_child_is_viable", period)


class has_maternity_insurance_record(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has the insurance record that maternity benefit needs"
    labels = {"mn": "Амралт эхлэхээс өмнө тэтгэмжийн даатгалын шимтгэлийг шаардлагатай хугацаанд төлсөн"}
    reference = ["PB1994", "PB-A2017", "BEN2023"]

    def formula_2005(person, period, parameters):
        """Twelve months, the last six in a row; the record on the first day of leave counts in each month of it."""
        law = parameters(period).maternity_benefit
        return (person("insured_months", period) >= law.qualifying_months) & (
            person("insured_months_in_a_row", period) >= law.qualifying_last_months
        )

    def formula_2020(person, period, parameters):
        """The same, or a child born during the childcare leave for an earlier one."""
        law = parameters(period).maternity_benefit
        record = (person("insured_months", period) >= law.qualifying_months) & (
            person("insured_months_in_a_row", period) >= law.qualifying_last_months
        )
        return record | person("born_during_childcare_leave", period)


class maternity_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to maternity benefit"
    labels = {"mn": "Жирэмсний болон амаржсаны тэтгэмж авах эрхтэй"}
    reference = ["PB1994", "BEN2023"]

    def formula(person, period):
        """On leave, after a pregnancy that counts, with the insurance record."""
        return (
            person("on_maternity_leave", period)
            & person("pregnancy_counts_for_maternity_benefit", period)
            & person("has_maternity_insurance_record", period)
        )


# The amount


class maternity_rate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Share of the average wage paid during maternity leave"
    unit = "/1"
    reference = ["PB1994", "PB-A2017", "BEN2023"]

    def formula_2005(person, period, parameters):
        """The whole for the compulsorily insured; for the voluntarily insured 70 %, from 2020 the whole."""
        rate = parameters(period).maternity_benefit.rate
        return where(person("is_voluntarily_insured", period), rate.voluntary, rate.compulsory)


class maternity_monthly_amount(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Maternity benefit for a full month"
    labels = {"mn": "Бүтэн сард ногдох жирэмсний болон амаржсаны тэтгэмж"}
    unit = "currency/month"
    reference = ["PB1994", "BEN2023"]

    def formula(person, period):
        """The share of the average monthly wage."""
        return person("maternity_rate", period) * person("previous_average_wage", period)


class maternity_total(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Maternity benefit for the whole leave"
    labels = {"mn": "Амралтын нийт хугацаанд олгох тэтгэмж"}
    unit = "currency"
    reference = ["PB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """The monthly amount, divided by the working days of a month, for each working day of the leave."""
        divisor = parameters(period).sickness_benefit.month_working_days
        amount = person("maternity_monthly_amount", period) * person("maternity_leave_days", period) / divisor
        return where(person("maternity_benefit_eligible", period), round_to_unit(amount), 0)


class maternity_benefit(Variable):
    label = "Maternity benefit"
    labels = {"mn": "Жирэмсний болон амаржсаны тэтгэмж"}
    reference = ["PB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """What is due to the end of the month less what was due before it, so that the months add up to the total."""
        divisor = parameters(period).sickness_benefit.month_working_days
        amount = person("maternity_monthly_amount", period)
        due = round_to_unit(amount * person("maternity_leave_days_to_end_of_month", period) / divisor)
        due_before = round_to_unit(amount * person("maternity_leave_days_before_month", period) / divisor)
        return where(person("maternity_benefit_eligible", period), due - due_before, 0)
