"""State basic pension: flat to June 2018, then by years of participation in the pension system (SC2023 Art. 206)."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    maximum,
    minimum,
    round_up,
    where,
    whole,
)


class basic_pension_full_years(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Full years of participation in the pension system: service before 1998, and periods with contributions"
    labels = {"kk": "Зейнетақы жүйесіне қатысқан толық жылдар", "ru": "Полных лет участия в пенсионной системе"}
    unit = "year"
    reference = ["PENS2013", "SC2023 Art. 206"]

    def formula_2018_07(person, period):
        """The full years of service and contributions together."""
        return whole(person("service_years", period))


class basic_pension_share(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Share of the subsistence minimum that the basic pension is"
    labels = {"kk": "Базалық зейнетақының ең төменгі күнкөріс деңгейіндегі үлесі", "ru": "Доля прожиточного минимума"}
    unit = "/1"
    reference = ["PENS2013", "SC2023 Art. 206"]

    def formula_2018_07(person, period, parameters):
        """The least share with ten years or fewer, and 2 % for each full year beyond, up to the ceiling (Art. 206)."""
        law = parameters(period).basic_pension
        extra_years = maximum(person("basic_pension_full_years", period) - law.years_at_least_share, 0)
        return minimum(law.share.least + law.share.step * extra_years, law.share.most)


class basic_pension_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the basic pension"
    labels = {"kk": "Базалық зейнетақыға құқығы бар", "ru": "Имеет право на базовую пенсию"}
    reference = ["PENS2013", "SC2023 Art. 206"]

    def formula_2015(person, period):
        """Living, and of pension age; no years of participation are needed (Art. 206)."""
        return person("is_living", period) & person("reached_pension_age", period)


class basic_pension(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "State basic pension"
    labels = {"kk": "Мемлекеттік базалық зейнетақы", "ru": "Государственная базовая пенсия"}
    unit = "currency/month"
    reference = ["PENS2013", "SC2023 Art. 206"]

    def formula_2015(person, period, parameters):
        """One amount for all."""
        amount = parameters(period).base.minimum_basic_pension
        return where(person("basic_pension_eligible", period), amount, 0)

    def formula_2016(person, period, parameters):
        """One amount for all, worked out from the rises: the published one was not found."""
        amount = parameters(period).basic_pension.flat_not_published
        return where(person("basic_pension_eligible", period), amount, 0)

    def formula_2017_07(person, period, parameters):
        """One amount for all."""
        amount = parameters(period).base.minimum_basic_pension
        return where(person("basic_pension_eligible", period), amount, 0)

    def formula_2018_07(person, period, parameters):
        """The person's share of the subsistence minimum, rounded up to a whole tenge (Art. 206)."""
        amount = person("basic_pension_share", period) * parameters(period).base.subsistence_minimum
        return where(person("basic_pension_eligible", period), round_up(amount), 0)
