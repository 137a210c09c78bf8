"""Social insurance contributions of employees and employers, by branch, with the relief of 2020 and 2021."""

from openfisca_country.law import MONTH, Enum, Person, Variable, minimum, round_to_unit, select, where

# What the employer states


class EmployerSector(Enum):
    private = "Private employer"
    public = "State body, or firm owned by the State or an aimag"


class AccidentRiskClass(Enum):
    low = "Lowest class"
    middle = "Middle class"
    high = "Highest class"


class employer_sector(Variable):
    value_type = Enum
    possible_values = EmployerSector
    default_value = EmployerSector.private
    entity = Person
    definition_period = MONTH
    label = "Sector of the employer"
    labels = {"mn": "Ажил олгогчийн салбар"}
    reference = "COVIDSI2020"


class accident_risk_class(Variable):
    value_type = Enum
    possible_values = AccidentRiskClass
    default_value = AccidentRiskClass.low
    entity = Person
    definition_period = MONTH
    label = "Risk class of the work for accident insurance"
    labels = {"mn": "Үйлдвэрлэлийн ослын даатгалын эрсдэлийн зэрэглэл"}
    reference = ["GR142-2008", "GR471-2023"]


# Who contributes, and on what


class is_compulsorily_insured(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is insured compulsorily, as an employee with a wage"
    labels = {"mn": "Албан журмаар даатгуулсан"}
    reference = ["SIL1994", "GLSI2023"]

    def formula(person, period):
        """A wage in the month."""
        return person("wage", period) > 0


class employee_contribution_base(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage on which the worker contributes"
    labels = {"mn": "Даатгуулагчийн шимтгэл ногдуулах орлого"}
    unit = "currency/month"
    reference = ["SIL-A2015", "GR251-2017", "GLSI2023"]

    def formula_2015_02(person, period, parameters):
        """The wage, up to ten minimum wages."""
        law = parameters(period).social_insurance_contributions.employee
        return minimum(person("wage", period), law.ceiling * parameters(period).base.minimum_wage.monthly)


# The relief of April 2020 to June 2021


class employer_is_private(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The employer is private"
    labels = {"mn": "Хувийн хэвшлийн ажил олгогчтой"}
    reference = "COVIDSI2020"

    def formula(person, period):
        """Not a State body, nor owned by the State or an aimag."""
        sector = person("employer_sector", period)
        return sector == sector.possible_values.private


class covid_contribution_relief(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2021-06-30"
    label = "The relief from contributions of 2020 and 2021 holds"
    labels = {"mn": "Шимтгэлээс чөлөөлөх, хөнгөлөх хуульд хамрагдана (2020–2021)"}
    reference = "COVIDSI2020"

    def formula_2020_04(person, period):
        """A citizen with a private employer."""
        return person("employer_is_private", period) & person("is_citizen", period)


class employee_base_for_other_branches(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage on which the worker's benefit and unemployment contributions are due"
    unit = "currency/month"
    reference = ["SIL-A2015", "COVIDSI2020", "GLSI2023"]

    def formula_2015_02(person, period):
        """The wage up to the ceiling."""
        return person("employee_contribution_base", period)

    def formula_2020_04(person, period):
        """Nothing where the relief holds."""
        return where(person("covid_contribution_relief", period), 0, person("employee_contribution_base", period))

    def formula_2021_07(person, period):
        """The wage up to the ceiling."""
        return person("employee_contribution_base", period)


class employer_base_for_other_branches(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage on which the employer's benefit, unemployment and accident contributions are due"
    unit = "currency/month"
    reference = ["GR251-2017", "COVIDSI2020", "GLSI2023"]

    def formula_2015_02(person, period):
        """The whole wage."""
        return person("wage", period)

    def formula_2020_04(person, period):
        """Nothing where the relief holds."""
        return where(person("covid_contribution_relief", period), 0, person("wage", period))

    def formula_2021_07(person, period):
        """The whole wage."""
        return person("wage", period)


# The worker's branches


class employee_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Worker's contribution to pension insurance"
    labels = {"mn": "Даатгуулагчийн тэтгэврийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = ["SIL1994", "SIAPP1994", "COVIDSI2020", "SIL-A2021", "GLSI2023"]

    def formula_2015_02(person, period, parameters):
        """The rate on the wage up to the ceiling."""
        law = parameters(period).social_insurance_contributions
        return law.employee.pension * person("employee_contribution_base", period)

    def formula_2020_04(person, period, parameters):
        """The rate of the relief where it holds: nothing to September 2020, then 5 %."""
        law = parameters(period).social_insurance_contributions
        rate = where(person("covid_contribution_relief", period), law.covid_relief.employee, law.employee.pension)
        return rate * person("employee_contribution_base", period)

    def formula_2021_07(person, period, parameters):
        """The rate on the wage up to the ceiling."""
        law = parameters(period).social_insurance_contributions
        return law.employee.pension * person("employee_contribution_base", period)


class employee_benefit_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Worker's contribution to benefit insurance"
    labels = {"mn": "Даатгуулагчийн тэтгэмжийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = ["SIL-A2012", "COVIDSI2020", "GLSI2023"]

    def formula_2015_02(person, period, parameters):
        """The rate for sickness, maternity and funerals."""
        law = parameters(period).social_insurance_contributions
        return law.employee.benefit * person("employee_base_for_other_branches", period)


class employee_unemployment_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Worker's contribution to unemployment insurance"
    labels = {"mn": "Даатгуулагчийн ажилгүйдлийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = ["SIL-A2012", "COVIDSI2020", "GLSI2023"]

    def formula_2015_02(person, period, parameters):
        """The rate of the unemployment branch."""
        law = parameters(period).social_insurance_contributions
        return law.employee.unemployment * person("employee_base_for_other_branches", period)


class employee_health_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Worker's contribution to health insurance"
    labels = {"mn": "Даатгуулагчийн эрүүл мэндийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = ["HI1993", "HI2015 art. 6"]

    def formula_2015_02(person, period, parameters):
        """The rate of health insurance, which no relief touched."""
        law = parameters(period).social_insurance_contributions
        return law.employee.health * person("employee_contribution_base", period)


class employee_contributions(Variable):
    label = "Social contributions paid by the worker"
    labels = {"mn": "Даатгуулагчийн төлөх нийгмийн даатгалын шимтгэл"}
    reference = ["SIL1994", "SIAPP1994", "GLSI2023", "HI2015 art. 6"]

    def formula_2015_02(person, period):
        """Pension, benefit, unemployment and health."""
        return round_to_unit(
            person("employee_pension_contribution", period)
            + person("employee_benefit_contribution", period)
            + person("employee_unemployment_contribution", period)
            + person("employee_health_contribution", period)
        )


# The employer's branches


class employer_pension_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Employer's contribution to pension insurance"
    labels = {"mn": "Ажил олгогчийн тэтгэврийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = ["SIL1994", "SIAPP1994", "COVIDSI2020", "SIL-A2021", "GLSI2023"]

    def formula_2015_02(person, period, parameters):
        """The rate on the whole wage."""
        law = parameters(period).social_insurance_contributions
        return law.employer.pension * person("wage", period)

    def formula_2020_04(person, period, parameters):
        """The rate of the relief where it holds: nothing to September 2020, then 5 %."""
        law = parameters(period).social_insurance_contributions
        rate = where(person("covid_contribution_relief", period), law.covid_relief.employer, law.employer.pension)
        return rate * person("wage", period)

    def formula_2021_07(person, period, parameters):
        """The rate on the whole wage."""
        law = parameters(period).social_insurance_contributions
        return law.employer.pension * person("wage", period)


class employer_benefit_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Employer's contribution to benefit insurance"
    labels = {"mn": "Ажил олгогчийн тэтгэмжийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = ["SIL-A2012", "SIL-A2016", "COVIDSI2020", "GLSI2023"]

    def formula_2015_02(person, period, parameters):
        """The rate for sickness, maternity and funerals."""
        law = parameters(period).social_insurance_contributions
        return law.employer.benefit * person("employer_base_for_other_branches", period)


class employer_unemployment_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Employer's contribution to unemployment insurance"
    labels = {"mn": "Ажил олгогчийн ажилгүйдлийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = ["SIL-A2012", "UB1994", "COVIDSI2020", "GLSI2023"]

    def formula_2015_02(person, period, parameters):
        """The rate of the unemployment branch, less the discount for years without a claim."""
        rate = parameters(period).social_insurance_contributions.employer.unemployment
        share = 1 - person("employer_unemployment_premium_discount", period)
        return rate * share * person("employer_base_for_other_branches", period)

    def formula_2024(person, period, parameters):
        """The rate of the unemployment branch."""
        law = parameters(period).social_insurance_contributions
        return law.employer.unemployment * person("employer_base_for_other_branches", period)


class employer_accident_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Employer's contribution to insurance against industrial accidents and occupational diseases"
    labels = {"mn": "Ажил олгогчийн үйлдвэрлэлийн осол, мэргэжлээс шалтгаалсан өвчний даатгалын шимтгэл"}
    unit = "currency/month"
    reference = ["SIL1994 art. 15.5", "GR142-2008", "GR17-2017", "COVIDSI2020", "GLSI2023 art. 18.2"]

    def formula_2015_02(person, period, parameters):
        """The rate of the risk class."""
        rates = parameters(period).social_insurance_contributions.employer.accident
        risk = person("accident_risk_class", period)
        kinds = risk.possible_values
        rate = select([risk == kinds.high, risk == kinds.middle], [rates.high, rates.middle], default=rates.low)
        return rate * person("employer_base_for_other_branches", period)


class employer_health_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Employer's contribution to health insurance"
    labels = {"mn": "Ажил олгогчийн эрүүл мэндийн даатгалын шимтгэл"}
    unit = "currency/month"
    reference = ["HI1993", "HI2015 art. 6"]

    def formula_2015_02(person, period, parameters):
        """The rate of health insurance, which no relief touched."""
        law = parameters(period).social_insurance_contributions
        return law.employer.health * person("wage", period)


class employer_contributions(Variable):
    label = "Social contributions and social tax paid by the employer"
    labels = {"mn": "Ажил олгогчийн төлөх нийгмийн даатгалын шимтгэл"}
    reference = ["SIL1994", "SIAPP1994", "GLSI2023", "HI2015 art. 6"]

    def formula_2015_02(person, period):
        """Pension, benefit, unemployment, accidents and health."""
        return round_to_unit(
            person("employer_pension_contribution", period)
            + person("employer_benefit_contribution", period)
            + person("employer_unemployment_contribution", period)
            + person("employer_accident_contribution", period)
            + person("employer_health_contribution", period)
        )
