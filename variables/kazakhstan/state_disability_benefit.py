"""State social benefit for disability, paid from the budget: the Law of 1997, and the Social Code."""

from openfisca_country.law import (
    MONTH,
    Person,
    Variable,
    round_up,
    select,
    where,
)

# What the person states


# Conditions


class child_with_disability(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "A child with disability under 18"
    labels = {"kk": "18 жасқа дейінгі мүгедектігі бар бала", "ru": "Ребёнок с инвалидностью до 18 лет"}
    reference = ["GSP1997", "SC2023 Art. 177"]

    def formula_2023(person, period, parameters):
        """Under 18, recognised as a child with disability or in a group."""
        group = person("disability_group", period)
        young = person("age", period) < parameters(period).state_disability_benefit.child_age
        return (group != group.possible_values.none) & young


class disabled_adult(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "An adult of disability group I, II or III"
    labels = {
        "kk": "I, II немесе III топтағы мүгедектігі бар ересек адам",
        "ru": "Взрослый с инвалидностью I, II или III группы",
    }
    reference = ["GSP1997", "SC2023 Art. 177"]

    def formula_2023(person, period, parameters):
        """Aged 18 or over, in one of the three groups."""
        group = person("disability_group", period)
        kinds = group.possible_values
        in_a_group = (group == kinds.group_1) | (group == kinds.group_2) | (group == kinds.group_3)
        return in_a_group & (person("age", period) >= parameters(period).state_disability_benefit.child_age)


class disabled_for_state_benefit(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Has a recognised disability, as an adult in a group or as a child"
    labels = {"kk": "Мүгедектігі танылған", "ru": "Имеет установленную инвалидность"}
    reference = ["GSP1997", "SC2023 Art. 177"]

    def formula_2023(person, period):
        """An adult in a group, or a child with disability."""
        return person("disabled_adult", period) | person("child_with_disability", period)


class draws_no_joint_pension(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Draws no joint pension, whose grant ends the benefit"
    labels = {"kk": "Ынтымақты зейнетақы алмайды", "ru": "Не получает солидарную пенсию"}
    reference = [
        "GSP1997",
        "Ministry of Labour, 14 December 2018, https://www.enbek.gov.kz/en/taxonomy/term/760?page=4",
    ]

    def formula_2023(person, period):
        """At pension age the basic pension is paid beside the benefit; a joint pension takes its place."""
        return person("joint_pension", period) <= 0


class state_disability_benefit_eligible(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "Entitled to the state social benefit for disability"
    labels = {
        "kk": "Мүгедектігі бойынша мемлекеттік жәрдемақыға құқығы бар",
        "ru": "Имеет право на государственное пособие по инвалидности",
    }
    reference = ["GSP1997", "SC2023 Art. 177"]

    def formula_2023(person, period):
        """Living, with a recognised disability, and no joint pension."""
        return (
            person("is_living", period)
            & person("disabled_for_state_benefit", period)
            & person("draws_no_joint_pension", period)
        )


# Amount


class state_disability_benefit_multiple(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Multiple of the subsistence minimum by age, cause and group of the disability"
    labels = {"kk": "Ең төменгі күнкөріс деңгейінің еселігі", "ru": "Кратность прожиточного минимума"}
    unit = "/1"
    reference = ["GSP1997", "SC2023 Art. 177"]

    def formula_2023(person, period, parameters):
        """Children under seven; children to 18, those disabled since childhood and all others by group (Art. 177)."""
        law = parameters(period).state_disability_benefit
        group = person("disability_group", period)
        kinds = group.possible_values
        by_group = [group == kinds.group_1, group == kinds.group_2]
        # a child of seven or more whose group is not stated is taken to be in the lowest
        child = select(by_group, [law.child.group_1, law.child.group_2], default=law.child.group_3)
        small = person("age", period) < law.small_child_age
        since_childhood = select(
            by_group,
            [law.since_childhood.group_1, law.since_childhood.group_2],
            default=law.since_childhood.group_3,
        )
        general = select(by_group, [law.general.group_1, law.general.group_2], default=law.general.group_3)
        return select(
            [
                person("child_with_disability", period) & small,
                person("child_with_disability", period),
                person("disabled_adult", period) & person("disabled_since_childhood", period),
                person("disabled_adult", period),
            ],
            [law.small_child, child, since_childhood, general],
            default=0,
        )


class state_disability_benefit(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "State social benefit for disability"
    labels = {
        "kk": "Мүгедектігі бойынша мемлекеттік әлеуметтік жәрдемақы",
        "ru": "Государственное социальное пособие по инвалидности",
    }
    unit = "currency/month"
    reference = ["GSP1997", "SC2023 Art. 177"]

    def formula_2023(person, period, parameters):
        """The multiple of the subsistence minimum, rounded up to a whole tenge."""
        amount = person("state_disability_benefit_multiple", period) * parameters(period).base.subsistence_minimum
        return where(person("state_disability_benefit_eligible", period), round_up(amount), 0)
