"""The social notebooks: who enters the iron, women's and youth notebook, and what help they open."""

from openfisca_country.law import (
    MONTH,
    Household,
    Person,
    Variable,
    minimum,
    round_to_unit,
    where,
)

# What the mahalla and the family state


class is_needy_family(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Found by the mahalla to need help"
    reference = ["IRONBOOK", "PKM250"]


class lone_or_elderly_household(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A person living alone, or elderly people without support"
    reference = "IRONBOOK"


class family_lost_breadwinner(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family has lost its breadwinner"
    reference = "IRONBOOK"


class lacks_sufficient_income(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Has no sufficient income, in the view of the mahalla"
    reference = "IRONBOOK"


class lives_in_non_residential_premises(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Lives in premises that are not a dwelling"
    reference = ["IRONBOOK", "PKM250"]


class owns_home(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "Owns a home"
    reference = ["IRONBOOK", "PKM250"]


class home_needs_repair(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The home needs repair"
    reference = "PKM250"


class is_chronically_ill(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a chronic illness"
    reference = "IRONBOOK"


class needs_help_after_violence(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Needs medical, legal or psychological help, as after violence"
    reference = "PKM250"


class is_orphan_or_without_parental_care(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has lost the breadwinner and parental care"
    reference = "PKM312"


class stopped_work_to_care(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has stopped work to care for the other parent"
    reference = "PKM312"


class harmed_by_disaster(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Harmed by a natural disaster, an accident, a fire or another emergency"
    reference = "PKM312"


class studies_in_higher_education(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Studies in higher education, in whatever form"
    reference = "RES20220331"


class nominated_for_tuition_help(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The one of several student children for whom tuition help is asked"
    reference = "RES20220331"


class tuition_contract_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Tuition contract to be paid"
    unit = "currency"
    reference = "RES20220331"


class treatment_cost(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Treatment costs with documents"
    unit = "currency"
    reference = "PKM312"


class treatment_paid_from_other_notebook(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The same treatment is paid from another notebook"
    reference = "PKM312"


class notebook_fund_has_money(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "The fund of the notebook has money left for help, after events"
    reference = "UP17"


# What several notebooks ask


class in_register_family(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Belongs to a family in the register of poor families"
    labels = {"uz": "Kambag'al oilalar reyestridagi oila a'zosi", "ru": "Член семьи из реестра бедных семей"}
    reference = ["UP143", "UP258"]

    def formula(person, period):
        """A member of the family, which is in the register of the day."""
        return person.household("in_social_register", period) & person("is_family_member", period)


class is_without_work(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is unemployed"
    labels = {"uz": "Ishsiz", "ru": "Не имеет работы"}
    reference = ["IRONBOOK", "PKM250"]

    def formula(person, period):
        """Registered as unemployed, or without work, available and seeking it."""
        activity = person("activity_status", period)
        seeks_work = activity == activity.possible_values.unemployed
        return person("is_living", period) & (person("is_registered_unemployed", period) | seeks_work)


class has_child_with_disability(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A child with disability lives in the family"
    labels = {"uz": "Oilada nogironligi bo'lgan bola bor", "ru": "В семье есть ребёнок с инвалидностью"}
    reference = ["PKM250", "PKM312"]

    def formula(household, period):
        """A living member recognised as a child with disability."""
        group = household.members("disability_group", period)
        return household.any((group == group.possible_values.child) & household.members("is_living", period))


class is_without_home(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Lives in premises that are not a dwelling, and owns no home"
    labels = {"uz": "Noturar joyda yashaydi va uyi yo'q", "ru": "Живёт в нежилом помещении и не имеет жилья"}
    reference = ["IRONBOOK", "PKM250"]

    def formula(household, period):
        """Non-residential premises and no home of its own."""
        return household("lives_in_non_residential_premises", period) & ~household("owns_home", period)


# The iron notebook


class iron_low_income_family(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A low-income family, for the iron notebook"
    labels = {"uz": "Kam ta'minlangan oila", "ru": "Малообеспеченная семья"}
    reference = "IRONBOOK"

    def formula_2021_05(household, period):
        """Low-income by the rules of the family benefits."""
        return household("is_low_income_family", period)


class needy_family_with_disability(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A needy family with a member of disability group I or II"
    labels = {
        "uz": "I-II guruh nogironligi bo'lgan a'zosi bor muhtoj oila",
        "ru": "Нуждающаяся семья с инвалидом I-II группы",
    }
    reference = "IRONBOOK"

    def formula_2021_05(household, period):
        """Needy, with a living member of group I or II."""
        severe = household.members("has_severe_disability", period) & household.members("is_living", period)
        return household("is_needy_family", period) & household.any(severe)


class low_income_lone_or_elderly(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A low-income lone or elderly person"
    labels = {"uz": "Kam ta'minlangan yolg'iz yoki keksa shaxs", "ru": "Малообеспеченный одинокий или пожилой человек"}
    reference = "IRONBOOK"

    def formula_2021_05(household, period):
        """Lone or elderly, with a low income."""
        return household("lone_or_elderly_household", period) & household("is_low_income_family", period)


class needy_family_without_breadwinner(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A needy family that lost its breadwinner"
    labels = {"uz": "Boquvchisini yo'qotgan muhtoj oila", "ru": "Нуждающаяся семья, потерявшая кормильца"}
    reference = "IRONBOOK"

    def formula_2021_05(household, period):
        """Needy, and the breadwinner is lost."""
        return household("is_needy_family", period) & household("family_lost_breadwinner", period)


class needy_family_with_many_children(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A family with four or more children that needs help"
    labels = {"uz": "Yordamga muhtoj ko'p bolali oila", "ru": "Многодетная семья, нуждающаяся в помощи"}
    reference = "IRONBOOK"

    def formula_2021_05(household, period, parameters):
        """Needs help, with at least four living children of the family."""
        law = parameters(period).notebooks.iron
        children = household.sum(household.members("in_family", period), role=Household.CHILD)
        return household("is_needy_family", period) & (children >= law.minimum_children)


class needy_family_with_unemployed_member(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A needy family with an able-bodied member out of work"
    labels = {
        "uz": "Mehnatga layoqatli ishsiz a'zosi bor muhtoj oila",
        "ru": "Нуждающаяся семья с трудоспособным безработным",
    }
    reference = "IRONBOOK"

    def formula_2021_05(household, period):
        """Needy, with a member without work who is available for it."""
        return household("is_needy_family", period) & household.any(household.members("is_without_work", period))


class needy_family_with_chronic_illness(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A needy family with a chronically ill member and no sufficient income"
    labels = {
        "uz": "Surunkali bemori bor, daromadi yetarli bo'lmagan muhtoj oila",
        "ru": "Нуждающаяся семья с хронически больным, без достаточного дохода",
    }
    reference = "IRONBOOK"

    def formula_2021_05(household, period):
        """Needy, with a chronically ill living member, without sufficient income."""
        ill = household.members("is_chronically_ill", period) & household.members("is_living", period)
        return household("is_needy_family", period) & household.any(ill) & household("lacks_sufficient_income", period)


class needy_family_without_home(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A needy family in premises that are not a dwelling, owning no home"
    labels = {
        "uz": "Noturar joyda yashaydigan, uyi yo'q muhtoj oila",
        "ru": "Нуждающаяся семья в нежилом помещении без жилья",
    }
    reference = "IRONBOOK"

    def formula_2021_05(household, period):
        """Needy, in non-residential premises, without a home of its own."""
        return household("is_needy_family", period) & household("is_without_home", period)


class iron_notebook_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Enters the iron notebook"
    labels = {"uz": "Temir daftarga kiritiladi", "ru": "Включается в железную тетрадь"}
    reference = "IRONBOOK"

    def formula_2021_05(household, period):
        """Any line of the list holds."""
        return (
            household("iron_low_income_family", period)
            | household("needy_family_with_disability", period)
            | household("low_income_lone_or_elderly", period)
            | household("needy_family_without_breadwinner", period)
            | household("needy_family_with_many_children", period)
            | household("needy_family_with_unemployed_member", period)
            | household("needy_family_with_chronic_illness", period)
            | household("needy_family_without_home", period)
        )


# The women's notebook


class of_womens_notebook_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A woman over 30"
    labels = {"uz": "30 yoshdan oshgan ayol", "ru": "Женщина старше 30 лет"}
    reference = "PKM250"

    def formula_2021_05(person, period, parameters):
        """Female, and past the age of 30."""
        law = parameters(period).notebooks.women
        sex = person("sex", period)
        return (
            (sex == sex.possible_values.female) & (person("age", period) > law.age_over) & person("is_living", period)
        )


class unemployed_without_income(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Unemployed, without income, and wants to work"
    labels = {"uz": "Daromadsiz, ishlashni xohlovchi ishsiz", "ru": "Безработная без дохода, желающая работать"}
    reference = "PKM250"

    def formula_2021_05(person, period):
        """Unemployed and available, with no income of her own."""
        income = (
            person("wage", period)
            + person("self_employment_income", period)
            + person("farm_income", period)
            + person("property_income", period)
            + person("remittances", period)
            + person("other_income", period)
        )
        return person("is_without_work", period) & (income <= 0)


class needy_widow(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A needy widow"
    labels = {"uz": "Muhtoj beva", "ru": "Нуждающаяся вдова"}
    reference = "PKM250"

    def formula_2021_05(person, period):
        """Widowed, in a family that needs help."""
        status = person("marital_status", period)
        return (status == status.possible_values.widowed) & person.household("is_needy_family", period)


class needy_with_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a disability of group I or II and needs help"
    labels = {
        "uz": "I-II guruh nogironligi bor, yordamga muhtoj",
        "ru": "Имеет инвалидность I-II группы и нуждается в помощи",
    }
    reference = "PKM250"

    def formula_2021_05(person, period):
        """Group I or II, in a family that needs help."""
        return person("has_severe_disability", period) & person.household("is_needy_family", period)


class alone_with_home_to_repair(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of disability group II, living alone, with a home that needs repair"
    labels = {
        "uz": "II guruh nogironligi bor, yolg'iz, uyi ta'mirga muhtoj",
        "ru": "II группа инвалидности, одна, жильё требует ремонта",
    }
    reference = "PKM250"

    def formula_2021_05(person, period):
        """Group II, the only living person of the household, in a home that needs repair."""
        group = person("disability_group", period)
        return (
            (group == group.possible_values.group_2)
            & (person.household("household_size", period) == 1)
            & person.household("home_needs_repair", period)
        )


class woman_without_home(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lives in premises that are not a dwelling, without a home of her own"
    labels = {"uz": "Noturar joyda yashaydi, o'z uyi yo'q", "ru": "Живёт в нежилом помещении без своего жилья"}
    reference = "PKM250"

    def formula_2021_05(person, period):
        """Non-residential premises, no home."""
        return person.household("is_without_home", period)


class lone_woman_with_disabled_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A lone woman with a disabled child"
    labels = {"uz": "Nogironligi bo'lgan bolali yolg'iz ayol", "ru": "Одинокая женщина с ребёнком-инвалидом"}
    reference = "PKM250"

    def formula_2021_05(person, period):
        """Head of the family, without a spouse, with a child with disability."""
        status = person("marital_status", period)
        return (
            person.has_role(Household.HEAD)
            & (status != status.possible_values.married)
            & person.household("has_child_with_disability", period)
        )


class womens_notebook_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Enters the women's notebook"
    labels = {"uz": "Ayollar daftariga kiritiladi", "ru": "Включается в женскую тетрадь"}
    reference = "PKM250"

    def formula_2021_05(person, period):
        """A woman over 30 for whom any line of the list holds."""
        return person("of_womens_notebook_age", period) & (
            person("unemployed_without_income", period)
            | person("needy_widow", period)
            | person("needy_with_disability", period)
            | person("alone_with_home_to_repair", period)
            | person("woman_without_home", period)
            | person("lone_woman_with_disabled_child", period)
            | person("needs_help_after_violence", period)
        )


# The youth notebook


class of_youth_notebook_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of the age of the youth notebook"
    labels = {"uz": "Yoshlar daftari yoshida", "ru": "Возраст молодёжной тетради"}
    reference = "PKM312"

    def formula_2021_05(person, period, parameters):
        """From 18 to the end of the age of 30; from February 2026 from 14."""
        law = parameters(period).notebooks.youth
        age = person("age", period)
        return (age >= law.age_min) & (age <= law.age_max) & person("is_living", period)


class child_of_iron_notebook_family(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2026-01-31"
    label = "Child of a family in the iron notebook"
    labels = {"uz": "Temir daftardagi oila farzandi", "ru": "Ребёнок из семьи железной тетради"}
    reference = "PKM312"

    def formula_2021_05(person, period):
        """A child of the family, which is in the iron notebook."""
        return person.has_role(Household.CHILD) & person.household("iron_notebook_eligible", period)


class child_of_womens_notebook_member(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2026-01-31"
    label = "Child of a woman in the women's notebook"
    labels = {"uz": "Ayollar daftaridagi ayol farzandi", "ru": "Ребёнок женщины из женской тетради"}
    reference = "PKM312"

    def formula_2021_05(person, period):
        """A child of the family whose head or spouse is in the women's notebook."""
        return person.has_role(Household.CHILD) & person.household("parent_in_womens_notebook", period)


class young_member_of_needy_family(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2026-01-31"
    label = "Of a low-income family that needs social protection"
    labels = {"uz": "Ijtimoiy himoyaga muhtoj oiladan", "ru": "Из семьи, нуждающейся в социальной защите"}
    reference = "PKM312"

    def formula_2021_05(person, period):
        """The family needs help."""
        return person.household("is_needy_family", period)


class young_with_disabled_parents(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2026-01-31"
    label = "Parents with disability of group I or II, or one with it and the other caring"
    labels = {
        "uz": "Ota-onasi I-II guruh nogironi yoki parvarishda",
        "ru": "Родители с инвалидностью I-II группы или по уходу",
    }
    reference = "PKM312"

    def formula_2021_05(person, period):
        """A child of the family whose parents are both so disabled, or one is and the other has stopped work to care."""
        return person.has_role(Household.CHILD) & person.household("parents_disabled_or_caring", period)


class young_parent_of_disabled_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2026-01-31"
    label = "Parent in a young family that cares for a disabled child"
    labels = {"uz": "Nogiron bola parvarishidagi yosh oila", "ru": "Молодая семья с ребёнком-инвалидом"}
    reference = "PKM312"

    def formula_2021_05(person, period):
        """Head or spouse, with a child with disability in the family."""
        parent = person.has_role(Household.HEAD) | person.has_role(Household.SPOUSE)
        return parent & person.household("has_child_with_disability", period)


class parent_in_womens_notebook(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The head or the spouse is in the women's notebook"
    labels = {"uz": "Onasi ayollar daftarida", "ru": "Мать в женской тетради"}
    reference = ["PKM312", "RES20220331"]

    def formula_2021_05(household, period):
        """Head or spouse, entered by the rules of the women's notebook."""
        entered = household.members("womens_notebook_eligible", period)
        return household.any(entered, role=Household.HEAD) | household.any(entered, role=Household.SPOUSE)


class parents_disabled_or_caring(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Both parents have a disability of group I or II, or one has and the other cares"
    labels = {"uz": "Ota-onasi nogiron yoki parvarish qiladi", "ru": "Оба родителя с инвалидностью или один ухаживает"}
    reference = "PKM312"

    def formula_2021_05(household, period):
        """At least one parent of group I or II; the other is so too, cares, or is not there."""
        severe = household.members("has_severe_disability", period)
        affected = severe | household.members("stopped_work_to_care", period)
        head_severe = household.any(severe, role=Household.HEAD)
        spouse_severe = household.any(severe, role=Household.SPOUSE)
        both = household.any(affected, role=Household.HEAD) & household.any(affected, role=Household.SPOUSE)
        alone = household.nb_persons(Household.SPOUSE) == 0
        return (head_severe | spouse_severe) & (both | alone)


class income_within_youth_limit(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Family income per member is within the limit of the youth notebook"
    labels = {"uz": "Oila daromadi yoshlar daftari chegarasida", "ru": "Доход семьи в пределах молодёжной тетради"}
    reference = "PKM312"

    def formula_2026_02(household, period, parameters):
        """At most twice the minimum consumption expenditure per member."""
        limit = parameters(period).notebooks.youth.income_limit
        minimum_consumption = parameters(period).base.minimum_consumption_expenditure
        return household("family_income_per_member", period) <= limit * minimum_consumption


class youth_notebook_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Enters the youth notebook"
    labels = {"uz": "Yoshlar daftariga kiritiladi", "ru": "Включается в молодёжную тетрадь"}
    reference = "PKM312"

    def formula_2021_05(person, period):
        """Of age, and any of the ten groups of the list."""
        return person("of_youth_notebook_age", period) & (
            person("child_of_iron_notebook_family", period)
            | person("child_of_womens_notebook_member", period)
            | person("in_register_family", period)
            | person("young_member_of_needy_family", period)
            | person("is_orphan_or_without_parental_care", period)
            | person("needs_care", period)
            | person("has_severe_disability", period)
            | person("young_parent_of_disabled_child", period)
            | person("young_with_disabled_parents", period)
            | person("harmed_by_disaster", period)
        )

    def formula_2026_02(person, period):
        """Of age, and of a register family or one with at most twice the minimum consumption per member."""
        return person("of_youth_notebook_age", period) & (
            person("in_register_family", period)
            | (person.household("income_within_youth_limit", period) & person("in_family", period))
        )


# What the notebooks open


class in_any_notebook(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A member, or the family, is in a notebook"
    labels = {"uz": "Ijtimoiy daftarlardan birida", "ru": "В одной из социальных тетрадей"}
    reference = ["IRONBOOK", "PKM250", "PKM312"]

    def formula_2021_05(household, period):
        """The iron notebook, or a member in the women's or the youth notebook."""
        members = household.members
        return household("iron_notebook_eligible", period) | household.any(
            members("womens_notebook_eligible", period) | members("youth_notebook_eligible", period)
        )


class iron_notebook_help_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Help of the iron notebook is open"
    labels = {"uz": "Temir daftar yordami ochiq", "ru": "Помощь железной тетради доступна"}
    reference = ["IRONBOOK", "UP17"]

    def formula_2021_05(household, period):
        """The family is in the notebook."""
        return household("iron_notebook_eligible", period)

    def formula_2025_04(household, period):
        """In the notebook, and in the register of poor families (UP17)."""
        return household("iron_notebook_eligible", period) & household("in_social_register", period)


class womens_notebook_help_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Help of the women's notebook is open"
    labels = {"uz": "Ayollar daftari yordami ochiq", "ru": "Помощь женской тетради доступна"}
    reference = ["PKM250", "UP17"]

    def formula_2021_05(person, period):
        """The woman is in the notebook."""
        return person("womens_notebook_eligible", period)

    def formula_2025_04(person, period):
        """In the notebook, and of a register family (UP17)."""
        return person("womens_notebook_eligible", period) & person("in_register_family", period)


class youth_notebook_help_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Help of the youth notebook is open"
    labels = {"uz": "Yoshlar daftari yordami ochiq", "ru": "Помощь молодёжной тетради доступна"}
    reference = ["PKM312", "UP17"]

    def formula_2021_05(person, period):
        """The young person is in the notebook."""
        return person("youth_notebook_eligible", period)

    def formula_2025_04(person, period):
        """In the notebook, and of a register family (UP17)."""
        return person("youth_notebook_eligible", period) & person("in_register_family", period)

    def formula_2026_02(person, period):
        """In the notebook, whose own rule now asks for the register or the income limit."""
        return person("youth_notebook_eligible", period)


class housing_and_health_help_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Housing and health help of the notebooks is open"
    labels = {"uz": "Uy-joy va sog'liq yordami ochiq", "ru": "Помощь на жильё и здоровье доступна"}
    reference = ["IRONBOOK", "UP17"]

    def formula_2021_05(household, period):
        """The family or a member is in a notebook."""
        return household("in_any_notebook", period)

    def formula_2025_04(household, period, parameters):
        """In the register of poor families, or at most twice the minimum consumption per member (UP17)."""
        limit = parameters(period).notebooks.housing_and_health_limit
        minimum_consumption = parameters(period).base.minimum_consumption_expenditure
        return household("in_social_register", period) | (
            household("family_income_per_member", period) <= limit * minimum_consumption
        )


# Help with tuition, tools and treatment


class tuition_help_route(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A student in the women's notebook, or the one chosen of her several student children"
    labels = {
        "uz": "Daftardagi talaba ayol yoki uning talaba farzandi",
        "ru": "Студентка из тетради или один из её детей-студентов",
    }
    reference = "RES20220331"

    def formula_2022_03_31(person, period, parameters):
        """A student woman of the notebook, or one of two or more student children of such a woman."""
        law = parameters(period).notebooks.women.tuition
        student = person("studies_in_higher_education", period)
        children = person.household("student_children", period)
        child = (
            person.has_role(Household.CHILD)
            & person("nominated_for_tuition_help", period)
            & person.household("mother_has_womens_notebook_help", period)
            & (children >= law.student_children)
        )
        return student & (person("womens_notebook_help_eligible", period) | child)


class student_children(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Children of the family in higher education"
    unit = "child"
    reference = "RES20220331"

    def formula(household, period):
        """Living children of the family who study in higher education."""
        students = household.members("studies_in_higher_education", period) & household.members("in_family", period)
        return household.sum(students, role=Household.CHILD)


class mother_has_womens_notebook_help(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Help of the women's notebook is open to the head or the spouse"
    labels = {"uz": "Ayollar daftari yordami onaga ochiq", "ru": "Помощь женской тетради доступна матери"}
    reference = "RES20220331"

    def formula_2021_05(household, period):
        """Head or spouse."""
        open_to = household.members("womens_notebook_help_eligible", period)
        return household.any(open_to, role=Household.HEAD) | household.any(open_to, role=Household.SPOUSE)


class womens_tuition_help_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to tuition help of the women's notebook"
    labels = {
        "uz": "Ayollar daftari bo'yicha kontrakt to'loviga haqli",
        "ru": "Право на оплату контракта по женской тетради",
    }
    reference = "RES20220331"

    def formula_2022_03_31(person, period):
        """One of the two routes holds, and the fund has money."""
        return person("tuition_help_route", period) & person("notebook_fund_has_money", period)


class womens_tuition_help(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Tuition help of the women's notebook"
    labels = {"uz": "Ayollar daftari bo'yicha kontrakt to'lovi", "ru": "Оплата контракта по женской тетради"}
    unit = "currency/month"
    reference = "RES20220331"

    def formula_2022_03_31(person, period, parameters):
        """The contract, up to 15 base calculation units, once."""
        law = parameters(period).notebooks.women.tuition
        cap = law.amount * parameters(period).base.base_calculation_unit
        paid = minimum(person("tuition_contract_cost", period), cap)
        return where(person("womens_tuition_help_eligible", period), round_to_unit(paid), 0)


class youth_tools_help_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the tools subsidy of the youth notebook"
    labels = {
        "uz": "Yoshlar daftari asbob-uskuna subsidiyasiga haqli",
        "ru": "Право на субсидию на инструменты по молодёжной тетради",
    }
    reference = ["UP202104", "PKM312"]

    def formula_2021_05(person, period):
        """Help of the notebook is open, for a business or self-employment, and the fund has money."""
        return (
            person("youth_notebook_help_eligible", period)
            & person("plans_business", period)
            & person("notebook_fund_has_money", period)
        )


class youth_tools_help(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Tools subsidy of the youth notebook"
    labels = {"uz": "Yoshlar daftari asbob-uskuna subsidiyasi", "ru": "Субсидия на инструменты по молодёжной тетради"}
    unit = "currency/month"
    reference = ["UP202104", "PKM312"]

    def formula_2021_05(person, period, parameters):
        """The cost of the tools, up to 40 base calculation units."""
        cap = parameters(period).notebooks.youth.tools * parameters(period).base.base_calculation_unit
        paid = minimum(person("tools_cost", period), cap)
        return where(person("youth_tools_help_eligible", period), round_to_unit(paid), 0)


class youth_treatment_help_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to treatment help of the youth notebook"
    labels = {"uz": "Yoshlar daftari davolanish yordamiga haqli", "ru": "Право на оплату лечения по молодёжной тетради"}
    reference = "PKM312"

    def formula_2022_06_07(person, period):
        """In the notebook, health help is open, no other notebook pays for it, and the fund has money."""
        return (
            person("youth_notebook_eligible", period)
            & person.household("housing_and_health_help_eligible", period)
            & ~person("treatment_paid_from_other_notebook", period)
            & person("notebook_fund_has_money", period)
        )


class youth_treatment_help(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Treatment help of the youth notebook"
    labels = {"uz": "Yoshlar daftari davolanish yordami", "ru": "Оплата лечения по молодёжной тетради"}
    unit = "currency/month"
    reference = "PKM312"

    def formula_2022_06_07(person, period, parameters):
        """The cost of treatment, up to 50 base calculation units."""
        cap = parameters(period).notebooks.youth.treatment * parameters(period).base.base_calculation_unit
        paid = minimum(person("treatment_cost", period), cap)
        return where(person("youth_treatment_help_eligible", period), round_to_unit(paid), 0)
