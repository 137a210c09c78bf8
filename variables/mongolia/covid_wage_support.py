"""Support of April to June 2020 for employees of firms that lost more than half of their revenue."""

from openfisca_country.law import MONTH, Person, Variable, where


class employer_lost_half_of_revenue(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer lost more than half of its revenue in the pandemic"
    labels = {"mn": "Ажил олгогчийн орлого 50-иас дээш хувиар буурсан"}
    reference = "COVIDSI2020"


class employer_kept_its_staff(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer kept its staff in the pandemic"
    labels = {"mn": "Ажил олгогч ажлын байраа хадгалсан"}
    reference = "COVIDSI2020"


class covid_wage_support_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2020-06-30"
    label = "Entitled to the wage support of 2020"
    labels = {"mn": "Ажилгүйдлийн даатгалын сангийн дэмжлэг авах эрхтэй"}
    reference = "COVIDSI2020"

    def formula_2020_04(person, period):
        """An insured employee of a private firm that lost more than half of its revenue and kept its staff."""
        return (
            person("is_compulsorily_insured", period)
            & person("employer_is_private", period)
            & person("employer_lost_half_of_revenue", period)
            & person("employer_kept_its_staff", period)
        )


class covid_wage_support(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2020-06-30"
    label = "Wage support of 2020"
    labels = {"mn": "Ажилтанд олгох дэмжлэг, 2020"}
    unit = "currency/month"
    reference = "COVIDSI2020"

    def formula_2020_04(person, period, parameters):
        """A flat sum a month."""
        return where(person("covid_wage_support_eligible", period), parameters(period).covid_wage_support.amount, 0)
