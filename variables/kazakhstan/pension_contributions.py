"""Contributions to the pension fund: the worker's, the employer's, the professional ones, and those of sole traders."""

from openfisca_country.law import MONTH, Person, Variable, minimum, where, year_of

# What the worker, the employer or the sole trader states


class works_in_hazardous_conditions(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Works in a job for which professional pension contributions are due"
    labels = {
        "kk": "Міндетті кәсіптік зейнетақы жарналары төленетін жұмыста істейді",
        "ru": "Работает во вредных условиях, за которые платят профессиональные взносы",
    }
    reference = "SC2023"


class exempt_from_employer_pension_contribution(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a pensioner, has a permanent disability of group I or II, or serves in the forces"
    labels = {
        "kk": "Зейнеткер, I немесе II топтағы мерзімсіз мүгедектігі бар адам немесе әскери қызметші",
        "ru": "Пенсионер, лицо с бессрочной инвалидностью I или II группы либо военнослужащий",
    }
    reference = "SC2023"


class declared_insurance_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income of the month on which a sole trader contributes for himself or herself, as declared"
    labels = {
        "kk": "Жеке кәсіпкер өз пайдасына жарна төлейтін табыс",
        "ru": "Доход, с которого предприниматель платит взносы за себя",
    }
    unit = "currency/month"
    reference = "SC2023 Art. 249"


# What bears contributions


class pension_contribution_base(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage that bears pension contributions"
    labels = {"kk": "Зейнетақы жарналары есептелетін табыс", "ru": "Доход для пенсионных взносов"}
    unit = "currency/month"
    reference = ["PENS2013", "SC2023"]

    def formula_2015(person, period, parameters):
        """The wage, up to a number of minimum wages."""
        cap = parameters(period).pension_contributions.income_cap * parameters(period).base.minimum_wage
        return minimum(person("wage_under_general_rules", period), cap)


class employee_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Worker's mandatory pension contribution (OPV)"
    labels = {
        "kk": "Міндетті зейнетақы жарнасы (МЗЖ)",
        "ru": "Обязательный пенсионный взнос (ОПВ)",
    }
    unit = "currency/month"
    reference = ["PENS2013", "SC2023"]

    def formula_2015(person, period, parameters):
        """10 % of the wage up to the cap."""
        return parameters(period).pension_contributions.employee_rate * person("pension_contribution_base", period)


class born_late_enough_for_employer_pension_contribution(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Was born on or after 1 January 1975"
    labels = {"kk": "1975 жылғы 1 қаңтардан кейін туған", "ru": "Родился с 1 января 1975 года"}
    reference = "SC2023"

    def formula_2024(person, period, parameters):
        """The year of birth is 1975 or later."""
        first = parameters(period).pension_contributions.employer_first_birth_year
        return year_of(person("birth_date", period)) >= first


class employer_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Employer's mandatory pension contribution (OPVR)"
    labels = {
        "kk": "Жұмыс берушінің міндетті зейнетақы жарнасы (ЖМЗЖ)",
        "ru": "Обязательный пенсионный взнос работодателя (ОПВР)",
    }
    unit = "currency/month"
    reference = "SC2023"

    def formula_2024(person, period, parameters):
        """The rate of the year on the wage up to the cap, for workers born from 1975 who are not exempt."""
        due = person("born_late_enough_for_employer_pension_contribution", period) & ~person(
            "exempt_from_employer_pension_contribution", period
        )
        amount = parameters(period).pension_contributions.employer_rate * person("pension_contribution_base", period)
        return where(due, amount, 0)


class professional_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Employer's professional pension contribution for hazardous work (OPPV)"
    labels = {
        "kk": "Міндетті кәсіптік зейнетақы жарнасы (МКЗЖ)",
        "ru": "Обязательный профессиональный пенсионный взнос (ОППВ)",
    }
    unit = "currency/month"
    reference = "SC2023"

    def formula_2023_07(person, period, parameters):
        """5 % of the wage."""
        amount = parameters(period).pension_contributions.professional_rate * person("wage", period)
        return where(person("works_in_hazardous_conditions", period), amount, 0)


class sole_trader_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension contribution of a sole trader for himself or herself"
    labels = {
        "kk": "Жеке кәсіпкердің өз пайдасына зейнетақы жарнасы",
        "ru": "Пенсионный взнос предпринимателя за себя",
    }
    unit = "currency/month"
    reference = "SC2023 Art. 249"

    def formula_2023_07(person, period, parameters):
        """10 % of the income declared, up to the cap."""
        law = parameters(period).pension_contributions
        base = minimum(
            person("declared_insurance_income", period), law.income_cap * parameters(period).base.minimum_wage
        )
        return where(person("is_individual_entrepreneur", period), law.employee_rate * base, 0)
