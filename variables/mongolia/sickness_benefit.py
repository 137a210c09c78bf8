"""Sickness benefit: the first working days from the employer, the others from the Social Insurance Fund."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    MONTHS_IN_YEAR,
    NEVER,
    Person,
    Variable,
    add_days,
    add_working_days,
    clip,
    first_day,
    happened,
    last_day,
    maximum,
    minimum,
    round_to_unit,
    select,
    where,
    working_days_between,
)

# What the certificate or the Fund states


class sickness_start_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "First day on the certificate of temporary incapacity"
    unit = "date"
    reference = ["PB1994", "BEN2023 Art. 3.1"]


class sickness_end_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Last day on the certificate of temporary incapacity"
    unit = "date"
    reference = ["PB1994", "BEN2023 Art. 3.1"]


class sickness_benefit_used_up_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day an earlier sickness benefit was used up"
    unit = "date"
    reference = ["PB1994", "BEN2023"]


class insured_months_since_sickness_benefit(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of contributions since an earlier sickness benefit was used up"
    unit = "month"
    reference = ["PB1994", "BEN2023"]


# The working days


class sick_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Working days of the month for which a certificate of temporary incapacity is held"
    labels = {"mn": "Эмнэлгийн хуудастай ажлын өдөр"}
    unit = "working_day"
    reference = ["PB1994", "BEN2023"]

    def formula(person, period):
        """Mondays to Fridays of the month from the first to the last day on the certificate."""
        begin = maximum(person("sickness_start_date", period), first_day(period))
        finish = minimum(person("sickness_end_date", period), last_day(period))
        return maximum(working_days_between(begin, add_days(finish, 1)), 0)


class sick_days_earlier_in_spell(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Working days of the same sickness before the month"
    unit = "working_day"
    reference = ["PB1994", "BEN2023"]

    def formula(person, period):
        """From the first day on the certificate to the day before the month."""
        return maximum(working_days_between(person("sickness_start_date", period), first_day(period)), 0)


class sick_days_paid_earlier_in_year(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Working days of sickness that the fund paid in the earlier months of the calendar year"
    unit = "working_day"
    reference = ["PB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """Those of the present sickness after the employer's; to be stated where the year had other sicknesses."""
        law = parameters(period).sickness_benefit
        from_fund = add_working_days(person("sickness_start_date", period), law.employer_days)
        begin = maximum(from_fund, first_day(period.this_year))
        finish = minimum(first_day(period), add_days(person("sickness_end_date", period), 1))
        return clip(working_days_between(begin, finish), 0, law.maximum_days)


class first_sick_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Sick days of the month that are among the first days of the sickness, which the employer pays"
    unit = "working_day"
    reference = ["PB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """The first five working days of the sickness, as far as they fall in the month."""
        law = parameters(period).sickness_benefit
        days_left = law.employer_days - person("sick_days_earlier_in_spell", period)
        return clip(days_left, 0, person("sick_days", period))


class sickness_paid_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Sick days of the month that the fund pays"
    unit = "working_day"
    reference = ["PB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """Those after the first five, but no more than 132 in a calendar year."""
        law = parameters(period).sickness_benefit
        after_first = person("sick_days", period) - person("first_sick_days", period)
        return clip(law.maximum_days - person("sick_days_paid_earlier_in_year", period), 0, after_first)


# The conditions


class on_sick_leave(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Holds a certificate of temporary incapacity for working days of the month"
    labels = {"mn": "Хөдөлмөрийн чадвар түр алдсан тухай эмнэлгийн хуудастай"}
    reference = ["PB1994", "BEN2023"]

    def formula(person, period):
        """At least a working day of the month is certified."""
        return person("sick_days", period) > 0


class sickness_not_from_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = (
        "The incapacity is not due to an industrial accident or an occupational disease, which have their own benefit"
    )
    labels = {"mn": "Үйлдвэрлэлийн осол, мэргэжлээс шалтгаалсан өвчний улмаас биш"}
    reference = ["IAOD1994", "IAOD2023"]

    def formula(person, period):
        """The ordinary benefit is paid for ordinary sickness."""
        return ~person("sickness_from_work", period)


class has_sickness_insurance_record(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has the insurance record that sickness benefit needs"
    labels = {"mn": "Тэтгэмжийн даатгалын шимтгэлийг шаардлагатай хугацаанд төлсөн"}
    reference = ["PB1994", "BEN2023 Art. 3.1"]

    def formula_2005(person, period, parameters):
        """At least three months of contributions before the incapacity."""
        return person("insured_months", period) >= parameters(period).sickness_benefit.qualifying_months

    def formula_2024(person, period, parameters):
        """At least three months of contributions in a row, immediately before the incapacity (BEN2023 Art. 3.1)."""
        return person("insured_months_in_a_row", period) >= parameters(period).sickness_benefit.qualifying_months


class requalified_for_sickness_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "No earlier sickness benefit was used up, or enough new contributions have been paid since"
    labels = {"mn": "Өмнөх тэтгэмж дууссанаас хойш дахин эрх үүсэх хугацааны шимтгэл төлсөн"}
    reference = ["PB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """Three new months of contributions after a benefit was used up."""
        law = parameters(period).sickness_benefit
        return ~happened(person("sickness_benefit_used_up_date", period)) | (
            person("insured_months_since_sickness_benefit", period) >= law.requalification_months
        )


class sickness_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to sickness benefit"
    labels = {"mn": "Хөдөлмөрийн чадвар түр алдсаны тэтгэмж авах эрхтэй"}
    reference = ["PB1994", "BEN2023 Art. 3.1"]

    def formula(person, period):
        """A certificate for ordinary sickness, three months of contributions, and a right not used up."""
        return (
            person("on_sick_leave", period)
            & person("sickness_not_from_work", period)
            & person("has_sickness_insurance_record", period)
            & person("requalified_for_sickness_benefit", period)
        )


# The amount


class sickness_benefit_rate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Share of the average wage paid for days of sickness"
    unit = "/1"
    reference = ["PB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """50 % under five insured years, 55 % under fifteen, 75 % from fifteen."""
        law = parameters(period).sickness_benefit
        record = person("insured_months", period)
        years = law.insured_years
        return select(
            [record >= years.highest * MONTHS_IN_YEAR, record >= years.middle * MONTHS_IN_YEAR],
            [law.rate.highest, law.rate.middle],
            default=law.rate.lowest,
        )


class employer_sick_pay(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Sick pay from the employer for the first days of the sickness"
    labels = {"mn": "Ажил олгогчийн олгох хөдөлмөрийн чадвар түр алдсаны тэтгэмж"}
    unit = "currency/month"
    reference = ["PB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """The share of a day's wage for the first working days; the voluntarily insured have no employer."""
        due = person("sickness_benefit_eligible", period) & ~person("is_voluntarily_insured", period)
        daily = person("sickness_benefit_rate", period) * person("previous_average_wage", period)
        days = person("first_sick_days", period)
        amount = daily * days / parameters(period).sickness_benefit.month_working_days
        return where(due, round_to_unit(amount), 0)


class fund_sickness_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Sickness benefit from the Social Insurance Fund"
    labels = {"mn": "Нийгмийн даатгалын сангаас олгох хөдөлмөрийн чадвар түр алдсаны тэтгэмж"}
    unit = "currency/month"
    reference = ["PB1994", "BEN2023"]

    def formula_2005(person, period, parameters):
        """The share of a day's wage for the working days that the fund pays."""
        daily = person("sickness_benefit_rate", period) * person("previous_average_wage", period)
        days = person("sickness_paid_days", period)
        amount = daily * days / parameters(period).sickness_benefit.month_working_days
        return where(person("sickness_benefit_eligible", period), round_to_unit(amount), 0)


class sickness_benefit(Variable):
    label = "Sickness benefit"
    labels = {"mn": "Хөдөлмөрийн чадвар түр алдсаны тэтгэмж"}
    reference = ["PB1994", "BEN2023", "IAOD1994", "IAOD2023"]

    def formula_2005(person, period):
        """From the employer and from the fund, or after an industrial accident."""
        return (
            person("employer_sick_pay", period)
            + person("fund_sickness_benefit", period)
            + person("industrial_accident_benefit", period)
        )
