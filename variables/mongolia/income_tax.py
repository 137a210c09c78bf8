"""Personal income tax and net pay: the law of the year, withheld month by month."""

from openfisca_country.law import (
    MONTH,
    MONTHS_IN_YEAR,
    Person,
    Variable,
    clip,
    maximum,
    minimum,
    round_to_unit,
    select,
    where,
)

# What is taxed


class taxable_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage less the worker's contributions"
    labels = {"mn": "Татвар ногдуулах цалингийн орлого"}
    unit = "currency/month"
    reference = ["PIT-A2018", "PIT2019"]

    def formula_2018(person, period):
        """Gross wage less the contributions withheld from it."""
        return person("wage", period) - person("employee_contributions", period)


class annual_taxable_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Taxable wage of a year of such months"
    labels = {"mn": "Жилийн татвар ногдуулах цалингийн орлого"}
    unit = "currency/year"
    reference = ["PIT-A2018", "PIT2019"]

    def formula_2018(person, period):
        """Twelve times the month's."""
        return person("taxable_wage", period) * MONTHS_IN_YEAR


# The tax of a year of such months


class annual_tax_before_credit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Tax on a year of such wages, before the credit"
    labels = {"mn": "Хөнгөлөлтийн өмнөх жилийн албан татвар"}
    unit = "currency/year"
    reference = ["PIT-A2018", "PIT2019", "PIT-A2022"]

    def formula_2018(person, period, parameters):
        """10 %."""
        return parameters(period).income_tax.rate.first * person("annual_taxable_wage", period)

    def formula_2023(person, period, parameters):
        """10 % to 120 million, 15 % from there to 180 million, 20 % above."""
        rate = parameters(period).income_tax.rate
        band = parameters(period).income_tax.band
        income = person("annual_taxable_wage", period)
        first = minimum(income, band.second_from)
        second = clip(income - band.second_from, 0, band.third_from - band.second_from)
        third = maximum(income - band.third_from, 0)
        return rate.first * first + rate.second * second + rate.third * third


class annual_tax_credit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Credit against the tax of the year"
    labels = {"mn": "Жилийн татварын хөнгөлөлт"}
    unit = "currency/year"
    reference = ["PIT-A2018", "PIT2019 art. 23.1"]

    def formula_2018(person, period, parameters):
        """Seven steps down, by the income of the year after contributions."""
        limit = parameters(period).income_tax.credit.limit
        amount = parameters(period).income_tax.credit.amount
        income = person("annual_taxable_wage", period)
        return select(
            [
                income <= limit.first,
                income <= limit.second,
                income <= limit.third,
                income <= limit.fourth,
                income <= limit.fifth,
                income <= limit.sixth,
            ],
            [amount.first, amount.second, amount.third, amount.fourth, amount.fifth, amount.sixth],
            default=amount.seventh,
        )


class annual_wage_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Tax on a year of such wages"
    labels = {"mn": "Цалингийн орлогын жилийн албан татвар"}
    unit = "currency/year"
    reference = ["PIT-A2018", "PIT2019", "PIT-A2022"]

    def formula_2018(person, period):
        """The tax less the credit, never below nothing."""
        return maximum(person("annual_tax_before_credit", period) - person("annual_tax_credit", period), 0)

    def formula_2020(person, period, parameters):
        """The tax less the credit, never below nothing; of those who are not residents a flat rate."""
        flat = parameters(period).income_tax.rate.nonresident * person("annual_taxable_wage", period)
        progressive = maximum(person("annual_tax_before_credit", period) - person("annual_tax_credit", period), 0)
        return where(person("is_tax_resident", period), progressive, flat)


# What is withheld in the month


class covid_income_tax_exemption(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2020-09-30"
    label = "The wage is exempt from income tax under the law of 2020"
    labels = {"mn": "Хувь хүний орлогын албан татвараас чөлөөлөгдөнө (2020)"}
    reference = "PITEX2020 art. 1"

    def formula_2020_04(person, period):
        """A citizen with a private employer."""
        return person("is_citizen", period) & person("employer_is_private", period)


class wage_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income tax on the wage"
    labels = {"mn": "Цалингийн орлогын албан татвар"}
    unit = "currency/month"
    reference = ["PIT-A2018", "PIT2019", "PITEX2020 art. 1", "PIT-A2022"]

    def formula_2018(person, period):
        """A twelfth of the tax of the year."""
        return round_to_unit(person("annual_wage_tax", period) / MONTHS_IN_YEAR)

    def formula_2020_04(person, period):
        """Nothing where the wage is exempt (PITEX2020)."""
        tax = round_to_unit(person("annual_wage_tax", period) / MONTHS_IN_YEAR)
        return where(person("covid_income_tax_exemption", period), 0, tax)

    def formula_2020_10(person, period):
        """A twelfth of the tax of the year."""
        return round_to_unit(person("annual_wage_tax", period) / MONTHS_IN_YEAR)


class self_employment_income_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Simplified income tax of the self-employed"
    labels = {"mn": "Хувиараа хөдөлмөр эрхлэгчийн хялбаршуулсан албан татвар"}
    unit = "currency/month"
    reference = "SELFTAX2024"

    def formula_2024(person, period, parameters):
        """1 % of the income."""
        rate = parameters(period).income_tax.self_employed.rate
        return round_to_unit(rate * person("self_employment_income", period))


class income_tax(Variable):
    label = "Personal income tax withheld"
    labels = {"mn": "Хувь хүний орлогын албан татвар"}
    reference = ["PIT-A2018", "PIT2019", "PIT-A2022", "SELFTAX2024"]

    def formula_2018(person, period):
        """On the wage."""
        return person("wage_tax", period)

    def formula_2024(person, period):
        """On the wage, and the simplified tax of the self-employed."""
        return person("wage_tax", period) + person("self_employment_income_tax", period)


class net_wage(Variable):
    label = "Wage after the worker's taxes and contributions"
    labels = {"mn": "Гарт олгох цалин"}
    reference = ["PIT-A2018", "PIT2019"]

    def formula_2018(person, period):
        """Gross wage less contributions and the tax on it; tax on other income is not the wage's."""
        return person("wage", period) - person("employee_contributions", period) - person("wage_tax", period)
