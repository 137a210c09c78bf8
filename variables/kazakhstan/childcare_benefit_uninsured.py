"""Childcare benefit from the budget: for one carer who has no childcare payment from the State Social Insurance Fund."""

from openfisca_country.law import MONTH, Household, Person, Variable, where

# What the family states


class chosen_as_childcare_carer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is the one who cares for the small children and claims for them, where it is not the mother"
    labels = {"kk": "Бала күтімін анасының орнына жүзеге асырады", "ru": "Ухаживает за ребёнком вместо матери"}
    reference = ["CHILD2005", "SC2023"]


class birth_order(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Which child of the family the person is, by birth; zero to count the children who live in the household"
    labels = {"kk": "Баланың отбасындағы туу реті", "ru": "Очерёдность рождения ребёнка в семье"}
    unit = "child"
    reference = ["CHILD2005", "SC2023"]


# The children


class childcare_child_order(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Order of the child in the family, for the childcare benefit"
    unit = "child"
    reference = ["CHILD2005", "SC2023"]

    def formula(person, period):
        """As stated, or counted among the living children of the household, from the oldest."""
        stated = person("birth_order", period)
        counted = person.has_role(Household.CHILD) & person("is_living", period)
        rank = person.get_rank(person.household, -person("age_in_months", period), condition=counted)
        return where(stated > 0, stated, rank + 1)


class is_childcare_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a child of the family under the age of the childcare benefit"
    labels = {
        "kk": "Бала күтімі жәрдемақысы төленетін жасқа толмаған бала",
        "ru": "Ребёнок младше возраста, до которого платят пособие по уходу",
    }
    reference = ["CHILD2005", "AMEND2022", "SC2023"]

    def formula_2015(person, period, parameters):
        """Under one, from 2023 under one and a half, on the first day of the month."""
        limit = parameters(period).childcare_benefit_uninsured.max_age_months
        return (
            person.has_role(Household.CHILD) & person("is_living", period) & (person("age_in_months", period) < limit)
        )


class childcare_amount_for_child(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Childcare benefit of the uninsured for this child, by its order in the family"
    unit = "currency/month"
    reference = ["CHILD2005", "SC2023"]

    def formula_2015(person, period, parameters):
        """So many indices for the first, second, third, and each further child; nothing above the age."""
        amount = parameters(period).childcare_benefit_uninsured.amount
        coefficient = amount.calc(person("childcare_child_order", period))
        index = parameters(period).base.monthly_calculation_index
        return where(person("is_childcare_child", period), coefficient * index, 0)


class childcare_amount_for_children(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Childcare benefit of the uninsured for all small children of the family"
    unit = "currency/month"
    reference = ["CHILD2005", "SC2023"]

    def formula_2015(household, period):
        """Each child brings its own amount."""
        return household.sum(household.members("childcare_amount_for_child", period))


# Who cares for them


class is_mother_of_family(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is the mother of the family: the spouse or the head who is a woman"
    labels = {"kk": "Отбасының анасы", "ru": "Мать семьи"}
    reference = ["CHILD2005", "SC2023"]

    def formula(person, period):
        """One in each household: the spouse, or the head where the spouse is no woman."""
        sex = person("sex", period)
        woman = person("is_living", period) & (sex == sex.possible_values.female)
        spouse_is_woman = person.household.any(woman, role=Household.SPOUSE)
        return woman & (person.has_role(Household.SPOUSE) | (person.has_role(Household.HEAD) & ~spouse_is_woman))


class is_childcare_carer(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is the one who cares for the small children of the family"
    labels = {
        "kk": "Отбасының кішкентай балаларына күтім жасайды",
        "ru": "Ухаживает за маленькими детьми семьи",
    }
    reference = ["CHILD2005", "SC2023"]

    def formula(person, period):
        """The member stated, or else the mother: one carer only."""
        chosen = person("chosen_as_childcare_carer", period)
        another_is_chosen = person.household.any(person.household.members("chosen_as_childcare_carer", period))
        return chosen | (~another_is_chosen & person("is_mother_of_family", period))


# The conditions


class lives_with_childcare_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lives with a child of the family under one and a half (to 2022 under one)"
    labels = {
        "kk": "Бір жарым жасқа толмаған баламен бірге тұрады",
        "ru": "Живёт с ребёнком до полутора лет (до 2022 года до года)",
    }
    reference = ["CHILD2005", "AMEND2022", "SC2023"]

    def formula_2015(person, period):
        """At least one."""
        return person.household.any(person.household.members("is_childcare_child", period))


class has_no_insured_childcare_payment(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has no childcare payment from the State Social Insurance Fund"
    labels = {
        "kk": "Мемлекеттік әлеуметтік сақтандыру қорынан бала күтімі төлемін алмайды",
        "ru": "Не получает выплату по уходу из Фонда социального страхования",
    }
    reference = ["CHILD2005", "SC2023"]

    def formula(person, period):
        """The two exclude each other."""
        return person("gfss_childcare_payment", period) <= 0


class childcare_benefit_uninsured_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the childcare benefit from the budget"
    labels = {
        "kk": "Бала күтімі бойынша мемлекеттік жәрдемақы алуға құқылы",
        "ru": "Имеет право на государственное пособие по уходу за ребёнком",
    }
    reference = ["CHILD2005", "AMEND2022", "SC2023"]

    def formula_2015(person, period):
        """The carer of a small child, not insured."""
        return (
            person("is_childcare_carer", period)
            & person("lives_with_childcare_child", period)
            & person("has_no_insured_childcare_payment", period)
        )


class childcare_benefit_uninsured(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Childcare benefit from the budget, of a carer without social insurance"
    labels = {
        "kk": "Бала күтімі бойынша мемлекеттік жәрдемақы",
        "ru": "Государственное пособие по уходу за ребёнком",
    }
    unit = "currency/month"
    reference = ["CHILD2005", "SC2023"]

    def formula_2015(person, period):
        """The amounts of the children together."""
        amount = person.household("childcare_amount_for_children", period)
        return where(person("childcare_benefit_uninsured_eligible", period), amount, 0)
