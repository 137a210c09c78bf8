"""Survivors' payment of the State Social Insurance Fund (GFSS), on top of the state benefit."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Household,
    Person,
    Variable,
    brought_forward,
    last_day,
    maximum,
    month_of,
    on_the_day,
    where,
)

# What the family states, or the fund records


class breadwinner_loss_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the breadwinner died, or was declared dead or missing by a court"
    labels = {"kk": "Асыраушысынан айырылған күн", "ru": "День потери кормильца"}
    unit = "date"
    reference = ["SI2019", "R239"]


class deceased_reference_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The deceased breadwinner's average insured income of the 24 months before the loss, months without income counted"
    labels = {
        "kk": "Қайтыс болған асыраушының соңғы 24 айдағы орташа айлық табысы",
        "ru": "Среднемесячный доход умершего кормильца за 24 месяца",
    }
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R239"]


class deceased_contribution_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of social contributions of the deceased breadwinner"
    labels = {
        "kk": "Қайтыс болған асыраушының әлеуметтік аударымдар айлары",
        "ru": "Месяцы социальных отчислений умершего кормильца",
    }
    unit = "month"
    reference = ["SI2003", "SI2019", "R239"]


# The conditions


class gfss_survivor_right_has_arisen(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The breadwinner was lost by the end of the month"
    labels = {"kk": "Төлемге құқық туындаған", "ru": "Право на выплату возникло"}
    reference = ["SI2003", "SI2019", "R239"]

    def formula_2015(person, period):
        """The day of the loss lies in the month or before it."""
        return person("breadwinner_loss_date", period) <= last_day(period)


class gfss_survivor_dependant(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A dependant of the insured deceased: under 18, a full-time student under 23, or unable to work for another reason"
    labels = {"kk": "Асыраушының асырауындағы адам", "ru": "Иждивенец застрахованного кормильца"}
    reference = ["SI2003", "SI2019", "R239"]

    def formula_2015(person, period, parameters):
        """By age, by study, or for a reason that is stated."""
        law = parameters(period).gfss_survivor_payment.dependant
        age = person("age", period)
        return (
            (age < law.age_limit)
            | (person("is_student", period) & (age < law.student_age_limit))
            | person("is_unable_to_work", period)
        )


class deceased_was_insured(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Social contributions were paid for the deceased breadwinner"
    labels = {
        "kk": "Қайтыс болған асыраушы үшін әлеуметтік аударымдар төленген",
        "ru": "За умершего кормильца уплачивались социальные отчисления",
    }
    reference = ["SI2003", "SI2019", "R239"]

    def formula_2015(person, period):
        """For one month at least; a short record only lowers the coefficient."""
        return person("deceased_contribution_months", period) > 0


class gfss_survivor_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a right to the fund's survivors' payment, whatever its amount"
    labels = {
        "kk": "Асыраушысынан айырылу бойынша әлеуметтік төлемге құқығы туындаған",
        "ru": "Право на социальную выплату по случаю потери кормильца",
    }
    reference = ["SI2003", "SI2019", "R239"]

    def formula_2015(person, period):
        """A living dependant who lost an insured breadwinner."""
        return (
            person("is_living", period)
            & person("lost_breadwinner", period)
            & person("gfss_survivor_right_has_arisen", period)
            & person("gfss_survivor_dependant", period)
            & person("deceased_was_insured", period)
        )


class gfss_survivor_dependants(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Dependants with a right to the fund's survivors' payment"
    unit = "person"
    reference = ["SI2003", "SI2019", "R239"]

    def formula_2015(household, period):
        """Members who have the right."""
        return household.sum(household.members("gfss_survivor_right", period))


class gfss_survivor_dependants_coefficient(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Coefficient of the number of dependants; to be stated where the right arose since July 2023"
    labels = {"kk": "Асырауындағылар санының коэффициенті", "ru": "Коэффициент количества иждивенцев"}
    unit = "/1"
    reference = ["SI2003", "SI2019", "R239"]

    def formula_2015(person, period, parameters):
        """By the number of dependants, under the law of the month in which the right arose; zero where it is not known."""
        number = person.household("gfss_survivor_dependants", period)
        lost = person("breadwinner_loss_date", period)
        known_since = person("insured_income_known_since", period)
        coefficient = on_the_day(
            parameters,
            month_of(lost),
            period,
            lambda law: law.gfss_survivor_payment.dependants_coefficient.calc(number),
            since=known_since,
        )
        return where(lost >= known_since, coefficient, 0)


class gfss_survivor_coefficient_is_known(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = (
        "The coefficient of the number of dependants is known: the right arose from 2015 to June 2023, or it is stated"
    )
    labels = {
        "kk": "Асырауындағылар санының коэффициенті белгілі",
        "ru": "Коэффициент количества иждивенцев известен",
    }
    reference = "R239"

    def formula_2015(person, period):
        """Known from the law, or stated."""
        return person("gfss_survivor_dependants_coefficient", period) > 0


class gfss_survivor_payment_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the fund's survivors' payment"
    labels = {
        "kk": "Асыраушысынан айырылу жағдайы бойынша әлеуметтік төлемге құқығы бар",
        "ru": "Имеет право на социальную выплату по случаю потери кормильца",
    }
    reference = ["SI2003", "SI2019", "R239"]

    def formula_2015(person, period):
        """A living dependant who lost an insured breadwinner, where the coefficient is known."""
        return (
            person("is_living", period)
            & person("lost_breadwinner", period)
            & person("gfss_survivor_right_has_arisen", period)
            & person("gfss_survivor_dependant", period)
            & person("deceased_was_insured", period)
            & person("gfss_survivor_coefficient_is_known", period)
        )


# The amount. What was fixed with the right is read by the month of the right: the law changed on first days only.


class gfss_survivor_deduction(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Part of the minimum wage that is taken off the deceased's average income"
    labels = {"kk": "Орташа табыстан шегерілетін сома", "ru": "Вычет из среднемесячного дохода"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R239"]

    def formula_2015(person, period, parameters):
        """Half the minimum wage, before 2020 0.8 of it, as it stood when the right arose."""
        return on_the_day(
            parameters,
            month_of(person("breadwinner_loss_date", period)),
            period,
            lambda law: law.gfss_survivor_payment.deduction * law.base.minimum_wage,
            since=person("insured_income_known_since", period),
        )


class gfss_survivor_payment_awarded(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The family's survivors' payment as awarded when the right arose, for the present number of dependants"
    labels = {"kk": "Тағайындалған кездегі отбасының төлемі", "ru": "Размер выплаты семье при назначении"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R239"]

    def formula_2015(person, period, parameters):
        """(Average income - part of the minimum wage) x 0.6 x coefficient of dependants x participation coefficient."""
        insured = person("deceased_reference_wage", period) - person("gfss_survivor_deduction", period)
        rate = on_the_day(
            parameters,
            month_of(person("breadwinner_loss_date", period)),
            period,
            lambda law: law.gfss_survivor_payment.replacement_rate,
            since=person("insured_income_known_since", period),
        )
        return (
            maximum(insured, 0)
            * rate
            * person("gfss_survivor_dependants_coefficient", period)
            * person("participation_coefficient_of_deceased", period)
        )


class gfss_survivor_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Survivors' payment of the State Social Insurance Fund"
    labels = {
        "kk": "Асыраушысынан айырылу жағдайы бойынша әлеуметтік төлем",
        "ru": "Социальная выплата по случаю потери кормильца",
    }
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R239"]

    def formula_2015(person, period, parameters):
        """An equal share for each dependant of the payment as awarded, lifted by each general rise since."""
        of_family = brought_forward(
            parameters,
            person("gfss_survivor_payment_awarded", period),
            person("breadwinner_loss_date", period),
            period,
            number=lambda law: law.gfss_disability_payment.increase.number,
            rise=lambda law, amounts: amounts * (1 + law.gfss_disability_payment.increase.rate),
        )
        number = maximum(person.household("gfss_survivor_dependants", period), 1)
        return where(person("gfss_survivor_payment_eligible", period), of_family / number, 0)


class gfss_survivor_payment_of_family(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "The fund's survivors' payment of the family, all dependants together"
    labels = {
        "kk": "Отбасының асыраушысынан айырылу бойынша әлеуметтік төлемі",
        "ru": "Социальная выплата семье по случаю потери кормильца",
    }
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "R239"]

    def formula_2015(household, period):
        """The shares of the dependants."""
        return household.sum(household.members("gfss_survivor_payment", period))
