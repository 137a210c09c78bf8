"""Voluntary social insurance on a declared income, and health insurance of those who pay it themselves."""

from openfisca_country.law import (
    MONTH,
    MONTHS_IN_YEAR,
    Person,
    Variable,
    clip,
    maximum,
    minimum,
    round_to_unit,
    where,
)

# What the person states


class declared_insurance_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Monthly income declared for voluntary insurance; the least one where none is stated"
    labels = {"mn": "Сайн дурын даатгалд мэдүүлсэн сарын орлого"}
    unit = "currency/month"
    reference = ["SIL1994", "GLSI2023"]


class herder_state_paid_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months for which the State has already paid its share of the herder's contribution"
    unit = "month"
    reference = "GLSI2023 art. 21.23"


class pays_own_health_insurance(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Pays health insurance as a self-employed person, a herder, a person without work or a student"
    reference = "HI2015 art. 6"


# Who is insured, and on what income


class not_compulsorily_insured(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is not insured compulsorily"
    labels = {"mn": "Албан журмын даатгалд хамрагддаггүй"}
    reference = ["SIL1994", "GLSI2023"]

    def formula(person, period):
        """No wage in the month."""
        return ~person("is_compulsorily_insured", period)


class voluntary_insurance_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Contributes to voluntary insurance"
    labels = {"mn": "Сайн дурын даатгалд хамрагдана"}
    reference = ["SIL1994", "GLSI2023"]

    def formula_2019(person, period):
        """Has joined, and is not insured compulsorily."""
        return person("is_voluntarily_insured", period) & person("not_compulsorily_insured", period)


class voluntary_insurance_base(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income on which the voluntary contribution is due"
    labels = {"mn": "Сайн дурын даатгалын шимтгэл ногдуулах орлого"}
    unit = "currency/month"
    reference = ["SIL1994", "GLSI2023"]

    def formula_2019(person, period, parameters):
        """What is declared, at least the minimum wage."""
        least = parameters(period).voluntary_insurance.base.least * parameters(period).base.minimum_wage.monthly
        base = maximum(person("declared_insurance_income", period), least)
        return where(person("voluntary_insurance_eligible", period), base, 0)

    def formula_2024(person, period, parameters):
        """What is declared, from one to seven minimum wages."""
        law = parameters(period).voluntary_insurance.base
        minimum_wage = parameters(period).base.minimum_wage.monthly
        declared = person("declared_insurance_income", period)
        base = clip(declared, law.least * minimum_wage, law.highest * minimum_wage)
        return where(person("voluntary_insurance_eligible", period), base, 0)


class voluntary_base_after_relief(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income on which the full voluntary contribution is due"
    unit = "currency/month"
    reference = ["SIL1994", "COVIDSI2020", "GLSI2023"]

    def formula_2019(person, period):
        """The declared income."""
        return person("voluntary_insurance_base", period)

    def formula_2020_04(person, period, parameters):
        """What a citizen declares above the minimum wage: the relief is that of the least income, whatever is declared."""
        base = person("voluntary_insurance_base", period)
        relieved = minimum(base, parameters(period).base.minimum_wage.monthly)
        return base - where(person("is_citizen", period), relieved, 0)

    def formula_2021_07(person, period):
        """The declared income."""
        return person("voluntary_insurance_base", period)


# The branches


class voluntary_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Voluntary contribution to pension insurance"
    labels = {"mn": "Сайн дурын тэтгэврийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = ["SIL1994", "SIAPP1994", "COVIDSI2020", "SIL-A2021", "GLSI2023"]

    def formula_2019(person, period, parameters):
        """The rate on the declared income."""
        return parameters(period).voluntary_insurance.pension * person("voluntary_insurance_base", period)

    def formula_2020_04(person, period, parameters):
        """The rate of the relief on the part that it covers, the full rate on the rest."""
        law = parameters(period).voluntary_insurance
        full = person("voluntary_base_after_relief", period)
        relieved = person("voluntary_insurance_base", period) - full
        return law.pension * full + law.covid_relief * relieved

    def formula_2021_07(person, period, parameters):
        """The rate on the declared income."""
        return parameters(period).voluntary_insurance.pension * person("voluntary_insurance_base", period)


class voluntary_benefit_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Voluntary contribution to benefit insurance"
    labels = {"mn": "Сайн дурын тэтгэмжийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = ["SIL1994", "COVIDSI2020", "GLSI2023"]

    def formula_2019(person, period, parameters):
        """The rate for sickness, maternity and funerals."""
        return parameters(period).voluntary_insurance.benefit * person("voluntary_base_after_relief", period)


class voluntary_accident_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Voluntary contribution to insurance against industrial accidents and occupational diseases"
    labels = {"mn": "Сайн дурын үйлдвэрлэлийн осол, мэргэжлээс шалтгаалсан өвчний даатгалын шимтгэл"}
    unit = "currency/month"
    reference = ["SIL1994", "COVIDSI2020", "GLSI2023"]

    def formula_2019(person, period, parameters):
        """The rate of the accident branch."""
        return parameters(period).voluntary_insurance.accident * person("voluntary_base_after_relief", period)


class voluntary_contribution_due(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Voluntary contribution due, whoever pays it"
    labels = {"mn": "Сайн дурын даатгалын нийт шимтгэл"}
    unit = "currency/month"
    reference = ["SIL1994", "GLSI2023"]

    def formula_2019(person, period):
        """Pension, benefit and accidents; voluntary insurance has no unemployment branch."""
        return round_to_unit(
            person("voluntary_pension_contribution", period)
            + person("voluntary_benefit_contribution", period)
            + person("voluntary_accident_contribution", period)
        )


# Herders, from 2024


class within_herder_support_years(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The State has not yet paid its share for the herder for five years"
    labels = {"mn": "Төрөөс шимтгэл хариуцсан хугацаа 5 жил болоогүй"}
    reference = "GLSI2023 art. 21.23"

    def formula_2024(person, period, parameters):
        """Fewer than sixty months so far."""
        years = parameters(period).voluntary_insurance.herder.state_years
        return person("herder_state_paid_months", period) < years * MONTHS_IN_YEAR


class herder_state_contribution_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The State pays half of the herder's pension contribution"
    labels = {"mn": "Малчны тэтгэврийн даатгалын шимтгэлийн 50 хувийг төр хариуцна"}
    reference = "GLSI2023 art. 21.23"

    def formula_2024(person, period):
        """A herder, insured voluntarily, for five years at most."""
        return (
            person("is_herder", period)
            & person("voluntary_insurance_eligible", period)
            & person("within_herder_support_years", period)
        )


class herder_state_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Part of the herder's contribution that the State pays"
    labels = {"mn": "Малчны шимтгэлээс төрийн хариуцах хэсэг"}
    unit = "currency/month"
    reference = "GLSI2023 art. 21.23"

    def formula_2024(person, period, parameters):
        """Half of the pension contribution on the minimum wage."""
        law = parameters(period).voluntary_insurance
        amount = law.herder.state_share * law.pension * parameters(period).base.minimum_wage.monthly
        return where(person("herder_state_contribution_eligible", period), round_to_unit(amount), 0)


# What the person pays


class voluntary_insurance_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Voluntary contribution to social insurance that the person pays"
    labels = {"mn": "Сайн дурын даатгуулагчийн өөрөө төлөх шимтгэл"}
    unit = "currency/month"
    reference = ["SIL1994", "GLSI2023"]

    def formula_2019(person, period):
        """The whole contribution."""
        return person("voluntary_contribution_due", period)

    def formula_2020(person, period):
        """The contribution, less what the State or the benefit fund pays."""
        return maximum(person("voluntary_contribution_due", period) - person("state_paid_contribution", period), 0)


# Health insurance


class owes_own_health_contribution(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Owes a health contribution of their own"
    labels = {"mn": "Эрүүл мэндийн даатгалын шимтгэлээ өөрөө төлнө"}
    reference = "HI2015 art. 6"

    def formula_2019(person, period):
        """Pays it themselves, and is not insured compulsorily."""
        return person("pays_own_health_insurance", period) & person("not_compulsorily_insured", period)


class voluntary_health_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Health contribution that the person pays without an employer"
    labels = {"mn": "Өөрөө төлөх эрүүл мэндийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = "HI2015 art. 6"

    def formula_2019(person, period, parameters):
        """A flat sum, higher for foreigners and stateless people."""
        law = parameters(period).voluntary_insurance.health
        amount = where(person("is_citizen", period), law.flat, law.flat_foreigner)
        return where(person("owes_own_health_contribution", period), amount, 0)

    def formula_2020(person, period, parameters):
        """A flat sum."""
        law = parameters(period).voluntary_insurance.health
        return where(person("owes_own_health_contribution", period), law.flat, 0)

    def formula_2023(person, period, parameters):
        """A share of the minimum wage, higher for foreigners and stateless people."""
        law = parameters(period).voluntary_insurance.health
        rate = where(person("is_citizen", period), law.rate, law.rate_foreigner)
        amount = round_to_unit(rate * parameters(period).base.minimum_wage.monthly)
        return where(person("owes_own_health_contribution", period), amount, 0)


# Together


class taxes_and_contributions(Variable):
    label = "Income tax and social contributions paid by the members"
    labels = {"mn": "Татвар, шимтгэл"}
    reference = ["PIT2019", "GLSI2023", "CREF2022 art. 1"]

    def formula_2019(household, period):
        """Income tax, the workers' contributions, and voluntary and health contributions."""
        members = household.members
        return household.sum(
            members("income_tax", period)
            + members("employee_contributions", period)
            + members("voluntary_insurance_contribution", period)
            + members("voluntary_health_contribution", period)
        )

    def formula_2022_05(household, period):
        """As before, less what is paid back."""
        members = household.members
        return household.sum(
            members("income_tax", period)
            + members("employee_contributions", period)
            + members("voluntary_insurance_contribution", period)
            + members("voluntary_health_contribution", period)
            - members("contribution_refund", period)
        )

    def formula_2023(household, period):
        """Income tax, the workers' contributions, and voluntary and health contributions."""
        members = household.members
        return household.sum(
            members("income_tax", period)
            + members("employee_contributions", period)
            + members("voluntary_insurance_contribution", period)
            + members("voluntary_health_contribution", period)
        )
