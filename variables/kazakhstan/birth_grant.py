"""Birth grant: for every child born, adopted or taken into care, whatever the income of the family."""

import datetime

from openfisca_country.law import (
    ETERNITY,
    MONTH,
    NEVER,
    Person,
    Variable,
    clip,
    in_month,
    on_the_day,
    where,
)

# What the mother, or the one who takes in a child, states


class is_kandas(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a kandas: an ethnic Kazakh who came back from abroad, not yet a citizen"
    labels = {"kk": "Қандас", "ru": "Кандас"}
    reference = ["CHILD2005", "SC2023"]


class child_taken_in_date(Variable):
    value_type = datetime.date
    entity = Person
    definition_period = ETERNITY
    default_value = NEVER
    label = "Day the person adopted a child or took one into guardianship or fostering"
    labels = {
        "kk": "Баланы асырап алған немесе қамқорлыққа алған күні",
        "ru": "День усыновления или взятия ребёнка под опеку",
    }
    unit = "date"
    reference = ["CHILD2005", "SC2023"]


# The conditions


class has_status_for_family_benefits(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Is a citizen, a kandas, or a foreigner who lives permanently in Kazakhstan"
    labels = {
        "kk": "Қазақстан азаматы, қандас немесе тұрақты тұратын шетелдік",
        "ru": "Гражданин, кандас или постоянно проживающий иностранец",
    }
    reference = ["CHILD2005", "SC2023"]

    def formula(person, period):
        """One of the three."""
        return person("is_citizen", period) | person("is_kandas", period) | person("is_permanent_resident", period)


class gave_birth_or_took_in_child(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Gave birth, adopted a child or took one into care in the month"
    labels = {
        "kk": "Осы айда бала туды, асырап алды немесе қамқорлыққа алды",
        "ru": "В этом месяце родился, усыновлён или взят под опеку ребёнок",
    }
    reference = ["CHILD2005", "SC2023"]

    def formula(person, period):
        """The grant is found with the month of the event, whenever it is claimed."""
        return in_month(person("childbirth_date", period), period) | in_month(
            person("child_taken_in_date", period), period
        )


class child_born_alive(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "At least one child was born alive, or taken in"
    labels = {"kk": "Бала тірі туды", "ru": "Ребёнок родился живым"}
    reference = ["CHILD2005", "SC2023"]

    def formula(person, period):
        """The grant is paid for each child born alive."""
        return person("children_born", period) > 0


class birth_grant_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the birth grant"
    labels = {
        "kk": "Бала тууға байланысты жәрдемақы алуға құқылы",
        "ru": "Имеет право на пособие на рождение",
    }
    reference = ["CHILD2005", "SC2023"]

    def formula_2015(person, period):
        """A child born alive or taken in, in the month, by someone of this status; income and work play no part."""
        return (
            person("gave_birth_or_took_in_child", period)
            & person("child_born_alive", period)
            & person("has_status_for_family_benefits", period)
        )


# Amount


class birth_grant_lower_rate_children(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "Children of the birth who are the first, second or third of the family"
    unit = "child"
    reference = ["CHILD2005", "SC2023"]

    def formula_2015(person, period, parameters):
        """Counted one after the other, from the order of the first of them."""
        earlier_children = person("childbirth_order", period) - 1
        left = parameters(period).birth_grant.last_lower_order - earlier_children
        return clip(left, 0, person("children_born", period))


class birth_grant(Variable):
    label = "Birth grant"
    labels = {
        "kk": "Бала тууға байланысты біржолғы мемлекеттік жәрдемақы",
        "ru": "Единовременное государственное пособие на рождение",
    }
    reference = ["CHILD2005", "SC2023"]

    def formula_2015(person, period, parameters):
        """So many indices of the day for each of the first three children, more for each further one."""
        born = person("childbirth_date", period)
        day = where(in_month(born, period), born, person("child_taken_in_date", period))
        lower = on_the_day(parameters, day, period, lambda law: law.birth_grant.first_to_third)
        higher = on_the_day(parameters, day, period, lambda law: law.birth_grant.fourth_and_more)
        index = on_the_day(parameters, day, period, lambda law: law.base.monthly_calculation_index)
        at_lower_rate = person("birth_grant_lower_rate_children", period)
        at_higher_rate = person("children_born", period) - at_lower_rate
        amount = (lower * at_lower_rate + higher * at_higher_rate) * index
        return where(person("birth_grant_eligible", period), amount, 0)
