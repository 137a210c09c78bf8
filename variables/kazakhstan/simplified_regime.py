"""Simplified tax regime of sole traders: a tax on turnover, from 2026."""

from openfisca_country.law import MONTH, MONTHS_IN_YEAR, YEAR, Household, Person, Variable, clip, where

# What the sole trader or the region states


class chose_simplified_regime(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has chosen the special regime of the simplified declaration"
    labels = {
        "kk": "Оңайлатылған декларация режимін таңдаған",
        "ru": "Выбрал режим упрощённой декларации",
    }
    reference = "TC2025"


class turnover_tax_rate_of_region(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Rate of the turnover tax that the region has set; zero where it has set none"
    labels = {
        "kk": "Өңір белгілеген айналым салығының мөлшерлемесі",
        "ru": "Ставка налога с оборота, установленная регионом",
    }
    unit = "/1"
    reference = "TC2025"


# The conditions


class turnover_within_limit(Variable):
    value_type = bool
    entity = Person
    definition_period = YEAR
    label = "The year's turnover is within the limit of the simplified regime"
    labels = {"kk": "Жылдық айналым шектен аспайды", "ru": "Годовой оборот не превышает предел"}
    reference = "TC2025"

    def formula_2026(person, period, parameters):
        """Up to 600,000 monthly calculation indices."""
        limit = parameters(period).simplified_regime.turnover_limit
        return person("yearly_turnover", period) <= limit * parameters(period).base.monthly_calculation_index


class simplified_regime_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is taxed under the simplified regime of sole traders"
    labels = {
        "kk": "Оңайлатылған декларация режимін қолданады",
        "ru": "Применяет режим упрощённой декларации",
    }
    reference = "TC2025"

    def formula_2026(person, period):
        """A registered sole trader who has chosen the regime, with a turnover within the limit."""
        return (
            person("is_individual_entrepreneur", period)
            & person("chose_simplified_regime", period)
            & person("turnover_within_limit", period.this_year)
        )


# The tax


class turnover_tax_rate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Rate of the tax on turnover"
    labels = {"kk": "Айналым салығының мөлшерлемесі", "ru": "Ставка налога с оборота"}
    unit = "/1"
    reference = "TC2025"

    def formula_2026(person, period, parameters):
        """4 %, or the region's own rate, between 2 and 6 %."""
        law = parameters(period).simplified_regime
        own = person.household("turnover_tax_rate_of_region", period)
        return where(own > 0, clip(own, law.lowest_rate, law.highest_rate), law.rate)


class turnover_tax(Variable):
    value_type = float
    entity = Person
    definition_period = YEAR
    label = "Turnover tax of the year"
    labels = {"kk": "Жылдық айналым салығы", "ru": "Налог с оборота за год"}
    unit = "currency/year"
    reference = "TC2025"

    def formula_2026(person, period):
        """The rate of January on the turnover."""
        return person("turnover_tax_rate", period.first_month) * person("yearly_turnover", period)


class turnover_tax_of_month(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "A month's part of the turnover tax"
    labels = {"kk": "Айналым салығының айлық бөлігі", "ru": "Месячная часть налога с оборота"}
    unit = "currency/month"
    reference = "TC2025"

    def formula_2026(person, period):
        """A twelfth of the year's tax, where the regime applies."""
        part = person("turnover_tax", period.this_year) / MONTHS_IN_YEAR
        return where(person("simplified_regime_eligible", period), part, 0)
