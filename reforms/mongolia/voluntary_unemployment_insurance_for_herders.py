"""Proposed: a voluntary unemployment branch for herders, at the employee's present rate, with the present benefit."""

from openfisca_country.law import MONTH, Person, Reform, Variable, maximum, round_to_unit, where

SUGGESTED = "A simulation suggested beside the law; no draft act (GLSI2023 and BEN2023 keep herders out of the branch)"


class has_joined_herder_unemployment_insurance(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has joined the unemployment branch for herders"
    labels = {"mn": "Малчны ажилгүйдлийн сайн дурын даатгалд хамрагдсан"}
    reference = SUGGESTED


class herding_is_the_livelihood_lost(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The livelihood that ended was herding"
    labels = {"mn": "Мал маллагаагаа зогсоосон"}
    reference = SUGGESTED


class herder_unemployment_insured_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of contributions to the unemployment branch for herders, before herding ended"
    unit = "month"
    reference = SUGGESTED


class herder_unemployment_insured_months_in_a_row(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "The last of these months that follow one another without a gap, up to the end of herding"
    unit = "month"
    reference = SUGGESTED


class herder_unemployment_insurance_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Contributes to the unemployment branch for herders"
    labels = {"mn": "Малчны ажилгүйдлийн даатгалын шимтгэл төлнө"}
    reference = SUGGESTED

    def formula_2027(person, period):
        """Herder, insured voluntarily, and has joined."""
        return (
            person("is_herder", period)
            & person("voluntary_insurance_eligible", period)
            & person("has_joined_herder_unemployment_insurance", period)
        )


class herder_unemployment_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Herder's contribution to unemployment insurance"
    labels = {"mn": "Малчны ажилгүйдлийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = SUGGESTED

    def formula_2027(person, period, parameters):
        """Rate of an employee, on the declared income."""
        rate = parameters(period).social_insurance_contributions.employee.unemployment
        amount = round_to_unit(rate * person("voluntary_insurance_base", period))
        return where(person("herder_unemployment_insurance_eligible", period), amount, 0)


class voluntary_insurance_contribution(Variable):
    def formula_2027(person, period):
        """As under current law, and the contribution to unemployment insurance, which nobody shares."""
        present = maximum(person("voluntary_contribution_due", period) - person("state_paid_contribution", period), 0)
        return present + person("herder_unemployment_contribution", period)


class worked_qualifying_months(Variable):
    def formula_2027(person, period, parameters):
        """At least 24 months of premiums, as an employee or as a herder."""
        months = person("unemployment_insured_months", period) + person("herder_unemployment_insured_months", period)
        return months >= parameters(period).unemployment_benefit.qualifying_months


class worked_last_months_in_a_row(Variable):
    def formula_2027(person, period, parameters):
        """Last 9 months of premiums in a row: a herder's where herding ended, an employee's otherwise."""
        months = where(
            person("herding_is_the_livelihood_lost", period),
            person("herder_unemployment_insured_months_in_a_row", period),
            person("unemployment_insured_months_in_a_row", period),
        )
        return months >= parameters(period).unemployment_benefit.qualifying_last_months


class VoluntaryUnemploymentInsuranceForHerders(Reform):
    """Herders may insure themselves against the loss of their livelihood, from 2027.

    Assumed, for want of a draft: a herder who is insured voluntarily may join, and pays the rate that an employee pays
    today (0.2 %) on the income declared for the other branches; nobody pays an employer's part, and the State's half of
    the pension contribution does not grow. Months of this branch count towards the 24 qualifying months together with
    those of an employee; where herding is the livelihood that ended, the last 9 months in a row must be months of this
    branch. The day the job was lost is then the day herding ended, because the herd was lost in a dzud or sold; the
    reason is the employer's or another for a loss without fault, and own request for a herd given up by choice, which
    leaves 40 days. The average wage is the average of the incomes declared in the last three months of this branch, and
    herding counts as full-time work. All else is as for employees: registration within 14 days, 45 to 70 % by insured
    years, at least three quarters of the minimum wage, 76 working days, the duties of a claimant. Who joins is not
    foreseen: it is an input.
    """

    title = "A voluntary unemployment branch for herders, at the employee's rate and with the present benefit"
    reference = SUGGESTED

    def apply(self):
        for variable in (
            has_joined_herder_unemployment_insurance,
            herding_is_the_livelihood_lost,
            herder_unemployment_insured_months,
            herder_unemployment_insured_months_in_a_row,
            herder_unemployment_insurance_eligible,
            herder_unemployment_contribution,
        ):
            self.add_variable(variable)
        for variable in (voluntary_insurance_contribution, worked_qualifying_months, worked_last_months_in_a_row):
            self.update_variable(variable)
