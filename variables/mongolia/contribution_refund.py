"""Half of the contributions of May to December 2022, paid back to citizens with a small income."""

from openfisca_country.law import MONTH, Person, Variable, round_to_unit, where


class income_with_contributions(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2022-12-31"
    label = "Wage, or declared income, on which contributions are levied"
    labels = {"mn": "Шимтгэл ногдуулах сарын хөдөлмөрийн хөлс, түүнтэй адилтгах орлого"}
    unit = "currency/month"
    reference = "CREF2022 art. 1"

    def formula_2022_05(person, period):
        """The wage of those insured compulsorily, the declared income of those insured voluntarily."""
        return where(
            person("is_compulsorily_insured", period),
            person("wage", period),
            person("voluntary_insurance_base", period),
        )


class within_refund_limit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2022-12-31"
    label = "Contributes on 1,000,000 a month or less"
    labels = {"mn": "1,000,000 ба түүнээс доош төгрөгийн орлогоос шимтгэл төлдөг"}
    reference = "CREF2022 art. 1"

    def formula_2022_05(person, period, parameters):
        """Some income with contributions, up to the limit."""
        income = person("income_with_contributions", period)
        return (income > 0) & (income <= parameters(period).contribution_refund.income_limit)


class contribution_refund_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2022-12-31"
    label = "Entitled to have half of the contributions paid back"
    labels = {"mn": "Шимтгэлийн 50 хувийг буцаан авах эрхтэй"}
    reference = "CREF2022 art. 1"

    def formula_2022_05(person, period):
        """A citizen who contributes on an income up to the limit."""
        return person("is_citizen", period) & person("within_refund_limit", period)


class contribution_refund(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2022-12-31"
    label = "Contributions paid back"
    labels = {"mn": "Буцаан олгох нийгмийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = "CREF2022 art. 1"

    def formula_2022_05(person, period, parameters):
        """Half of the person's own pension, benefit, unemployment and accident contributions."""
        paid = (
            person("employee_pension_contribution", period)
            + person("employee_benefit_contribution", period)
            + person("employee_unemployment_contribution", period)
            + person("voluntary_insurance_contribution", period)
        )
        amount = round_to_unit(parameters(period).contribution_refund.share * paid)
        return where(person("contribution_refund_eligible", period), amount, 0)
