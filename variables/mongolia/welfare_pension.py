"""Social welfare pension: a flat pension for those without a right to one from social insurance (SW2012 art. 12)."""

from openfisca_country.law import MONTH, Household, Person, Variable, maximum, round_to_unit, where

# What the claimant states


class has_dwarfism(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a dwarf"
    labels = {"mn": "Одой иргэн"}
    reference = "SW2012 art. 12.1.2"


# The categories


class reached_welfare_pension_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has reached the entry age of the social welfare pension"
    labels = {"mn": "Нийгмийн халамжийн тэтгэврийн насанд хүрсэн"}
    reference = "SW2012 art. 12.1.1"

    def formula_2015_03(person, period, parameters):
        """Men at 60 and women at 55; both at 65 from 2024 (SW2012 art. 12.1.1)."""
        law = parameters(period).welfare_pension.age
        sex = person("sex", period)
        return person("age", period) >= where(sex == sex.possible_values.female, law.female, law.male)


class is_adult_dwarf(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A dwarf aged 16 or over"
    labels = {"mn": "16 насанд хүрсэн одой иргэн"}
    reference = "SW2012 art. 12.1.2"

    def formula_2015_03(person, period, parameters):
        """Of the age from which dwarfs are entitled (SW2012 art. 12.1.2)."""
        old_enough = person("age", period) >= parameters(period).welfare_pension.minimum_age
        return person("has_dwarfism", period) & old_enough


class is_disabled_for_welfare_pension(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Disabled, with at least half of the capacity to work lost, aged 16 or over"
    labels = {"mn": "Хөдөлмөрийн чадвараа 50 ба түүнээс дээш хувиар алдсан 16 насанд хүрсэн иргэн"}
    reference = "SW2012 art. 12.1.3"

    def formula_2015_03(person, period, parameters):
        """A loss of 50 % or more, from the age of 16 (SW2012 art. 12.1.3)."""
        law = parameters(period).welfare_pension
        disabled = person("working_capacity_loss", period) >= law.minimum_loss
        return disabled & (person("age", period) >= law.minimum_age)


class single_head_children(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Children under 18 of the head of a household who has no spouse in it; none where there is a spouse"
    unit = "child"
    reference = "SW2012 art. 12.1.5"

    def formula_2015_03(household, period, parameters):
        """Living children under 18, where no spouse lives in the household."""
        members = household.members
        living = members("is_living", period)
        young = members("age", period) < parameters(period).welfare_pension.child_age
        children = household.sum(living & young & members.has_role(Household.CHILD))
        with_spouse = household.any(living & members.has_role(Household.SPOUSE))
        return where(with_spouse, 0, children)


class is_single_head_of_many(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A single head of household with four or more children under 18, a mother of 45 or a father of 50 and over"
    labels = {"mn": "18 хүртэлх насны дөрөв ба түүнээс дээш хүүхэдтэй, өрх толгойлсон эх, эцэг"}
    reference = "SW2012 art. 12.1.5"

    def formula_2015_03(person, period, parameters):
        """Head without a spouse, four children, mother from 45 and father from 50 (SW2012 art. 12.1.5)."""
        law = parameters(period).welfare_pension.single_head
        sex = person("sex", period)
        age = where(sex == sex.possible_values.female, law.age.mother, law.age.father)
        return (
            person.has_role(Household.HEAD)
            & (person.household("single_head_children", period) >= law.number_of_children)
            & (person("age", period) >= age)
        )


class is_adult_case_of_welfare_pension(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of old age, a dwarf, disabled, or a single head of a large family"
    labels = {"mn": "Өндөр настан, одой, хөгжлийн бэрхшээлтэй, эсвэл олон хүүхэдтэй өрх толгойлогч"}
    reference = ["SW2012 art. 12.1.1", "SW2012 art. 12.1.2", "SW2012 art. 12.1.3", "SW2012 art. 12.1.5"]

    def formula_2015_03(person, period):
        """Any of the categories whose pension is paid to each person."""
        return (
            person("reached_welfare_pension_age", period)
            | person("is_adult_dwarf", period)
            | person("is_disabled_for_welfare_pension", period)
            | person("is_single_head_of_many", period)
        )


class is_orphan_case_of_welfare_pension(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A child under 18 whose breadwinner has died"
    labels = {"mn": "Тэжээгч нь нас барсан 18 хүртэлх насны хүүхэд"}
    reference = ["SW2012 art. 12.1.4", "GR237-2023"]

    def formula_2023_07(person, period, parameters):
        """Under 18 and bereaved, and not paid a pension of their own (SW2012 art. 12.1.4)."""
        young = person("age", period) < parameters(period).welfare_pension.child_age
        return young & person("lost_breadwinner", period) & ~person("is_adult_case_of_welfare_pension", period)


class in_welfare_pension_category(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Of old age, a dwarf, disabled, a single head of a large family, or an orphan"
    labels = {"mn": "Нийгмийн халамжийн тэтгэвэр авах иргэний ангилалд хамаарна"}
    reference = "SW2012 art. 12.1"

    def formula_2015_03(person, period):
        """One of the five categories (SW2012 art. 12.1)."""
        return person("is_adult_case_of_welfare_pension", period) | person("is_orphan_case_of_welfare_pension", period)


class has_no_insurance_pension_right(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has no right to a pension from social insurance"
    labels = {"mn": "Нийгмийн даатгалын тэтгэвэр авах эрх үүсээгүй"}
    reference = "SW2012 art. 12.1"

    def formula_2015_03(person, period):
        """Neither to an old-age nor to a disability nor to a survivors' pension (SW2012 art. 12.1)."""
        return ~(
            person("old_age_pension_eligible", period)
            | person("disability_pension_eligible", period)
            | person("survivor_pension_eligible", period)
        )


# Entitlement


class welfare_pension_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the social welfare pension"
    labels = {"mn": "Нийгмийн халамжийн тэтгэвэр авах эрхтэй"}
    reference = "SW2012 art. 12.1"

    def formula_2015_03(person, period):
        """Living, in one of the categories, without a right to a pension from social insurance (SW2012 art. 12.1)."""
        return (
            person("is_living", period)
            & person("in_welfare_pension_category", period)
            & person("has_no_insurance_pension_right", period)
        )


# Amount


class welfare_pension_orphans(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Orphans for whom the household is paid the social welfare pension"
    unit = "child"
    reference = "SW2012 art. 12.1.4"

    def formula_2023_07(household, period):
        """Members entitled as orphans."""
        members = household.members
        return household.sum(
            members("welfare_pension_eligible", period) & members("is_orphan_case_of_welfare_pension", period)
        )


class welfare_pension_of_orphans(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Social welfare pension of the household's orphans, all together"
    labels = {"mn": "Тэжээгчээ алдсан хүүхдүүдийн халамжийн тэтгэвэр, өрхөд"}
    unit = "currency/month"
    reference = ["SW2012 art. 12.1.4", "GR237-2023"]

    def formula_2023_07(household, period, parameters):
        """The amount once for one or two children, 1.5 times for three or four, twice for five or more."""
        law = parameters(period).welfare_pension
        return round_to_unit(law.amount * law.orphan_multiplier.calc(household("welfare_pension_orphans", period)))

    def formula_2026(household, period, parameters):
        """As before, with the rise of 2026 for recipients who are not disabled (GR2026P)."""
        law = parameters(period).welfare_pension
        multiplier = law.orphan_multiplier.calc(household("welfare_pension_orphans", period))
        return round_to_unit(law.amount * law.increase.others * multiplier)


class welfare_pension_of_adult(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social welfare pension of a person in their own right"
    unit = "currency/month"
    reference = ["GR25-2020", "GR3-2023", "GR237-2023", "GR2026P"]

    def formula_2015_03(person, period, parameters):
        """The flat amount."""
        return person.filled_array(parameters(period).welfare_pension.amount)

    def formula_2026(person, period, parameters):
        """The flat amount with the rise of 2026: 20 % for the disabled, 8.6 % for all others (GR2026P)."""
        law = parameters(period).welfare_pension
        disabled = person("is_disabled_for_welfare_pension", period)
        return round_to_unit(law.amount * where(disabled, law.increase.disabled, law.increase.others))


class welfare_pension_covid_topup(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    end = "2020-12-31"
    label = "Temporary sum on top of the social welfare pension in 2020"
    labels = {"mn": "Халамжийн тэтгэвэрт нэмж олгосон түр нэмэгдэл"}
    unit = "currency/month"
    reference = "DEC202005P"

    def formula_2020_05(person, period, parameters):
        """The same sum for each pension, from May to December 2020."""
        return where(person("welfare_pension_eligible", period), parameters(period).welfare_pension.covid_topup, 0)


class welfare_pension(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Social welfare pension"
    labels = {"mn": "Нийгмийн халамжийн тэтгэвэр"}
    unit = "currency/month"
    reference = ["SW2012 art. 12", "GR25-2020", "GR237-2023"]

    def formula_2015_03(person, period):
        """The flat amount; of orphans, an equal share of what the household is paid."""
        number = maximum(person.household("welfare_pension_orphans", period), 1)
        share = person.household("welfare_pension_of_orphans", period) / number
        as_orphan = person("is_orphan_case_of_welfare_pension", period)
        amount = where(as_orphan, share, person("welfare_pension_of_adult", period))
        topup = person("welfare_pension_covid_topup", period)
        return where(person("welfare_pension_eligible", period), amount + topup, 0)


class social_pension(Variable):
    label = "Pension or allowance in old age without an insurance record"
    labels = {"mn": "Нийгмийн халамжийн тэтгэвэр, насны хишиг"}
    reference = ["SW2012 art. 12", "OLD2017"]

    def formula(person, period):
        """The social welfare pension, and the age grant in the months in which it is paid."""
        return person("welfare_pension", period) + person("age_grant", period)
