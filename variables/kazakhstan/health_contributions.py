"""Compulsory social health insurance: the worker's and the employer's payments, sole traders, and the State."""

from openfisca_country.law import MONTH, Person, Variable, minimum, where

# What the State records


class state_pays_health_insurance(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Belongs to one of the groups for whom the State pays health insurance"
    labels = {
        "kk": "Мемлекет жарна төлейтін жеңілдікті санатқа жатады",
        "ru": "Относится к льготной категории, за которую взносы платит государство",
    }
    reference = "OSMS"


class average_wage_two_years_before(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = (
        "Mean wage in the country two years before the year, as the statistics office gives it; zero where not stated"
    )
    labels = {
        "kk": "Ағымдағы жылдың алдындағы екінші жылғы орташа айлық жалақы",
        "ru": "Среднемесячная заработная плата за два года до текущего года",
    }
    unit = "currency/month"
    reference = "OSMS"


# What is paid


class employee_health_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Worker's health insurance contribution (VOSMS)"
    labels = {"kk": "Қызметкердің МӘМС жарнасы", "ru": "Взнос работника на ОСМС (ВОСМС)"}
    unit = "currency/month"
    reference = "OSMS Art. 28"

    def formula_2020(person, period, parameters):
        """The rate on the wage up to the cap."""
        law = parameters(period).health_contributions.employee
        cap = law.cap * parameters(period).base.minimum_wage
        return law.rate * minimum(person("wage_under_general_rules", period), cap)


class employer_health_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Employer's health insurance payment (OOSMS)"
    labels = {"kk": "Жұмыс берушінің МӘМС аударымы", "ru": "Отчисление работодателя на ОСМС (ООСМС)"}
    unit = "currency/month"
    reference = "OSMS"

    def formula_2020(person, period, parameters):
        """The rate on the wage up to the cap."""
        law = parameters(period).health_contributions.employer
        cap = law.cap * parameters(period).base.minimum_wage
        return law.rate * minimum(person("wage_under_general_rules", period), cap)


class sole_trader_health_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Health insurance contribution of a sole trader for himself or herself"
    labels = {
        "kk": "Жеке кәсіпкердің өзі үшін МӘМС жарнасы",
        "ru": "Взнос предпринимателя на ОСМС за себя",
    }
    unit = "currency/month"
    reference = "OSMS Art. 28"

    def formula_2020(person, period, parameters):
        """5 % of 1.4 minimum wages, whatever the income."""
        law = parameters(period).health_contributions.sole_trader
        amount = law.rate * law.base * parameters(period).base.minimum_wage
        return where(person("is_individual_entrepreneur", period), amount, 0)


class state_health_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Health insurance contribution that the State pays for the person"
    labels = {
        "kk": "Адам үшін мемлекет төлейтін МӘМС жарнасы",
        "ru": "Взнос государства на ОСМС за человека",
    }
    unit = "currency/month"
    reference = "OSMS"

    def formula_2023(person, period, parameters):
        """The rate on the mean wage of two years before."""
        rate = parameters(period).health_contributions.state.rate
        amount = rate * person("average_wage_two_years_before", period)
        return where(person("state_pays_health_insurance", period), amount, 0)
