"""Social tax of employers: the unified social payment to 2019, its reliefs since."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Enum,
    Person,
    Variable,
    add_years,
    first_day,
    last_day,
    round_to_unit,
    select,
    where,
)

# A relief goes before the rate of the employer's sector.
ORDERED = {"social_tax_rate"}

# What the employer states


class EmployerSector(Enum):
    private = "Private sector"
    budget = "Budget organisation"
    state_firm = "State body outside the budget, or firm with a state share of 50 % or more"
    farm_cooperative = "New cooperative that grows farm produce or medicinal plants"


class employer_sector(Variable):
    value_type = Enum
    possible_values = EmployerSector
    default_value = EmployerSector.private
    entity = Person
    definition_period = MONTH
    label = "Sector of the employer"
    reference = ["TAX", "PP12"]
    labels = {"uz": "Ish beruvchi sektori", "ru": "Сектор работодателя"}


class register_hire_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day of hiring of a person whose family was then in the register of poor families or the Social Register"
    unit = "date"
    reference = "UP143"


# The relief for register families, from 2025


class hired_from_register_family(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Hired from a register family, no more than three years ago"
    labels = {
        "uz": "Reyestrdagi oiladan ishga olinganiga uch yil bo'lmagan",
        "ru": "Принят из семьи реестра не более трёх лет назад",
    }
    reference = "UP143"

    def formula_2025(person, period, parameters):
        """From the month of hiring, for three years."""
        hired = person("register_hire_date", period)
        until = add_years(hired, parameters(period).social_tax.register_family.years)
        return (hired <= last_day(period)) & (first_day(period) < until)


class paid_enough_for_register_relief(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Paid at least one and a half minimum wages"
    labels = {"uz": "Kamida 1,5 eng kam ish haqi oladi", "ru": "Получает не менее 1,5 МРОТ"}
    reference = "UP143"

    def formula_2025(person, period, parameters):
        """The wage of the month is at least 1.5 minimum wages."""
        least = parameters(period).social_tax.register_family.least_wage * parameters(period).base.minimum_wage
        return person("wage", period) >= least


class register_family_tax_relief(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The reduced social tax for register families holds"
    labels = {
        "uz": "Reyestrdagi oila a'zosi uchun pasaytirilgan ijtimoiy soliq qo'llanadi",
        "ru": "Действует сниженный социальный налог для членов семей реестра",
    }
    reference = "UP143"

    def formula_2025(person, period):
        """Hired from a register family within three years, and paid at least 1.5 minimum wages."""
        return person("hired_from_register_family", period) & person("paid_enough_for_register_relief", period)


# The tax


class social_tax_rate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Rate of social tax"
    unit = "/1"
    reference = ["TAXOLD", "TAX", "UP143", "PP12"]

    def formula_2015_09(person, period, parameters):
        """25 % for most employers."""
        return person.filled_array(parameters(period).social_tax.rate.general)

    def formula_2019(person, period, parameters):
        """12 %; 25 % of state bodies and firms with a state share of 50 % or more."""
        rate = parameters(period).social_tax.rate
        sector = person("employer_sector", period)
        kinds = sector.possible_values
        return where((sector == kinds.budget) | (sector == kinds.state_firm), rate.state, rate.general)

    def formula_2020(person, period, parameters):
        """12 %; 25 % of budget organisations."""
        rate = parameters(period).social_tax.rate
        sector = person("employer_sector", period)
        return where(sector == sector.possible_values.budget, rate.state, rate.general)

    def formula_2025(person, period, parameters):
        """1 % for members of register families; else 12 %, or 25 % of budget organisations."""
        law = parameters(period).social_tax
        sector = person("employer_sector", period)
        return select(
            [person("register_family_tax_relief", period), sector == sector.possible_values.budget],
            [law.register_family.rate, law.rate.state],
            default=law.rate.general,
        )

    def formula_2025_04(person, period, parameters):
        """As before; 1 % of new cooperatives that grow farm produce or medicinal plants (PP12)."""
        law = parameters(period).social_tax
        sector = person("employer_sector", period)
        kinds = sector.possible_values
        return select(
            [
                person("register_family_tax_relief", period),
                sector == kinds.farm_cooperative,
                sector == kinds.budget,
            ],
            [law.register_family.rate, law.farm_cooperative.rate, law.rate.state],
            default=law.rate.general,
        )

    def formula_2028(person, period, parameters):
        """1 % for members of register families; else 12 %, or 25 % of budget organisations."""
        law = parameters(period).social_tax
        sector = person("employer_sector", period)
        return select(
            [person("register_family_tax_relief", period), sector == sector.possible_values.budget],
            [law.register_family.rate, law.rate.state],
            default=law.rate.general,
        )


class social_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social tax on the wage"
    labels = {"uz": "Ijtimoiy soliq", "ru": "Социальный налог"}
    unit = "currency/month"
    reference = ["TAXOLD", "TAX", "UP143", "PP12"]

    def formula_2015_09(person, period):
        """The rate on the gross wage."""
        return round_to_unit(person("social_tax_rate", period) * person("wage", period))


# The refund for young workers, May 2021 to December 2022


class young_for_social_tax_refund(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2022-12-31"
    label = "Is no older than 25"
    labels = {"uz": "25 yoshdan oshmagan", "ru": "Не старше 25 лет"}
    reference = "UP202104"

    def formula_2021_05(person, period, parameters):
        """Has not completed a year of age beyond 25."""
        return person("age", period) <= parameters(period).social_tax.youth.maximum_age


class employer_outside_state_sector(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2022-12-31"
    label = "The employer is outside the state sector"
    labels = {
        "uz": "Ish beruvchi davlat sektoriga kirmaydi",
        "ru": "Работодатель не относится к государственному сектору",
    }
    reference = "UP202104"

    def formula_2021_05(person, period):
        """Neither a budget organisation nor a state firm."""
        sector = person("employer_sector", period)
        kinds = sector.possible_values
        return (sector != kinds.budget) & (sector != kinds.state_firm)


class social_tax_refund(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2022-12-31"
    label = "Social tax refunded to the employer of a young worker"
    labels = {"uz": "Qaytariladigan ijtimoiy soliq", "ru": "Возвращаемый социальный налог"}
    unit = "currency/month"
    reference = "UP202104"

    def formula_2021_05(person, period, parameters):
        """The whole tax on the wage of a worker up to 25, to employers outside the state sector."""
        share = parameters(period).social_tax.youth.refund
        due = person("young_for_social_tax_refund", period) & person("employer_outside_state_sector", period)
        return where(due, round_to_unit(share * person("social_tax", period)), 0)


class employer_contributions(Variable):
    label = "Social contributions and social tax paid by the employer"
    labels = {"uz": "Ish beruvchi to'laydigan ijtimoiy soliq", "ru": "Социальный налог работодателя"}
    reference = ["TAXOLD", "TAX"]

    def formula_2015_09(person, period):
        """The social tax less what is refunded."""
        return person("social_tax", period) - person("social_tax_refund", period)
