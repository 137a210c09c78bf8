"""Benefits to mothers and to single parents of three or more children, from 2018; the honoured-mother order."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    NEVER,
    Enum,
    Household,
    Person,
    Variable,
    completed_months,
    first_day,
    happened,
    month_of,
    round_to_unit,
    select,
    where,
)

# What the mother or parent states


class HonouredMotherOrder(Enum):
    none = "None"
    second_class = "Second class"
    first_class = "First class"


class pregnancy_start_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the pregnancy began, as the health centre certifies"
    unit = "date"
    reference = "MOTH2017 art. 5.1.1"


class mother_benefits_application_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day of the application for the benefits to mothers and single parents; without one, it was made in time"
    unit = "date"
    reference = "MOTH2017"


class cares_for_own_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    default_value = True
    label = "Cares for the own child"
    labels = {"mn": "Хүүхдээ өөрөө асарч байгаа"}
    reference = "MOTH2017 art. 5.1.2"


class honoured_mother_order(Variable):
    value_type = Enum
    possible_values = HonouredMotherOrder
    default_value = HonouredMotherOrder.none
    entity = Person
    definition_period = MONTH
    label = "Class of the honoured-mother order held"
    labels = {"mn": "Алдарт эхийн одонгийн зэрэг"}
    reference = "DEC2018HERO"


class mother_benefits_applied_for(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The month of the application has come, or no application is stated"
    labels = {"mn": "Тэтгэмжийн өргөдөл гаргасан"}
    reference = "MOTH2017"

    def formula_2018(person, period):
        """Paid from the month of the application; nothing for the months before a late one."""
        applied = person("mother_benefits_application_date", period)
        return ~happened(applied) | (month_of(applied) <= month_of(first_day(period)))


# Pregnancy


class pregnancy_month(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Which month of pregnancy it is on the first day of the month; zero before the first"
    unit = "month"
    reference = "MOTH2017 art. 5.1.1"

    def formula_2018(person, period):
        """Full months since the pregnancy began, and the one that runs."""
        began = person("pregnancy_start_date", period)
        return where(began <= first_day(period), completed_months(began, first_day(period)) + 1, 0)


class has_not_given_birth_yet(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is pregnant, and the birth is not before the first day of the month"
    labels = {"mn": "Жирэмсэн, төрөөгүй байгаа"}
    reference = "MOTH2017 art. 5.1.1"

    def formula_2018(person, period):
        """Until the birth."""
        return person("is_pregnant", period) & (first_day(period) <= person("childbirth_date", period))


class in_fifth_month_of_pregnancy(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is in the fifth month of pregnancy or later"
    labels = {"mn": "Жирэмсний таван сар болсон"}
    reference = "MOTH2017 art. 5.1.1"

    def formula_2018(person, period, parameters):
        """From the fifth month."""
        return person("pregnancy_month", period) >= parameters(period).mother_benefits.pregnancy.from_month


class pregnancy_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the benefit of pregnant women"
    labels = {"mn": "Жирэмсэн эхийн тэтгэмж авах эрхтэй"}
    reference = "MOTH2017 art. 5.1.1"

    def formula_2018(person, period):
        """From the fifth month of pregnancy until the birth, once applied for."""
        return (
            person("has_not_given_birth_yet", period)
            & person("in_fifth_month_of_pregnancy", period)
            & person("mother_benefits_applied_for", period)
        )


class pregnancy_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Benefit of pregnant women"
    labels = {"mn": "Жирэмсэн эхийн тэтгэмж"}
    unit = "currency/month"
    reference = ["MOTH2017 art. 5.1.1", "GR340-2017 item 2"]

    def formula_2018(person, period, parameters):
        """A flat amount a month."""
        amount = parameters(period).mother_benefits.pregnancy.amount
        return where(person("pregnancy_benefit_eligible", period), amount, 0)


# Care of a child under three


class has_child_under_3(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "A child of the family is under three, the age of the benefit"
    labels = {"mn": "Гэр бүл 3 нас хүрээгүй хүүхэдтэй"}
    reference = "MOTH2017 art. 5.1.2"

    def formula_2018(household, period, parameters):
        """At least one child of the family under three on the first day of the month."""
        law = parameters(period).mother_benefits.childcare
        members = household.members
        small = members("is_living", period) & (members("age", period) < law.child_age)
        return household.any(small, role=Household.CHILD)


class is_mother_of_family(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is the mother of the family: the spouse or the head who is a woman"
    labels = {"mn": "Гэр бүлийн эх"}
    reference = "MOTH2017 art. 5.1.2"

    def formula_2018(person, period):
        """One in each household: the spouse, or the head where the spouse is no woman."""
        sex = person("sex", period)
        woman = person("is_living", period) & (sex == sex.possible_values.female)
        spouse_is_woman = person.household.any(woman, role=Household.SPOUSE)
        return woman & (person.has_role(Household.SPOUSE) | (person.has_role(Household.HEAD) & ~spouse_is_woman))


class lives_with_child_under_3(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lives with a child of the family who is under three"
    labels = {"mn": "3 нас хүрээгүй хүүхэдтэйгээ хамт амьдардаг"}
    reference = "MOTH2017 art. 5.1.2"

    def formula_2018(person, period):
        """Of the same household."""
        return person.household("has_child_under_3", period)


class childcare_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the benefit of mothers who care for a child under three"
    labels = {"mn": "0-3 хүртэлх насны хүүхэд асарсны тэтгэмж авах эрхтэй"}
    reference = "MOTH2017 art. 5.1.2"

    def formula_2018(person, period):
        """The mother of a child under three, caring for it, once applied for."""
        return (
            person("is_mother_of_family", period)
            & person("lives_with_child_under_3", period)
            & person("cares_for_own_child", period)
            & person("mother_benefits_applied_for", period)
        )


class childcare_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Benefit of mothers who care for a child under three"
    labels = {"mn": "0-3 хүртэлх насны хүүхэд асарсны тэтгэмж"}
    unit = "currency/month"
    reference = ["MOTH2017 art. 5.1.2", "GR340-2017 item 2"]

    def formula_2018(person, period, parameters):
        """A flat amount a month for the mother, however many children are under three."""
        amount = parameters(period).mother_benefits.childcare.amount
        return where(person("childcare_benefit_eligible", period), amount, 0)


# Single parents of three or more children


class heads_household_alone(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Heads the household alone"
    labels = {"mn": "Өрх толгойлсон"}
    reference = "MOTH2017"

    def formula_2018(person, period):
        """The head, not married, without a spouse in the household."""
        status = person("marital_status", period)
        spouse_present = person.household.any(person("is_living", period), role=Household.SPOUSE)
        return (
            person.has_role(Household.HEAD)
            & person("is_living", period)
            & (status != status.possible_values.married)
            & ~spouse_present
        )


class single_parent_children(Variable):
    value_type = int
    entity = Household
    definition_period = MONTH
    label = "Children of the family under the age at which they count for a single parent"
    unit = "child"
    reference = "MOTH2017"

    def formula_2018(household, period, parameters):
        """Under 18 on the first day of the month."""
        law = parameters(period).mother_benefits.single_parent
        members = household.members
        counted = members("is_living", period) & (members("age", period) < law.child_age)
        return household.sum(counted, role=Household.CHILD)


class raises_three_children(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Lives with three or more children of the family under 18"
    labels = {"mn": "18 нас хүрээгүй гурав ба түүнээс дээш хүүхэдтэй"}
    reference = "MOTH2017"

    def formula_2018(person, period, parameters):
        """At least three."""
        least = parameters(period).mother_benefits.single_parent.number_of_children
        return person.household("single_parent_children", period) >= least


class single_parent_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the benefit of single heads of a household with three or more children"
    labels = {"mn": "Олон хүүхэдтэй өрх толгойлсон эх, эцгийн тэтгэмж авах эрхтэй"}
    reference = "MOTH2017"

    def formula_2018(person, period):
        """Alone at the head, with three or more children, once applied for."""
        return (
            person("heads_household_alone", period)
            & person("raises_three_children", period)
            & person("mother_benefits_applied_for", period)
        )


class single_parent_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Benefit of single heads of a household with three or more children"
    labels = {"mn": "Олон хүүхэдтэй өрх толгойлсон эх, эцгийн тэтгэмж"}
    unit = "currency/month"
    reference = "MOTH2017"

    def formula_2018(person, period, parameters):
        """A third of the amount of the quarter."""
        quarter = parameters(period).mother_benefits.single_parent.amount
        return where(person("single_parent_benefit_eligible", period), round_to_unit(quarter / MONTHS_IN_QUARTER), 0)


class mother_benefits(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Benefits to mothers and single parents, by the month"
    labels = {"mn": "Эх, өрх толгойлсон эх, эцгийн тэтгэмж"}
    unit = "currency/month"
    reference = "MOTH2017"

    def formula_2018(person, period):
        """Of pregnant women, of mothers of a child under three, of single parents."""
        return (
            person("pregnancy_benefit", period)
            + person("childcare_benefit", period)
            + person("single_parent_benefit", period)
        )


# The honoured-mother order


class holds_honoured_mother_order(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Holds the honoured-mother order"
    labels = {"mn": "Алдарт эхийн одонтой"}
    reference = "DEC2018HERO"

    def formula_2018(person, period):
        """Of the first or the second class."""
        order = person("honoured_mother_order", period)
        return order != order.possible_values.none


class honoured_mother_allowance_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the allowance with the honoured-mother order"
    labels = {"mn": "Алдарт эхийн одонгийн тэтгэмж авах эрхтэй"}
    reference = "DEC2018HERO"

    def formula_2018(person, period):
        """Living, and holding the order."""
        return person("is_living", period) & person("holds_honoured_mother_order", period)


class honoured_mother_allowance(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Allowance with the honoured-mother order, by the month"
    labels = {"mn": "Алдарт эхийн одонгийн тэтгэмж"}
    unit = "currency/month"
    reference = "DEC2018HERO"

    def formula_2018(person, period, parameters):
        """A twelfth of the amount of the year, by class."""
        law = parameters(period).mother_benefits.honoured_mother
        order = person("honoured_mother_order", period)
        kinds = order.possible_values
        year = select(
            [order == kinds.first_class, order == kinds.second_class],
            [law.first_class.amount, law.second_class.amount],
            default=0,
        )
        return where(person("honoured_mother_allowance_eligible", period), round_to_unit(year / MONTHS_IN_YEAR), 0)
