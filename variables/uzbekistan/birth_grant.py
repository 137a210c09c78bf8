"""Birth grant: the Regulation of 2002 on social insurance benefits, and the Cabinet resolution of March 2024."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    add_months,
    clip,
    in_month,
    on_the_day,
    round_to_unit,
    where,
)

# What the mother states


class children_born(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    default_value = 1
    label = "Children born alive at the birth"
    unit = "child"
    reference = "REG1136 item 79"


class is_stillbirth(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The child was born dead"
    reference = "REG1136 item 84"


# The conditions


class gave_birth_in_month(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gave birth in the month"
    labels = {"uz": "Shu oyda farzand ko'rgan", "ru": "Родила в этом месяце"}
    reference = "REG1136 item 79"

    def formula(person, period):
        """The birth lies in the month: the grant is found with the month of birth, whenever it is claimed."""
        return in_month(person("childbirth_date", period), period)


class child_born_alive(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The child was born alive"
    labels = {"uz": "Bola tirik tug'ilgan", "ru": "Ребёнок родился живым"}
    reference = "REG1136 item 84"

    def formula(person, period):
        """Nothing is paid where the child was born dead (item 84)."""
        return ~person("is_stillbirth", period)


class birth_grant_claimed_in_time(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Claimed within the months allowed after the birth"
    labels = {"uz": "Nafaqa uchun muddatida murojaat qilgan", "ru": "Обратилась за пособием в срок"}
    reference = ["REG1136", "PKM202403"]

    def formula_2015_09(person, period, parameters):
        """Within six months of the birth; from April 2024, within one month."""
        born = person("childbirth_date", period)
        claimed = person("birth_grant_claim_date", period)
        return (born <= claimed) & (claimed <= add_months(born, parameters(period).birth_grant.claim_months))


class birth_grant_children(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Children of the birth whose order gives a right to the grant"
    unit = "child"
    reference = ["REG1136 item 79", "PKM202403"]

    def formula(person, period):
        """Each child of the birth, whatever its order."""
        return person("children_born", period)

    def formula_2024_04(person, period, parameters):
        """The first child of every mother; the second where the family is in the register in the month of birth."""
        law = parameters(period).birth_grant
        in_register = person.household("in_social_register", period)
        last_order = where(in_register, law.means_tested_order, law.universal_order)
        earlier_children = person("childbirth_order", period) - 1
        return clip(last_order - earlier_children, 0, person("children_born", period))


class birth_grant_order_covered(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A first child, or a second child of a family in the Social Register"
    labels = {
        "uz": "Birinchi farzand yoki Ijtimoiy reyestrdagi oilaning ikkinchi farzandi",
        "ru": "Первый ребёнок или второй ребёнок в семье из социального реестра",
    }
    reference = "PKM202403"

    def formula_2024_04(person, period):
        """At least one child of the birth is of an order that is paid."""
        return person("birth_grant_children", period) > 0


# Entitlement


class birth_grant_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the birth grant"
    labels = {
        "uz": "Bola tug'ilganda beriladigan nafaqaga haqli",
        "ru": "Имеет право на пособие при рождении ребёнка",
    }
    reference = ["REG1136 item 79", "PKM202403"]

    def formula_2015_09(person, period):
        """A child was born alive in the month, and the grant was claimed in time."""
        return (
            person("gave_birth_in_month", period)
            & person("child_born_alive", period)
            & person("birth_grant_claimed_in_time", period)
        )

    def formula_2024_04(person, period):
        """A child of a paid order was born alive in the month, and the grant was claimed in time."""
        return (
            person("gave_birth_in_month", period)
            & person("birth_grant_order_covered", period)
            & person("child_born_alive", period)
            & person("birth_grant_claimed_in_time", period)
        )


class birth_grant(Variable):
    label = "One-off grant at birth"
    labels = {
        "uz": "Bola tug'ilganda beriladigan bir martalik nafaqa",
        "ru": "Единовременное пособие при рождении ребёнка",
    }
    reference = ["REG1136 item 79", "BIRTH2019", "PKM202403"]

    def formula_2015_09(person, period, parameters):
        """Two minimum wages, later 70.3 % of one, as on the day of birth, for each child that gives a right to it."""
        born = person("childbirth_date", period)
        share = on_the_day(parameters, born, period, lambda law: law.birth_grant.amount)
        minimum_wage = on_the_day(parameters, born, period, lambda law: law.base.minimum_wage)
        amount = round_to_unit(share * minimum_wage) * person("birth_grant_children", period)
        return where(person("birth_grant_eligible", period), amount, 0)
