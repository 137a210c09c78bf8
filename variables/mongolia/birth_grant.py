"""Birth grant: one sum for each of twins, triplets or more."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    add_years,
    in_month,
    on_the_day,
    where,
)

# What the mother states


# The conditions


class is_multiple_birth(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Two or more children were born"
    labels = {"mn": "Ихэр хүүхэд төрүүлсэн"}
    reference = ["SW2012 art. 13", "MOTH2017"]

    def formula_2012_07(person, period):
        """Twins, triplets or more, born alive."""
        return person("children_born", period) > 1


class three_or_more_born(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Three or more children were born"
    labels = {"mn": "Гурав ба түүнээс дээш ихэр хүүхэд төрүүлсэн"}
    reference = ["SW2012 art. 13", "MOTH2017"]

    def formula_2012_07(person, period):
        """More than two."""
        return person("children_born", period) - 1 > 1


class birth_grant_claimed_in_month(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "The birth grant is claimed in the month"
    labels = {"mn": "Тэтгэмжийн өргөдлийг энэ сард гаргасан"}
    reference = ["SW2012 art. 13", "MOTH2017"]

    def formula_2012_07(person, period):
        """Paid with the month of the application."""
        return in_month(person("birth_grant_claim_date", period), period)


class birth_grant_claimed_in_time(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Claimed after the birth and, for twins, before they are four"
    labels = {"mn": "Ихэр хүүхэд 4 нас хүрэхээс өмнө өргөдөл гаргасан"}
    reference = ["SW2012 art. 13", "MOTH2017"]

    def formula_2012_07(person, period, parameters):
        """Twins under four; no such age for three or more."""
        born = person("childbirth_date", period)
        claimed = person("birth_grant_claim_date", period)
        young_enough = claimed < add_years(born, parameters(period).birth_grant.twins_age)
        return (born <= claimed) & (young_enough | person("three_or_more_born", period))


class birth_grant_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the birth grant"
    labels = {"mn": "Ихэр хүүхдийн тэтгэмж авах эрхтэй"}
    reference = ["SW2012 art. 13", "MOTH2017"]

    def formula_2012_07(person, period):
        """Twins or more, claimed in this month and in time."""
        return (
            person("is_multiple_birth", period)
            & person("birth_grant_claimed_in_month", period)
            & person("birth_grant_claimed_in_time", period)
        )


class birth_grant(Variable):
    label = "Birth grant for twins and more"
    labels = {"mn": "Ихэр хүүхдийн тэтгэмж"}
    reference = ["SW2012 art. 13", "MOTH2017", "GR340-2017 item 2"]

    def formula_2012_07(person, period, parameters):
        """One sum for each child, as it stood on the day of the claim."""
        claimed = person("birth_grant_claim_date", period)
        each_of_twins = on_the_day(parameters, claimed, period, lambda law: law.birth_grant.twins)
        each_of_more = on_the_day(parameters, claimed, period, lambda law: law.birth_grant.triplets_or_more)
        each = where(person("three_or_more_born", period), each_of_more, each_of_twins)
        return where(person("birth_grant_eligible", period), each * person("children_born", period), 0)
