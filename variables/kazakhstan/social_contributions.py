"""Social contributions to the State Social Insurance Fund."""

from openfisca_country.law import MONTH, Person, Variable, clip, where


class social_contribution_base(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage that bears social contributions"
    labels = {"kk": "Әлеуметтік аударымдар есептелетін табыс", "ru": "Объект исчисления социальных отчислений"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019 Art. 15", "SC2023", "R229"]

    def formula_2015(person, period, parameters):
        """The wage less the pension contribution, no less than one minimum wage, up to a number of them."""
        law = parameters(period).social_contributions
        minimum_wage = parameters(period).base.minimum_wage
        wage = person("wage_under_general_rules", period)
        base = wage - person("employee_pension_contribution", period)
        return where(wage > 0, clip(base, law.floor * minimum_wage, law.cap * minimum_wage), 0)


class social_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Employer's social contribution (SO)"
    labels = {"kk": "Жұмыс берушінің әлеуметтік аударымы", "ru": "Социальное отчисление работодателя (СО)"}
    unit = "currency/month"
    reference = ["SI2003", "SI2019", "SC2023", "R229"]

    def formula_2015(person, period, parameters):
        """The rate on the base."""
        return parameters(period).social_contributions.rate * person("social_contribution_base", period)


class sole_trader_social_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social contribution of a sole trader for himself or herself"
    labels = {
        "kk": "Жеке кәсіпкердің өз пайдасына әлеуметтік аударымы",
        "ru": "Социальное отчисление предпринимателя за себя",
    }
    unit = "currency/month"
    reference = "SC2023 Art. 249"

    def formula_2023_07(person, period, parameters):
        """The rate on the income declared, between one minimum wage and the cap; nothing in a month without income."""
        law = parameters(period).social_contributions
        minimum_wage = parameters(period).base.minimum_wage
        income = person("declared_insurance_income", period)
        amount = law.rate * clip(income, law.floor * minimum_wage, law.cap * minimum_wage)
        return where(person("is_individual_entrepreneur", period) & (income > 0), amount, 0)
