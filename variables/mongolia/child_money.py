"""Child Money: targeted in 2005, for every child since, but for the episodes of 2016 to 2019 and of 2023."""

from openfisca_country.law import (
    MONTH,
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    Household,
    Person,
    Variable,
    clip,
    round_to_unit,
    where,
)

# What the household states, or the household database records


class in_household_database(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "Is in the integrated household information database"
    labels = {"mn": "Өрхийн мэдээллийн нэгдсэн санд бүртгэлтэй"}
    reference = ["SW2012 art. 13", "PR96-2019"]


class child_money_applied_for(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "A parent has applied for Child Money"
    labels = {"mn": "Хүүхдийн мөнгөн тэтгэмж авах хүсэлт гаргасан"}
    reference = ["SW2012 art. 13", "PR96-2019"]


class share_of_children_worse_off(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Share of all children whose household has a lower score in the database than this one, from 0 to under 1"
    unit = "/1"
    reference = ["DEC201607", "DEC201801", "DEC202301"]


class household_database_group(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    default_value = 1
    label = "Group of the household in the database, from 1, the poorest, to 20"
    unit = "/1"
    reference = "DEC201601"


class asked_for_child_money(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    default_value = True
    label = "Asked to be paid Child Money though its group of the database is paid on request only"
    reference = "DEC201601"


class poor_by_proxy_means_test(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Was found poor by the test of 2005"
    reference = "CHILD2005"


class lives_abroad(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The family are citizens who live abroad"
    reference = "DEC202005C"


class is_vaccinated(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Has the vaccinations due at the age"
    reference = "CHILD2005"


class attends_school(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Attends school, if of school age"
    reference = "CHILD2005"


class is_child_of_migrant_worker(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is the child of a migrant worker"
    reference = "SW2012 art. 13"


# Children


class is_under_child_money_age(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is living and under the age of Child Money"
    labels = {"mn": "18 насанд хүрээгүй"}
    reference = ["CHILD2005", "SW2012 art. 13", "PR96-2019"]

    def formula_2005(person, period, parameters):
        """Under 18 on the first day of the month."""
        return person("is_living", period) & (person("age", period) < parameters(period).child_money.age_limit)


class not_child_of_migrant_worker(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is not the child of a migrant worker"
    labels = {"mn": "Цагаач ажилтны хүүхэд биш"}
    reference = "SW2012 art. 13"

    def formula_2005(person, period):
        """The children of migrant workers have no Child Money."""
        return ~person("is_child_of_migrant_worker", period)


class vaccinated_and_at_school(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    end = "2006-06-30"
    label = "Is vaccinated and, from school age, at school"
    labels = {"mn": "Вакцинд хамрагдсан, сургуульд суралцдаг"}
    reference = "CHILD2005"

    def formula_2005(person, period, parameters):
        """The two duties of 2005."""
        below_school_age = person("age", period) < parameters(period).child_money.school_age
        return person("is_vaccinated", period) & (person("attends_school", period) | below_school_age)


class is_counted_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a child for whom Child Money can be paid"
    labels = {"mn": "Хүүхдийн мөнгө олгох хүүхэд"}
    reference = ["CHILD2005", "SW2012 art. 13", "PR96-2019"]

    def formula_2005(person, period):
        """Under 18, not of a migrant worker, vaccinated, and at school from school age."""
        return (
            person("is_under_child_money_age", period)
            & person("not_child_of_migrant_worker", period)
            & person("vaccinated_and_at_school", period)
        )

    def formula_2006_07(person, period):
        """Under 18, not of a migrant worker."""
        return person("is_under_child_money_age", period) & person("not_child_of_migrant_worker", period)


class counted_children(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Children of the household for whom Child Money can be paid"
    unit = "child"
    reference = ["CHILD2005", "SW2012 art. 13", "PR96-2019"]

    def formula_2005(household, period):
        """Their number on the first day of the month, whatever their role in the household."""
        return household.sum(household.members("is_counted_child", period))


class has_counted_child(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "The household has a child for whom Child Money can be paid"
    labels = {"mn": "Өрхөд хүүхдийн мөнгө олгох хүүхэд бий"}
    reference = ["CHILD2005", "SW2012 art. 13", "PR96-2019"]

    def formula_2005(household, period):
        """At least one."""
        return household("counted_children", period) >= 1


class has_many_children(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2006-06-30"
    label = "The household has at least three children under 18"
    labels = {"mn": "Өрх 18 нас хүрээгүй гурав ба түүнээс дээш хүүхэдтэй"}
    reference = "CHILD2005"

    def formula_2005(household, period, parameters):
        """Children under 18, whether or not they meet the duties."""
        children = household.sum(household.members("is_under_child_money_age", period))
        return children >= parameters(period).child_money.minimum_children


# Targeting


def among_the_poorest(household, period, parameters):
    """Everybody where all children are paid, otherwise those up to the share of children that is."""
    coverage = parameters(period).child_money.coverage
    return (coverage >= 1) | (household("share_of_children_worse_off", period) < coverage)


class in_child_money_target_group(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Belongs to the group that is paid Child Money"
    labels = {"mn": "Хүүхдийн мөнгө олгох зорилтот бүлэгт багтсан"}
    reference = ["CHILD2005", "DEC201601", "DEC201607", "DEC201801", "DEC202301"]

    def formula_2005(household, period):
        """Poor by the test of 2005."""
        return household("poor_by_proxy_means_test", period)

    def formula_2006_07(household, period, parameters):
        """Every household."""
        return among_the_poorest(household, period, parameters)

    def formula_2016(household, period, parameters):
        """Groups 1 to 17 of the household database, the others on request."""
        paid_without_request = (
            household("household_database_group", period) <= parameters(period).child_money.groups_paid
        )
        return paid_without_request | household("asked_for_child_money", period)

    def formula_2016_07(household, period, parameters):
        """The poorest 60 or 80 % of children by score; at other times every household."""
        return among_the_poorest(household, period, parameters)


class outside_child_money_target_group(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Does not belong to the group that is paid Child Money"
    labels = {"mn": "Хүүхдийн мөнгө олгох зорилтот бүлэгт багтаагүй"}
    reference = ["DEC201607", "DEC201801", "DEC202301"]

    def formula_2016_07(household, period):
        """The best-off by score."""
        return ~household("in_child_money_target_group", period)


class registered_for_child_money(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Is in the household database or, from May 2020, a family of citizens abroad"
    labels = {"mn": "Өрхийн мэдээллийн санд бүртгэлтэй эсвэл гадаадад амьдардаг иргэн"}
    reference = ["SW2012 art. 13", "PR96-2019", "DEC202005C"]

    def formula_2005(household, period):
        """In the database."""
        return household("in_household_database", period)

    def formula_2020_05(household, period):
        """In the database, or citizens abroad."""
        return household("in_household_database", period) | household("lives_abroad", period)


# Entitlement and amount


class child_money_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Entitled to Child Money"
    labels = {"mn": "Хүүхдийн мөнгөн тэтгэмж авах эрхтэй"}
    reference = ["CHILD2005", "SW2012 art. 13", "PR96-2019"]

    def formula_2005(household, period):
        """Registered and applied, poor by the test, three children or more, one of whom meets the duties."""
        return (
            household("registered_for_child_money", period)
            & household("child_money_applied_for", period)
            & household("in_child_money_target_group", period)
            & household("has_many_children", period)
            & household("has_counted_child", period)
        )

    def formula_2006_07(household, period):
        """Registered and applied, in the group that is paid, with a child."""
        return (
            household("registered_for_child_money", period)
            & household("child_money_applied_for", period)
            & household("in_child_money_target_group", period)
            & household("has_counted_child", period)
        )


class child_money(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Child Money"
    labels = {"mn": "Хүүхдийн мөнгөн тэтгэмж"}
    unit = "currency/month"
    reference = ["CHILD2005", "SW2012 art. 13", "PR96-2019"]

    def formula_2005(household, period, parameters):
        """The amount of the month for each child."""
        amount = parameters(period).child_money.amount * household("counted_children", period)
        return where(household("child_money_eligible", period), amount, 0)

    def formula_2007_07(household, period, parameters):
        """A third of the amount of the quarter for each child."""
        quarter = parameters(period).child_money.quarterly_amount * household("counted_children", period)
        return where(household("child_money_eligible", period), round_to_unit(quarter / MONTHS_IN_QUARTER), 0)

    def formula_2012_10(household, period, parameters):
        """The amount of the month for each child."""
        amount = parameters(period).child_money.amount * household("counted_children", period)
        return where(household("child_money_eligible", period), amount, 0)

    def formula_2016_07(household, period, parameters):
        """The amount of the month for each child, and what is paid back to those left out before."""
        amount = parameters(period).child_money.amount * household("counted_children", period)
        return where(household("child_money_eligible", period), amount, 0) + household("child_money_arrears", period)


# What is paid back, or set aside, for the children left out


class was_left_out_of_child_money(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Was outside the group that was paid Child Money in the month before"
    labels = {"mn": "Өмнөх сард хүүхдийн мөнгөнд хамрагдаагүй"}
    reference = ["DEC201707", "DEC202307"]

    def formula_2016_07(household, period, parameters):
        """By the share of children paid in the month before."""
        coverage = parameters(period.last_month).child_money.coverage
        return (coverage < 1) & (household("share_of_children_worse_off", period) >= coverage)


class child_money_arrears_months(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Months of Child Money paid back for the child, if left out"
    unit = "month"
    reference = ["DEC201707", "DEC202307"]

    def formula_2016_07(person, period, parameters):
        """Of the months paid back, those in which the child was born and under 18."""
        law = parameters(period).child_money
        months = law.arrears.months
        age = person("age_in_months", period)
        since_birth = clip(age, 0, months)
        since_coming_of_age = clip(age - law.age_limit * MONTHS_IN_YEAR, 0, months)
        of_the_law = person("is_living", period) & person("not_child_of_migrant_worker", period)
        return where(of_the_law, since_birth - since_coming_of_age, 0)


class has_child_money_arrears_months(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Months are paid back in this month, and a child of the household was under 18 in them"
    labels = {"mn": "Нөхөн олгох сартай хүүхэд бий"}
    reference = ["DEC201707", "DEC202307"]

    def formula_2016_07(household, period):
        """At least one month of one child."""
        return household.sum(household.members("child_money_arrears_months", period)) >= 1


class child_money_arrears_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Entitled to Child Money paid back"
    labels = {"mn": "Хүүхдийн мөнгө нөхөн авах эрхтэй"}
    reference = ["DEC201707", "DEC202307"]

    def formula_2016_07(household, period):
        """Registered and applied, left out until the month before, with months that are paid back."""
        return (
            household("registered_for_child_money", period)
            & household("child_money_applied_for", period)
            & household("was_left_out_of_child_money", period)
            & household("has_child_money_arrears_months", period)
        )


class child_money_arrears(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Child Money paid back for the months in which the children were left out"
    labels = {"mn": "Нөхөн олгосон хүүхдийн мөнгө"}
    unit = "currency/month"
    reference = ["DEC201707", "DEC202307"]

    def formula_2016_07(household, period, parameters):
        """The amount for each month and child, in one sum."""
        months = household.sum(household.members("child_money_arrears_months", period))
        amount = parameters(period).child_money.amount * months
        return where(household("child_money_arrears_eligible", period), amount, 0)


class child_money_deposit_eligible(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    end = "2016-12-31"
    label = "Entitled to a time deposit in place of Child Money"
    labels = {"mn": "Хүүхдийн мөнгийг хадгаламжаар авах эрхтэй"}
    reference = "DEC201607"

    def formula_2016_07(household, period):
        """Registered and applied, outside the group that is paid, with a child."""
        return (
            household("registered_for_child_money", period)
            & household("child_money_applied_for", period)
            & household("outside_child_money_target_group", period)
            & household("has_counted_child", period)
        )


class child_money_deposit(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    end = "2016-12-31"
    label = "Child Money set aside on a time deposit, without interest"
    labels = {"mn": "Хүүгүй хугацаатай хадгаламжид байршуулсан хүүхдийн мөнгө"}
    unit = "currency/month"
    reference = "DEC201607"

    def formula_2016_07(household, period, parameters):
        """The amount of the month for each child; no money in hand."""
        amount = parameters(period).child_money.amount * household("counted_children", period)
        return where(household("child_money_deposit_eligible", period), amount, 0)


# Children in care homes


class child_money_saved(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Part of the Child Money of a child in a care home that is put on a savings account"
    labels = {"mn": "Асрамжийн газрын хүүхдийн мөнгөнөөс хуримтлуулах хэсэг"}
    unit = "currency/month"
    reference = "DEC2024CHILD"

    def formula_2024(person, period, parameters):
        """All of it to the age of 14, four fifths from then on."""
        law = parameters(period).child_money
        saved = law.care_home.saved_share
        share = where(person("age", period) < law.care_home.age, saved.below_age, saved.from_age)
        paid = (
            person("lives_in_care_centre", period)
            & person("is_counted_child", period)
            & person.household("child_money_eligible", period)
        )
        return where(paid, round_to_unit(share * law.amount), 0)
