"""Subsidies for production at home: household plots, farm cooperatives, hand weaving, pasture farming."""

from openfisca_country.law import (
    MONTH,
    Household,
    Person,
    Variable,
    minimum,
    round_to_unit,
    where,
)

# What the person states


class has_household_plot(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Has a household plot"
    reference = "ENTFUND"


class greenhouse_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cost of a light greenhouse, with documents"
    unit = "currency"
    reference = "ENTFUND"


class irrigation_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cost of irrigation, with documents"
    unit = "currency"
    reference = "ENTFUND"


class seeds_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cost of seeds and seedlings, with documents"
    unit = "currency"
    reference = "ENTFUND"


class joins_farm_cooperative(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Joins a farm cooperative set up for employment"
    reference = ["ENTFUND", "PP12"]


class cooperative_share_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Share to be paid into the cooperative"
    unit = "currency"
    reference = ["ENTFUND", "PP12"]


class returned_labour_migrant(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has returned from labour migration"
    reference = "ENTFUND"


class weaves_by_hand(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Weaves carpets or silk by hand as a member of the silk association"
    reference = "ENTFUND"


class looms_bought(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Looms bought"
    unit = "/1"
    reference = "ENTFUND"


class looms_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cost of the looms, with documents"
    unit = "currency"
    reference = "ENTFUND"


class jobs_created(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Jobs created"
    unit = "person"
    reference = "ENTFUND"


class in_pasture_association(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Member of the pasture-farming association"
    reference = "ENTFUND"


class pasture_tools_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cost of tools for pasture farming, with documents"
    unit = "currency"
    reference = "ENTFUND"


# Household plots


class of_age_without_formal_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of age to work, and without formal work"
    labels = {"uz": "Mehnatga layoqatli yoshda, rasmiy ishi yo'q", "ru": "Трудового возраста, без официальной работы"}
    reference = "ENTFUND"

    def formula_2021_04_30(person, period):
        """Has reached the age from which a person can be unemployed, and has no formal work."""
        return person("of_age_to_be_unemployed", period) & ~person("works_formally", period)


class household_plot_support_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to household-plot subsidies"
    labels = {"uz": "Tomorqa subsidiyalariga haqli", "ru": "Право на субсидии для приусадебного хозяйства"}
    reference = ["ENTFUND", "PKM-SC2021", "UP143"]

    def formula_2021_04_30(person, period):
        """A plot, no formal work, and a social contract where one is required."""
        return (
            person.household("has_household_plot", period)
            & person("of_age_without_formal_work", period)
            & person("social_contract_satisfied", period)
            & person("register_contract_satisfied", period)
        )


class greenhouse_subsidy_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the subsidy for a greenhouse"
    labels = {"uz": "Issiqxona subsidiyasiga haqli", "ru": "Право на: субсидия на теплицу"}
    reference = "ENTFUND"

    def formula_2021_04_30(person, period):
        """Open to those entitled to household-plot subsidies."""
        return person("household_plot_support_eligible", period)


class greenhouse_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidy for a greenhouse"
    labels = {"uz": "Issiqxona subsidiyasi", "ru": "Субсидия на теплицу"}
    unit = "currency/month"
    reference = "ENTFUND"

    def formula_2021_04_30(person, period, parameters):
        """The cost, up to 30 base calculation units."""
        cap = parameters(period).home_production_support.greenhouse * parameters(period).base.base_calculation_unit
        paid = minimum(person("greenhouse_cost", period), cap)
        return where(person("greenhouse_subsidy_eligible", period), round_to_unit(paid), 0)


class irrigation_subsidy_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the subsidy for irrigation"
    labels = {"uz": "Sug'orish subsidiyasiga haqli", "ru": "Право на: субсидия на орошение"}
    reference = "ENTFUND"

    def formula_2021_04_30(person, period):
        """Open to those entitled to household-plot subsidies."""
        return person("household_plot_support_eligible", period)


class irrigation_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidy for irrigation"
    labels = {"uz": "Sug'orish subsidiyasi", "ru": "Субсидия на орошение"}
    unit = "currency/month"
    reference = "ENTFUND"

    def formula_2021_04_30(person, period, parameters):
        """The cost, up to 10 base calculation units."""
        cap = parameters(period).home_production_support.irrigation * parameters(period).base.base_calculation_unit
        paid = minimum(person("irrigation_cost", period), cap)
        return where(person("irrigation_subsidy_eligible", period), round_to_unit(paid), 0)


class seeds_subsidy_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the subsidy for seeds and seedlings"
    labels = {"uz": "Urug'lik subsidiyasiga haqli", "ru": "Право на: субсидия на семена"}
    reference = "ENTFUND"

    def formula_2021_04_30(person, period):
        """Open to those entitled to household-plot subsidies."""
        return person("household_plot_support_eligible", period)


class seeds_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidy for seeds and seedlings"
    labels = {"uz": "Urug'lik subsidiyasi", "ru": "Субсидия на семена"}
    unit = "currency/month"
    reference = "ENTFUND"

    def formula_2021_04_30(person, period, parameters):
        """The cost, up to 3 base calculation units."""
        cap = parameters(period).home_production_support.seeds * parameters(period).base.base_calculation_unit
        paid = minimum(person("seeds_cost", period), cap)
        return where(person("seeds_subsidy_eligible", period), round_to_unit(paid), 0)


# Shares in farm cooperatives


class of_cooperative_groups(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Unemployed, of a low-income or register family, or returned from labour migration"
    labels = {"uz": "Kooperativ ulushi toifalaridan", "ru": "Из категорий для кооперативного пая"}
    reference = ["ENTFUND", "PP12"]

    def formula_2022_04(person, period):
        """Unemployed, of a low-income family, or a returned labour migrant."""
        return (
            person("is_registered_unemployed", period)
            | (person.household("is_low_income_family", period) & person("in_family", period))
            | person("returned_labour_migrant", period)
        )

    def formula_2025_01_17(person, period):
        """As before, and members of register families (PP12)."""
        return (
            person("is_registered_unemployed", period)
            | (person.household("is_low_income_family", period) & person("in_family", period))
            | person("returned_labour_migrant", period)
            | person("in_register_family", period)
        )


class cooperative_share_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the payment of a cooperative share"
    labels = {"uz": "Kooperativ ulushi to'loviga haqli", "ru": "Право на оплату пая в кооперативе"}
    reference = ["ENTFUND", "PP12"]

    def formula_2022_04(person, period):
        """Joins a cooperative, of the groups listed, under a social contract where required."""
        return (
            person("joins_farm_cooperative", period)
            & person("of_cooperative_groups", period)
            & person("of_age_without_formal_work", period)
            & person("social_contract_satisfied", period)
            & person("register_contract_satisfied", period)
        )


class cooperative_share_payment(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Payment of a cooperative share"
    labels = {"uz": "Kooperativ ulushi to'lovi", "ru": "Оплата пая в кооперативе"}
    unit = "currency/month"
    reference = ["ENTFUND", "PP12"]

    def formula_2022_04(person, period, parameters):
        """The share, up to 10 base calculation units."""
        cap = (
            parameters(period).home_production_support.cooperative_share * parameters(period).base.base_calculation_unit
        )
        paid = minimum(person("cooperative_share_cost", period), cap)
        return where(person("cooperative_share_eligible", period), round_to_unit(paid), 0)


# Looms and pasture tools


class creates_jobs_for_looms(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Creates the jobs that the loom subsidy asks for"
    labels = {"uz": "Dastgoh uchun yetarli ish o'rni yaratadi", "ru": "Создаёт рабочие места для станков"}
    reference = "ENTFUND"

    def formula_2022_04(person, period, parameters):
        """At least three jobs."""
        return person("jobs_created", period) >= parameters(period).home_production_support.loom.jobs


class loom_subsidy_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the subsidy for looms"
    labels = {"uz": "To'qish dastgohi subsidiyasiga haqli", "ru": "Право на субсидию на ткацкие станки"}
    reference = "ENTFUND"

    def formula_2022_04(person, period):
        """Weaves by hand, and creates at least three jobs."""
        return person("weaves_by_hand", period) & person("creates_jobs_for_looms", period)


class loom_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidy for looms"
    labels = {"uz": "To'qish dastgohi subsidiyasi", "ru": "Субсидия на ткацкие станки"}
    unit = "currency/month"
    reference = "ENTFUND"

    def formula_2022_04(person, period, parameters):
        """The cost, up to 10 base calculation units for each loom."""
        cap = parameters(period).home_production_support.loom.amount * parameters(period).base.base_calculation_unit
        paid = minimum(person("looms_cost", period), cap * person("looms_bought", period))
        return where(person("loom_subsidy_eligible", period), round_to_unit(paid), 0)


class creates_jobs_for_pasture(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Creates the job that the pasture subsidy asks for"
    labels = {"uz": "Yaylov subsidiyasi uchun ish o'rni yaratadi", "ru": "Создаёт рабочее место для пастбища"}
    reference = "ENTFUND"

    def formula_2022_04(person, period, parameters):
        """At least one job."""
        return person("jobs_created", period) >= parameters(period).home_production_support.pasture_tools.jobs


class pasture_tools_subsidy_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the subsidy for pasture tools"
    labels = {"uz": "Yaylov uskunalari subsidiyasiga haqli", "ru": "Право на субсидию на пастбищные орудия"}
    reference = "ENTFUND"

    def formula_2022_04(person, period):
        """Member of the association, and creates at least one job."""
        return person("in_pasture_association", period) & person("creates_jobs_for_pasture", period)


class pasture_tools_subsidy(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Subsidy for pasture tools"
    labels = {"uz": "Yaylov uskunalari subsidiyasi", "ru": "Субсидия на пастбищные орудия"}
    unit = "currency/month"
    reference = "ENTFUND"

    def formula_2022_04(person, period, parameters):
        """The cost, up to 10 base calculation units."""
        cap = (
            parameters(period).home_production_support.pasture_tools.amount
            * parameters(period).base.base_calculation_unit
        )
        paid = minimum(person("pasture_tools_cost", period), cap)
        return where(person("pasture_tools_subsidy_eligible", period), round_to_unit(paid), 0)
