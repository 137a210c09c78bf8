"""Subsidies and loans to employers for the worker hired."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    add_months,
    in_month,
    minimum,
    round_to_unit,
    where,
)

# What the employer and the worker state


class of_other_vulnerable_group(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of a socially vulnerable group other than people with disability"
    reference = "RES201807"


class hired_above_quota(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Holds a job above the quota of the employer"
    reference = "RES201807"


class employer_keeps_jobs_above_quota(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer keeps the workers above the quota for the months asked"
    reference = "RES201807"


class hired_from_unemployment_register(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Was registered as unemployed when hired"
    reference = "PP4850"


class employer_leases_forest_land(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer leases forest land"
    reference = "PP4850"


class engaged_as_homeworker(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Works at home for an entrepreneur"
    reference = "PP64"


class homework_loan_asked(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Interest-free loan asked for by the entrepreneur for this homeworker"
    unit = "currency"
    reference = "PP64"


# Vulnerable workers above the quota


class is_vulnerable_worker(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of a socially vulnerable group, disability included"
    labels = {"uz": "Ijtimoiy ehtiyojmand toifadan", "ru": "Из социально уязвимой группы"}
    reference = "RES201807"

    def formula(person, period):
        """A recognised disability, or another vulnerable group."""
        return person("has_recognised_disability", period) | person("of_other_vulnerable_group", period)


class above_quota_subsidy_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is entitled to the subsidy for workers above the quota"
    labels = {"uz": "Kvotadan ortiq ishga olish subsidiyasiga haqli", "ru": "Право на субсидию за наём сверх квоты"}
    reference = "RES201807"

    def formula_2018_08(person, period):
        """A vulnerable worker in formal work above the quota, kept for at least twelve months."""
        return (
            person("is_vulnerable_worker", period)
            & person("works_formally", period)
            & person("hired_above_quota", period)
            & person("employer_keeps_jobs_above_quota", period)
        )


class above_quota_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidy to the employer for a worker above the quota"
    labels = {"uz": "Kvotadan ortiq ishga olish subsidiyasi", "ru": "Субсидия за наём сверх квоты"}
    unit = "currency/month"
    reference = "RES201807"

    def formula_2018_08(person, period, parameters):
        """Two minimum wages a month."""
        law = parameters(period).hiring_subsidies.above_quota
        amount = law.amount * parameters(period).base.minimum_wage
        return where(person("above_quota_subsidy_eligible", period), round_to_unit(amount), 0)

    def formula_2019_09(person, period, parameters):
        """Two base calculation units a month, which took the place of the minimum wage."""
        law = parameters(period).hiring_subsidies.above_quota
        amount = law.amount * parameters(period).base.base_calculation_unit
        return where(person("above_quota_subsidy_eligible", period), round_to_unit(amount), 0)


# Lessees of forest land


class within_forest_lessee_months(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Within the months for which a lessee of forest land is subsidised"
    labels = {"uz": "O'rmon ijarachisi subsidiyasi oylari ichida", "ru": "В пределах месяцев субсидии арендатору леса"}
    reference = "PP4850"

    def formula_2020_10(person, period, parameters):
        """The first to the sixth month of the job."""
        law = parameters(period).hiring_subsidies.forest_lessee
        month = person("month_of_present_job", period)
        return (month >= 1) & (month <= law.months)


class forest_lessee_subsidy_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The lessee of forest land is entitled to the wage subsidy"
    labels = {"uz": "O'rmon ijarachisi ish haqi subsidiyasiga haqli", "ru": "Право арендатора леса на субсидию"}
    reference = "PP4850"

    def formula_2020_10(person, period):
        """Hired from the register of the unemployed by a lessee of forest land, in the first six months."""
        return (
            person("employer_leases_forest_land", period)
            & person("hired_from_unemployment_register", period)
            & person("within_forest_lessee_months", period)
        )


class forest_lessee_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage subsidy to a lessee of forest land"
    labels = {"uz": "O'rmon ijarachisi ish haqi subsidiyasi", "ru": "Субсидия арендатору леса"}
    unit = "currency/month"
    reference = "PP4850"

    def formula_2020_10(person, period, parameters):
        """Half the wage, up to two base calculation units a month."""
        law = parameters(period).hiring_subsidies.forest_lessee
        amount = minimum(law.share * person("wage", period), law.cap * parameters(period).base.base_calculation_unit)
        return where(person("forest_lessee_subsidy_eligible", period), round_to_unit(amount), 0)


# People released from prison


class completes_trial_after_prison(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Completes the months of work asked of people released from prison in this month"
    labels = {"uz": "Shu oyda uch oylik ish to'ladi", "ru": "В этом месяце исполнилось три месяца работы"}
    reference = "PKM450"

    def formula_2023_10(person, period, parameters):
        """Three months after the job began."""
        law = parameters(period).hiring_subsidies.released_prisoner
        return in_month(add_months(person("job_start_date", period), law.months), period)


class released_prisoner_hiring_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is entitled to the subsidy for hiring a person released from prison"
    labels = {
        "uz": "Jazoni o'taganni ishga olish subsidiyasiga haqli",
        "ru": "Право на субсидию за наём освобождённого",
    }
    reference = "PKM450"

    def formula_2023_10(person, period):
        """Released, in formal work outside the state, three months worked."""
        return (
            person("was_released_from_prison", period)
            & person("works_formally", period)
            & person("employer_is_not_state", period)
            & person("completes_trial_after_prison", period)
        )


class released_prisoner_hiring(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidy to the employer for hiring a person released from prison"
    labels = {"uz": "Jazoni o'taganni ishga olish subsidiyasi", "ru": "Субсидия за наём освобождённого"}
    unit = "currency/month"
    reference = "PKM450"

    def formula_2023_10(person, period, parameters):
        """Three base calculation units, once."""
        amount = (
            parameters(period).hiring_subsidies.released_prisoner.amount * parameters(period).base.base_calculation_unit
        )
        return where(person("released_prisoner_hiring_eligible", period), round_to_unit(amount), 0)


# Homeworkers


class unemployed_or_of_register_family(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Unemployed, or of a register family"
    labels = {"uz": "Ishsiz yoki reyestr oilasidan", "ru": "Безработный или из семьи реестра"}
    reference = "PP64"

    def formula(person, period):
        """Registered as unemployed, or of a family in the register."""
        return person("is_registered_unemployed", period) | person("in_register_family", period)


class homework_loan_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The entrepreneur is entitled to the interest-free loan for a homeworker"
    labels = {"uz": "Kasanachi uchun foizsiz ssudaga haqli", "ru": "Право на беспроцентную ссуду на надомника"}
    reference = "PP64"

    def formula_2025_02_18(person, period):
        """Engages an unemployed person, or a member of a register family, at home."""
        return person("engaged_as_homeworker", period) & person("unemployed_or_of_register_family", period)


class homework_loan(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Interest-free loan to the entrepreneur for a homeworker"
    labels = {"uz": "Kasanachi uchun foizsiz ssuda", "ru": "Беспроцентная ссуда на надомника"}
    unit = "currency/month"
    reference = "PP64"

    def formula_2025_02_18(person, period, parameters):
        """The sum asked, up to 10 base calculation units for each homeworker."""
        cap = parameters(period).hiring_subsidies.homework_loan.amount * parameters(period).base.base_calculation_unit
        paid = minimum(person("homework_loan_asked", period), cap)
        return where(person("homework_loan_eligible", period), round_to_unit(paid), 0)
