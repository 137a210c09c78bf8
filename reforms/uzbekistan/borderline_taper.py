"""Proposed: the benefit of borderline families falls evenly from full to nothing, without steps."""

from openfisca_country.law import Reform, Variable, maximum, select


class register_benefit_share(Variable):
    label = "Share of the full benefit that the family's category brings"
    reference = "Simulation suggested beside the law; no draft act"

    def formula_2027(household, period, parameters):
        """Full for state-supported and poor families; from there it falls evenly to nothing at the upper limit."""
        law = parameters(period).low_income_family
        upper = parameters(period).social_register.borderline.upper
        lower = law.limit.share_of_minimum_consumption
        line = parameters(period).base.minimum_consumption_expenditure
        people_and_months = maximum(household("family_members", period), 1) * law.income_months
        to_the_upper_limit = upper * line * people_and_months - household("family_income", period)
        return select(
            [
                household("is_state_supported_family", period) | household("is_poor_family", period),
                household("is_borderline_family", period),
            ],
            [1, to_the_upper_limit / ((upper - lower) * line * people_and_months)],
            default=0,
        )


class BorderlineTaper(Reform):
    """From 2027 the benefit falls evenly from full at 1 to nothing at 1.5 times the minimum consumption expenditure."""

    title = "A linear taper for borderline families"
    reference = "Simulation suggested beside the law; no draft act"

    def apply(self):
        self.update_variable(register_benefit_share)
