"""Which active labour-market measures a person can have, and the tax reliefs among them."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    round_to_unit,
    where,
)

# Tax reliefs for the employer: their rules stand with the taxes, here they are measures


class youth_tax_refund_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2022-12-31"
    label = "The employer is entitled to the refund of social tax on a young worker"
    labels = {
        "uz": "Yosh xodim uchun ijtimoiy soliq qaytarilishiga haqli",
        "ru": "Право на возврат социального налога за молодого работника",
    }
    reference = "UP202104"

    def formula_2021_05(person, period):
        """A young worker in formal work, with an employer outside the state sector."""
        return (
            person("young_for_social_tax_refund", period)
            & person("employer_outside_state_sector", period)
            & person("works_formally", period)
        )


class register_hire_relief_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is entitled to the reduced social tax on a worker from a register family"
    labels = {"uz": "Reyestr oilasidan ishga olish imtiyoziga haqli", "ru": "Право на льготу за наём из семьи реестра"}
    reference = "UP143"

    def formula_2025(person, period):
        """Hired from a register family within three years, paid at least one and a half minimum wages."""
        return person("register_family_tax_relief", period)


class register_hire_relief(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social tax saved by the employer of a worker from a register family"
    labels = {
        "uz": "Reyestr oilasidan ishga olishda tejalgan soliq",
        "ru": "Сбережённый налог за наём из семьи реестра",
    }
    unit = "currency/month"
    reference = "UP143"

    def formula_2025(person, period, parameters):
        """The tax at the general rate, less the tax due."""
        usual = round_to_unit(parameters(period).social_tax.rate.general * person("wage", period))
        return where(person("register_hire_relief_eligible", period), usual - person("social_tax", period), 0)


class farm_cooperative_relief_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2027-12-31"
    label = "Works in a new farm or medicinal-plant cooperative with reduced taxes"
    labels = {
        "uz": "Soliq imtiyozli yangi kooperativda ishlaydi",
        "ru": "Работает в новом кооперативе со сниженными налогами",
    }
    reference = "PP12"

    def formula_2025_04(person, period):
        """The employer is such a cooperative."""
        sector = person("employer_sector", period)
        return person("works_formally", period) & (sector == sector.possible_values.farm_cooperative)


class farm_cooperative_social_tax_relief(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2027-12-31"
    label = "Social tax saved by a new farm or medicinal-plant cooperative"
    labels = {"uz": "Kooperativ tejagan ijtimoiy soliq", "ru": "Социальный налог, сбережённый кооперативом"}
    unit = "currency/month"
    reference = "PP12"

    def formula_2025_04(person, period, parameters):
        """The tax at the general rate, less the tax due."""
        usual = round_to_unit(parameters(period).social_tax.rate.general * person("wage", period))
        return where(person("farm_cooperative_relief_eligible", period), usual - person("social_tax", period), 0)


class farm_cooperative_income_tax_relief(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2027-12-31"
    label = "Income tax saved by a worker of a new farm or medicinal-plant cooperative"
    labels = {
        "uz": "Kooperativ xodimi tejagan daromad solig'i",
        "ru": "Подоходный налог, сбережённый работником кооператива",
    }
    unit = "currency/month"
    reference = "PP12"

    def formula_2025_04(person, period, parameters):
        """The tax at the general rate, less the tax due on the wage."""
        usual = round_to_unit(parameters(period).income_tax.rate * person("taxable_wage", period))
        return where(person("farm_cooperative_relief_eligible", period), usual - person("wage_tax", period), 0)


# All measures


class measures_open_to_person(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Number of active labour-market measures open to the person"
    labels = {"uz": "Shaxs uchun ochiq bandlik choralari soni", "ru": "Число доступных мер занятости"}
    unit = "/1"
    reference = ["EMP2020", "PKM799"]

    def formula_2017_10_09(person, period):
        """How many of the measures hold: those for the person first, those the employer receives for the worker after them."""
        return (
            person.filled_array(0)
            + person("public_works_eligible", period)
            + person("training_stipend_eligible", period)
            + person("fish_course_eligible", period)
            + person("registration_grant_eligible", period)
            + person("tools_subsidy_eligible", period)
            + person("tools_loan_eligible", period)
            + person("rent_help_eligible", period)
            + person("released_prisoner_project_eligible", period)
            + person("greenhouse_subsidy_eligible", period)
            + person("irrigation_subsidy_eligible", period)
            + person("seeds_subsidy_eligible", period)
            + person("cooperative_share_eligible", period)
            + person("loom_subsidy_eligible", period)
            + person("pasture_tools_subsidy_eligible", period)
            + person("youth_contract_bonus_eligible", period)
            + person("migrant_disability_aid_eligible", period)
            + person("reserved_job_eligible", period)
            + person("disability_hiring_subsidy_eligible", period)
            + person("workplace_adaptation_eligible", period)
            + person("disability_specialists_eligible", period)
            + person("above_quota_subsidy_eligible", period)
            + person("forest_lessee_subsidy_eligible", period)
            + person("released_prisoner_hiring_eligible", period)
            + person("homework_loan_eligible", period)
            + person("vulnerable_training_eligible", period)
            + person("retraining_subsidy_eligible", period)
            + person("youth_tax_refund_eligible", period)
            + person("register_hire_relief_eligible", period)
            + person("farm_cooperative_relief_eligible", period)
            + (person.household("migrant_breadwinner_aid_eligible", period) & person("in_family", period))
        )
