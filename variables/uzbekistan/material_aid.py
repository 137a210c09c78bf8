"""Material aid to low-income families without children, from 2026 by the Social Register."""

from openfisca_country.law import MONTH, Household, Variable, clip, round_to_unit, where

# What the family states


class material_aid_awarded(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    end = "2021-08-31"
    label = "Monthly material aid that was awarded within the range; where none is stated, the least amount is taken"
    unit = "currency/month"
    reference = "DEC202002"


# Entitlement


class no_counted_child(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family has no child below the age limit of the child allowance"
    labels = {
        "uz": "Oilada belgilangan yoshdan kichik bola yo'q",
        "ru": "В семье нет детей младше предельного возраста",
    }
    reference = ["UP6277", "PKM654"]

    def formula_2015_09(household, period):
        """No child under 14, from September 2021 under 18: never beside the child allowance."""
        return ~household("has_counted_child", period)


class material_aid_award_runs(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2026-01-31"
    label = "The award of material aid has not run out"
    labels = {"uz": "Moddiy yordam muddati tugamagan", "ru": "Срок назначения материальной помощи не истёк"}
    reference = ["PKM44", "PKM122", "PKM654"]

    def formula_2020_02(household, period, parameters):
        """Six months."""
        return household("benefit_month", period) <= parameters(period).material_aid.duration_months


class material_aid_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Entitled to material aid"
    labels = {"uz": "Moddiy yordamga haqli", "ru": "Имеет право на материальную помощь"}
    reference = ["PKM44", "UP6277", "PKM654", "UP258", "PKM35"]

    def formula_2020_02(household, period):
        """A low-income family without a child below the age limit, while its award is in payment."""
        return (
            household("is_low_income_family", period)
            & household("no_counted_child", period)
            & household("benefit_has_begun", period)
            & household("material_aid_award_runs", period)
        )

    def formula_2026_02(household, period):
        """A family in a paid category of the Social Register, without a child below the age limit."""
        return (
            household("in_paid_category", period)
            & household("no_counted_child", period)
            & household("benefit_has_begun", period)
            & household("employment_condition_met", period)
            & household("borderline_months_not_over", period)
        )


# Amount


class material_aid_in_full(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Full material aid"
    labels = {"uz": "Moddiy yordamning to'liq miqdori", "ru": "Полный размер материальной помощи"}
    unit = "currency/month"
    reference = ["DEC202002", "UP6277", "UP91 1(d)"]

    def formula_2020_02(household, period, parameters):
        """What was awarded, within the range."""
        law = parameters(period).material_aid.range
        return clip(household("material_aid_awarded", period), law.least, law.most)

    def formula_2021_09(household, period, parameters):
        """One amount a household (UP6277)."""
        return household.filled_array(parameters(period).material_aid.amount)


class material_aid(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Material aid to low-income families"
    labels = {"uz": "Kam ta'minlangan oilalarga moddiy yordam", "ru": "Материальная помощь малообеспеченным семьям"}
    unit = "currency/month"
    reference = ["PKM44", "UP6277", "PKM654", "UP91 1(d)", "UP258", "PKM35"]

    def formula_2020_02(household, period):
        """The full amount."""
        return where(household("material_aid_eligible", period), household("material_aid_in_full", period), 0)

    def formula_2026_02(household, period):
        """The full amount, or the share of it that a borderline family is paid (UP258)."""
        amount = household("material_aid_in_full", period) * household("register_benefit_share", period)
        return where(household("material_aid_eligible", period), round_to_unit(amount), 0)
