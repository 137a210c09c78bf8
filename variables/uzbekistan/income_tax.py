"""Personal income tax and net pay: the flat rate of 2019."""

from openfisca_country.law import MONTH, Person, Variable, maximum, minimum, round_to_unit, where

# What the person or the payer states


class dividends_and_interest(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "The part of property income that is dividends or interest"
    unit = "currency/month"
    reference = "TAX"
    labels = {"uz": "Dividendlar va foizlar", "ru": "Дивиденды и проценты"}


# What is taxed


class exempt_from_income_tax_for_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Disabled since childhood, or of group I or II"
    labels = {
        "uz": "Bolalikdan nogironligi bo'lgan yoki I, II guruh nogironligi bo'lgan shaxs",
        "ru": "Инвалид с детства либо I или II группы",
    }
    reference = "PP57"

    def formula(person, period):
        """Groups I and II, children with disability, and those disabled since childhood."""
        group = person("disability_group", period)
        kinds = group.possible_values
        return (
            (group == kinds.group_1)
            | (group == kinds.group_2)
            | (group == kinds.child)
            | person("disabled_since_childhood", period)
        )


class income_tax_exempt_amount(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Monthly income exempt from income tax"
    labels = {"uz": "Soliqdan ozod qilingan daromad", "ru": "Необлагаемый доход"}
    unit = "currency/month"
    reference = ["TAX", "PP57"]

    def formula_2019(person, period, parameters):
        """A number of minimum wages, for persons with disability."""
        exempt = parameters(period).income_tax.exempt.disability * parameters(period).base.minimum_wage
        return where(person("exempt_from_income_tax_for_disability", period), exempt, 0)


class taxable_unemployment_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Unemployment benefit that is subject to income tax"
    unit = "currency/month"
    reference = "EMP2020"

    def formula_2020_10_21(person, period, parameters):
        """The benefit is taxed only where the law says so."""
        taxable = parameters(period).unemployment_benefit.taxable
        return where(taxable, person("unemployment_benefit", period), 0)


class taxable_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage above the exempt amount"
    unit = "currency/month"
    reference = ["TAX", "PP57"]

    def formula_2019(person, period):
        """The exempt amount is taken from the wage first."""
        return maximum(person("wage", period) - person("income_tax_exempt_amount", period), 0)


class other_taxable_income(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Rent and other property income, and taxable benefits, above what is left of the exempt amount"
    unit = "currency/month"
    reference = ["TAX", "PP57"]

    def formula_2019(person, period):
        """Property income other than dividends and interest, and the unemployment benefit where taxed."""
        rent = maximum(person("property_income", period) - person("dividends_and_interest", period), 0)
        income = rent + person("taxable_unemployment_benefit", period)
        exempt_left = maximum(person("income_tax_exempt_amount", period) - person("wage", period), 0)
        return maximum(income - exempt_left, 0)


# The tax, rounded by each payer who withholds it


class wage_tax_rate(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Rate of income tax on the wage"
    unit = "/1"
    reference = ["TAX", "PP12"]

    def formula_2019(person, period, parameters):
        """12 %."""
        return person.filled_array(parameters(period).income_tax.rate)

    def formula_2025_04(person, period, parameters):
        """12 %; 1 % in new cooperatives that grow farm produce or medicinal plants (PP12)."""
        law = parameters(period).income_tax
        sector = person("employer_sector", period)
        return where(sector == sector.possible_values.farm_cooperative, law.farm_cooperative.rate, law.rate)

    def formula_2028(person, period, parameters):
        """12 %."""
        return person.filled_array(parameters(period).income_tax.rate)


class wage_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income tax on the wage"
    labels = {"uz": "Ish haqidan olinadigan soliq", "ru": "Налог с заработной платы"}
    unit = "currency/month"
    reference = ["TAX", "PP57", "PP12"]

    def formula_2019(person, period):
        """The rate on the taxable wage."""
        return round_to_unit(person("wage_tax_rate", period) * person("taxable_wage", period))


class other_income_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income tax on rent, other property income and taxable benefits"
    labels = {"uz": "Ijara va boshqa daromadlardan olinadigan soliq", "ru": "Налог с аренды и иных доходов"}
    unit = "currency/month"
    reference = "TAX"

    def formula_2019(person, period, parameters):
        """The flat rate holds for rent and the like too."""
        return round_to_unit(parameters(period).income_tax.rate * person("other_taxable_income", period))


class dividend_and_interest_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Tax on dividends and interest"
    labels = {"uz": "Dividend va foizlardan olinadigan soliq", "ru": "Налог на дивиденды и проценты"}
    unit = "currency/month"
    reference = ["TAXOLD", "TAX"]

    def formula_2015_09(person, period, parameters):
        """10 % to 2018, 5 % since."""
        rate = parameters(period).income_tax.dividends_and_interest
        return round_to_unit(rate * person("dividends_and_interest", period))


class income_tax(Variable):
    label = "Personal income tax withheld"
    labels = {"uz": "Jismoniy shaxslardan olinadigan daromad solig'i", "ru": "Налог на доходы физических лиц"}
    reference = ["TAX", "PP57", "PP12"]

    def formula_2019(person, period):
        """On the wage, on rent and the like, and on dividends and interest."""
        return (
            person("wage_tax", period)
            + person("other_income_tax", period)
            + person("dividend_and_interest_tax", period)
        )


class individual_pension_account_contribution(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Part of the income tax that goes to the individual accumulative pension account"
    labels = {
        "uz": "Shaxsiy jamg'arib boriladigan pensiya hisobvarag'iga badal",
        "ru": "Взнос на индивидуальный накопительный пенсионный счёт",
    }
    unit = "currency/month"
    reference = ["TAXOLD", "TAX"]

    def formula_2015_09(person, period, parameters):
        """2 % of the wage."""
        return round_to_unit(parameters(period).income_tax.individual_pension_account * person("wage", period))

    def formula_2019(person, period, parameters):
        """0.1 % of the wage, out of the tax on the wage and so never more than it."""
        share = round_to_unit(parameters(period).income_tax.individual_pension_account * person("wage", period))
        return minimum(share, person("wage_tax", period))


class net_wage(Variable):
    label = "Wage after the worker's taxes and contributions"
    labels = {"uz": "Qo'lga tegadigan ish haqi", "ru": "Заработная плата на руки"}
    reference = ["TAX", "PP57"]

    def formula_2019(person, period):
        """Gross wage less the tax on it and the worker's own contributions; tax on other income is not the wage's."""
        return person("wage", period) - person("wage_tax", period) - person("employee_contributions", period)
