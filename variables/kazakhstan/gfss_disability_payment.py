"""Disability payment of the State Social Insurance Fund (GFSS), on top of the state benefit."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Person,
    Variable,
    add_months,
    brought_forward,
    last_day,
    maximum,
    month_of,
    on_the_day,
    total_before,
    where,
)

# What the person states, or the fund records


class gfss_disability_right_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the right to the fund's disability payment arose, with the first certified loss of working capacity"
    labels = {
        "kk": "Еңбек ету қабілетінен айырылу бойынша төлемге құқық туындаған күн",
        "ru": "День возникновения права на выплату по утрате трудоспособности",
    }
    unit = "date"
    reference = ["SI2019 Art. 20", "SC2023 Art. 171"]


class gfss_disability_insured_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of social contributions before the right to the fund's disability payment arose"
    labels = {
        "kk": "Еңбек ету қабілетінен айырылғанға дейінгі әлеуметтік аударымдар айлары",
        "ru": "Месяцы социальных отчислений до утраты трудоспособности",
    }
    unit = "month"
    reference = ["SI2019", "R238"]


class gfss_disability_payment_bears_pension_contribution(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Is one of the recipients from whose disability payment the pension contribution is withheld"
    labels = {
        "kk": "Төлемінен МЗЖ ұсталатын алушы",
        "ru": "Получатель, из выплаты которого удерживается ОПВ",
    }
    reference = "R238"


# The conditions


class gfss_insured_when_disabled(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Social contributions were paid for the person before the loss of working capacity"
    labels = {
        "kk": "Еңбек ету қабілетінен айырылғанға дейін әлеуметтік аударымдар төленген",
        "ru": "До утраты трудоспособности уплачивались социальные отчисления",
    }
    reference = ["SI2003", "SI2019 Art. 20", "SC2023 Art. 171"]

    def formula_2017(person, period):
        """For one month at least; a short record only lowers the coefficient."""
        return person("gfss_disability_insured_months", period) > 0


class gfss_disability_right_has_arisen(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The right to the fund's disability payment has arisen by the end of the month"
    labels = {"kk": "Төлемге құқық туындаған", "ru": "Право на выплату возникло"}
    reference = ["SI2003", "SI2019 Art. 20", "SC2023 Art. 171"]

    def formula_2017(person, period):
        """The day of the right lies in the month or before it."""
        return person("gfss_disability_right_date", period) <= last_day(period)


class gfss_disability_right_is_modelled(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The right to the fund's disability payment arose in 2017 or later; earlier ones are not modelled"
    labels = {
        "kk": "Төлемге құқық 2017 жылы немесе одан кейін туындаған",
        "ru": "Право на выплату возникло в 2017 году или позже (более ранние не моделируются)",
    }
    reference = "SI2003"

    def formula_2017(person, period, parameters):
        """The insured income of the months that are averaged is known."""
        months = parameters(period).unemployment_benefit.reference_months
        known = add_months(person("insured_income_known_since", period), months)
        return person("gfss_disability_right_date", period) >= known


class lost_enough_working_capacity(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "At least 30 % of the general working capacity is lost"
    labels = {
        "kk": "Жалпы еңбек ету қабілетінен айырылу дәрежесі кемінде 30 %",
        "ru": "Степень утраты общей трудоспособности не менее 30 %",
    }
    reference = ["SI2003", "SI2019 Art. 20", "SC2023 Art. 171", "R238"]

    def formula_2017(person, period, parameters):
        """The certified degree is the least degree that is paid, or higher."""
        return person("working_capacity_loss", period) >= parameters(period).gfss_disability_payment.minimum_loss


class gfss_disability_payment_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the fund's disability payment"
    labels = {
        "kk": "Еңбек ету қабілетінен айырылу жағдайы бойынша әлеуметтік төлемге құқығы бар",
        "ru": "Имеет право на социальную выплату на случай утраты трудоспособности",
    }
    reference = ["SI2003", "SI2019 Art. 20", "SC2023 Art. 171", "R238"]

    def formula_2017(person, period):
        """Living, insured, disabled enough, below pension age; whether the person works does not matter."""
        return (
            person("is_living", period)
            & person("gfss_insured_when_disabled", period)
            & person("gfss_disability_right_has_arisen", period)
            & person("gfss_disability_right_is_modelled", period)
            & person("lost_enough_working_capacity", period)
            & person("not_of_pension_age", period)
        )


# The amount. What was fixed with the right is read by the month of the right: the law changed on first days only.


class gfss_disability_average_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Average insured income of the 24 months before the loss of working capacity, months without income counted"
    labels = {
        "kk": "Еңбек ету қабілетінен айырылғанға дейінгі 24 айдағы орташа айлық табыс",
        "ru": "Среднемесячный доход за 24 месяца до утраты трудоспособности",
    }
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R238"]

    def formula_2017(person, period, parameters):
        """The insured income of the 24 calendar months before the month of the right, divided by 24."""
        months = parameters(period).unemployment_benefit.reference_months
        total = total_before(
            person,
            "insured_income",
            person("gfss_disability_right_date", period),
            months,
            period,
            since=add_months(person("insured_income_known_since", period), months),
        )
        return total / months


class gfss_disability_deduction(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Part of the minimum wage that is taken off the average income for the disability payment"
    labels = {"kk": "Орташа табыстан шегерілетін сома", "ru": "Вычет из среднемесячного дохода"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R238"]

    def formula_2017(person, period, parameters):
        """Half the minimum wage, before 2020 0.8 of it, as it stood when the right arose."""
        return on_the_day(
            parameters,
            month_of(person("gfss_disability_right_date", period)),
            period,
            lambda law: law.gfss_disability_payment.deduction * law.base.minimum_wage,
            since=person("insured_income_known_since", period),
        )


class gfss_disability_payment_awarded(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Disability payment as awarded when the right arose, for the present degree of loss"
    labels = {"kk": "Тағайындалған кездегі төлем мөлшері", "ru": "Размер выплаты при назначении"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019 Art. 20", "R238"]

    def formula_2017(person, period, parameters):
        """(Average income - part of the minimum wage) x 0.6 x participation coefficient x degree of loss."""
        insured = person("gfss_disability_average_income", period) - person("gfss_disability_deduction", period)
        rate = on_the_day(
            parameters,
            month_of(person("gfss_disability_right_date", period)),
            period,
            lambda law: law.gfss_disability_payment.replacement_rate,
            since=person("insured_income_known_since", period),
        )
        return (
            maximum(insured, 0)
            * rate
            * person("participation_coefficient_at_disability", period)
            * person("working_capacity_loss", period)
        )


class gfss_disability_payment_gross(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The fund's disability payment before the pension contribution is withheld"
    labels = {"kk": "МЗЖ ұсталғанға дейінгі төлем", "ru": "Выплата до удержания ОПВ"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019 Art. 20", "SC2023 Art. 171", "R238"]

    def formula_2017(person, period, parameters):
        """The payment as awarded, lifted by each general rise since."""
        amount = brought_forward(
            parameters,
            person("gfss_disability_payment_awarded", period),
            person("gfss_disability_right_date", period),
            period,
            number=lambda law: law.gfss_disability_payment.increase.number,
            rise=lambda law, amounts: amounts * (1 + law.gfss_disability_payment.increase.rate),
        )
        return where(person("gfss_disability_payment_eligible", period), amount, 0)


class gfss_disability_payment_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension contribution withheld from the fund's disability payment"
    labels = {"kk": "Төлемнен ұсталатын МЗЖ", "ru": "ОПВ, удерживаемый из выплаты"}
    unit = "currency/month"
    reference = ["SI2019", "R238"]

    def formula_2017(person, period, parameters):
        """10 %, from the recipients whom the rules name."""
        rate = parameters(period).gfss_disability_payment.pension_contribution
        withheld = rate * person("gfss_disability_payment_gross", period)
        return where(person("gfss_disability_payment_bears_pension_contribution", period), withheld, 0)


class gfss_disability_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Disability payment of the State Social Insurance Fund"
    labels = {
        "kk": "Еңбек ету қабілетінен айырылу жағдайы бойынша әлеуметтік төлем",
        "ru": "Социальная выплата на случай утраты трудоспособности",
    }
    unit = "currency/month"
    reference = ["SI2003", "SI2019 Art. 20", "SC2023 Art. 171", "R238"]

    def formula_2017(person, period):
        """What is left after the pension contribution."""
        withheld = person("gfss_disability_payment_pension_contribution", period)
        amount = person("gfss_disability_payment_gross", period) - withheld
        return where(person("gfss_disability_payment_eligible", period), amount, 0)
