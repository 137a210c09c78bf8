"""The harmonised outputs: the same names in every country, each the sum of a country's programmes.

A country refines the ones it has by a class of the same name with a formula; the others have none and stay at zero.
"""

from openfisca_country.law import MONTH, Household, Person, Variable


class income_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Personal income tax withheld"
    unit = "currency/month"
    reference = "ILO 17th ICLS (2003) resolution on household income"
    labels = {"ru": "Налог на доходы"}


class employee_contributions(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social contributions paid by the worker"
    unit = "currency/month"
    reference = "ILO 17th ICLS (2003) resolution on household income"
    labels = {"ru": "Взносы работника"}


class employer_contributions(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social contributions and social tax paid by the employer"
    unit = "currency/month"
    reference = "ILO Resolution concerning statistics of labour cost, 11th ICLS (1966)"
    labels = {"ru": "Взносы работодателя"}


class unemployment_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Unemployment benefit"
    unit = "currency/month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part IV"
    labels = {"ru": "Пособие по безработице"}


class old_age_pension(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Old-age pension from insured work"
    unit = "currency/month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part V"
    labels = {"ru": "Пенсия по возрасту"}


class social_pension(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Pension or allowance in old age without an insurance record"
    unit = "currency/month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part V, Art. 27(c)"
    labels = {"ru": "Социальная пенсия"}


class disability_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Disability pension or allowance"
    unit = "currency/month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part IX"
    labels = {"ru": "Пенсия или пособие по инвалидности"}


class survivor_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Survivors' pension or allowance"
    unit = "currency/month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part X"
    labels = {"ru": "Пенсия или пособие по потере кормильца"}


class maternity_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Maternity benefit"
    unit = "currency/month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part VIII"
    labels = {"ru": "Пособие по беременности и родам"}


class birth_grant(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "One-off grant at birth"
    unit = "currency/month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part VII, Art. 42"
    labels = {"ru": "Пособие при рождении ребёнка"}


class sickness_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Sickness benefit"
    unit = "currency/month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part III"
    labels = {"ru": "Пособие по временной нетрудоспособности"}


class care_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Allowance for the care of a child or of a person who needs care"
    unit = "currency/month"
    reference = "ILO Social Protection Floors Recommendation, 2012 (No. 202), para. 5"
    labels = {"ru": "Пособие по уходу"}


class funeral_grant(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "One-off grant at a death"
    unit = "currency/month"
    reference = (
        "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part X; ILO Convention No. 130, Art. 27"
    )
    labels = {"ru": "Пособие на погребение"}


class employment_support(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cash paid to the person by active labour-market measures"
    unit = "currency/month"
    reference = "ILO Convention No. 168, Part II; 17th ICLS (2003) resolution"
    labels = {"ru": "Выплаты по мерам занятости"}


class child_benefit(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Benefits for families with children"
    unit = "currency/month"
    reference = "ILO Social Security (Minimum Standards) Convention, 1952 (No. 102), Part VII"
    labels = {"ru": "Пособия на детей"}


class social_assistance(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Means-tested and other non-contributory help to the household"
    unit = "currency/month"
    reference = "ILO Social Protection Floors Recommendation, 2012 (No. 202), paras 5 and 9"
    labels = {"ru": "Социальная помощь"}


class net_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage after the worker's taxes and contributions"
    unit = "currency/month"
    reference = "ILO Resolution concerning the measurement of employment-related income, 16th ICLS (1998)"
    labels = {"ru": "Заработная плата на руки"}

    def formula(person, period):
        """Gross wage less income tax and the worker's own contributions."""
        return person("wage", period) - person("income_tax", period) - person("employee_contributions", period)


class personal_benefits(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "All cash benefits the person is entitled to in their own right"
    unit = "currency/month"
    reference = "Canberra Group Handbook on Household Income Statistics, 2nd edition (2011)"

    def formula(person, period):
        """The sum of the personal benefits."""
        return (
            person("unemployment_benefit", period)
            + person("old_age_pension", period)
            + person("social_pension", period)
            + person("disability_benefit", period)
            + person("survivor_benefit", period)
            + person("maternity_benefit", period)
            + person("birth_grant", period)
            + person("sickness_benefit", period)
            + person("care_benefit", period)
            + person("funeral_grant", period)
            + person("employment_support", period)
        )


class benefits(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "All cash benefits of the household and its members"
    unit = "currency/month"
    reference = "Canberra Group Handbook on Household Income Statistics, 2nd edition (2011)"
    labels = {"ru": "Все пособия и пенсии"}

    def formula(household, period):
        """The members' own benefits and those of the household."""
        return (
            household.sum(household.members("personal_benefits", period))
            + household("child_benefit", period)
            + household("social_assistance", period)
        )


class taxes_and_contributions(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Income tax and social contributions paid by the members"
    unit = "currency/month"
    reference = "Canberra Group Handbook on Household Income Statistics, 2nd edition (2011)"
    labels = {"ru": "Налоги и взносы"}

    def formula(household, period):
        """Income tax and the workers' own contributions; what employers pay is not the household's."""
        return household.sum(
            household.members("income_tax", period) + household.members("employee_contributions", period)
        )


class disposable_income(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Income after benefits, taxes and contributions"
    unit = "currency/month"
    reference = "Canberra Group Handbook on Household Income Statistics, 2nd edition (2011)"
    labels = {"ru": "Располагаемый доход"}

    def formula(household, period):
        """Market income, plus benefits, less taxes and contributions."""
        return (
            household("market_income", period)
            + household("benefits", period)
            - household("taxes_and_contributions", period)
        )
