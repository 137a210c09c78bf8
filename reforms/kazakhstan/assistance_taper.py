"""Proposed: above the poverty line the supplement for small children falls with income, and is not lost at one stroke."""

from openfisca_country.law import Reform, Variable, maximum, where


class child_supplement(Variable):
    label = "Supplement for children from one to six, in a family with assistance or just above the line"
    reference = "Simulation suggested beside the law; no draft act"

    def formula_2026(household, period, parameters):
        """In full below the line; above it less one tenge for every two by which income passes the line."""
        months = parameters(period).targeted_social_assistance.income_months
        line = household("poverty_line", period) * household("family_members", period)
        above_the_line = maximum(household("family_income", period) / months - line, 0)
        due = (
            household("family_has_members", period)
            & household("has_status_for_assistance", period)
            & household("family_social_contract_satisfied", period)
            & household("every_able_member_takes_part", period)
            & household("no_member_refused_work", period)
            & household("no_false_data_given", period)
            & household("assistance_award_runs", period)
        )
        left = maximum(household("child_supplement_in_full", period) - above_the_line / 2, 0)
        return where(due, left, 0)


class AssistanceTaper(Reform):
    """From 2026 the supplement for small children falls evenly above the poverty line in place of ending at it."""

    title = "A taper of the child supplement in place of the cliff at the poverty line"
    reference = "Simulation suggested beside the law; no draft act"

    def apply(self):
        self.update_variable(child_supplement)
