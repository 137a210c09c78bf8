"""Employment of people with disability: subsidies to the employer for the worker hired."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    calendar_months_between,
    first_day,
    maximum,
    minimum,
    round_to_unit,
    where,
)

# What the employer states


class workplace_adaptation_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cost of adapting the workplace, with documents"
    unit = "currency"
    reference = "PP4804"


class specialists_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cost of interpreters, psychologists and escorts for the worker, with documents"
    unit = "currency"
    reference = "UP85"


# Conditions


class has_recognised_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a recognised disability"
    labels = {"uz": "Nogironligi tan olingan", "ru": "Имеет установленную инвалидность"}
    reference = ["PP57 item 1", "PP4804"]

    def formula(person, period):
        """Any group."""
        group = person("disability_group", period)
        return group != group.possible_values.none


class employer_is_not_state(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is neither a budget body nor a state firm nor half or more state-owned"
    labels = {"uz": "Ish beruvchi davlat tashkiloti emas", "ru": "Работодатель не государственный"}
    reference = ["PP57 item 1", "PKM450"]

    def formula(person, period):
        """Neither a budget organisation nor a state firm."""
        sector = person("employer_sector", period)
        kinds = sector.possible_values
        return (sector != kinds.budget) & (sector != kinds.state_firm)


class month_of_present_job(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Which month of the present job this is; zero before the first"
    unit = "month"
    reference = ["PP57 item 1", "PP4850", "RES201903"]

    def formula(person, period):
        """The month in which the job begins is the first."""
        month = calendar_months_between(person("job_start_date", period), first_day(period)) + 1
        return where(person("works_formally", period), maximum(month, 0), 0)


class within_disability_hiring_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Within the months for which the hiring of a person with disability is subsidised"
    labels = {"uz": "Subsidiya oylari ichida", "ru": "В пределах месяцев субсидии"}
    reference = "PP57 item 1"

    def formula_2022_01(person, period, parameters):
        """The first to the sixth month of the job."""
        law = parameters(period).disability_employment.hiring
        month = person("month_of_present_job", period)
        return (month >= 1) & (month <= law.months)


# Hiring


class disability_hiring_subsidy_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is entitled to the subsidy for hiring a person with disability"
    labels = {
        "uz": "Nogironligi bor shaxsni ishga olish subsidiyasiga haqli",
        "ru": "Право на субсидию за наём лица с инвалидностью",
    }
    reference = ["PP57 item 1", "PKM203"]

    def formula_2022_01(person, period):
        """A worker with disability, an employer outside the state, the first six months."""
        return (
            person("has_recognised_disability", period)
            & person("employer_is_not_state", period)
            & person("within_disability_hiring_months", period)
        )


class disability_hiring_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidy to the employer for hiring a person with disability"
    labels = {"uz": "Nogironligi bor shaxsni ishga olish subsidiyasi", "ru": "Субсидия за наём лица с инвалидностью"}
    unit = "currency/month"
    reference = ["PP57 item 1", "PKM203"]

    def formula_2022_01(person, period, parameters):
        """One and a half base calculation units a month."""
        amount = parameters(period).disability_employment.hiring.amount * parameters(period).base.base_calculation_unit
        return where(person("disability_hiring_subsidy_eligible", period), round_to_unit(amount), 0)


# Workplace and specialists


class workplace_adaptation_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is entitled to the subsidy for adapting a workplace"
    labels = {
        "uz": "Ish o'rnini moslashtirish subsidiyasiga haqli",
        "ru": "Право на субсидию на приспособление рабочего места",
    }
    reference = "PP4804"

    def formula_2020_08_11(person, period):
        """A worker with disability under contract, and an employer outside the state."""
        return (
            person("has_recognised_disability", period)
            & person("works_formally", period)
            & person("employer_is_not_state", period)
        )


class workplace_adaptation(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidy to the employer for adapting a workplace"
    labels = {"uz": "Ish o'rnini moslashtirish subsidiyasi", "ru": "Субсидия на приспособление рабочего места"}
    unit = "currency/month"
    reference = "PP4804"

    def formula_2020_08_11(person, period, parameters):
        """The cost, up to 40 base calculation units."""
        cap = (
            parameters(period).disability_employment.workplace_adaptation
            * parameters(period).base.base_calculation_unit
        )
        paid = minimum(person("workplace_adaptation_cost", period), cap)
        return where(person("workplace_adaptation_eligible", period), round_to_unit(paid), 0)


class disability_specialists_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is entitled to the subsidy for interpreters, psychologists and escorts"
    labels = {"uz": "Surdotarjimon va hamrohlik subsidiyasiga haqli", "ru": "Право на субсидию на специалистов"}
    reference = "UP85"

    def formula_2025_06(person, period):
        """A worker of disability group I or II under contract, and an employer outside the state."""
        return (
            person("has_severe_disability", period)
            & person("works_formally", period)
            & person("employer_is_not_state", period)
        )


class disability_specialists(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidy to the employer for interpreters, psychologists and escorts"
    labels = {"uz": "Surdotarjimon va hamrohlik subsidiyasi", "ru": "Субсидия на специалистов"}
    unit = "currency/month"
    reference = "UP85"

    def formula_2025_06(person, period, parameters):
        """The cost, up to 50 million sum."""
        cap = parameters(period).disability_employment.specialists
        paid = minimum(person("specialists_cost", period), cap)
        return where(person("disability_specialists_eligible", period), round_to_unit(paid), 0)
