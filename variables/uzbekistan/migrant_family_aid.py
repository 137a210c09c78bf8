"""One-off aid to registered families of labour migrants."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Household,
    Person,
    Variable,
    in_month,
    round_to_unit,
    where,
)


class migrant_registered_abroad(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A member works abroad and is registered as a labour migrant"
    reference = "RES202407"


class breadwinner_works_abroad(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The labour migrant is the breadwinner"
    reference = "RES202407"


class migrant_aid_recommended(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The hokim's assistant recommends the aid"
    reference = "RES202407"


class migrant_aid_award_date(Variable):
    value_type = datetime.date
    entity = Household
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the aid to the migrant's family is awarded"
    unit = "date"
    reference = "RES202407"


class migrant_aid_awarded_in_month(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The aid to the migrant's family is awarded in this month"
    labels = {"uz": "Yordam shu oyda tayinlangan", "ru": "Помощь назначена в этом месяце"}
    reference = "RES202407"

    def formula(household, period):
        """The day of the award lies in the month."""
        return in_month(household("migrant_aid_award_date", period), period)


class migrant_breadwinner_aid_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Entitled to aid for a family whose breadwinner works abroad"
    labels = {"uz": "Boquvchisi xorijdagi oila yordamiga haqli", "ru": "Право на помощь семье уехавшего кормильца"}
    reference = "RES202407"

    def formula_2024_10(household, period):
        """A registered migrant who is the breadwinner, a family in the register, a recommendation."""
        return (
            household("migrant_registered_abroad", period)
            & household("breadwinner_works_abroad", period)
            & household("in_social_register", period)
            & household("migrant_aid_recommended", period)
        )


class migrant_breadwinner_aid(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Aid to a family whose breadwinner works abroad"
    labels = {"uz": "Boquvchisi xorijdagi oilaga yordam", "ru": "Помощь семье уехавшего кормильца"}
    unit = "currency/month"
    reference = "RES202407"

    def formula_2024_10(household, period, parameters):
        """Two base calculation units in the month of the award."""
        amount = parameters(period).migrant_family_aid.breadwinner * parameters(period).base.base_calculation_unit
        due = household("migrant_breadwinner_aid_eligible", period) & household("migrant_aid_awarded_in_month", period)
        return where(due, round_to_unit(amount), 0)


class in_register_or_notebook(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "In the register of poor families or in a notebook"
    labels = {"uz": "Reyestr yoki daftarda", "ru": "В реестре или в тетради"}
    reference = "RES202407"

    def formula(household, period):
        """The register of the day, or the iron, women's or youth notebook."""
        return household("in_social_register", period) | household("in_any_notebook", period)


class migrant_disability_aid_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to aid for a family member with disability of a labour migrant"
    labels = {
        "uz": "Migrant oilasidagi nogironga yordamga haqli",
        "ru": "Право на помощь члену семьи мигранта с инвалидностью",
    }
    reference = "RES202407"

    def formula_2024_10(person, period):
        """A member with disability, a registered migrant, the register or a notebook, a recommendation."""
        return (
            person("has_recognised_disability", period)
            & person("in_family", period)
            & person.household("migrant_registered_abroad", period)
            & person.household("in_register_or_notebook", period)
            & person.household("migrant_aid_recommended", period)
        )


class migrant_disability_aid(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Aid to a family member with disability of a labour migrant"
    labels = {"uz": "Migrant oilasidagi nogironga yordam", "ru": "Помощь члену семьи мигранта с инвалидностью"}
    unit = "currency/month"
    reference = "RES202407"

    def formula_2024_10(person, period, parameters):
        """Five base calculation units in the month of the award."""
        amount = parameters(period).migrant_family_aid.disability * parameters(period).base.base_calculation_unit
        awarded = person.household("migrant_aid_awarded_in_month", period)
        return where(person("migrant_disability_aid_eligible", period) & awarded, round_to_unit(amount), 0)
