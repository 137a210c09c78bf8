"""Support of business initiative: grants for new business ideas, and microcredits (SC2023 Art. 110)."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    minimum,
    round_to_unit,
    where,
)

# What the person states


class completed_business_course(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has completed the course Bastau Business"
    labels = {"kk": "«Бастау Бизнес» курсын бітірген", "ru": "Окончил курс «Бастау Бизнес»"}
    reference = ["NATPROJ2021", "R272"]


class has_had_business_grant(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has had a grant for a business idea before"
    labels = {"kk": "Бұрын грант алған", "ru": "Уже получал грант"}
    reference = ["NATPROJ2021", "R272"]


class of_other_grant_target_group(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of a large family or one on targeted assistance, a carer of a disabled child, a kandas or a migrant"
    labels = {
        "kk": "Көпбалалы немесе АӘК алатын отбасынан, мүгедек баланың күтушісі, қандас немесе қоныс аударушы",
        "ru": "Из многодетной семьи или получателей АСП, ухаживает за ребёнком с инвалидностью, кандас или переселенец",
    }
    reference = ["NATPROJ2021", "R272"]


class project_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Cost of the business idea, to be paid in the month"
    unit = "currency"
    reference = ["NATPROJ2021", "R272"]


class business_in_largest_city(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The business is in one of the largest cities"
    labels = {"kk": "Бизнес ірі қалада", "ru": "Бизнес в крупнейшем городе"}
    reference = "ENBEK"


class microcredit_asked(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Microcredit asked for"
    unit = "currency"
    reference = ["ENBEK", "YOUTHLOAN2023"]


# Grant


class of_grant_target_group(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of a group for which the grants are meant"
    labels = {"kk": "Грант берілетін санаттан", "ru": "Из категории, для которой гранты"}
    reference = ["NATPROJ2021", "R272"]

    def formula(person, period):
        """With a disability, bereaved of the breadwinner, or of another group listed."""
        group = person("disability_group", period)
        return (
            (group != group.possible_values.none)
            | person("lost_breadwinner", period)
            | person("of_other_grant_target_group", period)
        )


class business_grant_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to a grant for a new business idea"
    labels = {"kk": "Жаңа бизнес-идея грантына құқығы бар", "ru": "Имеет право на грант на новую бизнес-идею"}
    reference = ["NATPROJ2021", "R272"]

    def formula_2022(person, period):
        """Of a target group, wants to start a business, has completed the course, and has had no grant."""
        return (
            person("of_grant_target_group", period)
            & person("plans_business", period)
            & person("completed_business_course", period)
            & ~person("has_had_business_grant", period)
        )


class business_grant(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Grant for a new business idea"
    labels = {"kk": "Жаңа бизнес-идея гранты", "ru": "Грант на новую бизнес-идею"}
    unit = "currency/month"
    reference = ["NATPROJ2021", "R272"]

    def formula_2022(person, period, parameters):
        """The cost, up to 400 monthly calculation indices."""
        law = parameters(period)
        cap = law.business_support.grant * law.base.monthly_calculation_index
        paid = minimum(person("project_cost", period), cap)
        return where(person("business_grant_eligible", period), round_to_unit(paid), 0)


# Microcredits


class enbek_microcredit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2021-12-31"
    label = "May have a microcredit of the programme Enbek"
    labels = {"kk": "«Еңбек» микрокредитін ала алады", "ru": "Может получить микрокредит «Еңбек»"}
    reference = "ENBEK"

    def formula_2019(person, period):
        """Wants to start a business."""
        return person("plans_business", period)


class enbek_microcredit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2021-12-31"
    label = "Microcredit of the programme Enbek"
    labels = {"kk": "«Еңбек» микрокредиті", "ru": "Микрокредит «Еңбек»"}
    unit = "currency/month"
    reference = "ENBEK"

    def formula_2019(person, period, parameters):
        """What is asked for, up to 8,000 indices in the largest cities and 6,500 elsewhere."""
        law = parameters(period)
        credit = law.business_support.enbek_microcredit
        most = where(person("business_in_largest_city", period), credit.largest_cities, credit.other_places)
        lent = minimum(person("microcredit_asked", period), most * law.base.monthly_calculation_index)
        return where(person("enbek_microcredit_eligible", period), round_to_unit(lent), 0)


class young_for_microcredit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Not older than 35, the age of youth"
    labels = {"kk": "Жасы 35-тен аспаған", "ru": "Не старше 35 лет"}
    reference = ["AMEND2022", "YOUTHLOAN2023"]

    def formula_2023(person, period, parameters):
        """35 at most on the first day of the month."""
        return person("age", period) <= parameters(period).business_support.youth_microcredit.age


class youth_microcredit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "May have a loan to young people"
    labels = {"kk": "Жастарға берілетін несие ала алады", "ru": "Может получить молодёжный микрокредит"}
    reference = "YOUTHLOAN2023"

    def formula_2023(person, period):
        """Young, and wants to start a business."""
        return person("young_for_microcredit", period) & person("plans_business", period)


class youth_microcredit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Loan to young people"
    labels = {"kk": "Жастарға берілетін несие", "ru": "Молодёжный микрокредит"}
    unit = "currency/month"
    reference = "YOUTHLOAN2023"

    def formula_2023(person, period, parameters):
        """What is asked for, up to 5,000,000 tenge."""
        most = parameters(period).business_support.youth_microcredit.amount
        lent = minimum(person("microcredit_asked", period), most)
        return where(person("youth_microcredit_eligible", period), round_to_unit(lent), 0)
