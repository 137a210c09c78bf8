"""Proposed: a universal minimum pension at the level of the lowest pension from social insurance."""

from openfisca_country.law import Reform, Variable, maximum, round_to_unit, where

DIALOGUE = (
    "Recommendation of the social protection dialogue of 2013 to 2015 (ABND2015); level, age and date are chosen here"
)


class welfare_pension_of_adult(Variable):
    reference = DIALOGUE

    def formula_2027(person, period, parameters):
        """For the old at least the minimum proportional pension; for the others the amount of the present law."""
        law = parameters(period)
        pension = law.welfare_pension
        disabled = person("is_disabled_for_welfare_pension", period)
        present = round_to_unit(pension.amount * where(disabled, pension.increase.disabled, pension.increase.others))
        floor = law.old_age_pension.minimum.proportional
        return where(person("reached_welfare_pension_age", period), maximum(present, floor), present)


class SocialProtectionFloorElderly(Reform):
    """Everybody without a right to a pension from social insurance has the lowest of them from 60 or 55, from 2027.

    The dialogue asked for a universal minimum pension and gave no level that could be obtained. Here it is the minimum
    proportional pension, the least that ten years of contributions bring (652,400 in 2026), paid from the ages at which
    the social welfare pension began before 2024, to those without a right to a pension from social insurance. The
    reform pension_floor_at_subsistence has the minimum subsistence level in its place.
    """

    title = "The floor of the social protection dialogue for older people: the minimum proportional pension for all"
    reference = DIALOGUE

    def apply(self):
        self.change_parameters(
            {
                "welfare_pension.age.male": {"2027-01-01": 60},
                "welfare_pension.age.female": {"2027-01-01": 55},
            }
        )
        self.update_variable(welfare_pension_of_adult)
