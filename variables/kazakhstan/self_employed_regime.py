"""Special tax regime of the self-employed, from 2026."""

from openfisca_country.law import MONTH, Person, Variable, where

# What the person states


class chose_self_employed_regime(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has chosen the special regime of the self-employed"
    labels = {
        "kk": "Өзін-өзі жұмыспен қамтығандар режимін таңдаған",
        "ru": "Выбрал режим самозанятых",
    }
    reference = "TC2025"


class works_without_employees(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Works without employees"
    labels = {"kk": "Жалдамалы қызметкерлерсіз жұмыс істейді", "ru": "Работает без наёмных работников"}
    reference = "TC2025"


class in_listed_self_employed_activity(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "The activity is on the list of those open to the self-employed"
    labels = {"kk": "Қызмет түрі рұқсат етілген тізімде бар", "ru": "Вид деятельности входит в разрешённый перечень"}
    reference = "GR994"


# The conditions


class not_registered_as_sole_trader(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is not registered as a sole trader"
    labels = {"kk": "Жеке кәсіпкер ретінде тіркелмеген", "ru": "Не зарегистрирован как индивидуальный предприниматель"}
    reference = "TC2025"

    def formula(person, period):
        """The regime is for those without registration."""
        return ~person("is_individual_entrepreneur", period)


class self_employed_income_within_limit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The income of the month is within the limit of the regime of the self-employed"
    labels = {"kk": "Айлық табысы 300 АЕК-тен аспайды", "ru": "Доход за месяц не превышает 300 МРП"}
    reference = "TC2025"

    def formula_2026(person, period, parameters):
        """Up to 300 monthly calculation indices."""
        limit = parameters(period).self_employed_regime.income_limit
        return person("self_employment_income", period) <= limit * parameters(period).base.monthly_calculation_index


class self_employed_regime_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is taxed under the special regime of the self-employed"
    labels = {
        "kk": "Өзін-өзі жұмыспен қамтығандар режимін қолданады",
        "ru": "Применяет режим самозанятых",
    }
    reference = ["TC2025", "GR994"]

    def formula_2026(person, period):
        """Has chosen it, without registration, without employees, in a listed activity, with a small income."""
        return (
            person("chose_self_employed_regime", period)
            & person("not_registered_as_sole_trader", period)
            & person("works_without_employees", period)
            & person("in_listed_self_employed_activity", period)
            & person("self_employed_income_within_limit", period)
        )


class owes_self_employed_contributions(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Owes the social payments of the self-employed, being neither a pensioner nor a student"
    labels = {
        "kk": "Әлеуметтік төлемдерді төлейді: зейнеткер де, студент те емес",
        "ru": "Обязан платить социальные платежи: не пенсионер и не студент",
    }
    reference = "TC2025"

    def formula_2026(person, period):
        """Under the regime; pensioners and students pay nothing."""
        return (
            person("self_employed_regime_eligible", period)
            & (person("old_age_pension", period) <= 0)
            & ~person("is_student", period)
        )


# What is paid


class self_employed_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension contribution of the self-employed (OPV)"
    labels = {"kk": "Өзін-өзі жұмыспен қамтығанның МЗЖ", "ru": "ОПВ самозанятого"}
    unit = "currency/month"
    reference = "TC2025"

    def formula_2026(person, period, parameters):
        """1 % of the income."""
        amount = parameters(period).self_employed_regime.pension * person("self_employment_income", period)
        return where(person("owes_self_employed_contributions", period), amount, 0)


class self_employed_employer_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Contribution of the self-employed in place of an employer's (OPVR)"
    labels = {"kk": "Өзін-өзі жұмыспен қамтығанның ЖМЗЖ", "ru": "ОПВР самозанятого"}
    unit = "currency/month"
    reference = "TC2025"

    def formula_2026(person, period, parameters):
        """1 % of the income."""
        amount = parameters(period).self_employed_regime.employer_pension * person("self_employment_income", period)
        return where(person("owes_self_employed_contributions", period), amount, 0)


class self_employed_social_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social contribution of the self-employed (SO)"
    labels = {"kk": "Өзін-өзі жұмыспен қамтығанның әлеуметтік аударымы", "ru": "Социальное отчисление самозанятого"}
    unit = "currency/month"
    reference = "TC2025"

    def formula_2026(person, period, parameters):
        """1 % of the income."""
        amount = parameters(period).self_employed_regime.social * person("self_employment_income", period)
        return where(person("owes_self_employed_contributions", period), amount, 0)


class self_employed_health_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Health insurance contribution of the self-employed (VOSMS)"
    labels = {"kk": "Өзін-өзі жұмыспен қамтығанның МӘМС жарнасы", "ru": "ВОСМС самозанятого"}
    unit = "currency/month"
    reference = "TC2025"

    def formula_2026(person, period, parameters):
        """1 % of the income."""
        amount = parameters(period).self_employed_regime.health * person("self_employment_income", period)
        return where(person("owes_self_employed_contributions", period), amount, 0)


class self_employed_regime_contributions(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social payments of the self-employed, together"
    labels = {
        "kk": "Өзін-өзі жұмыспен қамтығанның әлеуметтік төлемдері",
        "ru": "Социальные платежи самозанятого",
    }
    unit = "currency/month"
    reference = "TC2025"

    def formula_2026(person, period):
        """Both pension contributions, the social one and that for health insurance."""
        return (
            person("self_employed_pension_contribution", period)
            + person("self_employed_employer_pension_contribution", period)
            + person("self_employed_social_contribution", period)
            + person("self_employed_health_contribution", period)
        )


class self_employed_income_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income tax of the self-employed under the regime"
    labels = {"kk": "Өзін-өзі жұмыспен қамтығанның жеке табыс салығы", "ru": "Подоходный налог самозанятого"}
    unit = "currency/month"
    reference = "TC2025"

    def formula_2026(person, period, parameters):
        """0 %."""
        amount = parameters(period).self_employed_regime.income_tax * person("self_employment_income", period)
        return where(person("self_employed_regime_eligible", period), amount, 0)
