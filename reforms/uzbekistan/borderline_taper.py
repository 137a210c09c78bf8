"""Proposed: the benefit of borderline families falls evenly from full to nothing, or to a share, without steps."""

from openfisca_country.law import Reform, Variable, maximum, select


class register_benefit_share(Variable):
    label = "Share of the full benefit that the family's category brings"
    reference = "Simulation suggested beside the law; no draft act"

    def formula_2027(household, period, parameters):
        """Full for state-supported and poor families; from there it falls evenly to the share at the upper limit."""
        least = parameters(period).borderline_taper.share_at_upper_limit
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
            [1, least + (1 - least) * to_the_upper_limit / ((upper - lower) * line * people_and_months)],
            default=0,
        )


class BorderlineTaper(Reform):
    """From 2027 the benefit falls evenly from full at 1 to nothing at 1.5 times the minimum consumption expenditure.

    A reform file that switches this on may let it fall to a share above nothing: `share_at_upper_limit`.
    """

    title = "A linear taper for borderline families"
    reference = "Simulation suggested beside the law; no draft act"
    parameters = {"share_at_upper_limit": 0.0}

    def apply(self):
        share = {
            "description": "Share of the full benefit just below the upper limit of borderline poverty",
            "metadata": {"unit": "/1"},
            "values": {
                "2027-01-01": {
                    "value": self.own_parameters["share_at_upper_limit"],
                    "metadata": {"reference": [{"title": self.reference, "href": ""}], "confidence": "inferred"},
                }
            },
        }
        self.add_parameters("borderline_taper", {"share_at_upper_limit": share})
        self.update_variable(register_benefit_share)
