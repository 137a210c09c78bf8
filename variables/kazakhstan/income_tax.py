"""Personal income tax on wages, and net pay: the flat rate to 2025, the Tax Code of 2025 from 2026."""

from openfisca_country.law import (
    ADD,
    MONTH,
    Household,
    Person,
    Variable,
    clip,
    maximum,
    minimum,
    select,
    where,
)

# Who belongs to both groups has the larger deduction.
ORDERED = {"social_deduction_of_year"}

# What the worker states


class basic_deduction_carried_over(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Basic deduction that the earlier months of the year left unused"
    labels = {
        "kk": "Жылдың алдыңғы айларында пайдаланылмаған базалық шегерім",
        "ru": "Базовый вычет, не использованный в прошлые месяцы года",
    }
    unit = "currency/month"
    reference = "TC2025 Art. 403"


class on_list_for_social_deduction(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = (
        "Is a guardian or adoptive parent, a war veteran, a home-front worker or another whom the Tax Code lists for"
        " the yearly deduction"
    )
    labels = {
        "kk": "Қамқоршы, бала асырап алушы, соғыс ардагері, тыл еңбеккері немесе тізімдегі басқа адам",
        "ru": "Опекун, усыновитель, ветеран войны, труженик тыла или иное лицо из списка",
    }
    reference = ["TC2017 Art. 346", "TC2025 Art. 404(1)(2)"]


# The deductions, in the law's order: contributions, the standard or basic deduction, the social deductions


class wage_less_contributions(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage less the pension and health contributions withheld from it"
    labels = {
        "kk": "Зейнетақы және МӘМС жарналары шегерілген жалақы",
        "ru": "Заработная плата за вычетом ОПВ и ВОСМС",
    }
    unit = "currency/month"
    reference = ["TCOLD", "TC2017", "TC2025 Art. 401"]

    def formula_2015(person, period):
        """Less the pension contribution."""
        return person("wage_under_general_rules", period) - person("employee_pension_contribution", period)

    def formula_2020(person, period):
        """Less the pension and the health contribution."""
        return (
            person("wage_under_general_rules", period)
            - person("employee_pension_contribution", period)
            - person("employee_health_contribution", period)
        )


class standard_deduction(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Standard deduction of the month, the basic deduction from 2026"
    labels = {
        "kk": "Стандартты (2026 жылдан базалық) салықтық шегерім",
        "ru": "Стандартный (с 2026 года базовый) налоговый вычет",
    }
    unit = "currency/month"
    reference = ["TCOLD", "TC2017 Art. 346", "TC2025 Art. 403"]

    def formula_2015(person, period, parameters):
        """One minimum wage."""
        law = parameters(period).income_tax.standard_deduction
        return person.filled_array(law.month * parameters(period).base.minimum_wage)

    def formula_2022(person, period, parameters):
        """14 monthly calculation indices."""
        law = parameters(period).income_tax.standard_deduction
        return person.filled_array(law.month * parameters(period).base.monthly_calculation_index)

    def formula_2026(person, period, parameters):
        """30 indices and what earlier months left unused, no more than 360 in a year."""
        law = parameters(period).income_tax.standard_deduction
        index = parameters(period).base.monthly_calculation_index
        available = law.month * index + person("basic_deduction_carried_over", period)
        return minimum(available, law.year_limit * index)


class wage_after_standard_deduction(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage that is left after the contributions and the standard or basic deduction"
    labels = {
        "kk": "Жарналар мен стандартты немесе базалық шегерімнен кейінгі жалақы",
        "ru": "Заработная плата после вычета взносов и стандартного или базового вычета",
    }
    unit = "currency/month"
    reference = ["TCOLD", "TC2017 Art. 346", "TC2025 Art. 403"]

    def formula_2015(person, period):
        """What is left, never below nothing."""
        return maximum(person("wage_less_contributions", period) - person("standard_deduction", period), 0)


class wage_after_standard_deduction_earlier_in_year(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "What the earlier months of the calendar year left after the contributions and the standard deduction"
    labels = {
        "kk": "Жылдың алдыңғы айларындағы стандартты шегерімнен кейінгі жалақы",
        "ru": "Заработная плата прошлых месяцев года после стандартного вычета",
    }
    unit = "currency/year"
    reference = ["TC2017 Art. 346", "TC2025 Art. 404"]

    def formula_2018(person, period):
        """From January to the month before; months of which no wage is stated count as without pay."""
        since_january = period.this_year.intersection(None, period.stop)
        total = person("wage_after_standard_deduction", since_january, options=[ADD])
        return total - person("wage_after_standard_deduction", period)


class has_severe_disability_for_deduction(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a disability of group I or II"
    labels = {"kk": "I немесе II топтағы мүгедектігі бар", "ru": "Имеет инвалидность I или II группы"}
    reference = ["TC2017 Art. 346", "TC2025 Art. 404(1)(1)"]

    def formula_2018(person, period):
        """Group I or II."""
        group = person("disability_group", period)
        kinds = group.possible_values
        return (group == kinds.group_1) | (group == kinds.group_2)


class has_other_disability_for_deduction(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a disability of group III, or is a child with disability"
    labels = {
        "kk": "III топтағы мүгедектігі бар немесе мүгедектігі бар бала",
        "ru": "Имеет инвалидность III группы или является ребёнком с инвалидностью",
    }
    reference = ["TC2017 Art. 346", "TC2025 Art. 404(1)(2)"]

    def formula_2018(person, period):
        """Group III, or a child with disability."""
        group = person("disability_group", period)
        kinds = group.possible_values
        return (group == kinds.group_3) | (group == kinds.child)


class is_child_with_disability_for_deduction(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a child of the family under 18 with a disability of any group"
    labels = {"kk": "Отбасының 18 жасқа толмаған мүгедек баласы", "ru": "Ребёнок семьи до 18 лет с инвалидностью"}
    reference = ["TC2017 Art. 346", "TC2025 Art. 404(1)(2)"]

    def formula_2018(person, period, parameters):
        """A living child of the family, under the age, with a recognised disability."""
        group = person("disability_group", period)
        young = person("age", period) < parameters(period).income_tax.social_deduction.child_age
        return (
            person.has_role(Household.CHILD)
            & person("is_living", period)
            & young
            & (group != group.possible_values.none)
        )


class raises_child_with_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a parent of a child with disability"
    labels = {"kk": "Мүгедектігі бар баланың ата-анасы", "ru": "Родитель ребёнка с инвалидностью"}
    reference = ["TC2017 Art. 346", "TC2025 Art. 404(1)(2)"]

    def formula_2018(person, period):
        """The head or the spouse of a family with such a child."""
        is_parent = person.has_role(Household.HEAD) | person.has_role(Household.SPOUSE)
        children = person.household.members("is_child_with_disability_for_deduction", period)
        return is_parent & person.household.any(children)


class in_other_group_for_deduction(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Belongs to one of the other groups with the yearly deduction"
    labels = {
        "kk": "Жыл сайынғы шегерімі бар басқа санатқа жатады",
        "ru": "Относится к иной категории с годовым вычетом",
    }
    reference = ["TC2017 Art. 346", "TC2025 Art. 404(1)(2)"]

    def formula_2018(person, period):
        """Group III or a child with disability, the parent of one, or on the list of the Code."""
        return (
            person("has_other_disability_for_deduction", period)
            | person("raises_child_with_disability", period)
            | person("on_list_for_social_deduction", period)
        )


class social_deduction_of_year(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social deduction of the calendar year"
    labels = {
        "kk": "Күнтізбелік жылғы әлеуметтік салықтық шегерім",
        "ru": "Социальный налоговый вычет за календарный год",
    }
    unit = "currency/year"
    reference = ["TC2017 Art. 346", "TC2025 Art. 404"]

    def formula_2018(person, period, parameters):
        """In indices of 1 January: for group I or II, else for the other groups, else nothing."""
        law = parameters(period).income_tax.social_deduction
        multiple = select(
            [person("has_severe_disability_for_deduction", period), person("in_other_group_for_deduction", period)],
            [law.severe_disability, law.other],
            default=0,
        )
        return multiple * parameters(period.this_year).base.monthly_calculation_index


class social_deduction(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social deduction used in the month"
    labels = {"kk": "Айда пайдаланылған әлеуметтік салықтық шегерім", "ru": "Социальный вычет, использованный в месяце"}
    unit = "currency/month"
    reference = ["TC2017 Art. 346", "TC2025 Art. 404"]

    def formula_2018(person, period):
        """What the months since January have left of it, as far as the wage of the month can use it."""
        left = person("social_deduction_of_year", period) - person(
            "wage_after_standard_deduction_earlier_in_year", period
        )
        return clip(left, 0, person("wage_after_standard_deduction", period))


# What is taxed


class has_low_wage(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2025-12-31"
    label = "The wage of the month is no higher than 25 monthly calculation indices"
    labels = {"kk": "Айлық табысы 25 АЕК-тен аспайды", "ru": "Доход за месяц не превышает 25 МРП"}
    reference = "TC2017"

    def formula_2019(person, period, parameters):
        """The accrued wage, before any deduction."""
        limit = parameters(period).income_tax.low_income_relief.income_limit
        return person("wage_under_general_rules", period) <= limit * parameters(period).base.monthly_calculation_index


class taxable_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage after all deductions"
    labels = {"kk": "Салық салынатын жалақы", "ru": "Облагаемая заработная плата"}
    unit = "currency/month"
    reference = ["TCOLD", "TC2017", "TC2025 Art. 401"]

    def formula_2015(person, period):
        """After the contributions and the standard deduction."""
        return person("wage_after_standard_deduction", period)

    def formula_2018(person, period):
        """After the social deduction too."""
        return person("wage_after_standard_deduction", period) - person("social_deduction", period)

    def formula_2019(person, period, parameters):
        """After the social deduction; cut by 90 % where the wage is low."""
        taxable = person("wage_after_standard_deduction", period) - person("social_deduction", period)
        share = parameters(period).income_tax.low_income_relief.share
        return where(person("has_low_wage", period), taxable * (1 - share), taxable)

    def formula_2026(person, period):
        """After contributions, the basic deduction and the social deductions, in this order (Art. 401)."""
        return person("wage_after_standard_deduction", period) - person("social_deduction", period)


class taxable_wage_earlier_in_year(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Wage of the earlier months of the calendar year after all deductions"
    labels = {
        "kk": "Жылдың алдыңғы айларындағы салық салынатын жалақы",
        "ru": "Облагаемая заработная плата прошлых месяцев года",
    }
    unit = "currency/year"
    reference = "TC2025 Art. 363"

    def formula_2026(person, period):
        """What the social deduction of the year did not cover."""
        earlier = person("wage_after_standard_deduction_earlier_in_year", period)
        return maximum(earlier - person("social_deduction_of_year", period), 0)


# The tax


class wage_tax(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income tax on the wage"
    labels = {"kk": "Жалақыдан ұсталатын жеке табыс салығы", "ru": "Налог с заработной платы"}
    unit = "currency/month"
    reference = ["TCOLD", "TC2017", "TC2025 Art. 363"]

    def formula_2015(person, period, parameters):
        """10 %."""
        return parameters(period).income_tax.rate * person("taxable_wage", period)

    def formula_2026(person, period, parameters):
        """10 %, and 15 % on what takes the year's taxable income above 8,500 indices (Art. 363)."""
        law = parameters(period).income_tax
        threshold = law.higher_rate.threshold * parameters(period).base.monthly_calculation_index
        taxable = person("taxable_wage", period)
        earlier = person("taxable_wage_earlier_in_year", period)
        above = maximum(earlier + taxable - threshold, 0) - maximum(earlier - threshold, 0)
        return law.rate * (taxable - above) + law.higher_rate.rate * above


class income_tax(Variable):
    label = "Personal income tax withheld"
    labels = {"kk": "Жеке табыс салығы", "ru": "Индивидуальный подоходный налог"}
    reference = ["TCOLD", "TC2017", "ESP2019", "TC2025"]

    def formula_2015(person, period):
        """On the wage."""
        return person("wage_tax", period)

    def formula_2019(person, period):
        """On the wage, and the part of the single aggregate payment that is income tax."""
        return person("wage_tax", period) + person("aggregate_payment_income_tax", period)

    def formula_2024(person, period):
        """On the wage."""
        return person("wage_tax", period)

    def formula_2026(person, period):
        """On the wage, in the single payment, on the turnover of sole traders and on the income of the self-employed."""
        return (
            person("wage_tax", period)
            + person("single_payment_income_tax", period)
            + person("turnover_tax_of_month", period)
            + person("self_employed_income_tax", period)
        )


class net_wage(Variable):
    label = "Wage after the worker's taxes and contributions"
    labels = {"kk": "Қолға тиетін жалақы", "ru": "Заработная плата на руки"}
    reference = ["TCOLD", "TC2017", "TC2025"]

    def formula_2015(person, period):
        """Gross wage less the contributions and the tax on it; tax on other income is not the wage's."""
        return person("wage", period) - person("employee_contributions", period) - person("wage_tax", period)

    def formula_2026(person, period):
        """Gross wage less the contributions and the tax on it, the income tax of the single payment included."""
        return (
            person("wage", period)
            - person("employee_contributions", period)
            - person("wage_tax", period)
            - person("single_payment_income_tax", period)
        )
