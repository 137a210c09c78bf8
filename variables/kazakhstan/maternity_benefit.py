"""Maternity payment of the State Social Insurance Fund (GFSS), paid once for the whole leave."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Person,
    Variable,
    first_day,
    in_month,
    select,
    total_before,
    where,
)

# Whoever adopts has not given birth: the days of adoption go before.
ORDERED = {"maternity_leave_days"}

# What the woman or the clinic states


class maternity_leave_start(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "First day of maternity leave, or of the leave of a person who adopts a newborn child"
    labels = {
        "kk": "Жүктілікке және босануға байланысты демалыстың бірінші күні",
        "ru": "Первый день отпуска по беременности и родам",
    }
    unit = "date"
    reference = "LC2015 Art. 99"


class lives_in_nuclear_test_zone(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lives in the zone of the nuclear tests"
    labels = {
        "kk": "Ядролық сынақтардың әсеріне ұшыраған аумақта тұрады",
        "ru": "Проживает на территории, подвергшейся воздействию ядерных испытаний",
    }
    reference = "LC2015 Art. 99"


class adopts_newborn(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Takes leave to adopt a newborn child"
    labels = {"kk": "Жаңа туған баланы асырап алады", "ru": "Усыновляет новорождённого ребёнка"}
    reference = "LC2015 Art. 99"


# The conditions


class maternity_leave_begins_in_month(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Maternity leave begins in the month"
    labels = {"kk": "Демалыс осы айда басталады", "ru": "Отпуск начинается в этом месяце"}
    reference = ["SI2003", "SI2019", "R248"]

    def formula_2016(person, period):
        """The payment is made once, with the first day of leave."""
        return in_month(person("maternity_leave_start", period), period)


class has_insured_income_before_leave(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Social contributions were made from income in the 12 months before the leave"
    labels = {
        "kk": "Демалысқа дейінгі 12 айда әлеуметтік аударымдар жүргізілген",
        "ru": "За 12 месяцев до отпуска уплачивались социальные отчисления",
    }
    reference = ["SI2003", "SI2019", "R248"]

    def formula_2016(person, period):
        """In one of the months at least."""
        return person("maternity_average_income", period) > 0


class maternity_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the maternity payment"
    labels = {
        "kk": "Жүктілікке және босануға байланысты әлеуметтік төлемге құқығы бар",
        "ru": "Имеет право на социальную выплату по беременности и родам",
    }
    reference = ["SI2003", "SI2019", "R248", "LC2015 Art. 99"]

    def formula_2016(person, period):
        """Goes on leave in the month, and was insured in the year before."""
        return person("maternity_leave_begins_in_month", period) & person("has_insured_income_before_leave", period)


# The amount


class maternity_leave_days(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Days of maternity leave"
    labels = {"kk": "Демалыс күндері", "ru": "Дни отпуска по беременности и родам"}
    unit = "day"
    reference = "LC2015 Art. 99"

    def formula_2016(person, period, parameters):
        """126; 140 after a complicated or multiple birth; 170 and 184 in the zone of nuclear tests; 56 at adoption."""
        days = parameters(period).maternity_benefit.days
        complicated = person("complicated_or_multiple_birth", period)
        in_zone = person("lives_in_nuclear_test_zone", period)
        return select(
            [person("adopts_newborn", period), in_zone & complicated, in_zone, complicated],
            [days.adoption, days.test_zone_complicated, days.test_zone, days.complicated],
            default=days.normal,
        )


class maternity_average_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Average insured income of the 12 months before the leave, months without income counted"
    labels = {
        "kk": "Демалысқа дейінгі 12 айдағы орташа айлық табыс",
        "ru": "Среднемесячный доход за 12 месяцев до отпуска",
    }
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R248"]

    def formula_2016(person, period, parameters):
        """The insured income of the 12 calendar months before the month in which the leave begins, divided by 12."""
        months = parameters(period).maternity_benefit.reference_months
        start = person("maternity_leave_start", period)
        return total_before(person, "insured_income", start, months, period, since=first_day(period)) / months


class maternity_benefit_gross(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Maternity payment before the pension contribution is withheld"
    labels = {"kk": "МЗЖ ұсталғанға дейінгі төлем", "ru": "Выплата до удержания ОПВ"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R248"]

    def formula_2016(person, period, parameters):
        """The average income, for each 30 days of leave."""
        coefficient = person("maternity_leave_days", period) / parameters(period).maternity_benefit.days_of_month
        amount = person("maternity_average_income", period) * coefficient
        return where(person("maternity_benefit_eligible", period), amount, 0)


class maternity_benefit_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension contribution withheld from the maternity payment"
    labels = {"kk": "Төлемнен ұсталатын МЗЖ", "ru": "ОПВ, удерживаемый из выплаты"}
    unit = "currency/month"
    reference = ["SI2019", "R248"]

    def formula_2016(person, period, parameters):
        """10 %, paid into the recipient's own pension account."""
        rate = parameters(period).maternity_benefit.pension_contribution
        return rate * person("maternity_benefit_gross", period)


class maternity_benefit(Variable):
    label = "Maternity benefit"
    labels = {
        "kk": "Жүктілікке және босануға байланысты әлеуметтік төлем",
        "ru": "Социальная выплата по беременности и родам",
    }
    reference = ["SI2003", "SI2019", "R248", "LC2015 Art. 99"]

    def formula_2016(person, period):
        """What is left of the payment after the pension contribution."""
        withheld = person("maternity_benefit_pension_contribution", period)
        amount = person("maternity_benefit_gross", period) - withheld
        return where(person("maternity_benefit_eligible", period), amount, 0)
