"""Single payment of small employers, in place of contributions and income tax one by one."""

from openfisca_country.law import MONTH, Person, Variable, where

# What the employer states


class employer_pays_single_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer, a small one on a special tax regime, makes the single payment"
    labels = {
        "kk": "Арнаулы салық режиміндегі шағын жұмыс беруші бірыңғай төлем төлейді",
        "ru": "Работодатель на специальном режиме платит единый платёж",
    }
    reference = "TC2025"


# Which rules the wage is under


class wage_under_general_rules(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage that bears contributions and income tax one by one"
    labels = {
        "kk": "Жарналар мен салық жеке-жеке есептелетін жалақы",
        "ru": "Заработная плата, с которой взносы и налог платят по отдельности",
    }
    unit = "currency/month"
    reference = "TC2025"

    def formula(person, period):
        """The wage."""
        return person("wage", period)

    def formula_2026(person, period):
        """The wage, unless the employer makes the single payment."""
        return where(person("employer_pays_single_payment", period), 0, person("wage", period))


# The payment and its parts


class single_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Single payment on the wage"
    labels = {"kk": "Бірыңғай төлем", "ru": "Единый платёж"}
    unit = "currency/month"
    reference = "TC2025"

    def formula_2026(person, period, parameters):
        """24.8 % of the wage."""
        amount = parameters(period).single_payment.rate * person("wage", period)
        return where(person("employer_pays_single_payment", period), amount, 0)


class single_payment_income_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income tax within the single payment"
    labels = {"kk": "Бірыңғай төлемдегі жеке табыс салығы", "ru": "Подоходный налог в составе единого платежа"}
    unit = "currency/month"
    reference = "TC2025"

    def formula_2026(person, period, parameters):
        """1.8 % of the wage, withheld from the worker."""
        amount = parameters(period).single_payment.income_tax * person("wage", period)
        return where(person("employer_pays_single_payment", period), amount, 0)


class single_payment_withheld_contributions(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension and health contributions within the single payment, withheld from the worker"
    labels = {
        "kk": "Бірыңғай төлемдегі қызметкерден ұсталатын жарналар",
        "ru": "Взносы работника в составе единого платежа",
    }
    unit = "currency/month"
    reference = "TC2025"

    def formula_2026(person, period, parameters):
        """10 % for the pension and 2 % for health insurance."""
        law = parameters(period).single_payment
        amount = (law.pension + law.health) * person("wage", period)
        return where(person("employer_pays_single_payment", period), amount, 0)


class single_payment_employer_part(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Part of the single payment that the employer bears"
    labels = {
        "kk": "Бірыңғай төлемнің жұмыс беруші есебінен төленетін бөлігі",
        "ru": "Часть единого платежа за счёт работодателя",
    }
    unit = "currency/month"
    reference = "TC2025"

    def formula_2026(person, period):
        """What is left of the payment after the parts withheld from the worker."""
        return (
            person("single_payment", period)
            - person("single_payment_income_tax", period)
            - person("single_payment_withheld_contributions", period)
        )
