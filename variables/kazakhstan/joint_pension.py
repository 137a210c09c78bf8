"""Joint (solidarity) pension: for service before 1998, out of the average income of three years (SC2023 Art. 210)."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    MONTHS_IN_YEAR,
    NEVER,
    Person,
    Variable,
    brought_forward,
    first_day,
    maximum,
    minimum,
    on_the_day,
    round_up,
    where,
    whole,
    year_of,
)

# What the claimant states, or the pension file holds


class service_years_before_1998(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of service before 1 January 1998"
    labels = {"kk": "1998 жылғы 1 қаңтарға дейінгі еңбек өтілі", "ru": "Трудовой стаж до 1 января 1998 года"}
    unit = "year"
    reference = ["PENS2013", "SC2023 Art. 210"]


class pension_in_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Joint pension in payment, as it stood on the day stated; zero for one to be worked out"
    labels = {"kk": "Төленіп жүрген ынтымақты зейнетақы", "ru": "Выплачиваемая солидарная пенсия"}
    unit = "currency/month"
    reference = ["PENS2013", "SC2023 Art. 210"]


class pension_in_payment_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day on which the joint pension in payment stood at the amount stated; never for that of the month itself"
    unit = "date"
    reference = ["PENS2013", "SC2023 Art. 210"]


# Conditions


class has_joint_service(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has at least six months of service before 1998, or a joint pension in payment"
    labels = {
        "kk": "1998 жылға дейін кемінде алты ай еңбек өтілі бар немесе ынтымақты зейнетақы алады",
        "ru": "Имеет не менее шести месяцев стажа до 1998 года либо уже получает солидарную пенсию",
    }
    reference = ["PENS2013", "SC2023 Art. 210"]

    def formula_2015(person, period, parameters):
        """At least six months of service before 1 January 1998 (Art. 210); they were shown for a pension in payment."""
        months = whole(person("service_years_before_1998", period) * MONTHS_IN_YEAR)
        enough = months >= parameters(period).joint_pension.minimum_service
        return enough | (person("pension_in_payment", period) > 0)


class joint_pension_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to a joint pension"
    labels = {"kk": "Ынтымақты зейнетақыға құқығы бар", "ru": "Имеет право на солидарную пенсию"}
    reference = ["PENS2013", "SC2023 Art. 210"]

    def formula_2015(person, period):
        """Living, of pension age, with service before 1998 (Art. 210)."""
        return person("is_living", period) & person("reached_pension_age", period) & person("has_joint_service", period)


# Amount


class joint_pension_full_service(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Years of service before 1998 for a joint pension in full"
    unit = "year"
    reference = ["PENS2013", "SC2023 Art. 210"]

    def formula_2015(person, period, parameters):
        """25 years for men, 20 for women (Art. 210)."""
        law = parameters(period).joint_pension.full_service
        sex = person("sex", period)
        return where(sex == sex.possible_values.female, law.female, law.male)


class joint_pension_service_share(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Share of the full service before 1998 that the person has"
    unit = "/1"
    reference = ["PENS2013", "SC2023 Art. 210"]

    def formula_2015(person, period):
        """Service in proportion to the full one, at most the whole."""
        service = person("service_years_before_1998", period)
        return minimum(service / person("joint_pension_full_service", period), 1)


class joint_pension_rate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Share of the average income that a joint pension in full is"
    unit = "/1"
    reference = ["PENS2013", "SC2023 Art. 210"]

    def formula_2015(person, period, parameters):
        """60 %, and 1 % for each full year beyond the full service, up to 75 % (Art. 210)."""
        law = parameters(period).joint_pension.rate
        service = person("service_years_before_1998", period)
        extra_years = whole(maximum(service - person("joint_pension_full_service", period), 0))
        return minimum(law.full_service + law.extra_year * extra_years, law.most)


class joint_pension_law_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    label = "Day whose law the joint pension is worked out by: of the award, or else of the month"
    unit = "date"
    reference = ["PENS2013", "SC2023 Art. 210"]

    def formula_2015(person, period, parameters):
        """The day of an award from 2015 on; the first of the month for an award then, or for one before 2015."""
        award = person("old_age_pension_award_date", period)
        modelled = year_of(award) >= parameters(period).joint_pension.first_award_year
        return where(modelled & person("old_age_pension_in_payment", period), award, first_day(period))


class joint_pension_income_cap(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Highest average income counted for the joint pension"
    labels = {"kk": "Зейнетақы есептелетін табыстың шегі", "ru": "Предельный доход для исчисления пенсии"}
    unit = "currency/month"
    reference = ["PENS2013", "SC2023 Art. 210"]

    def formula_2015(person, period, parameters):
        """The multiple of the monthly calculation index on the day of the award (Art. 210)."""
        day = person("joint_pension_law_date", period)
        return on_the_day(
            parameters,
            day,
            period,
            read=lambda law: law.joint_pension.income_cap * law.base.monthly_calculation_index,
            since=day,
        )


class joint_pension_as_set(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Joint pension as it stood before the rises that have come since"
    unit = "currency/month"
    reference = ["PENS2013", "SC2023 Art. 210"]

    def formula_2015(person, period):
        """As stated of one in payment, or the share of the capped income, in proportion to service (Art. 210)."""
        stated = person("pension_in_payment", period)
        income = minimum(person("pension_reference_wage", period), person("joint_pension_income_cap", period))
        full = person("joint_pension_rate", period) * income
        return where(stated > 0, stated, full * person("joint_pension_service_share", period))


class joint_pension_set_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = MONTH
    default_value = NEVER
    label = "Day from which rises are added to the joint pension"
    unit = "date"
    reference = ["PENS2013", "SC2023 Art. 197"]

    def formula_2015(person, period):
        """The day of the amount stated, or that of the award."""
        return where(
            person("pension_in_payment", period) > 0,
            person("pension_in_payment_date", period),
            person("joint_pension_law_date", period),
        )


class joint_pension_floor(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Least joint pension, in proportion to service"
    labels = {"kk": "Ынтымақты зейнетақының ең аз мөлшері", "ru": "Наименьшая солидарная пенсия"}
    unit = "currency/month"
    reference = ["PENS2013", "SC2023 Art. 210"]

    def formula_2015(person, period, parameters):
        """The minimum pension of the month; it rises with pensions in payment."""
        return parameters(period).base.minimum_pension * person("joint_pension_service_share", period)

    def formula_2016(person, period, parameters):
        """The minimum pension, worked out from the rises: the published one was not found."""
        law = parameters(period).joint_pension
        return law.minimum_not_published * person("joint_pension_service_share", period)

    def formula_2020(person, period, parameters):
        """The minimum pension of the month."""
        return parameters(period).base.minimum_pension * person("joint_pension_service_share", period)

    def formula_2022_04(person, period, parameters):
        """The minimum pension, worked out from the rises: the published one was not found."""
        law = parameters(period).joint_pension
        return law.minimum_not_published * person("joint_pension_service_share", period)

    def formula_2023(person, period, parameters):
        """The minimum pension of the month (Art. 210)."""
        return parameters(period).base.minimum_pension * person("joint_pension_service_share", period)


class joint_pension(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Joint (solidarity) pension"
    labels = {"kk": "Ынтымақты зейнетақы", "ru": "Солидарная пенсия"}
    unit = "currency/month"
    reference = ["PENS2013", "SC2023 Art. 197", "SC2023 Art. 210"]

    def formula_2015(person, period, parameters):
        """The pension as it was set with each rise since, at least the minimum, rounded up to a whole tenge."""
        raised = brought_forward(
            parameters,
            person("joint_pension_as_set", period),
            person("joint_pension_set_date", period),
            period,
            number=lambda law: law.joint_pension.increase.number,
            rise=lambda law, pension: pension * (1 + law.joint_pension.increase.rate),
        )
        amount = round_up(maximum(raised, person("joint_pension_floor", period)))
        return where(person("joint_pension_eligible", period), amount, 0)
